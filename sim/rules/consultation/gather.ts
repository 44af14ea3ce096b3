/**
 * What arrives at each GP of a territory: the lanes of all threads are summed, lists brought up to date, and the
 * lumpiness of coarse scales taken out.
 *
 * Requests of one agent stand for k people alike, so a list of a dozen agents varies far more than a list of a thousand
 * people. Only 1/√k of a list's deviation from its territory's mean, in expected demand and in the share of unscheduled
 * requests, is kept: the variance that a list of that many people would have. The rest is exchanged between the GPs of the territory; the total is untouched.
 */
import * as tallies from '../../world/tallies.js';
import type { World } from '../../world/world.js';
import type { Scratch } from './scratch.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { EXPECTED_UNIT, GP_COUNTERS, GP_EXPECTED, GP_LIST_CHANGE, GP_PROPOSALS, GP_REQUESTS, GP_UNSCHEDULED } =
  tallies;

export interface Gathered {
  /** GPs in the scratch rows. */
  readonly gps: number;
  /** People asking these GPs for a place this month. */
  readonly proposals: number;
  readonly requests: number;
  /** People on their lists. */
  readonly listed: number;
}

/** Sums and clears the lanes of a territory's GPs into the scratch columns; updates `physicians.list`. */
export type Gather = (z: number) => Gathered;

export function gathering(world: World, s: Scratch): Gather {
  const { gpStart, gpOrder, gpLanes } = world;
  const { list } = world.physicians.columns;
  const { row, agents, expected, requests: ofList, unscheduled } = s;
  const scale = world.size.scale;
  const kept = 1 / Math.sqrt(scale);

  function gather(z: number): Gathered {
    const from = gpStart[z];
    const gps = gpStart[z + 1] - from;
    let proposals = 0;
    let requests = 0;
    let listed = 0;
    for (let g = 0; g < gps; g++) {
      const d = gpOrder[from + g];
      const at = d * GP_COUNTERS;
      let wanted = 0;
      let urgent = 0;
      let foreseen = 0;
      let change = 0;
      for (let lane = 0; lane < gpLanes.length; lane++) {
        const counters = gpLanes[lane];
        wanted += counters[at + GP_REQUESTS];
        urgent += counters[at + GP_UNSCHEDULED];
        foreseen += counters[at + GP_EXPECTED];
        change += counters[at + GP_LIST_CHANGE];
        proposals += counters[at + GP_PROPOSALS];
        counters[at + GP_REQUESTS] = 0;
        counters[at + GP_UNSCHEDULED] = 0;
        counters[at + GP_EXPECTED] = 0;
        counters[at + GP_LIST_CHANGE] = 0;
        counters[at + GP_PROPOSALS] = 0;
      }
      list[d] += change * scale;
      listed += list[d];
      requests += wanted;
      row[g] = d;
      agents[g] = list[d] / scale;
      expected[g] = (foreseen / EXPECTED_UNIT) * scale;
      ofList[g] = wanted;
      unscheduled[g] = urgent;
    }
    if (scale > 1) smoothCaseMix(gps, requests);
    return { gps, proposals: proposals * scale, requests, listed };
  }

  function smoothCaseMix(gps: number, total: number): void {
    let foreseen = 0;
    let listed = 0;
    let urgent = 0;
    for (let g = 0; g < gps; g++) {
      foreseen += expected[g];
      listed += agents[g];
      urgent += unscheduled[g];
    }
    if (listed <= 0 || total <= 0) return;
    const perAgent = foreseen / listed;
    const urgentShare = urgent / total;
    let smoothed = 0;
    let smoothedUrgent = 0;
    for (let g = 0; g < gps; g++) {
      const wanted = Math.max(0, ofList[g] - (1 - kept) * (expected[g] - agents[g] * perAgent));
      const ownShare = ofList[g] > 0 ? unscheduled[g] / ofList[g] : urgentShare;
      ofList[g] = wanted;
      unscheduled[g] = wanted * (urgentShare + (ownShare - urgentShare) * kept);
      smoothed += wanted;
      smoothedUrgent += unscheduled[g];
    }
    // What the floor at zero and the rounding of shares kept is given back in proportion: no request is made or lost.
    const factor = smoothed > 0 ? total / smoothed : 0;
    const urgentFactor = smoothedUrgent > 0 ? urgent / smoothedUrgent : 0;
    for (let g = 0; g < gps; g++) {
      ofList[g] *= factor;
      unscheduled[g] = Math.min(ofList[g], unscheduled[g] * urgentFactor);
    }
  }

  return gather;
}
