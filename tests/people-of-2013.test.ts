/** The people of the first month: as many as Insee counts, of the right age, with income and illness. */
import { beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import type { Parameters } from '../sim/parameters/types.js';
import { initialPopulation } from '../sim/world/demography/pyramid.js';
import { REGION_CODES } from '../sim/world/demography/regions.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { restrictGeography } from '../sim/world/geography/restrict.js';
import { CHRONIC_MASK, FEMALE, LOW_INCOME } from '../sim/world/patients.js';
import { agentsOf, patientCapacity, synthesisePatients } from '../sim/world/synthesis/patients.js';
import type { Geography } from '../sim/world/territory.js';
import {
  DATA_SEED,
  everybody,
  parametersWith,
  peopleByRegion,
  peopleOf2013,
  START,
} from './support/people.js';

let france: Geography;
let corse: Geography;
let baseline: Parameters;
let members: readonly string[] | undefined;

beforeAll(() => {
  const catalogue = loadCatalogue();
  france = buildGeography();
  corse = restrictGeography(france, ['94']);
  baseline = parametersWith(catalogue);
  members = catalogue.parameters.get('population.people')?.members;
});

describe('the people of 2013', () => {
  test('are in each région as many as Insee counts, to the nearest agent, at every scale', () => {
    const initial = initialPopulation(france, baseline, START);
    expect(initial.regionPeople.reduce((sum, people) => sum + people, 0)).toBe(65_566_000 + 216_000);
    for (const scale of [1, 10, 100, 1000]) {
      const sums = new Float64Array(REGION_CODES.length);
      agentsOf(initial, scale).forEach((n, z) => {
        sums[initial.regionOf[z]] += n;
        expect(Math.abs(n - initial.people[z] / scale)).toBeLessThan(1);
      });
      expect([...sums]).toEqual([...initial.regionPeople].map((people) => Math.round(people / scale)));
    }
  });

  test('have the five age classes of their région, and every territory has them too', () => {
    const world = peopleOf2013(france, baseline, { scale: 100, to: 2013 });
    const shares = ['0to19', '20to39', '40to59', '60to74', '75plus'].map((c) =>
      baseline.list(`population.share.${c}`, START),
    );
    for (const [code, classes] of peopleByRegion(world)) {
      const people = classes.reduce((sum, n) => sum + n, 0);
      const region = REGION_CODES.indexOf(code as '11');
      const stated = shares.reduce((sum, list) => sum + list[region], 0);
      classes.forEach((n, c) => {
        expect(Math.abs(n - (people * shares[c][region]) / stated)).toBeLessThanOrEqual(100);
      });
    }
    const { ages } = world.tallies.columns;
    const { index, region } =
      france.territories.find(({ population }) => population > 150_000) ?? france.territories[0];
    const young = (ages[2 * index * 5] + ages[(2 * index + 1) * 5]) / world.patients.count[index];
    expect(young).toBeCloseTo(shares[0][REGION_CODES.indexOf(region as '11')], 2);
  });

  test('hold an ALD for 15.7 %, have a low income for 11 %, more so overseas, and are 51 % women', () => {
    const world = peopleOf2013(france, baseline, { scale: 100, to: 2013 });
    const { flags, birth, need } = world.patients.columns;
    const share = (holds: (i: number) => boolean, from = 0, to = france.territories.length) => {
      let found = 0;
      let all = 0;
      for (let z = from; z < to; z++) {
        for (let i = world.patients.start[z]; i < world.patients.start[z] + world.patients.count[z]; i++) {
          all++;
          if (holds(i)) found++;
        }
      }
      return found / all;
    };
    const isPoor = (i: number) => (flags[i] & LOW_INCOME) !== 0;
    const isIll = (i: number) => (flags[i] & CHRONIC_MASK) !== 0;
    const mainland = france.territories.findIndex(({ region }) => region === '11');
    expect(Math.abs(share(isIll) - 0.157)).toBeLessThan(0.003);
    expect(share((i) => isIll(i) && START - birth[i] < 20 * 12) * 10).toBeLessThan(share(isIll));
    expect(Math.abs(share(isPoor) - 0.11)).toBeLessThan(0.002);
    expect(share(isPoor, 0, mainland)).toBeGreaterThan(2 * share(isPoor, mainland));
    expect(Math.abs(share((i) => (flags[i] & FEMALE) !== 0) - 0.507)).toBeLessThan(0.005);
    for (const quarter of [0, 1, 2, 3]) expect(share((i) => need[i] >> 6 === quarter)).toBeCloseTo(0.25, 3);
  });

  test('are the same for the same data seed and differ in income and illness, not in age, for another', () => {
    const one = peopleOf2013(corse, baseline, { scale: 10, to: 2013 });
    const same = peopleOf2013(corse, baseline, { scale: 10, to: 2013 });
    expect(everybody(same)).toEqual(everybody(one));
    synthesisePatients(same, baseline, { a: DATA_SEED.a ^ 1, b: DATA_SEED.b });
    const { birth, flags } = one.patients.columns;
    expect(same.patients.columns.birth).toEqual(birth);
    expect(same.patients.columns.flags).not.toEqual(flags);
  });

  test('are in the order of régions in which parameters are written', () => {
    expect(members).toEqual([...REGION_CODES]);
  });

  test('have room for the growth to 2035 at less than 8 % of empty rows, Guyane and Mayotte for theirs', () => {
    const capacity = patientCapacity(france, baseline, 1, monthOf(2035, 12));
    const rows = capacity.reduce((sum, n) => sum + n, 0);
    // 68.4 million people at most until 2035 in the expected course.
    expect(rows / 68.4e6).toBeGreaterThan(1.02);
    expect(rows / 68.4e6).toBeLessThan(1.08);
    const initial = initialPopulation(france, baseline, START);
    const growth = (code: string) => {
      const of = (numbers: ArrayLike<number>) =>
        france.territories.reduce(
          (sum, { region, index }) => sum + (region === code ? numbers[index] : 0),
          0,
        );
      return of(capacity) / of(initial.people);
    };
    expect(growth('06')).toBeGreaterThan(1.7);
    expect(growth('03')).toBeGreaterThan(1.35);
    expect(growth('27')).toBeLessThan(1.06);
  });
});
