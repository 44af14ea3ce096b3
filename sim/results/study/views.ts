/**
 * The tables of a folder of results as views of a private DuckDB, named `results`, `territories` and `runs`; one
 * thread, bounded memory, what does not fit goes to disk.
 */

import type { DuckDBConnection } from '@duckdb/node-api';
import { MaillageError } from '../../base/errors.js';
import { displayPath } from '../../base/paths.js';
import { refusal, refused } from '../../base/refusals.js';
import { sqlName, sqlText, withDatabase } from '../parquet.js';
import type { FolderTable, ResultsFolder } from './folder.js';
import { manifestState } from './manifest.js';
import { TABLE_NAMES } from './names.js';
import { checkTables } from './reading.js';
import type { Vocabulary } from './sql-problem.js';

/**
 * Opens the views, does the work and closes them. A folder may lack some tables; `vocabulary` holds those it has.
 * @param options - `memory` as DuckDB writes it (`2GB`); `spill` as for `withDatabase`; `signal`: aborting it ends
 *   the statement that runs.
 * @throws MaillageError `bad-data` for a file that cannot be read, or that is not what the manifest of a study tells.
 */
export async function withViews<T>(
  folder: ResultsFolder,
  options: { readonly memory: string; readonly spill?: string; readonly signal: AbortSignal },
  work: (connection: DuckDBConnection, vocabulary: Vocabulary) => Promise<T>,
): Promise<T> {
  const settings = [
    'autoinstall_known_extensions = false',
    'autoload_known_extensions = false',
    // The ends of the files are read once, not once for each statement.
    'parquet_metadata_cache = true',
  ];
  if (folder.kind === 'study') checkFolder(folder.dir);
  return withDatabase(async (connection) => {
    const interrupt = () => connection.interrupt();
    options.signal.addEventListener('abort', interrupt);
    try {
      for (const setting of settings) await connection.run(`SET ${setting}`);
      return await work(connection, await createViews(connection, folder.tables));
    } catch (error) {
      throw damage(error, folder) ?? error;
    } finally {
      options.signal.removeEventListener('abort', interrupt);
    }
  }, options);
}

/** A study whose manifest is damaged has no digests to check its tables by. */
function checkFolder(dir: string): void {
  const found = manifestState(dir);
  if (found.state !== 'whole') return;
  const { manifest } = found;
  checkTables(dir, manifest, Object.keys(manifest.files).filter(isTable));
}

function isTable(path: string): boolean {
  return TABLE_NAMES.some((name) => path.startsWith(`${name}/`));
}

async function createViews(
  connection: DuckDBConnection,
  tables: readonly FolderTable[],
): Promise<Vocabulary> {
  const vocabulary = new Map<string, readonly string[]>();
  for (const { name, files } of tables) {
    const view = sqlName(name);
    // Runs added later may have other columns: those that a file lacks are empty.
    const byName = name === 'runs' ? ', union_by_name = true' : '';
    await connection.run(`CREATE VIEW ${view} AS SELECT * FROM read_parquet(${sqlList(files)}${byName})`);
    vocabulary.set(name, (await connection.run(`SELECT * FROM ${view} LIMIT 0`)).columnNames());
  }
  return vocabulary;
}

export function sqlList(texts: readonly string[]): string {
  return `[${texts.map(sqlText).join(', ')}]`;
}

/** The error to throw when an error of DuckDB is about one of the files, else `undefined`. */
export function damage(error: unknown, { kind, tables }: ResultsFolder): MaillageError | undefined {
  if (!(error instanceof Error) || error instanceof MaillageError) return undefined;
  const file = tables.flatMap(({ files }) => files).find((path) => error.message.includes(path));
  if (file === undefined) return undefined;
  const sentence = kind === 'study' ? 'damagedStudyFile' : 'damagedRunFile';
  const told = refusal(sentence, { file: displayPath(file) });
  return refused('bad-data', told, { exitCode: 1, cause: error });
}
