/**
 * General practitioners, from the medical student who will settle in 2040 to the one who retired in 2014.
 * All are allocated once: the GPs of 2013 first, then every possible entrant in cohort order, so that the same young
 * doctor (same `id`, same traits, same draws) meets every scenario. A row is a place in memory and changes in January
 * (`renumber-physicians.ts`). Never scaled.
 */
import { type Columns, type Table, table } from '../base/columns.js';

/** Life of a physician row. */
export const FUTURE = 0;
/** Has finished training, works as a locum (replaces absences: adds no capacity). */
export const LOCUM = 1;
export const ACTIVE = 2;
/** Announced exit, still practising: the list will pass or be freed in the month `exit`. */
export const LEAVING = 3;
export const RETIRED = 4;

/** Practice forms; an MSP is a group practice whose GPs are members of a team (`team`). */
export const SOLO = 0;
export const GROUP = 1;
export const CENTRE = 2;
export const PRACTICE_FORMS = ['solo', 'group', 'centre'] as const;

/** Roles, bits of `roles`. */
export const LEADS_TEAM = 1;
export const LEADS_PROJECT = 2;

export const PHYSICIAN_SCHEMA = {
  // who
  /** Identity: the row at the start, for draws and for every order that matters. */
  id: 'i32',
  /** Indexed by `id`: the present row. */
  rowOf: 'i32',
  birth: 'i16',
  female: 'u8',
  status: 'u8',
  /** Territory of birth and of the training university (row numbers). */
  origin: 'i32',
  training: 'i32',
  // where and how
  territory: 'i32',
  form: 'u8',
  /** Practice number inside the territory for groups and centres; −1 for a solo GP. */
  practice: 'i32',
  /** Month of settling here; for a FUTURE or LOCUM row, the month of readiness to settle. */
  since: 'i16',
  /** Month of settling for the first time; 0 for those who had settled before history. */
  settled: 'i16',
  /** Month in which the practice closes, or 0. */
  exit: 'i16',
  /** Marginal practice (SOS, semi-retired, other specialised practice): 1 or 0. */
  marginal: 'u8',
  // traits, drawn once
  /** Individual factor on working hours, mean 1. */
  hoursTrait: 'f32',
  /** Share of the agenda kept open for unscheduled requests. */
  openSlots: 'f32',
  /** Individual factor on the list target, median 1. */
  listTrait: 'f32',
  /** Own pace: consultations this much shorter than the mean (rules/agenda.ts). */
  pace: 'f32',
  // work, rewritten every month
  /** Weekly hours with patients. */
  hours: 'f32',
  /** People on the list (declared or usual), in people. */
  list: 'i32',
  /** What the list would be if places were filled and people left as expected (rules/openings.ts), in people. */
  planned: 'f32',
  /** Part of it taken over this month, to be added. */
  inherited: 'f32',
  listTarget: 'f32',
  /** Places offered to new patients this month, people. */
  places: 'f32',
  /** Planned requests waiting, acts. */
  backlog: 'f64',
  /** Days a planned request waits beyond its own lead time. */
  wait: 'f32',
  minutes: 'f32',
  fatigue: 'f32',
  /** GP who takes over the list at exit, −1 none, and the share of it that follows. */
  successor: 'i32',
  keptShare: 'f32',
  // accounts of the current calendar year, acts
  actsYear: 'f64',
  unscheduledYear: 'f64',
  /** Acts given to people who are not on the list. */
  poolYear: 'f64',
  /** Unscheduled acts this GP could still have given this month. */
  spare: 'f64',
  /** Closed to new patients since the list reached its target (reopens well below it). */
  closed: 'u8',
  /** December stock-taking: declared adults on the list, and expected patients seen in the year, in people. */
  adultList: 'f32',
  seenYear: 'f32',
  // coordinated practice (rules/teams, rules/cpts)
  /** Area of the practice (`teams/areas.ts`), −1 before settling. */
  area: 'i32',
  /** Row of the team and of the CPTS project of which the GP is a member, −1 none. */
  team: 'i32',
  project: 'i32',
  /** Bits LEADS_TEAM and LEADS_PROJECT. */
  roles: 'u8',
  /** Trait between who uses what others build (0) and who builds (1). */
  openness: 'f32',
  /** Trust in collective work, and in institutions, 0 to 1. */
  trust: 'f32',
  trustInstitutions: 'f32',
  /** Weekly hours of meetings, indicators and leadership this month, and those of them that nobody pays. */
  coordination: 'f32',
  unpaid: 'f32',
  /** Weekly hours freed: all; of them, by the secretariat and shared means of the team, by delegates, by an assistant. */
  freed: 'f32',
  freedTeam: 'f32',
  freedNurse: 'f32',
  freedAssistant: 'f32',
  /** What the team takes off the level of fatigue. */
  relief: 'f32',
  /** Part by which colleagues of the team take over more unscheduled requests than those of a plain practice. */
  sharing: 'f32',
  /** Places a month offered to patients whom the CPTS places, beyond the GP's own. */
  extraPlaces: 'f32',
  /** People of the list who came by such places: they make work, and do not count against the GP's own target. */
  placedPeople: 'f32',
  /** Share of the agenda kept for unscheduled requests that the CPTS sends. */
  reserve: 'f32',
  // delegation (rules/delegation)
  /** Row of `paramedics` of the Asalée nurse, and of the IPA to whom the GP refers, −1 none; such a row never moves. */
  asalee: 'i32',
  ipa: 'i32',
  /** Assistant médical under contract: FTE, month of signature (0 none), people on the list that the contract promises. */
  assistant: 'f32',
  assistantSince: 'i16',
  assistantList: 'f32',
  /** People of the list whom Asalée, an IPA, nurses under a protocol follow; diabetics among them. */
  followed: 'f32',
  referred: 'f32',
  protocolled: 'f32',
  diabetics: 'f32',
  /** Share of the chronically ill of the list whom delegates follow. */
  covered: 'f32',
  /** December: expected share of the diabetics of the list who have had the tests of the year. */
  tested: 'f32',
  /** Requests of the list that delegates answer in place of the GP, a month. */
  moved: 'f32',
  /** Of the freed weekly hours: rested, and kept for care; what care gains once requests moved are off (may be negative). */
  rest: 'f32',
  toCare: 'f32',
  extra: 'f32',
  // settlement (rules/settlement, rules/installation)
  /** Weekly hours given in another territory. */
  away: 'f32',
  /** Aid received: its row in `AIDS` (delegation/delegation-counts.ts) + 1, 0 none. */
  aid: 'u8',
  /** Euros a month that it pays. */
  aidPay: 'f32',
  /** Months: of the contract, last one paid, last one bound to the zone; 0 none. */
  aidSince: 'i16',
  aidUntil: 'i16',
  commitment: 'i16',
  /** 1 in a post that the communes pay. */
  post: 'u8',
} as const;

export type PhysicianColumns = Columns<typeof PHYSICIAN_SCHEMA>;
export type Physicians = Table<typeof PHYSICIAN_SCHEMA>;

export function physiciansTable(rows: number, buffer?: SharedArrayBuffer): Physicians {
  return table(PHYSICIAN_SCHEMA, rows, buffer);
}

// Names of this file, which V8 compiles in (`once-per-world.ts`).
const STAYS = ACTIVE;
const LEAVES = LEAVING;

/** True for a physician who sees patients this month. */
export function practises(status: number): boolean {
  return status === STAYS || status === LEAVES;
}
