/**
 * Poisson counts fast enough for every agent every month: one 32-bit draw, monotone inversion, so that a
 * slightly higher rate gives the same count or a slightly higher one (common random numbers).
 *
 * Below `NORMAL_FROM` the cumulative distribution is summed; above, the normal quantile with the
 * Cornish–Fisher skewness term (Fisher and Cornish 1960) is rounded; its mean is within 0.1 % there.
 */
import { normalQuantile } from './distributions.js';

export const NORMAL_FROM = 12;
const UINT32 = 4294967296;
const QUANTILE_BITS = 12;
const QUANTILES = 1 << QUANTILE_BITS;
const QUANTILE_SHIFT = 32 - QUANTILE_BITS;

/** Standard normal quantile at the middle of each of 4,096 equal classes, scaled to variance 1. */
const Z = centredQuantiles();

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

/**
 * Poisson count of mean `lambda` at the 32-bit uniform `bits`; `expMinusLambda` is exp(−lambda), which callers
 * keep in a table.
 */
export function poissonCount(lambda: number, expMinusLambda: number, bits: number): number {
  if (lambda >= NORMAL_FROM) {
    const z = Z[bits >>> QUANTILE_SHIFT];
    const count = Math.floor(lambda + z * Math.sqrt(lambda) + (z * z - 1) / 6 + 0.5);
    return count > 0 ? count : 0;
  }
  const u = (bits + 0.5) / UINT32;
  let term = expMinusLambda;
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
