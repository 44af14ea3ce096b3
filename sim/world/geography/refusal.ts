/** Small checks shared by the readers of geographic data: each refuses with the file and the offending code. */
import { MaillageError } from '../../base/errors.js';

/** An object of unknown fields, as parsed from JSON or YAML. */
export type Fields = Readonly<Record<string, unknown>>;

/** The refusal of a piece of data: `subject` names it (a commune's code, a key), `problem` says what is wrong. */
export function badData(file: string, subject: string, problem: string): MaillageError {
  return new MaillageError('bad-data', `${subject}: ${problem}`, { where: file });
}

/** A text field of a row. @throws MaillageError `bad-data` */
export function textOf(row: Fields, field: string, file: string, subject: string): string {
  const value = row[field];
  if (typeof value === 'string' && value !== '') return value;
  throw badData(file, subject, `${field} is ${shown(value)}, expected a text`);
}

/** A finite number field of a row. @throws MaillageError `bad-data` */
export function numberOf(row: Fields, field: string, file: string, subject: string): number {
  const value = row[field];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw badData(file, subject, `${field} is ${shown(value)}, expected a number`);
}

/** A parsed list. @throws MaillageError `bad-data` */
export function listOf(parsed: unknown, file: string, subject: string): readonly unknown[] {
  if (Array.isArray(parsed)) return parsed;
  throw badData(file, subject, `is ${shown(parsed)}, expected a list`);
}

/** A parsed list of mappings. @throws MaillageError `bad-data` */
export function rowsOf(parsed: unknown, file: string, subject: string): readonly Fields[] {
  return listOf(parsed, file, subject).map((row, i) => fieldsOf(row, file, `${subject}, entry ${i + 1}`));
}

/** A parsed mapping. @throws MaillageError `bad-data` */
export function fieldsOf(parsed: unknown, file: string, subject: string): Fields {
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Fields;
  throw badData(file, subject, `is ${shown(parsed)}, expected a mapping of keys to values`);
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
