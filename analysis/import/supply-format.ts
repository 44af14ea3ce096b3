/** What the formats of supply files have in common: rows about places, and how a format is known by its columns. */
import type { Problem } from '../../sim/base/problems.js';
import type { CsvTable } from './csv-table.js';

/** From the finest level to the coarsest. */
export const LEVELS = ['commune', 'epci', 'departement', 'region'] as const;
export type Level = (typeof LEVELS)[number];

export const PROFESSIONS = ['gps', 'nurses'] as const;
export type Profession = (typeof PROFESSIONS)[number];

export interface SupplyRow {
  /** Absent where the code alone tells. */
  readonly level?: Level;
  /** Code of the place, or its name as the publisher writes it. */
  readonly place: string;
  readonly gps?: number;
  readonly nurses?: number;
  /** Zoning class (`zones.ts`). */
  readonly zone?: number;
  /** GPs by class of age (`SUPPLY_AGES`). */
  readonly ages?: readonly number[];
  /** `file:line` of the row. */
  readonly where: string;
}

export interface SupplyFormat {
  readonly id: string;
  /** Who publishes such files, as told. */
  readonly publisher: string;
  /** Columns by which the format is known; every one of them is there. */
  readonly columns: readonly string[];
  /**
   * The rows of a table, and what is wrong with them.
   * @param year of the numbers, where a file has a column for each
   */
  read(table: CsvTable, year: number): { readonly rows: SupplyRow[]; readonly problems: Problem[] };
  /** What somebody should know before using such a file. */
  warning?(table: CsvTable): string | undefined;
}

export function rowPlace({ file, lines }: CsvTable, row: number): string {
  return `${file}:${lines[row]}`;
}

/** Refuses a file that has no column for the year. */
export function missingYear(table: CsvTable, column: string, year: number): Problem {
  const years = table.columns.flatMap((name) => /(\d{4})$/.exec(name)?.[1] ?? []);
  return {
    code: 'bad-data',
    where: `${table.file}:1`,
    message: `there is no column '${column}' for the year ${year}; the file has ${years.join(', ')}: give one of them with --year`,
  };
}
