/**
 * Rationing: days, euros and hours that several ask of one office are given to all in the same proportion, so that nobody
 * comes first.
 */

/**
 * Part of what is asked of each office that it can give: 1 where it has enough.
 * @param has what each office has left; below nothing counts as nothing
 * @param asked what all together ask of each
 */
export function partGiven(has: ArrayLike<number>, asked: ArrayLike<number>): Float64Array {
  return Float64Array.from(has, (left, office) =>
    asked[office] > left ? Math.max(0, left) / asked[office] : 1,
  );
}
