/** What changes from month to month in a territory: results of care, what it announces, and yearly measures. */
import type { Table } from '../base/columns.js';

export const TERRITORY_SCHEMA = {
  // announced for the coming month
  /** Places offered by the territory's GPs, people, and the chance that a request for one succeeds. */
  places: 'f64',
  acceptance: 'f64',
  /** Share of the requests of people without a usual GP that end unmet; and follow-ups that get done. */
  poolUnmet: 'f64',
  poolFollowUpMet: 'f64',
  /** Unscheduled acts the territory's GPs could still have given last month. */
  spare: 'f64',
  // accounts of the month, acts
  requests: 'f64',
  acts: 'f64',
  actsUnscheduled: 'f64',
  actsOwn: 'f64',
  actsCentre: 'f64',
  teleconsultations: 'f64',
  emergency: 'f64',
  renounced: 'f64',
  renouncedLow: 'f64',
  /** Planned requests waiting at the end of the month. */
  backlog: 'f64',
  /** Unscheduled requests looking for a GP in a neighbouring territory this month, and found there. */
  exported: 'f64',
  imported: 'f64',
  /** Delay accounting: acts by delay class (see `care/delays`), days × acts. */
  delayDays: 'f64',
  delayActs: 'f64',
  delayClasses: ['f64', 40],
  // supply
  gps: 'f64',
  gpHours: 'f64',
  gpFatigue: 'f64',
  gpRefusing: 'f64',
  /** Accessibility (APL-like), acts per standardised person and year, rewritten each January. */
  apl: 'f64',
  /** Zoning class by rank of apl: 0 none, 1 ZAC, 2 ZIP. */
  zoning: 'f64',
} as const;

export type TerritoryStates = Table<typeof TERRITORY_SCHEMA>;
