/** Turns groups of communes into the ordered list of territories, with their département, centre and class. */
import { distanceKm, KM_PER_DEGREE, kmPerDegreeOfLongitude } from '../../base/sphere.js';
import type { Block, RuralClass, Territory } from '../territory.js';
import { byCode, type Commune } from './administrative.js';
import { centreOf, type Point } from './coordinates.js';
import type { SourceFile } from './files.js';
import { departementOf, type Group, populationOf } from './groups.js';
import { badData } from './refusal.js';
import type { TerritorySettings } from './settings.js';

/**
 * Territories ordered by région code, département code, code. A territory belongs to the département of most of
 * its people; its centre is that of its people there, so that it lies inside.
 * @throws MaillageError `bad-data` naming a territory that has no people or no located commune.
 */
export function assembleTerritories(
  groups: readonly Group[],
  points: ReadonlyMap<string, Point>,
  settings: TerritorySettings,
  file: SourceFile,
): readonly Territory[] {
  const drafts = groups.map((group) => {
    const departement = departementOf(group.communes);
    const own = group.communes.filter((commune) => commune.departement === departement);
    const centre = centreOf(own, points);
    if (!centre) {
      throw badData(
        file,
        `${group.name}, territory ${group.code}`,
        'none of the communes in its département has coordinates and people; add its main commune to scenarios/data/coordinates.yaml',
      );
    }
    const blocks = [...group.communes].sort(byCode).map((commune) => block(commune, points, centre));
    return { group, centre, blocks, departement, region: own[0].region };
  });
  const sorted = drafts.sort(
    (a, b) =>
      compare(a.region, b.region) ||
      compare(a.departement, b.departement) ||
      compare(a.group.code, b.group.code),
  );
  const peopleNear = peopleCounter(
    sorted.flatMap((draft) => draft.blocks),
    settings.classes.radiusKm,
  );
  return sorted.map(({ group, centre, blocks, departement, region }, index) => ({
    index,
    code: group.code,
    name: group.name,
    kind: group.kind,
    epci: group.epci,
    epciPopulation: group.epciPopulation,
    departement,
    region,
    population: populationOf(group.communes),
    latitude: centre.latitude,
    longitude: centre.longitude,
    ruralClass: ruralClass(peopleNear(centre), largestCommune(blocks), settings),
    blocks,
  }));
}

/**
 * Rural/urban class: by the people living around the territory's centre (a density, since the circle is the
 * same everywhere), and for a town also by its largest commune, which serves empty country around.
 */
export function ruralClass(peopleNear: number, largest: number, settings: TerritorySettings): RuralClass {
  const { metropolis, city, town, townCommune } = settings.classes;
  if (peopleNear >= metropolis) return 'metropolis';
  if (peopleNear >= city) return 'city';
  return peopleNear >= town || largest >= townCommune ? 'town' : 'rural';
}

/** Counts people within `radiusKm` of a point; unlocated communes count at their territory's centre. */
function peopleCounter(blocks: readonly Block[], radiusKm: number): (centre: Point) => number {
  const byLatitude = [...blocks].sort((a, b) => a.latitude - b.latitude || compare(a.code, b.code));
  const latitudes = Float64Array.from(byLatitude, (block) => block.latitude);
  const margin = radiusKm / KM_PER_DEGREE;
  return (centre) => {
    // Further east or west than this, twice the radius, nobody is near: most of a parallel is.
    const besides = (radiusKm + radiusKm) / kmPerDegreeOfLongitude(Math.abs(centre.latitude) + margin);
    let people = 0;
    for (let i = firstAtLeast(latitudes, centre.latitude - margin); i < latitudes.length; i++) {
      const { latitude, longitude, population } = byLatitude[i];
      if (latitude > centre.latitude + margin) break;
      if (Math.abs(longitude - centre.longitude) > besides) continue;
      if (distanceKm(centre.latitude, centre.longitude, latitude, longitude) <= radiusKm)
        people += population;
    }
    return people;
  };
}

/** First position of a sorted list whose value is at least `least`. */
function firstAtLeast(sorted: Float64Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function block(commune: Commune, points: ReadonlyMap<string, Point>, centre: Point): Block {
  const point = points.get(commune.code);
  const { latitude, longitude } = point ?? centre;
  const { code, name, population } = commune;
  return { code, name, population, latitude, longitude, located: point !== undefined };
}

function largestCommune(blocks: readonly Block[]): number {
  return blocks.reduce((largest, { population }) => Math.max(largest, population), 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
