/**
 * Lambert-93 (EPSG:2154), the legal projection of mainland France: a conformal conic with two standard parallels
 * (Snyder, Map Projections: A Working Manual, USGS 1987, § 15, on the ellipsoid GRS 80; decree no 2000-1276).
 */

const ECCENTRICITY = 0.0818191910428;
/** Half-axis of GRS 80, in km. */
const AXIS = 6378.137;
const PARALLELS = [44, 49] as const;
const ORIGIN = { latitude: 46.5, longitude: 3, x: 700, y: 6600 } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Snyder's t: the isometric colatitude. */
function isometric(latitude: number): number {
  const sine = ECCENTRICITY * Math.sin(latitude);
  return Math.tan(Math.PI / 4 - latitude / 2) / ((1 - sine) / (1 + sine)) ** (ECCENTRICITY / 2);
}

/** Snyder's m: the radius of the parallel, in half-axes. */
function parallel(latitude: number): number {
  return Math.cos(latitude) / Math.sqrt(1 - (ECCENTRICITY * Math.sin(latitude)) ** 2);
}

const [SOUTH, NORTH] = PARALLELS.map(radians);
const N =
  (Math.log(parallel(SOUTH)) - Math.log(parallel(NORTH))) /
  (Math.log(isometric(SOUTH)) - Math.log(isometric(NORTH)));
const F = parallel(SOUTH) / (N * isometric(SOUTH) ** N);
const RADIUS_OF_ORIGIN = AXIS * F * isometric(radians(ORIGIN.latitude)) ** N;

/** Kilometres east and north in Lambert-93 of a point in degrees (WGS 84). */
export function lambert93(latitude: number, longitude: number): Point {
  const radius = AXIS * F * isometric(radians(latitude)) ** N;
  const angle = N * radians(longitude - ORIGIN.longitude);
  return {
    x: ORIGIN.x + radius * Math.sin(angle),
    y: ORIGIN.y + RADIUS_OF_ORIGIN - radius * Math.cos(angle),
  };
}
