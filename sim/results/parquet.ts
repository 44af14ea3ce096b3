/**
 * Parquet files that are equal, byte for byte, whenever their rows are: one DuckDB thread, rows in the order of
 * their keys, row groups of a fixed size. DuckDB is loaded when the first file is written or read.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';

export interface Column {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'double';
  /** Part of the key: rows are ordered by key columns from left to right. */
  readonly key?: true;
}

type Cell = string | number | null;

/** Types of the columns as SQL names them. */
export const SQL_TYPES = { text: 'VARCHAR', integer: 'INTEGER', double: 'DOUBLE' } as const;
const CHUNK_ROWS = 2048;
const ROW_GROUP = 122880;
/** How every Parquet file is written. */
export const PARQUET_OPTIONS = `FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${ROW_GROUP}`;

export interface DatabaseOptions {
  /** One unless told: more are for reading only, where the order of rows does not matter. */
  readonly threads?: number;
  /** As DuckDB writes it (`2GB`). */
  readonly memory?: string;
  /** Existing folder in which what memory cannot hold is kept meanwhile; the system's temporary one unless told. */
  readonly spill?: string;
}

/** Runs `work` on a private in-memory database, closes it and removes what it had on disk. */
export async function withDatabase<T>(
  work: (connection: DuckDBConnection) => Promise<T>,
  { threads = 1, memory, spill = tmpdir() }: DatabaseOptions = {},
): Promise<T> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  // Left to itself, DuckDB would spill to the current folder.
  const folder = mkdtempSync(join(spill, 'maillage-database-'));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  // A closed pipe ends the program without coming back here.
  process.once('exit', clean);
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(threads),
      temp_directory: folder,
      ...(memory === undefined ? {} : { memory_limit: memory }),
    });
    const connection = await instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } finally {
    process.removeListener('exit', clean);
    clean();
  }
}

/** A value as an SQL text literal. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The name of a table or of a column in SQL, whatever letters it holds. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Writes rows (values in the order of `columns`) to a Parquet file. The key columns must tell all rows apart. */
export async function writeParquet(
  file: string,
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  await withDatabase(async (connection) => {
    const described = columns.map(({ name, type }) => `${sqlName(name)} ${SQL_TYPES[type]}`);
    await connection.run(`CREATE TABLE written (${described.join(', ')})`);
    await append(connection, columns, rows);
    const keys = columns.filter(({ key }) => key).map(({ name }) => sqlName(name));
    await connection.run(
      `COPY (SELECT * FROM written ORDER BY ${keys.join(', ')}) TO ${sqlText(file)} ` +
        `(${PARQUET_OPTIONS})`,
    );
  });
}

async function append(
  connection: DuckDBConnection,
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const { DOUBLE, DuckDBDataChunk, INTEGER, VARCHAR } = await import('@duckdb/node-api');
  const types: Record<Column['type'], DuckDBType> = { text: VARCHAR, integer: INTEGER, double: DOUBLE };
  const appender = await connection.createAppender('written');
  const values: DuckDBValue[][] = columns.map(() => []);
  const flush = () => {
    if (values[0].length === 0) return;
    const chunk = DuckDBDataChunk.create(
      columns.map(({ type }) => types[type]),
      values[0].length,
    );
    chunk.setColumns(values);
    appender.appendDataChunk(chunk);
    for (const column of values) column.length = 0;
  };
  for (const row of rows) {
    row.forEach((value, c) => {
      values[c].push(value);
    });
    if (values[0].length === CHUNK_ROWS) flush();
  }
  flush();
  appender.closeSync();
}

/** Rows of a query as plain objects. */
export async function query<T>(sql: string): Promise<T[]> {
  return withDatabase(async (connection) => {
    const reader = await connection.runAndReadAll(sql);
    return reader.getRowObjectsJS() as T[];
  });
}

/** Appends rows of numbers; a value that is NaN becomes an empty one. */
export interface NumberAppender {
  /** A row of two. */
  pair(first: number, second: number): void;
  /** A row of `first` and the numbers of a list from `from` on. */
  slice(first: number, numbers: Float64Array, from: number): void;
  close(): void;
}

/** An appender to a table of doubles; rows keep the order in which they come. */
export async function appendNumbers(
  connection: DuckDBConnection,
  table: string,
  width: number,
): Promise<NumberAppender> {
  const { DOUBLE, DuckDBDataChunk } = await import('@duckdb/node-api');
  const appender = await connection.createAppender(table);
  const types = Array.from({ length: width }, () => DOUBLE);
  const columns: (number | null)[][] = types.map(() => []);
  const flush = () => {
    if (columns[0].length === 0) return;
    const chunk = DuckDBDataChunk.create(types, columns[0].length);
    chunk.setColumns(columns);
    appender.appendDataChunk(chunk);
    for (const column of columns) column.length = 0;
  };
  const flushFull = () => {
    if (columns[0].length === CHUNK_ROWS) flush();
  };
  return {
    pair(first, second) {
      columns[0].push(first);
      columns[1].push(second);
      flushFull();
    },
    slice(first, numbers, from) {
      columns[0].push(first);
      for (let c = 1; c < width; c++) {
        const value = numbers[from + c - 1];
        columns[c].push(Number.isNaN(value) ? null : value);
      }
      flushFull();
    },
    close() {
      flush();
      appender.closeSync();
    },
  };
}
