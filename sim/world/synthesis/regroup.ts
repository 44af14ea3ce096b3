/** Practising GPs by territory: the index that care and enrolment walk, in the order of ids inside a territory. */
import { practises } from '../physicians.js';
import type { World } from '../world.js';

/** Rebuilds `world.gpStart` and `world.gpOrder` from status and territory of all rows. */
export function regroupPhysicians(world: World): void {
  const { status, rowOf } = world.physicians.columns;
  const rows = Array.from(rowOf).filter((row) => practises(status[row]));
  fillGroups(world, rows);
}

/**
 * The same after a month in which GPs of the index stopped where they were, and only `arrivals` (rows outside it)
 * began: far cheaper than reading every row.
 */
export function updateGroups(world: World, arrivals: readonly number[]): void {
  const { gpStart, gpOrder } = world;
  const { id, status, territory } = world.physicians.columns;
  const fresh = [...arrivals].sort((a, b) => territory[a] - territory[b] || id[a] - id[b]);
  const before = gpOrder.slice(0, gpStart[gpStart.length - 1]);
  let taken = 0;
  let next = 0;
  let filled = 0;
  for (let z = 0; z + 1 < gpStart.length; z++) {
    const end = gpStart[z + 1];
    gpStart[z] = filled;
    for (; taken < end; taken++) {
      const row = before[taken];
      while (arrivesIn(z) && id[fresh[next]] < id[row]) gpOrder[filled++] = fresh[next++];
      if (practises(status[row])) gpOrder[filled++] = row;
    }
    while (arrivesIn(z)) gpOrder[filled++] = fresh[next++];
  }
  gpStart[gpStart.length - 1] = filled;

  function arrivesIn(z: number): boolean {
    return next < fresh.length && territory[fresh[next]] === z;
  }
}

function fillGroups(world: World, rows: readonly number[]): void {
  const { gpStart, gpOrder } = world;
  const { territory } = world.physicians.columns;
  gpStart.fill(0);
  for (const row of rows) gpStart[territory[row] + 1]++;
  for (let z = 1; z < gpStart.length; z++) gpStart[z] += gpStart[z - 1];
  for (const row of rows) gpOrder[gpStart[territory[row]]++] = row;
  // Filling moved each start to the next territory's: move them back.
  gpStart.copyWithin(1, 0, gpStart.length - 1);
  gpStart[0] = 0;
}
