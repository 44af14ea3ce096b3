/**
 * The threads of one run. They meet at a barrier before and after every spread phase and take territories one by one
 * from a shared counter; which thread takes which cannot change a result, since territories write their own rows only
 * and lanes hold integers.
 */
import { Worker } from 'node:worker_threads';
import type { DrawKey } from '../base/draws.js';
import { MaillageError } from '../base/errors.js';
import type { ParametersJson } from '../parameters/resolved.js';
import { shareWorld, type World } from '../world/world.js';
import {
  type Barrier,
  CONTROL_LENGTH,
  makeBarrier,
  takeTerritory,
  waitForWorkers,
  wakeWorkers,
} from './barrier.js';
import { type BoundPhase, beginMonth, runSerial, runTerritory } from './execution.js';

export interface TeamWorkerData {
  readonly kind: 'team';
  readonly shared: ReturnType<typeof shareWorld>;
  readonly parameters: ParametersJson;
  readonly run: DrawKey;
  readonly control: SharedArrayBuffer;
  readonly order: Int32Array;
  readonly lane: number;
  readonly frozen: boolean;
}

export interface Team {
  /** Runs all phases of a month. */
  month(month: number): void;
  close(): Promise<void>;
}

/** A team of `threads` threads, the caller's being the first. */
export async function makeTeam(
  world: World,
  phases: readonly BoundPhase[],
  options: {
    threads: number;
    parameters: ParametersJson;
    run: DrawKey;
    order: Int32Array;
    frozen: boolean;
    onPhase?: (name: string) => void;
  },
): Promise<Team> {
  const control = new SharedArrayBuffer(CONTROL_LENGTH * Int32Array.BYTES_PER_ELEMENT);
  const barrier = makeBarrier(control, options.threads - 1);
  const workers: Worker[] = [];
  const failures: unknown[] = [];
  const shared = shareWorld(world);
  for (let lane = 1; lane < options.threads; lane++) {
    const workerData: TeamWorkerData = {
      kind: 'team',
      shared,
      parameters: options.parameters,
      run: options.run,
      control,
      order: options.order,
      lane,
      frozen: options.frozen,
    };
    const worker = new Worker(new URL('./team-worker.js', import.meta.url), { workerData });
    workers.push(worker);
    worker.on('error', (error) => failures.push(error));
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
  }

  function spread(index: number, month: number): void {
    const bound = phases[index];
    wakeWorkers(barrier, index, month);
    for (let at = takeTerritory(barrier); at < options.order.length; at = takeTerritory(barrier))
      runTerritory(bound, options.order[at], 0);
    if (!waitForWorkers(barrier)) {
      throw new MaillageError('internal', 'a worker thread of the run failed', {
        exitCode: 1,
        cause: failures[0],
      });
    }
  }

  return {
    month(month) {
      beginMonth(phases, month);
      for (let index = 0; index < phases.length; index++) {
        if (!phases[index].phase.spread) runSerial(phases[index], month);
        else spread(index, month);
        options.onPhase?.(phases[index].phase.name);
      }
    },
    async close() {
      stop(barrier);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function stop(barrier: Barrier): void {
  wakeWorkers(barrier, -1, 0);
}
