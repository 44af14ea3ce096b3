/**
 * Where the drawing of the départements lies on the ground. The drawing carries no projection, so a polynomial from
 * Lambert-93 to its units is fitted: first an affine one through the middles of the départements, then polynomials of
 * rising degree until as few communes as can be fall outside their département (iterated closest points: Besl and McKay,
 * IEEE PAMI 14, 1992; here a point outside is drawn to the nearest border, a point inside stays).
 */
import { lusolve, type Matrix, matrix, multiply, transpose } from 'mathjs';
import type { Geography } from '../../../sim/world/territory.js';
import { lambert93, type Point } from './lambert93.js';
import { isInside, nearestOf, type Outline } from './outline.js';

/** A place known to lie in a département, in km of Lambert-93. */
export interface Anchor extends Point {
  readonly departement: string;
  /** How much it counts, against 1 for a commune. */
  readonly weight: number;
}

/** From km of Lambert-93 to units of the drawing. */
export interface Georeference {
  readonly degree: number;
  /** Coefficients of the terms of `termsOf`, for x and for y. */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Middle and half-width of mainland France in Lambert-93, km: terms stay near 1. */
const MIDDLE: Point = { x: 670, y: 6580 };
const HALF = 560;

/** 1, u, v, u², uv, v² … up to a degree. */
function termsOf({ x, y }: Point, degree: number): number[] {
  const [u, v] = [(x - MIDDLE.x) / HALF, (y - MIDDLE.y) / HALF];
  const terms: number[] = [];
  for (let total = 0; total <= degree; total++)
    for (let power = total; power >= 0; power--) terms.push(u ** power * v ** (total - power));
  return terms;
}

/** A point of the ground in the drawing. */
export function toDrawing(point: Point, { degree, x, y }: Georeference): Point {
  const terms = termsOf(point, degree);
  const sum = (weights: readonly number[]) => terms.reduce((total, term, i) => total + term * weights[i], 0);
  return { x: sum(x), y: sum(y) };
}

/** Steps of Newton, and km over which slopes are taken. */
const NEWTON_STEPS = 6;
const NUDGE = 0.5;

/** A point of the drawing on the ground: Newton's steps on `toDrawing`, which is nearly affine. */
export function toGround(drawn: Point, georeference: Georeference): Point {
  let point = MIDDLE;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const here = toDrawing(point, georeference);
    const east = toDrawing({ x: point.x + NUDGE, y: point.y }, georeference);
    const north = toDrawing({ x: point.x, y: point.y + NUDGE }, georeference);
    const [a, c] = [(east.x - here.x) / NUDGE, (east.y - here.y) / NUDGE];
    const [b, d] = [(north.x - here.x) / NUDGE, (north.y - here.y) / NUDGE];
    const [dx, dy] = [drawn.x - here.x, drawn.y - here.y];
    const determinant = a * d - b * c;
    point = {
      x: point.x + (d * dx - b * dy) / determinant,
      y: point.y + (a * dy - c * dx) / determinant,
    };
  }
  return point;
}

/** Least squares of a polynomial through pairs of points. */
export function fitPolynomial(
  pairs: readonly { readonly from: Point; readonly to: Point; readonly weight: number }[],
  degree: number,
): Georeference {
  const rows = pairs.map(({ from, weight }) => termsOf(from, degree).map((term) => term * weight));
  const design = matrix(rows);
  const turned = transpose(design);
  const normal = multiply(turned, design);
  const solve = (values: readonly number[]) =>
    ((lusolve(normal, multiply(turned, matrix(values as number[]))) as Matrix).toArray() as number[][]).map(
      ([value]) => value,
    );
  return {
    degree,
    x: solve(pairs.map(({ to, weight }) => to.x * weight)),
    y: solve(pairs.map(({ to, weight }) => to.y * weight)),
  };
}

const ROUNDS = 25;
/** Pull of points that already lie inside, against 1 for those outside: they hold the map where it is right. */
const HOLD = 0.15;

/** The transform that puts anchors inside their départements. */
export function georeference(
  anchors: readonly Anchor[],
  map: readonly Outline[],
  degree: number,
): Georeference {
  const rings = new Map(map.map(({ code, rings }) => [code, rings]));
  const known = anchors.filter(({ departement }) => rings.has(departement));
  let fitted = fitPolynomial(middles(known, map), 1);
  for (let grade = 1; grade <= degree; grade++) {
    for (let round = 0; round < ROUNDS; round++) {
      const pairs = known.map((from) => {
        const here = toDrawing(from, fitted);
        const own = rings.get(from.departement) ?? [];
        return isInside(here, own)
          ? { from, to: here, weight: HOLD * from.weight }
          : { from, to: nearestOf(here, own), weight: from.weight };
      });
      fitted = fitPolynomial(pairs, grade);
    }
  }
  return fitted;
}

/** The middle of the anchors of each département and the middle of its outline. */
function middles(anchors: readonly Anchor[], map: readonly Outline[]) {
  return map.flatMap(({ code, rings }) => {
    const own = anchors.filter(({ departement }) => departement === code);
    if (own.length === 0) return [];
    const box = (points: readonly Point[]) => {
      const xs = points.map(({ x }) => x);
      const ys = points.map(({ y }) => y);
      return {
        x: (Math.min(...xs) + Math.max(...xs)) / 2,
        y: (Math.min(...ys) + Math.max(...ys)) / 2,
      };
    };
    return [{ from: box(own), to: box(rings.flat()), weight: 1 }];
  });
}

/** A commune counts 1, a territory 4: bubbles stand on territories, borders are known by communes. */
const WEIGHTS = { commune: 1, territory: 4 } as const;

/** What is known to lie in a mainland département: located communes, and the centres of territories. */
export function anchorsOf({ territories }: Pick<Geography, 'territories'>): Anchor[] {
  const overseas = (code: string) => code.startsWith('97');
  const communes = territories.flatMap(({ blocks }) =>
    blocks
      .filter(({ located, code }) => located && !overseas(code))
      .map(({ code, latitude, longitude }) => ({
        departement: code.slice(0, 2),
        weight: WEIGHTS.commune,
        ...lambert93(latitude, longitude),
      })),
  );
  const centres = territories
    .filter(({ departement }) => !overseas(departement))
    .map(({ departement, latitude, longitude }) => ({
      departement,
      weight: WEIGHTS.territory,
      ...lambert93(latitude, longitude),
    }));
  return [...communes, ...centres];
}

/** Km by which each anchor lies outside the outline of its département; 0 inside. */
export function outsideKm(
  anchors: readonly Anchor[],
  map: readonly Outline[],
  fitted: Georeference,
): number[] {
  const rings = new Map(map.map(({ code, rings }) => [code, rings]));
  return anchors.map((anchor) => {
    const here = toDrawing(anchor, fitted);
    const own = rings.get(anchor.departement) ?? [];
    if (isInside(here, own)) return 0;
    const border = toGround(nearestOf(here, own), fitted);
    return Math.hypot(border.x - anchor.x, border.y - anchor.y);
  });
}
