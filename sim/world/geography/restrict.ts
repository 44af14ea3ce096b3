/**
 * A part of France: the whole régions of the places asked for. A territory cannot be simulated without its surroundings,
 * so a scenario that keeps one territory runs its région; moves and settlement across the border are left out.
 */
import type { Geography, Territory } from '../territory.js';

/**
 * The geography reduced to the régions of `codes` (codes or names of régions or territories); all of it when `codes` is
 * empty. Territories are numbered anew; lists of régions and départements stay whole.
 */
export function restrictGeography(geography: Geography, codes: readonly string[]): Geography {
  if (codes.length === 0) return geography;
  const wanted = new Set(codes);
  const named = (place: { code: string; name: string }) => wanted.has(place.code) || wanted.has(place.name);
  const regions = new Set<string>();
  for (const region of geography.regions) if (named(region)) regions.add(region.code);
  for (const territory of geography.territories) if (named(territory)) regions.add(territory.region);
  const kept = geography.territories.filter((territory) => regions.has(territory.region));
  const numbers = new Map(kept.map((territory, index) => [territory.index, index]));
  const old = kept.map((territory) => territory.index);
  return {
    ...geography,
    territories: kept.map((territory, index): Territory => ({ ...territory, index })),
    regionOf: Int32Array.from(old, (z) => geography.regionOf[z]),
    departementOf: Int32Array.from(old, (z) => geography.departementOf[z]),
    innerMinutes: Float32Array.from(old, (z) => geography.innerMinutes[z]),
    neighbours: neighboursOf(geography, old, numbers),
    digest: `${geography.digest}:${[...regions].sort().join(',')}`,
  };
}

function neighboursOf({ neighbours }: Geography, old: readonly number[], numbers: ReadonlyMap<number, number>) {
  const start = new Int32Array(old.length + 1);
  const territory: number[] = [];
  const minutes: number[] = [];
  old.forEach((z, index) => {
    for (let e = neighbours.start[z]; e < neighbours.start[z + 1]; e++) {
      const number = numbers.get(neighbours.territory[e]);
      if (number === undefined) continue;
      territory.push(number);
      minutes.push(neighbours.minutes[e]);
    }
    start[index + 1] = territory.length;
  });
  return { start, territory: Int32Array.from(territory), minutes: Float32Array.from(minutes) };
}
