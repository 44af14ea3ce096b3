/**
 * Writes the tables of a block. Rows come in their final order (period, place, group, indicator, scenario, replicate,
 * point) and are numbers only, positions on the axes, which one DuckDB thread turns into words as it writes.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { HEADLINE } from '../../recorder/dictionary.js';
import { appendNumbers, PARQUET_OPTIONS, sqlName, sqlText, withDatabase } from '../parquet.js';
import type { RunId } from './manifest.js';
import type { RunReader } from './pending.js';

/** The axes that all runs of a study share. */
export interface StudyAxes {
  readonly periods: readonly string[];
  readonly cells: readonly { readonly place: string; readonly group: string }[];
  readonly indicators: readonly string[];
  /** For the table of territories; empty when it is not kept. */
  readonly years: readonly number[];
  readonly territories: readonly string[];
}

/** A run of the block with its numbers; without a reader when it failed. */
export interface BlockRun extends RunId {
  readonly reader?: RunReader;
}

/** Memory of the database while it writes; the rest goes to disk. */
const MEMORY = '512MB';

/** Writes `file` with the tidy results of the runs. */
export async function writeResultsBlock(
  file: string,
  axes: StudyAxes,
  runs: readonly BlockRun[],
): Promise<void> {
  const { periods, cells, indicators } = axes;
  const width = cells.length * indicators.length;
  await withDatabase(async (connection) => {
    await connection.run(`SET memory_limit = '${MEMORY}'`);
    await connection.run(
      'CREATE TABLE written (period INTEGER, cell INTEGER, indicator INTEGER, run INTEGER, value DOUBLE)',
    );
    const append = await appendNumbers(connection, 'written', [
      'integer',
      'integer',
      'integer',
      'integer',
      'double',
    ]);
    for (let p = 0; p < periods.length; p++) {
      const slices = runs.map(({ reader }) => reader?.values(p * width, width));
      for (let at = 0; at < width; at++) {
        const cell = Math.floor(at / indicators.length);
        for (let r = 0; r < runs.length; r++) {
          const value = slices[r]?.[at] ?? Number.NaN;
          if (!Number.isNaN(value)) append.row(p, cell, at - cell * indicators.length, r, value);
        }
      }
    }
    append.close();
    const columns = [
      ...runColumns(runs),
      pick('period', periods),
      pick(
        'cell',
        cells.map(({ place }) => place),
        'place',
      ),
      pick(
        'cell',
        cells.map(({ group }) => group),
        'group',
      ),
      pick('indicator', indicators),
      'value',
    ];
    await copyTo(connection, file, columns);
  });
}

/** Writes `file` with the headline indicators of the territories of the runs. */
export async function writeTerritoriesBlock(
  file: string,
  axes: StudyAxes,
  runs: readonly BlockRun[],
): Promise<void> {
  const { years, territories } = axes;
  const names = HEADLINE.map(({ id }) => id);
  const width = territories.length * names.length;
  await withDatabase(async (connection) => {
    await connection.run(`SET memory_limit = '${MEMORY}'`);
    const described = names.map((name) => `${sqlName(name)} DOUBLE`).join(', ');
    await connection.run(`CREATE TABLE written (year INTEGER, territory INTEGER, run INTEGER, ${described})`);
    const append = await appendNumbers(connection, 'written', [
      'integer',
      'integer',
      'integer',
      ...names.map(() => 'double' as const),
    ]);
    for (let y = 0; y < years.length; y++) {
      const slices = runs.map(({ reader }) => reader?.territories(y * width, width));
      for (let z = 0; z < territories.length; z++) {
        for (let r = 0; r < runs.length; r++) {
          const slice = slices[r];
          if (slice) append.row(y, z, r, ...slice.subarray(z * names.length, (z + 1) * names.length));
        }
      }
    }
    append.close();
    const columns = [
      ...runColumns(runs),
      pick('year', years),
      pick('territory', territories),
      ...names.map(sqlName),
    ];
    await copyTo(connection, file, columns);
  });
}

function runColumns(runs: readonly RunId[]): string[] {
  return [
    pick(
      'run',
      runs.map(({ scenario }) => scenario),
      'scenario',
    ),
    pick(
      'run',
      runs.map(({ point }) => point),
      'point',
    ),
    pick(
      'run',
      runs.map(({ replicate }) => replicate),
      'replicate',
    ),
  ];
}

/** The name, or number, on an axis at the position in a column. */
function pick(column: string, axis: readonly (string | number)[], name = column): string {
  const words = axis.map((value) => (typeof value === 'number' ? `${value}::INTEGER` : sqlText(value)));
  return `[${words.join(', ')}][${sqlName(column)} + 1] AS ${sqlName(name)}`;
}

/** One thread keeps the order in which the rows were appended. */
async function copyTo(connection: DuckDBConnection, file: string, columns: readonly string[]): Promise<void> {
  await connection.run(
    `COPY (SELECT ${columns.join(', ')} FROM written) TO ${sqlText(file)} (${PARQUET_OPTIONS})`,
  );
}
