/**
 * The recorder: listens to a run from one thread, after the phases of each month, and never writes to the world.
 * Call `month` after every month of history, in order; months before `from` only fix what is fixed at the start.
 */
import { calendarMonthOf, formatMonth, MONTHS_PER_YEAR, yearOf } from '../base/calendar.js';
import { MaillageError } from '../base/errors.js';
import type { World } from '../world/world.js';
import { derivedColumns } from './derived.js';
import { addMonth, feedsOf } from './feeds.js';
import { snapshotGps } from './gp-snapshot.js';
import { snapshotIpa } from './ipa-snapshot.js';
import { SLOT_COUNT } from './measures.js';
import type { Recording, YearRecord } from './recording.js';
import { worstTenthOf } from './worst-tenth.js';

export interface Recorder {
  /** Records the state that `month` left. */
  month(month: number): void;
  /** What was recorded so far; a year cut short has no yearly values. */
  finish(): Recording;
  /** A copy of everything needed to go on from here, for a fork of the run or another thread. */
  save(): RecorderState;
}

/** Plain data; made by `save`, taken by `createRecorder` on a world in the same state. */
export interface RecorderState {
  readonly next: number | undefined;
  readonly worstTenth: Uint8Array | undefined;
  readonly before: Int32Array;
  readonly years: readonly YearRecord[];
  readonly slots: Float64Array;
  readonly months: Float64Array;
}

/** What a recorder keeps. */
export interface Recorded {
  /** First and last month. */
  readonly from: number;
  readonly to: number;
  /** Keep what each month came to by région, and not only years; default true. */
  readonly months?: boolean;
}

/**
 * A recorder of the months `from` … `to`. Entries and exits of the first month are counted from the world as it
 * stands now, so make it before the first month runs, or from the `saved` state of another recorder.
 */
export function createRecorder(
  world: World,
  { from, to, months: keepsMonths = true }: Recorded,
  saved?: RecorderState,
): Recorder {
  const { territories, regions, regionOf } = world.geography;
  const n = territories.length;
  const monthSize = SLOT_COUNT * regions.length;
  const derived = derivedColumns(world, saved?.before);
  const feeds = feedsOf(world, derived);
  const months = new Float64Array(keepsMonths ? (to - from + 1) * monthSize : 0);
  months.set(saved?.months.subarray(0, months.length) ?? []);
  const years: YearRecord[] = [...(saved?.years ?? [])];
  let slots = saved?.slots.slice() ?? new Float64Array(SLOT_COUNT * n);
  let worstTenth = saved?.worstTenth;
  let next = saved?.next;

  function peopleByTerritory(): Float64Array {
    const { people } = derived.columns;
    return Float64Array.from(territories, (_, z) => people[z + z] + people[z + z + 1]);
  }

  /** The worst-served tenth, as soon as accessibility has been measured. */
  function startingTenth(): Uint8Array | undefined {
    const { apl } = world.territories.columns;
    return apl.some((value) => value > 0) ? worstTenthOf(apl, peopleByTerritory()) : undefined;
  }

  function closeYear(year: number): void {
    const { apl, zoning } = world.territories.columns;
    years.push({
      year,
      slots,
      zoning: Uint8Array.from(zoning),
      worstTenthNow: worstTenthOf(apl, peopleByTerritory()),
      gps: snapshotGps(world),
      ipa: snapshotIpa(world),
    });
    slots = new Float64Array(SLOT_COUNT * n);
  }

  return {
    month(month) {
      if (next !== undefined && month !== next) {
        throw new MaillageError(
          'internal',
          `the recorder was given ${formatMonth(month)} and expected ${formatMonth(next)}: give it every month in order`,
          { exitCode: 1 },
        );
      }
      next = month + 1;
      derived.update(month);
      worstTenth ??= startingTenth();
      if (month < from || month > to) return;
      const isDecember = calendarMonthOf(month) === MONTHS_PER_YEAR;
      const { kept } = world.geography;
      const ofMonth = keepsMonths
        ? months.subarray((month - from) * monthSize, (month - from + 1) * monthSize)
        : undefined;
      addMonth(feeds, regionOf, regions.length, { year: slots, month: ofMonth }, isDecember, kept);
      if (!isDecember) return;
      if (month - from + 1 >= MONTHS_PER_YEAR) closeYear(yearOf(month));
      else slots.fill(0);
    },
    finish: () => ({
      from,
      to: Math.min(to, (next ?? from) - 1),
      scale: world.size.scale,
      regions: regions.map((region) => region.code),
      territories: territories.map((territory) => territory.code),
      regionOf: regionOf.slice(),
      ruralClass: territories.map((territory) => territory.ruralClass),
      kept: world.geography.kept,
      worstTenth: worstTenth ?? new Uint8Array(n),
      years,
      months,
    }),
    save: () => ({
      next,
      worstTenth,
      before: derived.before.slice(),
      years: [...years],
      slots: slots.slice(),
      months: months.slice(),
    }),
  };
}
