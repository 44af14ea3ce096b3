/**
 * The values of one parameter over time, as pieces: each holds from its month until the next piece's, and is
 * constant or runs in a straight line between two dated values. Before the first piece, its value holds.
 *
 * A cut piece keeps the dates and values it runs between, so that a change which ends gives back exactly the
 * numbers of the unchanged line.
 */
export type Value = number | readonly number[] | string;

/** The two dated values a piece runs between. */
export interface Line {
  readonly since: number;
  readonly until: number;
  readonly next: Value;
}

export interface Piece {
  /** First month of the piece. */
  readonly from: number;
  /** Value of the piece; with a line, the value at `line.since`. */
  readonly value: Value;
  readonly line?: Line;
}

/** What a change does to each number of a value: its result, by position in the list (0 for a scalar). */
export type Transform = (value: Value) => Value;

/** Pieces of dated values: steps, or straight lines between the dates. */
export function piecesOf(dated: readonly { month: number; value: Value }[], interpolate: boolean): Piece[] {
  return dated.map(({ month, value }, i) => {
    const after = dated[i + 1];
    if (!interpolate || after === undefined || sameValue(value, after.value)) return { from: month, value };
    return { from: month, value, line: { since: month, until: after.month, next: after.value } };
  });
}

/** Value of a piece in a month. */
export function valueAt(piece: Piece, month: number): Value {
  const { value, line } = piece;
  if (line === undefined || month <= line.since) return value;
  const share = (month - line.since) / (line.until - line.since);
  if (typeof value === 'number') return between(value, line.next as number, share);
  const next = line.next as readonly number[];
  return (value as readonly number[]).map((start, i) => between(start, next[i], share));
}

/** Position of the piece in force in a month. */
export function pieceIndex(pieces: readonly Piece[], month: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (pieces[middle].from <= month) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The pieces with `transform` applied from the month `from` (included) to `to` (excluded). */
export function transformed(
  pieces: readonly Piece[],
  from: number,
  to: number,
  transform: Transform,
): Piece[] {
  // A change before the first piece needs a piece of the unchanged value before it.
  const isEarly = from < pieces[0].from && from !== -Infinity;
  const lead = isEarly ? [{ from: from - 1, value: pieces[0].value }] : [];
  const cut = cutAt(cutAt([...lead, ...pieces], from), to);
  const start = from === -Infinity ? pieces[0].from : from;
  return merged(
    cut.map((piece) => (piece.from >= start && piece.from < to ? apply(piece, transform) : piece)),
  );
}

/** Pieces touched by a change from `from` to `to`: what a check of its result must look at. */
export function piecesWithin(pieces: readonly Piece[], from: number, to: number): Piece[] {
  return pieces.filter((piece, i) => piece.from < to && (pieces[i + 1]?.from ?? Infinity) > from);
}

/** Months at which the value differs from the month before, in order. */
export function changeMonths(pieces: readonly Piece[]): number[] {
  const months: number[] = [];
  pieces.forEach((piece, i) => {
    const end = pieces[i + 1]?.from ?? piece.from + 1;
    const last = piece.line === undefined ? piece.from + 1 : end;
    for (let month = piece.from; month < last; month++) {
      if (i === 0 && month === piece.from) continue;
      const before = valueAt(month === piece.from ? pieces[i - 1] : piece, month - 1);
      if (!sameValue(before, valueAt(piece, month))) months.push(month);
    }
  });
  return months;
}

export function sameValue(a: Value, b: Value): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function between(start: number, end: number, share: number): number {
  return start + (end - start) * share;
}

function cutAt(pieces: readonly Piece[], month: number): Piece[] {
  return pieces.flatMap((piece, i) => {
    const end = pieces[i + 1]?.from ?? Infinity;
    return month > piece.from && month < end ? [piece, { ...piece, from: month }] : [piece];
  });
}

function apply(piece: Piece, transform: Transform): Piece {
  const value = transform(piece.value);
  if (piece.line === undefined) return { from: piece.from, value };
  const next = transform(piece.line.next);
  if (sameValue(value, next)) return { from: piece.from, value };
  return { from: piece.from, value, line: { ...piece.line, next } };
}

function merged(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const last = kept.at(-1);
    if (last === undefined || !continues(last, piece)) kept.push(piece);
  }
  return kept;
}

function continues(before: Piece, after: Piece): boolean {
  if (!sameValue(before.value, after.value)) return false;
  const a = before.line;
  const b = after.line;
  if (a === undefined || b === undefined) return a === b;
  return a.since === b.since && a.until === b.until && sameValue(a.next, b.next);
}
