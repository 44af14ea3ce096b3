/** The population simulated from 2013 against what Insee counted: fitted until 2021, checked in 2022. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MONTHS_PER_YEAR } from '../sim/base/calendar.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { MAYOTTE, REGION_CODES } from '../sim/world/demography/regions.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { parametersWith, peopleByRegion, peopleOf2013, runPeople, total } from './support/people.js';
import { PROJECT } from './support/project.js';

const FILE = join(PROJECT, '../shared/data/pop_departement_age5_2010_2022.csv');
const SCALE = 40;
const YEARS = 9;

interface Year {
  /** People at the start of the year by région code and class. */
  readonly people: Map<string, number[]>;
  /** Of the year before. */
  readonly births: number;
  readonly deaths: number;
  readonly ald: number;
}

const simulated: Year[] = [];
const departements = new Map<string, string>();

beforeAll(() => {
  const geography = buildGeography();
  for (const { code, region } of geography.departements) departements.set(code, region);
  const parameters = parametersWith(loadCatalogue());
  const world = peopleOf2013(geography, parameters, { scale: SCALE, to: 2022 });
  const year = (births: number, deaths: number) => ({
    people: peopleByRegion(world),
    births,
    deaths,
    ald: total(world, 'ald') * SCALE,
  });
  simulated.push(year(0, 0));
  let births = 0;
  let deaths = 0;
  runPeople(world, parameters, YEARS * MONTHS_PER_YEAR, ({ month }) => {
    births += total(world, 'births') * SCALE;
    deaths += total(world, 'deaths') * SCALE;
    if (month % MONTHS_PER_YEAR === MONTHS_PER_YEAR - 1) {
      simulated.push(year(births, deaths));
      births = 0;
      deaths = 0;
    }
  });
});

/** Insee's people by région and class on 1 January, in the folder of official data. */
function observed(year: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const line of readFileSync(FILE, 'utf8').split('\n').slice(1)) {
    const fields = line.split(',');
    const region = departements.get(fields[1]);
    if (Number(fields[0]) !== year || region === undefined) continue;
    const classes = found.get(region) ?? [0, 0, 0, 0, 0];
    fields.slice(-6, -1).forEach((people, c) => {
      classes[c] += Number(people);
    });
    found.set(region, classes);
  }
  return found;
}

/** Without Mayotte, which the file counts from 2014 on. */
function france(regions: Map<string, number[]>): number[] {
  const sums = [0, 0, 0, 0, 0];
  for (const [code, classes] of regions) {
    if (code === REGION_CODES[MAYOTTE]) continue;
    classes.forEach((people, c) => {
      sums[c] += people;
    });
  }
  return sums;
}

/** Largest relative error over the five classes of France. */
function worstClass(year: number, factor = 1): number {
  const real = france(observed(year));
  return Math.max(
    ...france(simulated[year - 2013].people).map((people, c) => Math.abs((people * factor) / real[c] - 1)),
  );
}

describe.skipIf(!existsSync(FILE))(
  'against the official estimates (skipped where ../shared/data is absent)',
  () => {
    test('France has its five age classes within 1 % in 2013, 2017 and 2021, and in 2022, which was not used', () => {
      for (const year of [2013, 2017, 2021, 2022]) expect(worstClass(year), `${year}`).toBeLessThan(0.01);
      expect(worstClass(2021, 1.015), 'twin: 1.5 % more people').toBeGreaterThan(0.01);
    });

    test('every région of a million people is within 1 % of its population of 2021, the smaller within 4 %', () => {
      const real = observed(2021);
      for (const [code, classes] of simulated[2021 - 2013].people) {
        const people = classes.reduce((sum, n) => sum + n, 0);
        const counted = (real.get(code) ?? []).reduce((sum, n) => sum + n, 0);
        expect(Math.abs(people / counted - 1), code).toBeLessThan(counted > 1e6 ? 0.01 : 0.04);
      }
    });
  },
);

describe('against the vital statistics of Insee', () => {
  test('births fall from 818 thousand in 2013, Mayotte included, to 723 in 2022', () => {
    expect(Math.abs(simulated[1].births / 818_000 - 1)).toBeLessThan(0.02);
    expect(Math.abs(simulated[7].births / 753_000 - 1)).toBeLessThan(0.02);
  });

  test('deaths rise from 570 to 613 thousand in 2019 and 669 in 2020, the first year of Covid', () => {
    expect(Math.abs(simulated[1].deaths / 570_000 - 1)).toBeLessThan(0.025);
    expect(Math.abs(simulated[7].deaths / 613_000 - 1)).toBeLessThan(0.025);
    expect(Math.abs(simulated[8].deaths / 669_000 - 1)).toBeLessThan(0.025);
  });

  test('holders of an ALD are 10.3 million in 2013 and grow by 2.6 % a year', () => {
    expect(Math.abs(simulated[0].ald / 10.3e6 - 1)).toBeLessThan(0.01);
    const growth = Math.log(simulated[9].ald / simulated[1].ald) / 8;
    expect(growth).toBeGreaterThan(0.023);
    expect(growth).toBeLessThan(0.029);
  });

  test('net migration is between 20 and 120 thousand a year', () => {
    const people = (year: number) => france(simulated[year].people).reduce((sum, n) => sum + n, 0);
    const natural = simulated.slice(1, 9).reduce((sum, { births, deaths }) => sum + births - deaths, 0);
    const net = (people(8) - people(0) - natural) / 8;
    expect(net).toBeGreaterThan(20_000);
    expect(net).toBeLessThan(120_000);
  });
});
