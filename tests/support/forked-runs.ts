/** Whole runs of the baseline under settings, with one history as long as their parameters are alike: cheap to compare. */
import { runFamily } from '../../sim/engine/family.js';
import type { RunResult } from '../../sim/engine/simulate.js';
import { keepStartingWorlds } from '../../sim/engine/starting-worlds.js';
import { type TidyRow, tidyRows } from '../../sim/recorder/rows.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { loadScenario } from '../../sim/scenario/load.js';
import { applySet } from '../../sim/scenario/set.js';
import { restrictGeography } from '../../sim/world/geography/restrict.js';
import type { Sources } from './months.js';

export interface ForkedOptions {
  /** Codes of the régions kept; all of France by default. */
  readonly places?: readonly string[];
  /** Last year. */
  readonly to: number;
  /** The laws hold every month, or the run fails. */
  readonly check?: boolean;
}

/** A run: settings over a ready scenario, the baseline by default. */
export interface Asked {
  readonly scenario?: string;
  readonly settings: readonly string[];
}

/**
 * One run for each list of settings, one agent for 1,000 people, the same chance for all.
 * @throws what made a run fail
 */
export async function forkedRuns(
  { geography, catalogue }: Sources,
  asked: readonly Asked[],
  { places = [], to, check = false }: ForkedOptions,
): Promise<RunResult[]> {
  const parameters = asked.map(({ scenario = 'baseline', settings }) =>
    resolveParameters(
      catalogue,
      settings.reduce(
        (changed, setting, i) => applySet(catalogue, changed, setting, i + 1),
        loadScenario(scenario, catalogue),
      ),
    ).toJSON(),
  );
  const options = {
    geography: restrictGeography(geography, places),
    seed: 'promises',
    replicate: 0,
    scale: 1000,
    threads: 1,
    from: 2013,
    to,
    check,
    digest: true,
  };
  const results: RunResult[] = [];
  await runFamily(keepStartingWorlds(), parameters, options, (outcome) => {
    if ('error' in outcome) throw outcome.error;
    results[outcome.member] = outcome.result;
  });
  return results;
}

/** Values of France and régions in every group, year and month as text, of the indicators asked for. */
export function rowsOf(run: RunResult, wanted: (indicator: string) => boolean): string[] {
  return tidied(run)
    .filter(({ indicator }) => wanted(indicator))
    .map((row) => Object.values(row).join(' '));
}

/** One yearly value for everybody in France. */
export function inFrance(run: RunResult, indicator: string, year: number): number {
  const row = tidied(run).find(
    (one) =>
      one.indicator === indicator && one.place === 'FR' && one.group === 'all' && one.period === String(year),
  );
  if (row === undefined) throw new Error(`${indicator} has no value in ${year}`);
  return row.value;
}

/** Rows of a run, made once: they are many. */
const kept = new WeakMap<RunResult, TidyRow[]>();
function tidied(run: RunResult): TidyRow[] {
  const rows = kept.get(run) ?? [...tidyRows(run.recording, 'headline')];
  kept.set(run, rows);
  return rows;
}
