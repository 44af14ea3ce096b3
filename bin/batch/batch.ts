/** The work of `maillage batch`: plan, checks, simulation of what is missing, comparison. */
import { dirname, join, resolve } from 'node:path';
import { nextReplicates } from '../../analysis/comparison/precision.js';
import { BATCH } from '../../analysis/wording/batch.js';
import { PROGRAM } from '../../analysis/wording/command-line.js';
import { MaillageError } from '../../sim/base/errors.js';
import { displayPath } from '../../sim/base/paths.js';
import { openRuns } from '../../sim/batch/inspect.js';
import type { Plan } from '../../sim/batch/plan/types.js';
import { forgetFailures } from '../../sim/batch/retry.js';
import { type BatchOptions, type BatchResult, runBatch } from '../../sim/batch/run-batch.js';
import { parseShard, shardFolder } from '../../sim/batch/shards.js';
import { extendStudy, studyOfPlan } from '../../sim/batch/study-of-plan.js';
import { studyRuns } from '../../sim/batch/study-runs.js';
import { isOf, type Shard, shardUnits } from '../../sim/batch/work.js';
import { type Catalogue, loadCatalogue } from '../../sim/parameters/catalogue.js';
import { axesOf } from '../../sim/results/study/axes.js';
import { blocksOf } from '../../sim/results/study/blocks.js';
import { unitsOf } from '../../sim/results/study/cells.js';
import type { RunId, StudyManifest } from '../../sim/results/study/manifest.js';
import { removeEmpty } from '../../sim/results/study/store.js';
import type { Geography } from '../../sim/world/territory.js';
import type { Invocation } from '../command.js';
import { printJson } from '../json.js';
import { EXIT } from '../program.js';
import { checkDisk, checkMemory } from '../run/resources.js';
import { geographyAsked } from '../supply.js';
import { wrap } from '../terminal/table.js';
import { batchJson, dryRunJson } from './answer.js';
import { onDisk } from './full-disk.js';
import { answerLines, failureLines, planLines, workLines } from './lines.js';
import { planAsked } from './plan.js';
import { meetPrecision, type PrecisionResult } from './precision.js';
import { batchProgress, duration } from './progress.js';
import {
  baselineIn,
  checkStudyFolder,
  emptyFolder,
  keepManifest,
  lockStudy,
  refuseBusy,
  refuseBusyShards,
  studyIn,
} from './study-folder.js';
import { estimateOf, workloadOf } from './workload.js';

/**
 * Simulates what a study lacks and prints the comparison of its scenarios.
 * @returns 0, or 3 when runs failed
 * @throws MaillageError for bad input before anything is written, and `interrupted` after Ctrl-C.
 */
export async function runBatchCommand(invocation: Invocation): Promise<number> {
  const { terminal } = invocation;
  const catalogue = loadCatalogue();
  const geography = geographyAsked(invocation);
  const plan = await planAsked(invocation, catalogue, geography);
  const shard = shardAsked(invocation, plan);
  const dir = resolve(invocation.text('out') ?? join('out', plan.name));
  const asked = studyOfPlan(plan, { catalogue, geography, check: invocation.flag('check') });
  const force = invocation.flag('force');
  const workload = workloadOf(invocation, plan, plan.scenarios.length * plan.design.points * plan.replicates);
  for (const line of planLines(plan, workload, dir, terminal)) terminal.say(line);
  for (const { where, message } of plan.warnings) {
    terminal.say(terminal.field(PROGRAM.warning, `${where}: ${message}`));
  }
  const counts = { points: plan.design.points, replicates: firstReplicates(plan) };
  checkStudyFolder(dir, terminal);
  const planned = force ? extendStudy(undefined, asked, counts, dir) : studyIn(dir, asked, counts);
  const former = force ? undefined : baselineIn(dir);
  if (former !== undefined && former !== planned.baseline) {
    for (const line of wrap(terminal.tell(BATCH.newBaseline, { baseline: planned.baseline, former })))
      terminal.say(line);
  }
  const { missing } = force ? { missing: runsOf(planned) } : lookAt(dir, planned, { catalogue, geography });
  const own = shard && shardUnits(unitsOf(planned.additions), shard);
  const todo = missing.filter((run) => own === undefined || isOf(own, run));
  const estimate = estimateOf(plan, planned, todo, { catalogue, geography }, workload);
  checkMemory(estimate.memoryBytes, process.availableMemory(), terminal);
  for (const line of workLines(planned, todo, estimate, { workload, shard, terminal })) terminal.say(line);
  if (invocation.flag('dry-run')) {
    if (invocation.flag('json')) printJson(terminal, 'batch', dryRunJson(dir, planned, todo, estimate));
    return EXIT.done;
  }
  checkDisk(dir, estimate.diskBytes, terminal);
  const options: BatchOptions = {
    catalogue,
    geography,
    atOnce: workload.atOnce,
    threads: workload.each,
    fork: !invocation.flag('no-fork'),
    signal: invocation.signal,
    shard,
  };
  if (shard !== undefined)
    return onDisk(dir, terminal, () => runShard(dir, planned, shard, options, invocation));
  const lock = lockStudy(dir, invocation.flag('steal'), terminal);
  try {
    refuseBusyShards(dir, terminal);
    if (force) emptyFolder(dir);
    const simulate = (study: StudyManifest) => simulated(dir, study, options, invocation);
    const result = await onDisk(dir, terminal, async (): Promise<PrecisionResult> => {
      // Read again under the lock: somebody may have finished in between.
      const there = studyIn(dir, asked, counts);
      const manifest = await startingManifest(dir, there, options, invocation);
      if (plan.precision.length === 0) return { ...(await simulate(manifest)), reached: [] };
      return meetPrecision({ dir, plan, asked, manifest, simulate });
    });
    terminal.say(terminal.tell(BATCH.written, { folder: displayPath(dir) }));
    for (const line of failureLines(result.failed, terminal)) terminal.say(line);
    if (invocation.flag('json')) printJson(terminal, 'batch', batchJson(dir, result));
    else for (const line of await answerLines(dir, result, terminal)) terminal.print(line);
    if (result.failed.length > 0) return EXIT.someFailed;
    return result.reached.every(({ reached }) => reached) ? EXIT.done : EXIT.failed;
  } finally {
    lock.release();
  }
}

