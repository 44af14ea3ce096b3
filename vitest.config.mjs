import { EventEmitter } from 'node:events';
import { defineConfig } from 'vitest/config';

/** Vitest listens once for each file to a worker that several share, and Node warns from the eleventh on. */
EventEmitter.defaultMaxListeners = 0;

/** Minutes, not seconds: `npm run test:slow` alone runs them, one file after the other. */
const SLOW = ['dist/tests/slow/**'];
const isSlow = process.env.SLOW === '1';

/** Tests run as compiled JavaScript: a worker thread cannot be started from a `.ts` file. */
export default defineConfig({
  test: {
    include: isSlow ? SLOW.map((folder) => `${folder}/*.test.js`) : ['dist/tests/**/*.test.js'],
    exclude: ['**/node_modules/**', ...(isSlow ? [] : SLOW)],
    testTimeout: isSlow ? 3_600_000 : 120_000,
    hookTimeout: isSlow ? 3_600_000 : 120_000,
    maxWorkers: 2,
    // Files of a worker share its modules, which compile once, and what those keep: geography and catalogue.
    isolate: false,
    setupFiles: ['dist/tests/support/each-file.js'],
    fileParallelism: !isSlow,
  },
});
