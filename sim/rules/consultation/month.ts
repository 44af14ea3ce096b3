/** The month of the GPs of a territory: what they are asked, what they give, what they announce. */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { oncePerWorld } from '../../world/once-per-world.js';
import * as physicians from '../../world/physicians.js';
import * as tallies from '../../world/tallies.js';
import type { World } from '../../world/world.js';
import * as agenda from '../agenda.js';
import { answeredDirectly, delegating, visitOverflow } from './delegates.js';
import { gathering } from './gather.js';
import type { CareParameters } from './parameters.js';
import * as plans from './planned.js';
import { makeScratch } from './scratch.js';
import { unscheduledCare } from './unscheduled.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { CENTRE } = physicians;
const { announceInLanes, announcement } = tallies;
const { adaptedMinutes } = agenda;
const { bookRate, DAYS_PER_MONTH, planning, waitDays } = plans;

/** What changes from month to month. */
export interface CareMonth {
  care: CareParameters;
  newYear: boolean;
  inHistory: boolean;
}

/** The GPs of z work. */
export type Work = (z: number, month: CareMonth) => void;

export const workOf: (world: World) => Work = oncePerWorld((world) => {
  const p = world.physicians.columns;
  const t = world.territories.columns;
  const pool = world.tallies.columns;
  const classes = t.waitClasses.length / world.geography.territories.length;
  const { gpLanes } = world;
  const { regionOf } = world.geography;
  const { ipaRegime } = world.agencies.columns;
  const { covered } = p;
  const s = makeScratch(world.size.physicians);
  const gather = gathering(world, s);
  const delegate = delegating(p, s);
  const serveUnscheduled = unscheduledCare(p, s);
  const bookPlanned = planning(p, s);

  /**
   * What the coming month's patients are told: the chance of failing, and of a follow-up on time, which delegates keep for
   * those whom they follow. Returned is the latter with the GP alone.
   */
  function announce(d: number, g: number, wait: number, overflowUnmet: number, care: CareParameters): number {
    const failing = s.overflow[g] * overflowUnmet + s.balked[g] * (care.balkRenounce + care.balkEmergency);
    const asked = s.requests[g] + s.delegated[g];
    const unmet = asked > 0 ? Math.min(1, failing / asked) : 0;
    const planned = s.staying[g] + s.balked[g];
    const kept = planned > 0 ? 1 - s.balked[g] / planned : 1;
    // Served within the month at a mean wait of `wait`; below a day the chance of more than a month is nil.
    const onTime = wait > 1 ? 1 - Math.exp(-DAYS_PER_MONTH / wait) : 1;
    const followUpMet = kept * onTime;
    const withDelegates = followUpMet + covered[d] * (care.delegateMet - followUpMet);
    announceInLanes(gpLanes, d, announcement(unmet, withDelegates));
    return followUpMet;
  }

  function remember(z: number, requests: number, listed: number): void {
    const perPerson = listed > 0 ? requests / listed : t.requestsPerPerson[z];
    const first = t.requestsPerPerson[z] === 0;
    t.requestsPerPerson[z] += (perPerson - t.requestsPerPerson[z]) * (first ? 1 : 1 / MONTHS_PER_YEAR);
  }

  /** Adds acts to the two classes of whole days around `wait`, in proportion. */
  function addWait(z: number, wait: number, acts: number): void {
    const row = z * classes;
    if (wait === 0) {
      t.waitClasses[row] += acts;
      return;
    }
    const last = classes - 1;
    const day = Math.min(Math.floor(wait), last);
    const next = Math.min(day + 1, last);
    const part = Math.min(1, wait - day);
    t.waitClasses[row + day] += acts * (1 - part);
    t.waitClasses[row + next] += acts * part;
  }

  function startYear(z: number): void {
    t.waitClasses.fill(0, z * classes, (z + 1) * classes);
    for (let g = world.gpStart[z]; g < world.gpStart[z + 1]; g++) {
      const d = world.gpOrder[g];
      p.actsYear[d] = 0;
      p.unscheduledYear[d] = 0;
      p.poolYear[d] = 0;
    }
  }

  return (z, { care, newYear, inHistory }) => {
    if (newYear) startYear(z);
    const { gps, proposals, requests, listed } = gather(z);
    const poolRequests = pool.poolRequests[2 * z];
    const poolUnscheduled = pool.poolUnscheduled[2 * z];
    remember(z, requests, listed);
    // Nobody asks in the frozen months, where nobody loses a GP either.
    if (inHistory) t.proposals[z] += (proposals - t.proposals[z]) * care.memory;
    const overflowUnmet = t.overflowUnmet[z];
    const delegated = delegate(gps);

    const { left, leftShare, shared } = serveUnscheduled(gps, poolUnscheduled, care, t.cptsReach[z]);
    let booked = 0;
    for (let g = 0; g < gps; g++) booked += p.backlog[s.row[g]];
    // Requests in the book of a GP who closed since last month look for another one.
    const orphaned = Math.max(0, t.waiting[z] - booked);
    const seeking = poolRequests - poolUnscheduled + orphaned;
    const direct = answeredDirectly(t.direct[z], seeking, ipaRegime[regionOf[z]], care);
    const planned = bookPlanned(gps, seeking - direct, t.visiting[z], care);
    const visitedUrgent = visitOverflow(gps, left, t.visiting[z] - planned.visited, s);
    const visited = planned.visited + visitedUrgent;
    if (planned.visited > 0) addWait(z, 0, planned.visited);

    let acts = visited;
    let urgent = visitedUrgent;
    let own = 0;
    let centre = 0;
    let waiting = 0;
    let spare = 0;
    let met = 0;
    const { given: givenUrgent, givenToOthers, capacity, staying, room, row, free } = s;
    const {
      backlog,
      wait: waitOf,
      minutes,
      pace,
      actsYear,
      unscheduledYear,
      poolYear,
      form,
      hours,
      fatigue,
      openSlots,
      reserve,
    } = p;
    let hoursWorked = 0;
    let tired = 0;
    for (let g = 0; g < gps; g++) {
      const d = row[g];
      const given = givenUrgent[g] + givenToOthers[g];
      const left = Math.max(0, capacity[g] - given);
      const arriving = staying[g] + room[g];
      const book = backlog[d] + arriving;
      const served = Math.min(book, left);
      const others = arriving > 0 ? (served * room[g]) / arriving : 0;
      const after = book - served;
      const waitAfter = waitDays(after, bookRate(left, capacity[g], openSlots[d] + reserve[d]));
      const wait = (waitOf[d] + waitAfter) / 2;
      backlog[d] = after;
      waitOf[d] = waitAfter;
      addWait(z, wait, served);
      minutes[d] = adaptedMinutes(care.agenda, minutes[d], waitAfter, pace[d]);
      const unused = Math.min(free[g], left - served);
      p.spare[d] = unused;
      actsYear[d] += given + served;
      unscheduledYear[d] += given;
      poolYear[d] += givenToOthers[g] + others;
      met += announce(d, g, wait, overflowUnmet, care);
      acts += given + served;
      urgent += given;
      own += givenUrgent[g] + served - others;
      if (form[d] === CENTRE) centre += given + served;
      waiting += after;
      hoursWorked += hours[d];
      tired += fatigue[d];
      spare += unused;
    }
    t.requests[z] = requests + poolRequests;
    t.acts[z] = acts;
    t.actsUnscheduled[z] = urgent;
    t.actsOwn[z] = own;
    t.actsCentre[z] = centre;
    t.renounced[z] = planned.renounced;
    t.emergency[z] = planned.emergency;
    t.waitingBefore[z] = t.waiting[z];
    t.waiting[z] = waiting;
    t.spare[z] = spare;
    t.overflow[z] = left - visitedUrgent;
    t.sharedSlots[z] = shared;
    t.delegated[z] = delegated + direct;
    t.visited[z] = visited;
    const urgentShare = poolRequests > 0 ? poolUnscheduled / poolRequests : 0;
    const urgentUnmet = visitedUrgent > 0 ? leftShare * (1 - visitedUrgent / left) : leftShare;
    const poolFailed = seeking > 0 ? planned.poolFailed * (1 - direct / seeking) : planned.poolFailed;
    t.poolUnmet[z] = urgentShare * overflowUnmet * urgentUnmet + (1 - urgentShare) * poolFailed;
    t.poolFollowUpMet[z] = gps > 0 ? (met / gps) * (1 - poolFailed) : 0;
    t.gps[z] = gps;
    t.gpHours[z] = hoursWorked;
    t.gpFatigue[z] = tired;
  };
});
