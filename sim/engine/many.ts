/**
 * Several independent runs side by side, one thread each: the way of batches and of `npm start`. Results come back in
 * the order of the list, whatever thread ran them. Each worker sets its world up once and goes back to it for every
 * run with the same parameters.
 */
import { Worker } from 'node:worker_threads';
import { type ErrorCode, MaillageError } from '../base/errors.js';
import { buildGeography } from '../world/geography/build.js';
import type { Geography } from '../world/territory.js';
import type { Progress, RunOptions, RunResult } from './simulate.js';

export type ManyOptions = Omit<
  RunOptions,
  'threads' | 'onProgress' | 'signal' | 'geography' | 'onPhase' | 'onHistory'
> & {
  /** Codes of the régions or territories kept; absent or empty for all of France. */
  readonly places?: readonly string[];
};

export interface ManyProgress {
  /** Months done and in all, over all runs. */
  readonly done: number;
  readonly total: number;
  readonly runsDone: number;
  readonly runs: number;
}

/** Messages between the first thread and a run worker. */
export type ToWorker = { readonly run: number; readonly options: ManyOptions } | { readonly stop: true };
export type FromWorker =
  | { readonly run: number; readonly progress: Progress }
  | { readonly run: number; readonly result: RunResult }
  | {
      readonly run: number;
      readonly error: { readonly code: ErrorCode; readonly message: string; readonly exitCode: 1 | 2 };
    };

/** Memory for young objects of each worker, MB. */
const YOUNG_MB = 64;

export interface RunWorkerData {
  readonly geography: Geography;
}

/**
 * Runs every entry of `list`, at most `threads` at a time.
 * @throws the first failure in list order; MaillageError `interrupted` when `signal` aborts.
 */
export async function runMany(
  list: readonly ManyOptions[],
  options: {
    readonly threads: number;
    readonly geography?: Geography;
    readonly onProgress?: (progress: ManyProgress) => void;
    readonly signal?: AbortSignal;
  },
): Promise<RunResult[]> {
  const geography = options.geography ?? buildGeography();
  const results: (RunResult | undefined)[] = list.map(() => undefined);
  const months = list.map(() => ({ done: 0, total: 0 }));
  let next = 0;
  const report = () => {
    const known = months.find((m) => m.total > 0)?.total ?? 0;
    options.onProgress?.({
      done: months.reduce((sum, m) => sum + m.done, 0),
      total: months.reduce((sum, m) => sum + (m.total || known), 0),
      runsDone: results.filter((result) => result !== undefined).length,
      runs: list.length,
    });
  };
  const work = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const give = () => {
        if (next >= list.length) return resolve();
        worker.postMessage({ run: next, options: list[next++] } satisfies ToWorker);
      };
      const abort = () =>
        reject(
          new MaillageError('interrupted', 'the runs were interrupted; nothing was written', { exitCode: 1 }),
        );
      options.signal?.addEventListener('abort', abort, { once: true });
      worker.on('error', reject);
      worker.on('message', (message: FromWorker) => {
        if ('progress' in message) {
          months[message.run] = { done: message.progress.done, total: message.progress.total };
          report();
        } else if ('error' in message) {
          const { code, message: text, exitCode } = message.error;
          reject(new MaillageError(code, text, { exitCode }));
        } else {
          results[message.run] = message.result;
          report();
          give();
        }
      });
      give();
    });
  const workers = Array.from(
    { length: Math.min(options.threads, list.length) },
    () =>
      new Worker(new URL('./run-worker.js', import.meta.url), {
        workerData: { geography } satisfies RunWorkerData,
        // Room for short-lived objects: fewer collections, measured 3 % of a run.
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      }),
  );
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results as RunResult[];
}
