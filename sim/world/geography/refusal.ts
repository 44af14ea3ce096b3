/**
 * Small checks shared by the readers of geographic data: each refuses with the file, the place in it and the
 * offending code.
 */
import { MaillageError } from '../../base/errors.js';
import type { SourceFile } from './files.js';

/** An object of unknown fields, as parsed from JSON or YAML. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * The refusal of a piece of data: `subject` names it and ends with its code or key (`commune 01001`), by which
 * its line is found; `problem` says what is wrong.
 */
export function badData(file: SourceFile, subject: string, problem: string): MaillageError {
  const position = positionOf(subject.split(' ').at(-1) ?? subject, file.bytes.toString('utf8'));
  return new MaillageError('bad-data', `${subject}: ${problem}`, { where: `${file.name}${position}` });
}

/** A text field of a row. @throws MaillageError `bad-data` */
export function textOf(row: Fields, field: string, file: SourceFile, subject: string): string {
  const value = row[field];
  if (typeof value === 'string' && value !== '') return value;
  throw badData(file, subject, `${field} is ${shown(value)}, expected a text`);
}

/** A finite number field of a row. @throws MaillageError `bad-data` */
export function numberOf(row: Fields, field: string, file: SourceFile, subject: string): number {
  const value = row[field];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw badData(file, subject, `${field} is ${shown(value)}, expected a number`);
}

/** A parsed list. @throws MaillageError `bad-data` */
export function listOf(parsed: unknown, file: SourceFile, subject: string): readonly unknown[] {
  if (Array.isArray(parsed)) return parsed;
  throw badData(file, subject, `is ${shown(parsed)}, expected a list`);
}

/** A parsed list of mappings. @throws MaillageError `bad-data` */
export function rowsOf(parsed: unknown, file: SourceFile, subject: string): readonly Fields[] {
  return listOf(parsed, file, subject).map((row, i) => fieldsOf(row, file, `${subject}, entry ${i + 1}`));
}

/** A parsed mapping. @throws MaillageError `bad-data` */
export function fieldsOf(parsed: unknown, file: SourceFile, subject: string): Fields {
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Fields;
  throw badData(file, subject, `is ${shown(parsed)}, expected a mapping of keys to values`);
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}

/** `:line:column` of the code or key `word` in a JSON or YAML text; empty when it is not there. */
function positionOf(word: string, text: string): string {
  const name = word.replace(/[^\w.-]/g, '').replaceAll('.', '\\.');
  if (name === '') return '';
  const asCode = new RegExp(`"?\\b(?:code|commune|epci)"?: *"?${name}\\b`);
  const asKey = new RegExp(`(?<=^ *)"?${name}"?:`, 'm');
  const match = asCode.exec(text) ?? asKey.exec(text);
  if (!match) return '';
  const before = text.slice(0, match.index).split('\n');
  return `:${before.length}:${before[before.length - 1].length + 1}`;
}
