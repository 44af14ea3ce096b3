/**
 * The runs of the trials: one of the scenario for each replicate, and one of each world without a scheme, with the same
 * chance. A panel of GPs is read and let go; nothing of a run is kept but its estimates.
 */
import { MONTHS_PER_YEAR, yearOf } from '../../sim/base/calendar.js';
import { digestJson, type Json } from '../../sim/base/digest.js';
import { simulate } from '../../sim/engine/run-scenario.js';
import { FIRST_YEAR, FROZEN_MONTHS } from '../../sim/engine/setup.js';
import type { RunResult } from '../../sim/engine/simulate.js';
import type { Catalogue } from '../../sim/parameters/catalogue.js';
import type { GpPanel, Settlers } from '../../sim/recorder/gp-panel.js';
import { deadweightOf, signedFor } from '../../sim/recorder/measures-delegation.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import type { Scenario } from '../../sim/scenario/types.js';
import { AIDS } from '../../sim/world/delegation/delegation-counts.js';
import type { Geography } from '../../sim/world/territory.js';
import { type RunView, viewOf } from '../validation/pattern.js';
import { samplesOf } from './controls.js';
import { firstMonthOf, stoppedAids } from './deadweight.js';
import { estimate, twinEffect } from './estimate.js';
import {
  judgeAids,
  judgeOutcome,
  type ReplicateOfAids,
  type ReplicateOfOutcome,
  type TrialJudgement,
} from './judge-trials.js';
import type { ControlledTrial, DeadweightTrial, Trial } from './trial.js';

export interface TrialRuns {
  readonly trials: readonly Trial[];
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly geography: Geography;
  /** Replicates are 0, 1, 2 … of this seed. */
  readonly seed: string;
  readonly replicates: number;
  readonly scale: number;
  readonly threads: number;
  /** Months done and in all, over all runs. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/** A world without a scheme, and the trials that compare with it. */
interface Without {
  readonly scenario: Scenario;
  readonly trials: readonly Trial[];
  readonly to: number;
}

/** The scenario with the changes of a trial laid over it. */
export function withoutScheme(scenario: Scenario, { name, without }: Trial): Scenario {
  return {
    ...scenario,
    name: `${scenario.name}-without-${name}`,
    changes: [...scenario.changes, ...without],
  };
}

/**
 * Judgements in the order of the trials.
 * @throws MaillageError `interrupted` when `signal` aborts, `out-of-range` when a change leaves the limits of a parameter
 *   under this scenario.
 */
export async function runTrials(options: TrialRuns): Promise<TrialJudgement[]> {
  const { trials, scenario, replicates } = options;
  const worlds = worldsWithout(options);
  const settlersOf = trials.flatMap((trial) => (trial.kind === 'deadweight' ? [trial.from] : []));
  const last = Math.max(...trials.map(({ to }) => to));
  const run = runner(options, [last, ...worlds.map(({ to }) => to)], settlersOf);
  const outcomes = new Map<string, ReplicateOfOutcome[]>();
  const aids = new Map<string, ReplicateOfAids[]>();
  const keep = <T>(kept: Map<string, T[]>, name: string, value: T) =>
    kept.set(name, [...(kept.get(name) ?? []), value]);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const withAll = await run(scenario, last, replicate);
    for (const world of worlds) {
      const without = await run(world.scenario, world.to, replicate);
      for (const trial of world.trials) {
        if (trial.kind === 'deadweight') keep(aids, trial.name, aidsOf(trial, withAll, without, options));
        else
          for (const [id, value] of outcomesOf(trial, panelOf(withAll), panelOf(without)))
            keep(outcomes, `${trial.name} ${id}`, value);
      }
    }
  }
  return trials.map((trial) => {
    if (trial.kind === 'deadweight') return { trial, aids: judgeAids(aids.get(trial.name) ?? []) };
    const judged = trial.outcomes.map((one) =>
      judgeOutcome(one, outcomes.get(`${trial.name} ${one.id}`) ?? []),
    );
    return { trial, outcomes: judged };
  });
}

