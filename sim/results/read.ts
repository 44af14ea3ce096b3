/** Reads a run's folder back. */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { displayPath } from '../base/paths.js';
import { refusal, refused } from '../base/refusals.js';
import type { TidyRow } from '../recorder/rows.js';
import type { Provenance } from './identity.js';
import { query, sqlText } from './parquet.js';
import { type Manifest, PROVENANCE, RESULTS, readManifest, TERRITORIES } from './store.js';

export interface RunResults {
  readonly manifest: Manifest;
  readonly provenance: Provenance;
  /** In the order of the file: period, place, group, indicator. */
  readonly rows: readonly TidyRow[];
}

/** Values to keep; everything where a list is left out. */
export interface RowFilter {
  readonly indicators?: readonly string[];
  readonly places?: readonly string[];
  readonly groups?: readonly string[];
  readonly periods?: readonly string[];
}

/**
 * Manifest, provenance and tidy rows of a run.
 * @throws MaillageError `bad-data` when the folder holds no run of this format.
 */
export async function readRun(dir: string, filter: RowFilter = {}): Promise<RunResults> {
  const manifest = manifestOf(dir);
  const provenance = JSON.parse(readFileSync(join(dir, PROVENANCE), 'utf8')) as Provenance;
  const conditions = [
    among('indicator', filter.indicators),
    among('place', filter.places),
    among('group', filter.groups),
    among('period', filter.periods),
  ].filter((condition) => condition !== undefined);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const rows = await query<TidyRow>(
    `SELECT * FROM read_parquet(${sqlText(join(dir, RESULTS))}) ${where} ORDER BY period, place, "group", indicator`,
  );
  return { manifest, provenance, rows };
}

/** One territory in one year: the sixteen headline indicators by id, `null` where one has no value. */
export type TerritoryYear = Readonly<Record<string, number | string | null>> & {
  readonly year: number;
  readonly territory: string;
};

/**
 * The headline indicators of every territory and year, by year then code.
 * @throws MaillageError `bad-data` when the folder holds no run of this format.
 */
export async function readTerritories(dir: string): Promise<TerritoryYear[]> {
  manifestOf(dir);
  return query<TerritoryYear>(
    `SELECT * FROM read_parquet(${sqlText(join(dir, TERRITORIES))}) ORDER BY year, territory`,
  );
}

function manifestOf(dir: string): Manifest {
  const manifest = readManifest(dir);
  if (manifest) return manifest;
  throw refused('bad-data', refusal('noRun', { folder: displayPath(resolve(dir)) }));
}

function among(column: string, values: readonly string[] | undefined): string | undefined {
  return values && `"${column}" IN (${values.length > 0 ? values.map(sqlText).join(', ') : 'NULL'})`;
}
