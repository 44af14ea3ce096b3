/** The value of a target in one run. */
import { yearOf } from '../../sim/base/calendar.js';
import { type Cell, FRANCE } from '../../sim/recorder/cells.js';
import { cellYear, evaluate, monthSlots, ratioValue } from '../../sim/recorder/evaluate.js';
import type { Recording } from '../../sim/recorder/recording.js';
import type { Reading, Target } from './target.js';

/** The simulated counterpart of the observed figure, in its unit; NaN where the run does not hold it. */
export function measure(target: Target, recording: Recording): number {
  const { place, reading, percentOf, outOf } = target;
  if (target.rank) return rankOf(target, recording);
  const value = read(target, place, reading, recording);
  if (outOf !== undefined) return (value / read(target, FRANCE, reading, recording)) * outOf;
  if (percentOf === undefined) return value;
  const base: Reading = { kind: 'years', from: percentOf, to: percentOf, over: 'mean' };
  return (value / read(target, place, base, recording)) * 100;
}

/** Rank of the région among all, 1 for the highest value; those of equal value share the best rank. */
function rankOf(target: Target, recording: Recording): number {
  const readIn = (region: string) => read(target, region, target.reading, recording);
  const own = readIn(target.place);
  if (!Number.isFinite(own)) return Number.NaN;
  return 1 + recording.regions.filter((region) => readIn(region) > own).length;
}

function read(target: Target, place: string, reading: Reading, recording: Recording): number {
  const regions = regionRows(place, target.without, recording);
  if (regions.length === 0) return Number.NaN;
  if (reading.kind === 'month') return monthValue(target, reading.month, regions, recording);
  const cell: Cell = {
    place,
    level: place === FRANCE ? 'france' : 'region',
    group: 'all',
    members: Int32Array.from(recording.territories, (_, z) => z).filter((z) =>
      regions.includes(recording.regionOf[z]),
    ),
    scope: 'everybody',
  };
  let sum = 0;
  for (let year = reading.from; year <= reading.to; year++) {
    const record = recording.years.find((one) => one.year === year);
    if (record === undefined) return Number.NaN;
    sum += evaluate(target.indicator, cellYear(recording, record, cell));
  }
  return reading.over === 'sum' ? sum : sum / (reading.to - reading.from + 1);
}

/** Rows of the régions that make up a place. */
function regionRows(place: string, without: readonly string[], { regions }: Recording): number[] {
  return regions.flatMap((code, row) => {
    const inside = place === FRANCE ? !without.includes(code) : place === code;
    return inside ? [row] : [];
  });
}

function monthValue(
  { indicator: { kind } }: Target,
  month: number,
  regions: readonly number[],
  recording: Recording,
): number {
  if (kind.kind !== 'ratio' || month < recording.from || month > recording.to) return Number.NaN;
  return ratioValue(kind, monthSlots(recording, month, regions), 'everybody');
}

/** Last year that must be simulated to read a target. */
export function lastYearOf({ reading }: Target): number {
  return reading.kind === 'month' ? yearOf(reading.month) : reading.to;
}
