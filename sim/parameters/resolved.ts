/**
 * Resolved parameters: what the model reads. One timeline per path, a cached value per path and month, and
 * a mark on each path that was read. Made from timelines, and from JSON again in a worker thread.
 */
import { formatMonth, parseMonth } from '../base/calendar.js';
import { MaillageError, nearestName } from '../base/errors.js';
import { changeMonths, type Piece, pieceIndex, sameValue, type Value, valueAt } from './timeline.js';
import type { Parameters } from './types.js';
import { positionsOf, wordsAt } from './words.js';

export interface Timeline {
  readonly path: string;
  readonly kind: 'number' | 'list' | 'choice';
  readonly unit: string;
  readonly by?: string;
  readonly members?: readonly string[];
  /** Of a list of words by member, which its pieces hold as positions here; absent for any other parameter. */
  readonly choices?: readonly string[];
  readonly pieces: readonly Piece[];
}

/** A dated value of the manifest, words by member as words; with `next`, the straight line it runs on. */
export type JsonValue =
  | Value
  | readonly string[]
  | { readonly value: Value; readonly next: Value; readonly since: string; readonly until: string };

export interface ParametersJson {
  readonly [path: string]: {
    readonly kind: Timeline['kind'];
    readonly unit: string;
    readonly by?: string;
    readonly members?: readonly string[];
    readonly choices?: readonly string[];
    readonly values: Readonly<Record<string, JsonValue>>;
  };
}

export interface ResolvedParameters extends Parameters {
  /** Paths in the order of the catalogue. */
  paths(): readonly string[];
  /** Paths read so far through `number`, `list` or `choice`. */
  readPaths(): Set<string>;
  timeline(path: string): Timeline;
  /** For manifests and threads: equal resolved parameters give equal JSON text. */
  toJSON(): ParametersJson;
}

interface Cursor {
  readonly timeline: Timeline;
  /** The cached value holds in the months from `low` to `high` - 1. */
  low: number;
  high: number;
  value: Value;
  read: boolean;
}

/** Resolved parameters over timelines. */
export function parametersFromTimelines(timelines: readonly Timeline[]): ResolvedParameters {
  const cursors = new Map<string, Cursor>();
  for (const timeline of timelines)
    cursors.set(timeline.path, { timeline, low: 0, high: 0, value: 0, read: false });
  const changes = new Map<string, readonly number[]>();

  const read = (path: string, kind: Timeline['kind'], month: number): Value => {
    const cursor = cursors.get(path) ?? unknownPath(path, cursors.keys());
    if (cursor.timeline.kind !== kind) wrongKind(cursor.timeline, kind);
    cursor.read = true;
    if (month < cursor.low || month >= cursor.high) move(cursor, month);
    return cursor.value;
  };

  return {
    number: (path, month) => read(path, 'number', month) as number,
    list: (path, month) => read(path, 'list', month) as readonly number[],
    choice: (path, month) => read(path, 'choice', month) as string,
    nextChange(prefix, month) {
      let months = changes.get(prefix);
      if (months === undefined) {
        months = changesUnder(prefix, timelines);
        changes.set(prefix, months);
      }
      return months.find((change) => change > month) ?? Infinity;
    },
    paths: () => [...cursors.keys()],
    readPaths: () =>
      new Set([...cursors.values()].filter((cursor) => cursor.read).map((cursor) => cursor.timeline.path)),
    timeline: (path) => (cursors.get(path) ?? unknownPath(path, cursors.keys())).timeline,
    toJSON: () => Object.fromEntries(timelines.map((timeline) => [timeline.path, timelineJson(timeline)])),
  };
}

/** The parameters that gave this JSON. */
export function parametersFromJSON(json: ParametersJson): ResolvedParameters {
  return parametersFromTimelines(
    Object.entries(json).map(([path, { values, ...rest }]) => ({
      path,
      ...rest,
      pieces: Object.entries(values).map(([date, value]) => pieceFromJson(date, value, rest.choices)),
    })),
  );
}

