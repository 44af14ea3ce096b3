/**
 * Moves inside France that leave every territory as full as it was: as many people move from one territory to
 * another as back, in expectation, when both have the population the flows were made for.
 *
 * A near move proposes a neighbour with odds people × exp(−minutes ÷ distance) and is accepted with chance
 * min(1, reach here ÷ reach there), reach being the sum of these odds: then flows are equal both ways
 * (detailed balance, Metropolis–Hastings). A far move goes anywhere, in proportion to people.
 */
import type { Parameters } from '../../parameters/types.js';
import type { Neighbours } from '../territory.js';

/** Neighbour pairs in both directions, in compressed rows as `Neighbours`, with the odds per inhabitant. */
export interface Links {
  readonly start: Int32Array;
  readonly territory: Int32Array;
  readonly minutes: Float32Array;
  readonly attraction: Float64Array;
}

/** Links from every territory to its neighbours, each pair in both directions. */
export function nearLinks(neighbours: Neighbours, parameters: Parameters, month: number): Links {
  const distance = parameters.number('migration.nearMinutes', month);
  const territories = neighbours.start.length - 1;
  const rows: Map<number, number>[] = Array.from({ length: territories }, () => new Map());
  for (let z = 0; z < territories; z++) {
    for (let e = neighbours.start[z]; e < neighbours.start[z + 1]; e++) {
      const other = neighbours.territory[e];
      const minutes = Math.min(neighbours.minutes[e], rows[z].get(other) ?? Infinity);
      rows[z].set(other, minutes);
      rows[other].set(z, minutes);
    }
  }
  const start = new Int32Array(territories + 1);
  for (let z = 0; z < territories; z++) start[z + 1] = start[z] + rows[z].size;
  const sorted = rows.map((row) => [...row].sort((a, b) => a[0] - b[0]));
  const minutes = Float32Array.from(sorted.flatMap((row) => row.map((link) => link[1])));
  return {
    start,
    territory: Int32Array.from(sorted.flatMap((row) => row.map((link) => link[0]))),
    minutes,
    attraction: Float64Array.from(minutes, (value) => Math.exp(-value / distance)),
  };
}

/**
 * Writes, for each link, the chance that a near move goes to it or to one before it in its row (the rest of
 * the row's chance stays). Returns the mean chance of going, weighted by people.
 */
export function nearChances(links: Links, people: ArrayLike<number>, chances: Float64Array): number {
  const territories = links.start.length - 1;
  const reach = new Float64Array(territories);
  for (let z = 0; z < territories; z++) {
    for (let e = links.start[z]; e < links.start[z + 1]; e++) {
      reach[z] += people[links.territory[e]] * links.attraction[e];
    }
  }
  let going = 0;
  let all = 0;
  for (let z = 0; z < territories; z++) {
    let sum = 0;
    for (let e = links.start[z]; e < links.start[z + 1]; e++) {
      const there = links.territory[e];
      const odds = people[there] * links.attraction[e];
      // odds / reach × min(1, reach / reach there)
      sum += odds > 0 ? odds / Math.max(reach[z], reach[there]) : 0;
      chances[e] = sum;
    }
    going += people[z] * sum;
    all += people[z];
  }
  return all > 0 ? going / all : 0;
}
