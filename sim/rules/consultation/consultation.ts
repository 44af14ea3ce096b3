/**
 * Consultation: each GP's month, and what becomes of the requests that do not fit.
 *
 * Unscheduled requests are served first (unscheduled.ts), planned ones join the appointment book or balk with the wait
 * (planned.ts); consultations shorten as the wait grows (agenda.ts). People without a usual GP, and those who choose
 * another, are shared over GPs by free room. Delegates answer requests in place of the GP (delegates.ts); visiting GPs serve
 * who found nobody. Evidence: MODEL §5, DREES ER 1138, DREES 10/2018.
 * Leaves to others: neighbours, teleconsultation and emergency for what no GP of the territory serves (referral).
 */
import { calendarMonthOf } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { isKept } from '../../world/geography/restrict.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { type CareMonth, workOf } from './month.js';
import { careParameters } from './parameters.js';

export const consultation: Rule = {
  name: 'consultation',
  reads: [
    'physicians.hours',
    'physicians.form',
    'physicians.practice',
    'physicians.openSlots',
    'physicians.reserve',
    'physicians.sharing',
    'physicians.moved',
    'physicians.covered',
    'agencies.ipaRegime',
    'territories.cptsReach',
    'territories.direct',
    'territories.visiting',
    'tallies.poolRequests',
    'tallies.poolUnscheduled',
    'gpLanes.*',
  ],
  writes: [
    ...['list', 'backlog', 'wait', 'minutes', 'spare', 'actsYear', 'unscheduledYear', 'poolYear'].map(
      (column) => `physicians.${column}`,
    ),
    ...[
      'requests',
      'acts',
      'actsUnscheduled',
      'actsOwn',
      'actsCentre',
      'emergency',
      'renounced',
      'waiting',
      'sharedSlots',
      'waitingBefore',
      'delegated',
      'visited',
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
  const { geography, size } = world;
  const work = workOf(world);
  let current: CareMonth;

  return {
    begin(month) {
      current = {
        care: careParameters(parameters, month),
        newYear: calendarMonthOf(month) === 1,
        inHistory: month >= size.startMonth,
      };
    },
    territory(z) {
      if (isKept(geography, z)) work(z, current);
    },
  };
}
