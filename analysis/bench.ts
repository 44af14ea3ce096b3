/**
 * Measures the engine on the real thing: whole runs of the baseline, interleaved over thread counts, seeded. Ratios
 * within one call can be compared on a noisy machine; absolute figures only between quiet ones.
 */

import { runSimulation } from '../sim/engine/simulate.js';
import type { Catalogue } from '../sim/parameters/catalogue.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import type { Scenario } from '../sim/scenario/types.js';
import type { Geography } from '../sim/world/territory.js';

export interface BenchOptions {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly geography: Geography;
  readonly seed: string;
  readonly scale: number;
  readonly to: number;
  /** Thread counts compared, for example [1, 2]. */
  readonly threads: readonly number[];
  readonly rounds: number;
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
  readonly phases: ReadonlyMap<string, number>;
  readonly patientMonths: number;
  readonly patientMonthsPerSecond: number;
  /** Resident memory at the end, GiB. */
  readonly residentGiB: number;
}

const MS_PER_SECOND = 1000;

/** Runs every thread count `rounds` times, one of each per round. */
export async function bench(options: BenchOptions): Promise<BenchRun[]> {
  const parameters = resolveParameters(options.catalogue, options.scenario).toJSON();
  const runs: BenchRun[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    for (const threads of options.threads) {
      options.onRun?.(threads, round);
      const phases = new Map<string, number>();
      const begun = performance.now();
      let mark = 0;
      let started = 0;
      const lap = (name: string) => {
        const now = performance.now();
        phases.set(name, (phases.get(name) ?? 0) + (now - mark) / MS_PER_SECOND);
        mark = now;
      };
      const result = await runSimulation({
        parameters,
        seed: options.seed,
        replicate: 0,
        scale: options.scale,
        threads,
        from: options.to,
        to: options.to,
        geography: options.geography,
        signal: options.signal,
        digest: true,
        onHistory: () => {
          started = performance.now();
          mark = started;
          phases.clear();
        },
        onPhase: lap,
        onProgress: () => lap('recorder'),
      });
      // The digest of the last world comes after the last lap, and is no part of the months.
      const seconds = (mark - started) / MS_PER_SECOND;
      runs.push({
        threads,
        round,
        digest: result.digest as string,
        seconds,
        setUpSeconds: (started - begun) / MS_PER_SECOND,
        phases,
        patientMonths: result.patientMonths,
        patientMonthsPerSecond: result.patientMonths / seconds,
        residentGiB: process.memoryUsage.rss() / 1024 ** 3,
      });
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
