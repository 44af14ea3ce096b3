/** Measures of coordinated practice: teams, CPTS, who works on them, and money by instrument. */
import {
  CPTS_COUNTS,
  CPTS_FLOWS,
  MEETING_HOURS,
  TEAM_COUNTS,
  TEAM_FLOWS,
} from '../world/teams/collective-counts.js';
import { INSTRUMENTS, type InstrumentId } from '../world/teams/instruments.js';
import { derived, type Measure, state } from './measure.js';

const team = (entry: keyof typeof TEAM_COUNTS) => state('stock', 'teamCounts', TEAM_COUNTS[entry]);
const teamFlow = (entry: keyof typeof TEAM_FLOWS) => state('flow', 'teamFlows', TEAM_FLOWS[entry]);
const cpts = (entry: keyof typeof CPTS_COUNTS) => state('stock', 'cptsCounts', CPTS_COUNTS[entry]);
const cptsFlow = (entry: keyof typeof CPTS_FLOWS) => state('flow', 'cptsFlows', CPTS_FLOWS[entry]);
const hours = (entry: keyof typeof MEETING_HOURS) => state('flow', 'meetingHours', MEETING_HOURS[entry]);

export type MoneyMeasure = `paid${Capitalize<InstrumentId>}`;

/** The measure of what an instrument paid. */
export function paidBy(id: InstrumentId): MoneyMeasure {
  return `paid${id.charAt(0).toUpperCase()}${id.slice(1)}` as MoneyMeasure;
}

const money = Object.fromEntries(
  INSTRUMENTS.map(({ id }, row) => [paidBy(id), state('flow', 'euros', row)]),
) as Record<MoneyMeasure, Measure>;

export const COLLECTIVE_MEASURES = {
  // teams
  mspOpen: team('mspOpen'),
  mspAci: team('mspAci'),
  mspPreparing: team('mspPreparing'),
  espOpen: team('espOpen'),
  mspOperational: team('mspOperational'),
  mspCollective: team('mspCollective'),
  gpsMsp: team('gpsMsp'),
  gpsAci: team('gpsAci'),
  nursesMsp: team('nursesMsp'),
  othersMsp: team('othersMsp'),
  physiotherapist: team('physiotherapist'),
  pharmacist: team('pharmacist'),
  podiatrist: team('podiatrist'),
  speechTherapist: team('speechTherapist'),
  midwife: team('midwife'),
  dentist: team('dentist'),
  otherProfession: team('otherProfession'),
  mspLevel: team('levelSum'),
  /** Months of open MSP. */
  mspMonths: state('flow', 'teamCounts', TEAM_COUNTS.mspOpen),
  mspFounded: teamFlow('founded'),
  mspOpened: teamFlow('opened'),
  mspClosed: teamFlow('closed'),
  mspAbandoned: teamFlow('abandoned'),
  mspPreparationMonths: teamFlow('preparationMonths'),
  mspLeadersLost: teamFlow('leadersLost'),
  joinedLocal: teamFlow('joinedLocal'),
  joinedNear: teamFlow('joinedNear'),
  joinedFar: teamFlow('joinedFar'),
  joinersSeen: teamFlow('joinersSeen'),
  joinersList: teamFlow('joinersList'),
  // CPTS
  cptsPreProject: cpts('preProject'),
  cptsWriting: cpts('writing'),
  cptsNegotiating: cpts('negotiating'),
  cptsSigned: cpts('signed'),
  cptsFrozen: cpts('frozen'),
  cptsOverlap: cpts('overlap'),
  cptsBlocked: cpts('blocked'),
  cptsWeakened: cpts('weakened'),
  cptsHollow: cpts('hollow'),
  cptsSignedTwoYears: cpts('signedTwoYears'),
  cptsActiveTwoYears: cpts('activeTwoYears'),
  cptsLeaderless: cpts('leaderless'),
  peoplePre: cpts('peoplePre'),
  peopleWriting: cpts('peopleWriting'),
  peopleNegotiating: cpts('peopleNegotiating'),
  peopleSigned: cpts('peopleSigned'),
  peopleWhite: cpts('peopleWhite'),
  /** Person-months under signed CPTS. */
  signedMonths: state('flow', 'cptsCounts', CPTS_COUNTS.peopleSigned),
  peopleDepth: cpts('peopleDepth'),
  peopleDisplay: cpts('peopleDisplay'),
  cptsMemberGps: cpts('memberGps'),
  cptsMemberOthers: cpts('memberOthers'),
  cptsProfessionals: cpts('professionals'),
  cptsPerimeterGps: cpts('perimeterGps'),
  cptsFounded: cptsFlow('founded'),
  cptsLetters: cptsFlow('letters'),
  cptsValidated: cptsFlow('validated'),
  cptsSignatures: cptsFlow('signed'),
  cptsEnded: cptsFlow('ended'),
  cptsMerged: cptsFlow('merged'),
  cptsLetterMonths: cptsFlow('letterMonths'),
  cptsWritingMonths: cptsFlow('writingMonths'),
  cptsNegotiationMonths: cptsFlow('negotiationMonths'),
  cptsReturned: cptsFlow('returned'),
  cptsLeadersLost: cptsFlow('leadersLost'),
  cptsLeftTwoYears: cptsFlow('leftTwoYears'),
  cptsSurvivedTwoYears: cptsFlow('survivedTwoYears'),
  cptsBlockedFoundings: cptsFlow('blockedFoundings'),
  effectiveMonths: cptsFlow('effective'),
  effectiveMonthsHalf: cptsFlow('effectiveHalf'),
  effectiveMonthsDouble: cptsFlow('effectiveDouble'),
  depthMonths: cptsFlow('effectiveDepth'),
  deepMonths: cptsFlow('effectiveDeep'),
  // what they did for patients
  cptsPlacements: state('flow', 'placements'),
  cptsSharedSlots: state('flow', 'sharedSlots'),
  cptsRecalls: state('flow', 'recalls'),
  cptsPrevention: state('flow', 'prevention'),
  cptsCrisisContacts: state('flow', 'crisisContacts'),
  cptsWelcomed: state('flow', 'welcomed'),
  // who worked: hours of GPs, and days of effort on CPTS
  hoursJoint: hours('joint'),
  hoursIndicators: hours('indicators'),
  hoursLeadership: hours('leadership'),
  hoursUnpaid: hours('unpaid'),
  hoursFreed: hours('freed'),
  daysLeaders: derived('flow', 'daysLeaders'),
  daysCoordinator: derived('flow', 'daysCoordinator'),
  daysSupporter: derived('flow', 'daysSupporter'),
  daysFirms: derived('flow', 'daysFirms'),
  daysAgency: derived('flow', 'daysAgency'),
  // institutions, weighted by people
  agencySkill: derived('stock', 'agencySkill'),
  alignment: derived('stock', 'alignment'),
  dominance: derived('stock', 'dominance'),
  drift: derived('stock', 'drift'),
  gpTrust: derived('stock', 'gpTrust'),
  ...money,
} as const satisfies Record<string, Measure>;
