/**
 * Perimeters: which areas a project asks for.
 *
 * *What happens.* A perimeter grows from the seat by whole communes, then by whole neighbouring territories, until it holds
 * about the people its founders want; later it reaches for the next size class of the agreement, and for white zones that
 * the ARS asks it to add. Parts of a large commune go together unless the région allows perimeters inside a commune.
 * *Evidence.* Gauthier 2021: perimeters follow communes and intercommunalities, are drawn with an eye on thresholds, and
 * leave white zones. *Leaves out.* Patient flows, which founders look at on maps but settle by acquaintance.
 */
import { KM_PER_DEGREE, kmPerDegreeOfLongitude } from '../../base/sphere.js';
import { type Areas, areasOf } from '../../world/teams/areas.js';
import type { World } from '../../world/world.js';

type Ground = Pick<World, 'geography' | 'areaOwner' | 'freePeople'>;

export interface PerimeterWish {
  /** Area of the seat. */
  readonly seat: number;
  /** People wanted. */
  readonly people: number;
  /** Minutes of travel within which neighbours are taken. */
  readonly reach: number;
  /** Share of the people wanted by which they may be exceeded. */
  readonly overshoot: number;
  /** True where a perimeter may cut a commune. */
  readonly subcommune: boolean;
}

/** Whole communes, or parts of one where it may be cut: what is taken or left together. */
interface Unit {
  readonly areas: readonly number[];
  readonly people: number;
  /** Square of the distance to the seat. */
  readonly far: number;
}

/** Free areas that a founder at the seat would take, in the order in which they are taken; empty when none is free. */
export function growPerimeter(ground: Ground, wish: PerimeterWish): number[] {
  const { geography } = ground;
  const areas = areasOf(geography);
  const seatOf = areas.territory[wish.seat];
  const taken: number[] = [];
  let total = 0;
  const take = (unit: Unit) => {
    taken.push(...unit.areas);
    total += unit.people;
  };
  const nearer = (people: number) => Math.abs(total + people - wish.people) < Math.abs(total - wish.people);
  const most = wish.people * (1 + wish.overshoot);
  const fits = (people: number) => total + people <= most && nearer(people);

  const isSeat = (unit: Unit) => areas.first[unit.areas[0]] === areas.first[wish.seat];
  for (const unit of freeUnits(ground, areas, seatOf, wish)) {
    if (total === 0 ? isSeat(unit) || nearer(unit.people) : fits(unit.people)) take(unit);
  }
  if (total < wish.people) {
    for (const z of within(ground, seatOf, wish.reach)) {
      const free = ground.freePeople[z];
      if (free <= 0 || free * 2 < geography.territories[z].population) continue;
      if (fits(free)) for (const unit of freeUnits(ground, areas, z, wish)) take(unit);
    }
  }
  return taken;
}

/**
 * Free areas near the seat that would bring `people` up to the next size class; empty when it is farther than the share
 * `chase`, or out of reach.
 * @param thresholds people from which each class begins
 */
export function chaseThreshold(
  ground: Ground,
  wish: PerimeterWish,
  people: number,
  { thresholds, chase }: { readonly thresholds: readonly number[]; readonly chase: number },
): number[] {
  const aim = thresholds.find((from) => people < from && from <= people * (1 + chase));
  if (aim === undefined) return [];
  const added = fill(ground, wish, aim * (1 + wish.overshoot) - people, (sum) => people + sum >= aim);
  const sum = sumOf(areasOf(ground.geography), added);
  return people + sum >= aim ? added : [];
}

/**
 * White zones to add: free areas near the seat in territories that projects hold at least by the share `from`.
 * @param most most people added
 */
export function whiteZones(ground: Ground, wish: PerimeterWish, from: number, most: number): number[] {
  const { geography, freePeople } = ground;
  return fill(
    ground,
    wish,
    most,
    () => false,
    (z) => freePeople[z] <= geography.territories[z].population * (1 - from),
  );
}

/** People of areas. */
export function sumOf(areas: Areas, list: readonly number[]): number {
  return list.reduce((sum, area) => sum + areas.people[area], 0);
}

/** Free units nearest to the seat first, each if it fits into `room`, until `enough`. */
function fill(
  ground: Ground,
  wish: PerimeterWish,
  room: number,
  enough: (sum: number) => boolean,
  isAsked: (z: number) => boolean = () => true,
): number[] {
  const areas = areasOf(ground.geography);
  const seatOf = areas.territory[wish.seat];
  const units = [seatOf, ...within(ground, seatOf, wish.reach)]
    .filter((z) => ground.freePeople[z] > 0 && isAsked(z))
    .flatMap((z) => freeUnits(ground, areas, z, wish))
    .sort(byDistance);
  const taken: number[] = [];
  let sum = 0;
  for (const unit of units) {
    if (enough(sum)) break;
    if (sum + unit.people > room) continue;
    taken.push(...unit.areas);
    sum += unit.people;
  }
  return taken;
}

/** Territories within reach: those of the same département first, nearest first. */
function within({ geography }: Ground, z: number, reach: number): number[] {
  const { start, territory, minutes } = geography.neighbours;
  const near: number[] = [];
  for (let i = start[z]; i < start[z + 1] && minutes[i] <= reach; i++) near.push(territory[i]);
  const home = geography.departementOf[z];
  const isHome = (other: number) => geography.departementOf[other] === home;
  return [...near.filter(isHome), ...near.filter((other) => !isHome(other))];
}

/** Units of territory z that are free, nearest to the seat first. */
function freeUnits({ areaOwner }: Ground, areas: Areas, z: number, wish: PerimeterWish): Unit[] {
  const units: Unit[] = [];
  for (let area = areas.start[z]; area < areas.start[z + 1]; area += areas.parts[area]) {
    const parts = Array.from({ length: areas.parts[area] }, (_, part) => area + part);
    const free = parts.filter((part) => areaOwner[part] < 0);
    if (wish.subcommune)
      units.push(...fromSeat(free, wish.seat).map((part) => unitOf(areas, [part], wish.seat)));
    else if (free.length === parts.length) units.push(unitOf(areas, parts, wish.seat));
  }
  return units.sort(byDistance);
}

/** Parts of a commune stand at one point: those whose number is nearest to that of the seat come first. */
function fromSeat(parts: readonly number[], seat: number): number[] {
  return [...parts].sort((a, b) => Math.abs(a - seat) - Math.abs(b - seat) || a - b);
}

function unitOf(areas: Areas, list: readonly number[], seat: number): Unit {
  return { areas: list, people: sumOf(areas, list), far: kilometresSquared(areas, list[0], seat) };
}

/** Square of the distance in kilometres between two near areas, on a plane at the latitude of the second. */
export function kilometresSquared({ latitude, longitude }: Areas, area: number, seat: number): number {
  const north = (latitude[area] - latitude[seat]) * KM_PER_DEGREE;
  const east = (longitude[area] - longitude[seat]) * kmPerDegreeOfLongitude(latitude[seat]);
  return north * north + east * east;
}

/** Nearest first; a stable sort keeps the order of areas among equals. */
function byDistance(a: Unit, b: Unit): number {
  return a.far - b.far;
}
