/**
 * Travel times between territories and inside them, and the neighbours within reach.
 *
 * minutes(a, b) = access + detour x distance/2 x (1/speed of a + 1/speed of b) + water to cross. Two territories
 * of different landmasses are never neighbours.
 */
import { distanceKm, KM_PER_DEGREE } from '../../base/sphere.js';
import type { Neighbours, RuralClass, Territory } from '../territory.js';
import type { TravelSettings } from './settings.js';

interface Link {
  readonly index: number;
  readonly minutes: number;
}

const MINUTES_PER_HOUR = 60;
const MAINLAND = 'mainland';

/** Mean distance from a disc's points to its centre, as a share of its radius. */
const MEAN_OF_DISC = 2 / 3;

/** Minutes by road over `km` great-circle kilometres, half of them at each end's speed. */
export function roadMinutes(km: number, from: RuralClass, to: RuralClass, settings: TravelSettings): number {
  const hoursPerKm = (1 / settings.speed[from] + 1 / settings.speed[to]) / 2;
  return settings.accessMinutes + settings.detour * km * hoursPerKm * MINUTES_PER_HOUR;
}

/**
 * Neighbours of each territory: those within reach and at least the nearest few of its landmass. The relation
 * is symmetric; rows are sorted by minutes, then index.
 */
export function findNeighbours(territories: readonly Territory[], settings: TravelSettings): Neighbours {
  const rows = territories.map(() => new Map<number, number>());
  const link = (a: Territory, b: Territory, minutes: number): void => {
    rows[a.index].set(b.index, minutes);
    rows[b.index].set(a.index, minutes);
  };
  for (const landmass of byLandmass(territories, settings)) {
    const reachDegrees = reachKm(settings) / KM_PER_DEGREE;
    const northward = [...landmass].sort((a, b) => a.latitude - b.latitude || a.index - b.index);
    northward.forEach((a, i) => {
      for (let j = i + 1; j < northward.length && northward[j].latitude - a.latitude <= reachDegrees; j++) {
        const minutes = minutesBetween(a, northward[j], settings);
        if (minutes <= settings.reachMinutes) link(a, northward[j], minutes);
      }
    });
    for (const a of landmass.filter(({ index }) => rows[index].size < settings.leastNeighbours)) {
      for (const b of nearest(a, landmass, settings)) link(a, b, minutesBetween(a, b, settings));
    }
  }
  return compress(rows);
}

/**
 * Mean minutes from home to a practice inside each territory: a share of the people's mean distance to the
 * centre. The distance of unlocated communes is that of a disc of the area of as many mean communes.
 */
export function findInnerMinutes(territories: readonly Territory[], settings: TravelSettings): Float32Array {
  return Float32Array.from(territories, (territory) => {
    const unlocatedKm = MEAN_OF_DISC * Math.sqrt((territory.blocks.length * settings.communeKm2) / Math.PI);
    let kmOfAll = 0;
    for (const { population, located, latitude, longitude } of territory.blocks) {
      kmOfAll +=
        population *
        (located ? distanceKm(territory.latitude, territory.longitude, latitude, longitude) : unlocatedKm);
    }
    const shareKm = (settings.innerShare * kmOfAll) / territory.population;
    const km = Math.min(settings.innerMostKm, Math.max(settings.innerLeastKm, shareKm));
    return roadMinutes(km, territory.ruralClass, territory.ruralClass, settings);
  });
}

/** Minutes between the centres of two territories of one landmass, as stored (32 bits). */
function minutesBetween(a: Territory, b: Territory, settings: TravelSettings): number {
  const km = distanceKm(a.latitude, a.longitude, b.latitude, b.longitude);
  return Math.fround(
    roadMinutes(km, a.ruralClass, b.ruralClass, settings) + waterMinutes(a.epci, b.epci, settings),
  );
}

/** Minutes added by boats and by the way round an estuary, between two intercommunalities. */
function waterMinutes(a: string, b: string, settings: TravelSettings): number {
  if (a === b) return 0;
  let minutes = (settings.crossings.get(a) ?? 0) + (settings.crossings.get(b) ?? 0);
  for (const { one, other, extraMinutes } of settings.barriers) {
    if ((one.has(a) && other.has(b)) || (one.has(b) && other.has(a))) minutes += extraMinutes;
  }
  return minutes;
}

/** Great-circle kilometres that the fastest roads cover within reach. */
function reachKm(settings: TravelSettings): number {
  const fastest = Math.max(...Object.values(settings.speed));
  const hours = (settings.reachMinutes - settings.accessMinutes) / MINUTES_PER_HOUR;
  return (hours * fastest) / settings.detour;
}

/** The nearest few territories of a landmass. */
function nearest(
  from: Territory,
  landmass: readonly Territory[],
  settings: TravelSettings,
): readonly Territory[] {
  return landmass
    .filter((other) => other.index !== from.index)
    .map((territory) => ({
      territory,
      index: territory.index,
      minutes: minutesBetween(from, territory, settings),
    }))
    .sort(nearestFirst)
    .slice(0, settings.leastNeighbours)
    .map(({ territory }) => territory);
}

function nearestFirst(a: Link, b: Link): number {
  return a.minutes - b.minutes || a.index - b.index;
}

function byLandmass(territories: readonly Territory[], settings: TravelSettings): readonly Territory[][] {
  const landmasses = new Map<string, Territory[]>();
  for (const territory of territories) {
    const name = settings.landmassOf.get(territory.departement) ?? MAINLAND;
    const members = landmasses.get(name);
    if (members) members.push(territory);
    else landmasses.set(name, [territory]);
  }
  return [...landmasses.values()];
}

function compress(rows: readonly ReadonlyMap<number, number>[]): Neighbours {
  const size = rows.reduce((sum, row) => sum + row.size, 0);
  const start = new Int32Array(rows.length + 1);
  const territory = new Int32Array(size);
  const minutes = new Float32Array(size);
  let next = 0;
  rows.forEach((row, z) => {
    const links = [...row].map(([index, value]): Link => ({ index, minutes: value })).sort(nearestFirst);
    for (const link of links) {
      territory[next] = link.index;
      minutes[next] = link.minutes;
      next++;
    }
    start[z + 1] = next;
  });
  return { start, territory, minutes };
}
