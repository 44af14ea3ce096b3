/** The map of France: where the drawing of the départements lies, what is packed into the page. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FITTED, TOLERANCE_KM } from '../analysis/charts/map/fitted.js';
import {
  anchorsOf,
  georeference,
  outsideKm,
  toDrawing,
  toGround,
} from '../analysis/charts/map/georeference.js';
import { lambert93 } from '../analysis/charts/map/lambert93.js';
import { mapLayout } from '../analysis/charts/map/layout.js';
import { isInside, outlines, ringsOf } from '../analysis/charts/map/outline.js';
import { sameScale } from '../analysis/charts/runtime/marks.js';
import { deltas, fromDeltas, packed, unpacked } from '../analysis/charts/runtime/packed.js';
import { context } from './support/studies.js';

const map = outlines();
const anchors = anchorsOf(context().geography);
const TERRITORY_WEIGHT = 4;

describe('Lambert-93', () => {
  test('puts its origin at 700 km east and 6,600 km north', () => {
    const { x, y } = lambert93(46.5, 3);
    expect(x).toBeCloseTo(700, 9);
    expect(y).toBeCloseTo(6600, 9);
  });

  test('keeps distances: Paris–Marseille is 660 km, as on the sphere, within its 3 km of distortion', () => {
    const [paris, marseille] = [lambert93(48.8566, 2.3522), lambert93(43.2965, 5.3698)];
    expect(Math.abs(Math.hypot(paris.x - marseille.x, paris.y - marseille.y) - 661)).toBeLessThan(3);
  });
});

describe('the outline of the départements', () => {
  test('has 96 of them, Corsica in two', () => {
    expect(map.length).toBe(96);
    expect(map.filter(({ code }) => /^2[AB]$/.test(code)).length).toBe(2);
  });

  test('reads relative and absolute moves, lines across and down, and several rings', () => {
    const rings = ringsOf('m 1,2 3,0 0,4 z M 10,10 l 1,1 h 2 v -3 z');
    expect(rings).toEqual([
      [
        { x: 1, y: 2 },
        { x: 4, y: 2 },
        { x: 4, y: 6 },
      ],
      [
        { x: 10, y: 10 },
        { x: 11, y: 11 },
        { x: 13, y: 11 },
        { x: 13, y: 8 },
      ],
    ]);
    expect(isInside({ x: 3.5, y: 3 }, rings)).toBe(true);
    expect(isInside({ x: 1.5, y: 5 }, rings)).toBe(false);
  });

  test(`every mainland territory stands inside its département, or at most ${TOLERANCE_KM} km outside`, () => {
    const centres = anchors.filter(({ weight }) => weight === TERRITORY_WEIGHT);
    const outside = outsideKm(centres, map, FITTED);
    expect(centres.length).toBeGreaterThan(1300);
    expect(outside.filter((km) => km > 0).length).toBe(7);
    expect(Math.max(...outside)).toBeLessThan(TOLERANCE_KM);
  });

  test('communes lie inside too, but for one in a hundred, on coasts and islands', () => {
    const communes = anchors.filter(({ weight }) => weight !== TERRITORY_WEIGHT);
    const outside = outsideKm(communes, map, FITTED).filter((km) => km > 0);
    expect(outside.length / communes.length).toBeLessThan(0.011);
    expect(outside.filter((km) => km > 1.6).length).toBe(5);
  });

  test('a map moved by 10 km would be found out', () => {
    const moved = anchors.map((anchor) => ({ ...anchor, x: anchor.x + 10 }));
    expect(outsideKm(moved, map, FITTED).filter((km) => km > TOLERANCE_KM).length).toBeGreaterThan(500);
  });

  test('the fit that is kept is the one that the data give', () => {
    const again = georeference(anchors, map, FITTED.degree);
    for (const point of [
      { x: 200, y: 6800 },
      { x: 700, y: 6600 },
      { x: 1200, y: 6100 },
      { x: 1000, y: 6900 },
    ]) {
      const [kept, fitted] = [toDrawing(point, FITTED), toDrawing(point, again)];
      expect(Math.hypot(kept.x - fitted.x, kept.y - fitted.y)).toBeLessThan(1e-3);
    }
  });

  test('the way back from the drawing ends where it began', () => {
    for (const point of [lambert93(48.4, -4.5), lambert93(41.9, 8.7), lambert93(50.6, 3)]) {
      const back = toGround(toDrawing(point, FITTED), FITTED);
      expect(Math.hypot(back.x - point.x, back.y - point.y)).toBeLessThan(1e-6);
    }
  });
});

describe('the layout', () => {
  const { territories } = context().geography;
  const { points, insets, frame } = mapLayout(territories);

  test('shows every territory once, those around Paris twice, all within the frame', () => {
    const suburbs = territories.filter(({ departement }) => ['75', '92', '93', '94'].includes(departement));
    expect(points.length).toBe(territories.length + suburbs.length);
    expect(new Set(points.map(({ territory }) => territory)).size).toBe(territories.length);
    const [left, bottom, right, top] = frame;
    expect(points.filter(({ x, y }) => x < left || x > right || y < bottom || y > top)).toEqual([]);
  });

  test('draws every mainland bubble inside its département', () => {
    const shores = new Map(map.map(({ code, rings }) => [code, rings]));
    const mainland = points.filter(
      ({ territory, x, y }) =>
        !territories[territory].departement.startsWith('97') &&
        !insets.some(({ box: [l, b, r, t] }) => x >= l && x <= r && y >= b && y <= t),
    );
    const outside = mainland.filter(
      (point) =>
        !isInside(toDrawing(point, FITTED), shores.get(territories[point.territory].departement) ?? []),
    );
    expect(mainland.length).toBeGreaterThan(1300);
    expect(outside.map(({ territory }) => territories[territory].name)).toEqual([]);
  });

  test('puts the overseas départements in boxes of their own', () => {
    expect(insets.length).toBe(6);
    const overseas = points.filter(({ territory }) => territories[territory].departement.startsWith('97'));
    for (const { x, y } of overseas) {
      const inside = insets.filter(({ box: [l, b, r, t] }) => x >= l && x <= r && y >= b && y <= t);
      expect(inside.length).toBe(1);
    }
  });
});

describe('the shape of France', () => {
  test('is kept whatever room the drawing has: a km is as long across as up', () => {
    for (const [right, bottom] of [
      [400, 600],
      [900, 300],
    ]) {
      const scale = (min: number, max: number) => ({ min, max, configure: () => undefined });
      const [left, low, far, top] = mapLayout(context().geography.territories).frame;
      const scales = { x: scale(left, far), y: scale(low, top) };
      sameScale.afterLayout({ chartArea: { left: 0, right, top: 0, bottom }, scales });
      const { x, y } = scales;
      expect((x.max - x.min) / right).toBeCloseTo((y.max - y.min) / bottom, 9);
      // All of the frame stays in sight.
      expect(x.min <= left && x.max >= far && y.min <= low && y.max >= top).toBe(true);
    }
  });
});

describe('packing', () => {
  test('gives back any whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1048576, max: 1048576 })), (numbers) => {
        expect(unpacked(packed(numbers))).toEqual(numbers);
      }),
      { seed: 1 },
    );
  });

  test('gives back the values of a map from differences between neighbours', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 24, maxLength: 24 }),
        (values) => {
          expect(fromDeltas(deltas(values, [2, 3, 4]), [2, 3, 4])).toEqual(values);
        },
      ),
      { seed: 1 },
    );
  });

  test('a scenario equal to the first takes a byte a value', () => {
    const one = Array.from({ length: 12 }, (_, i) => 1000 + 7 * i);
    expect(packed(deltas([...one, ...one], [2, 3, 4])).slice(-12)).toEqual(new Uint8Array(12));
  });
});
