/**
 * Unscheduled requests inside a territory: own GP, then free colleagues of the practice, then other GPs.
 * Evidence: DREES ER 1138 (2019): 28 % of GPs meet all such requests, 45 % more than half; unmet requests go to another
 * liberal professional (53 %) or to an emergency department (27 %).
 */
import { SOLO, type PhysicianColumns } from '../../world/physicians.js';
import { actsPerMonth } from '../agenda.js';
import type { CareParameters } from './parameters.js';
import type { Scratch } from './scratch.js';

/** Acts the agenda leaves for unscheduled requests: the slots kept open, or all that planned requests leave free. */
export function openActs(capacity: number, openShare: number, planned: number): number {
  return Math.max(openShare * capacity, capacity - planned);
}

/**
 * Serves unscheduled requests of the territory's GPs and of its people without one.
 * @param poolUnscheduled requests of people without a usual GP
 * @returns requests that no GP of the territory served
 */
export function serveUnscheduled(p: PhysicianColumns, s: Scratch, gps: number, poolUnscheduled: number, care: CareParameters): number {
  for (let g = 0; g < gps; g++) {
    const d = s.row[g];
    s.capacity[g] = actsPerMonth(care.agenda, p.hours[d], p.minutes[d]);
    const open = openActs(s.capacity[g], p.openSlots[d], p.backlog[d] + s.requests[g] - s.unscheduled[g]);
    s.given[g] = Math.min(s.unscheduled[g], open);
    s.overflow[g] = s.unscheduled[g] - s.given[g];
    s.free[g] = open - s.given[g];
    s.givenToOthers[g] = 0;
  }
  passToColleagues(p, s, gps, care.colleagueReach);
  return passToOthers(s, gps, poolUnscheduled, care.otherGpReach);
}

function passToColleagues(p: PhysicianColumns, s: Scratch, gps: number, reach: number): void {
  for (let g = 0; g < gps; g++) {
    s.practiceOverflow[g] = 0;
    s.practiceFree[g] = 0;
  }
  const practiceOf = (g: number) => (p.form[s.row[g]] === SOLO ? -1 : p.practice[s.row[g]] % gps);
  for (let g = 0; g < gps; g++) {
    const practice = practiceOf(g);
    if (practice < 0) continue;
    s.practiceOverflow[practice] += s.overflow[g];
    s.practiceFree[practice] += s.free[g];
  }
  for (let g = 0; g < gps; g++) {
    const practice = practiceOf(g);
    if (practice < 0) continue;
    const overflow = s.practiceOverflow[practice];
    const free = s.practiceFree[practice];
    const passed = Math.min(overflow * reach, free);
    if (passed <= 0) continue;
    const taken = (s.free[g] * passed) / free;
    s.overflow[g] -= (s.overflow[g] * passed) / overflow;
    s.free[g] -= taken;
    s.givenToOthers[g] += taken;
  }
}

function passToOthers(s: Scratch, gps: number, pool: number, reach: number): number {
  let overflow = pool;
  let free = 0;
  for (let g = 0; g < gps; g++) {
    overflow += s.overflow[g];
    free += s.free[g];
  }
  const passed = Math.min(overflow * reach, free);
  if (passed <= 0) return overflow;
  const left = 1 - passed / overflow;
  for (let g = 0; g < gps; g++) {
    const taken = (s.free[g] * passed) / free;
    s.overflow[g] *= left;
    s.free[g] -= taken;
    s.givenToOthers[g] += taken;
  }
  return overflow - passed;
}
