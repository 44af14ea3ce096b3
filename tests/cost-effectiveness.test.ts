/** Costs and effects: dominance, the frontier, the plane, and what a unit of effect costs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costEffectiveness } from '../analysis/comparison/costs.js';
import { frontierOf } from '../analysis/comparison/frontier.js';

describe('the frontier', () => {
  /**
   * B costs 1,000 a unit after A, C 2,000 after B, D 250 after C: C is beaten by a mix of B and D, and then so is B,
   * whose 1,000 is above the 833 of D after B. E costs more than D and gains less; F costs 4,500 a unit after D.
   */
  const options = [
    { cost: 1000, gain: 10 },
    { cost: 2000, gain: 11 },
    { cost: 4000, gain: 12 },
    { cost: 4500, gain: 14 },
    { cost: 5000, gain: 13 },
    { cost: 9000, gain: 15 },
  ];

  test('leaves out what is dominated, by another option or by a mix of its neighbours', () => {
    const placed = frontierOf(options);
    expect(placed.map(({ standing }) => standing)).toEqual([
      'frontier',
      'extendedlyDominated',
      'extendedlyDominated',
      'frontier',
      'dominated',
      'frontier',
    ]);
    expect(placed.map(({ after }) => after)).toEqual([undefined, undefined, undefined, 0, undefined, 3]);
    expect(placed[3].icer).toBe(875);
    expect(placed[5].icer).toBe(4500);
    expect(placed[0].icer).toBeNaN();
  });

  test('an option on the line between two others stays; just above it, it goes', () => {
    const line = [
      { cost: 0, gain: 0 },
      { cost: 100, gain: 1 },
      { cost: 200, gain: 2 },
    ];
    expect(frontierOf(line).map(({ standing }) => standing)).toEqual(['frontier', 'frontier', 'frontier']);
    const above = [line[0], { cost: 100.01, gain: 1 }, line[2]];
    expect(frontierOf(above)[1].standing).toBe('extendedlyDominated');
  });

  test('of two of equal gain the cheaper stays, of two of equal cost the better', () => {
    expect(
      frontierOf([
        { cost: 2, gain: 1 },
        { cost: 1, gain: 1 },
      ]).map(({ standing }) => standing),
    ).toEqual(['dominated', 'frontier']);
    expect(
      frontierOf([
        { cost: 1, gain: 1 },
        { cost: 1, gain: 2 },
      ]).map(({ standing }) => standing),
    ).toEqual(['dominated', 'frontier']);
  });

  test('an option equal to another is told so, not dominated', () => {
    const [, same] = frontierOf([
      { cost: 1, gain: 1 },
      { cost: 1, gain: 1 },
    ]);
    expect(same).toMatchObject({ standing: 'equal', after: 0 });
  });

  test('ratios rise along it, and nothing lies below it', () => {
    const option = fc.record({
      cost: fc.integer({ min: -50, max: 50 }),
      gain: fc.integer({ min: -50, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(option, { minLength: 1, maxLength: 12 }), (some) => {
        const placed = frontierOf(some);
        const on = some
          .map((one, i) => ({ ...one, ...placed[i] }))
          .filter(({ standing }) => standing === 'frontier')
          .sort((a, b) => a.gain - b.gain);
        for (let i = 2; i < on.length; i++) expect(on[i].icer).toBeGreaterThanOrEqual(on[i - 1].icer);
        for (const { cost, gain } of some) {
          const right = on.findIndex((one) => one.gain >= gain);
          const [left, next] = [on[Math.max(0, right - 1)], on[right]];
          const share = next.gain === left.gain ? 0 : (gain - left.gain) / (next.gain - left.gain);
          const below = gain <= left.gain ? left.cost : left.cost + share * (next.cost - left.cost);
          expect(cost).toBeGreaterThanOrEqual(below - 1e-9);
        }
      }),
      { seed: 11 },
    );
  });
});

describe('scenarios against the baseline', () => {
  const costed = (scenario: string, cost: number[], effect: number[]) => ({
    scenario,
    cost: Float64Array.from(cost),
    effect: Float64Array.from(effect),
  });
  const rules = costed('rules', [100, 110, 90, 100], [50, 52, 48, 50]);

  test('a fall of people without a médecin traitant is the gain, and its cost is paired', () => {
    const more = costed('more', [120, 132, 110, 121], [40, 41, 39, 41]);
    const [baseline, option] = costEffectiveness([rules, more], 'less');
    expect(baseline).toMatchObject({ scenario: 'rules', cost: 100, effect: 50, increment: undefined });
    expect(baseline.standing).toBe('frontier');
    // Increments of cost 20, 22, 20, 21 and of gain 10, 11, 9, 9.
    expect(option.increment?.cost.mean).toBe(20.75);
    expect(option.increment?.gain.mean).toBe(9.75);
    expect(option.increment?.cost.halfWidth).toBeCloseTo(3.1824 * (Math.sqrt(2.75 / 3) / 2), 3);
    expect(option.icer).toBeCloseTo(20.75 / 9.75, 12);
    expect(option.increment?.ratio.ratio).toBeCloseTo(20.75 / 9.75, 12);
    expect(option.increment?.quadrants).toEqual({
      dearerAndBetter: 1,
      cheaperAndBetter: 0,
      cheaperAndWorse: 0,
      dearerAndWorse: 0,
    });
  });

  test('where more is better the same numbers are a loss', () => {
    const more = costed('more', [120, 132, 110, 121], [40, 41, 39, 41]);
    const [, option] = costEffectiveness([rules, more], 'more');
    expect(option.standing).toBe('dominated');
    expect(option.increment?.gain.mean).toBe(-9.75);
    expect(option.increment?.quadrants.dearerAndWorse).toBe(1);
  });

  test('each pair lies in one quadrant, and one on an axis half in each beside it', () => {
    // Gains 1, 1, −1, 0; extra costs 1, −1, −1, 1.
    const mixed = costed('mixed', [101, 109, 89, 101], [49, 51, 49, 50]);
    const [, option] = costEffectiveness([rules, mixed], 'less');
    expect(option.increment?.quadrants).toEqual({
      dearerAndBetter: 0.375,
      cheaperAndBetter: 0.25,
      cheaperAndWorse: 0.25,
      dearerAndWorse: 0.125,
    });
  });

  test('a scenario that changes nothing equals the baseline, in the middle of the plane', () => {
    const [, same] = costEffectiveness([rules, { ...rules, scenario: 'same' }], 'less');
    expect(same.standing).toBe('equal');
    expect(Object.values(same.increment?.quadrants ?? {})).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(same.increment?.ratio.low).toBeNaN();
  });

  test('one observation has increments and no interval', () => {
    const [, option] = costEffectiveness([costed('a', [1], [10]), costed('b', [3], [6])], 'less');
    expect(option.increment?.ratio).toEqual({ ratio: 0.5, low: Number.NaN, high: Number.NaN });
    expect(option.increment?.cost.halfWidth).toBeNaN();
  });
});
