/**
 * What a study keeps of a run: a block of numbers whose axes (periods, places and groups, indicators) are the same for
 * every run of the study, NaN where a run has no such value; and the headline indicators of every territory and year.
 */
import { formatMonth, MONTHS_PER_YEAR, monthOf } from '../base/calendar.js';
import { cell, FRANCE, type Group, isDefined, isMonthly, keptRows, type Level } from './cells.js';
import { INDICATORS, indicatorOf } from './dictionary.js';
import { cellYear, evaluate, monthSlots, ratioValue } from './evaluate.js';
import type { Indicator } from './indicator.js';
import type { Recording, YearRecord } from './recording.js';
import { territoryHeadlines } from './rows.js';

/** An indicator that a plan defines from others. */
export interface FrameFormula {
  readonly id: string;
  readonly formula: string;
}

/** What to keep, as plain data. */
export interface FrameSpec {
  /** First and last year. */
  readonly from: number;
  readonly to: number;
  /** Keep monthly values too, of France and régions, where an indicator has them. */
  readonly months: boolean;
  /** Ids of the dictionary or of `formulas`. */
  readonly indicators: readonly string[];
  readonly formulas: readonly FrameFormula[];
  readonly cells: readonly { readonly place: string; readonly group: Group }[];
  /** Keep the headline indicators of every territory and year. */
  readonly territories: boolean;
}

export interface Frame {
  /** Indicator i of cell c in period p at `(p × cells + c) × indicators + i`. */
  readonly values: Float64Array;
  /** Headline h of territory z (of those simulated) in year y at `(y × territories + z) × headlines + h`; or empty. */
  readonly territories: Float64Array;
}

/** A formula ready to use: from the values of the indicators it names to its own. */
export interface ReadyFormula {
  readonly id: string;
  readonly names: readonly string[];
  evaluate(values: ReadonlyMap<string, number>): number;
}

/** Periods in the order of a frame: each year, followed by its months when they are kept. */
export function framePeriods({ from, to, months }: Pick<FrameSpec, 'from' | 'to' | 'months'>): string[] {
  return Array.from({ length: to - from + 1 }, (_, y) => from + y).flatMap((year) => [
    String(year),
    ...(months ? monthsOf(year).map(formatMonth) : []),
  ]);
}

function monthsOf(year: number): number[] {
  return Array.from({ length: MONTHS_PER_YEAR }, (_, m) => monthOf(year, m + 1));
}

/** The frame of a recording, whose formulas have been made ready. */
export function frameOf(recording: Recording, spec: FrameSpec, formulas: readonly ReadyFormula[]): Frame {
  return frames(spec, formulas)(recording);
}

/** What a frame holds of one year. */
type FrameYear = Frame & { readonly worstTenth: Uint8Array };

/**
 * Frames of recordings of one family: what a year comes to is kept, for the recordings that share it (forks share the
 * records of the years before them).
 */
export function frames(spec: FrameSpec, formulas: readonly ReadyFormula[]): (recording: Recording) => Frame {
  const fill = indicatorFiller(spec.indicators, formulas);
  const known = new WeakMap<YearRecord, FrameYear>();
  return (recording) => {
    const width = yearWidth(spec);
    const values = new Float64Array((spec.to - spec.from + 1) * width).fill(Number.NaN);
    const inside = insideOf(recording);
    const years = recording.years.filter(({ year }) => year >= spec.from && year <= spec.to);
    const made = years.map((record) => {
      const found = known.get(record);
      // The worst-served tenth of the start may be known only later, after a fork.
      if (found?.worstTenth === recording.worstTenth) return found;
      const year = frameYear(recording, record, spec, fill, inside);
      known.set(record, year);
      return year;
    });
    for (const [i, { year }] of years.entries()) values.set(made[i].values, (year - spec.from) * width);
    return { values, territories: joined(made.map(({ territories }) => territories)) };
  };
}

