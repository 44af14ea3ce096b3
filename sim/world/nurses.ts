/** Liberal nurses, never scaled: rows for those of 2013 first, then every possible entrant. */
import { type Columns, type Table, table } from '../base/columns.js';

export const NURSE_SCHEMA = {
  birth: 'i16',
  female: 'u8',
  /** FUTURE, ACTIVE or RETIRED of physicians.ts. */
  status: 'u8',
  territory: 'i32',
  since: 'i16',
  exit: 'i16',
} as const;

export type NurseColumns = Columns<typeof NURSE_SCHEMA>;
export type Nurses = Table<typeof NURSE_SCHEMA>;

export function nursesTable(rows: number, buffer?: SharedArrayBuffer): Nurses {
  return table(NURSE_SCHEMA, rows, buffer);
}
