/**
 * The expected population of each région to the end of the run: the same rates as the monthly rule, applied to
 * expected numbers by generation in quarter years. It sizes the tables, weighs the destinations of movers, and
 * is what net migration was calibrated with.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import type { Geography } from '../territory.js';
import { AGES, CLASSES, classOfAges, FEMALE_ROW, SEXES } from './ages.js';
import { MOTHER_BEFORE, MOTHER_FROM } from './census.js';
import { type MigrationRates, migrationRates, netFlows } from './migration-rates.js';
import { nearChances, nearLinks } from './mobility.js';
import { baseHazards, deathFactor } from './mortality.js';
import { generations, type InitialPopulation, initialPopulation } from './pyramid.js';
import { REGIONS } from './regions.js';

const STEPS_PER_YEAR = 4;
/** Step in which the moves of the whole year are made. */
const MIXING_STEP = STEPS_PER_YEAR / 2;

export interface Projection {
  readonly initial: InitialPopulation;
  /** By year since the start, then région row × CLASSES + class: people at the start of the year. */
  readonly classes: readonly Float64Array[];
  /** By year since the start, then région row: births, deaths and net migration of the year. */
  readonly births: readonly Float64Array[];
  readonly deaths: readonly Float64Array[];
  /** People of each région row at the start of a year (held at the last year's after it). */
  people(year: number, region: number): number;
}

/** Generations of one sex and région: row 0 is born during the year, row a + 1 is aged a at its start. */
type Generations = Float64Array;
const ROWS = AGES + 1;

/** Projects from `start` to `end` (months). */
export function project(
  geography: Geography,
  parameters: Parameters,
  start: number,
  end: number,
): Projection {
  const initial = initialPopulation(geography, parameters, start);
  const shape = generations(parameters, start);
  const flows = regionFlows(geography, parameters, initial, start);
  const state: Generations[] = initial.ages.flatMap((ages) =>
    Array.from({ length: SEXES }, (_, sex) => {
      const rows = new Float64Array(ROWS);
      rows.set(ages.subarray(sex * AGES, (sex + 1) * AGES), 1);
      return rows;
    }),
  );
  const classes = [classesOf(state, 0)];
  const births: Float64Array[] = [];
  const deaths: Float64Array[] = [];
  const hazards = baseHazards(parameters, start);
  let rates = migrationRates(parameters, start, shape);
  let changing = parameters.nextChange('migration', start);
  const years = Math.ceil((end + 1 - start) / MONTHS_PER_YEAR);
  for (let year = 0; year < years; year++) {
    const born = new Float64Array(REGIONS);
    const dead = new Float64Array(REGIONS);
    for (let step = 0; step < STEPS_PER_YEAR; step++) {
      const month = start + year * MONTHS_PER_YEAR + (step * MONTHS_PER_YEAR) / STEPS_PER_YEAR;
      const elapsed = (step + 1 / 2) / STEPS_PER_YEAR;
      if (month >= changing) {
        rates = migrationRates(parameters, month, shape);
        changing = parameters.nextChange('migration', month);
      }
      bear(state, elapsed, parameters, month, born);
      die(
        state,
        elapsed,
        hazards,
        stepFactors(parameters, month, start),
        parameters.list('mortality.regional', month),
        dead,
      );
      migrate(state, elapsed, rates);
      if (step === MIXING_STEP) mix(state, elapsed, rates.move, flows);
    }
    births.push(born);
    deaths.push(dead);
    for (const rows of state) {
      rows.copyWithin(1, 0, ROWS - 1);
      rows[0] = 0;
    }
    classes.push(classesOf(state, 0));
  }
  return {
    initial,
    classes,
    births,
    deaths,
    people: (year, region) => {
      const row = classes[Math.min(Math.max(0, year), classes.length - 1)];
      let sum = 0;
      for (let c = 0; c < CLASSES; c++) sum += row[region * CLASSES + c];
      return sum;
    },
  };
}

/** A rate by completed age for generation row `k` when `elapsed` of the year has gone. */
function mixed(rates: ArrayLike<number>, k: number, elapsed: number): number {
  const before = k > 0 ? rates[k - 1] : rates[0];
  return before + elapsed * (rates[Math.min(k, AGES - 1)] - before);
}

function classesOf(state: readonly Generations[], elapsed: number): Float64Array {
  const classOf = classOfAges();
  const sums = new Float64Array(REGIONS * CLASSES);
  state.forEach((rows, cell) => {
    const region = Math.floor(cell / SEXES);
    for (let k = 0; k < ROWS; k++) {
      const before = classOf[Math.max(0, k - 1)];
      const after = classOf[Math.min(k, AGES - 1)];
      sums[region * CLASSES + before] += rows[k] * (1 - elapsed);
      sums[region * CLASSES + after] += rows[k] * elapsed;
    }
  });
  return sums;
}

/** Mortality of a step relative to the base, by sex: the mean over its months, since crises are dated by month. */
function stepFactors(parameters: Parameters, month: number, start: number): number[] {
  const months = MONTHS_PER_YEAR / STEPS_PER_YEAR;
  return Array.from({ length: SEXES }, (_, sex) => {
    let sum = 0;
    for (let m = 0; m < months; m++) sum += deathFactor(parameters, sex, month + m, start);
    return sum / months;
  });
}

