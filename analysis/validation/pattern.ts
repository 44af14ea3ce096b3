/** A pattern: something that must be seen, or may be found, in the history that a run makes, beyond single figures. */
import { cell, FRANCE, type Group, keptRows } from '../../sim/recorder/cells.js';
import { indicatorOf } from '../../sim/recorder/dictionary.js';
import { cellYear, evaluate, monthSlots, ratioValue } from '../../sim/recorder/evaluate.js';
import type { Words } from '../../sim/recorder/indicator.js';
import type { MeasureId } from '../../sim/recorder/measures.js';
import { totalOf } from '../../sim/recorder/measures.js';
import type { Recording } from '../../sim/recorder/recording.js';

export interface Pattern {
  /** ASCII camelCase. */
  readonly id: string;
  readonly label: Words;
  readonly source: string;
  /** Whether the run shows it; `undefined` when the run is too short, or says nothing of it. */
  readonly seen: (run: RunView) => boolean | undefined;
}

/** What a pattern may ask of one run. Values that do not exist are NaN. */
export interface RunView {
  /** Codes of the régions. */
  readonly regions: readonly string[];
  /** First and last whole year. */
  readonly years: readonly number[];
  /** An indicator in a year, for France or a région and a group. */
  value(indicator: string, year: number, where?: { readonly place?: string; readonly group?: Group }): number;
  /** An indicator of the whole of France in a month (calendar.ts). */
  monthly(indicator: string, month: number): number;
  /** Sum of a measure over a département in a year, by département. */
  byDepartement(measure: MeasureId, year: number): ReadonlyMap<string, number>;
}

/**
 * What patterns may ask of a recording.
 * @param departements code of the département of each territory of the recording
 */
export function viewOf(recording: Recording, departements: readonly string[]): RunView {
  const { years, regions } = recording;
  const recordOf = (year: number) => years.find((one) => one.year === year);
  const kept = keptRows(recording);
  return {
    regions,
    years: years.map(({ year }) => year),
    value(indicator, year, { place = FRANCE, group = 'all' } = {}) {
      const record = recordOf(year);
      if (record === undefined) return Number.NaN;
      const inside = place === FRANCE ? kept : kept.filter((z) => regions[recording.regionOf[z]] === place);
      const level = place === FRANCE ? 'france' : 'region';
      const where = cell(recording, record, place, level, group, inside);
      return evaluate(indicatorOf(indicator), cellYear(recording, record, where));
    },
    monthly(indicator, month) {
      const { kind } = indicatorOf(indicator);
      if (kind.kind !== 'ratio' || month < recording.from || month > recording.to) return Number.NaN;
      const everywhere = regions.map((_, r) => r);
      return ratioValue(kind, monthSlots(recording, month, everywhere), 'everybody');
    },
    byDepartement(measure, year) {
      const sums = new Map<string, number>();
      const record = recordOf(year);
      if (record === undefined) return sums;
      for (const z of kept) {
        const slots = { values: record.slots, stride: recording.territories.length, offset: z };
        const code = departements[z];
        sums.set(code, (sums.get(code) ?? 0) + totalOf(slots, measure, 'everybody'));
      }
      return sums;
    },
  };
}
