/**
 * Runs what a study lacks, family by family, and finishes it: tables of runs, documents, provenance. What is there already
 * is not simulated again; a run that fails is kept with its error and stops no other.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ErrorData, errorAsData } from '../base/errors.js';
import { runFamilies } from '../engine/many.js';
import type { Catalogue } from '../parameters/catalogue.js';
import type { FrameSpec } from '../recorder/frame.js';
import { axesOf } from '../results/study/axes.js';
import { runsPath } from '../results/study/blocks.js';
import { unitsOf } from '../results/study/cells.js';
import {
  type Failure,
  isSpareOf,
  type RunId,
  runName,
  type StudyManifest,
  writeStudyManifest,
} from '../results/study/manifest.js';
import { DOCUMENTS } from '../results/study/names.js';
import { PENDING } from '../results/study/pending.js';
import { openStore, pendingFolders, placed, SHARDS, type StudyStore } from '../results/study/store.js';
import type { Geography } from '../world/territory.js';
import { damagedDocuments, writeDocuments, writeRunsTable } from './documents.js';
import { beginLog, readLog, writeProvenance } from './provenance.js';
import { plainError } from './run-errors.js';
import { shardFolder } from './shards.js';
import { type StudyRuns, studyRuns } from './study-runs.js';
import { type FamilyOfRuns, familiesOf, isOf, type Shard, shardUnits, spreadOver } from './work.js';

export interface BatchOptions {
  readonly catalogue: Catalogue;
  /** Of the whole country. */
  readonly geography: Geography;
  /** Families simulated at a time, and threads of each of them. */
  readonly atOnce: number;
  readonly threads: number;
  /** Share history among scenarios; default true. */
  readonly fork?: boolean;
  /** Do only a part of the study and leave its tables to `merge`. */
  readonly shard?: Shard;
  /** Names of the runs to make, where not all that are missing are. */
  readonly only?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BatchProgress) => void;
  readonly onRun?: (run: RunId, error: ErrorData | undefined) => void;
}

export interface BatchProgress {
  /** Runs ended in this call, and those it set out to make. */
  readonly done: number;
  readonly total: number;
  /** Share of the work done, 0–1: runs under way count in part. */
  readonly share: number;
  readonly failed: number;
}

export interface BatchResult {
  readonly manifest: StudyManifest;
  /** Runs made by this call, in the order in which they ended. */
  readonly ran: readonly RunId[];
  /** Failed runs of the whole study, or of the part that this call looked at. */
  readonly failed: readonly Failure[];
  /** Runs that others (shards) have to make. */
  readonly missing: readonly RunId[];
}

/**
 * Makes the missing runs of a study and finishes it. Whoever calls holds the lock.
 * @throws MaillageError `interrupted` when `signal` aborts, the system's error when a disk is full; both leave a study to
 *   be gone on with.
 */
export async function runBatch(
  dir: string,
  manifest: StudyManifest,
  options: BatchOptions,
): Promise<BatchResult> {
  const { catalogue, geography, shard, only } = options;
  const runs = studyRuns(manifest, catalogue);
  const folder = shard === undefined ? PENDING : shardFolder(shard);
  const store = openStore(dir, manifest, {
    axes: axesOf(manifest, geography),
    identityOf: runs.identity,
    folder,
    writesTables: shard === undefined,
  });
  const own = shard === undefined ? undefined : shardUnits(unitsOf(manifest.additions), shard);
  const todo = store
    .missing()
    .filter((run) => (own === undefined || isOf(own, run)) && (only === undefined || only.has(runName(run))));
  const ran = await simulate(join(dir, folder), store, runs, todo, options).catch(async (error) => {
    // Whoever holds the lock must not give it back while a table is being written.
    await store.settle().catch(() => undefined);
    throw error;
  });
  await store.settle();
  const missing = store.missing();
  const isFinal = shard === undefined && missing.length === 0;
  const last = isFinal ? await finishStudy(dir, store.manifest(), catalogue) : store.manifest();
  return { manifest: last, ran, failed: store.failed(), missing };
}

