/**
 * Newborns and people from abroad: how many come to a territory in a month, and who they are. Everything is drawn
 * from keys of place and month, never from the number of people, so that one more birth changes no other child.
 */

import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { firstAbove, pick, runningSums } from '../../base/cumulated.js';
import { poissonAgents } from '../../base/distributions.js';
import { type DrawKey, draw, drawIndexed, drawKey, streamId, unit } from '../../base/draws.js';
import { MaillageError } from '../../base/errors.js';
import type { Parameters } from '../../parameters/types.js';
import { AGES, CLASSES } from '../../world/demography/ages.js';
import {
  immigrantKey,
  MOST_IMMIGRANTS,
  MOST_NEWBORNS,
  MOST_POOR_NEWBORNS,
  needClass,
  newbornKey,
} from '../../world/demography/arrival-keys.js';
import { type ChronicSurface, chronicSurface } from '../../world/demography/chronic.js';
import type { MigrationRates } from '../../world/demography/migration-rates.js';
import { CHRONIC_SHIFT, FEMALE, LOW_INCOME, NOTHING_REMEMBERED, SEARCHING } from '../../world/patients.js';
import type { World } from '../../world/world.js';
import type { Newcomer } from './register.js';

const BIRTHS = streamId('demography.births');
const NEWBORN = streamId('demography.newborn');
const IMMIGRATION = streamId('demography.immigration');
const IMMIGRANT = streamId('demography.immigrant');
/** Independent traits of one arrival. */
const SEX = 0;
const NEED = 1;
const INCOME = 2;
const CLASS = 3;
const AGE = 4;
const MONTH = 5;
const SEARCH = 6;

export interface Arrivals {
  begin(month: number, rates: MigrationRates, fromAbroad: Float64Array): void;
  /** Adds the newborns of territory z at the end of its rows, given the women of 15–49 of one income row. */
  bear(z: number, women: number, isPoor: boolean): number;
  /** Adds a newcomer of whom all is known. */
  add: Newcomer;
  /** Adds the people from abroad, given the people of z by age class; counts them in `come` by income. */
  immigrate(z: number, people: ArrayLike<number>, come: Int32Array): void;
}

