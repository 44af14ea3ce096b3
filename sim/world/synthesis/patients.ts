/**
 * The patients of the first month: agents of each territory with age, sex, income, chronic state and need class.
 *
 * Nothing is left to chance that a published figure fixes: agents per territory by largest remainder inside the
 * région, ages by spreading the région's pyramid evenly over its agents (a Kronecker sequence, so that each
 * territory has the région's ages at every scale). Income and chronic state are drawn with the data seed.
 */
import { MONTHS_PER_YEAR, monthOf } from '../../base/calendar.js';
import { type DrawKey, draw, drawKey, streamId, threshold } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { AGES, FEMALE_ROW, SEXES } from '../demography/ages.js';
import { CELL_MASK, cellOfMonths, GROUPS, groupOfCells, writeCensus } from '../demography/census.js';
import { chronicSurface } from '../demography/chronic.js';
import { project } from '../demography/projection.js';
import { type InitialPopulation, initialPopulation } from '../demography/pyramid.js';
import { OVERSEAS, REGIONS } from '../demography/regions.js';
import { isKept } from '../geography/restrict.js';
import { CHRONIC_SHIFT, FEMALE, initialKey, LOW_INCOME, NOTHING_REMEMBERED } from '../patients.js';
import { type Geography, RURAL_CLASSES } from '../territory.js';
import type { World } from '../world.js';

const INCOME = streamId('synthesis.lowIncome');
const CHRONIC = streamId('synthesis.chronic');
/** Month that the parameters of `population.yaml` describe: the first of history. */
const START = monthOf(2013, 1);

/** Irrational steps of the two even spreads: the golden ratio (ages), the plastic number (need). */
const AGE_STEP = (Math.sqrt(5) - 1) / 2;
const NEED_STEP = 0.7548776662466927;
const NEED_CLASSES = 256;

/** Room above the expected peak: a share for uneven growth inside a région, standard deviations, and a few rows. */
const ROOM_SHARE = 0.015;
const ROOM_DEVIATIONS = 5;
const ROOM_ROWS = 12;

/**
 * Rows for the agents of each territory up to `endMonth`: the expected peak of its région's growth and room for
 * chance.
 */
export function patientCapacity(
  geography: Geography,
  parameters: Parameters,
  scale: number,
  endMonth: number,
): number[] {
  const { initial, classes, people } = project(geography, parameters, START, endMonth);
  const growth = Float64Array.from({ length: REGIONS }, (_, region) => {
    const first = people(0, region);
    return first > 0 ? Math.max(...classes.map((_row, year) => people(year, region))) / first : 1;
  });
  return Array.from(agentsOf(initial, scale), (agents, z) => {
    if (!isKept(geography, z)) return 0;
    const peak = agents * growth[initial.regionOf[z]];
    return Math.ceil(peak * (1 + ROOM_SHARE) + ROOM_DEVIATIONS * Math.sqrt(peak)) + ROOM_ROWS;
  });
}

/** Agents of each territory: its people ÷ scale, rounded so that each région has its people to the nearest agent. */
export function agentsOf(initial: InitialPopulation, scale: number): Int32Array {
  const agents = Int32Array.from(initial.people, (people) => Math.floor(people / scale));
  for (let region = 0; region < REGIONS; region++) {
    const rows = [...initial.regionOf.keys()].filter((z) => initial.regionOf[z] === region);
    const given = rows.reduce((sum, z) => sum + agents[z], 0);
    const missing = Math.round(initial.regionPeople[region] / scale) - given;
    const remainder = (z: number) => initial.people[z] / scale - agents[z];
    const first = rows.sort((a, b) => remainder(b) - remainder(a) || a - b).slice(0, missing);
    for (const z of first) agents[z]++;
  }
  return agents;
}

/** Fills the patients of an empty world, and the tallies that demography keeps, as they stand before the first month. */
export function synthesisePatients(world: World, parameters: Parameters, dataSeed: DrawKey): void {
  const month = world.size.startMonth;
  const initial = initialPopulation(world.geography, parameters, month);
  const agents = agentsOf(initial, world.size.scale);
  const lowIncome = lowIncomeShares(world.geography, parameters, initial, month);
  const chronic = chronicThresholds(parameters, month);
  const incomeKey = drawKey(dataSeed, INCOME, month);
  const chronicKey = drawKey(dataSeed, CHRONIC, month);
  const { key, doctor, birth, flags, need, sinceUnmet } = world.patients.columns;
  const { start, count } = world.patients;
  const spreads = regionSpreads(initial, agents);
  const cellOf = cellOfMonths();
  const groupOf = groupOfCells();
  let ordinal = 0;
  for (let z = 0; z < agents.length; z++) {
    if (!isKept(world.geography, z)) {
      ordinal += agents[z];
      continue;
    }
    const spread = spreads[initial.regionOf[z]];
    const poor = threshold(lowIncome[z]);
    const counts = new Int32Array(GROUPS);
    for (let i = start[z]; i < start[z] + agents[z]; i++) {
      const id = initialKey(ordinal++);
      const cell = nextCell(spread);
      const months = Math.floor(cell / SEXES);
      const ill = draw(chronicKey.a, chronicKey.b, id);
      const state = ill < chronic.several[months] ? 2 : ill < chronic.any[months] ? 1 : 0;
      const sex = cell % SEXES === FEMALE_ROW ? FEMALE : 0;
      const income = draw(incomeKey.a, incomeKey.b, id) < poor ? LOW_INCOME : 0;
      key[i] = id;
      doctor[i] = -1;
      // Nobody has lived the first month yet: the youngest were born in the month before.
      birth[i] = month - 1 - months;
      flags[i] = sex | income | (state << CHRONIC_SHIFT);
      need[i] = Math.floor(NEED_CLASSES * fraction(ordinal * NEED_STEP));
      sinceUnmet[i] = NOTHING_REMEMBERED;
      counts[groupOf[cellOf[months] | (flags[i] & CELL_MASK)]]++;
    }
    count[z] = agents[z];
    writeCensus(counts, world.tallies.columns, z);
  }
}

