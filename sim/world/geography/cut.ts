/**
 * Cuts a large intercommunality into compact groups of communes of at most a given population.
 *
 * A commune too large by itself is a group of its own. The others are halved again and again by the straight
 * line that leaves the two most compact sides (least sum of population x squared distance to the side's centre)
 * among lines of twelve directions; a straight line keeps each side in one piece on the map. Ties are broken by
 * direction, then by the order of codes.
 */
import { KM_PER_DEGREE, kmPerDegreeOfLongitude } from '../../base/sphere.js';

/** A commune on the map, in degrees. */
export interface CutBlock {
  readonly code: string;
  readonly population: number;
  readonly latitude: number;
  readonly longitude: number;
}

interface Dot {
  readonly code: string;
  readonly weight: number;
  /** Kilometres to the east and to the north. */
  readonly x: number;
  readonly y: number;
}

interface Split {
  readonly cost: number;
  readonly sides: readonly [readonly Dot[], readonly Dot[]];
}

const DIRECTIONS = 12;

/**
 * Groups of commune codes; each holds at most `largest` people unless it is a single commune, and each side of a
 * cut at least `leastShare` of an even part where communes allow. Groups come in the order of their most populous
 * commune, the largest first.
 */
export function cutIntoGroups(blocks: readonly CutBlock[], largest: number, leastShare: number): string[][] {
  const kmPerDegreeEast = kmPerDegreeOfLongitude(mean(blocks.map((block) => block.latitude)));
  const dots = blocks
    .map(
      (block): Dot => ({
        code: block.code,
        weight: block.population,
        x: block.longitude * kmPerDegreeEast,
        y: block.latitude * KM_PER_DEGREE,
      }),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const alone = dots.filter((dot) => dot.weight > largest).map((dot) => [dot]);
  const rest = dots.filter((dot) => dot.weight <= largest);
  const groups = [...alone, ...halve(rest, largest, leastShare)];
  return groups
    .sort((a, b) => heaviest(b).weight - heaviest(a).weight || (heaviest(a).code < heaviest(b).code ? -1 : 1))
    .map((group) => group.map((dot) => dot.code));
}

/** Groups of at most `largest` people: as few as possible where communes allow, more where they do not. */
function halve(dots: readonly Dot[], largest: number, leastShare: number): (readonly Dot[])[] {
  if (dots.length === 0) return [];
  const total = weightOf(dots);
  if (dots.length === 1 || total <= largest) return [dots];
  const count = Math.ceil(total / largest);
  const first = Math.floor(count / 2) * largest;
  const second = count * largest - first;
  const split =
    bestSplit(dots, first, second, (leastShare * total) / count) ??
    bestSplit(dots, first, second, 0) ??
    bestSplit(dots, total, total, 0);
  return split ? split.sides.flatMap((side) => halve(side, largest, leastShare)) : [dots];
}

/**
 * The most compact split whose two sides hold at most the two given populations, either way round, and each at
 * least `smallest`.
 */
function bestSplit(
  dots: readonly Dot[],
  largestOne: number,
  largestOther: number,
  smallest: number,
): Split | undefined {
  const total = weightOf(dots);
  let best: Split | undefined;
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    const angle = (Math.PI * direction) / DIRECTIONS;
    const east = Math.cos(angle);
    const north = Math.sin(angle);
    const along = (dot: Dot): number => dot.x * east + dot.y * north;
    const line = [...dots].sort((a, b) => along(a) - along(b) || (a.code < b.code ? -1 : 1));
    const before = inertias(line);
    const after = inertias([...line].reverse());
    let weight = 0;
    for (let i = 1; i < line.length; i++) {
      weight += line[i - 1].weight;
      const other = total - weight;
      const fits =
        Math.min(weight, other) >= smallest &&
        ((weight <= largestOne && other <= largestOther) || (weight <= largestOther && other <= largestOne));
      const cost = before[i - 1] + after[line.length - i - 1];
      if (fits && (!best || cost < best.cost)) best = { cost, sides: [line.slice(0, i), line.slice(i)] };
    }
  }
  return best;
}

/** Sum of weight x squared distance to the weighted centre, for the first 1, 2, … dots. */
function inertias(dots: readonly Dot[]): Float64Array {
  const result = new Float64Array(dots.length);
  let weight = 0;
  let x = 0;
  let y = 0;
  let inertia = 0;
  dots.forEach((dot, i) => {
    const joined = weight + dot.weight;
    if (joined > 0) {
      const east = dot.x - x;
      const north = dot.y - y;
      inertia += ((weight * dot.weight) / joined) * (east * east + north * north);
      x += (east * dot.weight) / joined;
      y += (north * dot.weight) / joined;
      weight = joined;
    }
    result[i] = inertia;
  });
  return result;
}

function heaviest(dots: readonly Dot[]): Dot {
  return dots.reduce((best, dot) => (dot.weight > best.weight ? dot : best));
}

function weightOf(dots: readonly Dot[]): number {
  return dots.reduce((sum, dot) => sum + dot.weight, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
