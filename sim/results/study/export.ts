/**
 * The tables of a folder of results as one file each, CSV (RFC 4180) or Parquet, in the order of their keys.
 * A study is larger than memory: a table is sorted part by part into Parquet files on disk, then the parts are
 * written out one after the other. One DuckDB thread, so that equal tables give equal bytes.
 */

import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { digestFile } from '../../base/digest.js';
import type { MaillageError } from '../../base/errors.js';
import { checkWritable } from '../../base/files.js';
import { displayPath } from '../../base/paths.js';
import { refusal, refused } from '../../base/refusals.js';
import { PARQUET_OPTIONS, sqlName, sqlText } from '../parquet.js';
import type { ResultsFolder } from './folder.js';
import type { TableName } from './names.js';
import { sqlList, withViews } from './views.js';

export const EXPORT_FORMATS = ['parquet', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedTable {
  readonly name: TableName;
  /** Absolute path. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** False when the same file was there already and was left as it is. */
  readonly written: boolean;
}

/** Order of the rows: keys from left to right; a single run has no scenario, point and replicate. */
const ORDER: Readonly<Record<TableName, readonly string[]>> = {
  results: ['period', 'place', 'group', 'indicator', 'scenario', 'point', 'replicate'],
  territories: ['year', 'territory', 'scenario', 'point', 'replicate'],
  runs: ['scenario', 'point', 'replicate'],
};

/** Rows sorted at a time: about 300 MB of memory. */
const PART_ROWS = 2000000;
const MEMORY = '1GB';
const FORMATS: Readonly<Record<ExportFormat, string>> = {
  parquet: PARQUET_OPTIONS,
  csv: "FORMAT csv, HEADER true, DELIMITER ',', NEW_LINE '\\r\\n'",
};

/**
 * Writes `results`, `territories` and `runs` (those that the folder has) to `out`. Files appear there whole, when
 * all are done, or not at all; other files of that folder stay.
 * @param options - `partRows`: rows sorted at a time, for tests.
 * @throws MaillageError `bad-option` for a folder inside the exported one, `not-writable`, `bad-data` for a damaged
 *   file, `identity-clash` when a file of that name holds something else (unless `force`), `resources` when the
 *   disk is full.
 */
export async function exportResults(
  folder: ResultsFolder,
  options: {
    readonly format: ExportFormat;
    readonly out: string;
    readonly force: boolean;
    readonly signal: AbortSignal;
    readonly partRows?: number;
  },
): Promise<ExportedTable[]> {
  const out = resolve(options.out);
  checkOutside(folder.dir, out);
  checkWritable(out);
  const made = mkdirSync(out, { recursive: true });
  const work = mkdtempSync(join(out, '.export.partial-'));
  let done = false;
  try {
    const tables = await exportTables(folder, { ...options, out, work });
    const clashing = tables.find(
      ({ file, written }) => written && existsSync(file) && !(options.force && statSync(file).isFile()),
    );
    if (clashing !== undefined) throw clash(clashing.file);
    for (const { fresh, file, written } of tables) if (written) renameSync(fresh, file);
    done = true;
    return tables.map(({ fresh, ...table }) => table);
  } catch (error) {
    throw fullDisk(error, out) ?? error;
  } finally {
    rmSync(work, { recursive: true, force: true });
    if (!done && made !== undefined) rmSync(made, { recursive: true, force: true });
  }
}

function checkOutside(dir: string, out: string): void {
  const inside = relative(dir, out);
  if (inside === '..' || inside.startsWith(`..${sep}`)) return;
  throw refused('bad-option', refusal('insideExport', { folder: displayPath(out) }));
}

function clash(file: string): MaillageError {
  return refused('identity-clash', refusal('somethingElse', { file: displayPath(file) }));
}

function fullDisk(error: unknown, out: string): MaillageError | undefined {
  if (!(error instanceof Error) || !/no space left|ENOSPC/i.test(error.message)) return undefined;
  const told = refusal('fullDisk', { folder: displayPath(out) });
  return refused('resources', told, { exitCode: 1, cause: error });
}

interface Settings {
  readonly format: ExportFormat;
  readonly out: string;
  readonly work: string;
  readonly signal: AbortSignal;
  readonly partRows?: number;
}

/** Makes every file in the folder `work`, as `fresh`. */
function exportTables(
  folder: ResultsFolder,
  { format, out, work, signal, partRows = PART_ROWS }: Settings,
): Promise<(ExportedTable & { readonly fresh: string })[]> {
  const options = { memory: MEMORY, spill: work, signal };
  return withViews(folder, options, async (connection, vocabulary) => {
    const tables: (ExportedTable & { readonly fresh: string })[] = [];
    for (const [t, { name }] of folder.tables.entries()) {
      const file = join(out, `${name}.${format}`);
      const fresh = join(work, `${t}`);
      const keys = ORDER[name].filter((key) => vocabulary.get(name)?.includes(key));
      const parts = await sortedParts(connection, name, { keys, partRows, work, signal });
      const source = parts.files.length > 0 ? `read_parquet(${sqlList(parts.files)})` : sqlName(name);
      await connection.run(`COPY (SELECT * FROM ${source}) TO ${sqlText(fresh)} (${FORMATS[format]})`);
      for (const part of parts.files) rmSync(part);
      const sha256 = digestFile(fresh);
      const written = !existsSync(file) || !statSync(file).isFile() || digestFile(file) !== sha256;
      tables.push({ name, file, rows: parts.rows, bytes: statSync(fresh).size, sha256, written, fresh });
    }
    return tables;
  });
}

/** The rows of a table in Parquet files that follow each other in the order of the keys. */
async function sortedParts(
  connection: DuckDBConnection,
  name: TableName,
  options: { keys: readonly string[]; partRows: number; work: string; signal: AbortSignal },
): Promise<{ files: string[]; rows: number }> {
  const { keys, partRows, work, signal } = options;
  const view = sqlName(name);
  const order = keys.map(sqlName).join(', ');
  const files: string[] = [];
  let rows = 0;
  for (const part of await cut(connection, view, keys, partRows)) {
    signal.throwIfAborted();
    const file = join(work, `${name}-${files.length}`);
    const sorted = `SELECT * FROM ${view} WHERE ${part.where} ORDER BY ${order}`;
    await connection.run(`COPY (${sorted}) TO ${sqlText(file)} (${PARQUET_OPTIONS})`);
    files.push(file);
    rows += part.rows;
  }
  return { files, rows };
}

interface Part {
  readonly where: string;
  readonly rows: number;
}

/**
 * Conditions on the first two keys that cut a table in consecutive parts of about `partRows` rows, in order: a part
 * has one value of the first key and a span of the second, so that DuckDB reads the row groups concerned only.
 */
async function cut(
  connection: DuckDBConnection,
  view: string,
  keys: readonly string[],
  partRows: number,
): Promise<Part[]> {
  const [first, second] = keys.map(sqlName);
  const counted = await connection.run(
    `SELECT ${first}, ${second}, count(*)::DOUBLE FROM ${view} GROUP BY ALL ORDER BY ${first}, ${second}`,
  );
  const parts: Part[] = [];
  let open: { one: string; low: string; high: string; rows: number } | undefined;
  const close = () => {
    if (open === undefined) return;
    const { one, low, high, rows } = open;
    parts.push({ where: `${first} = ${one} AND ${second} BETWEEN ${low} AND ${high}`, rows });
  };
  for (const [one, other, count] of await counted.getRows()) {
    const [value, at, rows] = [sqlValue(one), sqlValue(other), Number(count)];
    if (open !== undefined && open.one === value && open.rows + rows <= partRows) {
      open = { ...open, high: at, rows: open.rows + rows };
      continue;
    }
    close();
    open = { one: value, low: at, high: at, rows };
  }
  close();
  return parts;
}

/** A key as SQL writes it: a text or a whole number. */
function sqlValue(value: unknown): string {
  return typeof value === 'string' ? sqlText(value) : String(value);
}
