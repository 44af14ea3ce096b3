/**
 * Patients: one row per agent, an agent standing for `scale` people of one birth month.
 *
 * Rows of a territory are contiguous and compact: `start[z] … start[z] + count[z]` are alive, whoever dies or
 * leaves is replaced by the territory's last row. A row number therefore means nothing; the `key` does.
 * 16 bytes a row, all of them hot.
 */
import { LAST_BYTE } from '../base/bits.js';
import { type Columns, type Table, table } from '../base/columns.js';

export const PATIENT_SCHEMA = {
  /** Identity for draws: never a row number, kept through moves (see `initialKey`, `newbornKey`). */
  key: 'u32',
  /** Physician row of the usual GP, −1 without one. */
  doctor: 'i32',
  /** Month of birth (calendar.ts). */
  birth: 'i16',
  /** Bits named below. */
  flags: 'u16',
  /** Quantile class of the personal need multiplier, 0–255. */
  need: 'u8',
  /** Months without a usual GP, saturating. */
  monthsWithout: 'u8',
  /** Months since the last unmet request, saturating at `NOTHING_REMEMBERED`. */
  sinceUnmet: 'u8',
  /** Months since a chronic follow-up was due and not done; 0 up to date. */
  overdue: 'u8',
} as const;

/** Of `sinceUnmet`: no unmet request, or too long ago to matter. */
export const NOTHING_REMEMBERED = LAST_BYTE;

/** Flag bits. `CHRONIC` is a two-bit field: 0 none, 1 one long-term condition (ALD), 2 several. */
export const FEMALE = 1;
export const LOW_INCOME = 2;
export const CHRONIC_SHIFT = 2;
export const CHRONIC_MASK = 12;
/** The usual GP is the declared médecin traitant. */
export const DECLARED = 16;
/** Had a médecin traitant once: without one now, this person lost it; unset, never declared. */
export const EVER_DECLARED = 32;
/** Looking for a médecin traitant. */
export const SEARCHING = 64;

export type PatientColumns = Columns<typeof PATIENT_SCHEMA>;

export interface Patients {
  readonly table: Table<typeof PATIENT_SCHEMA>;
  readonly columns: PatientColumns;
  /** First row of each territory, length territories + 1 (the last is the number of rows). */
  readonly start: Int32Array;
  /** Living agents of each territory. */
  readonly count: Int32Array;
}

/** Rows for `capacity[z]` agents in each territory z; attaches when the buffers of another thread are given. */
export function patientsTable(
  capacity: ArrayLike<number>,
  buffers?: { rows: SharedArrayBuffer; span: SharedArrayBuffer },
): Patients {
  const territories = capacity.length;
  const span = table({ start: 'i32', count: 'i32' }, territories + 1, buffers?.span).columns;
  if (buffers === undefined) {
    for (let z = 0; z < territories; z++) span.start[z + 1] = span.start[z] + capacity[z];
  }
  const rows = table(PATIENT_SCHEMA, span.start[territories], buffers?.rows);
  return { table: rows, columns: rows.columns, start: span.start, count: span.count };
}

/** Bit that tells a newborn's or a migrant's key from that of the initial population. */
const ARRIVAL_BIT = 0x80000000;
const ORDINAL_BITS = 11;
const MONTH_BITS = 9;

/** Key of the `ordinal`-th initial agent of the country (agents numbered through the territories in order). */
export function initialKey(ordinal: number): number {
  return ordinal >>> 0;
}

/**
 * Key of a newborn or an immigrant: (territory, months since the start of history, ordinal in that month), packed
 * without collision for up to 2,048 territories, 512 months and 2,047 arrivals a month.
 */
export function arrivalKey(territory: number, monthsSinceStart: number, ordinal: number): number {
  return (ARRIVAL_BIT | (((territory << MONTH_BITS) | monthsSinceStart) << ORDINAL_BITS) | ordinal) >>> 0;
}
