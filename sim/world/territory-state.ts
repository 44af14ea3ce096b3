/** What changes from month to month in a territory: results of care, what it announces, and yearly measures. */
import type { Table } from '../base/columns.js';
import { AIDS, DELEGATION_COUNTS, DELEGATION_FLOWS, FREED_HOURS } from './delegation/delegation-counts.js';
import { PRACTICE_FORMS } from './physicians.js';
import {
  CPTS_COUNTS,
  CPTS_FLOWS,
  MEETING_HOURS,
  TEAM_COUNTS,
  TEAM_FLOWS,
} from './teams/collective-counts.js';
import { INSTRUMENT_COUNT } from './teams/instruments.js';

const entries = (numbered: object) => Object.keys(numbered).length;

export const TERRITORY_SCHEMA = {
  // announced for the coming month
  /** Places offered by the territory's GPs, people a month. */
  places: 'f64',
  /** People asking for a place each month (smoothed), and the chance that one of them gets it. */
  proposals: 'f64',
  acceptance: 'f64',
  /** Share of the requests of people without a usual GP that end unmet; and of follow-ups that get done. */
  poolUnmet: 'f64',
  poolFollowUpMet: 'f64',
  /** Requests a month of one listed person (smoothed), the yardstick of list targets. */
  requestsPerPerson: 'f64',
  /** Share of unscheduled requests not served in the territory that end unmet (last month). */
  overflowUnmet: 'f64',
  // accounts of the month, acts: requests + waiting before = acts + delegated + teleconsultations + emergency + renounced + waiting after
  requests: 'f64',
  acts: 'f64',
  actsUnscheduled: 'f64',
  /** Acts with the patient's own usual GP; acts given by GPs of centres de santé. */
  actsOwn: 'f64',
  actsCentre: 'f64',
  teleconsultations: 'f64',
  emergency: 'f64',
  renounced: 'f64',
  renouncedLow: 'f64',
  /** Planned requests waiting at the end of the month, and of the month before. */
  waiting: 'f64',
  waitingBefore: 'f64',
  /** Unscheduled acts the territory's GPs could still have given this month. */
  spare: 'f64',
  /** Unscheduled requests that no GP of the territory served. */
  overflow: 'f64',
  /** Unscheduled requests looking for a GP in a neighbouring territory, and acts given to such requests here. */
  exported: 'f64',
  imported: 'f64',
  /** Acts of the year by whole days of wait beyond the lead time (last class: longer). */
  waitClasses: ['f64', 64],
  /** Filled in December with the year's acts by class of delay (delay-classes.ts), lead time included. */
  delayClasses: ['f64', 40],
  delayDays: 'f64',
  delayActs: 'f64',
  // money
  /** Fees of the month's acts at the tariff in force (rules/payments.ts), euros. */
  fees: 'f64',
  /** December only: flat payments of the year to médecins traitants, euros. */
  flatPayments: 'f64',
  // supply
  gps: 'f64',
  gpHours: 'f64',
  gpFatigue: 'f64',
  gpRefusing: 'f64',
  /** Accessibility (APL-like), acts per standardised person and year, rewritten each December. */
  apl: 'f64',
  /** Zoning class by rank of apl: 0 none, 1 ZAC, 2 ZIP. */
  zoning: 'f64',
  // coordinated practice: what patients and newcomers meet here (rules/teams, rules/cpts)
  /** People under signed CPTS ÷ people, and the same weighted by depth. */
  cptsShare: 'f64',
  cptsDepth: 'f64',
  /** Share of unscheduled requests that may go to shared slots; and what is added to the chance of a late follow-up. */
  cptsReach: 'f64',
  cptsRecall: 'f64',
  /** Utility for newcomers of a welcome, and of seats in teams. */
  welcome: 'f64',
  teamPull: 'f64',
  // what coordinated practice did this month (territory of the people served)
  placements: 'f64',
  sharedSlots: 'f64',
  recalls: 'f64',
  prevention: 'f64',
  crisisContacts: 'f64',
  welcomed: 'f64',
  /** Liberal nurses last January. */
  liberalNurses: 'f64',
  // accounts of coordinated practice, by the numbered entries of collective-counts.ts
  /** GP hours of the month: meetings and joint work, indicators, leadership, unpaid ones among them, freed. */
  meetingHours: ['f64', entries(MEETING_HOURS)],
  teamCounts: ['f64', entries(TEAM_COUNTS)],
  teamFlows: ['f64', entries(TEAM_FLOWS)],
  cptsCounts: ['f64', entries(CPTS_COUNTS)],
  cptsFlows: ['f64', entries(CPTS_FLOWS)],
  // delegation and settlement (rules/delegation, rules/settlement)
  /** Zoning class in force (`zones.ts`), and the year of the arrêté that set it. */
  zone: 'u8',
  zoneYear: 'i16',
  /** Utility that aids to settle add for newcomers, by form of practice. */
  aidUtility: ['f64', PRACTICE_FORMS.length],
  /** GPs who stay after last month's settlers; of those who left since, where entry is one for one, not yet replaced. */
  stayingGps: 'i32',
  vacancies: 'i32',
  /** Posts of salaried GPs open. */
  posts: 'f64',
  /** Acts a month that visiting GPs offer, and those that they gave. */
  visiting: 'f64',
  visited: 'f64',
  /** Acts a month that IPA offer to people who come without a GP's word. */
  direct: 'f64',
  /** Requests that delegates answered in place of a GP. */
  delegated: 'f64',
  // accounts of delegation and settlement, by the numbered entries of delegation-counts.ts
  freedHours: ['f64', entries(FREED_HOURS)],
  delegationCounts: ['f64', entries(DELEGATION_COUNTS)],
  delegationFlows: ['f64', entries(DELEGATION_FLOWS)],
  aidFlows: ['f64', entries(AIDS)],
  aidDeadweight: ['f64', entries(AIDS)],
  /** Euros of the month by instrument (`teams/instruments.ts`). */
  euros: ['f64', INSTRUMENT_COUNT],
} as const;

export type TerritoryStates = Table<typeof TERRITORY_SCHEMA>;
