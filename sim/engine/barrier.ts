/** The meeting point of the threads of a run: a few shared integers, `Atomics.wait` and `Atomics.notify`. */

const GENERATION = 0;
const PHASE = 1;
const MONTH = 2;
const NEXT = 3;
const DONE = 4;
const FAILED = 5;
export const CONTROL_LENGTH = 8;
/** Looks before going to sleep: phases follow each other within microseconds. */
const SPINS = 4096;

export interface Barrier {
  readonly control: Int32Array;
  readonly workers: number;
}

/** What a worker is asked to do: a phase of a month, or `phase` −1 to stop. */
export interface Order {
  readonly generation: number;
  readonly phase: number;
  readonly month: number;
}

export function makeBarrier(buffer: SharedArrayBuffer, workers: number): Barrier {
  return { control: new Int32Array(buffer), workers };
}

/** Called by the first thread: opens a phase to all. */
export function wakeWorkers({ control }: Barrier, phase: number, month: number): void {
  control[PHASE] = phase;
  control[MONTH] = month;
  Atomics.store(control, NEXT, 0);
  Atomics.store(control, DONE, 0);
  Atomics.add(control, GENERATION, 1);
  Atomics.notify(control, GENERATION);
}

/** Next position in the work order; beyond its end when nothing is left. */
export function takeTerritory({ control }: Barrier): number {
  return Atomics.add(control, NEXT, 1);
}

/** Called by the first thread: returns when every worker is done; false if one failed. */
export function waitForWorkers({ control, workers }: Barrier): boolean {
  let spins = 0;
  for (let done = Atomics.load(control, DONE); done < workers; done = Atomics.load(control, DONE)) {
    if (spins++ > SPINS) Atomics.wait(control, DONE, done);
  }
  return Atomics.load(control, FAILED) === 0;
}

/** Called by a worker: the next order after generation `seen`. */
export function awaitOrder({ control }: Barrier, seen: number): Order {
  let spins = 0;
  while (Atomics.load(control, GENERATION) === seen) {
    if (spins++ > SPINS) Atomics.wait(control, GENERATION, seen);
  }
  return { generation: Atomics.load(control, GENERATION), phase: control[PHASE], month: control[MONTH] };
}

/** Called by a worker at the end of a phase. */
export function reportDone({ control }: Barrier, failed: boolean): void {
  if (failed) Atomics.store(control, FAILED, 1);
  Atomics.add(control, DONE, 1);
  Atomics.notify(control, DONE);
}
