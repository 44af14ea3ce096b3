/** Designs of experiments: factorial, Latin hypercube and Sobol points, their distributions and their changes. */
import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { valueAt } from '../sim/batch/design/distributions.js';
import { combinations, factorialPoint } from '../sim/batch/design/factorial.js';
import { latinHypercube } from '../sim/batch/design/latin-hypercube.js';
import { pointChanges, pointSeed, pointValues } from '../sim/batch/design/points.js';
import { type Design, type Dimension, NO_DESIGN } from '../sim/batch/design/types.js';

const dimension = (name: string, rest: Partial<Dimension> = {}): Dimension => ({
  name,
  parameter: name,
  operation: 'value',
  from: -Infinity,
  to: Infinity,
  under: true,
  ...rest,
});
const spread = (distribution: Dimension['distribution'], low: number, high: number, mode?: number) =>
  dimension('x', { distribution, low, high, ...(mode === undefined ? {} : { mode }) });

const sample = (method: Design['method'], points: number, dimensions: readonly Dimension[]): Design => ({
  method,
  points,
  seed: 'design',
  ownSeeds: true,
  dimensions,
});
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('a factorial design', () => {
  const dimensions = [dimension('a', { levels: [1, 2, 3] }), dimension('b', { levels: [10, 20] })];

  test('has every combination of the levels once, the last dimension fastest', () => {
    const points = range(combinations(dimensions)).map((p) => [...factorialPoint(dimensions, p)]);
    expect(points).toEqual([
      [1, 10],
      [1, 20],
      [2, 10],
      [2, 20],
      [3, 10],
      [3, 20],
    ]);
  });

  test('gives words to a parameter that is one of several words', () => {
    const reading = dimension('reading', { levels: [2, 0], words: ['age', 'mixed', 'generation'] });
    const design = sample('factorial', 2, [reading]);
    expect(range(2).map((p) => pointChanges(design, p).under[0].operand)).toEqual(['generation', 'age']);
  });
});

describe('a Latin hypercube', () => {
  const strata = (column: readonly number[]) =>
    column.map((u) => Math.floor(u * column.length)).sort((a, b) => a - b);
  const columnOf = (points: number, names: readonly string[], name: string, seed = 'design') => {
    const at = latinHypercube(points, names, seed);
    return range(points).map((p) => at(p)[names.indexOf(name)]);
  };

  test('has one point in each stratum of each dimension', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.string(), (points, seed) => {
        for (const name of ['a', 'b'])
          expect(strata(columnOf(points, ['a', 'b'], name, seed))).toEqual(range(points));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('where plain random points leave strata empty', () => {
    const random = seedrandom('plain');
    expect(new Set(strata(range(200).map(() => random()))).size).toBeLessThan(150);
  });

  test('draws a dimension from its name alone, whatever else is varied', () => {
    expect(columnOf(50, ['a', 'b', 'c'], 'b')).toEqual(columnOf(50, ['b'], 'b'));
    expect(columnOf(50, ['a', 'b'], 'a')).not.toEqual(columnOf(50, ['a', 'b'], 'b'));
    expect(columnOf(50, ['a'], 'a', 'another')).not.toEqual(columnOf(50, ['a'], 'a'));
  });

  test('matches the strata of two dimensions at random', () => {
    const points = 2000;
    const [a, b] = ['a', 'b'].map((name) => columnOf(points, ['a', 'b'], name));
    const correlation = mean(a.map((x, i) => (x - 0.5) * (b[i] - 0.5))) * 12;
    // Standard deviation of a correlation of independent columns.
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(points));
    expect(Math.abs(mean(a.map((x) => (x - 0.5) * (x - 0.5))) * 12)).toBeGreaterThan(0.9);
  });

  test('lies at random inside its strata: the places are uniform, centred ones would not be', () => {
    const points = 2000;
    const places = columnOf(points, ['a'], 'a').map((u) => (u * points) % 1);
    const tenths = range(10).map((t) => places.filter((place) => Math.floor(place * 10) === t).length);
    const chiSquare = (counts: readonly number[]) =>
      counts.reduce((sum, count) => sum + (count - points / 10) ** 2 / (points / 10), 0);
    // Quantiles 0.0005 and 0.9995 of the chi-square law of 9 degrees of freedom.
    expect(chiSquare(tenths)).toBeGreaterThan(0.97);
    expect(chiSquare(tenths)).toBeLessThan(29.67);
    const centred = range(10).map((t) => (t === 5 ? points : 0));
    expect(chiSquare(centred)).toBeGreaterThan(29.67);
  });
});

describe('a distribution', () => {
  const uniforms = range(1001).map((i) => (i + 0.5) / 1001);

  test.each([
    ['uniform', spread('uniform', 2, 6), 4, 4],
    ['triangular', spread('triangular', 0, 10, 2), 4, 10 - Math.sqrt(40)],
    ['triangular with its mode at the low end', spread('triangular', 0, 1, 0), 1 / 3, 1 - Math.sqrt(0.5)],
    ['triangular with its mode at the high end', spread('triangular', 0, 1, 1), 2 / 3, Math.sqrt(0.5)],
    ['normal', spread('normal', 2, 6), 4, 4],
    ['loguniform', spread('loguniform', 1, 100), 99 / Math.log(100), 10],
  ])('%s rises with its uniform number, has its mean and its median', (_, law, average, median) => {
    const values = uniforms.map((u) => valueAt(law, u));
    expect(values.every((value, i) => i === 0 || value > values[i - 1])).toBe(true);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(law.low as number);
    expect(Math.max(...values)).toBeLessThanOrEqual(law.high as number);
    expect(mean(values)).toBeCloseTo(average, 2);
    expect(valueAt(law, 0.5)).toBeCloseTo(median, 12);
  });

  test.each(['uniform', 'triangular', 'normal', 'loguniform'] as const)(
    '%s reaches its ends and never leaves them',
    (name) => {
      const law = spread(name, 0.1, 0.7, 0.3);
      expect(valueAt(law, 0)).toBeCloseTo(0.1, 12);
      expect(valueAt(law, 1 - 2 ** -33)).toBeCloseTo(0.7, 3);
      fc.assert(
        fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (u) => {
          const value = valueAt(law, u);
          return value >= 0.1 && value <= 0.7;
        }),
        { seed: 3 },
      );
    },
  );

  test('normal has its central half within 0.6745 / 1.96 of half its width, before what lies outside is cut', () => {
    const law = spread('normal', -1, 1);
    const before = (share: number) => 0.025 + share * 0.95;
    expect(before(valueAtShare(law, 0.6745 / 1.959964))).toBeCloseTo(0.75, 4);
  });

  test('levels are equally likely', () => {
    const law = dimension('x', { levels: [5, 7, 9, 11] });
    expect([0, 0.24, 0.25, 0.5, 0.99].map((u) => valueAt(law, u))).toEqual([5, 5, 7, 9, 11]);
  });
});

