/**
 * Counters of the month. Everything patients tell physicians and territories passes here as integers, one
 * private copy ("lane") per thread, summed by whoever reads them: integer sums do not depend on order.
 */
import { type Columns, type Table, table } from '../base/columns.js';

/** Whole numbers that a patient and its usual GP exchange, interleaved so that one patient touches one cache line. */
export const GP_COUNTERS = 8;
/**
 * Physician row −1: nobody's patients have counters too, the first of the lane, so that the loop over all people need
 * not ask who has a GP. The numbers below therefore begin after one set.
 */
export const NOBODY = -1;
const FIRST = GP_COUNTERS;
/** Requests of the month. */
export const GP_REQUESTS = FIRST;
/** Of which unscheduled. */
export const GP_UNSCHEDULED = FIRST + 1;
/**
 * What the GP tells its patients for the month, the same in every lane: share of their requests that end unmet
 * (renounced or emergency), and chance of a chronic follow-up on time; see `announcement`.
 */
export const GP_ANNOUNCED = FIRST + 2;
/** Expected requests of the listed people this month, in 1/1024 request for one person of each agent. */
export const GP_EXPECTED = FIRST + 3;
/** Agents joining minus leaving the list. */
export const GP_LIST_CHANGE = FIRST + 4;
/** Agents who asked this GP for a place. */
export const GP_PROPOSALS = FIRST + 5;
/** December only: declared adults of the list, in agents; and expected patients seen in the year, 1/1024 agent. */
export const GP_ADULTS = FIRST + 6;
export const GP_SEEN = FIRST + 7;

/** Integers of a lane for a number of physicians. */
export function laneLength(physicians: number): number {
  return (physicians + 1) * GP_COUNTERS;
}

const SHARE_BITS = 16;
/** Largest value of a share in an announcement. */
export const ANNOUNCED_ONE = (1 << SHARE_BITS) - 1;

/** Two shares in one integer. */
export function announcement(unmet: number, followUpMet: number): number {
  return (Math.round(unmet * ANNOUNCED_ONE) << SHARE_BITS) | Math.round(followUpMet * ANNOUNCED_ONE);
}

/** What a GP says who has not yet had a month: every request is met, every follow-up on time. */
export const NOTHING_AMISS = announcement(0, 1);

/** Writes the announcement of the GP in `row` into the lane of every thread. */
export function announceInLanes(lanes: readonly Int32Array[], row: number, announced: number): void {
  for (let lane = 0; lane < lanes.length; lane++) lanes[lane][row * GP_COUNTERS + GP_ANNOUNCED] = announced;
}

/** Share of requests that end unmet, in 1/ANNOUNCED_ONE. */
export function announcedUnmet(announced: number): number {
  return announced >>> SHARE_BITS;
}

/** Chance of a follow-up on time, in 1/ANNOUNCED_ONE. */
export function announcedFollowUp(announced: number): number {
  return announced & ANNOUNCED_ONE;
}

/** Fixed-point unit of GP_EXPECTED. */
export const EXPECTED_UNIT = 1024;

/** Counters by territory and income (row 2z for others, 2z + 1 for low income), in agents unless said. */
export const PATIENT_TALLY_SCHEMA = {
  births: 'i32',
  deaths: 'i32',
  arrivals: 'i32',
  departures: 'i32',
  /** Agents by five age classes (0–19, 20–39, 40–59, 60–74, 75+). */
  ages: ['i32', 5],
  women15to49: 'i32',
  /** People of 17 and over. */
  adults: 'i32',
  withoutLost: 'i32',
  withoutNever: 'i32',
  searching: 'i32',
  searchingOver6: 'i32',
  ald: 'i32',
  aldAdults: 'i32',
  aldWithout: 'i32',
  childrenDeclared: 'i32',
  /** Chronic agents up to date with their follow-up. */
  followUpToDate: 'i32',
  recentUnmet: 'i32',
  /** Requests (acts wanted) of all, and of those without a usual GP by kind. */
  requests: 'i32',
  /** Of which chronic follow-up and renewal, the part that can be delegated. */
  followUpRequests: 'i32',
  poolRequests: 'i32',
  poolUnscheduled: 'i32',
  attached: 'i32',
  lost: 'i32',
  /** December only: expected people seen by a GP in the year, 1/1024 agent; agents on the list of a GP, declared or not. */
  seen: 'i32',
  listed: 'i32',
  /** December only: agents with a declared médecin traitant by class of `flatPaymentAge`, without an ALD and with one. */
  declaredOthers: ['i32', 3],
  declaredAld: ['i32', 3],
} as const;

export type PatientTallyColumns = Columns<typeof PATIENT_TALLY_SCHEMA>;
export type PatientTallies = Table<typeof PATIENT_TALLY_SCHEMA>;

export function patientTalliesTable(territories: number, buffer?: SharedArrayBuffer): PatientTallies {
  return table(PATIENT_TALLY_SCHEMA, territories * 2, buffer);
}

/** Agents who live in territory z, by the last count. */
export function agentsOf({ ages, births }: Pick<PatientTallyColumns, 'ages' | 'births'>, z: number): number {
  const classes = ages.length / births.length;
  let agents = 0;
  for (let at = 2 * z * classes; at < 2 * (z + 1) * classes; at++) agents += ages[at];
  return agents;
}
