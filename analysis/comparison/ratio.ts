/**
 * Interval of a ratio of two means measured on the same observations: Fieller's theorem (1954, "Some problems in
 * interval estimation", Journal of the Royal Statistical Society B 16). Unlike a bootstrap of percentiles it is right
 * for a handful of observations, needs no draws, and says when the ratio has no interval at all.
 */
import { mean, variance } from '../../sim/recorder/statistics.js';
import { studentFactor } from '../../sim/recorder/student.js';

const LEVEL = 0.95;

export interface RatioInterval {
  readonly ratio: number;
  /** Bounds; NaN where there is no bounded interval, that is where the denominator may be 0. */
  readonly low: number;
  readonly high: number;
}

/** mean(top) / mean(bottom) with its 95 % interval; the two lists are of the same observations. */
export function ratioInterval(top: Float64Array, bottom: Float64Array): RatioInterval {
  const n = top.length;
  const above = mean(top);
  const below = mean(bottom);
  const none = { ratio: above / below, low: Number.NaN, high: Number.NaN };
  if (n < 2) return none;
  const t = studentFactor(LEVEL, n - 1);
  const spread = (t * t) / n;
  // The bounds are the roots of a ratio² − 2 b ratio + c.
  const a = below * below - spread * variance(bottom);
  const b = above * below - spread * covariance(top, bottom);
  const c = above * above - spread * variance(top);
  if (!(a > 0)) return none;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return { ratio: above / below, low: (b - root) / a, high: (b + root) / a };
}

function covariance(x: Float64Array, y: Float64Array): number {
  const centreX = mean(x);
  const centreY = mean(y);
  return x.reduce((sum, value, i) => sum + (value - centreX) * (y[i] - centreY), 0) / (x.length - 1);
}
