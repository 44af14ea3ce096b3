/**
 * Projects: communautés professionnelles territoriales de santé (CPTS), from the pre-project of a few leaders to the
 * community that works, weakens, merges or ends. A project holds areas (`areas.ts`) through `world.areaOwner`. Never
 * scaled; a row is reused two years after its project ended.
 */
import { type Columns, type Table, table } from '../../base/columns.js';
import { INSTRUMENT_COUNT } from './instruments.js';

export const PROJECT_ROWS = 4096;
/** GPs who lead a project together, at most. */
export const MOST_LEADERS = 3;
export const MISSION_COUNT = 6;
export const SIZE_CLASSES = 4;

/** Stages (FCPTS, July 2021): pre-project and letter filed are both "pre-project" there. 0 is a row never used. */
export const NO_PROJECT = 0;
export const PRE_PROJECT = 1;
export const LETTER_FILED = 2;
/** Letter validated: the health project is being written. */
export const WRITING = 3;
export const SUBMITTED = 4;
/** Health project validated: the ACI is being negotiated, or waits for the ACI to exist. */
export const NEGOTIATING = 5;
export const SIGNED = 6;
export const ENDED = 7;
export const MERGED = 8;

/** Side states, bits of `side`. */
export const OVERLAP = 1;
export const FROZEN = 2;
export const BLOCKED = 4;
export const WEAKENED = 8;
export const HOLLOW = 16;
/** No money left for the wages of the coordinator before the ACI. */
export const CASH_GAP = 32;
/** Waits for the days of a supporter. */
export const QUEUED = 64;
/** Has been through the accelerator of Assurance Maladie. */
export const ACCELERATED = 128;

/** Works that move stages, in the order of the columns `work` and `need`. */
export const LETTER_WORK = 0;
export const PROJECT_WORK = 1;
export const ACI_WORK = 2;
export const WORKS = 3;

/** What a project waited for this month (`waitCause`); 0 nothing. */
export const WAITS = [
  'nothing',
  'commission',
  'staff',
  'supporter',
  'money',
  'overlap',
  'aciToExist',
  'leaders',
] as const;
export type Wait = (typeof WAITS)[number];

/** Slots of supporters; the project itself, or nobody yet. */
export const NO_SUPPORTER = -1;
export const OWN_HANDS = -2;

export const PROJECT_SCHEMA = {
  /** Mixed from the seat and the ordinal there: keys its draws, whatever the policy. */
  key: 'i32',
  /** Area of the founder, and how many projects began there before. */
  seat: 'i32',
  ordinal: 'u8',
  stage: 'u8',
  side: 'u8',
  /** Months; 0 where it has not happened. */
  founded: 'i16',
  stageSince: 'i16',
  letterAt: 'i16',
  validatedAt: 'i16',
  signedAt: 'i16',
  sideSince: 'i16',
  /** People of the perimeter (census of the geography), and size class of the ACI, 0 to 3. */
  people: 'f64',
  sizeClass: 'u8',
  /** Rows of the région and of the département of the seat. */
  region: 'i16',
  departement: 'i16',
  /** Ids of GPs, −1 empty; and leaders of other professions. */
  leaders: ['i32', MOST_LEADERS],
  otherLeaders: 'u8',
  /** Members by profession; liberal professionals of the perimeter. */
  gps: 'f32',
  nurses: 'f32',
  others: 'f32',
  professionals: 'f32',
  /** Members of all professions as they were a year ago, smoothed. */
  usualMembers: 'f32',
  /** Nurses among them, and months without any leader. */
  liberalNurses: 'f32',
  leaderless: 'u8',
  /** Governance, 0 doctors only to 1 all professions. */
  balance: 'f32',
  /** How much of an evaluation with the team, a year after the signature, has been paid for, 0 to 1. */
  evaluated: 'f32',
  work: ['f32', WORKS],
  need: ['f32', WORKS],
  momentum: 'f32',
  /** Method learnt by the team, 0 to 1. */
  skill: 'f32',
  /** Slot of the supporter (`institutions.ts`), NO_SUPPORTER or OWN_HANDS; days still due under its mission. */
  supporter: 'i8',
  supportLeft: 'f32',
  /** Phase of the mission under way (`rules/institutions/choice.ts`), 0 none yet. */
  supportPhase: 'u8',
  /** 1 once a supporter has worked on it. */
  supported: 'u8',
  /** Month in which the supporter left, 0. */
  supportEnded: 'i16',
  /** Full-time equivalents of coordinators paid this month; their skill; month in which they came, or went. */
  coordinator: 'f32',
  coordinatorSkill: 'f32',
  coordinatorSince: 'i16',
  /** Row of the project it overlaps, −1; days of mediation still needed. */
  rival: 'i32',
  mediation: 'f32',
  /** Days still due on its file: of the ARS delegation, and of the CPAM (draft of the ACI included). */
  fileDays: 'f32',
  cpamDays: 'f32',
  /** Drafts of the ACI. */
  drafts: 'u8',
  treasury: 'f64',
  /** Share of the envelope of the ARS asked for so far, 0 to 1. */
  envelope: 'f32',
  /** How far each mission is deployed, 0 to 1. */
  missions: ['f32', MISSION_COUNT],
  /** Hours of the month in joint work, and in indicators. */
  joint: 'f32',
  indicator: 'f32',
  /** Hours of the month that GP members give, and that members of other professions give. */
  memberHours: 'f32',
  otherHours: 'f32',
  depth: 'f32',
  display: 'f32',
  /** Placements and unscheduled acts of the last 12 months per 1,000 people, smoothed. */
  placements12: 'f32',
  slots12: 'f32',
  // account of the month, for the trace
  daysLeaders: 'f32',
  daysCoordinator: 'f32',
  daysSupporter: 'f32',
  daysAgency: 'f32',
  waitCause: 'u8',
  /** Euros paid to (in) or by (out) the project this month, by instrument. */
  paid: ['f32', INSTRUMENT_COUNT],
} as const;

/** People to whom `placements12` and `slots12` are related. */
export const THOUSAND = 1000;

export type ProjectColumns = Columns<typeof PROJECT_SCHEMA>;
export type Projects = Table<typeof PROJECT_SCHEMA>;

export function projectsTable(buffer?: SharedArrayBuffer): Projects {
  return table(PROJECT_SCHEMA, PROJECT_ROWS, buffer);
}

const MONTHS_KEPT = 24;

/** Lowest row free for a new project, −1 when the table is full. */
export function freeProject({ columns: { stage, stageSince } }: Projects, month: number): number {
  for (let row = 0; row < PROJECT_ROWS; row++) {
    if (stage[row] === NO_PROJECT) return row;
    if (stage[row] >= ENDED && stageSince[row] + MONTHS_KEPT <= month) return row;
  }
  return -1;
}

// Names of this file, which V8 compiles in (`once-per-world.ts`).
const FIRST_STAGE = PRE_PROJECT;
const LAST_STAGE = SIGNED;

/** True for a project that lives, at whatever stage. */
export function lives(stage: number): boolean {
  return stage >= FIRST_STAGE && stage <= LAST_STAGE;
}

/** Sorts rows of projects by key, and returns them: in this order sums round alike, wherever projects stand in the table. */
export function sortByKey({ columns: { key, seat, ordinal } }: Projects, rows: number[]): number[] {
  return rows.sort((a, b) => key[a] - key[b] || seat[a] - seat[b] || ordinal[a] - ordinal[b]);
}
