/**
 * Instruments of public money and of the money of teams: each euro that moves has a payer, a payee and one of these.
 * Order is that of the columns `territories.euros` and `projects.paid`: adding at the end is safe, moving is not.
 */

/** Who pays or is paid. `teams`, `projects`: treasuries of MSP and CPTS; `commune`, `region`: collectivités, which spend what they have; the others are outside and never run dry. */
export type Account =
  | 'ars'
  | 'cnam'
  | 'region'
  | 'commune'
  | 'state'
  | 'unions'
  | 'supporters'
  | 'coordinators'
  | 'physicians'
  | 'facilitators'
  | 'premises'
  | 'teams'
  | 'projects'
  | 'nurses'
  | 'students';

/** What the money is for: sums of indicators are by family. */
export type InstrumentFamily = 'coordination' | 'delegation' | 'settlement';

export interface Instrument {
  readonly id: string;
  readonly payer: Account;
  readonly payee: Account;
  readonly family: InstrumentFamily;
}

export const INSTRUMENTS = [
  { id: 'firEnvelope', payer: 'ars', payee: 'projects', family: 'coordination' },
  { id: 'firSupport', payer: 'ars', payee: 'supporters', family: 'coordination' },
  { id: 'firCpom', payer: 'ars', payee: 'supporters', family: 'coordination' },
  { id: 'firPreAci', payer: 'ars', payee: 'projects', family: 'coordination' },
  { id: 'firMsp', payer: 'ars', payee: 'teams', family: 'coordination' },
  { id: 'regionAid', payer: 'region', payee: 'projects', family: 'coordination' },
  { id: 'communeAid', payer: 'commune', payee: 'premises', family: 'coordination' },
  { id: 'ownFunds', payer: 'unions', payee: 'projects', family: 'coordination' },
  { id: 'aciMsp', payer: 'cnam', payee: 'teams', family: 'coordination' },
  { id: 'aciRunning', payer: 'cnam', payee: 'projects', family: 'coordination' },
  { id: 'aciMissions', payer: 'cnam', payee: 'projects', family: 'coordination' },
  { id: 'aciVariable', payer: 'cnam', payee: 'projects', family: 'coordination' },
  { id: 'aciStarter', payer: 'cnam', payee: 'projects', family: 'coordination' },
  { id: 'aciLetter', payer: 'cnam', payee: 'projects', family: 'coordination' },
  { id: 'accelerator', payer: 'cnam', payee: 'facilitators', family: 'coordination' },
  { id: 'supporterFromTeam', payer: 'projects', payee: 'supporters', family: 'coordination' },
  { id: 'coordinatorWages', payer: 'projects', payee: 'coordinators', family: 'coordination' },
  { id: 'leaderIndemnities', payer: 'projects', payee: 'physicians', family: 'coordination' },
  { id: 'meetingHours', payer: 'cnam', payee: 'physicians', family: 'coordination' },
  { id: 'mspCoordination', payer: 'teams', payee: 'coordinators', family: 'coordination' },
  { id: 'mspMeetings', payer: 'teams', payee: 'physicians', family: 'coordination' },
  { id: 'evaluation', payer: 'ars', payee: 'supporters', family: 'coordination' },
  { id: 'agencyStaff', payer: 'state', payee: 'coordinators', family: 'coordination' },
  { id: 'cpamStaff', payer: 'cnam', payee: 'coordinators', family: 'coordination' },
  { id: 'supporterOwnDays', payer: 'unions', payee: 'supporters', family: 'coordination' },
  { id: 'mergedTreasury', payer: 'projects', payee: 'projects', family: 'coordination' },
  { id: 'asaleePosts', payer: 'cnam', payee: 'nurses', family: 'delegation' },
  { id: 'ipaTraining', payer: 'ars', payee: 'students', family: 'delegation' },
  { id: 'ipaFees', payer: 'cnam', payee: 'nurses', family: 'delegation' },
  { id: 'ipaStart', payer: 'cnam', payee: 'nurses', family: 'delegation' },
  { id: 'ipaPosts', payer: 'cnam', payee: 'nurses', family: 'delegation' },
  { id: 'protocolPremium', payer: 'ars', payee: 'nurses', family: 'delegation' },
  { id: 'assistantAid', payer: 'cnam', payee: 'physicians', family: 'delegation' },
  { id: 'teamFlatPay', payer: 'cnam', payee: 'teams', family: 'delegation' },
  { id: 'teamShares', payer: 'teams', payee: 'physicians', family: 'delegation' },
  { id: 'optionDemographie', payer: 'cnam', payee: 'physicians', family: 'settlement' },
  { id: 'ptmg', payer: 'ars', payee: 'physicians', family: 'settlement' },
  { id: 'ptma', payer: 'ars', payee: 'physicians', family: 'settlement' },
  { id: 'caim', payer: 'cnam', payee: 'physicians', family: 'settlement' },
  { id: 'coscom', payer: 'cnam', payee: 'physicians', family: 'settlement' },
  { id: 'cstm', payer: 'cnam', payee: 'physicians', family: 'settlement' },
  { id: 'cotram', payer: 'cnam', payee: 'physicians', family: 'settlement' },
  { id: 'settlingAid2026', payer: 'cnam', payee: 'physicians', family: 'settlement' },
  { id: 'takeoverAid', payer: 'ars', payee: 'physicians', family: 'settlement' },
  { id: 'cespAllowance', payer: 'state', payee: 'students', family: 'settlement' },
  { id: 'localGrants', payer: 'region', payee: 'students', family: 'settlement' },
  { id: 'salariedGps', payer: 'commune', payee: 'physicians', family: 'settlement' },
  { id: 'solidarityDays', payer: 'cnam', payee: 'physicians', family: 'settlement' },
  { id: 'zipMajoration', payer: 'cnam', payee: 'physicians', family: 'settlement' },
] as const satisfies readonly Instrument[];

export type InstrumentId = (typeof INSTRUMENTS)[number]['id'];
export const INSTRUMENT_COUNT = INSTRUMENTS.length;

/** Row of an instrument. */
export function instrumentOf(id: InstrumentId): number {
  return INSTRUMENTS.findIndex((one) => one.id === id);
}
