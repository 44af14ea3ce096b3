/** The chronic follow-ups of a month: the loop over the people of a territory. */
import * as bitsOf from '../../base/bits.js';
import * as draws from '../../base/draws.js';
import { oncePerWorld } from '../../world/once-per-world.js';
import * as people from '../../world/patients.js';
import * as lanes from '../../world/tallies.js';
import type { World } from '../../world/world.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { nextByte } = bitsOf;
const { draw, UINT32 } = draws;
const { CHRONIC_MASK, LOW_INCOME } = people;
const { ANNOUNCED_ONE, announcedFollowUp, GP_ANNOUNCED, GP_COUNTERS } = lanes;

/** What changes from month to month. */
export interface FollowUpMonth {
  key: draws.DrawKey;
  /** Chances a month that a follow-up falls due, and that one that is late is asked for again. */
  due: number;
  catchUp: number;
}

/** Follow-ups of the chronically ill of z: done, late, or late and done at last; as GPs and the pool announced. */
export type FollowUps = (z: number, lane: number, month: FollowUpMonth) => void;

export const followUpsOf: (world: World) => FollowUps = oncePerWorld((world) => {
  const { patients, tallies, gpLanes } = world;
  const { key, flags, doctor, overdue } = patients.columns;
  const { start, count } = patients;
  const tally = tallies.columns;
  const { cptsRecall } = world.territories.columns;

  return (z, lane, { key: { a, b }, due, catchUp }) => {
    const counters = gpLanes[lane];
    const lapse = (due * UINT32) / ANNOUNCED_ONE;
    const catching = (Math.min(1, catchUp + cptsRecall[z]) * UINT32) / ANNOUNCED_ONE;
    let toDateLow = 0;
    let toDateAll = 0;
    const end = start[z] + count[z];
    for (let i = start[z]; i < end; i++) {
      const bits = flags[i];
      if ((bits & CHRONIC_MASK) === 0) continue;
      const met = announcedFollowUp(counters[doctor[i] * GP_COUNTERS + GP_ANNOUNCED]);
      const w = draw(a, b, key[i]);
      const late = overdue[i];
      if (late === 0 ? w < lapse * (ANNOUNCED_ONE - met) : w >= catching * met) {
        overdue[i] = nextByte(late);
        continue;
      }
      overdue[i] = 0;
      toDateAll++;
      toDateLow += (bits & LOW_INCOME) >> 1;
    }
    tally.followUpToDate[2 * z] = toDateAll - toDateLow;
    tally.followUpToDate[2 * z + 1] = toDateLow;
  };
});
