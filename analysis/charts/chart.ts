/** A chart as data: what it shows, what it says in words, its table. One definition serves page, pictures and tests. */
import type { Family } from '../../sim/recorder/indicator.js';
import type { Text } from '../wording/language.js';
import type { Plan } from './runtime/drawable.js';

/** Sections of the report, in the order a reader asks. */
export const SECTIONS = [
  'coverage',
  'access',
  'professionals',
  'delegation',
  'settlement',
  'equity',
  'money',
  'asked',
  'territories',
  'worst',
  'gains',
  'cost',
  'sure',
] as const;
/** One of these, or a family of indicators that has no section among them. */
export type Section = (typeof SECTIONS)[number] | Family;

export interface Chart {
  /** Kebab case; the name of its files. */
  readonly id: string;
  readonly section: Section;
  /** What is shown, of whom, in which unit. */
  readonly title: Text;
  /** The same in sentences, for those who do not see it. */
  readonly summary: Text;
  /** How to read it: what bands and bars are. */
  readonly note: Text;
  readonly plan: Plan;
  readonly table: Table;
}

/** A value of a table: words, or a number with its decimals. */
export type TableCell =
  | Text
  | string
  | null
  | { readonly value: number; readonly digits: number; readonly signed?: boolean };

/** Rows of the same length as the columns. */
export interface Table {
  readonly columns: readonly { readonly title: Text; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A number of a table; an empty cell where there is none. */
export function cellOf(value: number | undefined, digits: number, signed = false): TableCell {
  return value === undefined || !Number.isFinite(value) ? null : { value, digits, signed };
}