function bear(
  state: readonly Generations[],
  elapsed: number,
  parameters: Parameters,
  month: number,
  born: Float64Array,
): void {
  const perWoman = parameters.number('births.perWoman', month);
  const regional = parameters.list('births.regional', month);
  const female = parameters.number('births.femaleShare', month);
  for (let region = 0; region < REGIONS; region++) {
    const rows = state[region * SEXES + FEMALE_ROW];
    let women = 0;
    for (let age = MOTHER_FROM; age < MOTHER_BEFORE; age++) {
      women += rows[age + 1] * (1 - elapsed) + rows[age] * elapsed;
    }
    const births = (women * perWoman * regional[region]) / STEPS_PER_YEAR;
    for (let sex = 0; sex < SEXES; sex++) {
      state[region * SEXES + sex][0] += births * (sex === FEMALE_ROW ? female : 1 - female);
    }
    born[region] += births;
  }
}

function die(
  state: readonly Generations[],
  elapsed: number,
  hazards: readonly Float64Array[],
  factors: readonly number[],
  regional: readonly number[],
  dead: Float64Array,
): void {
  state.forEach((rows, cell) => {
    const region = Math.floor(cell / SEXES);
    const factor = (factors[cell % SEXES] * regional[region]) / STEPS_PER_YEAR;
    for (let k = 0; k < ROWS; k++) {
      const hazard = mixed(hazards[cell % SEXES], k, elapsed) * factor;
      const lost = rows[k] * (1 - Math.exp(-hazard));
      rows[k] -= lost;
      dead[region] += lost;
    }
  });
}

/** Net flows between régions and with other countries, and the exchange with other countries that balances. */
function migrate(state: readonly Generations[], elapsed: number, rates: MigrationRates): void {
  const people = classesOf(state, elapsed);
  const gains = arrivals(rates, people);
  state.forEach((rows, cell) => {
    const region = Math.floor(cell / SEXES);
    const leaving = rates.leaving[region];
    for (let k = 0; k < ROWS; k++) rows[k] -= (rows[k] * mixed(leaving, k, elapsed)) / STEPS_PER_YEAR;
    for (let age = 0; age < AGES; age++) {
      const gain = gains[region * CLASSES + rates.classOf[age]] * rates.arrivalAges[age];
      const one = gain / (SEXES * STEPS_PER_YEAR);
      rows[age + 1] += one * (1 - elapsed);
      rows[age] += one * elapsed;
    }
  });
}

/** People a year who arrive in each région and class. */
function arrivals(rates: MigrationRates, people: Float64Array): Float64Array {
  const { staying, fromAbroad } = netFlows(rates.net, people);
  const gained = new Float64Array(CLASSES);
  const lost = new Float64Array(CLASSES);
  for (let cell = 0; cell < people.length; cell++) {
    const flow = rates.net[cell] * people[cell];
    if (flow > 0) gained[cell % CLASSES] += flow;
    else lost[cell % CLASSES] -= flow;
  }
  return people.map((inhabitants, cell) => {
    const c = cell % CLASSES;
    const gain = Math.max(0, rates.net[cell] * inhabitants);
    const fromRegions = gained[c] > 0 ? (lost[c] * staying[c] * gain) / gained[c] : 0;
    return gain * fromAbroad[c] + fromRegions + rates.exchange[c] * inhabitants;
  });
}

/** Moves that balance between territories still mix the ages of régions. */
function mix(state: readonly Generations[], elapsed: number, move: Float64Array, flows: RegionFlows): void {
  const people = new Float64Array(REGIONS);
  state.forEach((rows, cell) => {
    people[Math.floor(cell / SEXES)] += rows.reduce((sum, value) => sum + value, 0);
  });
  const all = people.reduce((sum, value) => sum + value, 0);
  if (all === 0) return;
  const moving = new Float64Array(REGIONS);
  for (let sex = 0; sex < SEXES; sex++) {
    for (let k = 0; k < ROWS; k++) {
      let total = 0;
      for (let r = 0; r < REGIONS; r++) {
        moving[r] = state[r * SEXES + sex][k] * mixed(move, k, elapsed);
        total += moving[r];
      }
      for (let r = 0; r < REGIONS; r++) {
        let change = flows.far * ((total * people[r]) / all - moving[r]);
        for (let other = 0; other < REGIONS; other++) {
          change +=
            moving[other] * flows.near[other * REGIONS + r] - moving[r] * flows.near[r * REGIONS + other];
        }
        state[r * SEXES + sex][k] += change;
      }
    }
  }
}

interface RegionFlows {
  /** Share of movers who go anywhere. */
  readonly far: number;
  /** Share of a région row's movers who cross into another by a near move. */
  readonly near: Float64Array;
}

function regionFlows(
  geography: Geography,
  parameters: Parameters,
  initial: InitialPopulation,
  start: number,
): RegionFlows {
  const { people, regionOf, regionPeople } = initial;
  const links = nearLinks(geography.neighbours, parameters, start);
  const chances = new Float64Array(links.territory.length);
  const going = nearChances(links, people, chances) || 1;
  const nearShare = parameters.number('migration.nearShare', start);
  const near = new Float64Array(REGIONS * REGIONS);
  for (let z = 0; z < people.length; z++) {
    for (let e = links.start[z]; e < links.start[z + 1]; e++) {
      const from = regionOf[z];
      const to = regionOf[links.territory[e]];
      const chance = chances[e] - (e > links.start[z] ? chances[e - 1] : 0);
      if (from !== to)
        near[from * REGIONS + to] += (people[z] * chance * nearShare) / (going * regionPeople[from]);
    }
  }
  return { far: 1 - nearShare, near };
}
