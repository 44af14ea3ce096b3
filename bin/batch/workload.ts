/** How a batch uses the machine, and about how long it will take. */
import { availableParallelism } from 'node:os';
import { MONTHS_PER_YEAR, monthOf } from '../../sim/base/calendar.js';
import type { Plan } from '../../sim/batch/plan/types.js';
import { familiesOf } from '../../sim/batch/work.js';
import { FIRST_YEAR, FROZEN_MONTHS } from '../../sim/engine/setup.js';
import { monthsIn, sharedHistory } from '../../sim/engine/shared-history.js';
import type { Catalogue } from '../../sim/parameters/catalogue.js';
import { HEADLINE } from '../../sim/recorder/dictionary.js';
import { axesOf } from '../../sim/results/study/axes.js';
import type { RunId, StudyManifest } from '../../sim/results/study/manifest.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import type { Geography } from '../../sim/world/territory.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import { PROGRAM_BYTES, patientBytes } from '../run/resources.js';
import { BOUNDS } from '../run/settings.js';

const BYTES_PER_MB = 1048576;
/** Below this many people per agent, a run fills all threads well and two at once would crowd memory. */
const LARGE_RUN_SCALE = 4;
/** Share of free memory that runs side by side may take. */
const MEMORY_SHARE = 0.8;
/**
 * Milliseconds of a month on one thread beside another: for GPs and places, and for a million agents (two cores of a
 * shared AMD EPYC of 2021, which took 90 to 133 ms at 1:100; progress tells the time left of the machine at hand).
 */
const MONTH_MS = 75;
const MILLION_AGENTS_MS = 46;
const PEOPLE = 68e6;
const MS_PER_MINUTE = 60000;
/** Bytes of a number on disk, and of a run besides its numbers (its line in the table of runs). */
const NUMBER_BYTES = 8;
const RUN_BYTES = 4096;
/** A worker with its world besides patients, measured: two of them and the program hold 1,250 MB at 1:100 at most. */
const WORKER_BYTES = 490 * BYTES_PER_MB;
/** The world itself, its starting state, and the state at a fork. */
const WORLDS = 3;
/** Larger copies go to disk (engine/world-copy.ts). */
const IN_MEMORY_BYTES = 256 * BYTES_PER_MB;

export interface Workload {
  readonly threads: number;
  /** Families side by side, and threads of each. */
  readonly atOnce: number;
  readonly each: number;
}

/** One run for each thread, or one large run on all of them; `--at-once` prevails. */
export function workloadOf(invocation: Invocation, { scale }: Plan, runs: number): Workload {
  const threads = wholeNumber(invocation, 'threads', BOUNDS.threads) ?? availableParallelism();
  const asked = wholeNumber(invocation, 'at-once', BOUNDS.threads);
  const free = process.availableMemory() * MEMORY_SHARE;
  let most = scale < LARGE_RUN_SCALE ? 1 : threads;
  while (most > 1 && memoryOf(scale, most) > free) most--;
  const atOnce = Math.max(1, Math.min(asked ?? most, threads, Math.max(1, runs)));
  return { threads, atOnce, each: Math.max(1, Math.floor(threads / atOnce)) };
}

/** Bytes of memory for so many runs side by side. */
function memoryOf(scale: number, atOnce: number): number {
  const patients = patientBytes(scale);
  return PROGRAM_BYTES + atOnce * (WORKER_BYTES + patients * (patients > IN_MEMORY_BYTES ? 1 : WORLDS));
}

export interface Estimate {
  readonly minutes: number;
  readonly diskBytes: number;
  readonly memoryBytes: number;
}

/** About what the runs of a plan take; the history that scenarios share is counted once. */
export function estimateOf(
  plan: Plan,
  manifest: StudyManifest,
  runs: readonly RunId[],
  { catalogue, geography }: { readonly catalogue: Catalogue; readonly geography: Geography },
  workload: Workload,
): Estimate {
  const { scale, to } = plan;
  const parameters = new Map(plan.scenarios.map((one) => [one.name, resolveParameters(catalogue, one)]));
  const known = new Map<string, number>();
  const monthsOf = (scenarios: readonly string[]) => {
    const key = scenarios.join(' ');
    const told = known.get(key);
    if (told !== undefined) return told;
    const list = scenarios.flatMap((name) => parameters.get(name) ?? []);
    const trees = sharedHistory(list, monthOf(FIRST_YEAR, 1), monthOf(to, MONTHS_PER_YEAR));
    const months = monthsIn(trees) + trees.length;
    known.set(key, months);
    return months;
  };
  const months = familiesOf(runs).reduce((sum, { scenarios }) => sum + monthsOf(scenarios), FROZEN_MONTHS);
  const perMonth = MONTH_MS + (PEOPLE / scale / 1e6) * MILLION_AGENTS_MS;
  const { periods, cells, indicators, years, territories } = axesOf(manifest, geography);
  const numbers =
    periods.length * cells.length * indicators.length + years.length * territories.length * HEADLINE.length;
  return {
    minutes: (months * perMonth) / workload.threads / MS_PER_MINUTE,
    diskBytes: runs.length * (numbers * NUMBER_BYTES + RUN_BYTES),
    memoryBytes: memoryOf(scale, workload.atOnce),
  };
}
