/** What a batch tells of its work while it runs. */
import { expect, test } from 'vitest';
import { type BatchProgress, runBatch } from '../sim/batch/run-batch.js';
import { writeStudyManifest } from '../sim/results/study/manifest.js';
import { context, newFolder, studyAsked } from './support/studies.js';

test('the share of the work done rises to the end: runs that have ended are not counted with their family again', async () => {
  const dir = newFolder();
  const manifest = await studyAsked({ scenarios: ['calm', 'longer', 'crowded'], replicates: 1, to: 2014 });
  writeStudyManifest(dir, manifest);
  const told: BatchProgress[] = [];
  await runBatch(dir, manifest, {
    ...context(),
    atOnce: 1,
    threads: 1,
    onProgress: (progress) => void told.push(progress),
  });
  const shares = told.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(told.at(-1)).toEqual({ done: 3, total: 3, share: 1, failed: 1 });
  const underWay = told.filter(({ done }) => done === 2);
  expect(underWay.length).toBeGreaterThan(2);
  expect(underWay[1].share).toBeLessThan(1);
});
