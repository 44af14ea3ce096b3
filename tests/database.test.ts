/** What the database cannot hold in memory lies in a folder of its own meanwhile, never in the current one. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withDatabase } from '../sim/results/parquet.js';

/** Fills more than its memory; returns the folder in which the rest was. */
async function spilling(spill?: string): Promise<{ folder: string; files: number }> {
  return withDatabase(
    async (connection) => {
      await connection.run('CREATE TABLE large AS SELECT random() AS value FROM range(6000000)');
      const [[folder]] = await (
        await connection.run(`SELECT current_setting('temp_directory') FROM large LIMIT 1`)
      ).getRows();
      return {
        folder: String(folder),
        files: existsSync(String(folder)) ? readdirSync(String(folder)).length : 0,
      };
    },
    { memory: '20MB', ...(spill === undefined ? {} : { spill }) },
  );
}

test('a database that lacks memory uses the temporary folder of the system, and leaves nothing there', async () => {
  const { folder, files } = await spilling();
  expect(dirname(folder)).toBe(tmpdir());
  expect(files).toBeGreaterThan(0);
  expect(existsSync(folder)).toBe(false);
  expect(existsSync('.tmp')).toBe(false);
});

test('or the folder that it is given, which stays', async () => {
  const given = mkdtempSync(join(tmpdir(), 'maillage-database-test-'));
  const { folder, files } = await spilling(given);
  expect([dirname(folder), readdirSync(given)]).toEqual([given, []]);
  expect(files).toBeGreaterThan(0);
  rmSync(given, { recursive: true });
});
