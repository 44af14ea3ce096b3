/**
 * Poisson counts fast enough for every agent every month: one 32-bit draw, monotone inversion, so that a
 * slightly higher rate gives the same count or a slightly higher one (common random numbers).
 *
 * Below `NORMAL_FROM` the cumulative distribution is summed; above, the normal quantile with the
 * Cornish–Fisher skewness term (Fisher and Cornish 1960) is rounded; its mean is within 0.1 % there.
 */

import * as bitsOf from './bits.js';
import { normalQuantile } from './distributions.js';

// A constant of this file, which V8 compiles into loops that count (`world/once-per-world.ts`).
const { ifBelow } = bitsOf;

export const NORMAL_FROM = 3;
const QUANTILE_BITS = 11;
const QUANTILES = 1 << QUANTILE_BITS;
const QUANTILE_SHIFT = 32 - QUANTILE_BITS;

/** Standard normal quantile at the middle of each of 2,048 equal classes, scaled to variance 1. */
const Z = Float32Array.from(centredQuantiles());
/** Skewness term of each class, and the half that makes a truncation round. */
const SKEW = Z.map((z) => (z * z - 1) / 6 + 0.5);

function centredQuantiles(): Float64Array {
  const z = new Float64Array(QUANTILES);
  let squares = 0;
  for (let i = 0; i < QUANTILES; i++) {
    z[i] = normalQuantile((i + 0.5) / QUANTILES);
    squares += z[i] * z[i];
  }
  const scale = Math.sqrt(QUANTILES / squares);
  for (let i = 0; i < QUANTILES; i++) z[i] *= scale;
  return z;
}

/** Poisson count of a mean of at least `NORMAL_FROM` at the 32-bit uniform `bits`. */
export function largeCount(lambda: number, bits: number): number {
  const at = bits >>> QUANTILE_SHIFT;
  const count = (lambda + Z[at] * Math.sqrt(lambda) + SKEW[at]) | 0;
  // Zero where negative, as integers: Math.max makes a floating-point number of it, and of all that follows.
  return ifBelow(0, count, count);
}

/** Terms summed at most: the sum stops moving in double precision long before at these means. */
const TERMS = 100;
const RECIPROCAL = Float64Array.from({ length: TERMS + 1 }, (_, count) => (count > 0 ? 1 / count : 0));

/**
 * Poisson count of a mean below `NORMAL_FROM` at the 32-bit uniform `bits`.
 * @param none exp(−lambda) × 2³², which callers keep in a table: the threshold below which the count is 0
 */
export function smallCount(lambda: number, none: number, bits: number): number {
  const target = bits + 0.5;
  let term = none;
  let cumulated = none;
  let count = 0;
  while (target > cumulated && count < TERMS) {
    count++;
    term *= lambda * RECIPROCAL[count];
    cumulated += term;
  }
  return count;
}
