/** The work of `maillage run`: settings, checks, simulation, results, summary. */
import { HEADLINE_GROUPS, type Headlines, headlinesOf } from '../../analysis/headlines.js';
import { PROGRAM } from '../../analysis/wording/command-line.js';
import { decimal } from '../../analysis/wording/numbers.js';
import { RUN } from '../../analysis/wording/run.js';
import type { Json } from '../../sim/base/digest.js';
import { displayPath } from '../../sim/base/paths.js';
import { simulate, simulateMany } from '../../sim/engine/run-scenario.js';
import type { RunResult } from '../../sim/engine/simulate.js';
import { type Catalogue, loadCatalogue } from '../../sim/parameters/catalogue.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import type { TidyRow } from '../../sim/recorder/rows.js';
import type { TraceResult } from '../../sim/recorder/trace.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { applySet } from '../../sim/scenario/set.js';
import type { Scenario } from '../../sim/scenario/types.js';
import { isKept, restrictGeography } from '../../sim/world/geography/restrict.js';
import type { Geography } from '../../sim/world/territory.js';
import { coarseNotes } from '../coarse.js';
import type { Invocation } from '../command.js';
import { printJson } from '../json.js';
import { scenarioOrRefusal } from '../scenario.js';
import { geographyAsked, supplyNotes } from '../supply.js';
import { progress } from '../terminal/progress.js';
import type { Terminal } from '../terminal/terminal.js';
import { keepResult, type PlannedRun, planRuns } from './outputs.js';
import { checkDisk, checkMemory, memoryNeeded, RESULT_BYTES } from './resources.js';
import { type RunSettings, runSettings, settingLines, threadsFor } from './settings.js';
import { intervalLines, summaryLines } from './summary.js';
import { type TraceAsked, traceAsked } from './trace-asked.js';
import { traceJson } from './trace-json.js';
import { traceLines } from './trace-lines.js';

interface Asked {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly geography: Geography;
  readonly settings: RunSettings;
  readonly check: boolean;
  readonly force: boolean;
  readonly trace?: TraceAsked;
}

/**
 * Simulates a scenario as asked and prints its headlines.
 * @throws MaillageError for bad input before anything runs or is written, and `interrupted` after Ctrl-C.
 */
export async function runScenario(invocation: Invocation): Promise<undefined> {
  const { terminal } = invocation;
  const catalogue = loadCatalogue();
  const scenario = scenarioAsked(invocation, catalogue);
  const wanted = runSettings(invocation, scenario);
  const { replicates, scale } = wanted;
  const atOnce = Math.min(wanted.threads.value, replicates.value);
  checkMemory(memoryNeeded(scale.value, atOnce), process.availableMemory(), terminal);
  const out = invocation.text('out');
  if (out !== undefined) checkDisk(out, replicates.value * RESULT_BYTES, terminal);
  const geography = restrictGeography(
    geographyAsked(invocation),
    scenario.territories.map(({ text }) => text),
  );
  const settings = { ...wanted, threads: threadsFor(wanted, geography) };
  for (const line of settingLines(scenario, settings, terminal)) terminal.say(line);
  for (const { where, message } of scenario.warnings) {
    terminal.say(terminal.field(PROGRAM.warning, `${where}: ${message}`));
  }
  const place = placeName(scenario, geography, terminal);
  if (scenario.territories.length > 0) terminal.say(terminal.tell(RUN.part, { names: place }));
  const trace = traceAsked(invocation, geography, replicates.value);
  const force = invocation.flag('force');
  const inputs = {
    scenario: scenario.name,
    parameters: resolveParameters(catalogue, scenario).toJSON() as unknown as Json,
    geography: geography.digest,
  };
  const plan = await planRuns(inputs, settings, { out, force });
  const asked = { scenario, catalogue, geography, settings, check: invocation.flag('check'), force, trace };
  const { rows, traced } = await ranOrKnown(plan, asked, invocation);
  if (out !== undefined) terminal.say(terminal.tell(RUN.written, { folder: displayPath(out) }));
  const headlines = headlinesOf(rows);
  if (invocation.flag('json')) {
    const answer = jsonOf(scenario, settings, headlines, plan, geography);
    printJson(terminal, 'run', traced === undefined ? answer : { ...answer, trace: traceJson(traced) });
  } else {
    const count = replicates.value;
    const notes = [...supplyNotes(geography, terminal), ...coarseNotes(settings.scale.value, terminal)];
    const lines =
      count === 1
        ? summaryLines({ scenario, place, headlines, notes }, terminal)
        : intervalLines({ scenario, place, headlines, notes }, count, terminal);
    if (trace !== undefined && traced !== undefined)
      for (const line of traceLines(traced, trace, terminal)) terminal.print(line);
    for (const line of lines) terminal.print(line);
  }
  return;
}

