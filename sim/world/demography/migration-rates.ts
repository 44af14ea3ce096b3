/** Yearly rates of moving by age, and of net migration by région and age class. */
import type { Parameters } from '../../parameters/types.js';
import { AGES, byAge, CLASSES, classOfAges, SEXES } from './ages.js';
import { REGIONS } from './regions.js';

const NET_PATHS = ['0to19', '20to39', '40to59', '60to74', '75plus'].map((name) => `migration.net.${name}`);

export interface MigrationRates {
  /** Chance a year to move to another territory, by completed age. */
  readonly move: Float64Array;
  /** Chance a year to leave the country, by completed age. */
  readonly abroad: Float64Array;
  /** Arrivals a year from abroad that balance it, relative to the people of each class. */
  readonly exchange: Float64Array;
  /** Mobility of an age relative to its class. */
  readonly profile: Float64Array;
  /** Net gain a year by région row × CLASSES + class, relative to the class's people. */
  readonly net: Float64Array;
  /** By région row: chance a year to leave the région for good or the country, by completed age. */
  readonly leaving: readonly Float64Array[];
  /** Share of each completed age among those who arrive in its class. */
  readonly arrivalAges: Float64Array;
  /** Class of each completed age. */
  readonly classOf: Uint8Array;
}

/** Rates in force in `month`; `shape` is the national pyramid (sex row × AGES + age) that weighs ages. */
export function migrationRates(parameters: Parameters, month: number, shape: Float64Array): MigrationRates {
  const move = byAge(parameters, 'migration.moves', month);
  const classOf = classOfAges();
  const people = new Float64Array(CLASSES);
  const moving = new Float64Array(CLASSES);
  let all = 0;
  let allMoving = 0;
  for (let cell = 0; cell < SEXES * AGES; cell++) {
    const age = cell % AGES;
    people[classOf[age]] += shape[cell];
    moving[classOf[age]] += shape[cell] * move[age];
    all += shape[cell];
    allMoving += shape[cell] * move[age];
  }
  // Where nobody moves inside the country, all ages leave and arrive alike.
  const relative = (rate: number, mean: number) => (mean > 0 ? rate / mean : 1);
  const profile = move.map((rate, age) => relative(rate, moving[classOf[age]] / people[classOf[age]]));
  const emigration = parameters.number('migration.emigration', month);
  const abroad = move.map((rate) => emigration * relative(rate, allMoving / all));
  const net = new Float64Array(REGIONS * CLASSES);
  NET_PATHS.forEach((path, c) => {
    parameters.list(path, month).forEach((rate, region) => {
      net[region * CLASSES + c] = rate;
    });
  });
  return {
    move,
    abroad,
    exchange: moving.map((flow, c) => emigration * relative(flow / people[c], allMoving / all)),
    profile,
    net,
    leaving: Array.from({ length: REGIONS }, (_, region) =>
      abroad.map((rate, age) => rate + Math.max(0, -net[region * CLASSES + classOf[age]]) * profile[age]),
    ),
    arrivalAges: profile.map(
      (weight, age) => (weight * (shape[age] + shape[AGES + age])) / people[classOf[age]],
    ),
    classOf,
  };
}

export interface NetFlows {
  /** Share of those who leave a losing région for another région of France rather than abroad, by class. */
  readonly staying: Float64Array;
  /** Share of a gaining région's net gain that comes from abroad, by class. */
  readonly fromAbroad: Float64Array;
}

/** How net losses and gains meet, given people by région row × CLASSES + class. */
export function netFlows(net: Float64Array, people: ArrayLike<number>): NetFlows {
  const staying = new Float64Array(CLASSES);
  const fromAbroad = new Float64Array(CLASSES);
  for (let c = 0; c < CLASSES; c++) {
    let lost = 0;
    let gained = 0;
    for (let cell = c; cell < net.length; cell += CLASSES) {
      if (net[cell] < 0) lost -= net[cell] * people[cell];
      else gained += net[cell] * people[cell];
    }
    staying[c] = lost > 0 ? Math.min(1, gained / lost) : 1;
    fromAbroad[c] = gained > 0 ? Math.max(0, 1 - lost / gained) : 0;
  }
  return { staying, fromAbroad };
}