async function simulate(
  folder: string,
  store: StudyStore,
  runs: StudyRuns,
  todo: readonly RunId[],
  options: BatchOptions,
): Promise<RunId[]> {
  const ran: RunId[] = [];
  if (todo.length === 0) return ran;
  const { identity } = store.manifest();
  const { atOnce, threads, shard, fork } = options;
  const log = beginLog(folder, {
    threads: atOnce * threads,
    ...(shard ? { shard: `${shard.index}/${shard.count}` } : {}),
  });
  const families = spreadOver(familiesOf(todo), atOnce);
  const frame: FrameSpec = { ...identity, ...identity.keep, formulas: identity.formulas };
  /** Work done for each family, in runs: by its months, and never less than the runs of it that have ended. */
  const work = new Map<number, { ended: number; done: number }>();
  let refused = 0;
  let failed = 0;
  let given = 0;
  const end = (run: RunId, error: ErrorData | undefined) => {
    ran.push(run);
    if (error) failed++;
    log.run(run, error !== undefined);
    options.onRun?.(run, error);
  };
  const workOf = (id: number) => work.get(id) as { ended: number; done: number };
  const report = () => {
    const done = [...work.values()].reduce(
      (sum, family) => sum + Math.max(family.ended, family.done),
      refused,
    );
    const share = Math.min(1, done / todo.length);
    options.onProgress?.({ done: ran.length, total: todo.length, share, failed });
  };
  const fail = (run: RunId, error: ErrorData) => {
    const plain = plainError(error);
    store.keep(run, { error: plain });
    end(run, plain);
  };
  /** Scenarios of a family with their parameters; one that a point takes out of its limits is a failed run. */
  const ableMembers = ({ scenarios, point, replicate }: FamilyOfRuns) =>
    scenarios.flatMap((scenario) => {
      try {
        return [{ scenario, parameters: runs.parameters(scenario, point).toJSON() }];
      } catch (error) {
        fail({ scenario, point, replicate }, errorAsData(error));
        refused++;
        return [];
      }
    });
  await runFamilies({
    atOnce: Math.min(atOnce, families.length),
    geography: options.geography,
    folder,
    signal: options.signal,
    next() {
      while (given < families.length) {
        const id = given++;
        const members = ableMembers(families[id]);
        families[id] = { ...families[id], scenarios: members.map(({ scenario }) => scenario) };
        if (members.length === 0) continue;
        work.set(id, { ended: 0, done: 0 });
        const { point, replicate } = families[id];
        return {
          id,
          family: {
            scenarios: members.map(({ parameters }) => parameters),
            seed: runs.seed(point),
            replicate,
            scale: identity.scale,
            from: identity.from,
            to: identity.to,
            places: identity.territories,
            check: identity.check,
            threads,
            fork,
            frame,
          },
        };
      }
      return undefined;
    },
    onOutcome(id, outcome) {
      const { scenarios, point, replicate } = families[id];
      const run = { scenario: scenarios[outcome.member], point, replicate };
      if ('frame' in outcome) {
        store.keep(run, { frame: outcome.frame });
        end(run, undefined);
      } else if ('error' in outcome) fail(run, outcome.error);
      workOf(id).ended++;
      report();
    },
    onProgress(id, { done, total }) {
      workOf(id).done = (done / total) * families[id].scenarios.length;
      report();
    },
  });
  return ran;
}

/** Writes what a study that lacks no run still needs; does nothing when all is there. @returns its last manifest */
async function finishStudy(
  dir: string,
  manifest: StudyManifest,
  catalogue: Catalogue,
): Promise<StudyManifest> {
  const files = { ...manifest.files };
  for (const addition of manifest.additions.keys()) {
    const path = runsPath(addition);
    if (files[path] !== undefined) continue;
    files[path] = await placed(join(dir, path), (partial) =>
      writeRunsTable(partial, manifest, addition, catalogue),
    );
  }
  const isNew = Object.keys(files).length > Object.keys(manifest.files).length;
  // What another version of the program wrote, and is sound, stays.
  const names = isNew ? DOCUMENTS : damagedDocuments(dir, manifest);
  const documents = writeDocuments(dir, { ...manifest, files }, catalogue, names);
  const finished = { ...manifest, files: { ...files, ...documents } };
  if (names.length > 0 || !isSpareOf(dir, finished)) writeStudyManifest(dir, finished);
  const logs = pendingFolders(dir).filter((folder) => existsSync(folder));
  if (logs.length > 0) writeProvenance(dir, logs.flatMap(readLog));
  for (const folder of [PENDING, SHARDS]) rmSync(join(dir, folder), { recursive: true, force: true });
  return finished;
}
