/** The tables of a folder of results, whether it is a study or the folder of a single run. */

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MaillageError } from '../../base/errors.js';
import { isFolder } from '../../base/files.js';
import { displayPath } from '../../base/paths.js';
import { refusal, refused } from '../../base/refusals.js';
import { RESULTS, readManifest, TERRITORIES } from '../store.js';
import { PARQUET, STUDY_MANIFEST, TABLE_NAMES, type TableName } from './names.js';

export interface ResultsFolder {
  /** Absolute. */
  readonly dir: string;
  readonly kind: 'study' | 'run';
  /** Tables that have files, in the order of `TABLE_NAMES`. */
  readonly tables: readonly FolderTable[];
}

export interface FolderTable {
  readonly name: TableName;
  /** Absolute paths in the order of their names. */
  readonly files: readonly string[];
}

/**
 * Finds the tables of a study or of a run; files are named, not opened.
 * @throws MaillageError `bad-data` when the folder holds neither.
 */
export function openResults(folder: string): ResultsFolder {
  const dir = resolve(folder);
  if (existsSync(join(dir, STUDY_MANIFEST))) return { dir, kind: 'study', tables: studyTables(dir) };
  if (readManifest(dir) === undefined) throw noResults(dir);
  const tables = [
    { name: 'results', file: RESULTS },
    { name: 'territories', file: TERRITORIES },
  ] as const;
  return {
    dir,
    kind: 'run',
    tables: tables
      .filter(({ file }) => existsSync(join(dir, file)))
      .map(({ name, file }) => ({ name, files: [join(dir, file)] })),
  };
}

function studyTables(dir: string): FolderTable[] {
  return TABLE_NAMES.map((name) => ({ name, files: parquetFiles(join(dir, name)) })).filter(
    ({ files }) => files.length > 0,
  );
}

/** Whole files only: what is being written has a name that begins with a dot. */
function parquetFiles(dir: string): string[] {
  if (!isFolder(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(PARQUET) && !name.startsWith('.'))
    .sort()
    .map((name) => join(dir, name));
}

function noResults(dir: string): MaillageError {
  const inside = isFolder(dir)
    ? readdirSync(dir)
        .sort()
        .find((name) => readManifest(join(dir, name)) !== undefined)
    : undefined;
  const hint =
    inside === undefined ? [] : [refusal('runsInside', { folder: displayPath(join(dir, inside)) })];
  return refused('bad-data', refusal('noResults', { folder: displayPath(dir), hint }));
}
