/** The folder of a study as a command opens it: locked, and holding the manifest that the plan asks. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BATCH } from '../../analysis/wording/batch.js';
import { LOCK } from '../../analysis/wording/lock.js';
import { MaillageError } from '../../sim/base/errors.js';
import { checkWritable, isFolder, isPartial } from '../../sim/base/files.js';
import { displayPath } from '../../sim/base/paths.js';
import { type Lock, readLock, takeLock } from '../../sim/batch/lock.js';
import { LOCK as LOCK_FILE, lockParts } from '../../sim/batch/lock-refusal.js';
import { REPAIR } from '../../sim/batch/repair.js';
import { extendStudy } from '../../sim/batch/study-of-plan.js';
import {
  manifestState,
  type StudyManifest,
  unreadable,
  writeStudyManifest,
} from '../../sim/results/study/manifest.js';
import {
  CRATE,
  DATA_PACKAGE,
  README,
  SPARE_MANIFEST,
  STUDY_MANIFEST,
  STUDY_PROVENANCE,
  TABLE_NAMES,
} from '../../sim/results/study/names.js';
import { PENDING } from '../../sim/results/study/pending.js';
import { SHARDS, shardFolders } from '../../sim/results/study/store.js';
import type { Terminal } from '../terminal/terminal.js';

/** Takes the lock of a study, or of a shard's folder, and says so when a dead process had it. */
export function lockStudy(dir: string, steal: boolean, terminal: Terminal): Lock {
  return takeLock(dir, {
    steal,
    onTakenOver: (fate, parts) => terminal.say(terminal.tell(LOCK.takenOver[fate], parts)),
  });
}

/** @throws MaillageError `locked` when a shard of the study is at work. */
export function refuseBusyShards(dir: string, terminal: Terminal): void {
  for (const folder of shardFolders(dir)) refuseBusy(folder, terminal);
}

/** @throws MaillageError `locked` when somebody works in a study, or in the folder of a shard. */
export function refuseBusy(folder: string, terminal: Terminal): void {
  const lock = readLock(folder);
  if (lock?.fate !== 'alive') return;
  throw new MaillageError('locked', terminal.tell(BATCH.busyShard, lockParts(folder, lock.owner)));
}

/**
 * The manifest of the folder, with the runs asked added to it.
 * @throws MaillageError `identity-clash` when the folder holds something else, `bad-data` when its manifest is damaged.
 */
export function studyIn(
  dir: string,
  asked: StudyManifest,
  counts: { readonly points: number; readonly replicates: number },
): StudyManifest {
  const found = manifestState(dir);
  if (found.state === 'damaged') throw unreadable(dir, found);
  return extendStudy(found.state === 'whole' ? found.manifest : undefined, asked, counts, displayPath(dir));
}

/** Scenario with which the study of a folder is compared unless told otherwise; undefined without a study. */
export function baselineIn(dir: string): string | undefined {
  const found = manifestState(dir);
  return found.state === 'whole' ? found.manifest.baseline : undefined;
}

/**
 * Checks that a study may be written to a folder; whether one that exists can be written is found out by its lock.
 * @throws MaillageError `identity-clash` for a folder with files that are no study; `not-writable`.
 */
export function checkStudyFolder(dir: string, terminal: Terminal): void {
  if (!isFolder(dir)) {
    checkWritable(dir);
    return;
  }
  if (existsSync(join(dir, STUDY_MANIFEST)) || manifestState(dir).state !== 'absent') return;
  const foreign = readdirSync(dir).filter(
    (name) => name !== SHARDS && !name.startsWith(LOCK_FILE) && !isPartial(name),
  );
  if (foreign.length === 0) return;
  throw new MaillageError('identity-clash', terminal.tell(BATCH.foreign, { folder: displayPath(dir) }));
}

/** Writes a manifest when it differs from what the folder holds. */
export function keepManifest(dir: string, manifest: StudyManifest): void {
  const found = manifestState(dir);
  if (found.state === 'whole' && JSON.stringify(found.manifest) === JSON.stringify(manifest)) return;
  writeStudyManifest(dir, manifest);
}

/** Everything that a study consists of. */
const OWN = [
  // First, or a kill would leave what looks like a study whose manifest is damaged.
  SPARE_MANIFEST,
  STUDY_MANIFEST,
  DATA_PACKAGE,
  CRATE,
  README,
  STUDY_PROVENANCE,
  ...TABLE_NAMES,
  PENDING,
  SHARDS,
  REPAIR,
] as const;

/** Removes a study from a folder; other files that lie there stay. */
export function emptyFolder(dir: string): void {
  for (const name of OWN) rmSync(join(dir, name), { recursive: true, force: true });
}
