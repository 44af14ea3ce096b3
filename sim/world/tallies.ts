/**
 * Counters of the month. Everything patients tell physicians and territories passes here as integers, one
 * private copy ("lane") per thread, summed by whoever reads them: integer sums do not depend on order.
 */
import { type Columns, type Table, table } from '../base/columns.js';

/** Counters a patient adds to its usual GP, interleaved so that one patient touches one cache line. */
export const GP_REQUESTS = 0;
/** Of which unscheduled. */
export const GP_UNSCHEDULED = 1;
/** Expected requests of the listed people this month, in 1/1024 request for one person of each agent. */
export const GP_EXPECTED = 3;
/** Agents joining minus leaving the list. */
export const GP_LIST_CHANGE = 4;
/** Agents who asked this GP for a place. */
export const GP_PROPOSALS = 5;
/** December only: declared adults of the list, in agents; and expected patients seen in the year, 1/1024 agent. */
export const GP_ADULTS = 6;
export const GP_SEEN = 7;
export const GP_COUNTERS = 8;

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
  /** December only: expected people seen by a GP in the year, 1/1024 agent. */
  seen: 'i32',
} as const;

export type PatientTallyColumns = Columns<typeof PATIENT_TALLY_SCHEMA>;
export type PatientTallies = Table<typeof PATIENT_TALLY_SCHEMA>;

export function patientTalliesTable(territories: number, buffer?: SharedArrayBuffer): PatientTallies {
  return table(PATIENT_TALLY_SCHEMA, territories * 2, buffer);
}
