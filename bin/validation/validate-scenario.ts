/** The work of `maillage validate`: settings, checks, simulation, tables, exit code. */
import { availableParallelism } from 'node:os';
import { assumptionDraws, DRAWS_SCALE, simulateDraws } from '../../analysis/validation/draws.js';
import { type Counts, countVerdicts, type Judgement } from '../../analysis/validation/judge.js';
import { watchPatterns } from '../../analysis/validation/judge-patterns.js';
import { PATTERNS } from '../../analysis/validation/patterns.js';
import {
  LAST_CHECK_YEAR,
  LAST_JUDGED_YEAR,
  LEAST_DRAWS,
  LEAST_FINE_REPLICATES,
  leastReplicates,
  type RunSet,
  runSets,
} from '../../analysis/validation/plan.js';
import { allowed, type Target } from '../../analysis/validation/target.js';
import { loadTargets } from '../../analysis/validation/target-file.js';
import { validate as judgeTargets } from '../../analysis/validation/validate.js';
import { VALIDATION } from '../../analysis/wording/validation.js';
import { MaillageError } from '../../sim/base/errors.js';
import { suggestion } from '../../sim/base/problems.js';
import { type Catalogue, loadCatalogue } from '../../sim/parameters/catalogue.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import { printJson } from '../json.js';
import { checkMemory, memoryNeeded } from '../run/resources.js';
import { BOUNDS } from '../run/settings.js';
import { geographyAsked } from '../supply.js';
import { wrap } from '../terminal/table.js';
import { countLines, judgementLines } from './lines.js';
import { patternJson, patternLines } from './pattern-lines.js';
import { scenarioToValidate, timed } from './simulating.js';

const DEFAULT_SCALE = 100;
const QUICK_REPLICATES = 2;
const DEFAULT_DRAWS = LEAST_DRAWS;

/** What a person asked for, once checked. */
interface Asked {
  readonly quick: boolean;
  readonly main: RunSet;
  /** Replicates of the extra runs at 1:10. */
  readonly fine: number;
  /** Draws of the assumptions. */
  readonly draws: number;
}

/**
 * Simulates and judges as asked; the exit code is 1 when a judged figure is missed, but with `--quick`.
 * @throws MaillageError for bad input before anything runs, and `interrupted` after Ctrl-C.
 */
export async function validateScenario(invocation: Invocation): Promise<number> {
  const { terminal, signal } = invocation;
  const catalogue = loadCatalogue();
  const scenario = scenarioToValidate(invocation, catalogue);
  const asked = askedRuns(invocation);
  const targets = chosenTargets(invocation);
  const sets = runSets(asked.main, asked.fine, targets);
  const seed = invocation.text('seed') ?? 'maillage';
  const threads = wholeNumber(invocation, 'threads', BOUNDS.threads) ?? availableParallelism();
  const runs = sets
    .map((set) => terminal.tell(set.replicates === 1 ? VALIDATION.oneRun : VALIDATION.runs, { ...set }))
    .join(', ');
  terminal.say(terminal.tell(VALIDATION.starts, { scenario: scenario.name, seed, threads, runs }));
  checkMemory(
    Math.max(...sets.map(({ scale }) => memoryNeeded(scale, threads))),
    process.availableMemory(),
    terminal,
  );
  const geography = geographyAsked(invocation);
  // Somebody who asks for some targets only is not told of the rest.
  const watch = watchPatterns(invocation.texts('only').length === 0 ? PATTERNS : [], geography);
  const common = { scenario, catalogue, geography, seed, threads, signal };
  const judgements = await timed(terminal, (onProgress) =>
    judgeTargets({ ...common, targets, sets, onRecording: watch.add, onProgress }),
  );
  if (asked.draws > 0) {
    const design = assumptionDraws(catalogue, asked.draws, seed);
    const { to } = asked.main;
    const size = { draws: asked.draws, assumptions: design.dimensions.length, scale: DRAWS_SCALE, to };
    terminal.say(terminal.tell(VALIDATION.draws, size));
    await timed(terminal, (onProgress) =>
      simulateDraws({ ...common, design, to, onRecording: watch.addDraw, onProgress }),
    );
  }
  const patterns = watch.judgements();
  const counts = countVerdicts(judgements);
  if (invocation.flag('json')) {
    const settings = {
      scenario: scenario.name,
      changes: invocation.texts('set'),
      seed,
      quick: asked.quick,
      runs: sets,
      draws: asked.draws,
    };
    printJson(terminal, 'validate', {
      ...settings,
      targets: judgements.map(jsonOf),
      patterns: patterns.map(patternJson),
      counts,
    });
  } else {
    const title = asked.quick ? VALIDATION.quickTitle : VALIDATION.title;
    for (const line of wrap(terminal.tell(title, { scenario: scenario.name, runs })))
      terminal.print(terminal.strong(line));
    terminal.print('');
    for (const line of judgementLines(judgements, regionNames(catalogue), terminal)) terminal.print(line);
    if (patterns.length > 0)
      for (const line of patternLines(patterns, { runs: sets[0].replicates, draws: asked.draws }, terminal))
        terminal.print(line);
    for (const line of countLines(counts, terminal)) terminal.print(line);
    if (asked.quick) for (const line of wrap(terminal.tell(VALIDATION.quickEnd))) terminal.print(line);
  }
  return asked.quick || failures(counts) === 0 ? 0 : 1;
}