/** Even spread of a région's pyramid over its agents. */
interface Spread {
  /** Agents of the région, the step of the sequence (coprime to it), and its place. */
  readonly size: number;
  readonly step: number;
  place: number;
  /** Running people by completed age × SEXES + sex, and where to start looking for a place. */
  readonly sums: Float64Array;
  readonly guide: Uint16Array;
}

const GUIDES = 4096;

function regionSpreads(initial: InitialPopulation, agents: Int32Array): Spread[] {
  return Array.from(initial.ages, (people, region) => {
    const size = agents.reduce((sum, n, z) => sum + (initial.regionOf[z] === region ? n : 0), 0);
    const sums = new Float64Array(AGES * SEXES);
    let sum = 0;
    for (let cell = 0; cell < sums.length; cell++) {
      sum += people[(cell % SEXES) * AGES + Math.floor(cell / SEXES)];
      sums[cell] = sum;
    }
    const guide = new Uint16Array(GUIDES);
    for (let g = 0, cell = 0; g < GUIDES; g++) {
      while (cell + 1 < sums.length && sums[cell] <= (g / GUIDES) * sum) cell++;
      guide[g] = cell;
    }
    return { size, step: coprimeStep(size), place: 0, sums, guide };
  });
}

/** Months lived × SEXES + sex of the spread's next agent. */
function nextCell(spread: Spread): number {
  const { size, step, sums, guide } = spread;
  const share = (spread.place + 1 / 2) / size;
  spread.place = (spread.place + step) % size;
  const target = share * sums[sums.length - 1];
  let cell = guide[Math.floor(share * GUIDES)];
  while (sums[cell] <= target) cell++;
  const before = cell > 0 ? sums[cell - 1] : 0;
  // The agents of one year of age are born over its twelve months.
  const month = Math.floor((MONTHS_PER_YEAR * (target - before)) / (sums[cell] - before));
  const months = Math.floor(cell / SEXES) * MONTHS_PER_YEAR + Math.min(month, MONTHS_PER_YEAR - 1);
  return months * SEXES + (cell % SEXES);
}

/** The whole number nearest below `size` × golden ratio without common divisor with `size`. */
function coprimeStep(size: number): number {
  let step = Math.max(1, Math.floor(size * AGE_STEP));
  while (divisor(step, size) > 1) step--;
  return step;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function fraction(x: number): number {
  return x - Math.floor(x);
}

/** Share of people with a low income in each territory; their mean is the country's. */
function lowIncomeShares(
  geography: Geography,
  parameters: Parameters,
  initial: InitialPopulation,
  month: number,
): Float64Array {
  const byClass = parameters.list('population.lowIncomeByClass', month);
  const overseas = parameters.number('population.lowIncomeOverseas', month);
  const relative = Float64Array.from(
    geography.territories,
    ({ ruralClass }, z) =>
      byClass[RURAL_CLASSES.indexOf(ruralClass)] * (initial.regionOf[z] < OVERSEAS ? overseas : 1),
  );
  const people = initial.people.reduce((sum, n) => sum + n, 0);
  const mean = initial.people.reduce((sum, n, z) => sum + n * relative[z], 0) / people;
  const share = parameters.number('population.lowIncome', month);
  return relative.map((ratio) => Math.min(1, (share * ratio) / mean));
}

/** Draw thresholds by months lived: holds several conditions; holds any. */
function chronicThresholds(
  parameters: Parameters,
  month: number,
): { several: Float64Array; any: Float64Array } {
  const surface = chronicSurface(parameters, month);
  const any = Float64Array.from({ length: AGES * MONTHS_PER_YEAR }, (_, months) =>
    surface.share((months + 1 / 2) / MONTHS_PER_YEAR, 0),
  );
  const several = any.map((share, months) =>
    threshold(share * surface.several((months + 1 / 2) / MONTHS_PER_YEAR)),
  );
  return { several, any: any.map(threshold) };
}
