/** What a newcomer finds in each territory this month: GPs, practices, posts left open, how tired people are. */
import { calendarMonthOf } from '../../base/calendar.js';
import { CENTRE, GROUP, LEAVING, LOCUM, PRACTICE_FORMS, practises, RETIRED } from '../../world/physicians.js';
import { isClassMonth } from '../../world/synthesis/cohorts.js';
import type { World } from '../../world/world.js';

export const FORMS = PRACTICE_FORMS.length;

export interface LocalSupply {
  /** Practising liberal GPs, and GPs in groups and centres. */
  readonly liberal: Int32Array;
  readonly inGroup: Int32Array;
  readonly inCentre: Int32Array;
  /** Practising GPs of all forms and the sum of their fatigue. */
  readonly gps: Int32Array;
  readonly fatigue: Float64Array;
  /** Announced and recent exits not yet followed by an arrival, by territory × form. */
  readonly openings: Int32Array;
}

export interface SupplyCount {
  readonly supply: LocalSupply;
  /** Recounts for a month; exits and arrivals of the last `memory` months make and fill openings. */
  recount(month: number, memory: number): void;
  /** Rows of those who settle in the month of the last recount, in the order of their ids. */
  settlers(month: number): number[];
}

/**
 * Counts over the index of practising GPs, and over two lists that spare reading every row each month: GPs who left
 * lately and doctors who wait. Both are made from the tables at the first recount and in January, and the second again
 * when a class ends residency, so that a run resumed from a snapshot counts the same.
 */
export function countingSupply(world: World): SupplyCount {
  const supply = emptySupply(world.geography.territories.length);
  const { id, status, form, territory, since, exit, fatigue } = world.physicians.columns;
  const { gpOrder, gpStart } = world;
  let left: number[] | undefined;
  let waiting: number[] | undefined;

  return {
    supply,
    recount(month, memory) {
      const { liberal, inGroup, inCentre, gps, openings } = supply;
      for (const counts of [liberal, inGroup, inCentre, gps, supply.fatigue, openings]) counts.fill(0);
      const horizon = month - memory;
      // Rows have changed hands (renumberPhysicians).
      if (calendarMonthOf(month) === 1) left = waiting = undefined;
      // Those of this month are still in the index, and join the list from there.
      const isRecent = (row: number) => status[row] === RETIRED && exit[row] >= horizon && exit[row] < month;
      const waits = (row: number) => status[row] === LOCUM;
      left = left?.filter(isRecent) ?? rowsOf(world, isRecent);
      waiting = isClassMonth(month) ? rowsOf(world, waits) : (waiting?.filter(waits) ?? rowsOf(world, waits));
      for (let z = 0; z < gps.length; z++) {
        for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
          const row = gpOrder[i];
          const now = status[row];
          const own = form[row];
          if (!practises(now)) {
            left.push(row);
            continue;
          }
          gps[z]++;
          supply.fatigue[z] += fatigue[row];
          if (own === CENTRE) inCentre[z]++;
          else liberal[z]++;
          if (own === GROUP) inGroup[z]++;
          if (now === LEAVING) openings[z * FORMS + own]++;
          if (since[row] >= horizon) openings[z * FORMS + own]--;
        }
      }
      for (const row of left) openings[territory[row] * FORMS + form[row]]++;
      for (let i = 0; i < openings.length; i++) if (openings[i] < 0) openings[i] = 0;
    },
    settlers(month) {
      // A GP who moves is RETIRED from the old place with a date of settling after the exit (careers).
      const movers = (left ?? []).filter((row) => since[row] > exit[row] && since[row] <= month);
      const ready = (waiting ?? []).filter((row) => since[row] <= month);
      return [...movers, ...ready].sort((a, b) => id[a] - id[b]);
    },
  };
}

function emptySupply(territories: number): LocalSupply {
  const counts = () => new Int32Array(territories);
  return {
    liberal: counts(),
    inGroup: counts(),
    inCentre: counts(),
    gps: counts(),
    fatigue: new Float64Array(territories),
    openings: new Int32Array(territories * FORMS),
  };
}

function rowsOf(world: World, holds: (row: number) => boolean): number[] {
  return Array.from({ length: world.physicians.rows }, (_, row) => row).filter(holds);
}
