/**
 * Regularised incomplete beta function I_x(a, b), the distribution function of beta, Student and Fisher laws.
 * Continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, evaluated by the method of
 * Lentz (1976, Applied Optics 15) as modified by Thompson and Barnett (1986).
 */
import { logGamma } from '../base/distributions.js';

/** Relative change of the fraction at which it is taken as settled, a few roundings of a double. */
const SETTLED = 1e-15;
/** Stands for a denominator that happens to be zero, far below any other (Thompson and Barnett). */
const ALMOST_ZERO = 1e-300;

/**
 * Probability that a beta variable of shapes `a` and `b` (both above 0) is at most `x`; small probabilities keep
 * their relative precision. `x` below 0 counts as 0, above 1 as 1.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const logFront = a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b);
  // The fraction converges fast below the mean only; above it, the other tail is computed.
  return x <= (a + 1) / (a + b + 2)
    ? (Math.exp(logFront) * fraction(x, a, b)) / a
    : 1 - (Math.exp(logFront) * fraction(1 - x, b, a)) / b;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** 1/(1 + d1/(1 + d2/(1 + …))) of DLMF 8.17.22, its coefficients taken two by two. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= c * d;
    if (!(Math.abs(c * d - 1) >= SETTLED)) return value;
  }
}

function away(denominator: number): number {
  return Math.abs(denominator) < ALMOST_ZERO ? ALMOST_ZERO : denominator;
}
