/**
 * Consultation: each GP's month, and what becomes of the requests that do not fit.
 *
 * Unscheduled requests are served first (unscheduled.ts), planned ones join the appointment book or balk with the wait
 * (planned.ts); consultations shorten as the wait grows (agenda.ts). People without a usual GP, and those who choose
 * another, are shared over GPs by free room. Evidence: MODEL §5, DREES ER 1138, DREES 10/2018.
 * Leaves to others: neighbours, teleconsultation and emergency for what no GP of the territory serves (referral).
 */
import { calendarMonthOf, MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { isKept } from '../../world/geography/restrict.js';
import { CENTRE } from '../../world/physicians.js';
import type { World } from '../../world/world.js';
import { adaptedMinutes, pacesOf } from '../agenda.js';
import type { Rule, RunningRule } from '../rule.js';
import { gather } from './gather.js';
import { type CareParameters, careParameters } from './parameters.js';
import { bookPlanned, DAYS_PER_MONTH, waitDays } from './planned.js';
import { makeScratch } from './scratch.js';
import { serveUnscheduled } from './unscheduled.js';

export const consultation: Rule = {
  name: 'consultation',
  reads: [
    'physicians.hours',
    'physicians.form',
    'physicians.practice',
    'physicians.openSlots',
    'tallies.poolRequests',
    'tallies.poolUnscheduled',
    'gpLanes.*',
  ],
  writes: [
    ...[
      'list',
      'backlog',
      'wait',
      'minutes',
      'unmet',
      'followUpMet',
      'spare',
      'actsYear',
      'unscheduledYear',
      'poolYear',
    ].map((column) => `physicians.${column}`),
    ...[
      'requests',
      'acts',
      'actsUnscheduled',
      'actsOwn',
      'actsCentre',
      'emergency',
      'renounced',
      'waiting',
      'waitingBefore',
      'spare',
      'overflow',
      'waitClasses',
      'requestsPerPerson',
      'proposals',
      'poolUnmet',
      'poolFollowUpMet',
      'gps',
      'gpHours',
      'gpFatigue',
    ].map((column) => `territories.${column}`),
    'gpLanes.*',
  ],
  frozen: true,
  open: (world, parameters) => openConsultation(world, parameters),
};

function openConsultation(world: World, parameters: Parameters): RunningRule {
  const p = world.physicians.columns;
  const t = world.territories.columns;
  const pool = world.tallies.columns;
  const classes = t.waitClasses.length / world.geography.territories.length;
  const paces = pacesOf(parameters, p.listTrait, world.size.startMonth);
  const s = makeScratch(world.size.physicians);
  let care: CareParameters;
  let newYear = false;
  let inHistory = false;

  function territory(z: number): void {
    if (!isKept(world.geography, z)) return;
    if (newYear) startYear(z);
    const { gps, proposals, requests, listed } = gather(world, z, s);
    const poolRequests = pool.poolRequests[2 * z];
    const poolUnscheduled = pool.poolUnscheduled[2 * z];
    remember(z, proposals, requests, listed);

    const { left: overflow, leftShare } = serveUnscheduled(p, s, gps, poolUnscheduled, care);
    let booked = 0;
    for (let g = 0; g < gps; g++) booked += p.backlog[s.row[g]];
    // Requests in the book of a GP who closed since last month look for another one.
    const orphaned = Math.max(0, t.waiting[z] - booked);
    const planned = bookPlanned(p, s, gps, poolRequests - poolUnscheduled + orphaned, care);

    let acts = 0;
    let urgent = 0;
    let own = 0;
    let centre = 0;
    let waiting = 0;
    let spare = 0;
    let met = 0;
    const { given: givenUrgent, givenToOthers, capacity, staying, room, row, free } = s;
    const { backlog, wait: waitOf, minutes, actsYear, unscheduledYear, poolYear, form, hours, fatigue } = p;
    let hoursWorked = 0;
    let tired = 0;
    for (let g = 0; g < gps; g++) {
      const d = row[g];
      const given = givenUrgent[g] + givenToOthers[g];
      const left = capacity[g] - given;
      const arriving = staying[g] + room[g];
      const book = backlog[d] + arriving;
      const served = Math.min(book, left);
      const others = arriving > 0 ? (served * room[g]) / arriving : 0;
      const after = book - served;
      const waitAfter = waitDays(after, left);
      const wait = (waitOf[d] + waitAfter) / 2;
      backlog[d] = after;
      waitOf[d] = waitAfter;
      addWait(z, wait, served);
      minutes[d] = adaptedMinutes(care.agenda, minutes[d], waitAfter, paces[d]);
      const unused = Math.min(free[g], left - served);
      p.spare[d] = unused;
      actsYear[d] += given + served;
      unscheduledYear[d] += given;
      poolYear[d] += givenToOthers[g] + others;
      met += announce(d, g, wait, t.overflowUnmet[z]);
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
    t.overflow[z] = overflow;
    const urgentShare = poolRequests > 0 ? poolUnscheduled / poolRequests : 0;
    t.poolUnmet[z] = urgentShare * t.overflowUnmet[z] * leftShare + (1 - urgentShare) * planned.poolFailed;
    t.poolFollowUpMet[z] = gps > 0 ? (met / gps) * (1 - planned.poolFailed) : 0;
    t.gps[z] = gps;
    t.gpHours[z] = hoursWorked;
    t.gpFatigue[z] = tired;
  }

  /** What the coming month's patients are told: the chance of failing, and (returned) of a follow-up on time. */
  function announce(d: number, g: number, wait: number, overflowUnmet: number): number {
    const failing = s.overflow[g] * overflowUnmet + s.balked[g] * (care.balkRenounce + care.balkEmergency);
    p.unmet[d] = s.requests[g] > 0 ? failing / s.requests[g] : 0;
    const planned = s.staying[g] + s.balked[g];
    const kept = planned > 0 ? 1 - s.balked[g] / planned : 1;
    // Served within the month at a mean wait of `wait`; below a day the chance of more than a month is nil.
    const onTime = wait > 1 ? 1 - Math.exp(-DAYS_PER_MONTH / wait) : 1;
    p.followUpMet[d] = kept * onTime;
    return kept * onTime;
  }

  function remember(z: number, proposals: number, requests: number, listed: number): void {
    // Nobody asks in the frozen months, where nobody loses a GP either.
    if (inHistory) t.proposals[z] += (proposals - t.proposals[z]) * care.memory;
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

  return {
    begin(month) {
      care = careParameters(parameters, month);
      newYear = calendarMonthOf(month) === 1;
      inHistory = month >= world.size.startMonth;
    },
    territory,
  };
}
