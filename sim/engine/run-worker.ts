/** A thread that runs whole runs one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { MaillageError } from '../base/errors.js';
import { parametersFromJSON } from '../parameters/resolved.js';
import { restrictGeography } from '../world/geography/restrict.js';
import { restoreWorld, saveWorld, type World } from '../world/world.js';
import type { FromWorker, ManyOptions, RunWorkerData, ToWorker } from './many.js';
import { setUpWorld } from './setup.js';
import { type RunOptions, runHistory, settleWorld } from './simulate.js';

const { geography } = workerData as RunWorkerData;
const port = parentPort as NonNullable<typeof parentPort>;
/** Months between two progress messages. */
const REPORT_EVERY = 6;

interface Kept {
  readonly identity: string;
  readonly world: World;
  readonly state: readonly ArrayBuffer[];
}
const kept: { start?: Kept } = {};

/** The world of the first month for these options: set up and settled once, then put back. */
async function startingWorld(options: RunOptions & ManyOptions): Promise<World> {
  const identity = JSON.stringify([options.parameters, options.scale, options.to, options.places]);
  if (kept.start?.identity === identity) {
    restoreWorld(kept.start.world, kept.start.state);
    return kept.start.world;
  }
  const parameters = parametersFromJSON(options.parameters);
  const world = setUpWorld(restrictGeography(geography, options.places ?? []), parameters, {
    scale: options.scale,
    lanes: 1,
    to: options.to,
  });
  await settleWorld(world, options);
  kept.start = { identity, world, state: saveWorld(world) };
  return world;
}

async function run(index: number, options: ManyOptions): Promise<void> {
  const send = (message: FromWorker) => port.postMessage(message);
  try {
    const alone: RunOptions & ManyOptions = {
      ...options,
      threads: 1,
      onProgress: (progress) => {
        if (progress.done % REPORT_EVERY === 0 || progress.done === progress.total)
          send({ run: index, progress });
      },
    };
    const result = await runHistory(await startingWorld(alone), alone);
    send({ run: index, result });
  } catch (error) {
    send({
      run: index,
      error:
        error instanceof MaillageError
          ? { code: error.code, message: error.message, exitCode: error.exitCode }
          : {
              code: 'internal',
              message: error instanceof Error ? error.message : String(error),
              exitCode: 1,
            },
    });
  }
}

port.on('message', (message: ToWorker) => {
  if ('stop' in message) port.close();
  else void run(message.run, message.options);
});
