/** Runs demography and migration alone, month by month, and counts what they leave. */
import { monthOf } from '../../sim/base/calendar.js';
import { type DrawKey, runKey } from '../../sim/base/draws.js';
import type { Catalogue } from '../../sim/parameters/catalogue.js';
import type { Parameters } from '../../sim/parameters/types.js';
import { demography } from '../../sim/rules/demography/demography.js';
import { migration } from '../../sim/rules/migration.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { loadScenario } from '../../sim/scenario/load.js';
import { applySet } from '../../sim/scenario/set.js';
import { REGION_CODES, regionRows } from '../../sim/world/demography/regions.js';
import { patientCapacity, synthesisePatients } from '../../sim/world/synthesis/patients.js';
import type { Geography } from '../../sim/world/territory.js';
import { allocateWorld, type World } from '../../sim/world/world.js';
import { opened } from './opened.js';

export const START = monthOf(2013, 1);
export const DATA_SEED: DrawKey = runKey('people test data', 0);
const CLASSES = 5;

/** The baseline with settings as on the command line: `mortality.level=0`. */
export function parametersWith(catalogue: Catalogue, ...settings: string[]): Parameters {
  const scenario = settings.reduce(
    (changed, setting, i) => applySet(catalogue, changed, setting, i + 1),
    loadScenario('baseline', catalogue),
  );
  return resolveParameters(catalogue, scenario);
}

export interface PeopleOptions {
  readonly scale: number;
  readonly lanes?: number;
  readonly to?: number;
  /** Rows in each territory beyond the capacity that is computed. */
  readonly spare?: number;
}

/** The people of 2013 in a world with `physicians` empty rows of GPs. */
export function peopleOf2013(geography: Geography, parameters: Parameters, options: PeopleOptions): World {
  const endMonth = monthOf(options.to ?? 2022, 12);
  const capacity = patientCapacity(geography, parameters, options.scale, endMonth);
  const patientCapacities = capacity.map((rows) => rows + (options.spare ?? 0));
  const rows = patientCapacities.reduce((sum, n) => sum + n, 0);
  const world = allocateWorld(
    {
      scale: options.scale,
      lanes: options.lanes ?? 1,
      physicians: 50,
      nurses: 1,
      patientCapacity: patientCapacities,
      moverCapacity: rows,
      startMonth: START,
      endMonth,
    },
    geography,
  );
  synthesisePatients(world, parameters, DATA_SEED);
  return world;
}

export interface Month {
  readonly month: number;
  /** Movers on their way at the end of the month. */
  readonly moving: number;
}

/** Runs the two rules for `months`; territories are dealt to the lanes in turn. */
export function runPeople(
  world: World,
  parameters: Parameters,
  months: number,
  after: (month: Month) => void = () => {},
  seed = 'people',
): void {
  const run = runKey(seed, 0);
  const people = opened(demography, world, parameters, run);
  const sorting = opened(migration, world, parameters, run);
  const territories = world.geography.territories.length;
  for (let month = START; month < START + months; month++) {
    people.begin?.(month);
    for (let z = 0; z < territories; z++) people.territory?.(z, z % world.size.lanes);
    sorting.serial?.(month);
    after({ month, moving: world.movers.arrivalStart[territories] });
  }
}

/** Sum of a column of the patient tallies, in agents. */
export function total(world: World, column: 'births' | 'deaths' | 'arrivals' | 'departures' | 'ald'): number {
  return world.tallies.columns[column].reduce((sum, value) => sum + value, 0);
}

export function agents(world: World): number {
  return world.geography.territories.reduce((sum, _territory, z) => sum + world.patients.count[z], 0);
}

/** People by région code and age class, from the tallies. */
export function peopleByRegion(world: World): Map<string, number[]> {
  const rows = regionRows(world.geography);
  const found = new Map<string, number[]>();
  const { ages } = world.tallies.columns;
  for (let z = 0; z < rows.length; z++) {
    const code = REGION_CODES[rows[z]];
    const classes = found.get(code) ?? new Array<number>(CLASSES).fill(0);
    for (let cell = 2 * z * CLASSES; cell < 2 * (z + 1) * CLASSES; cell++) {
      classes[cell % CLASSES] += ages[cell] * world.size.scale;
    }
    found.set(code, classes);
  }
  return found;
}

/** Everybody alive in a territory, by key: territory, birth, flags and doctor in one text. */
export function everybody(world: World): Map<number, string> {
  const { key, birth, flags, doctor, need } = world.patients.columns;
  const { start, count } = world.patients;
  const people = new Map<number, string>();
  for (let z = 0; z < world.geography.territories.length; z++) {
    for (let i = start[z]; i < start[z] + count[z]; i++) {
      if (people.has(key[i])) throw new Error(`two people have the key ${key[i]}`);
      people.set(key[i], [z, birth[i], flags[i], doctor[i], need[i]].join(' '));
    }
  }
  return people;
}
