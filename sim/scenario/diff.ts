/**
 * What two scenarios change with respect to each other, in resolved values: one row per parameter, member
 * and span of months over which both stay in one piece.
 */
import { formatMonth } from '../base/calendar.js';
import type { Catalogue } from '../parameters/catalogue.js';
import { type Piece, pieceIndex, sameValue, type Value, valueAt } from '../parameters/timeline.js';
import { shownList } from '../parameters/words.js';
import { resolveParameters } from './apply.js';
import type { Scenario } from './types.js';

export interface DifferenceRow {
  readonly parameter: string;
  readonly label: { readonly en: string; readonly fr: string };
  readonly unit: string;
  /** Member of the parameter's domain; absent for a single number or word. */
  readonly member?: string;
  /** First month (`YYYY-MM`); absent when the difference is there from the start. */
  readonly from?: string;
  /** First month without it; absent when it lasts. */
  readonly to?: string;
  /** Values in the first month of the span. */
  readonly a: number | string;
  readonly b: number | string;
}

/** Resolved differences in catalogue order, then by member and by date; empty when the two give the same values. */
export function diffScenarios(catalogue: Catalogue, a: Scenario, b: Scenario): DifferenceRow[] {
  const left = resolveParameters(catalogue, a);
  const right = resolveParameters(catalogue, b);
  return [...catalogue.parameters.values()].flatMap(({ path, label, unit, members, choices }) => {
    const spans = differingSpans(left.timeline(path).pieces, right.timeline(path).pieces);
    const rows = (pick: (value: Value) => number | string, member?: string): DifferenceRow[] =>
      spans
        .filter((span) => pick(span.a) !== pick(span.b))
        .map((span) => ({
          parameter: path,
          label,
          unit,
          ...(member === undefined ? {} : { member }),
          ...(span.from === -Infinity ? {} : { from: formatMonth(span.from) }),
          ...(span.to === Infinity ? {} : { to: formatMonth(span.to) }),
          a: pick(span.a),
          b: pick(span.b),
        }));
    if (members === undefined) return rows((value) => value as number | string);
    return members.flatMap((member, i) =>
      rows((value) => shownList(value as readonly number[], choices)[i], member),
    );
  });
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly a: Value;
  readonly b: Value;
}

function differingSpans(a: readonly Piece[], b: readonly Piece[]): Span[] {
  const starts = [...new Set([...a, ...b].map((piece) => piece.from))].sort((x, y) => x - y);
  return starts
    .map((start, i): Span => {
      const from = i === 0 ? -Infinity : start;
      return { from, to: starts[i + 1] ?? Infinity, a: at(a, start), b: at(b, start) };
    })
    .filter((span) => !sameValue(span.a, span.b));
}

function at(pieces: readonly Piece[], month: number): Value {
  return valueAt(pieces[pieceIndex(pieces, month)], month);
}
