/** A recording as tidy rows: period, place, group, indicator, value, in a fixed order. */
import { formatMonth } from '../base/calendar.js';
import {
  type Cell,
  cell,
  cellsOf,
  FRANCE,
  type Group,
  isDefined,
  isMonthly,
  keptRows,
  territoryCells,
} from './cells.js';
import { HEADLINE, INDICATORS } from './dictionary.js';
import { cellYear, evaluate, monthSlots, ratioValue } from './evaluate.js';
import type { Indicator } from './indicator.js';
import type { Recording, YearRecord } from './recording.js';

export interface TidyRow {
  /** `YYYY` for a yearly value, `YYYY-MM` for a monthly one. */
  readonly period: string;
  /** `FR`, the code of a région, or the code of a territory. */
  readonly place: string;
  readonly group: Group;
  readonly indicator: string;
  readonly value: number;
}

/** How much is kept by territory: the sixteen headline indicators, or every indicator too. */
export type Detail = 'headline' | 'all';

/**
 * Every value of a recording: by year for France and régions in every group (and for territories when `detail`
 * is `all`), then by month for France and régions, where months are kept. A value that does not exist (0/0) has no row.
 */
export function* tidyRows(recording: Recording, detail: Detail): Generator<TidyRow> {
  for (const record of recording.years) {
    for (const cell of cellsOf(recording, record)) yield* cellRows(recording, record, cell, INDICATORS);
    if (detail === 'headline') continue;
    for (const cell of territoryCells(recording)) yield* cellRows(recording, record, cell, INDICATORS);
  }
  yield* monthlyRows(recording);
}

function* cellRows(
  recording: Recording,
  record: YearRecord,
  cell: Cell,
  indicators: readonly Indicator[],
): Generator<TidyRow> {
  const at = cellYear(recording, record, cell);
  for (const indicator of indicators) {
    if (!isDefined(indicator, cell.level, cell.group)) continue;
    const value = evaluate(indicator, at);
    if (!Number.isFinite(value)) continue;
    yield {
      period: String(record.year),
      place: cell.place,
      group: cell.group,
      indicator: indicator.id,
      value,
    };
  }
}

function* monthlyRows(recording: Recording): Generator<TidyRow> {
  if (recording.months.length === 0) return;
  const monthly = INDICATORS.filter(isMonthly);
  const regions = recording.regions.map((code, r) => ({ place: code, members: [r] }));
  // France adds the régions in their order.
  const places = [{ place: FRANCE, members: regions.flatMap(({ members }) => members) }, ...regions];
  for (let month = recording.from; month <= recording.to; month++) {
    for (const { place, members } of places) {
      const slots = monthSlots(recording, month, members);
      for (const { id, kind } of monthly) {
        const value = kind.kind === 'ratio' ? ratioValue(kind, slots, 'everybody') : Number.NaN;
        if (!Number.isFinite(value)) continue;
        yield { period: formatMonth(month), place, group: 'all', indicator: id, value };
      }
    }
  }
}

/** The headline indicators of each year for France as a whole and for its worst-served tenth, fixed at the start. */
export function headlineRows(recording: Recording): TidyRow[] {
  const everywhere = keptRows(recording);
  const groups: readonly Group[] = ['all', 'worstTenth'];
  return recording.years.flatMap((record) =>
    groups.flatMap((group) => [
      ...cellRows(recording, record, cell(recording, record, FRANCE, 'france', group, everywhere), HEADLINE),
    ]),
  );
}

/** The sixteen headline indicators of each territory and year, in that order; NaN where one has no value. */
export function* territoryHeadlines(
  recording: Recording,
  years: readonly YearRecord[] = recording.years,
): Generator<{ year: number; territory: string; values: number[] }> {
  const cells = territoryCells(recording);
  for (const record of years) {
    for (const cell of cells) {
      const at = cellYear(recording, record, cell);
      const values = HEADLINE.map((indicator) => evaluate(indicator, at));
      yield { year: record.year, territory: cell.place, values };
    }
  }
}
