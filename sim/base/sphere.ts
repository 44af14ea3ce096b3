/** Distances on the Earth's surface, taken as a sphere (error under 0.5 % in France). */

/** Mean radius of the Earth, kilometres (IUGG, R1). */
export const EARTH_RADIUS_KM = 6371.0088;

const HALF_TURN_DEGREES = 180;
const RADIANS_PER_DEGREE = Math.PI / HALF_TURN_DEGREES;

/** Kilometres of one degree along a meridian. */
export const KM_PER_DEGREE = EARTH_RADIUS_KM * RADIANS_PER_DEGREE;

/**
 * Great-circle distance in kilometres between two points in degrees (haversine formula, which keeps its
 * precision for near points; Sinnott 1984, "Virtues of the Haversine").
 */
export function distanceKm(
  latitudeA: number,
  longitudeA: number,
  latitudeB: number,
  longitudeB: number,
): number {
  const halfNorth = Math.sin(((latitudeB - latitudeA) * RADIANS_PER_DEGREE) / 2);
  const halfEast = Math.sin(((longitudeB - longitudeA) * RADIANS_PER_DEGREE) / 2);
  const parallels = Math.cos(latitudeA * RADIANS_PER_DEGREE) * Math.cos(latitudeB * RADIANS_PER_DEGREE);
  const h = halfNorth * halfNorth + parallels * halfEast * halfEast;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Kilometres of one degree of longitude at a latitude in degrees. */
export function kmPerDegreeOfLongitude(latitude: number): number {
  return KM_PER_DEGREE * Math.cos(latitude * RADIANS_PER_DEGREE);
}
