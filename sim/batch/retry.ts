/** Forgets the runs of a study that failed, so that they are made again. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { axesOf } from '../results/study/axes.js';
import { blocksOf, runsPath } from '../results/study/blocks.js';
import { type Failure, runName, type StudyManifest, writeStudyManifest } from '../results/study/manifest.js';
import { PENDING, readPending } from '../results/study/pending.js';
import { blockFiles, pendingFolders } from '../results/study/store.js';
import { unpackBlock } from '../results/study/unpack.js';
import type { BatchOptions } from './run-batch.js';
import { studyRuns } from './study-runs.js';

/**
 * The study without its failed runs. The other runs of their blocks go back to files of their own; killed on the way, the
 * study is still whole.
 */
export async function forgetFailures(
  dir: string,
  manifest: StudyManifest,
  { catalogue, geography }: Pick<BatchOptions, 'catalogue' | 'geography'>,
): Promise<StudyManifest> {
  const { identity } = studyRuns(manifest, catalogue);
  for (const folder of pendingFolders(dir)) {
    for (const { error, file } of readPending(folder, identity).runs)
      if (error) rmSync(file, { force: true });
  }
  if (manifest.failures.length === 0) return manifest;
  const axes = axesOf(manifest, geography);
  const failed = new Set(manifest.failures.map(runName));
  const opened = blocksOf(manifest.additions).filter(({ runs }) =>
    runs.some((run) => failed.has(runName(run))),
  );
  for (const block of opened) await unpackBlock(dir, block, axes, join(dir, PENDING), identity, failed);
  const gone = new Set(opened.flatMap((block) => [...blockFiles(block, axes), runsPath(block.addition)]));
  const files = Object.fromEntries(Object.entries(manifest.files).filter(([path]) => !gone.has(path)));
  const failures: Failure[] = [];
  const next = { ...manifest, files, failures };
  writeStudyManifest(dir, next);
  for (const path of gone) rmSync(join(dir, path), { force: true });
  return next;
}
