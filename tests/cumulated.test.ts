/** Choice in proportion to weights, by their running sums. */
import { describe, expect, test } from 'vitest';
import { firstAbove, pick, runningSums } from '../sim/base/cumulated.js';

/** Options drawn by `draw` at uniforms spread evenly, counted. */
function hits(options: number, draws: number, draw: (u: number) => number): number[] {
  const counts = new Array<number>(options).fill(0);
  for (let i = 0; i < draws; i++) counts[draw((i + 0.5) / draws)]++;
  return counts;
}

describe('choice by running sums', () => {
  test('every option gets its share, and one without weight nothing', () => {
    const sums = runningSums([1, 0, 3, 6]);
    expect([...sums]).toEqual([1, 1, 4, 10]);
    expect(hits(4, 1000, (u) => pick(sums, u))).toEqual([100, 0, 300, 600]);
  });

  test('sums written into a row of one’s own are those of the first weights', () => {
    const row = new Float64Array(2);
    expect([...runningSums([2, 5, 100], row)]).toEqual([2, 7]);
  });

  test('a part of a longer row is searched alone', () => {
    const sums = [9, 9, 1, 4, 4, 10, 0];
    expect(hits(7, 1000, (u) => firstAbove(sums, u * 10, 2, 5))).toEqual([0, 0, 100, 300, 0, 600, 0]);
  });

  test('the last option is drawn when rounding leaves none above', () => {
    expect(pick([1, 2, 3], 1)).toBe(2);
    expect(firstAbove([1, 2, 3], 3, 0, 2)).toBe(2);
  });

  test('what is not there is not found: the answer is one past the end', () => {
    expect(firstAbove([3, 5, 9], 8, 0, 3)).toBe(2);
    expect(firstAbove([3, 5, 9], 9, 0, 3)).toBe(3);
    expect(firstAbove([], 1, 0, 0)).toBe(0);
  });
});
