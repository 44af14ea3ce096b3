/**
 * The value of a dimension at a uniform number: distributions by inversion, so that points spread over the unit cube
 * spread over the values. Every distribution stays between `low` and `high`.
 *
 * A normal law has its mean in the middle of `low` and `high`, which are read as its central 95 % and cut off what lies
 * outside: the values of a parameter's range are all that its source argues for.
 */
import { normalQuantile } from '../../base/distributions.js';
import { MaillageError } from '../../base/errors.js';
import type { Dimension } from './types.js';

/** Probability below `low`, and above `high`, of the normal law before it is cut. */
const NORMAL_TAIL = 0.025;

/** Value of `dimension` at the uniform number `u` of [0, 1); one of its levels, equally likely, when it has some. */
export function valueAt(dimension: Dimension, u: number): number {
  const { levels, distribution, low, high, mode } = dimension;
  if (levels !== undefined) return levels[Math.floor(u * levels.length)];
  if (distribution === undefined || low === undefined || high === undefined)
    throw new MaillageError('internal', `${dimension.name} has neither levels nor a distribution`, {
      exitCode: 1,
    });
  return Math.min(Math.max(inverse(distribution, u, low, high, mode), low), high);
}

/** `count` values from `low` to `high`, both included: evenly spaced, in their logarithm for a loguniform law. */
export function evenLevels(
  { distribution, low = 0, high = 0 }: Pick<Dimension, 'distribution' | 'low' | 'high'>,
  count: number,
): number[] {
  const law = distribution === 'loguniform' ? distribution : 'uniform';
  return Array.from({ length: count }, (_, i) => {
    if (i === 0) return low;
    return i === count - 1 ? high : inverse(law, i / (count - 1), low, high, undefined);
  });
}

function inverse(
  distribution: NonNullable<Dimension['distribution']>,
  u: number,
  low: number,
  high: number,
  mode: number | undefined,
): number {
  const width = high - low;
  if (distribution === 'uniform') return low + u * width;
  if (distribution === 'loguniform') return Math.exp(Math.log(low) + u * (Math.log(high) - Math.log(low)));
  if (distribution === 'triangular') return triangular(u, low, high, mode ?? low + width / 2);
  const deviations =
    normalQuantile(NORMAL_TAIL + u * (1 - 2 * NORMAL_TAIL)) / normalQuantile(1 - NORMAL_TAIL);
  return low + (width / 2) * (1 + deviations);
}

/** The two branches of the triangular law meet at its mode. */
function triangular(u: number, low: number, high: number, mode: number): number {
  const width = high - low;
  const rising = (mode - low) / width;
  if (u < rising) return low + Math.sqrt(u * width * (mode - low));
  return high - Math.sqrt((1 - u) * width * (high - mode));
}
