/** The work of `maillage validate --trials`: settings, checks, simulation, tables, exit code. */
import { availableParallelism } from 'node:os';
import { failedOutcomes } from '../../analysis/trials/judge-trials.js';
import { runTrials } from '../../analysis/trials/run-trials.js';
import type { Trial } from '../../analysis/trials/trial.js';
import { loadTrials } from '../../analysis/trials/trial-file.js';
import { TRIALS } from '../../analysis/wording/trials.js';
import { MaillageError } from '../../sim/base/errors.js';
import { suggestion } from '../../sim/base/problems.js';
import { type Catalogue, loadCatalogue } from '../../sim/parameters/catalogue.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import { printJson } from '../json.js';
import { checkMemory, memoryNeeded } from '../run/resources.js';
import { BOUNDS } from '../run/settings.js';
import { geographyAsked } from '../supply.js';
import { scenarioToValidate, timed } from './simulating.js';
import { trialLines } from './trial-lines.js';
import { trialJson } from './trials-json.js';

const DEFAULT_SCALE = 100;
/** Coarsest scale and fewest replicates of a verdict. */
const COARSEST = 100;
const LEAST_REPLICATES = 5;
const QUICK_REPLICATES = 2;
/** Options of the other kind of validation. */
const OTHERS = ['fine', 'draws', 'to'] as const;

/**
 * Repeats trials as asked; the exit code is 1 when a judged outcome is missed or unread, but with `--quick`.
 * @throws MaillageError for bad input before anything runs, and `interrupted` after Ctrl-C.
 */
export async function validateTrials(invocation: Invocation): Promise<number> {
  const { terminal, signal } = invocation;
  refuseOthers(invocation);
  const catalogue = loadCatalogue();
  const scenario = scenarioToValidate(invocation, catalogue);
  const { quick, scale, replicates } = askedRuns(invocation);
  const trials = chosenTrials(invocation, catalogue);
  const seed = invocation.text('seed') ?? 'maillage';
  const threads = wholeNumber(invocation, 'threads', BOUNDS.threads) ?? availableParallelism();
  const names = trials.map(({ name }) => name).join(', ');
  terminal.say(
    terminal.tell(TRIALS.starts, { scenario: scenario.name, seed, threads, names, replicates, scale }),
  );
  checkMemory(memoryNeeded(scale, 1), process.availableMemory(), terminal);
  const geography = geographyAsked(invocation);
  const judgements = await timed(terminal, (onProgress) =>
    runTrials({
      trials,
      scenario,
      catalogue,
      geography,
      seed,
      replicates,
      scale,
      threads,
      signal,
      onProgress,
    }),
  );
  const failed = failedOutcomes(judgements);
  if (invocation.flag('json')) {
    printJson(terminal, 'trials', {
      scenario: scenario.name,
      changes: invocation.texts('set'),
      seed,
      quick,
      scale,
      replicates,
      trials: judgements.map(trialJson),
      failed,
    });
  } else {
    const settings = { scenario: scenario.name, scale, replicates, quick };
    for (const line of trialLines(judgements, failed, settings, terminal)) terminal.print(line);
  }
  return quick || failed.length === 0 ? 0 : 1;
}

function refuseOthers(invocation: Invocation): void {
  const other = OTHERS.find((name) => invocation.text(name) !== undefined);
  if (other === undefined) return;
  throw new MaillageError('bad-option', invocation.terminal.tell(TRIALS.refused, { option: `--${other}` }));
}

/** @throws MaillageError `bad-option` for runs too coarse or too few to carry a verdict, but with `--quick`. */
function askedRuns(invocation: Invocation) {
  const { terminal } = invocation;
  const quick = invocation.flag('quick');
  const scale = wholeNumber(invocation, 'scale', BOUNDS.scale) ?? DEFAULT_SCALE;
  const replicates =
    wholeNumber(invocation, 'replicates', BOUNDS.replicates) ?? (quick ? QUICK_REPLICATES : LEAST_REPLICATES);
  if (!quick && scale > COARSEST)
    throw new MaillageError('bad-option', terminal.tell(TRIALS.tooCoarse, { scale }));
  if (!quick && replicates < LEAST_REPLICATES) {
    const values = { least: LEAST_REPLICATES, given: replicates };
    throw new MaillageError('bad-option', terminal.tell(TRIALS.tooFew, values));
  }
  return { quick, scale, replicates };
}

function chosenTrials(invocation: Invocation, catalogue: Catalogue): Trial[] {
  const trials = loadTrials(catalogue);
  const beginnings = invocation.texts('only');
  for (const name of beginnings) {
    if (trials.some((trial) => trial.name.startsWith(name))) continue;
    const hint = suggestion(
      name,
      trials.map((trial) => trial.name),
    );
    throw new MaillageError('unknown-name', invocation.terminal.tell(TRIALS.unknown, { name, hint }));
  }
  return beginnings.length === 0
    ? trials
    : trials.filter((trial) => beginnings.some((name) => trial.name.startsWith(name)));
}
