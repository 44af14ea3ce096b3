/** `maillage query`: SQL over the tables of a study or of a run. */
import { QUERY } from '../../analysis/wording/query.js';
import type { Command } from '../command.js';
import { JSON_OPTION } from '../options.js';

export const query: Command = {
  name: 'query',
  describe: QUERY.describe,
  positionals: [
    { name: 'dir', describe: QUERY.dir },
    { name: 'sql', describe: QUERY.sql },
  ],
  options: [JSON_OPTION, { name: 'csv', takes: 'flag', describe: QUERY.csv }],
  examples: [
    'maillage query out/study "DESCRIBE results"',
    'maillage query out/study "SELECT status, count(*) FROM runs GROUP BY ALL"',
    'maillage query out/study "FROM results WHERE indicator = \'aplMean\'" --csv',
  ],
  // DuckDB is loaded only when something is asked.
  run: async (invocation) => (await import('../results/query-results.js')).runQuery(invocation),
};
