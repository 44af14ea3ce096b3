/** Life expectancy under the mortality of the parameters, against Insee's. */
import { beforeAll, describe, expect, test } from 'vitest';
import { MONTHS_PER_YEAR, monthOf } from '../sim/base/calendar.js';
import { type Catalogue, loadCatalogue } from '../sim/parameters/catalogue.js';
import type { Parameters } from '../sim/parameters/types.js';
import { deathHazards, lifeExpectancy } from '../sim/world/demography/mortality.js';
import { parametersWith, START } from './support/people.js';

let catalogue: Catalogue;
let baseline: Parameters;

beforeAll(() => {
  catalogue = loadCatalogue();
  baseline = parametersWith(catalogue);
});

describe('life tables', () => {
  /** Life expectancy of men and women at an age in a calendar year. */
  function expectancy(year: number, age: number, parameters = baseline): number[] {
    const months = Array.from({ length: MONTHS_PER_YEAR }, (_, m) =>
      deathHazards(parameters, monthOf(year, m + 1), START),
    );
    return [0, 1].map((sex) => {
      const mean = months[0][sex].map(
        (_, a) => months.reduce((sum, hazards) => sum + hazards[sex][a], 0) / months.length,
      );
      return lifeExpectancy(mean, age);
    });
  }

  test('men of 2013 live 78.7 years and women 85.0, as Insee counts; at 60, 22.7–23.1 and 27.2–27.5 more', () => {
    const [men, women] = expectancy(2013, 0);
    expect(Math.abs(men - 78.7)).toBeLessThan(0.25);
    expect(Math.abs(women - 85)).toBeLessThan(0.25);
    const [men60, women60] = expectancy(2013, 60);
    expect(men60).toBeGreaterThan(22.7);
    expect(men60).toBeLessThan(23.15);
    expect(women60).toBeGreaterThan(27.2);
    expect(women60).toBeLessThan(27.5);
  });

  test('the years of Covid bring it back to 79.3 and 85.2 in 2022', () => {
    const [men, women] = expectancy(2022, 0);
    expect(Math.abs(men - 79.3)).toBeLessThan(0.35);
    expect(Math.abs(women - 85.2)).toBeLessThan(0.35);
    expect(expectancy(2023, 0)[0] - men).toBeGreaterThan(0.5);
  });

  test('twin: three per cent more deaths would be seen', () => {
    const [men, women] = expectancy(2013, 0, parametersWith(catalogue, 'mortality.level=1.035'));
    expect(Math.abs(men - 78.7)).toBeGreaterThan(0.25);
    expect(Math.abs(women - 85)).toBeGreaterThan(0.25);
  });
});
