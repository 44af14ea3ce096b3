/**
 * Unscheduled requests inside a territory: own GP, then free colleagues of the practice, then slots that members of a CPTS
 * keep for the people it covers, then other GPs. Colleagues of a team share the more, the higher its level (engagement).
 * Evidence: DREES ER 1138 (2019): 28 % of GPs meet all such requests, 45 % more than half; unmet requests go to another
 * liberal professional (53 %) or to an emergency department (27 %).
 */
import * as physicians from '../../world/physicians.js';
import * as agenda from '../agenda.js';
import type { CareParameters } from './parameters.js';
import type { Scratch } from './scratch.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { SOLO } = physicians;
const { actsPerMonth } = agenda;

/** Acts the agenda leaves for unscheduled requests: the slots kept open, or all that planned requests leave free. */
export function openActs(capacity: number, openShare: number, planned: number): number {
  return Math.max(openShare * capacity, capacity - planned);
}

/** The unscheduled requests of a month, served over the scratch columns of a territory. */
export function unscheduledCare(p: physicians.PhysicianColumns, s: Scratch) {
  const { row, capacity, requests, unscheduled, given, overflow, free, givenToOthers } = s;
  const { practiceOverflow, practiceFree, practiceReach, practice } = s;
  const { hours, minutes, openSlots, backlog, form, practice: practiceOf, reserve, sharing } = p;

  /**
   * Serves unscheduled requests of the territory's GPs and of its people without one.
   * @param poolUnscheduled requests of people without a usual GP
   * @param covered share of the territory's people whom a CPTS may send to shared slots
   * @returns requests that no GP of the territory served, their share of those of people without a usual GP, and requests
   * served in shared slots
   */
  function serve(
    gps: number,
    poolUnscheduled: number,
    care: CareParameters,
    covered: number,
  ): { left: number; leftShare: number; shared: number } {
    for (let g = 0; g < gps; g++) {
      const d = row[g];
      const urgent = unscheduled[g];
      const acts = actsPerMonth(care.agenda, hours[d], minutes[d]);
      const open = openActs(acts, openSlots[d], backlog[d] + requests[g] - urgent);
      const served = Math.min(urgent, open);
      capacity[g] = acts;
      given[g] = served;
      overflow[g] = urgent - served;
      free[g] = open - served;
      givenToOthers[g] = 0;
    }
    passToColleagues(gps, care.colleagueReach);
    const { passed: shared, kept } = passToSlots(gps, poolUnscheduled, covered);
    const { left, leftShare } = passToOthers(gps, poolUnscheduled * kept, care.otherGpReach);
    return { left, leftShare: leftShare * kept, shared };
  }

  function passToColleagues(gps: number, reach: number): void {
    for (let g = 0; g < gps; g++) {
      const d = row[g];
      const own = form[d] === SOLO ? -1 : practiceOf[d];
      practice[g] = own;
      if (own < 0) continue;
      practiceOverflow[own] = 0;
      practiceFree[own] = 0;
      practiceReach[own] = reach;
    }
    for (let g = 0; g < gps; g++) {
      const own = practice[g];
      if (own < 0) continue;
      practiceOverflow[own] += overflow[g];
      practiceFree[own] += free[g];
      const shared = reach * (1 + sharing[row[g]]);
      if (shared > practiceReach[own]) practiceReach[own] = Math.min(1, shared);
    }
    for (let g = 0; g < gps; g++) {
      const own = practice[g];
      if (own < 0 || practiceOverflow[own] <= 0 || practiceFree[own] <= 0) continue;
      const passed = Math.min(practiceOverflow[own] * practiceReach[own], practiceFree[own]);
      const taken = (free[g] * passed) / practiceFree[own];
      overflow[g] -= (overflow[g] * passed) / practiceOverflow[own];
      free[g] -= taken;
      givenToOthers[g] += taken;
    }
  }

  /** Slots that a member keeps beyond what it has given, acts. */
  function slots(g: number): number {
    return Math.min(reserve[row[g]] * capacity[g], capacity[g] - given[g] - givenToOthers[g]);
  }

  /** Passes requests of covered people to shared slots; planned requests have that many acts less. */
  function passToSlots(gps: number, pool: number, covered: number): { passed: number; kept: number } {
    if (covered <= 0) return { passed: 0, kept: 1 };
    let left = pool;
    let room = 0;
    for (let g = 0; g < gps; g++) {
      left += overflow[g];
      room += slots(g);
    }
    const passed = Math.min(left * covered, room);
    if (passed <= 0) return { passed: 0, kept: 1 };
    const kept = 1 - passed / left;
    for (let g = 0; g < gps; g++) {
      const taken = (slots(g) * passed) / room;
      overflow[g] *= kept;
      free[g] = Math.max(0, free[g] - taken);
      givenToOthers[g] += taken;
    }
    return { passed, kept };
  }

  /** Passes what is left to any GP of the territory with free acts. */
  function passToOthers(gps: number, pool: number, reach: number): { left: number; leftShare: number } {
    let left = pool;
    let room = 0;
    for (let g = 0; g < gps; g++) {
      left += overflow[g];
      room += free[g];
    }
    const passed = Math.min(left * reach, room);
    if (passed <= 0) return { left, leftShare: 1 };
    const leftShare = 1 - passed / left;
    for (let g = 0; g < gps; g++) {
      const taken = (free[g] * passed) / room;
      overflow[g] *= leftShare;
      free[g] -= taken;
      givenToOthers[g] += taken;
    }
    return { left: left - passed, leftShare };
  }

  return serve;
}