/** Trials of the same world without a scheme share its run. */
function worldsWithout({ trials, scenario, catalogue }: TrialRuns): Without[] {
  const worlds = new Map<string, Without>();
  for (const trial of trials) {
    const changed = withoutScheme(scenario, trial);
    const key = digestJson(resolveParameters(catalogue, changed).toJSON() as unknown as Json);
    const known = worlds.get(key);
    worlds.set(key, {
      scenario: known?.scenario ?? changed,
      trials: [...(known?.trials ?? []), trial],
      to: Math.max(known?.to ?? 0, trial.to),
    });
  }
  return [...worlds.values()];
}

/** Simulates, and tells how far all runs have come; `lasts` are the last years of the runs of a replicate. */
function runner(options: TrialRuns, lasts: readonly number[], settlersOf: readonly number[]) {
  const monthsTo = (to: number) => FROZEN_MONTHS + (to - FIRST_YEAR + 1) * MONTHS_PER_YEAR;
  const total = options.replicates * lasts.reduce((sum, to) => sum + monthsTo(to), 0);
  let before = 0;
  return async (scenario: Scenario, to: number, replicate: number): Promise<RunResult> => {
    const { catalogue, geography, seed, scale, threads, signal } = options;
    const result = await simulate({
      scenario,
      catalogue,
      geography,
      seed,
      replicate,
      scale,
      threads,
      from: FIRST_YEAR,
      to,
      panel: { settlersOf },
      signal,
      onProgress: ({ done }) => options.onProgress?.({ done: before + done, total }),
    });
    before += monthsTo(to);
    return result;
  };
}

function panelOf({ panel }: RunResult): GpPanel {
  return panel ?? { years: [], settlers: [] };
}

/** What one replicate says of each outcome of a trial with controls. */
export function outcomesOf(
  trial: ControlledTrial,
  withScheme: GpPanel,
  without: GpPanel,
): [string, ReplicateOfOutcome][] {
  const samples = samplesOf(withScheme, trial);
  return trial.outcomes.map((one) => [
    one.id,
    { estimate: estimate(samples, one), twin: twinEffect(samples, without, one) },
  ]);
}

function aidsOf(
  trial: DeadweightTrial,
  withAids: RunResult,
  without: RunResult,
  { scenario, catalogue, geography }: TrialRuns,
): ReplicateOfAids {
  const parameters = resolveParameters(catalogue, scenario);
  const stopped = stoppedAids(
    parameters,
    resolveParameters(catalogue, withoutScheme(scenario, trial)),
    trial.from,
  );
  const inZac = parameters.list('settlement.aid.inZac', trial.from);
  const names = Object.keys(AIDS) as (keyof typeof AIDS)[];
  const departements = geography.territories.map(({ departement }) => departement);
  const view = ({ recording }: RunResult) => viewOf(recording, departements);
  const years = withAids.recording.years
    .map(({ year }) => year)
    .filter((year) => year >= yearOf(trial.from) && year <= trial.to);
  const sumOf = (run: RunView, measure: Parameters<RunView['byDepartement']>[0]) =>
    years.reduce((sum, year) => sum + total(run.byDepartement(measure, year)), 0);
  const [there, elsewhere] = [view(withAids), view(without)];
  const moneyOf = (run: RunView) => years.reduce((sum, year) => sum + run.value('settlementMoney', year), 0);
  return {
    firstMonth: firstMonthOf(
      settlersIn(withAids, trial.from),
      settlersIn(without, trial.from),
      (aid) => inZac[aid] > 0,
      stopped,
    ),
    aids: stopped.map((aid) => ({
      aid: names[aid],
      signed: sumOf(there, signedFor(names[aid])),
      deadweight: sumOf(there, deadweightOf(names[aid])),
    })),
    gpsGained: there.value('gpsInZones', trial.to) - elsewhere.value('gpsInZones', trial.to),
    millions: moneyOf(there) - moneyOf(elsewhere),
  };
}

function settlersIn({ panel }: RunResult, month: number): Settlers {
  const found = panel?.settlers.find((one) => one.month === month);
  return (
    found ?? {
      month,
      id: new Int32Array(),
      zone: new Uint8Array(),
      aid: new Uint8Array(),
      signed: [],
      deadweight: [],
    }
  );
}

function total(byDepartement: ReadonlyMap<string, number>): number {
  return [...byDepartement.values()].reduce((sum, value) => sum + value, 0);
}
