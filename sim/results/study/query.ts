/**
 * SQL over the tables of a folder of results. DuckDB does the work, on one thread so that equal queries give equal
 * digits, and may open the files of the tables and nothing else: settings of its guide "Securing DuckDB".
 */
import type { DuckDBConnection, DuckDBResult, DuckDBValueConverter, Json } from '@duckdb/node-api';
import { MaillageError } from '../../base/errors.js';
import type { ResultsFolder } from './folder.js';
import { type SqlProblem, sqlProblem, type Vocabulary } from './sql-problem.js';
import { damage, sqlList, withViews } from './views.js';

export interface QueryColumn {
  readonly name: string;
  /** As DuckDB names it: `VARCHAR`, `DOUBLE` … */
  readonly type: string;
}

export interface QueryAnswer {
  readonly columns: readonly QueryColumn[];
  /** Rows in batches, made as they are asked for. Dates and numbers beyond doubles are texts. */
  readonly batches: AsyncIterable<readonly (readonly Json[])[]>;
}

const MEMORY = '2GB';

/** First word of a statement that changes tables. */
const WRITING = /^\s*(insert|update|delete|merge|truncate)\b/i;

/**
 * Asks one query of a folder and hands its answer to `use` while the tables are open.
 * @param options - `tell` puts a problem of the query in words, the message of the error then thrown; aborting
 *   `signal` ends the query.
 * @throws MaillageError `bad-option` for a query that is not one SELECT or that DuckDB refuses, `bad-data` for a
 *   file that cannot be read.
 */
export async function queryResults<T>(
  folder: ResultsFolder,
  sql: string,
  options: {
    readonly tell: (problem: SqlProblem, vocabulary: Vocabulary) => string;
    readonly signal: AbortSignal;
  },
  use: (answer: QueryAnswer) => Promise<T>,
): Promise<T> {
  const { tell, signal } = options;
  return withViews(folder, { memory: MEMORY, signal }, async (connection, vocabulary) => {
    await lock(connection, folder);
    const refuse = (problem: SqlProblem): never => {
      throw new MaillageError('bad-option', tell(problem, vocabulary));
    };
    const fail = (error: unknown): never => {
      if (signal.aborted) throw error;
      throw damage(error, folder) ?? refuse(sqlProblem(error, sql, vocabulary));
    };
    return use(await ask(connection, sql, refuse, fail));
  });
}

/** From here on no statement opens another file or changes a setting. */
async function lock(connection: DuckDBConnection, { tables }: ResultsFolder): Promise<void> {
  const settings = [
    'errors_as_json = true',
    `allowed_paths = ${sqlList(tables.flatMap(({ files }) => files))}`,
    'enable_external_access = false',
    'lock_configuration = true',
  ];
  for (const setting of settings) await connection.run(`SET ${setting}`);
}

async function ask(
  connection: DuckDBConnection,
  sql: string,
  refuse: (problem: SqlProblem) => never,
  fail: (error: unknown) => never,
): Promise<QueryAnswer> {
  if (isBlank(sql)) return refuse({ kind: 'empty' });
  const { StatementType } = await import('@duckdb/node-api');
  const statements = await connection.extractStatements(sql).catch(fail);
  if (statements.count > 1) return refuse({ kind: 'several', count: statements.count });
  // What writes to a table of the study fails before its kind is known: tables are views.
  const statement = await statements.prepare(0).catch((error: unknown) => {
    const kind = WRITING.exec(sql)?.[1];
    return kind === undefined ? fail(error) : refuse({ kind: 'statement', statement: kind.toUpperCase() });
  });
  if (statement.statementType !== StatementType.SELECT) {
    return refuse({ kind: 'statement', statement: StatementType[statement.statementType] });
  }
  if (statement.parameterCount > 0) return refuse({ kind: 'parameters' });
  const result = await statement.stream().catch(fail);
  const types = result.columnTypes();
  return {
    columns: result.columnNames().map((name, c) => ({ name, type: String(types[c]) })),
    batches: batches(result, fail),
  };
}

/** True for a text without any statement: spaces, semicolons and comments. */
function isBlank(sql: string): boolean {
  const bare = sql.replace(/--.*$/gm, '').replace(/\/\*.*?\*\//gs, '');
  return /^[\s;]*$/.test(bare);
}

async function* batches(
  result: DuckDBResult,
  fail: (error: unknown) => never,
): AsyncGenerator<readonly (readonly Json[])[]> {
  const rows = result.yieldConvertedRows(await jsonConverter());
  for (;;) {
    const next = await rows.next().catch(fail);
    if (next.done) return;
    yield next.value;
  }
}

/** Whole numbers and decimals are numbers wherever a double holds all their digits, else texts. */
async function jsonConverter(): Promise<DuckDBValueConverter<Json>> {
  const { DuckDBDecimalValue, JsonDuckDBValueConverter } = await import('@duckdb/node-api');
  return (value, type, converter) => {
    const isExact = typeof value === 'bigint' || value instanceof DuckDBDecimalValue;
    return isExact ? exact(String(value)) : JsonDuckDBValueConverter(value, type, converter);
  };
}

/** Decimal digits that every double holds. */
const DIGITS = 15;

function exact(text: string): number | string {
  return text.replace(/\D/g, '').length <= DIGITS ? Number(text) : text;
}
