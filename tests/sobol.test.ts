/** Sobol sequences: the table of direction numbers, points known elsewhere, and the even filling that they promise. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sobolDigits, sobolSequence } from '../sim/batch/design/sobol.js';
import {
  readInitialNumbers,
  SOBOL_BITS,
  SOBOL_DIMENSIONS,
  sobolDirections,
} from '../sim/batch/design/sobol-directions.js';

const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const table = readInitialNumbers();
const directions = sobolDirections(SOBOL_DIMENSIONS);

describe('the table of direction numbers', () => {
  test('covers more dimensions than the catalogue has parameters', () => {
    expect(table.length).toBe(1023);
    expect(table[0]).toEqual({ dimension: 2, degree: 1, coefficients: 0, initial: [1] });
    // Read in another copy of new-joe-kuo-6.21201.
    expect(table[481 - 2]).toEqual({
      dimension: 481,
      degree: 12,
      coefficients: 2020,
      initial: [1, 3, 1, 9, 29, 29, 113, 15, 65, 611, 135, 3687],
    });
  });

  test('has a different primitive polynomial in each dimension', () => {
    const polynomials = table.map(({ degree, coefficients }) => (1 << degree) | (coefficients << 1) | 1);
    expect(new Set(polynomials).size).toBe(table.length);
    expect(polynomials.filter((polynomial) => !isPrimitive(polynomial))).toEqual([]);
    // x² + 1 = (x + 1)²; x⁴ + x³ + x² + x + 1 divides x⁵ + 1, so it is irreducible and not primitive.
    expect([0b101, 0b11111].map(isPrimitive)).toEqual([false, false]);
  });

  test('begins each dimension with odd numbers, the i-th below 2 to the power i', () => {
    const wrong = table.filter(({ initial }) => initial.some((m, i) => m % 2 === 0 || m >= 2 ** (i + 1)));
    expect(wrong).toEqual([]);
  });

  test("has Sobol's property A: the first 2^d points of d dimensions fill every half of every one", () => {
    expect(firstSingularMinor(directions, SOBOL_DIMENSIONS)).toBe(-1);
    // Two equal dimensions lose it.
    const spoilt = directions.slice();
    spoilt.copyWithin(5 * SOBOL_BITS, 4 * SOBOL_BITS, 5 * SOBOL_BITS);
    expect(firstSingularMinor(spoilt, 20)).toBe(5);
  });
});

describe('the sequence', () => {
  test('begins with the points that everybody knows', () => {
    const at = (p: number) => range(4).map((d) => sobolDigits(directions, d, p) / 2 ** 32);
    expect(range(8).map(at)).toEqual([
      [0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25],
      [0.25, 0.75, 0.75, 0.75],
      [0.375, 0.375, 0.625, 0.875],
      [0.875, 0.875, 0.125, 0.375],
      [0.625, 0.125, 0.875, 0.625],
      [0.125, 0.625, 0.375, 0.125],
    ]);
  });

  test('has the points of another program in all 1,024 dimensions', () => {
    // scipy 1.17.1: qmc.Sobol(1024, scramble=False, bits=32).random(256) × 2^32 as little-endian 32-bit numbers.
    const points = new Uint8Array(256 * SOBOL_DIMENSIONS * 4);
    const view = new DataView(points.buffer);
    for (let p = 0; p < 256; p++) {
      for (let d = 0; d < SOBOL_DIMENSIONS; d++)
        view.setUint32((p * SOBOL_DIMENSIONS + d) * 4, sobolDigits(directions, d, p), true);
    }
    expect(createHash('sha256').update(points).digest('hex')).toBe(
      '1b41461f2c7cada49cc2d68ba37a69fdd765007da884a8169ddaf8b7b008b7db',
    );
  });
});

describe('a shifted sequence', () => {
  const names = range(300).map((d) => `parameter${d}`);
  const at = sobolSequence(names, 'design');
  const column = (d: number, from: number, to: number) =>
    range(to - from).map((i) => sobolSequenceAt(from + i)[d]);
  const cached = new Map<number, Float64Array>();
  const sobolSequenceAt = (p: number): Float64Array => {
    const point = cached.get(p) ?? at(p);
    cached.set(p, point);
    return point;
  };
  const strata = (values: readonly number[]) =>
    values.map((u) => Math.floor(u * values.length)).sort((a, b) => a - b);

  test('puts exactly one of 256 points in each of 256 slices of every dimension, and again with the next 256', () => {
    for (const d of range(names.length)) {
      expect(strata(column(d, 0, 256))).toEqual(range(256));
      expect(strata(column(d, 256, 512))).toEqual(range(256));
    }
  });

  test('puts exactly one of 256 points in each of 16 × 16 squares of the first two dimensions', () => {
    const squares = range(256).map((p) => {
      const [x, y] = sobolSequenceAt(p);
      return Math.floor(x * 16) * 16 + Math.floor(y * 16);
    });
    expect(squares.sort((a, b) => a - b)).toEqual(range(256));
  });

  test('keeps that under its shift of digits, which a shift modulo 1 would break', () => {
    const shifted = range(256).map((p) => {
      const [x, y] = [0, 1].map((d) => sobolDigits(directions, d, p) / 2 ** 32);
      return Math.floor(((x + 0.1) % 1) * 16) * 16 + Math.floor(((y + 0.33) % 1) * 16);
    });
    expect(new Set(shifted).size).toBeLessThan(256);
  });

  test('never lies on the faces of the cube, and another seed gives other points', () => {
    const first = sobolSequenceAt(0);
    expect(first.every((u) => u > 0 && u < 1)).toBe(true);
    expect(new Set(first).size).toBe(names.length);
    expect([...sobolSequence(names, 'another')(0)]).not.toEqual([...first]);
  });

  test('has its mean in the middle, closer than random points would', () => {
    const error = (d: number) => Math.abs(column(d, 0, 256).reduce((sum, u) => sum + u, 0) / 256 - 0.5);
    // A point lies anywhere in its slice, so the mean is within half a slice; random points would be √(1/12/256) = 0.018 off.
    expect(Math.max(...range(names.length).map(error))).toBeLessThanOrEqual(1 / 512);
  });

  test('of more dimensions than the table has is refused', () => {
    const many = range(SOBOL_DIMENSIONS + 1).map(String);
    expect(() => sobolSequence(many, 'design')).toThrow(
      'a Sobol sequence of 1025 dimensions was asked, at most 1024 are known: vary fewer parameters',
    );
    expect(sobolSequence(many.slice(1), 'design')(5).length).toBe(SOBOL_DIMENSIONS);
  });
});

/** Whether x generates all non-zero polynomials below this one over the field of two elements. */
function isPrimitive(polynomial: number): boolean {
  const degree = 31 - Math.clz32(polynomial);
  const order = 2 ** degree - 1;
  const divisors = primeFactors(order);
  return (
    powerOfX(order, polynomial, degree) === 1 &&
    divisors.every((prime) => powerOfX(order / prime, polynomial, degree) !== 1)
  );
}

