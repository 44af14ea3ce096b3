/** Attraction of near places: ln(1 + km / scale) between territories, one row made when first asked for. */
import { distanceKm } from '../../base/sphere.js';
import type { Geography } from '../../world/territory.js';

export interface LogDistances {
  /** Log distances from territory `from` to every territory. */
  row(from: number): Float32Array;
}

/** Kept by geography and scale: the runs of a batch share them, and half a second goes into one set. */
const made = new WeakMap<Geography, Map<number, LogDistances>>();

/** Log distances for a scale in kilometres (distances well below it do not matter). */
export function logDistances(geography: Geography, scaleKm: number): LogDistances {
  const ofGeography = made.get(geography) ?? new Map<number, LogDistances>();
  made.set(geography, ofGeography);
  const found = ofGeography.get(scaleKm) ?? freshDistances(geography, scaleKm);
  ofGeography.set(scaleKm, found);
  return found;
}

function freshDistances(geography: Geography, scaleKm: number): LogDistances {
  const rows: (Float32Array | undefined)[] = new Array(geography.territories.length);
  return {
    row(from) {
      const found = rows[from];
      if (found !== undefined) return found;
      const origin = geography.territories[from];
      const row = Float32Array.from(geography.territories, (territory) =>
        Math.log(
          1 +
            distanceKm(origin.latitude, origin.longitude, territory.latitude, territory.longitude) / scaleKm,
        ),
      );
      rows[from] = row;
      return row;
    },
  };
}
