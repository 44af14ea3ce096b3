/** Restores what is damaged in a study: copies where there are any, the same simulations again where there are none. */
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestJson, type Json } from '../base/digest.js';
import { MaillageError } from '../base/errors.js';
import { codeVersion } from '../results/code-version.js';
import { axesOf } from '../results/study/axes.js';
import { type Block, blocksOf, runsPath } from '../results/study/blocks.js';
import {
  type RunId,
  runName,
  type StudyManifest,
  spareManifest,
  writeStudyManifest,
} from '../results/study/manifest.js';
import { PENDING, pendingName, writePending } from '../results/study/pending.js';
import { blockFiles } from '../results/study/store.js';
import type { Damage } from './documents.js';
import { inspectStudy, type StudyState } from './inspect.js';
import { type BatchOptions, runBatch } from './run-batch.js';
import { studyRuns } from './study-runs.js';
import { namesOf } from './work.js';

export interface Repaired {
  /** What was damaged, all of it restored. */
  readonly damaged: readonly Damage[];
  /** Runs simulated again. */
  readonly ran: readonly RunId[];
}

/**
 * Restores a study to the bytes that its manifest tells. Whoever calls holds the lock.
 * @throws MaillageError `bad-data` when no manifest can be found, when another version of the program made the study, or
 *   when what was simulated again differs from what was there.
 */
export async function repairStudy(dir: string, shown: string, options: BatchOptions): Promise<Repaired> {
  const state = inspectStudy(dir, options);
  if (state === undefined) {
    throw new MaillageError(
      'bad-data',
      `${shown} holds neither a manifest of a study nor its copy in the data package: run "maillage batch" again with the plan, into a new folder`,
    );
  }
  const { manifest, damaged } = state;
  const finished = finishedBefore(dir, state);
  const blocks = damagedBlocks(manifest, damaged, options);
  const again = namesOf([...runsToMake(state, blocks), ...(finished ? state.missing : [])]);
  if (damaged.length === 0 && again.size === 0) return { damaged, ran: [] };
  if (again.size > 0 && manifest.identity.code !== codeVersion()) {
    throw new MaillageError(
      'bad-data',
      `${shown} was made by maillage ${manifest.identity.code}, and this is ${codeVersion()}: its runs cannot be made again as they were; use that version`,
    );
  }
  for (const { file } of damaged) if (file.endsWith('.run')) rmSync(join(dir, file), { force: true });
  const opened = reopened(dir, manifest, blocks, damaged, options);
  writeStudyManifest(dir, opened);
  const result = await runBatch(dir, opened, { ...options, only: again });
  const files = { ...finished?.files, ...manifest.files };
  const changed = Object.keys(files).filter(
    (path) => result.manifest.files[path]?.sha256 !== files[path].sha256,
  );
  if (changed.length > 0) {
    throw new MaillageError(
      'bad-data',
      `${changed.join(', ')} could not be restored: simulated again, the results differ from those that the manifest tells; "maillage batch" into a new folder makes a sound study`,
      { exitCode: 1 },
    );
  }
  return { damaged, ran: result.ran };
}

function damagedBlocks(
  manifest: StudyManifest,
  damaged: readonly Damage[],
  { geography }: Pick<BatchOptions, 'geography'>,
): Block[] {
  const axes = axesOf(manifest, geography);
  const names = new Set(damaged.map(({ file }) => file));
  return blocksOf(manifest.additions).filter((block) =>
    blockFiles(block, axes).some((path) => names.has(path)),
  );
}

/**
 * The manifest of the study when it was last finished, where nothing was asked of it since: it then tells what a repair
 * that was interrupted had begun to restore.
 */
function finishedBefore(dir: string, { manifest, failed }: StudyState): StudyManifest | undefined {
  const spare = spareManifest(dir);
  const sizeOf = (additions: StudyManifest['additions'], failures: StudyManifest['failures']) =>
    digestJson([additions, failures] as unknown as Json);
  if (spare === undefined) return undefined;
  const isSame = sizeOf(spare.additions, spare.failures) === sizeOf(manifest.additions, failed);
  return isSame ? spare : undefined;
}

/** The runs that were in damaged tables, or in damaged files of their own. */
function runsToMake({ manifest, damaged, missing }: StudyState, blocks: readonly Block[]): RunId[] {
  const failed = new Set(manifest.failures.map(runName));
  const names = new Set(damaged.map(({ file }) => basename(file)));
  const inTables = blocks.flatMap(({ runs }) => runs).filter((run) => !failed.has(runName(run)));
  return [...inTables, ...missing.filter((run) => names.has(pendingName(run)))];
}

/** The manifest without what is damaged; runs of damaged blocks that had failed stay failed. */
function reopened(
  dir: string,
  manifest: StudyManifest,
  blocks: readonly Block[],
  damaged: readonly Damage[],
  { catalogue, geography }: Pick<BatchOptions, 'catalogue' | 'geography'>,
): StudyManifest {
  const axes = axesOf(manifest, geography);
  const { identity } = studyRuns(manifest, catalogue);
  const inside = new Set(blocks.flatMap(({ runs }) => runs.map(runName)));
  for (const { code, message, ...run } of manifest.failures) {
    if (!inside.has(runName(run))) continue;
    writePending(join(dir, PENDING), run, identity(run.scenario) ?? '', { error: { code, message } });
  }
  const gone = new Set([
    ...blocks.flatMap((block) => blockFiles(block, axes)),
    ...damaged
      .map(({ file }) => file)
      .filter((file) => manifest.additions.some((_, a) => runsPath(a) === file)),
  ]);
  return {
    ...manifest,
    files: Object.fromEntries(Object.entries(manifest.files).filter(([path]) => !gone.has(path))),
    failures: manifest.failures.filter((failure) => !inside.has(runName(failure))),
  };
}