/** `nextRow(z)` gives a free row at the end of z, already counted. */
export function makeArrivals(
  world: World,
  parameters: Parameters,
  run: DrawKey,
  regionOf: Int32Array,
  nextRow: (z: number) => number,
): Arrivals {
  const { key, doctor, birth, flags, need, monthsWithout, sinceUnmet, overdue } = world.patients.columns;
  const { scale, startMonth } = world.size;
  const ages = new Float64Array(AGES);
  const classSums = new Float64Array(CLASSES);
  const classPeople = new Float64Array(CLASSES);
  const rate = { perWoman: 0, female: 0, lowIncome: 0, femaleArrivals: 0, searching: 0 };
  const keys = { births: run, newborn: run, immigration: run, immigrant: run };
  let regional: readonly number[] = [];
  let rates: MigrationRates | undefined;
  let abroad: ArrayLike<number> = [];
  let surface: ChronicSurface | undefined;
  let now = 0;

  function add(z: number, id: number, bornIn: number, bits: number, needOf: number): void {
    const i = nextRow(z);
    key[i] = id;
    doctor[i] = -1;
    birth[i] = bornIn;
    flags[i] = bits;
    need[i] = needOf;
    monthsWithout[i] = 0;
    sinceUnmet[i] = NOTHING_REMEMBERED;
    overdue[i] = 0;
  }

  function newborn(z: number, n: number, isPoor: boolean): void {
    const { a, b } = keys.newborn;
    const id = newbornKey(z, now - startMonth, n, isPoor);
    const isGirl = unit(drawIndexed(a, b, id, SEX)) < rate.female;
    const bits = (isGirl ? FEMALE : 0) | (isPoor ? LOW_INCOME : 0);
    add(z, id, now, bits, needClass(drawIndexed(a, b, id, NEED)));
  }

  /** Agents of a mean, from the two draws of a place. */
  function agents(mean: number, { a, b }: DrawKey, place: number): number {
    return poissonAgents(mean, scale, unit(drawIndexed(a, b, place, 0)), unit(drawIndexed(a, b, place, 1)));
  }

  function bear(z: number, women: number, isPoor: boolean): number {
    const mean = (women * rate.perWoman * regional[regionOf[z]]) / MONTHS_PER_YEAR;
    const born = agents(mean, keys.births, z * 2 + (isPoor ? 1 : 0));
    const most = isPoor ? MOST_POOR_NEWBORNS : MOST_NEWBORNS;
    if (born > most) tooMany(z, born, most, 'births');
    for (let n = 0; n < born; n++) newborn(z, n, isPoor);
    return born;
  }

  function immigrate(z: number, people: ArrayLike<number>, come: Int32Array): void {
    const { net, exchange } = rates as MigrationRates;
    for (let c = 0; c < CLASSES; c++) {
      const gain = Math.max(0, net[regionOf[z] * CLASSES + c]) * abroad[c];
      classPeople[c] = (people[c] * (gain + exchange[c])) / MONTHS_PER_YEAR;
    }
    runningSums(classPeople, classSums);
    const arriving = agents(classSums[CLASSES - 1], keys.immigration, z);
    if (arriving > MOST_IMMIGRANTS) tooMany(z, arriving, MOST_IMMIGRANTS, 'arrivals from abroad');
    for (let n = 0; n < arriving; n++) come[immigrant(z, n)]++;
  }

  /** Adds the n-th of the month; returns the income row. */
  function immigrant(z: number, n: number): number {
    const { a, b } = keys.immigrant;
    const { classOf } = rates as MigrationRates;
    const id = immigrantKey(z, now - startMonth, n);
    const u = (trait: number) => unit(drawIndexed(a, b, id, trait));
    const c = pick(classSums, u(CLASS));
    const from = classOf.indexOf(c);
    const last = classOf.lastIndexOf(c);
    const before = from > 0 ? ages[from - 1] : 0;
    const target = before + u(AGE) * (ages[last] - before);
    const age = firstAbove(ages, target, from, last);
    const months = Math.floor((age + u(MONTH)) * MONTHS_PER_YEAR);
    const share = (surface as ChronicSurface).share(
      months / MONTHS_PER_YEAR,
      (now - startMonth) / MONTHS_PER_YEAR,
    );
    const several = (surface as ChronicSurface).several(months / MONTHS_PER_YEAR);
    const ill = unit(draw(a, b, id));
    const state = ill < share * several ? 2 : ill < share ? 1 : 0;
    const isPoor = u(INCOME) < rate.lowIncome;
    const bits =
      (u(SEX) < rate.femaleArrivals ? FEMALE : 0) |
      (isPoor ? LOW_INCOME : 0) |
      (u(SEARCH) < rate.searching ? SEARCHING : 0) |
      (state << CHRONIC_SHIFT);
    add(z, id, now - months, bits, needClass(drawIndexed(a, b, id, NEED)));
    return isPoor ? 1 : 0;
  }

  function tooMany(z: number, found: number, most: number, what: string): never {
    const place = world.geography.territories[z].name;
    throw new MaillageError(
      'internal',
      `${found} ${what} in one month in ${place}, more than the ${most} that have a key: check births and migration, or raise the scale`,
      { exitCode: 1 },
    );
  }

  return {
    begin(month, monthRates, fromAbroad) {
      now = month;
      rates = monthRates;
      abroad = fromAbroad;
      runningSums(monthRates.arrivalAges, ages);
      surface = chronicSurface(parameters, month);
      regional = parameters.list('births.regional', month);
      rate.perWoman = parameters.number('births.perWoman', month);
      rate.female = parameters.number('births.femaleShare', month);
      rate.lowIncome = parameters.number('migration.lowIncome', month);
      rate.femaleArrivals = parameters.number('migration.femaleShare', month);
      rate.searching = parameters.number('migration.searching', month);
      keys.births = drawKey(run, BIRTHS, month);
      keys.newborn = drawKey(run, NEWBORN, month);
      keys.immigration = drawKey(run, IMMIGRATION, month);
      keys.immigrant = drawKey(run, IMMIGRANT, month);
    },
    add,
    bear,
    immigrate,
  };
}