/** The uniform number at which a law reaches `value`, by bisection. */
function valueAtShare(law: Dimension, value: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (valueAt(law, middle) < value) low = middle;
    else high = middle;
  }
  return low;
}

describe('a point', () => {
  const fee = dimension('fee', { distribution: 'uniform', low: 20, high: 30 });
  const posts = dimension('posts', {
    operation: 'multiply',
    members: ['11', '93'],
    from: monthOf(2017, 1),
    to: monthOf(2020, 1),
    under: false,
    distribution: 'uniform',
    low: 0.5,
    high: 2,
  });
  const designs = [sample('latin-hypercube', 20, [fee, posts]), sample('sobol', 20, [fee, posts])];

  test.each(designs)('of a $method is a function of its number, whoever asks and in what order', (design) => {
    const forward = range(20).map((p) => [...pointValues(design, p)]);
    const copy = structuredClone(design);
    const backward = range(20).map((p) => [...pointValues(copy, 19 - p)]);
    expect(backward.reverse()).toEqual(forward);
    expect(new Set(forward.map(String)).size).toBe(20);
  });

  test('lays uncertain parameters under the scenario and levers over it', () => {
    const [design] = designs;
    const values = pointValues(design, 3);
    const { under, over } = pointChanges(design, 3);
    expect(under).toEqual([
      expect.objectContaining({
        parameter: 'fee',
        operation: 'value',
        operand: values[0],
        from: -Infinity,
        to: Infinity,
      }),
    ]);
    expect(over).toEqual([
      expect.objectContaining({
        parameter: 'posts',
        operation: 'multiply',
        operand: values[1],
        members: ['11', '93'],
        from: monthOf(2017, 1),
        to: monthOf(2020, 1),
      }),
    ]);
  });

  test('beyond the last exists in a Sobol sequence only', () => {
    const [cube, sobol] = designs;
    expect(() => pointValues(cube, 20)).toThrow('there is no point 20');
    expect(() => pointValues(cube, -1)).toThrow('there is no point -1');
    expect(pointValues(sobol, 1000).length).toBe(2);
    expect([...pointValues({ ...sobol, points: 4000 }, 7)]).toEqual([...pointValues(sobol, 7)]);
  });

  test('of a plan that varies nothing has no values', () => {
    expect(pointChanges(NO_DESIGN, 0)).toEqual({ under: [], over: [] });
    expect(() => pointValues(NO_DESIGN, 1)).toThrow('there is no point 1');
  });

  test('has its own chance or the common one', () => {
    const [design] = designs;
    expect([0, 7].map((p) => pointSeed('maillage', design, p))).toEqual([
      'maillage point 0',
      'maillage point 7',
    ]);
    expect(pointSeed('maillage', { ...design, ownSeeds: false }, 7)).toBe('maillage');
  });
});
