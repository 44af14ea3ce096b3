/** Whole-number arithmetic without branches does what the branches would. */
import { describe, expect, test } from 'vitest';
import { ifBelow, isBelow, LAST_BYTE, nextByte } from '../sim/base/bits.js';

const NUMBERS = [-1_000_000, -256, -1, 0, 1, 2, 254, 255, 256, 65_535, 1_000_000];
const PAIRS = NUMBERS.flatMap((a) => NUMBERS.map((b) => [a, b] as const));

describe('whole numbers without branches', () => {
  test('a count of months in a byte goes up by one and stays at the last', () => {
    expect(LAST_BYTE).toBe(255);
    const counted = new Uint8Array(1);
    for (let months = 0; months < 300; months++) {
      expect(counted[0]).toBe(Math.min(months, 255));
      counted[0] = nextByte(counted[0]);
    }
  });

  test('below is below, for equal and for negative numbers too', () => {
    for (const [a, b] of PAIRS) expect(isBelow(a, b), `${a} below ${b}`).toBe(a < b ? 1 : 0);
  });

  test('a value is kept when the first number is below the second, and is nothing otherwise', () => {
    for (const [a, b] of PAIRS) expect(ifBelow(a, b, 77), `${a} below ${b}`).toBe(a < b ? 77 : 0);
  });
});
