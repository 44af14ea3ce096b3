/**
 * How many professionals each territory starts with, when only régions are known (statistics §15–16):
 * expected number = population × density of the région × factor of the size class of the EPCI, around it a
 * log-normal factor and a Poisson count, then scaled back so that every région has exactly its number.
 */

import { poisson } from '../../base/distributions.js';
import type { DrawKey } from '../../base/draws.js';
import type { Geography, Territory } from '../territory.js';
import { traitOf } from './traits.js';

export interface Spread {
  /** Professionals by région, in the order of `geography.regions` codes of the domain `region`. */
  readonly byRegion: readonly number[];
  /** Relative density and log-normal spread by size class of the EPCI. */
  readonly sizeFactor: readonly number[];
  readonly excessSd: readonly number[];
  /** First population of each size class. */
  readonly sizeFrom: readonly number[];
  /** Further weight of a territory, such as that of its rural class. */
  readonly weight?: (territory: Territory) => number;
}

/** Professionals of each territory; the sum of each région is its entry of `byRegion`, rounded. */
export function spreadOverTerritories(
  geography: Geography,
  spread: Spread,
  seed: DrawKey,
  name: string,
): Int32Array {
  const counts = new Int32Array(geography.territories.length);
  const excess = traitOf(seed, `${name}.excess`);
  const count = traitOf(seed, `${name}.count`);
  geography.regions.forEach((_, region) => {
    const members = geography.territories.filter(({ index }) => geography.regionOf[index] === region);
    const expected = members.map((territory) => {
      const size = classOf(territory.epciPopulation, spread.sizeFrom);
      return territory.population * spread.sizeFactor[size] * (spread.weight?.(territory) ?? 1);
    });
    const total = Math.round(spread.byRegion[region]);
    const perWeight = total / sum(expected);
    const drawn = members.map((territory, i) => {
      const sd = spread.excessSd[classOf(territory.epciPopulation, spread.sizeFrom)];
      const mean = expected[i] * perWeight * excess.factor(territory.index, sd);
      return poisson(mean, count.uniform(territory.index));
    });
    const shares = largestRemainder(sum(drawn) > 0 ? drawn : expected, total);
    members.forEach((territory, i) => {
      counts[territory.index] = shares[i];
    });
  });
  return counts;
}

/** Whole numbers in proportion to `weights` that sum to `total`: largest remainders first, then first come. */
export function largestRemainder(weights: readonly number[], total: number): number[] {
  const perWeight = total / sum(weights);
  const exact = weights.map((weight) => weight * perWeight);
  const counts = exact.map(Math.floor);
  const order = exact.map((_, i) => i).sort((i, j) => exact[j] - counts[j] - (exact[i] - counts[i]) || i - j);
  for (const i of order.slice(0, total - sum(counts))) counts[i]++;
  return counts;
}

/** Class of a value, given the first value of each class. */
export function classOf(value: number, from: readonly number[]): number {
  let found = 0;
  while (found + 1 < from.length && value >= from[found + 1]) found++;
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
