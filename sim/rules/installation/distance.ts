/** Attraction of near places: ln(1 + km / scale) between territories, one row made when first asked for. */
import { distanceKm } from '../../base/sphere.js';
import type { Geography } from '../../world/territory.js';

export interface Row {
  readonly to: Float32Array;
  readonly nearest: Float32Array;
}

export interface LogDistances {
  /** Log distances from territory `from` to every territory, and to the nearest of each région. */
  row(from: number): Row;
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
  const rows: (Row | undefined)[] = new Array(geography.territories.length);
  const latitudes = Float64Array.from(geography.territories, ({ latitude }) => latitude);
  const longitudes = Float64Array.from(geography.territories, ({ longitude }) => longitude);
  return {
    row(from) {
      const found = rows[from];
      if (found !== undefined) return found;
      const { latitude, longitude } = geography.territories[from];
      const to = new Float32Array(rows.length);
      const nearest = new Float32Array(geography.regions.length).fill(Infinity);
      for (let z = 0; z < to.length; z++) {
        to[z] = Math.log(1 + distanceKm(latitude, longitude, latitudes[z], longitudes[z]) / scaleKm);
        const region = geography.regionOf[z];
        if (to[z] < nearest[region]) nearest[region] = to[z];
      }
      const row = { to, nearest };
      rows[from] = row;
      return row;
    },
  };
}
