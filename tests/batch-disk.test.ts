/** A disk that is full or read-only ends a batch with a sentence, and what was finished is kept. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspectStudy } from '../sim/batch/inspect.js';
import type { StudyManifest } from '../sim/results/study/manifest.js';
import { maillageHere } from './support/program.js';
import { logged, starting, until } from './support/running.js';
import { type SmallDisk, smallDisk } from './support/small-disk.js';
import {
  contents,
  context,
  keepMadeRuns,
  madeStudy,
  planFile,
  runsOf,
  studyAsked,
} from './support/studies.js';

const asked = {
  replicates: 2,
  keep: '{ indicators: [aplMean, gpsLiberal], places: [FR, "94"], territories: false }',
} as const;
const file = planFile(asked);
const disk: SmallDisk | undefined = smallDisk(4);
const words = (dir: string) => ['batch', file, '--out', dir, '--threads', '1'];
let manifest: StudyManifest;
beforeAll(async () => {
  manifest = await studyAsked(asked);
});

describe.skipIf(disk === undefined)('a disk that fills up', () => {
  const { folder, fill, empty } = disk as SmallDisk;

  test('while runs are simulated ends the batch with a sentence; with room again the same command goes on', async () => {
    const dir = join(folder, 'study');
    const running = starting(words(dir));
    await until(() => logged(dir).runs >= 1, running);
    running.signal('SIGSTOP');
    fill(0);
    running.signal('SIGCONT');
    const { code, stdout, stderr } = await running.ended;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`Error: the disk of ${dir} is full; what was finished is kept: free some room`);
    expect(stderr).not.toContain('report');
    const state = inspectStudy(dir, context());
    expect([state?.failed, state?.damaged]).toEqual([[], []]);
    expect(state?.done).toBeGreaterThanOrEqual(1);
    expect(state?.missing.length).toBeGreaterThan(0);
    empty();
    const again = await maillageHere(words(dir));
    expect(again.code).toBe(0);
    expect(again.stderr).toContain(`4 runs: ${state?.done} already there`);
    expect(inspectStudy(dir, context())).toMatchObject({ complete: true, done: 4, failed: [] });
    rmSync(dir, { recursive: true });
  }, 240_000);

  test.each([
    ['batch', 'the results', 16_384],
    ['batch', 'the table of runs', 65_536],
    ['merge', 'the documents', 163_840],
  ])('while %s writes %s ends it with a sentence and loses no run', async (command, _, room) => {
    const dir = join(folder, 'study');
    keepMadeRuns(dir, manifest, runsOf(manifest));
    const call = () => maillageHere(command === 'batch' ? words(dir) : ['merge', dir]);
    fill(room);
    const { code, stdout, stderr } = await call();
    empty();
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining(`the disk of ${dir} is full`)]);
    expect(stderr).not.toContain('report');
    expect(inspectStudy(dir, context())).toMatchObject({ done: 4, missing: [], damaged: [] });
    expect((await call()).code).toBe(0);
    expect(contents(dir)).toEqual(contents(await madeStudy(manifest)));
    rmSync(dir, { recursive: true });
  });
});

describe.skipIf(disk === undefined)('a disk that is read-only', () => {
  const { folder, setReadOnly } = disk as SmallDisk;

  test('refuses a batch with a sentence and shows the studies that it holds', async () => {
    const there = join(folder, 'there');
    cpSync(await madeStudy(manifest), there, { recursive: true });
    const before = contents(folder);
    setReadOnly(true);
    try {
      for (const dir of [there, join(folder, 'new')]) {
        const { code, stdout, stderr } = await maillageHere([...words(dir), '--replicates', '4']);
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toMatch(/^Error: .*(cannot be written|no folder can be made)/m);
        expect(stderr).toContain('choose a');
      }
      expect((await maillageHere(['repair', there])).code).toBe(2);
      expect((await maillageHere(['status', there])).code).toBe(0);
      expect((await maillageHere(['compare', there])).code).toBe(0);
    } finally {
      setReadOnly(false);
    }
    expect(contents(folder)).toEqual(before);
    expect(readdirSync(dirname(file))).not.toContain('new');
  });
});
