/** What a newcomer finds in each territory this month: GPs, practices, posts left open, how tired people are. */

import { oncePerWorld } from '../../world/once-per-world.js';
import * as physicians from '../../world/physicians.js';
import { isClassMonth } from '../../world/synthesis/cohorts.js';
import type { World } from '../../world/world.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { CENTRE, GROUP, LEAVING, LOCUM, PRACTICE_FORMS, practises, RETIRED } = physicians;

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
  /** Practising GPs of all forms who have not announced that they leave. */
  readonly staying: Int32Array;
}

export interface SupplyCount {
  readonly supply: LocalSupply;
  /** Forgets the months before: the lists are made anew. */
  start(): void;
  /** Recounts for a month; exits and arrivals of the last `memory` months make and fill openings. */
  recount(month: number, memory: number): void;
  /** Rows of those who settle in the month of the last recount, in the order of their ids. */
  settlers(): number[];
}

/**
 * Counts over the index of practising GPs, and over two lists that spare reading every row each month: GPs who left
 * lately and doctors who wait, by id, since rows change hands. Both are made from the tables at the first recount, so
 * that a run resumed from a snapshot counts the same; the first again when more months are remembered, the second when
 * a class ends residency.
 */
export function countingSupply(world: World): SupplyCount {
  const supply = emptySupply(world.geography.territories.length);
  const { rowOf, status, form, territory, since, exit } = world.physicians.columns;
  let left: number[] | undefined;
  let waiting: number[] | undefined;
  let remembered = 0;
  /** Ids of those who settle in the month of the last recount. */
  const due: number[] = [];

  return {
    supply,
    start() {
      left = undefined;
      waiting = undefined;
    },
    recount(month, memory) {
      const { openings } = supply;
      for (const counts of Object.values(supply)) counts.fill(0);
      const horizon = month - memory;
      // Those of this month are still in the index, and join the list from there.
      const isRecent = (who: number) => {
        const row = rowOf[who];
        return status[row] === RETIRED && exit[row] >= horizon && exit[row] < month;
      };
      left = (memory > remembered ? undefined : left)?.filter(isRecent) ?? idsOf(world, isRecent);
      if (isClassMonth(month)) waiting = undefined;
      waiting ??= idsOf(world, (who) => status[rowOf[who]] === LOCUM);
      remembered = memory;
      countIndex(world)(supply, horizon, left);
      due.length = 0;
      for (const who of left) {
        const row = rowOf[who];
        openings[territory[row] * FORMS + form[row]]++;
        // A GP who moves is RETIRED from the old place with a date of settling after the exit (careers).
        if (since[row] > exit[row] && since[row] <= month) due.push(who);
      }
      for (let i = 0; i < openings.length; i++) if (openings[i] < 0) openings[i] = 0;
      lookAtWaiting(waiting, month);
    },
    settlers: () => due.sort((a, b) => a - b).map((who) => rowOf[who]),
  };

  /** Strikes off those who wait no longer; whose month has come settles. */
  function lookAtWaiting(list: number[], month: number): void {
    let kept = 0;
    for (const who of list) {
      const row = rowOf[who];
      if (status[row] !== LOCUM) continue;
      list[kept++] = who;
      if (since[row] <= month) due.push(who);
    }
    list.length = kept;
  }
}

/** Counts the index of practising GPs into a supply; ids of those who left this month are added to `left`. */
const countIndex = oncePerWorld(({ physicians, gpOrder, gpStart }) => {
  const { id, status, form, since, fatigue } = physicians.columns;
  return (supply: LocalSupply, horizon: number, left: number[]): void => {
    const { liberal, inGroup, inCentre, gps, openings, staying } = supply;
    for (let z = 0; z < gps.length; z++) {
      let tired = 0;
      let practising = 0;
      let leaving = 0;
      const end = gpStart[z + 1];
      for (let i = gpStart[z]; i < end; i++) {
        const row = gpOrder[i];
        const now = status[row];
        if (!practises(now)) {
          left.push(id[row]);
          continue;
        }
        const own = form[row];
        practising++;
        tired += fatigue[row];
        if (own === CENTRE) inCentre[z]++;
        else if (own === GROUP) inGroup[z]++;
        if (now === LEAVING) {
          leaving++;
          openings[z * FORMS + own]++;
        }
        if (since[row] >= horizon) openings[z * FORMS + own]--;
      }
      gps[z] = practising;
      liberal[z] = practising - inCentre[z];
      staying[z] = practising - leaving;
      supply.fatigue[z] = tired;
    }
  };
});

function emptySupply(territories: number): LocalSupply {
  const counts = () => new Int32Array(territories);
  return {
    liberal: counts(),
    inGroup: counts(),
    inCentre: counts(),
    gps: counts(),
    fatigue: new Float64Array(territories),
    openings: new Int32Array(territories * FORMS),
    staying: counts(),
  };
}

function idsOf(world: World, holds: (who: number) => boolean): number[] {
  const found: number[] = [];
  for (let who = 0; who < world.physicians.rows; who++) if (holds(who)) found.push(who);
  return found;
}
