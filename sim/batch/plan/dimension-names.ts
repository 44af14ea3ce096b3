/** Names of the dimensions, which are columns of the table of runs, and the overlaps between dimensions. */
import { formatMonth } from '../../base/calendar.js';
import type { Problem } from '../../base/problems.js';
import type { Catalogue } from '../../parameters/catalogue.js';
import type { Dimension } from '../design/types.js';

/** Columns of the table of runs that no dimension may be called. */
export const RUN_COLUMNS: readonly string[] = [
  'scenario',
  'point',
  'replicate',
  'status',
  'errorCode',
  'error',
  'seed',
  'scenarioDigest',
  'scale',
  'from',
  'to',
  'code',
];

/** A dimension and the place of one of its keys. */
export interface PlacedDimension {
  readonly dimension: Dimension;
  readonly where: (key?: string) => string;
}

/**
 * The dimensions with their names: the one given, else the parameter's path with underscores for its points (a path itself is
 * the column of the resolved parameter), with the month and members too where several vary one parameter.
 */
export function namedDimensions(
  placed: readonly PlacedDimension[],
  catalogue: Catalogue,
): { dimensions: Dimension[]; problems: Problem[] } {
  const dimensions = placed.map(({ dimension }) => {
    const isAlone = placed.every(
      (other) => other.dimension === dimension || other.dimension.parameter !== dimension.parameter,
    );
    return { ...dimension, name: dimension.name === '' ? usualName(dimension, isAlone) : dimension.name };
  });
  const taken = new Map(
    [...RUN_COLUMNS, ...catalogue.parameters.keys()].map((name) => [name.toLowerCase(), name]),
  );
  const problems: Problem[] = [];
  for (const [i, { name }] of dimensions.entries()) {
    // SQL takes names that differ by capitals only for one.
    const clash = taken.get(name.toLowerCase());
    if (clash !== undefined) {
      const message = `'${name}' is already a column of the table of runs ('${clash}'): give another 'name'`;
      problems.push({ code: 'unknown-name', where: placed[i].where('name'), message });
    }
    taken.set(name.toLowerCase(), name);
  }
  return { dimensions, problems };
}

/** Two dimensions of one layer that vary the same parameter, members and months: nobody could say which one holds. */
export function overlappingDimensions(placed: readonly PlacedDimension[]): Problem[] {
  return placed.flatMap(({ dimension, where }, i): Problem[] => {
    const earlier = placed.slice(0, i).find((other) => overlap(other.dimension, dimension));
    if (earlier === undefined) return [];
    const message = `${dimension.parameter} is varied here and already at ${earlier.where()}: keep one, or give them other members or months`;
    return [{ code: 'overlapping-dates', where: where(), message }];
  });
}

function overlap(a: Dimension, b: Dimension): boolean {
  if (a.parameter !== b.parameter || a.under !== b.under || a.from >= b.to || b.from >= a.to) return false;
  if (a.members === undefined || b.members === undefined) return true;
  return a.members.some((member) => b.members?.includes(member));
}

function usualName({ parameter, from, to, members = [] }: Dimension, isAlone: boolean): string {
  const dates = [from, to].filter((month) => Number.isFinite(month)).map(formatMonth);
  const parts = isAlone ? [parameter] : [parameter, ...dates, ...members];
  return parts.join('_').replace(/[^A-Za-z0-9_]/g, '_');
}
