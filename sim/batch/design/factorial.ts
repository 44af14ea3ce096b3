/** The full factorial design: every combination of the levels, the last dimension changing fastest. */
import type { Dimension } from './types.js';

/** Number of combinations; 1 without dimensions. */
export function combinations(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((product, { levels = [] }) => product * levels.length, 1);
}

/** Levels of combination `p`, counted from 0. */
export function factorialPoint(dimensions: readonly Dimension[], p: number): Float64Array {
  const values = new Float64Array(dimensions.length);
  let rest = p;
  for (let d = dimensions.length - 1; d >= 0; d--) {
    const { levels = [] } = dimensions[d];
    values[d] = levels[rest % levels.length];
    rest = Math.floor(rest / levels.length);
  }
  return values;
}
