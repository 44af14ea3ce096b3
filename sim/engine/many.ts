/**
 * Many runs side by side, a family at a time for each worker thread. What comes out does not depend on which thread ran
 * what: every outcome names its family and its place in it.
 */
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { type ErrorData, errorFromData, MaillageError } from '../base/errors.js';
import type { ParametersJson } from '../parameters/resolved.js';
import type { Frame, FrameSpec } from '../recorder/frame.js';
import { buildGeography } from '../world/geography/build.js';
import type { Geography } from '../world/territory.js';
import type { FamilyOptions } from './family.js';
import type { Progress, RunOptions, RunResult } from './simulate.js';

/** The runs of one seed and replicate, as plain data. */
export interface Family
  extends Pick<
    FamilyOptions,
    'seed' | 'replicate' | 'scale' | 'from' | 'to' | 'threads' | 'check' | 'digest' | 'fork'
  > {
  readonly scenarios: readonly ParametersJson[];
  /** Codes of the régions or territories kept; absent or empty for all of France. */
  readonly places?: readonly string[];
  /** What to keep of each run; without it, the whole recording comes back. */
  readonly frame?: FrameSpec;
}

/** How the run of the `member`-th scenario of a family ended. */
export type FamilyOutcome = { readonly member: number } & (
  | { readonly result: RunResult }
  | { readonly frame: Frame; readonly patientMonths: number }
  | { readonly error: ErrorData }
);

/** Messages between the first thread and a worker. */
export interface ToWorker {
  readonly family: Family;
}
export type FromWorker =
  | { readonly progress: Progress }
  | { readonly outcome: FamilyOutcome }
  | { readonly finished: true };

export interface FamilyWorkerData {
  readonly geography: Geography;
  /** Where copies of very large worlds go. */
  readonly folder?: string;
}

/** Memory for young objects of each worker, MB: fewer collections, measured 3 % of a run. */
const YOUNG_MB = 64;
/**
 * Memory for old objects before a worker first collects them, MB. V8 drops what it compiled of short functions with them, so
 * that every collection is followed by compilation: 18 collections in four forks become 6, and 3 to 5 % of their time.
 */
const OLD_MB = 256;

export interface FamilyWork {
  /** Families simulated at the same time. */
  readonly atOnce: number;
  readonly geography: Geography;
  readonly folder?: string;
  readonly signal?: AbortSignal;
  /** The next family to simulate, with a name for it; `undefined` when there is none left. */
  readonly next: () => { readonly id: number; readonly family: Family } | undefined;
  readonly onOutcome: (id: number, outcome: FamilyOutcome) => void;
  readonly onProgress?: (id: number, progress: Progress) => void;
}

/**
 * Simulates families until none is left. A run that fails is an outcome; a thread that dies fails what it had not
 * delivered, and another takes its place.
 * @throws MaillageError `interrupted` when `signal` aborts, and whatever a callback throws.
 */
