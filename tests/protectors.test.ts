/**
 * What V8 takes for granted of typed arrays as long as no thread breaks it. Once a buffer has been given away it looks, at
 * every read, whether the buffer is still there: an eighth of the time of a study, and the same bytes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM } from './support/program.js';
import { PROJECT } from './support/project.js';

const BROKEN = 'ArrayBufferDetaching';

/** What V8 tells of what it no longer takes for granted. */
function told(words: readonly string[]): { code: number | null; stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, ['--trace-protector-invalidation', ...words], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  return { code: status, stdout };
}

test('no thread of a batch gives a buffer away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-protectors-'));
  try {
    const study = ['--out', join(folder, 'study'), '--scale', '1000', '--to', '2013', '--replicates', '2'];
    const { code, stdout } = told([PROGRAM, 'batch', 'baseline', ...study, '--threads', '2', '--quiet']);
    expect(code).toBe(0);
    expect(stdout).not.toContain(BROKEN);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a buffer given away would be told', () => {
  const give = 'const b = new ArrayBuffer(8); structuredClone(b, { transfer: [b] })';
  expect(told(['-e', give]).stdout).toContain(BROKEN);
});