function powerOfX(exponent: number, polynomial: number, degree: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) {
    power <<= 1;
    if (power >> degree) power ^= polynomial;
  }
  return power;
}

function primeFactors(n: number): number[] {
  const factors: number[] = [];
  let rest = n;
  for (let prime = 2; prime <= rest; prime++) {
    if (rest % prime === 0) factors.push(prime);
    while (rest % prime === 0) rest /= prime;
  }
  return factors;
}

/**
 * Row of the first leading minor that is zero over the field of two elements, −1 when none is: row d holds the first binary
 * digit of the direction numbers 1, 2 … of dimension d. Direction numbers beyond the 32nd follow from the same recurrence.
 */
function firstSingularMinor(numbers: Uint32Array, dimensions: number): number {
  const rows = range(dimensions).map((d) => firstDigits(numbers, d, dimensions));
  for (const [d, row] of rows.entries()) {
    if (row[d] === 0) return d;
    for (const below of rows.slice(d + 1)) {
      if (below[d] === 1) for (let i = d; i < dimensions; i++) below[i] ^= row[i];
    }
  }
  return -1;
}

/** First binary digits of direction numbers 1 … count of dimension d. */
function firstDigits(numbers: Uint32Array, d: number, count: number): Uint8Array {
  const digits = Uint8Array.from({ length: count }, (_, i) =>
    i < SOBOL_BITS ? numbers[d * SOBOL_BITS + i] >>> 31 : 0,
  );
  if (d === 0) return digits;
  // The first digit of v_i is that of the sum of a_k v_(i−k) and of v_(i−s); v_(i−s) shifted down begins with 0.
  const { degree, coefficients } = table[d - 1];
  for (let i = SOBOL_BITS; i < count; i++) {
    let digit = digits[i - degree];
    for (let k = 1; k < degree; k++) if ((coefficients >> (degree - 1 - k)) & 1) digit ^= digits[i - k];
    digits[i] = digit;
  }
  return digits;
}