export async function runFamilies(work: FamilyWork): Promise<void> {
  const workers = new Set<Worker>();
  // A limit that Worker's own options lack; threads that have started keep theirs.
  setFlagsFromString(`--initial-old-space-size=${OLD_MB}`);
  const stopped = new AbortController();
  const start = () => {
    const worker = new Worker(new URL('./family-worker.js', import.meta.url), {
      workerData: { geography: work.geography, folder: work.folder } satisfies FamilyWorkerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    workers.add(worker);
    // A thread that dies between two families must not end the program; the next family finds it gone.
    worker.on('error', () => undefined);
    return worker;
  };
  const interrupted = new Promise<never>((_, reject) => {
    const refuse = () =>
      reject(new MaillageError('interrupted', 'the runs were interrupted', { exitCode: 1 }));
    if (work.signal?.aborted) refuse();
    work.signal?.addEventListener('abort', refuse, { once: true, signal: stopped.signal });
  });
  interrupted.catch(() => undefined);

  const next = () => (stopped.signal.aborted ? undefined : work.next());

  async function thread(): Promise<void> {
    let worker: Worker | undefined;
    for (let task = next(); task !== undefined; task = next()) {
      worker ??= start();
      const alive = await serve(worker, task.id, task.family, { ...work, stopped: stopped.signal });
      if (stopped.signal.aborted) return;
      if (alive) continue;
      workers.delete(worker);
      worker = undefined;
    }
  }

  try {
    await Promise.race([interrupted, Promise.all(Array.from({ length: work.atOnce }, thread))]);
  } finally {
    stopped.abort();
    await Promise.all([...workers].map((worker) => worker.terminate()));
  }
}

/**
 * Has a worker simulate a family; once all is `stopped`, nothing more is heard of it.
 * @returns false when the worker died of it.
 */
function serve(
  worker: Worker,
  id: number,
  family: Family,
  work: FamilyWork & { readonly stopped: AbortSignal },
): Promise<boolean> {
  const waiting = new Set(family.scenarios.keys());
  const listening = new AbortController();
  return new Promise<boolean>((resolve, reject) => {
    const listen = <T>(event: 'error' | 'exit' | 'message', hear: (heard: T) => void) => {
      const guarded = (...heard: unknown[]) => {
        try {
          hear(heard[0] as T);
        } catch (error) {
          reject(error);
        }
      };
      worker.on(event, guarded);
      listening.signal.addEventListener('abort', () => worker.off(event, guarded));
    };
    // A thread that is ended along with all the others has not failed.
    work.stopped.addEventListener('abort', () => resolve(false), { signal: listening.signal });
    const died = (reason: string) => {
      for (const member of waiting) {
        const message = `the thread that simulated this run stopped: ${reason}`;
        work.onOutcome(id, { member, error: { code: 'internal', message, exitCode: 1 } });
      }
      resolve(false);
    };
    listen('error', (error: unknown) => died(error instanceof Error ? error.message : String(error)));
    listen('exit', (code: number) => died(`exit code ${code}`));
    listen('message', (message: FromWorker) => {
      if ('progress' in message) work.onProgress?.(id, message.progress);
      else if ('finished' in message) resolve(true);
      else {
        waiting.delete(message.outcome.member);
        work.onOutcome(id, message.outcome);
      }
    });
    worker.postMessage({ family } satisfies ToWorker);
  }).finally(() => listening.abort());
}

export type ManyOptions = Omit<
  RunOptions,
  'threads' | 'onProgress' | 'signal' | 'geography' | 'onPhase' | 'onHistory' | 'panel'
> & {
  readonly places?: readonly string[];
};

export interface ManyProgress {
  /** Months done and in all, over all runs. */
  readonly done: number;
  readonly total: number;
  readonly runsDone: number;
  readonly runs: number;
}

/**
 * Runs every entry of `list`, each on one thread and at most `threads` at a time; results in the order of the list.
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
  const outcomes: (FamilyOutcome | undefined)[] = list.map(() => undefined);
  const months = list.map(() => ({ done: 0, total: 0 }));
  const report = () => {
    const known = months.find(({ total }) => total > 0)?.total ?? 0;
    options.onProgress?.({
      done: months.reduce((sum, { done }) => sum + done, 0),
      total: months.reduce((sum, { total }) => sum + (total || known), 0),
      runsDone: outcomes.filter((outcome) => outcome !== undefined).length,
      runs: list.length,
    });
  };
  let given = 0;
  const hasFailed = () => outcomes.some((outcome) => outcome !== undefined && 'error' in outcome);
  await runFamilies({
    atOnce: Math.min(options.threads, list.length),
    geography: options.geography ?? buildGeography(),
    signal: options.signal,
    next() {
      if (given >= list.length || hasFailed()) return undefined;
      const { parameters, ...one } = list[given];
      return { id: given++, family: { ...one, threads: 1, scenarios: [parameters] } };
    },
    onOutcome(id, outcome) {
      outcomes[id] = outcome;
      report();
    },
    onProgress(id, { done, total }) {
      months[id] = { done, total };
      report();
    },
  });
  return outcomes.flatMap((outcome) => {
    if (outcome === undefined || !('result' in outcome)) {
      if (outcome && 'error' in outcome) throw errorFromData(outcome.error);
      return [];
    }
    return [outcome.result];
  });
}
