import { EventEmitter } from 'node:events';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** Vitest listens once for each file to a worker that several share, and Node warns from the eleventh on. */
EventEmitter.defaultMaxListeners = 0;

/** Minutes, not seconds, an hour and more on a slow host: `npm run test:slow` alone runs them, one file after the other. */
const SLOW = ['dist/tests/slow/**'];
const isSlow = process.env.SLOW === '1';
const LIMIT_MS = isSlow ? 4 * 3_600_000 : 120_000;

/** The files of some seconds and more, longest first: begun last, one would leave a worker idle. */
const LONG = [
  'batch-kill',
  'batch',
  'package',
  'batch-command',
  'engine',
  'family',
  'report-values',
  'pictures',
  'trials-command',
  'report-said',
  'batch-disk',
  'run',
  'installation',
  'renumber',
  'one-more',
  'study-repair',
  'validation-command',
  'study-store',
  'deadweight',
  'delegation-scenarios',
  'careers',
  'batch-precision',
  'report-partial',
  'cpts-projects',
  'bench',
  'study-extend',
  'study-pending',
  'trace-command',
  'lock-fights',
  'msp',
  'report',
  'report-size',
  'report-supply',
  'settlement',
];

class LongFirst extends BaseSequencer {
  async sort(files) {
    const length = ({ moduleId }) => {
      const at = LONG.indexOf(moduleId.replace(/^.*\/|\.test\.js$/g, ''));
      return at < 0 ? 0 : LONG.length - at;
    };
    const byName = (a, b) => (a.moduleId < b.moduleId ? -1 : 1);
    return [...files].sort((a, b) => length(b) - length(a) || byName(a, b));
  }
}

/** Tests run as compiled JavaScript: a worker thread cannot be started from a `.ts` file. */
export default defineConfig({
  test: {
    include: isSlow ? SLOW.map((folder) => `${folder}/*.test.js`) : ['dist/tests/**/*.test.js'],
    exclude: ['**/node_modules/**', ...(isSlow ? [] : SLOW)],
    testTimeout: LIMIT_MS,
    hookTimeout: LIMIT_MS,
    maxWorkers: 2,
    // Files of a worker share its modules, which compile once, and what those keep: geography and catalogue.
    isolate: false,
    // Memory for young objects, MB: a worker keeps much, and each collection of the young costs.
    execArgv: ['--max-semi-space-size=64'],
    setupFiles: ['dist/tests/support/each-file.js'],
    sequence: { sequencer: LongFirst },
    fileParallelism: !isSlow,
  },
});
