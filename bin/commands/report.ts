/** `maillage report`: what a study shows, as a page or as pictures. */
import { REPORT } from '../../analysis/wording/report.js';
import type { Command } from '../command.js';
import { JSON_OPTION, QUIET_OPTION } from '../options.js';

const { options } = REPORT;

export const report: Command = {
  name: 'report',
  describe: REPORT.describe,
  positionals: [{ name: 'dir', describe: REPORT.dir }],
  options: [
    { name: 'out', describe: options.out },
    { name: 'png', describe: options.png },
    { name: 'baseline', describe: options.baseline },
    { name: 'indicators', describe: options.indicators, takes: 'many' },
    { name: 'force', describe: options.force, takes: 'flag' },
    JSON_OPTION,
    QUIET_OPTION,
  ],
  examples: [
    'maillage report out/study --lang fr --out report.html',
    'maillage report out/study --png figures',
    'maillage report out/study --baseline ars-delegue-2017 --out other-way.html',
  ],
  run: async (invocation) => {
    const { writeReport } = await import('../report/write-report.js');
    return writeReport(invocation);
  },
};
