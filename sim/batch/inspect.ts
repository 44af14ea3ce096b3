/** The state of a study, found by looking at every byte of it. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Catalogue } from '../parameters/catalogue.js';
import { axesOf } from '../results/study/axes.js';
import { blocksOf, countRuns, runsPath } from '../results/study/blocks.js';
import {
  type Failure,
  isSoundManifest,
  isSpareOf,
  manifestState,
  type RunId,
  runName,
  type StudyManifest,
  unreadable,
} from '../results/study/manifest.js';
import { SPARE_MANIFEST, STUDY_MANIFEST } from '../results/study/names.js';
import { readPending } from '../results/study/pending.js';
import { isBlockWritten, pendingFolders, shardFolders, sortedFailures } from '../results/study/store.js';
import type { StudyAxes } from '../results/study/write-block.js';
import type { Geography } from '../world/territory.js';
import { type Damage, damagedDocuments, damagedTables, damageOf } from './documents.js';
import { readLock } from './lock.js';
import type { LockState } from './lock-refusal.js';
import { studyRuns } from './study-runs.js';

export interface StudyState {
  /** From `study.json`, or from its spare copy where that is damaged. */
  readonly manifest: StudyManifest;
  /** Runs in all, finished, and neither finished nor failed. */
  readonly runs: number;
  readonly done: number;
  readonly failed: readonly Failure[];
  readonly missing: readonly RunId[];
  readonly damaged: readonly Damage[];
  /** Every run is in a table, and every document is written. */
  readonly complete: boolean;
  /** Who works in the study, and in its shards by folder. */
  readonly lock: LockState | undefined;
  readonly shardLocks: readonly { readonly folder: string; readonly lock: LockState }[];
}

/**
 * The manifest of a study, or its spare copy where that is damaged.
 * @throws MaillageError `bad-data` when the folder holds neither.
 */
export function manifestIn(dir: string): StudyManifest {
  const found = manifestState(dir);
  if (found.state === 'whole') return found.manifest;
  if (found.state === 'damaged' && found.spare !== undefined) return found.spare;
  throw unreadable(dir, found);
}

/**
 * Looks at a study.
 * @throws MaillageError `bad-data` when the folder holds none, or both its manifest and the spare copy are damaged.
 */
export function inspectStudy(
  dir: string,
  { catalogue, geography }: { readonly catalogue: Catalogue; readonly geography: Geography },
): StudyState {
  const manifest = manifestIn(dir);
  const damaged: Damage[] = isSoundManifest(dir, STUDY_MANIFEST) ? [] : [damageOf(dir, STUDY_MANIFEST)];
  const axes = axesOf(manifest, geography);
  const { identity } = studyRuns(manifest, catalogue);
  const { missing, failures, isWritten: isWhole, broken } = openRuns(dir, manifest, axes, identity);
  damaged.push(...broken.map((file): Damage => ({ file: relative(dir, file), what: 'changed' })));
  const isWritten = isWhole && manifest.additions.every((_, a) => manifest.files[runsPath(a)] !== undefined);
  // A batch that works, or was killed, may be one step ahead of its spare copy and documents.
  const isSpare = isWritten
    ? isSpareOf(dir, manifest)
    : !existsSync(join(dir, SPARE_MANIFEST)) || isSoundManifest(dir, SPARE_MANIFEST);
  const hurt = [
    ...(isSpare ? [] : [SPARE_MANIFEST]),
    ...damagedTables(dir, manifest),
    ...(isWritten ? damagedDocuments(dir, manifest) : []),
  ];
  damaged.push(...hurt.map((path) => damageOf(dir, path)));
  const failed = sortedFailures([...manifest.failures, ...failures], manifest);
  const runs = countRuns(manifest.additions);
  return {
    manifest,
    runs,
    done: runs - missing.length - failed.length,
    failed,
    missing,
    damaged,
    complete: isWritten && damaged.length === 0,
    lock: readLock(dir),
    shardLocks: shardFolders(dir).flatMap((folder) => {
      const lock = readLock(folder);
      return lock === undefined ? [] : [{ folder: relative(dir, folder), lock }];
    }),
  };
}

/** Runs of a study that no finished table holds. */
export interface OpenRuns {
  /** Neither finished nor failed, in the order of the blocks. */
  readonly missing: readonly RunId[];
  readonly failures: readonly Failure[];
  /** Every block has its tables. */
  readonly isWritten: boolean;
  /** Files of runs that are damaged. */
  readonly broken: readonly string[];
}

/** Looks at the runs that are not in tables; changes nothing. */
export function openRuns(
  dir: string,
  manifest: StudyManifest,
  axes: StudyAxes,
  identityOf: (scenario: string) => string | undefined,
): OpenRuns {
  const held = new Map<string, Failure | undefined>();
  const broken: string[] = [];
  for (const folder of pendingFolders(dir)) {
    const { runs, damaged } = readPending(folder, identityOf);
    for (const { run, error } of runs) held.set(runName(run), error && { ...run, ...error });
    broken.push(...damaged);
  }
  const blocks = blocksOf(manifest.additions);
  const waiting = blocks.filter((block) => !isBlockWritten(block, axes, manifest));
  const open = waiting.flatMap(({ runs }) => runs);
  return {
    missing: open.filter((run) => !held.has(runName(run))),
    failures: open.flatMap((run) => held.get(runName(run)) ?? []),
    isWritten: waiting.length === 0,
    broken,
  };
}
