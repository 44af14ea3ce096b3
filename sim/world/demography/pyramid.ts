/**
 * The people of the first month by région, sex and completed age.
 *
 * Each région's five age classes are published figures. Inside a class the ages follow the generations: births
 * of each year since 1903, less the deaths since, so that the hollow of 1940 and the step of 1946 are where they
 * are (overseas, equal births); and a slope in age by which a younger or older région differs from that shape
 * inside a class as it does from class to class.
 */
import { AGE_CLASSES } from '../../base/ages.js';
import { monthOf, yearOf } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import type { Geography } from '../territory.js';
import { AGES, CLASSES, classOfAges, FEMALE_ROW, SEXES } from './ages.js';
import { baseHazards } from './mortality.js';
import { MAYOTTE, OVERSEAS, REGIONS, regionRows } from './regions.js';

const SHARE_PATHS = ['0to19', '20to39', '40to59', '60to74', '75plus'].map(
  (name) => `population.share.${name}`,
);

export interface InitialPopulation {
  /** Row of REGION_CODES of each territory. */
  readonly regionOf: Int32Array;
  /** People of each territory. */
  readonly people: Float64Array;
  /** People of each région of the geography, 0 for a région without territory. */
  readonly regionPeople: Float64Array;
  /** By région row, then sex row × AGES + completed age: people. */
  readonly ages: readonly Float64Array[];
}

/**
 * People of the first month: the published figure of each région, shared among its territories as in the
 * census year of the geography.
 */
export function initialPopulation(
  geography: Geography,
  parameters: Parameters,
  start: number,
): InitialPopulation {
  const regionOf = regionRows(geography);
  const census = new Float64Array(REGIONS);
  for (const { index, population } of geography.territories) census[regionOf[index]] += population;
  const published = Float64Array.from(parameters.list('population.people', start));
  published[MAYOTTE] = parameters.number('population.mayotte', start);
  const regionPeople = published.map((people, region) => (census[region] > 0 ? people : 0));
  const people = Float64Array.from(
    geography.territories,
    ({ index, population }) => (population / census[regionOf[index]]) * regionPeople[regionOf[index]],
  );
  const classes = SHARE_PATHS.map((path) => parameters.list(path, start));
  const mainland = generations(parameters, start);
  const overseas = generations(parameters, start, true);
  const ages = Array.from(regionPeople, (total, region) => {
    const shares = normalised(classes.map((list) => list[region]));
    return regionAges(region < OVERSEAS ? overseas : mainland, shares, total);
  });
  return { regionOf, people, regionPeople, ages };
}

/**
 * Survivors of each generation (sex row × AGES + age), in births: the shape of the national pyramid, or with
 * `equal` of one whose generations were born equal.
 */
export function generations(parameters: Parameters, start: number, equal = false): Float64Array {
  const hazards = baseHazards(parameters, start);
  const decline = parameters.number('mortality.pastImprovement', start);
  const female = parameters.number('births.femaleShare', start);
  const arrivals = parameters.number('population.childArrivals', start);
  const shape = new Float64Array(SEXES * AGES);
  for (let age = 0; age < AGES; age++) {
    const year = monthOf(yearOf(start) - 1 - age, 1);
    const births = equal ? 1 : parameters.number('population.births', year);
    const grown = births * Math.exp(arrivals * Math.min(age, AGE_CLASSES[1]));
    for (let sex = 0; sex < SEXES; sex++) {
      const born = grown * (sex === FEMALE_ROW ? female : 1 - female);
      shape[sex * AGES + age] = born * survival(hazards[sex], age, decline);
    }
  }
  return shape;
}

/** Chance to have lived to the middle of age `age`, mortality having fallen by `decline` a year until now. */
function survival(hazards: Float64Array, age: number, decline: number): number {
  let sum = hazards[age] / 2;
  for (let x = 0; x < age; x++) sum += hazards[x] * Math.exp(decline * (age - x));
  return Math.exp(-sum);
}

/** People by sex and age: the shape bent by the région's age classes, then fitted to them. */
function regionAges(shape: Float64Array, shares: readonly number[], total: number): Float64Array {
  const classOf = classOfAges();
  const sums = (cells: Float64Array): number[] => {
    const of = new Array<number>(CLASSES).fill(0);
    cells.forEach((people, cell) => {
      of[classOf[cell % AGES]] += people;
    });
    return of;
  };
  const before = normalised(sums(shape));
  const slope = ageSlope(shares.map((share, c) => Math.log(share / before[c])));
  const bent = shape.map((people, cell) => people * Math.exp(slope(cell % AGES)));
  const after = sums(bent);
  return bent.map((people, cell) => {
    const c = classOf[cell % AGES];
    return (people / after[c]) * shares[c] * total;
  });
}

/** Log-ratio to the shape by age: straight lines through the middles of classes, level after the last. */
function ageSlope(ratios: readonly number[]): (age: number) => number {
  // The open class is given the width of the one before it.
  const middles = AGE_CLASSES.map((from, c) =>
    c + 1 < CLASSES ? (from + AGE_CLASSES[c + 1]) / 2 : from + (from - AGE_CLASSES[c - 1]) / 2,
  );
  return (age) => {
    const above = middles.findIndex((middle) => age < middle);
    if (above < 0) return ratios[CLASSES - 1];
    const c = Math.max(1, above);
    const share = (age - middles[c - 1]) / (middles[c] - middles[c - 1]);
    return ratios[c - 1] + (ratios[c] - ratios[c - 1]) * share;
  };
}

function normalised(values: readonly number[]): number[] {
  const sum = values.reduce((a, b) => a + b, 0);
  return values.map((value) => value / sum);
}
