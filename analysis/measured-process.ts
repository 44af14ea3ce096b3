/**
 * A process of its own for a measure: nothing that ran before it (compiled code, memory) can help or hinder it, and it can
 * be held on some cores, helpers (compiler, garbage collector, writers) included.
 */
import { fork, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type ErrorData, errorAsData, errorFromData, MaillageError } from '../sim/base/errors.js';

type MeasureAnswer<T> = { readonly measure: T } | { readonly error: ErrorData };

/**
 * Sends `request` to a new process that runs `program` and resolves with its measure.
 * @param cores the process and all its threads stay on these; all cores unless told (needs `taskset` of util-linux)
 * @throws MaillageError `interrupted` when `signal` aborts, the error that the process sends, `internal` when it sends nothing
 */
export function measureInProcess<T>(
  program: URL,
  request: unknown,
  signal: AbortSignal | undefined,
  cores?: readonly number[],
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(interrupted());
    const held = cores
      ? { execPath: TASKSET, execArgv: ['-c', cores.join(','), process.execPath] }
      : { execPath: process.execPath };
    const child = fork(program, { serialization: 'advanced', ...held });
    const stop = () => child.kill();
    signal?.addEventListener('abort', stop, { once: true });
    let answer: MeasureAnswer<T> | undefined;
    child.on('message', (message) => {
      answer = message as MeasureAnswer<T>;
    });
    child.on('error', reject);
    child.on('exit', (code, killedBy) => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted) reject(interrupted());
      else if (answer === undefined) reject(silent(killedBy ?? `exit code ${code}`));
      else if ('error' in answer) reject(errorFromData(answer.error));
      else resolve(answer.measure);
    });
    child.send(request as object);
  });
}

/** The other side: has this process answer the one request it is sent, and end; or end when whoever asked is gone. */
export function serveMeasure<Request, T>(measure: (request: Request) => Promise<T>): void {
  process.once('disconnect', () => process.exit());
  process.once('message', async (request: Request) => {
    const answer: MeasureAnswer<T> = await measure(request).then(
      (measured) => ({ measure: measured }),
      (error: unknown) => ({ error: errorAsData(error) }),
    );
    process.send?.(answer, () => process.disconnect());
  });
}

const TASKSET = 'taskset';

/** Cores that this process may use, where it can also hold another process on some of them; else `undefined`. */
export function coresToHold(): number[] | undefined {
  if (process.platform !== 'linux' || spawnSync(TASKSET, ['--version']).status !== 0) return undefined;
  const allowed = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return allowed?.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
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
