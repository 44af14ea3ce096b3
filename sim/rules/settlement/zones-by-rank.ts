/** Zoning by rank of accessibility (arrêtés of 13 November 2017 and 1 October 2021): the worst served, up to shares of people. */
import { NO_ZONE, ZAC, ZIP } from '../../world/zones.js';

/** Shares of people in each class (`zoning.zipShare`, `zoning.zacShare`). */
export interface ZoneShares {
  readonly zip: number;
  readonly zac: number;
}

/**
 * Writes the class of each territory into `zones`: by rising accessibility `apl`, ZIP until that share of `people` is reached,
 * then ZAC; the territory in which a share is reached belongs to it. A territory without people has no class.
 */
export function zonesByRank(
  zones: Float64Array | Uint8Array,
  apl: Float64Array,
  people: Float64Array,
  { zip, zac }: ZoneShares,
): void {
  const order = Array.from(apl, (_, z) => z).sort((a, b) => apl[a] - apl[b] || a - b);
  const total = people.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (const z of order) {
    const share = below / total;
    zones[z] = people[z] <= 0 ? NO_ZONE : share < zip ? ZIP : share < zip + zac ? ZAC : NO_ZONE;
    below += people[z];
  }
}
