/**
 * Estimates of a trial: difference in differences of treated GPs against the mean of the controls of their cell, as ratios
 * of sums, so that an empty list does no harm. A cell holds the GPs who share the listed variables in the December before
 * joining; one with fewer than five controls drops the last variable, and again. Pure, and in the order of ids.
 */
import type { GpPanel } from '../../sim/recorder/gp-panel.js';
import { classesBy, type Pair, positions, type Sample } from './controls.js';
import type { Outcome } from './trial.js';

/** Fewest controls whose mean stands for a treated GP. */
export const LEAST_CONTROLS = 5;
/** More than a variable has classes. */
const CLASSES = 16;
const PERCENT = 100;

export interface Estimate {
  /** GPs who joined and have controls, and different GPs who serve as such. */
  readonly treated: number;
  readonly controls: number;
  /** Treated GPs for whom a variable was dropped, and those left out for want of controls. */
  readonly relaxed: number;
  readonly leftOut: number;
  /** In the unit of the reading; NaN without treated GPs. */
  readonly effect: number;
}

type What = Pick<Outcome, 'of' | 'reading' | 'like'>;

/** Sums over the controls of a cell, or over treated GPs. */
interface Sums {
  count: number;
  before: number;
  after: number;
}

export function estimate(samples: readonly Sample[], what: What): Estimate {
  const treated = nothing();
  const expected = nothing();
  const controls = new Set<number>();
  let relaxed = 0;
  let leftOut = 0;
  for (const sample of samples) {
    const { values, keyOf } = readerOf(sample, what);
    const cells = cellsOf(sample.controls, what.like.length, keyOf, values);
    const used = new Set<number>();
    for (const pair of sample.treated) {
      let length = what.like.length;
      while (length > 0 && (cells.get(keyOf(pair, length))?.count ?? 0) < LEAST_CONTROLS) length--;
      const cell = cells.get(keyOf(pair, length));
      if (cell === undefined || cell.count < LEAST_CONTROLS) {
        leftOut++;
        continue;
      }
      if (length < what.like.length) relaxed++;
      used.add(keyOf(pair, length));
      add(treated, values(pair));
      add(expected, { before: cell.before / cell.count, after: cell.after / cell.count });
    }
    for (const pair of sample.controls) {
      const isUsed = what.like.some((_, i) => used.has(keyOf(pair, i + 1))) || used.has(keyOf(pair, 0));
      if (isUsed) controls.add(sample.before.id[pair.before]);
    }
  }
  const effect = effectOf(treated, expected, what.reading);
  return { treated: treated.count, controls: controls.size, relaxed, leftOut, effect };
}

/** The same GPs in the world without the scheme: how far they stand above themselves. NaN for a reading before joining. */
export function twinEffect(samples: readonly Sample[], without: GpPanel, { of, reading }: What): number {
  if (reading === 'before') return Number.NaN;
  let withScheme = 0;
  let withoutIt = 0;
  let count = 0;
  for (const { after, treated } of samples) {
    const other = without.years.find(({ year }) => year === after.year);
    if (other === undefined) continue;
    const place = positions(other);
    for (const pair of treated) {
      const at = place.get(after.id[pair.after]);
      if (at === undefined) continue;
      withScheme += after[of][pair.after];
      withoutIt += other[of][at];
      count++;
    }
  }
  if (reading === 'points') return ((withScheme - withoutIt) / count) * PERCENT;
  return (withScheme / withoutIt - 1) * PERCENT;
}

/** How a sample is read: the outcome of a GP before and after, and the key of the cell by the first `length` variables. */
function readerOf({ before, after }: Sample, { of, like }: What) {
  const classes = like.map((variable) => classesBy(variable, before));
  return {
    values: (pair: Pair) => ({ before: before[of][pair.before], after: after[of][pair.after] }),
    // The length is a digit of its own: a cell of fewer variables is another cell.
    keyOf: (pair: Pair, length: number) =>
      classes.slice(0, length).reduce((key, by) => key * CLASSES + by[pair.before], length),
  };
}

type Reader = ReturnType<typeof readerOf>;

/** Sums of every cell of every number of variables. */
function cellsOf(
  controls: readonly Pair[],
  variables: number,
  keyOf: Reader['keyOf'],
  values: Reader['values'],
): Map<number, Sums> {
  const cells = new Map<number, Sums>();
  for (const pair of controls) {
    for (let length = 0; length <= variables; length++) {
      const key = keyOf(pair, length);
      const cell = cells.get(key) ?? nothing();
      add(cell, values(pair));
      cells.set(key, cell);
    }
  }
  return cells;
}

function nothing(): Sums {
  return { count: 0, before: 0, after: 0 };
}

function add(sums: Sums, { before, after }: { readonly before: number; readonly after: number }): void {
  sums.count++;
  sums.before += before;
  sums.after += after;
}

function effectOf(treated: Sums, expected: Sums, reading: Outcome['reading']): number {
  if (treated.count === 0) return Number.NaN;
  if (reading === 'before') return (treated.before / expected.before - 1) * PERCENT;
  if (reading === 'points') {
    const change = treated.after - treated.before - (expected.after - expected.before);
    return (change / treated.count) * PERCENT;
  }
  return (treated.after / treated.before / (expected.after / expected.before) - 1) * PERCENT;
}
