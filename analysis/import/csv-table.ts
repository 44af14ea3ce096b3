/** A CSV file as read: DuckDB parses it, without guessing more than the separator, and every row keeps its line. */
import { readFileSync } from 'node:fs';
import { digestOf } from '../../sim/base/digest.js';
import { MaillageError } from '../../sim/base/errors.js';
import { displayPath } from '../../sim/base/paths.js';
import type { Problem } from '../../sim/base/problems.js';
import { numberHint } from '../../sim/base/shape.js';
import { sqlText, withDatabase } from '../../sim/results/parquet.js';

export interface CsvTable {
  /** As shown in messages. */
  readonly file: string;
  readonly sha256: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of each row in the file, counted from 1. */
  readonly lines: readonly number[];
}

/**
 * Reads a CSV file: a line of names, then rows, separated by commas or semicolons, UTF-8.
 * @throws MaillageError `bad-data` with the line, for a file that cannot be read or is none.
 */
export async function readCsvTable(path: string): Promise<CsvTable> {
  const file = displayPath(path);
  const refuse = (message: string, line?: number): never => {
    throw new MaillageError('bad-data', message, { where: line === undefined ? file : `${file}:${line}` });
  };
  const bytes = read(path, refuse);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const filled = text.split(/\r?\n/).flatMap((line, i) => (line === '' ? [] : [i + 1]));
  const [header = ''] = text.split(/\r?\n/);
  if (header.trim() === '') return refuse('expected a first line with the names of the columns', 1);
  const separator = header.split(';').length > header.split(',').length ? ';' : ',';
  const [columns, ...rows] = await parsed(path, separator, header.split(separator).length, refuse);
  if (rows.length + 1 !== filled.length)
    return refuse('a cell holds a line break: write each row on a line of its own');
  return {
    file,
    sha256: digestOf(bytes),
    columns: columns.map((name) => name.replace(/^\uFEFF/, '').trim()),
    rows,
    lines: filled.slice(1),
  };
}

function read(path: string, refuse: (message: string) => never): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return refuse('there is no such file');
    if (code === 'EISDIR') return refuse('this is a folder, expected a CSV file');
    return refuse(`the file cannot be read (${code ?? 'unknown reason'})`);
  }
}

async function parsed(
  path: string,
  separator: string,
  width: number,
  refuse: (message: string, line?: number) => never,
): Promise<string[][]> {
  const columns = Array.from({ length: width }, (_, c) => `c${c}: 'VARCHAR'`).join(', ');
  const options = `auto_detect = false, header = false, strict_mode = true, delim = ${sqlText(separator)}, quote = '"', escape = '"', columns = {${columns}}`;
  try {
    return await withDatabase(async (connection) => {
      const result = await connection.runAndReadAll(`SELECT * FROM read_csv(${sqlText(path)}, ${options})`);
      return result.getRowsJson().map((row) => row.map((cell) => String(cell ?? '')));
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const line = /CSV Error on Line: (\d+)/.exec(said)?.[1];
    const found = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(said);
    const at = line === undefined ? undefined : Number(line);
    if (found) return refuse(`expected ${found[1]} cells, as in the first line, found ${found[2]}`, at);
    if (/unicode|utf-8/i.test(said))
      return refuse('the file is not UTF-8: save it again in that encoding', at);
    if (/unterminated quote/i.test(said)) return refuse('a quotation mark opens here and never closes', at);
    return refuse(`the file cannot be read as CSV: ${said.split('\n')[0]}`, at);
  }
}

/** `file:line:column` of a cell; the column is its place among the cells. */
export function cellPlace({ file, lines }: CsvTable, row: number, column: number): string {
  return `${file}:${lines[row]}:${column + 1}`;
}

/** The number of a cell, from 0; NaN with a problem for anything else, `undefined` for an empty cell. */
export function numberAt(
  table: CsvTable,
  row: number,
  name: string,
  problems: Problem[],
): number | undefined {
  const column = table.columns.indexOf(name);
  const written = table.rows[row][column].trim();
  if (written === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(written)) return Number(written);
  const hint = /^-/.test(written) ? '' : numberHint(written);
  problems.push({
    code: 'bad-data',
    where: cellPlace(table, row, column),
    message: `'${name}' is '${written}', expected a number from 0${hint}`,
  });
  return Number.NaN;
}
