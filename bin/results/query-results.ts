/** The work of `maillage query`: one answer, printed as it comes, as a table, as CSV or as JSON. */

import { decimal } from '../../analysis/wording/numbers.js';
import { QUERY } from '../../analysis/wording/query.js';
import { MaillageError } from '../../sim/base/errors.js';
import { openResults } from '../../sim/results/study/folder.js';
import { type QueryAnswer, queryResults } from '../../sim/results/study/query.js';
import type { SqlProblem, Vocabulary } from '../../sim/results/study/sql-problem.js';
import type { Invocation } from '../command.js';
import { schemaName } from '../json.js';
import { csvText } from '../terminal/csv.js';
import type { Terminal } from '../terminal/terminal.js';
import { rowsOnScreen } from './rows-on-screen.js';

/** @throws MaillageError as `openResults` and `queryResults`. */
export async function runQuery(invocation: Invocation): Promise<undefined> {
  const { terminal, signal } = invocation;
  const [json, csv] = [invocation.flag('json'), invocation.flag('csv')];
  if (json && csv) throw new MaillageError('bad-option', terminal.tell(QUERY.oneForm));
  const folder = openResults(invocation.text('dir') ?? '');
  const tell = (problem: SqlProblem, vocabulary: Vocabulary) => problemText(problem, vocabulary, terminal);
  const print = json ? printJsonRows : csv ? printCsv : printTable;
  await queryResults(folder, invocation.text('sql') ?? '', { tell, signal }, (answer) =>
    print(answer, terminal),
  );
  return;
}

/** `{ schema, columns, rows }`, one row a line. */
async function printJsonRows({ columns, batches }: QueryAnswer, terminal: Terminal): Promise<void> {
  const schema = JSON.stringify(schemaName('query'));
  terminal.print(`{\n  "schema": ${schema},\n  "columns": ${JSON.stringify(columns)},\n  "rows": [`);
  let held: string | undefined;
  for await (const rows of batches) {
    for (const row of rows) {
      // The last line alone has no comma.
      if (held !== undefined) terminal.print(`${held},`);
      held = `    ${JSON.stringify(row)}`;
    }
  }
  if (held !== undefined) terminal.print(held);
  terminal.print('  ]\n}');
}

async function printCsv({ columns, batches }: QueryAnswer, terminal: Terminal): Promise<void> {
  terminal.print(csvText([columns.map(({ name }) => name)]));
  for await (const rows of batches) if (rows.length > 0) terminal.print(csvText(rows));
}

async function printTable(answer: QueryAnswer, terminal: Terminal): Promise<void> {
  const { count, shortened } = await rowsOnScreen(answer, terminal);
  terminal.say(
    count === 1
      ? terminal.tell(QUERY.oneRow)
      : terminal.tell(QUERY.rows, { count: decimal(count, terminal.language) }),
  );
  if (shortened) terminal.say(terminal.tell(QUERY.shortened));
}

/** What is wrong with a query, in the language of the terminal. */
function problemText(problem: SqlProblem, vocabulary: Vocabulary, { tell }: Terminal): string {
  const tables = [...vocabulary.keys()].join(', ') || tell(QUERY.noTable);
  const message = tell(QUERY.problems[problem.kind], {
    tables,
    count: 'count' in problem ? problem.count : '',
    statement: 'statement' in problem ? problem.statement : '',
    name: 'name' in problem ? problem.name : '',
    message: 'message' in problem ? problem.message : '',
    hint: hint(problem, tables, tell),
  });
  const at = 'at' in problem ? problem.at : undefined;
  return at === undefined ? message : tell(QUERY.at, { line: at.line, column: at.column, message });
}

function hint(problem: SqlProblem, tables: string, tell: Terminal['tell']): string {
  if ('near' in problem && problem.near !== undefined) return tell(QUERY.didYouMean, { name: problem.near });
  return problem.kind === 'column' ? tell(QUERY.theColumns) : tell(QUERY.theTables, { tables });
}
