/** Worlds run by hand, month by month on one thread, so that a test can change one entity before the first month. */
import { type DrawKey, runKey } from '../../sim/base/draws.js';
import { beginMonth, bindPhases, runSerial, runTerritory, workOrder } from '../../sim/engine/execution.js';
import { FROZEN_MONTHS, setUpWorld } from '../../sim/engine/setup.js';
import { type Catalogue, loadCatalogue } from '../../sim/parameters/catalogue.js';
import type { ResolvedParameters } from '../../sim/parameters/resolved.js';
import type { Parameters } from '../../sim/parameters/types.js';
import { SCHEDULE } from '../../sim/rules/schedule.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { loadScenario } from '../../sim/scenario/load.js';
import { applySet } from '../../sim/scenario/set.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import { restrictGeography } from '../../sim/world/geography/restrict.js';
import type { PATIENT_SCHEMA } from '../../sim/world/patients.js';
import { DATA_SEED } from '../../sim/world/synthesis/data-seed.js';
import type { Geography } from '../../sim/world/territory.js';
import type { World } from '../../sim/world/world.js';

export interface Sources {
  readonly geography: Geography;
  readonly catalogue: Catalogue;
  readonly parameters: ResolvedParameters;
}

/** Geography of the places (codes of régions; all of France by default), catalogue, baseline under `settings`. */
export function readSources(places: readonly string[] = [], settings: readonly string[] = []): Sources {
  const catalogue = loadCatalogue();
  const scenario = settings.reduce(
    (changed, setting, i) => applySet(catalogue, changed, setting, i + 1),
    loadScenario('baseline', catalogue),
  );
  return {
    geography: restrictGeography(buildGeography(), places),
    catalogue,
    parameters: resolveParameters(catalogue, scenario),
  };
}

/** The world of January 2013, before its frozen months, with room up to the end of the year `to`. */
export function newWorld({ geography, parameters }: Sources, scale: number, to = 2014): World {
  return setUpWorld(geography, parameters, { scale, lanes: 1, to });
}

export interface Span {
  readonly from: number;
  readonly to: number;
  readonly frozen: boolean;
}

/** The frozen months of a world (the last `count` of them), and its first `months` months of history. */
export function frozenSpan(world: World, count = FROZEN_MONTHS): Span {
  const { startMonth } = world.size;
  return { from: startMonth - count, to: startMonth - 1, frozen: true };
}
export function historySpan(world: World, months: number): Span {
  const { startMonth } = world.size;
  return { from: startMonth, to: startMonth + months - 1, frozen: false };
}

export interface MonthOptions {
  readonly run?: DrawKey;
  readonly after?: (month: number) => void;
  /** Names of rules left out: what they write stays as the test sets it. */
  readonly without?: readonly string[];
}

/** Runs the months of a span; `after` is called at the end of each. */
export function runMonths(
  world: World,
  parameters: Parameters,
  span: Span,
  options: MonthOptions = {},
): void {
  const { without = [] } = options;
  const schedule = SCHEDULE.map((phase) => ({
    ...phase,
    rules: phase.rules.filter(({ name }) => !without.includes(name)),
  }));
  const run = options.run ?? (span.frozen ? DATA_SEED : runKey('months', 0));
  const phases = bindPhases(world, parameters, run, span.frozen, schedule);
  const order = workOrder(world);
  for (let month = span.from; month <= span.to; month++) {
    beginMonth(phases, month);
    for (const bound of phases) {
      if (!bound.phase.spread) runSerial(bound, month);
      else for (const z of order) runTerritory(bound, z, 0);
    }
    options.after?.(month);
  }
}

/** Where a person is and in what state: territory, then every column but the key, as text to compare. */
export type PersonColumn = Exclude<keyof typeof PATIENT_SCHEMA, 'key'>;
export interface Person {
  readonly territory: number;
  readonly values: string;
}

/** The living by key, with the columns named. */
export function peopleByKey(world: World, columns: readonly PersonColumn[]): Map<number, Person> {
  const { start, count, columns: table } = world.patients;
  const people = new Map<number, Person>();
  for (let z = 0; z + 1 < start.length; z++) {
    for (let i = start[z]; i < start[z] + count[z]; i++) {
      people.set(table.key[i], { territory: z, values: columns.map((name) => table[name][i]).join(' ') });
    }
  }
  return people;
}
