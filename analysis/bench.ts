/**
 * Measures the engine on the real thing: whole runs of the baseline, interleaved over thread counts, seeded, each in a
 * process of its own, as `maillage run` is. (A second world in one process is slower than the first: V8 then no longer
 * knows the world's columns.) Ratios within one call can be compared on a noisy machine; absolute figures only between
 * quiet ones.
 */
import type { Catalogue } from '../sim/parameters/catalogue.js';
import type { ParametersJson } from '../sim/parameters/resolved.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import type { Scenario } from '../sim/scenario/types.js';
import { measureInProcess } from './measured-process.js';

export interface BenchOptions {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly seed: string;
  readonly scale: number;
  readonly to: number;
  /** Thread counts compared, for example [1, 2]. */
  readonly threads: readonly number[];
  readonly rounds: number;
  /** Folder of an imported supply. */
  readonly data?: string;
  readonly signal?: AbortSignal;
  readonly onRun?: (threads: number, round: number) => void;
}

export interface BenchRun {
  readonly threads: number;
  readonly round: number;
  /** Digest of what the run recorded and of its last world: equal for all runs of one call. */
  readonly digest: string;
  /** Seconds of the months of history; of the set-up and the frozen months before them; of history by phase. */
  readonly seconds: number;
  readonly setUpSeconds: number;
  readonly phases: Readonly<Record<string, number>>;
  readonly patientMonths: number;
  readonly patientMonthsPerSecond: number;
  /** Resident memory of the process at the end of history, GiB. */
  readonly residentGiB: number;
}

/** What the process of one run is told. */
export interface BenchRequest {
  readonly parameters: ParametersJson;
  readonly seed: string;
  readonly scale: number;
  readonly to: number;
  readonly threads: number;
  readonly data?: string;
}
export type BenchMeasure = Omit<BenchRun, 'threads' | 'round'>;

const PROGRAM = new URL('./bench-process.js', import.meta.url);

/**
 * Runs every thread count `rounds` times, one of each per round.
 * @throws MaillageError `interrupted` when `signal` aborts, the error of the first run that fails otherwise.
 */
export async function bench(options: BenchOptions): Promise<BenchRun[]> {
  const { seed, scale, to, data, signal } = options;
  const parameters = resolveParameters(options.catalogue, options.scenario).toJSON();
  const runs: BenchRun[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    for (const threads of options.threads) {
      options.onRun?.(threads, round);
      const request: BenchRequest = { parameters, seed, scale, to, threads, data };
      const measure = await measureInProcess<BenchMeasure>(PROGRAM, request, signal);
      runs.push({ threads, round, ...measure });
    }
  }
  return runs;
}

/** Median of a list of numbers, and its least and greatest. */
export function spread(values: readonly number[]): { least: number; median: number; greatest: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { least: sorted[0], median, greatest: sorted[sorted.length - 1] };
}
