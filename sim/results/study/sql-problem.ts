/**
 * What is wrong with a query, as data: DuckDB says it in JSON (setting `errors_as_json`); here it is sorted into
 * kinds that a command can put in its own words, with line, column and the nearest name.
 */
import { nearestName } from '../../base/errors.js';

/** Names of the columns of each table that a query may name. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>;

export interface Position {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

export type SqlProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'statement'; readonly statement: string }
  | { readonly kind: 'parameters' }
  | { readonly kind: 'outside'; readonly at?: Position }
  | {
      readonly kind: 'column' | 'table';
      readonly name: string;
      readonly near?: string;
      readonly at?: Position;
    }
  /** `message` is DuckDB's own sentence, in English. */
  | { readonly kind: 'syntax' | 'other'; readonly message: string; readonly at?: Position };

/** The part of DuckDB's JSON errors that is used; every value comes as text. */
interface DuckDbError {
  readonly exception_type?: string;
  readonly exception_message?: string;
  readonly error_subtype?: string;
  readonly type?: string;
  readonly name?: string;
  /** Offset in bytes of UTF-8 from the start of the query. */
  readonly position?: string;
}

/** The problem behind an error that DuckDB threw for `sql`. */
export function sqlProblem(error: unknown, sql: string, vocabulary: Vocabulary): SqlProblem {
  const told = error instanceof Error ? error.message : String(error);
  const { exception_message: message = told, ...facts } = asJson(told);
  const at = facts.position === undefined ? {} : { at: positionOf(Number(facts.position), sql) };
  const column = missingColumn(facts, message);
  if (column !== undefined) {
    return { kind: 'column', name: column, ...nearest(column, [...vocabulary.values()].flat()), ...at };
  }
  if (facts.error_subtype === 'MISSING_ENTRY' && facts.type === 'Table' && facts.name !== undefined) {
    return { kind: 'table', name: facts.name, ...nearest(facts.name, vocabulary.keys()), ...at };
  }
  if (facts.exception_type === 'Permission') return { kind: 'outside', ...at };
  const kind = facts.error_subtype === 'SYNTAX_ERROR' ? 'syntax' : 'other';
  return { kind, message: oneLine(message), ...at };
}

/** The JSON that a message ends with, empty when it holds none. */
function asJson(message: string): DuckDbError {
  const start = message.indexOf('{');
  if (start < 0) return {};
  try {
    return JSON.parse(message.slice(start)) as DuckDbError;
  } catch {
    return {};
  }
}

function missingColumn({ error_subtype, name }: DuckDbError, message: string): string | undefined {
  if (error_subtype === 'COLUMN_NOT_FOUND') return name;
  // `results.vale`: DuckDB gives no subtype for a column missing from a named table.
  return /does not have a column named "(.+)"/.exec(message)?.[1];
}

function nearest(name: string, names: Iterable<string>): { near?: string } {
  const near = nearestName(name, names);
  return near === undefined ? {} : { near };
}

function positionOf(offset: number, sql: string): Position {
  const lines = Buffer.from(sql).subarray(0, offset).toString('utf8').split('\n');
  return { line: lines.length, column: lines[lines.length - 1].length + 1 };
}

/** DuckDB's first lines in one, without its final mark. */
function oneLine(message: string): string {
  return message
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[.!]$/, '');
}