/** Arrays one after the other. */
function joined(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((length, array) => length + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

/** Values of a year: of the whole of it, then of its months where they are kept. */
function yearWidth({ cells, indicators, months }: FrameSpec): number {
  return (months ? MONTHS_PER_YEAR + 1 : 1) * cells.length * indicators.length;
}

function frameYear(
  recording: Recording,
  record: YearRecord,
  spec: FrameSpec,
  fill: Fill,
  inside: Inside,
): FrameYear {
  const { cells, indicators } = spec;
  const values = new Float64Array(yearWidth(spec)).fill(Number.NaN);
  for (const [c, { place, group }] of cells.entries()) {
    const { level, rows } = inside(place);
    const one = cell(recording, record, place, level, group, rows);
    if (one.members.length === 0) continue;
    const at = cellYear(recording, record, one);
    fill(values, c * indicators.length, (indicator) =>
      isDefined(indicator, level, group) ? evaluate(indicator, at) : Number.NaN,
    );
  }
  if (spec.months) fillMonths(recording, spec, record.year, values, cells.length * indicators.length, fill);
  const territories = spec.territories ? headlinesOf(recording, record) : new Float64Array(0);
  return { values, territories, worstTenth: recording.worstTenth };
}

type Fill = (values: Float64Array, at: number, valueFor: (indicator: Indicator) => number) => void;

/** Writes the values of the indicators kept, dictionary and formulas alike; infinite ones count as none. */
function indicatorFiller(indicators: readonly string[], formulas: readonly ReadyFormula[]): Fill {
  const known = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));
  const needed = new Set([...indicators, ...formulas.flatMap(({ names }) => names)]);
  const read = [...needed].filter((id) => known.has(id)).map(indicatorOf);
  return (values, at, valueFor) => {
    const found = new Map(read.map((indicator) => [indicator.id, valueFor(indicator)]));
    for (const formula of formulas) found.set(formula.id, formula.evaluate(found));
    for (const [i, id] of indicators.entries()) {
      const value = found.get(id) ?? Number.NaN;
      values[at + i] = Number.isFinite(value) ? value : Number.NaN;
    }
  };
}

/** The territories of a place. */
type Inside = (place: string) => { level: Level; rows: Int32Array };

function insideOf(recording: Recording): Inside {
  const everywhere = keptRows(recording);
  const known = new Map<string, { level: Level; rows: Int32Array }>();
  const find = (place: string): { level: Level; rows: Int32Array } => {
    if (place === FRANCE) return { level: 'france', rows: everywhere };
    const region = recording.regions.indexOf(place);
    if (region >= 0)
      return { level: 'region', rows: everywhere.filter((z) => recording.regionOf[z] === region) };
    const territory = recording.territories.indexOf(place);
    return { level: 'territory', rows: everywhere.filter((z) => z === territory) };
  };
  return (place) => {
    const found = known.get(place) ?? find(place);
    known.set(place, found);
    return found;
  };
}

/** Months of a year, of everybody in France and in the régions: ratios of sums only (an indicator of December has none). */
function fillMonths(
  recording: Recording,
  { cells, indicators }: FrameSpec,
  year: number,
  values: Float64Array,
  base: number,
  fill: Fill,
): void {
  const everywhere = recording.regions.map((_, r) => r);
  for (const [m, month] of monthsOf(year).entries()) {
    for (const [c, { place, group }] of cells.entries()) {
      const region = recording.regions.indexOf(place);
      if (group !== 'all' || (place !== FRANCE && region < 0)) continue;
      const slots = monthSlots(recording, month, place === FRANCE ? everywhere : [region]);
      fill(values, base + (m * cells.length + c) * indicators.length, (indicator) =>
        indicator.kind.kind === 'ratio' && isMonthly(indicator)
          ? ratioValue(indicator.kind, slots, 'everybody')
          : Number.NaN,
      );
    }
  }
}

function headlinesOf(recording: Recording, record: YearRecord): Float64Array {
  const found: number[] = [];
  for (const { values } of territoryHeadlines(recording, [record]))
    for (const value of values) found.push(Number.isFinite(value) ? value : Number.NaN);
  return Float64Array.from(found);
}
