/**
 * Paramedics who work beside GPs and are followed one by one: posts of Asalée nurses, and infirmières en pratique avancée
 * (IPA) from the class they enter to the month they leave. Other nurses stay counts of teams, or liberal (`nurses.ts`).
 * Rows are taken in order and never used twice, so that GPs may keep one (`physicians.asalee`, `physicians.ipa`); no
 * column names a GP, whose row moves each January. A loop stops at the first row of kind 0. Never scaled.
 */
import { type Columns, type Table, table } from '../../base/columns.js';
import { MaillageError } from '../../base/errors.js';

/** Rows of the table: every class of IPA and every post of Asalée into the 2040s, at several times their present number. */
export const PARAMEDIC_ROWS = 65536;

/** Students whom a class may have: keys of an IPA are year × this + ordinal. */
export const CLASS_KEYS = 4096;

/** Kinds; a row of kind 0 has never been used. */
export const ASALEE_NURSE = 1;
export const IPA_NURSE = 2;

/** States of an IPA (first four) or of a post of Asalée (fifth); the last is for good. */
export const IN_TRAINING = 1;
export const IN_HOSPITAL = 2;
export const LIBERAL_IPA = 3;
/** In an MSP, a centre de santé or a CPTS. */
export const SALARIED_IPA = 4;
export const ACTIVE_POST = 5;
export const GONE = 6;

export const PARAMEDIC_SCHEMA = {
  /** Keys the draws: ordinal of an Asalée post; year of the class × CLASS_KEYS + ordinal of an IPA. */
  key: 'i32',
  kind: 'u8',
  state: 'u8',
  /** Field of an IPA: row of the domain `ipaField`. */
  field: 'u8',
  territory: 'i32',
  /** Row of the team, and of the CPTS project, that employs or houses her, −1 none. */
  team: 'i32',
  project: 'i32',
  /** Months: in this state since (a post of Asalée: last with a GP), in the table since. */
  since: 'i16',
  entered: 'i16',
  fte: 'f32',
  /** Trait of an IPA, as that of GPs. */
  openness: 'f32',
  /** People she can follow, people GPs ask her to, people she follows. */
  capacity: 'f32',
  asked: 'f32',
  caseload: 'f32',
  /** Visits of the month. */
  visits: 'f32',
  /** GPs who refer to her. */
  gps: 'i16',
  /** Of a liberal IPA, euros a month. */
  income: 'f32',
} as const;

export type ParamedicColumns = Columns<typeof PARAMEDIC_SCHEMA>;
export type Paramedics = Table<typeof PARAMEDIC_SCHEMA>;

export function paramedicsTable(buffer?: SharedArrayBuffer): Paramedics {
  return table(PARAMEDIC_SCHEMA, PARAMEDIC_ROWS, buffer);
}

/**
 * First row never used; whoever takes it writes its `kind` before asking for the next.
 * @throws MaillageError `out-of-range` when all rows have been used.
 */
export function nextParamedic({ columns: { kind } }: Paramedics): number {
  let low = 0;
  let high = PARAMEDIC_ROWS;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (kind[middle] === 0) high = middle;
    else low = middle + 1;
  }
  if (low === PARAMEDIC_ROWS) {
    throw new MaillageError(
      'out-of-range',
      `this run employs or trains more than ${PARAMEDIC_ROWS} Asalée nurses and IPA, the most that it can hold: lower asalee.posts or ipa.places, or end the run earlier`,
    );
  }
  return low;
}
