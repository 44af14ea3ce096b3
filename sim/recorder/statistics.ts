/** Statistics of a few numbers: means, quantiles, intervals over replicates. Sums run in the order given. */
import { MaillageError } from '../base/errors.js';
import { studentFactor } from './student.js';

const LEVEL = 0.95;

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Unbiased variance (n − 1); NaN for fewer than two values. */
export function variance(values: ArrayLike<number>): number {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - centre) * (values[i] - centre);
  return values.length < 2 ? Number.NaN : sum / (values.length - 1);
}

/**
 * Quantile `p` of values sorted in rising order, linear between order statistics (type 7 of Hyndman & Fan,
 * "Sample quantiles in statistical packages", 1996, the default of R and NumPy); NaN for none.
 */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

/** Quantile `p` of values in any order. */
export function quantile(values: ArrayLike<number>, p: number): number {
  return sortedQuantile(Float64Array.from(values).sort(), p);
}

/** Positions of the values that weigh something, by rising value, then position. */
export function weightedOrder(values: ArrayLike<number>, weights: ArrayLike<number>): readonly number[] {
  return Array.from(values, (_, i) => i)
    .filter((i) => weights[i] > 0)
    .sort((a, b) => values[a] - values[b] || a - b);
}

/**
 * Weighted quantile: the smallest value such that the weights up to it reach the share `p` of all weights, for values whose
 * order (`weightedOrder`) is known. NaN when nothing weighs.
 */
export function quantileInOrder(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  order: readonly number[],
  p: number,
): number {
  const wanted = p * order.reduce((sum, i) => sum + weights[i], 0);
  let reached = 0;
  for (const i of order) {
    reached += weights[i];
    if (reached >= wanted) return values[i];
  }
  return order.length > 0 ? values[order[order.length - 1]] : Number.NaN;
}

/**
 * Theil's T of values weighted by people: 0 when all are equal (Theil, Economics and Information Theory, 1967).
 * A value of 0 adds 0 (the limit of x ln x).
 */
export function theil(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let people = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(weights[i] > 0)) continue;
    people += weights[i];
    total += weights[i] * values[i];
  }
  const centre = total / people;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(weights[i] > 0 && values[i] > 0)) continue;
    const relative = values[i] / centre;
    sum += weights[i] * relative * Math.log(relative);
  }
  return sum / people;
}

/**
 * Quantile `p` of a histogram of classes starting at `edges`, linear inside a class; the last class has no end
 * and gives its lower edge. NaN when it is empty.
 */
export function histogramQuantile(counts: ArrayLike<number>, edges: ArrayLike<number>, p: number): number {
  let total = 0;
  for (let c = 0; c < counts.length; c++) total += counts[c];
  if (!(total > 0)) return Number.NaN;
  const wanted = p * total;
  let below = 0;
  for (let c = 0; c < counts.length - 1; c++) {
    if (counts[c] > 0 && below + counts[c] >= wanted) {
      return edges[c] + ((wanted - below) / counts[c]) * (edges[c + 1] - edges[c]);
    }
    below += counts[c];
  }
  return edges[counts.length - 1];
}

/** A mean over replicates and the half-width of its confidence interval. */
export interface Interval {
  readonly mean: number;
  /** Mean ± halfWidth holds the true mean in `level` of repetitions; NaN for a single replicate. */
  readonly halfWidth: number;
  readonly replicates: number;
}

/** Student interval of the mean of independent replicates, 95 % unless told. */
export function meanInterval(values: ArrayLike<number>, level = LEVEL): Interval {
  const replicates = values.length;
  const error = Math.sqrt(variance(values) / replicates);
  return {
    mean: mean(values),
    halfWidth: replicates < 2 ? Number.NaN : studentFactor(level, replicates - 1) * error,
    replicates,
  };
}

/**
 * Interval of the mean difference `changed − reference` of replicates paired by seed.
 * @throws MaillageError `internal` when the two lists have not the same length.
 */
export function pairedInterval(
  changed: ArrayLike<number>,
  reference: ArrayLike<number>,
  level = LEVEL,
): Interval {
  if (changed.length !== reference.length) {
    throw new MaillageError(
      'internal',
      `paired runs must be as many on both sides: ${changed.length} against ${reference.length}`,
      { exitCode: 1 },
    );
  }
  return meanInterval(
    Float64Array.from(changed, (value, i) => value - reference[i]),
    level,
  );
}

/** True when the interval lies wholly on one side of zero. */
export function excludesZero(interval: Interval): boolean {
  return Math.abs(interval.mean) > interval.halfWidth;
}