function failures({ missed, unread }: Counts): number {
  return missed.length + unread;
}

/**
 * The runs asked for.
 * @throws MaillageError `bad-option` for too few, too coarse or too short runs to carry a verdict, but with `--quick`.
 */
function askedRuns(invocation: Invocation): Asked {
  const quick = invocation.flag('quick');
  const scale = wholeNumber(invocation, 'scale', BOUNDS.scale) ?? DEFAULT_SCALE;
  const to = wholeNumber(invocation, 'to', BOUNDS.years) ?? LAST_CHECK_YEAR;
  const least = leastReplicates(scale);
  const given = wholeNumber(invocation, 'replicates', BOUNDS.replicates);
  const fineGiven = wholeNumber(invocation, 'fine', [0, 1000]);
  const replicates = given ?? (quick ? QUICK_REPLICATES : (least ?? 1));
  const fine = fineGiven ?? (quick ? 0 : LEAST_FINE_REPLICATES);
  const drawsGiven = wholeNumber(invocation, 'draws', [0, 10_000]);
  // Somebody who asks for some targets only is not told of patterns.
  const draws = invocation.texts('only').length > 0 ? 0 : (drawsGiven ?? (quick ? 0 : DEFAULT_DRAWS));
  const refuse = (words: keyof typeof VALIDATION & `too${string}`, values: Record<string, number>): never => {
    throw new MaillageError('bad-option', invocation.terminal.tell(VALIDATION[words], values));
  };
  if (!quick) {
    if (least === undefined) return refuse('tooCoarse', { scale });
    if (replicates < least) return refuse('tooFew', { scale, least, given: replicates });
    if (fine < LEAST_FINE_REPLICATES)
      return refuse('tooFewFine', { least: LEAST_FINE_REPLICATES, given: fine });
    if (draws > 0 && draws < LEAST_DRAWS) return refuse('tooFewDraws', { least: LEAST_DRAWS, given: draws });
    if (to < LAST_JUDGED_YEAR) return refuse('tooShort', { to });
  }
  return { quick, main: { scale, replicates, to }, fine, draws };
}

function chosenTargets(invocation: Invocation): Target[] {
  const targets = loadTargets();
  const beginnings = invocation.texts('only');
  for (const name of beginnings) {
    if (targets.some(({ id }) => id.startsWith(name))) continue;
    const entries = new Set(targets.flatMap(({ entry }) => [entry, entry.split('.')[0]]));
    const values = { name, hint: suggestion(name, entries) };
    throw new MaillageError('unknown-name', invocation.terminal.tell(VALIDATION.unknownTarget, values));
  }
  return beginnings.length === 0
    ? targets
    : targets.filter(({ id }) => beginnings.some((name) => id.startsWith(name)));
}

function regionNames(catalogue: Catalogue) {
  const members = catalogue.domains.get('region')?.members ?? [];
  return new Map(members.map(({ id, en, fr }) => [id, { en, fr }]));
}

function jsonOf({ target, mean, halfWidth, replicates, scale, verdict }: Judgement) {
  const number = (value: number) => (Number.isFinite(value) ? value : null);
  const [low, high] = allowed(target) ?? [null, null];
  const { id, indicator, place, dated, observed, use, judged, status, source, note } = target;
  return {
    id,
    indicator: indicator.id,
    unit: indicator.unit,
    place,
    dated,
    simulated: number(mean),
    halfWidth: number(halfWidth),
    replicates,
    scale: scale ?? null,
    observed,
    allowed: { low, high },
    use,
    judged,
    verdict,
    status,
    source,
    note: note ?? null,
  };
}
