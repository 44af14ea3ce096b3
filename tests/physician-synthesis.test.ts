/** The GPs and nurses of January 2013: exact by région, plausible inside, the same for every seed of a run. */
import { beforeAll, describe, expect, test } from 'vitest';
import { OLDEST_MONTHS } from '../sim/base/ages.js';
import { MONTHS_PER_YEAR } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import { CENTRE, FUTURE, GROUP, LOCUM, SOLO } from '../sim/world/physicians.js';
import { HISTORY_START } from '../sim/world/synthesis/history.js';
import { largestRemainder, spreadOverTerritories } from '../sim/world/synthesis/spread.js';
import {
  practising,
  type SupplyRun,
  type SupplySources,
  sameColumn,
  startSupply,
  supplySources,
} from './support/supply-harness.js';

let sources: SupplySources;
let start: SupplyRun;

beforeAll(() => {
  sources = supplySources();
  start = startSupply(sources);
});

const share = (rows: readonly number[], holds: (row: number) => boolean) =>
  rows.filter(holds).length / rows.length;
const ageOf = (row: number) => (HISTORY_START - start.world.physicians.columns.birth[row]) / MONTHS_PER_YEAR;

describe('numbers and places', () => {
  test('the country starts with 54,300 liberal GPs and 2,150 in centres de santé', () => {
    const { form } = start.world.physicians.columns;
    expect(practising(start.world, (row) => form[row] !== CENTRE)).toHaveLength(54_300);
    expect(practising(start.world, (row) => form[row] === CENTRE)).toHaveLength(2_150);
  });

  test('every région holds its share of the practice sites of 2013, to the unit', () => {
    const { form, territory } = start.world.physicians.columns;
    const { geography } = sources;
    const sites = start.parameters.list('physicians.sitesByRegion', HISTORY_START);
    const counts = geography.regions.map(
      (_, region) =>
        practising(
          start.world,
          (row) => form[row] !== CENTRE && geography.regionOf[territory[row]] === region,
        ).length,
    );
    expect(counts).toEqual(largestRemainder(sites, 54_300));
  });

  test('every région holds its liberal nurses of 2013, and the country 80,229', () => {
    const { status, territory } = start.world.nurses.columns;
    const { geography } = sources;
    const counts = geography.regions.map(() => 0);
    for (let row = 0; row < start.world.nurses.rows; row++) {
      if (status[row] !== FUTURE) counts[geography.regionOf[territory[row]]]++;
    }
    expect(counts).toEqual([...start.parameters.list('nurses.byRegion', HISTORY_START)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(80_229);
  });

  test('GPs are denser in large EPCI than in those of 20,000 to 40,000 people, as measured', () => {
    const { gpStart } = start.world;
    const density = (holds: (population: number) => boolean) => {
      const members = sources.geography.territories.filter(({ epciPopulation }) => holds(epciPopulation));
      const gps = members.reduce((sum, { index }) => sum + gpStart[index + 1] - gpStart[index], 0);
      return gps / members.reduce((sum, { population }) => sum + population, 0);
    };
    const ratio =
      density((population) => population >= 100_000 && population < 300_000) /
      density((population) => population >= 20_000 && population < 40_000);
    // 1.06 over 0.86 inside régions; régions differ too.
    expect(ratio).toBeGreaterThan(1.1);
    expect(ratio).toBeLessThan(1.4);
  });

  test('a larger spread between like territories scatters GPs more and moves no région', () => {
    const scattered = (sd: number) =>
      spreadOverTerritories(
        sources.geography,
        {
          byRegion: sources.geography.regions.map(() => 1000),
          sizeFactor: [1],
          excessSd: [sd],
          sizeFrom: [0],
        },
        runKey('spread', 0),
        'test',
      );
    const variance = (counts: Int32Array) =>
      sources.geography.territories.reduce((sum, { index, population, region }) => {
        const own = sources.geography.territories.filter((other) => other.region === region);
        const expected = (1000 * population) / own.reduce((total, other) => total + other.population, 0);
        return sum + (counts[index] - expected) ** 2 / expected;
      }, 0);
    const [even, wide] = [scattered(0), scattered(0.5)];
    expect(variance(wide)).toBeGreaterThan(2 * variance(even));
    for (const counts of [even, wide]) expect(counts.reduce((sum, count) => sum + count)).toBe(18_000);
  });

  test('another seed of the run meets the same GPs', () => {
    const other = startSupply(sources, { seed: 'another', replicate: 7 });
    for (const column of [
      'birth',
      'female',
      'territory',
      'origin',
      'training',
      'practice',
      'listTrait',
    ] as const)
      expect(sameColumn(other.world.physicians.columns[column], start.world.physicians.columns[column])).toBe(
        true,
      );
    expect(sameColumn(other.world.nurses.columns.territory, start.world.nurses.columns.territory)).toBe(true);
  });
});

describe('who they are', () => {
  test('24.8 % are 60 or over and a third are women, more among the young', () => {
    const { female, form } = start.world.physicians.columns;
    const liberal = practising(start.world, (row) => form[row] !== CENTRE);
    expect(share(liberal, (row) => ageOf(row) >= 60)).toBeCloseTo(0.248, 2);
    expect(share(liberal, (row) => female[row] === 1)).toBeGreaterThan(0.3);
    expect(share(liberal, (row) => female[row] === 1)).toBeLessThan(0.36);
    const young = liberal.filter((row) => ageOf(row) < 40);
    expect(share(young, (row) => female[row] === 1)).toBeGreaterThan(0.5);
  });

  test('a tenth of the liberal GPs keep a marginal practice', () => {
    const { marginal, form } = start.world.physicians.columns;
    const liberal = practising(start.world, (row) => form[row] !== CENTRE);
    const marginals = share(liberal, (row) => marginal[row] === 1);
    expect(marginals).toBeGreaterThan(0.07);
    expect(marginals).toBeLessThan(0.13);
  });

  test('four GPs in ten keep more than 30 % of the agenda for unscheduled requests', () => {
    const { openSlots } = start.world.physicians.columns;
    expect(share(practising(start.world), (row) => openSlots[row] > 0.3)).toBeCloseTo(0.4, 1);
  });

  test('half were born within 85 km of their practice, give or take ten points', () => {
    const { origin, territory } = start.world.physicians.columns;
    const { regionOf } = sources.geography;
    const born = practising(start.world);
    const near = share(born, (row) => regionOf[origin[row]] === regionOf[territory[row]]);
    expect(near).toBeGreaterThan(0.57);
    expect(near).toBeLessThan(0.65);
  });

  test('a group holds GPs of one territory and one form, mostly two to five', () => {
    const { form, territory, practice } = start.world.physicians.columns;
    const groups = new Map<string, number[]>();
    const rows = practising(start.world);
    expect(rows.filter((row) => practice[row] >= 0 !== (form[row] !== SOLO))).toEqual([]);
    for (const row of rows) {
      if (practice[row] < 0) continue;
      const name = `${territory[row]}/${practice[row]}`;
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
    const mixed = [...groups.values()].filter((members) => new Set(members.map((row) => form[row])).size > 1);
    expect(mixed).toEqual([]);
    const sizes = [...groups.values()]
      .filter(([row]) => form[row] === GROUP)
      .map((members) => members.length);
    expect(Math.max(...sizes)).toBe(5);
    expect(sizes.filter((size) => size === 1).length / sizes.length).toBeLessThan(0.08);
  });

  test('ages stay within what a career allows', () => {
    const { birth } = start.world.physicians.columns;
    const ages = practising(start.world).map((row) => HISTORY_START - birth[row]);
    expect(Math.max(...ages)).toBeLessThan(OLDEST_MONTHS);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(25 * MONTHS_PER_YEAR);
  });

  test('work starts at 44.5 hours a week with patients, give or take one', () => {
    const { hours, marginal, form } = start.world.physicians.columns;
    const full = practising(start.world, (row) => marginal[row] === 0 && form[row] !== CENTRE);
    const mean = full.reduce((sum, row) => sum + hours[row], 0) / full.length;
    expect(Math.abs(mean - 44.5)).toBeLessThan(1.2);
  });
});

describe('those to come', () => {
  test('doctors not yet settled wait as locums, and residents sleep without a territory', () => {
    const { status, territory, since } = start.world.physicians.columns;
    const rows = Array.from({ length: start.world.physicians.rows }, (_, row) => row);
    const pool = rows.filter((row) => status[row] === LOCUM);
    expect(pool).toHaveLength(start.parameters.number('training.pool.doctors', HISTORY_START));
    expect(pool.every((row) => since[row] >= HISTORY_START && territory[row] === -1)).toBe(true);
    const future = rows.filter((row) => status[row] === FUTURE);
    expect(future.every((row) => territory[row] === -1)).toBe(true);
  });

  test('a longer history adds classes at the end and changes no earlier row', () => {
    const longer = startSupply(sources, { to: 2026 });
    const { rows } = start.world.physicians;
    expect(longer.world.physicians.rows).toBeGreaterThan(rows);
    for (const column of ['birth', 'origin', 'training', 'hoursTrait'] as const)
      expect(
        sameColumn(
          longer.world.physicians.columns[column].slice(0, rows),
          start.world.physicians.columns[column],
        ),
      ).toBe(true);
  });

  test('places of training given to a région without faculty are refused with its name', () => {
    expect(() => startSupply(sources, { settings: ['training.shareByRegion:94=0.01'] })).toThrow(
      /training\.shareByRegion gives 0\.01 of the places to Corse, which has no faculty/,
    );
  });

  test('more future GPs than a class can hold are refused in a sentence', () => {
    expect(() => startSupply(sources, { settings: ['training.places=9000'], to: 2014 })).toThrow(
      /training\.places makes \d+ doctors settle out of one class, but training\.classRows keeps 4400 rows/,
    );
  });
});

describe('sharing out whole numbers', () => {
  test('largest remainders keep the total and never miss by one or more', () => {
    expect(largestRemainder([1, 1, 1], 10)).toEqual([4, 3, 3]);
    expect(largestRemainder([0.2, 0.3, 0.5], 7)).toEqual([1, 2, 4]);
  });
});
