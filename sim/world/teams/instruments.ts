/**
 * Instruments of public money and of the money of teams: each euro that moves has a payer, a payee and one of these.
 * Order is that of the columns `territories.euros` and `projects.paid`: adding at the end is safe, moving is not.
 */

/** Who pays or is paid. `teams`, `projects`: treasuries of MSP and CPTS; the others are outside and never run dry. */
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
  | 'projects';

export interface Instrument {
  readonly id: string;
  readonly payer: Account;
  readonly payee: Account;
}

export const INSTRUMENTS = [
  { id: 'firEnvelope', payer: 'ars', payee: 'projects' },
  { id: 'firSupport', payer: 'ars', payee: 'supporters' },
  { id: 'firCpom', payer: 'ars', payee: 'supporters' },
  { id: 'firPreAci', payer: 'ars', payee: 'projects' },
  { id: 'firMsp', payer: 'ars', payee: 'teams' },
  { id: 'regionAid', payer: 'region', payee: 'projects' },
  { id: 'communeAid', payer: 'commune', payee: 'premises' },
  { id: 'ownFunds', payer: 'unions', payee: 'projects' },
  { id: 'aciMsp', payer: 'cnam', payee: 'teams' },
  { id: 'aciRunning', payer: 'cnam', payee: 'projects' },
  { id: 'aciMissions', payer: 'cnam', payee: 'projects' },
  { id: 'aciVariable', payer: 'cnam', payee: 'projects' },
  { id: 'aciStarter', payer: 'cnam', payee: 'projects' },
  { id: 'aciLetter', payer: 'cnam', payee: 'projects' },
  { id: 'accelerator', payer: 'cnam', payee: 'facilitators' },
  { id: 'supporterFromTeam', payer: 'projects', payee: 'supporters' },
  { id: 'coordinatorWages', payer: 'projects', payee: 'coordinators' },
  { id: 'leaderIndemnities', payer: 'projects', payee: 'physicians' },
  { id: 'meetingHours', payer: 'cnam', payee: 'physicians' },
  { id: 'mspCoordination', payer: 'teams', payee: 'coordinators' },
  { id: 'mspMeetings', payer: 'teams', payee: 'physicians' },
  { id: 'evaluation', payer: 'ars', payee: 'supporters' },
  { id: 'agencyStaff', payer: 'state', payee: 'coordinators' },
  { id: 'cpamStaff', payer: 'cnam', payee: 'coordinators' },
  { id: 'supporterOwnDays', payer: 'unions', payee: 'supporters' },
  { id: 'mergedTreasury', payer: 'projects', payee: 'projects' },
] as const satisfies readonly Instrument[];

export type InstrumentId = (typeof INSTRUMENTS)[number]['id'];
export const INSTRUMENT_COUNT = INSTRUMENTS.length;

/** Row of an instrument. */
export function instrumentOf(id: InstrumentId): number {
  return INSTRUMENTS.findIndex((one) => one.id === id);
}
