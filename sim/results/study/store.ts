/**
 * The writing side of a study. A finished run is kept in a file of its own; when all runs of a block are there the tables
 * of the block are written, the manifest names them, and only then do the files of the runs go. Killed at any moment,
 * a study therefore has every finished run in exactly one place that counts.
 */
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { digestFile } from '../../base/digest.js';
import { isFolder, removePartial } from '../../base/files.js';
import { type Block, blockPath, blocksOf } from './blocks.js';
import {
  type Failure,
  type RunId,
  runName,
  type StudyFile,
  type StudyManifest,
  writeStudyManifest,
} from './manifest.js';
import { TABLE_NAMES } from './names.js';
import {
  openPending,
  PENDING,
  type PendingRun,
  pendingName,
  type RunOutcome,
  readPending,
  writePending,
} from './pending.js';
import { type StudyAxes, writeResultsBlock, writeTerritoriesBlock } from './write-block.js';

export const SHARDS = 'shards';

export interface StudyStore {
  /** As it stands: files are added to it as they are written. */
  manifest(): StudyManifest;
  /** Runs that no table and no file holds, in the order of the blocks. */
  missing(): RunId[];
  /** Failed runs among those held. */
  failed(): Failure[];
  /** Keeps a finished or failed run, and has the tables of its block written when it was the last. */
  keep(run: RunId, outcome: RunOutcome): void;
  /** Waits until every complete block is written. @throws the first error met while writing. */
  settle(): Promise<void>;
}

export interface StoreOptions {
  readonly axes: StudyAxes;
  /** What a run of a scenario carries when it belongs to the study. */
  readonly identityOf: (scenario: string) => string | undefined;
  /** Folder for the runs of this process, below the study: `pending`, or that of a shard. */
  readonly folder?: string;
  /** False for a shard: it keeps runs and leaves tables to `merge`. */
  readonly writesTables?: boolean;
}

/** Opens a study for writing; whoever calls holds its lock. */
export function openStore(dir: string, start: StudyManifest, options: StoreOptions): StudyStore {
  const { axes, identityOf, folder = PENDING, writesTables = true } = options;
  let manifest = start;
  let queue = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;
  const blocks = blocksOf(manifest.additions);
  const blockOf = new Map(blocks.flatMap((block) => block.runs.map((run) => [runName(run), block] as const)));
  const held = new Map<string, PendingRun>();
  const written = writesTables ? [dir, ...TABLE_NAMES.map((name) => join(dir, name))] : [];
  for (const place of [...written, join(dir, folder)]) removePartial(place);
  for (const place of pendingFolders(dir)) {
    for (const run of readPending(place, identityOf).runs) {
      const block = blockOf.get(runName(run.run));
      if (block !== undefined && !isWritten(block)) held.set(runName(run.run), run);
      else if (writesTables) rmSync(run.file, { force: true });
    }
  }
  if (writesTables) for (const block of blocks) if (isReady(block)) enqueue(block);

  function isWritten(block: Block): boolean {
    return isBlockWritten(block, axes, manifest);
  }

  function isReady(block: Block): boolean {
    return !isWritten(block) && block.runs.every((run) => held.has(runName(run)));
  }

  function enqueue(block: Block): void {
    queue = queue.then(async () => {
      if (failure) return;
      try {
        await write(block);
      } catch (error) {
        failure = { error };
      }
    });
  }

  async function write(block: Block): Promise<void> {
    const runs = block.runs.map((run) => held.get(runName(run)) as PendingRun);
    const written = await writeBlock(dir, block, axes, runs);
    const failures = runs.flatMap(({ run, error }) => (error ? [{ ...run, ...error }] : []));
    manifest = {
      ...manifest,
      files: { ...manifest.files, ...written },
      failures: sortedFailures([...manifest.failures, ...failures], manifest),
    };
    writeStudyManifest(dir, manifest);
    for (const { run, file } of runs) {
      held.delete(runName(run));
      rmSync(file, { force: true });
    }
  }

  return {
    manifest: () => manifest,
    missing: () =>
      blocks
        .filter((block) => !isWritten(block))
        .flatMap(({ runs }) => runs.filter((run) => !held.has(runName(run)))),
    failed: () =>
      sortedFailures(
        [
          ...manifest.failures,
          ...[...held.values()].flatMap(({ run, error }) => (error ? [{ ...run, ...error }] : [])),
        ],
        manifest,
      ),
    keep(run, outcome) {
      if (failure) throw failure.error;
      const place = join(dir, folder);
      writePending(place, run, identityOf(run.scenario) ?? '', outcome);
      const error = 'error' in outcome ? { error: outcome.error } : {};
      held.set(runName(run), { run, file: join(place, pendingName(run)), ...error });
      const block = blockOf.get(runName(run));
      if (writesTables && block && isReady(block)) enqueue(block);
    },
    async settle() {
      await queue;
      if (failure) throw failure.error;
    },
  };
}

/** Folders that may hold finished runs: of the study itself, and of its shards, by name. */
export function pendingFolders(dir: string): string[] {
  return [join(dir, PENDING), ...shardFolders(dir)];
}

export function shardFolders(dir: string): string[] {
  const shards = join(dir, SHARDS);
  if (!isFolder(shards)) return [];
  return readdirSync(shards)
    .filter((name) => isFolder(join(shards, name)))
    .sort()
    .map((name) => join(shards, name));
}

/** Files of a block, relative to the study. */
export function blockFiles(block: Block, axes: StudyAxes): string[] {
  return [blockPath('results', block), ...(axes.years.length > 0 ? [blockPath('territories', block)] : [])];
}

/** True when every table of a block is finished. */
export function isBlockWritten(block: Block, axes: StudyAxes, { files }: StudyManifest): boolean {
  return blockFiles(block, axes).every((path) => files[path] !== undefined);
}

async function writeBlock(
  dir: string,
  block: Block,
  axes: StudyAxes,
  pending: readonly PendingRun[],
): Promise<Record<string, StudyFile>> {
  const runs = pending.map(({ run, file, error }) => (error ? run : { ...run, reader: openPending(file) }));
  const files: Record<string, StudyFile> = {};
  try {
    for (const path of blockFiles(block, axes)) {
      const write = path.startsWith('results') ? writeResultsBlock : writeTerritoriesBlock;
      files[path] = await placed(join(dir, path), (partial) => write(partial, axes, runs));
    }
  } finally {
    for (const run of runs) if ('reader' in run) run.reader.close();
  }
  return files;
}

/** Has a file written under another name, then gives it its own. */
export async function placed(file: string, write: (partial: string) => Promise<void>): Promise<StudyFile> {
  mkdirSync(dirname(file), { recursive: true });
  const partial = join(dirname(file), `.${basename(file)}.partial`);
  try {
    await write(partial);
    const facts = { bytes: statSync(partial).size, sha256: digestFile(partial) };
    renameSync(partial, file);
    return facts;
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** Failures in the order of the scenarios of the study, then point, then replicate. */
export function sortedFailures(failures: readonly Failure[], { scenarios }: StudyManifest): Failure[] {
  const rank = new Map(scenarios.map(({ name }, s) => [name, s]));
  const at = (name: string) => rank.get(name) ?? 0;
  return [...failures].sort(
    (a, b) => at(a.scenario) - at(b.scenario) || a.point - b.point || a.replicate - b.replicate,
  );
}

/** Removes a folder that is empty, unless somebody is just putting something into it. */
export function removeEmpty(folder: string): void {
  try {
    if (isFolder(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  } catch {
    // It is not empty any more, or somebody else removed it.
  }
}
