/**
 * A part of France: the people of whole régions. A territory cannot be simulated without its surroundings, so a scenario
 * that keeps one territory runs its région. The GPs of all France stay, since they choose among all of it; outside the
 * part they see nobody, and nobody crosses its border.
 */
import type { Geography, Territory } from '../territory.js';

/**
 * The geography with only the people of the régions of `codes` (codes or names of régions or territories); unchanged when
 * `codes` is empty.
 */
export function restrictGeography(geography: Geography, codes: readonly string[]): Geography {
  if (codes.length === 0) return geography;
  const wanted = new Set(codes);
  const named = (place: { code: string; name: string }) => wanted.has(place.code) || wanted.has(place.name);
  const regions = new Set<string>();
  for (const region of geography.regions) if (named(region)) regions.add(region.code);
  for (const territory of geography.territories) if (named(territory)) regions.add(territory.region);
  const kept = Uint8Array.from(geography.territories, ({ region }) => (regions.has(region) ? 1 : 0));
  return {
    ...geography,
    kept,
    digest: `${geography.digest}:${[...regions].sort().join(',')}`,
  };
}

/** Whether the people of territory z are simulated. */
export function isKept({ kept }: Geography, z: number): boolean {
  return kept === undefined || kept[z] === 1;
}

/** The territories whose people are simulated, in the order of the geography. */
export function keptTerritories(geography: Geography): readonly Territory[] {
  return geography.territories.filter(({ index }) => isKept(geography, index));
}
