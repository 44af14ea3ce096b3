import { defineConfig } from 'vitest/config';

/** Tests run as compiled JavaScript: a worker thread cannot be started from a `.ts` file. */
export default defineConfig({
  test: {
    include: ['dist/tests/**/*.test.js'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
