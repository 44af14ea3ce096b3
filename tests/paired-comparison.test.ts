/** The statistics of a comparison, against published numbers and laws that hold for any numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairedContrast } from '../analysis/comparison/paired.js';
import { ratioInterval } from '../analysis/comparison/ratio.js';
import { type SamplingUnit, samplerOf, samplingUnit } from '../analysis/comparison/sampling.js';
import { holm } from '../analysis/comparison/several.js';
import { normalQuantile } from '../sim/base/distributions.js';
import { drawIndexed, drawKey, runKey, streamId, unit } from '../sim/base/draws.js';
import { incompleteBeta } from '../sim/recorder/incomplete-beta.js';
import { studentCentral, studentFactor, studentTail } from '../sim/recorder/student.js';
import type { Unit } from '../sim/results/study/cells.js';
import { replicates } from './support/made-study.js';

const sampleOf = (units: readonly Unit[], lists: readonly Float64Array[], sampling: SamplingUnit) =>
  samplerOf(units, sampling)(lists);
const columns = (...lists: number[][]) => lists.map((list) => Float64Array.from(list));

describe("Student's tail", () => {
  test('the critical values of the printed tables have their probability', () => {
    // Fisher & Yates, Statistical Tables, table III: two-sided 5 %, 1 % and 0.1 %.
    const table = [
      [12.706, 1, 0.05],
      [4.303, 2, 0.05],
      [2.262, 9, 0.05],
      [3.25, 9, 0.01],
      [2.042, 30, 0.05],
      [3.85, 20, 0.001],
      [1.98, 120, 0.05],
    ];
    for (const [t, dof, p] of table) expect(studentTail(t, dof) / p).toBeCloseTo(1, 2);
  });

  test('it is the complement of the exact series, at any whole number of degrees of freedom', () => {
    const t = fc.double({ min: 0, max: 30, noNaN: true });
    fc.assert(
      fc.property(t, fc.integer({ min: 1, max: 3000 }), (value, dof) => {
        expect(studentTail(value, dof)).toBeCloseTo(1 - studentCentral(value, dof), 11);
      }),
      { seed: 8 },
    );
  });

  test('far tails keep their precision where a difference from 1 would have none', () => {
    // SciPy 1.17: 2 * t.sf(x, dof).
    expect(studentTail(50, 19) / 1.2440279578064896e-21).toBeCloseTo(1, 9);
    expect(studentTail(8, 2499) / 1.8850246511696302e-15).toBeCloseTo(1, 9);
    expect(studentTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
    expect(studentTail(0, 3)).toBe(1);
  });

  test('the incomplete beta function has its known values on both sides of its mean', () => {
    expect(incompleteBeta(0.5, 2, 3)).toBeCloseTo(11 / 16, 13);
    expect(incompleteBeta(0.9, 10, 2)).toBeCloseTo(0.6973568802, 12);
    expect(incompleteBeta(0.01, 5, 0.5) / 2.4712578086395438e-11).toBeCloseTo(1, 9);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe('a paired contrast', () => {
  // Hours of sleep gained under two drugs (Student 1908; R: t.test(extra ~ group, data = sleep, paired = TRUE)).
  const [first, second] = columns(
    [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
    [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
  );

  test("Student's own example gives the published difference, interval and p-value", () => {
    const contrast = pairedContrast(first, second, 'more');
    expect(contrast.pairs).toBe(10);
    expect(contrast.difference).toBeCloseTo(-1.58, 12);
    expect(contrast.difference - contrast.halfWidth).toBeCloseTo(-2.4598858, 6);
    expect(contrast.difference + contrast.halfWidth).toBeCloseTo(-0.7001142, 6);
    expect(contrast.pValue).toBeCloseTo(0.002833, 6);
    expect(contrast.correlation).toBeCloseTo(0.7951702, 6);
  });

  test('pairing is worth as many unpaired runs as would give the same standard error', () => {
    const { varianceReduction, equivalentUnpaired } = pairedContrast(first, second, 'more');
    expect(varianceReduction).toBeCloseTo(0.79015504, 7);
    expect(equivalentUnpaired).toBeCloseTo(10 / (1 - 0.79015504), 4);
  });

  test('a tie counts half for each side, and better follows the direction of the indicator', () => {
    // Nine nights lower, one the same.
    expect(pairedContrast(first, second, 'more').shareBetter).toBeCloseTo(0.05, 12);
    expect(pairedContrast(first, second, 'less').shareBetter).toBeCloseTo(0.95, 12);
    expect(pairedContrast(first, second, undefined).shareBetter).toBeNaN();
    expect(pairedContrast(first, second, undefined).shareHigher).toBeCloseTo(0.05, 12);
  });

  test('swapping the two sides turns every sign and nothing else', () => {
    const there = pairedContrast(first, second, 'less');
    const back = pairedContrast(second, first, 'less');
    expect(back.difference).toBe(-there.difference);
    expect(back.shareBetter).toBeCloseTo(1 - there.shareBetter, 12);
    expect([back.scenario, back.baseline]).toEqual([there.baseline, there.scenario]);
    for (const same of ['halfWidth', 'pValue', 'correlation', 'equivalentUnpaired'] as const) {
      expect(back[same]).toBeCloseTo(there[same], 12);
    }
  });

  test('equal runs differ by exactly nothing, with certainty', () => {
    const contrast = pairedContrast(first, first, 'more');
    expect(contrast).toMatchObject({
      identical: true,
      difference: 0,
      halfWidth: 0,
      pValue: 1,
      shareBetter: 0.5,
    });
    const nearly = first.map((value, i) => (i === 3 ? value + 1e-9 : value));
    expect(pairedContrast(nearly, first, 'more').identical).toBe(false);
  });

  test('the same difference in every pair leaves no doubt', () => {
    const contrast = pairedContrast(
      ...(columns([2, 4, 8], [1, 3, 7]) as [Float64Array, Float64Array]),
      'more',
    );
    expect(contrast).toMatchObject({ identical: false, difference: 1, halfWidth: 0, pValue: 0 });
    expect(contrast.varianceReduction).toBe(1);
  });

  test('one pair has a difference and claims nothing else', () => {
    const contrast = pairedContrast(Float64Array.of(5), Float64Array.of(3), 'more');
    expect(contrast).toMatchObject({ pairs: 1, difference: 2, identical: false });
    for (const unsaid of ['halfWidth', 'pValue', 'correlation', 'varianceReduction'] as const) {
      expect(contrast[unsaid]).toBeNaN();
    }
  });

  test('no pair has nothing', () => {
    const contrast = pairedContrast(new Float64Array(), new Float64Array(), 'more');
    expect(contrast).toMatchObject({
      pairs: 0,
      identical: false,
      difference: Number.NaN,
      pValue: Number.NaN,
    });
  });
});

describe('what counts as one observation', () => {
  const grid = [0, 1].flatMap((point) => [0, 1, 2].map((replicate) => ({ point, replicate })));

  test('draws of parameters are the sample; a grid of settings is not, and one point leaves chance', () => {
    expect(samplingUnit('sobol', grid)).toBe('point');
    expect(samplingUnit('latin-hypercube', grid)).toBe('point');
    expect(samplingUnit('factorial', grid)).toBe('replicate');
    expect(samplingUnit('none', replicates(4))).toBe('replicate');
    expect(samplingUnit('sobol', replicates(4))).toBe('replicate');
  });

  test('with points as observations, replicates are averaged within each', () => {
    const [values] = columns([1, 2, 3, 10, 20, 30]);
    expect(sampleOf(grid, [values], 'point').columns).toEqual(columns([2, 20]));
    expect(sampleOf(grid, [values], 'replicate').columns).toEqual(columns([5.5, 11, 16.5]));
  });

  test('the order in which units come changes nothing', () => {
    const values = [1, 2, 3, 10, 20, 30];
    const turned = [5, 2, 0, 4, 1, 3];
    for (const sampling of ['point', 'replicate'] as const) {
      const straight = sampleOf(grid, columns(values), sampling);
      const other = sampleOf(
        turned.map((u) => grid[u]),
        columns(turned.map((u) => values[u])),
        sampling,
      );
      expect(other).toEqual(straight);
    }
  });

  test('a run that failed takes its counterpart with it, and is counted', () => {
    const lists = columns([1, Number.NaN, 3, 4], [5, 6, Number.NaN, 8]);
    expect(sampleOf(replicates(4), lists, 'replicate')).toEqual({
      columns: columns([1, 4], [5, 8]),
      leftOut: 2,
    });
  });

  test('a value that nobody has is not a run left out', () => {
    const lists = columns([1, Number.NaN], [2, Number.NaN]);
    expect(sampleOf(replicates(2), lists, 'replicate').leftOut).toBe(0);
  });

  test('a replicate that lacks a point of the grid would be an average of other things', () => {
    const lists = columns([1, 2, 3, 10, Number.NaN, 30], [0, 0, 0, 0, 0, 0]);
    expect(sampleOf(grid, lists, 'replicate')).toEqual({ columns: columns([5.5, 16.5], [0, 0]), leftOut: 2 });
  });

  test('a point that failed everywhere is left out for all replicates', () => {
    const lists = columns([1, 2, 3, Number.NaN, Number.NaN, Number.NaN], [0, 0, 0, 0, 0, 0]);
    expect(sampleOf(grid, lists, 'replicate')).toEqual({
      columns: columns([1, 2, 3], [0, 0, 0]),
      leftOut: 3,
    });
  });
});

describe("Holm's procedure", () => {
  test('gives the adjusted p-values of the published examples', () => {
    // R: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm"); second: documentation of @stdlib/stats/padjust.
    const rising = holm([0.01, 0.02, 0.03, 0.04, 0.05]).adjusted;
    for (const [i, p] of [0.05, 0.08, 0.09, 0.09, 0.09].entries()) expect(rising[i]).toBeCloseTo(p, 12);
    const other = holm([0.319, 0.201, 0.4, 0.374, 0.113]).adjusted;
    for (const [i, p] of [0.957, 0.804, 0.957, 0.957, 0.565].entries()) expect(other[i]).toBeCloseTo(p, 12);
  });

  test('stops at the first test that fails, though a later one is below the level on its own', () => {
    const family = holm([0.01, 0.04, 0.03, 0.005]);
    expect(family.adjusted.map((p) => p <= 0.05)).toEqual([true, false, false, true]);
    expect([family.size, family.significant]).toEqual([4, 2]);
  });

  test('what has no test does not count in the family', () => {
    const family = holm([0.03, Number.NaN, 0.02]);
    expect(family.size).toBe(2);
    expect(family.adjusted[1]).toBeNaN();
    expect(family.adjusted[2]).toBeCloseTo(0.04, 12);
    expect(holm([])).toEqual({ size: 0, adjusted: [], significant: 0 });
  });

  test('never exceeds 1, and never turns the order of two tests', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { maxLength: 40 }), (values) => {
        const { adjusted } = holm(values);
        for (const [i, value] of values.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(value);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          for (const [j, other] of values.entries())
            if (value < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]);
        }
      }),
      { seed: 9 },
    );
  });
});

describe('the interval of a ratio', () => {
  const [top, bottom] = columns([12, 15, 11, 14, 16, 13], [3, 4.1, 2.9, 3.2, 4.4, 3]);

  test('ends where the test that cost = ratio × gain has a p-value of 5 %', () => {
    const { ratio, low, high } = ratioInterval(top, bottom);
    const pValue = (r: number) =>
      pairedContrast(
        top,
        bottom.map((value) => r * value),
        undefined,
      ).pValue;
    expect(ratio).toBeCloseTo(81 / 20.6, 12);
    expect(pValue(low)).toBeCloseTo(0.05, 9);
    expect(pValue(high)).toBeCloseTo(0.05, 9);
    expect(pValue((low + high) / 2)).toBeGreaterThan(0.5);
    expect(low).toBeLessThan(ratio);
    expect(high).toBeGreaterThan(ratio);
  });

  test('does not exist when the gain may be nil, or for one observation', () => {
    const unsure = ratioInterval(top, Float64Array.of(3, -4, 2, -3, 4, 1));
    expect([unsure.low, unsure.high]).toEqual([Number.NaN, Number.NaN]);
    expect(ratioInterval(Float64Array.of(6), Float64Array.of(3))).toEqual({
      ratio: 2,
      low: Number.NaN,
      high: Number.NaN,
    });
  });

  test('holds the true ratio in 95 % of samples of six, where the normal factor falls short', () => {
    const samples = 4000;
    const n = 6;
    const { a, b } = drawKey(runKey('fieller', 0), streamId('coverage'), 0);
    let held = 0;
    let heldByNormal = 0;
    const narrower = 1.96 / studentFactor(0.95, n - 1);
    for (let s = 0; s < samples; s++) {
      const normal = (i: number) => normalQuantile(unit(drawIndexed(a, b, s, i)));
      const gain = Float64Array.from({ length: n }, (_, i) => 10 + normal(i));
      const cost = gain.map((value, i) => 3 * value + 2 * normal(n + i));
      const { ratio, low, high } = ratioInterval(cost, gain);
      if (low <= 3 && 3 <= high) held++;
      if (ratio + (low - ratio) * narrower <= 3 && 3 <= ratio + (high - ratio) * narrower) heldByNormal++;
    }
    // Four standard errors of a share of 0.95 in 4,000 samples.
    const margin = 4 * Math.sqrt((0.95 * 0.05) / samples);
    expect(Math.abs(held / samples - 0.95)).toBeLessThan(margin);
    expect(Math.abs(heldByNormal / samples - 0.95)).toBeGreaterThan(margin);
  });
});
