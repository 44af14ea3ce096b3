/**
 * Traits of people who are drawn once: every draw is keyed by (data seed, name of the trait, row), so that a
 * further trait, or one more row, changes no other.
 */

import { normalQuantile } from '../../base/distributions.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';

/** Draws of one trait, by row. */
export interface Trait {
  /** Uniform in (0, 1). */
  uniform(row: number): number;
  /** True with probability `p`. */
  chance(row: number, p: number): boolean;
  normal(row: number, mean: number, sd: number): number;
  /** Log-normal factor of mean 1. */
  factor(row: number, sigma: number): number;
  /** Share between 0 and 1 whose log-odds are normal around those of `median`. */
  share(row: number, median: number, sigma: number): number;
}

/** The draws of the trait `name` under a data seed. */
export function traitOf(seed: DrawKey, name: string): Trait {
  const { a, b } = drawKey(seed, streamId(name), 0);
  const uniform = (row: number) => unit(draw(a, b, row));
  const z = (row: number) => normalQuantile(uniform(row));
  return {
    uniform,
    chance: (row, p) => uniform(row) < p,
    normal: (row, mean, sd) => mean + sd * z(row),
    factor: (row, sigma) => Math.exp(sigma * z(row) - (sigma * sigma) / 2),
    share: (row, median, sigma) => 1 / (1 + Math.exp(-Math.log(median / (1 - median)) - sigma * z(row))),
  };
}
