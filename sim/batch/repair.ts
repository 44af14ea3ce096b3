/** Restores what is damaged in a study: copies where there are any, the same simulations again where there are none. */

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { refusal, refused } from '../base/refusals.js';
import { codeVersion } from '../results/code-version.js';
import { axesOf } from '../results/study/axes.js';
import { type Block, blocksOf, runsPath } from '../results/study/blocks.js';
import { type RunId, runName, type StudyManifest, writeStudyManifest } from '../results/study/manifest.js';
import { SPARE_MANIFEST, STUDY_MANIFEST } from '../results/study/names.js';
import { PENDING, pendingName, writePending } from '../results/study/pending.js';
import { isDamaged } from '../results/study/reading.js';
import { blockFiles, placed } from '../results/study/store.js';
import { type Damage, writeRunsTable } from './documents.js';
import { inspectStudy, type StudyState } from './inspect.js';
import { readLog, readProvenance, writeProvenance } from './provenance.js';
import { type BatchOptions, runBatch } from './run-batch.js';
import { studyRuns } from './study-runs.js';
import { namesOf } from './work.js';

/** Where tables are made again; they take the place of damaged ones only when they are what the manifest tells. */
export const REPAIR = 'repair';

export interface Repaired {
  /** What was damaged, all of it restored. */
  readonly damaged: readonly Damage[];
  /** Runs simulated again. */
  readonly ran: readonly RunId[];
}

/**
 * Restores a study: tables to the bytes that its manifest tells, documents as this program writes them. Whoever calls holds
 * the lock.
 * @throws MaillageError `bad-data` when no manifest can be found, when another version of the program made the study, or
 *   when what was made again differs from what was there: the damaged file then stays as it was.
 */
export async function repairStudy(dir: string, shown: string, options: BatchOptions): Promise<Repaired> {
  const state = inspectStudy(dir, options);
  const { manifest, damaged } = state;
  if (damaged.length === 0) {
    // Of a repair that was killed after its last step.
    rmSync(join(dir, REPAIR), { recursive: true, force: true });
    return { damaged, ran: [] };
  }
  const blocks = damagedBlocks(manifest, damaged, options);
  const inTables = runsInTables(manifest, blocks);
  const ofTheirOwn = runsOfTheirOwn(state);
  if (inTables.length + ofTheirOwn.length > 0 && manifest.identity.code !== codeVersion()) {
    const versions = { folder: shown, made: manifest.identity.code, present: codeVersion() };
    throw refused('bad-data', refusal('otherVersion', versions));
  }
  const names = damaged.map(({ file }) => file);
  for (const file of names) if (file.endsWith('.run')) rmSync(join(dir, file), { force: true });
  if ([STUDY_MANIFEST, SPARE_MANIFEST].some((name) => names.includes(name)))
    writeStudyManifest(dir, manifest);
  const tables = names.filter((file) => manifest.files[file] !== undefined && file.includes('/'));
  const again = await madeAgain(dir, manifest, { tables, blocks, inTables }, options);
  const rest = await runBatch(dir, manifest, { ...options, only: namesOf(ofTheirOwn) });
  const differing = tables.filter((file) => isDamaged(dir, file, manifest));
  if (differing.length > 0) {
    const told = refusal('notRestored', { files: differing.join(', ') });
    throw refused('bad-data', told, { exitCode: 1 });
  }
  return { damaged, ran: [...again, ...rest.ran] };
}

interface DamagedTables {
  readonly tables: readonly string[];
  readonly blocks: readonly Block[];
  readonly inTables: readonly RunId[];
}

/** Makes tables in a folder beside, and moves those that are as they were. @returns the runs simulated for it */
async function madeAgain(
  dir: string,
  manifest: StudyManifest,
  { tables, blocks, inTables }: DamagedTables,
  options: BatchOptions,
): Promise<readonly RunId[]> {
  const beside = join(dir, REPAIR);
  try {
    let ran: readonly RunId[] = [];
    if (blocks.length > 0) {
      const opened = reopened(beside, manifest, blocks, options);
      ({ ran } = await runBatch(beside, opened, { ...options, only: namesOf(inTables) }));
      writeProvenance(dir, [...readProvenance(beside), ...readLog(join(beside, PENDING))]);
    }
    for (const addition of manifest.additions.keys()) {
      const path = runsPath(addition);
      if (!tables.includes(path)) continue;
      await placed(join(beside, path), (partial) =>
        writeRunsTable(partial, manifest, addition, options.catalogue),
      );
    }
    for (const path of tables) {
      if (isDamaged(beside, path, manifest)) continue;
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      renameSync(join(beside, path), join(dir, path));
    }
    return ran;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
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

/** Runs of damaged tables, without those that had failed. */
function runsInTables({ failures }: StudyManifest, blocks: readonly Block[]): RunId[] {
  const failed = new Set(failures.map(runName));
  return blocks.flatMap(({ runs }) => runs).filter((run) => !failed.has(runName(run)));
}

/** Runs whose files of their own are damaged. */
function runsOfTheirOwn({ damaged, missing }: StudyState): RunId[] {
  const names = new Set(damaged.map(({ file }) => basename(file)));
  return missing.filter((run) => names.has(pendingName(run)));
}

/** A study beside that has all but these blocks; runs of them that had failed stay failed. */
function reopened(
  beside: string,
  manifest: StudyManifest,
  blocks: readonly Block[],
  { catalogue, geography }: Pick<BatchOptions, 'catalogue' | 'geography'>,
): StudyManifest {
  const axes = axesOf(manifest, geography);
  const { identity } = studyRuns(manifest, catalogue);
  const inside = new Set(blocks.flatMap(({ runs }) => runs.map(runName)));
  for (const { code, message, ...run } of manifest.failures) {
    if (!inside.has(runName(run))) continue;
    writePending(join(beside, PENDING), run, identity(run.scenario) ?? '', { error: { code, message } });
  }
  const gone = new Set(blocks.flatMap((block) => blockFiles(block, axes)));
  return {
    ...manifest,
    files: Object.fromEntries(Object.entries(manifest.files).filter(([path]) => !gone.has(path))),
    failures: manifest.failures.filter((failure) => !inside.has(runName(failure))),
  };
}
