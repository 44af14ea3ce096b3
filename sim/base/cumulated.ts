/** Choice in proportion to weights: sums of the weights from the first to each, and a binary search among them. */

/** Running sums of `weights`, written into `sums`. */
export function runningSums(
  weights: ArrayLike<number>,
  sums: Float64Array = new Float64Array(weights.length),
): Float64Array {
  let sum = 0;
  for (let i = 0; i < sums.length; i++) {
    sum += weights[i];
    sums[i] = sum;
  }
  return sums;
}

/** Position drawn in proportion to the weights whose running sums are `sums`, at the uniform `u`. */
export function pick(sums: ArrayLike<number>, u: number): number {
  const last = sums.length - 1;
  return firstAbove(sums, u * sums[last], 0, last);
}

/**
 * First position from `from` on whose value exceeds `target`, in rising values; `last` when none before it does. To
 * draw, `last` is the last option (rounding may leave none above); to search, it is one past it.
 */
export function firstAbove(rising: ArrayLike<number>, target: number, from: number, last: number): number {
  let low = from;
  let high = last;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
