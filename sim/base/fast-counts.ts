/**
 * Poisson counts fast enough for every agent every month: one 32-bit draw, monotone inversion, so that a
 * slightly higher rate gives the same count or a slightly higher one (common random numbers).
 *
 * Below `NORMAL_FROM` the cumulative distribution is summed; above, the normal quantile with the
 * Cornish–Fisher skewness term (Fisher and Cornish 1960) is rounded; its mean is within 0.1 % there.
 */

import { normalQuantile } from './distributions.js';
import { UINT32 } from './draws.js';

export const NORMAL_FROM = 12;
const QUANTILE_BITS = 12;
const QUANTILES = 1 << QUANTILE_BITS;
const QUANTILE_SHIFT = 32 - QUANTILE_BITS;

/** Standard normal quantile at the middle of each of 4,096 equal classes, scaled to variance 1. */
const Z = centredQuantiles();
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
  const z = Z[bits >>> QUANTILE_SHIFT];
  const count = (lambda + z * Math.sqrt(lambda) + SKEW[bits >>> QUANTILE_SHIFT]) | 0;
  return count > 0 ? count : 0;
}

/** Poisson count of a mean below `NORMAL_FROM` at the 32-bit uniform `bits`. */
export function smallCount(lambda: number, bits: number): number {
  const u = (bits + 0.5) / UINT32;
  let term = Math.exp(-lambda);
  let cumulated = term;
  let count = 0;
  // The sum stops moving in double precision long before 100 terms at these means.
  while (u > cumulated && count < 100) {
    count++;
    term *= lambda / count;
    cumulated += term;
  }
  return count;
}
