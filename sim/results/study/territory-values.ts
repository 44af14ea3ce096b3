/** Values of the headline indicators by territory and year, one indicator after the other: a study may hold many. */
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlName, sqlText, withDatabase } from '../parquet.js';
import type { Unit } from './cells.js';
import type { StudyManifest } from './manifest.js';
import { checkTables, readingTables } from './reading.js';

export interface TerritoryAsked {
  readonly indicators: readonly string[];
  readonly scenarios: readonly string[];
  readonly years: readonly number[];
  /** Codes; others are left out. */
  readonly territories: readonly string[];
  readonly units: readonly Unit[];
}

/** Value at ((scenario × years + year) × territories + territory) × units + unit; NaN for none. */
export type TerritoryValues = Float64Array;

/** One thread: rows come in the order of the files in every query. */
const READER = { threads: 1, memory: '700MB' } as const;

/**
 * Hands over the values of each indicator in turn; the array is used again for the next. An indicator of which the
 * tables have no column is passed over.
 * @throws MaillageError `bad-data` when a table does not have the digest that the manifest tells.
 */
export async function readTerritoryValues(
  dir: string,
  manifest: StudyManifest,
  asked: TerritoryAsked,
  visit: (indicator: string, values: TerritoryValues) => void,
): Promise<void> {
  const files = Object.keys(manifest.files)
    .filter((file) => file.startsWith('territories/'))
    .sort();
  const { indicators, scenarios, years, territories, units } = asked;
  if ([files, indicators, scenarios, years, territories, units].some(({ length }) => length === 0)) return;
  checkTables(dir, manifest, files);
  const source = `read_parquet([${files.map((file) => sqlText(join(dir, file))).join(', ')}])`;
  const axes = { scenario: scenarios, territory: territories };
  await readingTables(dir, () =>
    withDatabase(async (connection) => {
      for (const [name, list] of Object.entries(axes))
        await connection.run(`CREATE TYPE axis_${name} AS ENUM (${list.map(sqlText).join(', ')})`);
      const codes = Object.keys(axes).map((name) => `enum_code(TRY_CAST(${name} AS axis_${name}))::INTEGER`);
      const at = await rowPositions(
        connection,
        `SELECT ${codes.join(', ')}, point, replicate, year FROM ${source}`,
        asked,
      );
      const values = new Float64Array(scenarios.length * years.length * territories.length * units.length);
      // A study of an older version lacks what came later.
      const there = await columnNames(connection, source);
      for (const indicator of indicators.filter((id) => there.has(id))) {
        values.fill(Number.NaN);
        let row = 0;
        for await (const [column] of columnsOf(connection, `SELECT ${sqlName(indicator)} FROM ${source}`)) {
          for (const value of column as readonly (number | null)[]) {
            if (at[row] >= 0 && value !== null) values[at[row]] = value;
            row++;
          }
        }
        visit(indicator, values);
      }
    }, READER),
  );
}

/** Where the value of each row goes, in the order of the files; -1 for rows that were not asked for. */
async function rowPositions(
  connection: DuckDBConnection,
  sql: string,
  { years, territories, units }: TerritoryAsked,
): Promise<readonly number[]> {
  const unitAt = new Map(units.map(({ point, replicate }, u) => [`${point}/${replicate}`, u]));
  const found: number[] = [];
  for await (const [scenario, territory, point, replicate, year] of columnsOf(connection, sql)) {
    for (let row = 0; row < scenario.length; row++) {
      const [s, z, y] = [scenario[row], territory[row], (year[row] as number) - years[0]];
      const u = unitAt.get(`${point[row]}/${replicate[row]}`);
      const isAsked = s !== null && z !== null && u !== undefined && y >= 0 && y < years.length;
      found.push(
        isAsked
          ? (((s as number) * years.length + y) * territories.length + (z as number)) * units.length + u
          : -1,
      );
    }
  }
  return found;
}

async function columnNames(connection: DuckDBConnection, source: string): Promise<ReadonlySet<unknown>> {
  const names = new Set<unknown>();
  for await (const [column] of columnsOf(connection, `SELECT column_name FROM (DESCRIBE FROM ${source})`))
    for (const name of column) names.add(name);
  return names;
}

/** Columns of a query, chunk by chunk. */
async function* columnsOf(
  connection: DuckDBConnection,
  sql: string,
): AsyncGenerator<readonly (readonly unknown[])[]> {
  const result = await connection.stream(sql);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    yield chunk.getColumns();
}
