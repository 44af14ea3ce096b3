/**
 * Measures the engine on the real thing: whole runs of the baseline, interleaved over thread counts, seeded, each in a
 * process of its own, as `maillage run` is. (A second world in one process is slower than the first: V8 then no longer
 * knows the world's columns.) Ratios within one call can be compared on a noisy machine; absolute figures only between
 * quiet ones.
 */
import { fork } from 'node:child_process';
import { type ErrorData, errorFromData, MaillageError } from '../sim/base/errors.js';
import type { Catalogue } from '../sim/parameters/catalogue.js';
import type { ParametersJson } from '../sim/parameters/resolved.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import type { Scenario } from '../sim/scenario/types.js';

export interface BenchOptions {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
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
}
export type BenchMeasure = Omit<BenchRun, 'threads' | 'round'>;
export type BenchAnswer = { readonly measure: BenchMeasure } | { readonly error: ErrorData };

/**
 * Runs every thread count `rounds` times, one of each per round.
 * @throws MaillageError `interrupted` when `signal` aborts, the error of the first run that fails otherwise.
 */
export async function bench(options: BenchOptions): Promise<BenchRun[]> {
  const { seed, scale, to, signal } = options;
  const parameters = resolveParameters(options.catalogue, options.scenario).toJSON();
  const runs: BenchRun[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    for (const threads of options.threads) {
      options.onRun?.(threads, round);
      const measure = await measureInProcess({ parameters, seed, scale, to, threads }, signal);
      runs.push({ threads, round, ...measure });
    }
  }
  return runs;
}

function measureInProcess(request: BenchRequest, signal: AbortSignal | undefined): Promise<BenchMeasure> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(interrupted());
    const child = fork(new URL('./bench-process.js', import.meta.url), { serialization: 'advanced' });
    const stop = () => child.kill();
    signal?.addEventListener('abort', stop, { once: true });
    let answer: BenchAnswer | undefined;
    child.on('message', (message) => {
      answer = message as BenchAnswer;
    });
    child.on('error', reject);
    child.on('exit', (code, killedBy) => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted) reject(interrupted());
      else if (answer === undefined) reject(silent(killedBy ?? `exit code ${code}`));
      else if ('error' in answer) reject(errorFromData(answer.error));
      else resolve(answer.measure);
    });
    child.send(request);
  });
}

function silent(end: string): MaillageError {
  return new MaillageError(
    'internal',
    `the process of a measured run ended (${end}) before it gave its measure: if the machine is short of memory, measure at a coarser --scale`,
    { exitCode: 1 },
  );
}

function interrupted(): MaillageError {
  return new MaillageError('interrupted', 'the measure was interrupted', { exitCode: 1 });
}

/** Median of a list of numbers, and its least and greatest. */
export function spread(values: readonly number[]): { least: number; median: number; greatest: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { least: sorted[0], median, greatest: sorted[sorted.length - 1] };
}
