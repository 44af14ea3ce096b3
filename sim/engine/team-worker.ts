/** A further thread of one run: attaches to the shared world and works through the phases it is woken for. */
import { parentPort, workerData } from 'node:worker_threads';
import { parametersFromJSON } from '../parameters/resolved.js';
import { attachWorld } from '../world/world.js';
import { awaitOrder, makeBarrier, reportDone, takeTerritory } from './barrier.js';
import { beginMonth, bindPhases, runTerritory } from './execution.js';
import type { TeamWorkerData } from './team.js';

const data = workerData as TeamWorkerData;
const world = attachWorld(data.shared);
const phases = bindPhases(world, parametersFromJSON(data.parameters), data.run, data.frozen);
const barrier = makeBarrier(data.control, 0);
parentPort?.postMessage('ready');

work();

function work(): void {
  let month = -1;
  for (let order = awaitOrder(barrier, 0); order.phase >= 0; order = awaitOrder(barrier, order.generation)) {
    try {
      if (order.month !== month) {
        month = order.month;
        beginMonth(phases, month);
      }
      for (let at = takeTerritory(barrier); at < data.order.length; at = takeTerritory(barrier)) {
        runTerritory(phases[order.phase], data.order[at], data.lane);
      }
      reportDone(barrier, false);
    } catch (error) {
      reportDone(barrier, true);
      throw error;
    }
  }
}
