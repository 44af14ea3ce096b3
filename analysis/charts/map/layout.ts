/** Where everything stands on the map, in km: mainland as it lies, overseas départements and Paris in boxes. */
import type { Territory } from '../../../sim/world/territory.js';
import type { Text } from '../../wording/language.js';
import type { Inset } from '../runtime/marks.js';
import { FITTED } from './fitted.js';
import { toDrawing, toGround } from './georeference.js';
import { lambert93, type Point } from './lambert93.js';
import { isInside, nearestOf, outlines } from './outline.js';

/** A territory on the map; those of a magnified box stand there a second time. */
export interface Placed extends Point {
  /** Row among the territories given. */
  readonly territory: number;
}

export interface MapLayout {
  readonly points: readonly Placed[];
  readonly rings: readonly (readonly number[])[];
  readonly insets: readonly (Omit<Inset, 'name'> & { readonly name: Text })[];
  /** Left, bottom, right, top. */
  readonly frame: readonly [number, number, number, number];
}

type Box = readonly [left: number, bottom: number, right: number, top: number];

const FRAME: Box = [50, 5830, 1270, 7150];
/** Overseas départements side by side under the south coast, in boxes of this size. */
const OVERSEAS: readonly { readonly code: string; readonly name: Text }[] = [
  { code: '971', name: { en: 'Guadeloupe', fr: 'Guadeloupe' } },
  { code: '972', name: { en: 'Martinique', fr: 'Martinique' } },
  { code: '973', name: { en: 'French Guiana', fr: 'Guyane' } },
  { code: '974', name: { en: 'La Réunion', fr: 'La Réunion' } },
  { code: '976', name: { en: 'Mayotte', fr: 'Mayotte' } },
];
const SHELF = { left: 70, bottom: 5850, width: 220, height: 130, gap: 20 };
/** Paris and the départements around it, magnified. */
const SUBURBS = ['75', '92', '93', '94'];
const MAGNIFIER: Box = [70, 6895, 320, 7120];
const MAGNIFIED: Text = { en: 'Paris and inner suburbs', fr: 'Paris et petite couronne' };
/** Share of a box left free around what stands in it. */
const MARGIN = 0.14;
/** Km of a degree of latitude. */
const DEGREE_KM = 111.2;
/** Km from the border at which a bubble that lay outside is put: the first that is inside. */
const INLAND_KM = [0.1, 0.3, 1];
/** Rings of fewer points are islets. */
const LEAST_POINTS = 8;

/** The map of these territories. */
export function mapLayout(territories: readonly Territory[]): MapLayout {
  const rows = territories.map((_, z) => z);
  const mainland = rows.filter((z) => !territories[z].departement.startsWith('97'));
  const ground = (z: number) => lambert93(territories[z].latitude, territories[z].longitude);
  const shores = new Map(outlines().map(({ code, rings }) => [code, rings]));
  const shelf = OVERSEAS.map(({ name, code }, i) => {
    const left = SHELF.left + i * (SHELF.width + SHELF.gap);
    const box: Box = [left, SHELF.bottom, left + SHELF.width, SHELF.bottom + SHELF.height];
    return { name, box, rows: rows.filter((z) => territories[z].departement === code) };
  });
  const suburbs = rows.filter((z) => SUBURBS.includes(territories[z].departement));
  return {
    points: [
      ...mainland.map((territory) => ({
        territory,
        ...ashore(ground(territory), shores.get(territories[territory].departement) ?? []),
      })),
      ...shelf.flatMap(({ box, rows }) => boxed(rows, (z) => flat(territories[z]), box)),
      ...boxed(suburbs, ground, MAGNIFIER),
    ],
    rings: outlines().flatMap(({ rings }) =>
      rings
        .filter(({ length }) => length >= LEAST_POINTS)
        .map((ring) =>
          ring.flatMap((point) => {
            const { x, y } = toGround(point, FITTED);
            return [tenths(x), tenths(y)];
          }),
        ),
    ),
    insets: [
      ...shelf.filter(({ rows }) => rows.length > 0).map(({ name, box }) => ({ name, box })),
      ...(suburbs.length > 0 ? [{ name: MAGNIFIED, box: MAGNIFIER }] : []),
    ],
    frame: FRAME,
  };
}

/** The point, or the nearest just inside the outline for one that the fit of the drawing leaves outside. */
function ashore(point: Point, rings: readonly (readonly Point[])[]): Point {
  const drawn = toDrawing(point, FITTED);
  if (rings.length === 0 || isInside(drawn, rings)) return point;
  const border = toGround(nearestOf(drawn, rings), FITTED);
  const away = Math.hypot(border.x - point.x, border.y - point.y);
  const moved = INLAND_KM.map((km) => ({
    x: border.x + ((border.x - point.x) / away) * km,
    y: border.y + ((border.y - point.y) / away) * km,
  }));
  return moved.find((one) => isInside(toDrawing(one, FITTED), rings)) ?? border;
}

/** Km east and north of the equator on the meridian 0, true for distances inside an island. */
function flat({ latitude, longitude }: Territory): Point {
  return {
    x: longitude * DEGREE_KM * Math.cos((latitude * Math.PI) / 180),
    y: latitude * DEGREE_KM,
  };
}

/** Territories laid out in a box, as large as it lets. */
function boxed(
  rows: readonly number[],
  place: (z: number) => Point,
  [left, bottom, right, top]: Box,
): Placed[] {
  const points = rows.map((territory) => ({ territory, ...place(territory) }));
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  const room = 1 - 2 * MARGIN;
  const scale = Math.min(((right - left) * room) / (width || 1), ((top - bottom) * room) / (height || 1));
  const middle = { x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2 };
  return points.map(({ territory, x, y }) => ({
    territory,
    x: (left + right) / 2 + (x - middle.x) * scale,
    y: (bottom + top) / 2 + (y - middle.y) * scale,
  }));
}

function tenths(km: number): number {
  return Math.round(km * 10) / 10;
}
