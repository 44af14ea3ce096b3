/** Validation: simulates, reads every target in every run, judges the means. Never reads stored results. */
import { simulateMany } from '../../sim/engine/run-scenario.js';
import type { Catalogue } from '../../sim/parameters/catalogue.js';
import type { Recording } from '../../sim/recorder/recording.js';
import type { Scenario } from '../../sim/scenario/types.js';
import type { Geography } from '../../sim/world/territory.js';
import { type Judgement, judge } from './judge.js';
import { measure } from './measure.js';
import { FIRST_YEAR, type RunSet, setOf } from './plan.js';
import type { Target } from './target.js';

export interface ValidationOptions {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly geography: Geography;
  /** Replicates of a set are 0, 1, 2 … of this seed. */
  readonly seed: string;
  readonly threads: number;
  readonly targets: readonly Target[];
  readonly sets: readonly RunSet[];
  /** Work done and in all, in units that weigh a run by its years and its agents. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Called once with the recording of each run of the first set. */
  readonly onRecording?: (recording: Recording) => void;
  readonly signal?: AbortSignal;
}

/** Runs simulated together before their recordings are read and let go. */
const RUNS_TOGETHER = 10;
/** Work is counted in years at 1:100. */
const WORK_SCALE = 100;

/**
 * Judgements in the order of the targets.
 * @throws MaillageError `interrupted` when `signal` aborts.
 */
export async function validate(options: ValidationOptions): Promise<Judgement[]> {
  const { targets, sets } = options;
  const chosen = targets.map((target) => setOf(target, sets));
  const values: number[][] = targets.map(() => []);
  const work = sets.map(
    ({ replicates, scale, to }) => (replicates * (to - FIRST_YEAR + 1) * WORK_SCALE) / scale,
  );
  const total = work.reduce((sum, part) => sum + part, 0);
  for (const [s, set] of sets.entries()) {
    const before = work.slice(0, s).reduce((sum, part) => sum + part, 0);
    for (let first = 0; first < set.replicates; first += RUNS_TOGETHER) {
      const replicates = Math.min(RUNS_TOGETHER, set.replicates - first);
      const each = work[s] / set.replicates;
      const results = await simulateMany(
        Array.from({ length: replicates }, (_, i) => ({
          ...options,
          scale: set.scale,
          from: FIRST_YEAR,
          to: set.to,
          replicate: first + i,
        })),
        {
          threads: options.threads,
          geography: options.geography,
          signal: options.signal,
          onProgress: (progress) => {
            const share = progress.total > 0 ? progress.done / progress.total : 0;
            options.onProgress?.({ done: before + each * (first + replicates * share), total });
          },
        },
      );
      for (const { recording } of results) {
        if (s === 0) options.onRecording?.(recording);
        targets.forEach((target, t) => {
          if (chosen[t] === s) values[t].push(measure(target, recording));
        });
      }
    }
  }
  return targets.map((target, t) => judge(target, values[t], sets[chosen[t]]?.scale));
}
