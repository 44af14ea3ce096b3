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
  await withDatabase(
    async (connection) => {
      // A row is its place in (period, cell, indicator, run), which a double holds exactly, and its value.
      await connection.run('CREATE TABLE written (place DOUBLE, value DOUBLE)');
      const append = await appendNumbers(connection, 'written', 2);
      for (let p = 0; p < periods.length; p++) {
        const slices = runs.map(({ reader }) => reader?.values(p * width, width));
        let place = p * width * runs.length;
        for (let at = 0; at < width; at++) {
          for (let r = 0; r < runs.length; r++, place++) {
            const value = slices[r]?.[at] ?? Number.NaN;
            if (!Number.isNaN(value)) append.pair(place, value);
          }
        }
      }
      append.close();
      const run = `place % ${runs.length}`;
      const rest = `place // ${runs.length}`;
      const cell = `${rest} // ${indicators.length}`;
      await copyTo(connection, file, 'SELECT place::BIGINT AS place, value FROM written', [
        ...runColumns(run, runs),
        pick(`${cell} // ${cells.length}`, periods, 'period'),
        pick(
          `${cell} % ${cells.length}`,
          cells.map(({ place }) => place),
          'place',
        ),
        pick(
          `${cell} % ${cells.length}`,
          cells.map(({ group }) => group),
          'group',
        ),
        pick(`${rest} % ${indicators.length}`, indicators, 'indicator'),
        'value',
      ]);
    },
    { memory: MEMORY },
  );
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
  await withDatabase(
    async (connection) => {
      const described = names.map((name) => `${sqlName(name)} DOUBLE`).join(', ');
      await connection.run(`CREATE TABLE written (place DOUBLE, ${described})`);
      const append = await appendNumbers(connection, 'written', 1 + names.length);
      for (let y = 0; y < years.length; y++) {
        const slices = runs.map(({ reader }) => reader?.territories(y * width, width));
        let place = y * territories.length * runs.length;
        for (let z = 0; z < territories.length; z++) {
          for (let r = 0; r < runs.length; r++, place++) {
            const slice = slices[r];
            if (slice) append.slice(place, slice, z * names.length);
          }
        }
      }
      append.close();
      const rest = `place // ${runs.length}`;
      await copyTo(connection, file, 'SELECT * REPLACE (place::BIGINT AS place) FROM written', [
        ...runColumns(`place % ${runs.length}`, runs),
        pick(`${rest} // ${territories.length}`, years, 'year'),
        pick(`${rest} % ${territories.length}`, territories, 'territory'),
        ...names.map(sqlName),
      ]);
    },
    { memory: MEMORY },
  );
}

/** Columns of the run at a position in the list. */
function runColumns(position: string, runs: readonly RunId[]): string[] {
  return (['scenario', 'point', 'replicate'] as const).map((name) =>
    pick(
      position,
      runs.map((run) => run[name]),
      name,
    ),
  );
}

/** The name, or number, on an axis at a position. */
function pick(position: string, axis: readonly (string | number)[], name: string): string {
  const words = axis.map((value) => (typeof value === 'number' ? `${value}::INTEGER` : sqlText(value)));
  return `[${words.join(', ')}][${position} + 1] AS ${sqlName(name)}`;
}

/** One thread keeps the order in which the rows were appended. */
async function copyTo(
  connection: DuckDBConnection,
  file: string,
  rows: string,
  columns: readonly string[],
): Promise<void> {
  await connection.run(
    `COPY (SELECT ${columns.join(', ')} FROM (${rows})) TO ${sqlText(file)} (${PARQUET_OPTIONS})`,
  );
}
