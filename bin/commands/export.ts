/** `maillage export`: the tables of a study or of a run as one file each. */
import { EXPORT } from '../../analysis/wording/export.js';
import type { Command } from '../command.js';
import { JSON_OPTION, QUIET_OPTION } from '../options.js';

/** The formats of sim/results/study/export.ts, which the command line need not load for its help. */
export const FORMATS = ['parquet', 'csv'] as const;

export const exportTables: Command = {
  name: 'export',
  describe: EXPORT.describe,
  positionals: [{ name: 'dir', describe: EXPORT.dir }],
  options: [
    { name: 'format', describe: EXPORT.format, choices: FORMATS },
    { name: 'out', describe: EXPORT.out },
    { name: 'force', describe: EXPORT.force, takes: 'flag' },
    JSON_OPTION,
    QUIET_OPTION,
  ],
  examples: ['maillage export out/study --format csv --out out/tables'],
  run: async (invocation) => (await import('../results/export-tables.js')).runExport(invocation),
};
