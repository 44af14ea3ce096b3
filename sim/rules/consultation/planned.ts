/**
 * Planned requests: they join the appointment book, are put off by the wait, or come from other lists.
 * A book without balking and adapting consultations would grow without end (MODEL §5). Fates of those who give up:
 * DREES 10/2018 (56 % another professional, 32 % renounce, 3 % emergency; the rest wait all the same).
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { PhysicianColumns } from '../../world/physicians.js';
import * as agenda from '../agenda.js';
import type { CareParameters } from './parameters.js';
import type { Scratch } from './scratch.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { balkingShare } = agenda;

const DAYS_PER_YEAR = 365.25;
export const DAYS_PER_MONTH = DAYS_PER_YEAR / MONTHS_PER_YEAR;

export interface PlannedResult {
  readonly renounced: number;
  readonly emergency: number;
  /** Share of the requests from outside the lists that found no GP. */
  readonly poolFailed: number;
  /** Acts of visiting GPs for those who found no GP of the territory. */
  readonly visited: number;
}

/**
 * Acts a month at which a book is worked off: this month's, or if more what the agenda keeps for planned requests. A month
 * that unscheduled requests of others filled, down to the rounding of the last act, tells nothing of the next: what stands
 * in the book then comes before them (`openActs`).
 * @param left acts of the month that unscheduled requests left
 * @param unscheduledShare share of the agenda kept for unscheduled requests, the GP's own and those a CPTS sends
 */
export function bookRate(left: number, capacity: number, unscheduledShare: number): number {
  return Math.max(left, capacity * (1 - unscheduledShare));
}

/** Days a request joining the book waits: what stands before it over what is served in a day. */
export function waitDays(backlog: number, actsAMonth: number): number {
  return actsAMonth > 0 ? (backlog / actsAMonth) * DAYS_PER_MONTH : 0;
}

/**
 * Fills the book of each GP for the month (serving comes after). `poolPlanned`: requests of nobody's list; `visiting`: acts
 * that GPs of other territories offer here to those who find nobody.
 */
export function planning(p: PhysicianColumns, s: Scratch) {
  const { row, requests, unscheduled, capacity, balked: balkedOf, staying, room: roomOf } = s;
  const { wait } = p;

  return (gps: number, poolPlanned: number, visiting: number, care: CareParameters): PlannedResult => {
    let renounced = 0;
    let emergency = 0;
    let seeking = poolPlanned;
    let room = 0;
    const { balkOther, balkRenounce, balkEmergency, outsideShare, poolOpenness } = care;
    const leaving = balkOther + balkRenounce + balkEmergency;
    for (let g = 0; g < gps; g++) {
      const planned = requests[g] - unscheduled[g];
      const outside = planned * outsideShare;
      const put = balkingShare(wait[row[g]], care.balkFrom, care.balkDays);
      const balked = (planned - outside) * put;
      seeking += outside + balked * balkOther;
      renounced += balked * balkRenounce;
      emergency += balked * balkEmergency;
      balkedOf[g] = balked;
      staying[g] = planned - outside - balked * leaving;
      roomOf[g] = capacity[g] * poolOpenness * (1 - put);
      room += roomOf[g];
    }
    const found = Math.min(seeking, room);
    for (let g = 0; g < gps; g++) roomOf[g] = room > 0 ? (roomOf[g] * found) / room : 0;
    const visited = Math.min(visiting, seeking - found);
    const failed = seeking - found - visited;
    const renouncing = care.balkRenounce / (care.balkRenounce + care.balkEmergency);
    return {
      renounced: renounced + failed * renouncing,
      emergency: emergency + failed * (1 - renouncing),
      poolFailed: seeking > 0 ? failed / seeking : 0,
      visited,
    };
  };
}