/**
 * First month in which two sets of parameters differ, Infinity when never; where runs may share a history until.
 * @param under first words of the only paths that count; all when not given
 */
export function firstDifference(
  a: ResolvedParameters,
  b: ResolvedParameters,
  under?: readonly string[],
): number {
  let first = Infinity;
  for (const path of new Set([...a.paths(), ...b.paths()])) {
    if (under !== undefined && !under.includes(path.split('.', 1)[0])) continue;
    if (!a.paths().includes(path) || !b.paths().includes(path)) return -Infinity;
    first = Math.min(first, timelineDifference(a.timeline(path).pieces, b.timeline(path).pieces));
  }
  return first;
}

function timelineDifference(a: readonly Piece[], b: readonly Piece[]): number {
  if (!sameValue(valueAt(a[0], a[0].from), valueAt(b[0], b[0].from))) return -Infinity;
  const months = [...changeMonths(a), ...changeMonths(b)].sort((x, y) => x - y);
  const differs = (month: number): boolean =>
    !sameValue(valueAt(a[pieceIndex(a, month)], month), valueAt(b[pieceIndex(b, month)], month));
  return months.find(differs) ?? Infinity;
}

function move(cursor: Cursor, month: number): void {
  const { pieces } = cursor.timeline;
  const i = pieceIndex(pieces, month);
  const piece = pieces[i];
  const isStraight = piece.line !== undefined && month >= piece.from;
  cursor.value = valueAt(piece, month);
  cursor.low = isStraight ? month : i === 0 ? -Infinity : piece.from;
  cursor.high = isStraight ? month + 1 : month < piece.from ? piece.from : (pieces[i + 1]?.from ?? Infinity);
}

function changesUnder(prefix: string, timelines: readonly Timeline[]): number[] {
  const under = timelines.filter(
    ({ path }) => prefix === '' || path === prefix || path.startsWith(`${prefix}.`),
  );
  return [...new Set(under.flatMap(({ pieces }) => changeMonths(pieces)))].sort((a, b) => a - b);
}

function timelineJson({ path: _, pieces, ...rest }: Timeline): ParametersJson[string] {
  return {
    ...rest,
    values: Object.fromEntries(
      pieces.map((piece) => [formatMonth(piece.from), pieceJson(piece, rest.choices)]),
    ),
  };
}

function pieceJson({ value, line }: Piece, choices: readonly string[] | undefined): JsonValue {
  if (choices !== undefined) return wordsAt(value as readonly number[], choices);
  if (line === undefined) return value;
  return { value, next: line.next, since: formatMonth(line.since), until: formatMonth(line.until) };
}

function pieceFromJson(date: string, value: JsonValue, choices: readonly string[] | undefined): Piece {
  const from = monthOfJson(date);
  if (choices !== undefined) return { from, value: positionsOf(value as readonly string[], choices) };
  if (typeof value !== 'object' || !('next' in value)) return { from, value: value as Value };
  return {
    from,
    value: value.value,
    line: { since: monthOfJson(value.since), until: monthOfJson(value.until), next: value.next },
  };
}

function monthOfJson(date: string): number {
  const month = parseMonth(date);
  if (month === undefined)
    throw new MaillageError('bad-data', `'${date}' is not a month of resolved parameters, expected YYYY-MM`);
  return month;
}

function unknownPath(path: string, known: Iterable<string>): never {
  const near = nearestName(path, known);
  const hint = near === undefined ? '' : `; did you mean '${near}'?`;
  throw new MaillageError(
    'internal',
    `a rule reads the parameter '${path}', which no file of scenarios/parameters gives${hint}`,
    { exitCode: 1 },
  );
}

function wrongKind(timeline: Timeline, kind: Timeline['kind']): never {
  const message = `the parameter '${timeline.path}' is read as a ${kind}, but it is a ${timeline.kind}`;
  throw new MaillageError('internal', message, { exitCode: 1 });
}