/** With a precision to reach, replicates come in blocks; else all that are asked at once. */
function firstReplicates({ precision, replicates }: Plan): number {
  return precision.length > 0 ? Math.min(replicates, nextReplicates(0)) : replicates;
}

function shardAsked(invocation: Invocation, plan: Plan): Shard | undefined {
  const text = invocation.text('shard');
  if (text === undefined) return undefined;
  const { terminal } = invocation;
  if (plan.precision.length > 0) {
    throw new MaillageError('bad-option', terminal.tell(BATCH.precisionShard));
  }
  for (const option of ['force', 'retry-failed'] as const) {
    if (invocation.flag(option)) throw new MaillageError('bad-option', terminal.tell(BATCH.notShard[option]));
  }
  return parseShard(text);
}

function runsOf({ additions }: StudyManifest): RunId[] {
  return blocksOf(additions).flatMap(({ runs }) => runs);
}

function lookAt(
  dir: string,
  manifest: StudyManifest,
  { catalogue, geography }: { readonly catalogue: Catalogue; readonly geography: Geography },
) {
  const axes = axesOf(manifest, geography);
  return openRuns(dir, manifest, axes, studyRuns(manifest, catalogue).identity);
}

async function startingManifest(
  dir: string,
  manifest: StudyManifest,
  options: BatchOptions,
  invocation: Invocation,
): Promise<StudyManifest> {
  keepManifest(dir, manifest);
  return invocation.flag('retry-failed') ? forgetFailures(dir, manifest, options) : manifest;
}

/** Runs a batch with progress; says how far it came when it is interrupted. */
async function simulated(
  dir: string,
  manifest: StudyManifest,
  options: BatchOptions,
  { terminal, signal }: Invocation,
): Promise<BatchResult> {
  const bar = batchProgress(terminal);
  const started = performance.now();
  let done = 0;
  try {
    const result = await runBatch(dir, manifest, {
      ...options,
      onProgress: bar.update,
      onRun: () => {
        done++;
      },
    });
    bar.stop();
    const time = duration((performance.now() - started) / 1000, terminal);
    if (result.ran.length === 0) terminal.say(terminal.tell(BATCH.nothing));
    else terminal.say(terminal.tell(BATCH.doneIn, { runs: result.ran.length, time }));
    return result;
  } catch (error) {
    bar.stop();
    if (signal.aborted) terminal.say(terminal.tell(BATCH.interrupted, { done, folder: displayPath(dir) }));
    throw error;
  }
}

async function runShard(
  dir: string,
  manifest: StudyManifest,
  shard: Shard,
  options: BatchOptions,
  invocation: Invocation,
): Promise<number> {
  const { terminal } = invocation;
  refuseBusy(dir, terminal);
  const folder = join(dir, shardFolder(shard));
  const lock = lockStudy(folder, invocation.flag('steal'), terminal);
  try {
    keepManifest(dir, manifest);
    const result = await simulated(dir, manifest, options, invocation);
    const values = { shard: `${shard.index}/${shard.count}`, folder: displayPath(dir) };
    terminal.say(terminal.tell(BATCH.shardDone, values));
    for (const line of failureLines(result.failed, terminal)) terminal.say(line);
    if (invocation.flag('json')) printJson(terminal, 'batch', batchJson(dir, { ...result, reached: [] }));
    return result.failed.length > 0 ? EXIT.someFailed : EXIT.done;
  } finally {
    lock.release();
    // A shard that has nothing to do leaves nothing to merge.
    removeEmpty(folder);
    removeEmpty(dirname(folder));
  }
}
