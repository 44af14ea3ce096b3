/** How many replicates a wanted precision takes. */
import { describe, expect, test } from 'vitest';
import { lookAhead, nextReplicates, precisionOf, studyPrecision } from '../analysis/comparison/precision.js';
import { LANGUAGES } from '../analysis/wording/language.js';
import { precisionLines } from '../bin/compare/precision-lines.js';
import { textWidth } from '../bin/terminal/table.js';
import { asking, madeCells, madeFacts, replicates } from './support/made-study.js';

/**
 * Three calm values, two wild ones, then calm. Half-widths (SciPy): 0.248 after 3, 3.98 after 4, 0.910 after 17, 0.854
 * after 18, 0.653 after 23, falling between.
 */
const VALUES = Float64Array.of(
  1,
  1.1,
  0.9,
  6,
  -4,
  1,
  1.2,
  0.8,
  1,
  1.1,
  0.9,
  1,
  1.05,
  0.95,
  1,
  1,
  1.1,
  0.9,
  1,
  1,
  1,
  1,
  1,
);

describe('the replications algorithm', () => {
  test('a precision met early and then lost is not believed', () => {
    const found = precisionOf(VALUES, 0.9);
    expect(found).toMatchObject({ reached: true, replicates: 18 });
    expect(found.halfWidth).toBeCloseTo(0.854078126, 8);
    expect(found.series[2]).toBeCloseTo(0.248413771, 8);
    expect(found.series[3]).toBeCloseTo(3.980178947, 8);
  });

  test('it is not reached before all replicates of the look-ahead are there', () => {
    const found = precisionOf(VALUES.subarray(0, 22), 0.9);
    expect(found).toMatchObject({ reached: false, replicates: 22 });
    expect(found.halfWidth).toBeCloseTo(0.685134016, 8);
  });

  test('three replicates that never vary need the look-ahead and no more', () => {
    expect(precisionOf(new Float64Array(8).fill(7), 0)).toMatchObject({ reached: true, replicates: 3 });
    expect(precisionOf(new Float64Array(7).fill(7), 0).reached).toBe(false);
  });

  test('a half-width equal to the one wanted is enough, one above is not', () => {
    const { series } = precisionOf(VALUES, 0.9);
    expect(precisionOf(VALUES, series[17]).replicates).toBe(18);
    expect(precisionOf(VALUES.subarray(0, 23), series[17] * (1 - 1e-9)).reached).toBe(false);
  });

  test('no replicate or one claims nothing', () => {
    expect(precisionOf(new Float64Array(), 1)).toMatchObject({
      reached: false,
      replicates: 0,
      halfWidth: Number.NaN,
    });
    expect(precisionOf(Float64Array.of(1), 1)).toMatchObject({
      reached: false,
      replicates: 1,
      halfWidth: Number.NaN,
    });
  });

  test('the look-ahead is 5 up to 100 replicates, then 5 in a hundred, rounded up', () => {
    expect([3, 99, 100, 101, 120, 121, 1000].map(lookAhead)).toEqual([5, 5, 5, 6, 6, 7, 50]);
  });

  test('replicates are added up to the next multiple of five', () => {
    expect([0, 1, 4, 5, 8, 10].map(nextReplicates)).toEqual([5, 5, 5, 10, 10, 15]);
  });
});

describe('the precision of a study', () => {
  const wanted = [{ indicator: 'unmet', halfWidth: 0.9 }];
  const [indicators, places] = [['unmet'], ['FR']];

  test('is that of the paired differences of every scenario', () => {
    const facts = madeFacts();
    const cells = madeCells(
      facts,
      replicates(VALUES.length),
      // Chance common to both is large, and vanishes from the difference.
      ({ scenario, replicate }) =>
        100 * Math.sin(replicate) + (scenario === 'more-places' ? VALUES[replicate] : 0),
      { indicators, places, groups: ['all'], periods: ['2025'] },
    );
    const found = studyPrecision(cells, 'rules', wanted);
    expect(
      found.map(({ scenario, baseline, reached, replicates: n }) => [scenario, baseline, reached, n]),
    ).toEqual([
      ['more-places', 'rules', true, 18],
      ['shorter-hours', 'rules', true, 3],
    ]);
  });

  test('is that of the mean when there is one scenario', () => {
    const facts = madeFacts({ scenarios: madeFacts().scenarios.slice(0, 1) });
    const cells = madeCells(facts, replicates(VALUES.length), ({ replicate }) => VALUES[replicate], {
      indicators,
      places,
      groups: ['all'],
      periods: ['2025'],
    });
    const [found] = studyPrecision(cells, 'rules', wanted);
    expect(found).toMatchObject({ scenario: 'rules', baseline: undefined, reached: true, replicates: 18 });
  });

  test('counts replicates, not parameter draws, when points are sampled', () => {
    const facts = madeFacts({ method: 'sobol' });
    const units = [0, 1, 2, 3].flatMap((point) =>
      replicates(8).map(({ replicate }) => ({ point, replicate })),
    );
    const cells = madeCells(facts, units, ({ scenario, point }) => (scenario === 'rules' ? 0 : point), {
      indicators,
      places,
      groups: ['all'],
      periods: ['2025'],
    });
    const [found] = studyPrecision(cells, 'rules', wanted);
    expect(found).toMatchObject({ reached: true, replicates: 3, halfWidth: 0 });
  });

  test.each(LANGUAGES)('is told in 80 columns, with what is still missing (%s)', (language) => {
    const { terminal } = asking({}, language).invocation;
    const told = {
      indicator: 'withoutMedecinTraitantPeople',
      scenario: 'more-places',
      baseline: 'rules',
      wanted: 0.9,
    };
    const lines = precisionLines(
      [
        { ...told, ...precisionOf(VALUES, 0.9) },
        { ...told, ...precisionOf(VALUES.subarray(0, 1), 0.9), baseline: undefined },
      ],
      terminal,
    );
    expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
    expect(lines.join('\n')).toContain('18');
    expect(lines.join('\n')).toContain(language === 'en' ? 'not in 1' : 'pas en 1');
  });
});
