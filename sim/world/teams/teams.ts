/**
 * Teams: coordinated practices of one place, from the project of a few professionals to the team that closes. ESP
 * (équipe de soins primaires), MSP (maison de santé pluriprofessionnelle) and centres de santé. GPs are members through
 * `physicians.team`; other professions are counted here. Never scaled; a row is reused two years after its team ended.
 */
import { type Columns, type Table, table } from '../../base/columns.js';

/** Rows of the table: all teams of France, open and in preparation, well into the 2040s. */
export const TEAM_ROWS = 8192;

/** Kinds of team. */
export const ESP = 1;
export const MSP = 2;
export const CENTRE_TEAM = 3;

/** Life of a team; a row of state 0 has never been used. */
export const NO_TEAM = 0;
export const PREPARING = 1;
/** The health project is with the ARS. */
export const AWAITING = 2;
export const OPEN = 3;
export const CLOSED = 4;

/** Coordination levels: below the first logistical, between them operational, above the second collective. */
export const OPERATIONAL = 1;
export const COLLECTIVE = 2;
export const HIGHEST_LEVEL = 3;

/**
 * Protocol of cooperation of a team: none; one with the authorities (a national one where the file names no GP); a local one
 * authorised; a national one joined; one that lapsed.
 */
export const NO_PROTOCOL = 0;
export const LOCAL_FILED = 1;
export const LOCAL_AUTHORISED = 2;
export const NATIONAL_JOINED = 3;
export const PROTOCOL_LAPSED = 4;

export const TEAM_SCHEMA = {
  /** Id of the GP who founded it: keys its draws. */
  key: 'i32',
  kind: 'u8',
  state: 'u8',
  /** 1 while an ESP that works prepares the project of an MSP (its kind is MSP already, its state not yet open). */
  espAtWork: 'u8',
  /** Territory, number of the practice inside it (`physicians.practice`) and area (`areas.ts`). */
  territory: 'i32',
  practice: 'i32',
  area: 'i32',
  /** Months: founded, opened, under ACI since, in this state since; 0 where it has not happened. */
  founded: 'i16',
  opened: 'i16',
  aciSince: 'i16',
  stateSince: 'i16',
  /** Members by profession. */
  gps: 'u8',
  nurses: 'u8',
  others: 'u8',
  /** Id of the GP who leads, −1 nobody; and months without one. */
  leader: 'i32',
  leaderless: 'u8',
  /** Days of work done and needed to file the health project; momentum between 0 and 1. */
  work: 'f32',
  need: 'f32',
  momentum: 'f32',
  /** Coordination level, 0 to 3. */
  level: 'f32',
  /** Hours of joint meetings of a member this month. */
  meeting: 'f32',
  /** Paid coordination, hours a week. */
  coordinator: 'f32',
  /** 1 with common premises. */
  premises: 'u8',
  /** Share of members who stay from one year to the next, smoothed. */
  stability: 'f32',
  /** Euros in hand. */
  treasury: 'f64',
  /** Readiness to delegate, 0 to 1: a function of the level, read by the rules of delegation. */
  readiness: 'f32',
  /** Protocol of cooperation (`NO_PROTOCOL` …), months in which that state began and in which the file comes back. */
  protocol: 'u8',
  protocolSince: 'i16',
  protocolDue: 'i16',
  /** Id of the GP whom a local authorisation names, −1 nobody. */
  protocolGp: 'i32',
  /** Weekly hours that the team's nurses give to follow-up under the protocol; people its GPs ask them to follow. */
  delegateHours: 'f32',
  delegated: 'f32',
} as const;

export type TeamColumns = Columns<typeof TEAM_SCHEMA>;
export type Teams = Table<typeof TEAM_SCHEMA>;

export function teamsTable(buffer?: SharedArrayBuffer): Teams {
  return table(TEAM_SCHEMA, TEAM_ROWS, buffer);
}

/** Months after its end in which the row of a team still tells how it ended. */
const MONTHS_KEPT = 24;

/** Lowest row free for a new team, −1 when the table is full. */
export function freeTeam({ columns: { state, stateSince } }: Teams, month: number): number {
  for (let row = 0; row < TEAM_ROWS; row++) {
    if (state[row] === NO_TEAM) return row;
    if (state[row] === CLOSED && stateSince[row] + MONTHS_KEPT <= month) return row;
  }
  return -1;
}

// Names of this file, which V8 compiles in (`once-per-world.ts`).
const FREE = NO_TEAM;
const ENDED = CLOSED;
const WORKS = OPEN;

/** True for a team whose members work together: an open one, or an ESP that prepares an MSP meanwhile. */
export function isAtWork({ state, espAtWork }: Pick<TeamColumns, 'state' | 'espAtWork'>, t: number): boolean {
  return state[t] === WORKS || espAtWork[t] === 1;
}

/** True for a team that lives or is in preparation. */
export function isAlive(state: number): boolean {
  return state !== FREE && state !== ENDED;
}
