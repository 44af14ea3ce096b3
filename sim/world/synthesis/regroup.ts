/** Practising GPs by territory: the index that care and enrolment walk. */
import { practises } from '../physicians.js';
import type { World } from '../world.js';

/** Rebuilds `world.gpStart` and `world.gpOrder` from status and territory; to be called after anybody settled or left. */
export function regroupPhysicians(world: World): void {
  const { gpStart, gpOrder } = world;
  const { status, territory } = world.physicians.columns;
  const rows = world.physicians.rows;
  gpStart.fill(0);
  for (let row = 0; row < rows; row++) {
    if (practises(status[row])) gpStart[territory[row] + 1]++;
  }
  for (let z = 1; z < gpStart.length; z++) gpStart[z] += gpStart[z - 1];
  for (let row = 0; row < rows; row++) {
    if (practises(status[row])) gpOrder[gpStart[territory[row]]++] = row;
  }
  // Filling moved each start to the next territory's: move them back.
  gpStart.copyWithin(1, 0, gpStart.length - 1);
  gpStart[0] = 0;
}
