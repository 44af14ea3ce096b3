/**
 * Migration: sorts the people who left their territory this month by destination, where demography takes them in
 * next month. Inside a destination they stand in the order of their keys, so that neither the threads nor the
 * order of territories can be seen. Evidence: MODEL §4 (propose, then resolve).
 * Leaves to others: who moves, and where to (demography).
 */
import type { World } from '../world/world.js';
import type { Rule, RunningRule } from './rule.js';

export const migration: Rule = {
  name: 'migration',
  reads: ['movers.outbox'],
  writes: ['movers.inbox', 'movers.arrivalStart', 'movers.filled'],
  open: (world) => openMigration(world),
};

function openMigration(world: World): RunningRule {
  const { filled, outbox, inbox, arrivalStart } = world.movers;
  const territories = world.geography.territories.length;
  const lanePlaces = world.size.moverCapacity;
  const next = new Int32Array(territories + 1);
  /** By slot of the inbox: lane × lanePlaces + outbox row; and key × people of the destination + slot in it. */
  let places = new Int32Array(0);
  let order = new Float64Array(0);

  function countDestinations(): void {
    arrivalStart.fill(0);
    for (let lane = 0; lane < outbox.length; lane++) {
      const { destination } = outbox[lane];
      for (let m = 0; m < filled[lane]; m++) arrivalStart[destination[m] + 1]++;
    }
    for (let z = 0; z < territories; z++) arrivalStart[z + 1] += arrivalStart[z];
  }

  /** Puts the movers of each destination in the order of their keys (unique; exact in a double). */
  function orderMovers(): void {
    next.set(arrivalStart);
    for (let lane = 0; lane < outbox.length; lane++) {
      const { destination, key } = outbox[lane];
      for (let m = 0; m < filled[lane]; m++) {
        const z = destination[m];
        const slot = next[z]++;
        const size = arrivalStart[z + 1] - arrivalStart[z];
        places[slot] = lane * lanePlaces + m;
        order[slot] = key[m] * size + slot - arrivalStart[z];
      }
    }
    for (let z = 0; z < territories; z++) {
      if (arrivalStart[z + 1] - arrivalStart[z] > 1)
        order.subarray(arrivalStart[z], arrivalStart[z + 1]).sort();
    }
  }

  function deliver(z: number): void {
    const from = arrivalStart[z];
    const size = arrivalStart[z + 1] - from;
    for (let to = from; to < from + size; to++) {
      const place = places[from + (order[to] % size)];
      const box = outbox[Math.floor(place / lanePlaces)];
      const m = place % lanePlaces;
      inbox.destination[to] = box.destination[m];
      inbox.key[to] = box.key[m];
      inbox.doctor[to] = box.doctor[m];
      inbox.birth[to] = box.birth[m];
      inbox.flags[to] = box.flags[m];
      inbox.need[to] = box.need[m];
      inbox.monthsWithout[to] = box.monthsWithout[m];
      inbox.sinceUnmet[to] = box.sinceUnmet[m];
      inbox.overdue[to] = box.overdue[m];
    }
  }

  return {
    serial() {
      countDestinations();
      const movers = arrivalStart[territories];
      if (order.length < movers) {
        // Half as much again, so that the buffers rarely grow.
        places = new Int32Array(movers + (movers >> 1));
        order = new Float64Array(movers + (movers >> 1));
      }
      orderMovers();
      for (let z = 0; z < territories; z++) deliver(z);
      filled.fill(0);
    },
  };
}
