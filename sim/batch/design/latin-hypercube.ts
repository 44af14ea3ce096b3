/**
 * Latin hypercube sampling (McKay, Beckman and Conover 1979, Technometrics 21, 239–245): in each dimension, each of n
 * equal strata of (0, 1) holds exactly one of the n points; the strata are matched at random between dimensions.
 *
 * Inside its stratum a point lies at random, not at the centre: means over the points are then free of bias, and the ends
 * of a distribution are reached. The numbers of a dimension are drawn from the seed and its name, so that they do not
 * depend on what else is varied. A sample has a fixed size: one point more is another sample.
 */
import seedrandom from 'seedrandom';

/** The uniform numbers of `points` points, one for each name. */
export function latinHypercube(
  points: number,
  names: readonly string[],
  seed: string,
): (p: number) => Float64Array {
  const columns = names.map((name) => stratified(points, `${seed}/latin-hypercube/${name}`));
  return (p) => Float64Array.from(columns, (column) => column[p]);
}

/** One number in each of `points` strata, in random order. */
function stratified(points: number, seed: string): Float64Array {
  const random = seedrandom(seed);
  const column = Float64Array.from({ length: points }, (_, stratum) => (stratum + random()) / points);
  // Fisher and Yates' shuffle.
  for (let last = points - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [column[last], column[chosen]] = [column[chosen], column[last]];
  }
  return column;
}