function scenarioAsked(invocation: Invocation, catalogue: Catalogue): Scenario {
  return invocation
    .texts('set')
    .reduce(
      (scenario, setting, i) => applySet(catalogue, scenario, setting, i + 1),
      scenarioOrRefusal(invocation.text('scenario') ?? '', catalogue),
    );
}

/** What the results are about: France, or the régions that the scenario keeps. */
function placeName(scenario: Scenario, geography: Geography, terminal: Terminal): string {
  if (scenario.territories.length === 0) return terminal.tell(RUN.france);
  const { territories, regions } = geography;
  const kept = new Set(
    territories.filter(({ index }) => isKept(geography, index)).map(({ region }) => region),
  );
  return regions
    .filter(({ code }) => kept.has(code))
    .map(({ name }) => name)
    .join(', ');
}

interface Ran {
  /** Headline rows of every planned run. */
  readonly rows: (readonly TidyRow[])[];
  /** The project followed, when asked for. */
  readonly traced?: TraceResult;
}

/** Simulates the runs that no folder holds yet, and one to trace whatever its folder holds. */
async function ranOrKnown(
  plan: readonly PlannedRun[],
  asked: Asked,
  { terminal, signal }: Invocation,
): Promise<Ran> {
  const toTrace = asked.trace !== undefined;
  for (const { known, folder = '' } of plan) {
    if (known && !toTrace) terminal.say(terminal.tell(RUN.known, { folder: displayPath(folder) }));
  }
  const missing = plan.filter(({ known }) => toTrace || known === undefined);
  const started = new Date();
  const results = missing.length === 0 ? [] : await simulateMissing(missing, asked, terminal, signal);
  const fresh = new Map<PlannedRun, readonly TidyRow[]>();
  const threads = asked.settings.threads.value;
  for (const [i, planned] of missing.entries()) {
    if (planned.known !== undefined) continue;
    fresh.set(planned, await keepResult(planned, results[i], { threads, started, force: asked.force }));
  }
  return {
    rows: plan.map((planned) => planned.known ?? fresh.get(planned) ?? []),
    traced: results[0]?.trace,
  };
}

async function simulateMissing(
  missing: readonly PlannedRun[],
  { scenario, catalogue, geography, settings, check, trace }: Asked,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<RunResult[]> {
  const threads = settings.threads.value;
  const list = missing.map(({ replicate }) => ({
    scenario,
    catalogue,
    geography,
    seed: settings.seed.value,
    replicate,
    scale: settings.scale.value,
    from: settings.from.value,
    to: settings.to.value,
    check,
    ...(trace === undefined ? {} : { trace: trace.request ?? ('list' as const) }),
  }));
  const bar = progress(terminal, (share, rate, left) =>
    terminal.tell(RUN.progress, {
      percent: Math.floor(share * 100),
      rate: decimal(rate, terminal.language),
      left: decimal(left, terminal.language),
    }),
  );
  const started = performance.now();
  const months = { done: 0 };
  const onProgress = ({ done, total }: { readonly done: number; readonly total: number }) => {
    months.done = done;
    bar.update(done, total);
  };
  try {
    const [only] = list;
    const results =
      list.length === 1
        ? [await simulate({ ...only, threads, onProgress, signal })]
        : await simulateMany(list, { threads, geography, onProgress, signal });
    const seconds = (performance.now() - started) / 1000;
    const patientMonths = results.reduce((sum, result) => sum + result.patientMonths, 0);
    bar.stop();
    terminal.say(
      terminal.tell(RUN.doneIn, {
        months: decimal(months.done, terminal.language),
        seconds: decimal(seconds, terminal.language, 1),
        rate: decimal(patientMonths / seconds / 1e6, terminal.language, 1),
      }),
    );
    return results;
  } finally {
    bar.stop();
  }
}

function jsonOf(
  scenario: Scenario,
  settings: RunSettings,
  headlines: Headlines,
  plan: readonly PlannedRun[],
  { supply }: Geography,
) {
  const { seed, scale, threads, from, to, replicates } = settings;
  const values = headlines.years.flatMap((year) =>
    HEADLINE_GROUPS.flatMap((group) =>
      headlines.indicators.flatMap(({ id, unit }) => {
        const value = headlines.at(year, group, id);
        if (value === undefined) return [];
        const halfWidth = Number.isNaN(value.halfWidth) ? null : value.halfWidth;
        return [{ year, place: FRANCE, group, indicator: id, unit, mean: value.mean, halfWidth }];
      }),
    ),
  );
  return {
    scenario: scenario.name,
    settings: { seed, scale, threads, from, to, replicates },
    ...(supply === undefined
      ? {}
      : { supply: { name: supply.name, digest: supply.digest, matched: supply.matched } }),
    runs: plan.map(({ replicate, folder, known }) => ({ replicate, folder, simulated: known === undefined })),
    values,
  };
}
