/**
 * What arrives at each GP of a territory: the lanes of all threads are summed, lists brought up to date, and the
 * lumpiness of coarse scales taken out.
 *
 * Requests of one agent stand for k people alike, so a list of a dozen agents varies far more than a list of a thousand
 * people. Only 1/√k of a list's deviation from its territory's mean, in expected demand and in the share of unscheduled
 * requests, is kept: the variance that a list of that many people would have. The rest is exchanged between the GPs of the territory; the total is untouched.
 */
import {
  EXPECTED_UNIT,
  GP_COUNTERS,
  GP_EXPECTED,
  GP_LIST_CHANGE,
  GP_PROPOSALS,
  GP_REQUESTS,
  GP_UNSCHEDULED,
} from '../../world/tallies.js';
import type { World } from '../../world/world.js';
import type { Scratch } from './scratch.js';

export interface Gathered {
  /** GPs in the scratch rows. */
  readonly gps: number;
  /** People asking these GPs for a place this month. */
  readonly proposals: number;
  readonly requests: number;
  /** People on their lists. */
  readonly listed: number;
}

/** Sums and clears the lanes of the territory's GPs into the scratch columns; updates `physicians.list`. */
export function gather(world: World, z: number, s: Scratch): Gathered {
  const { gpStart, gpOrder, gpLanes } = world;
  const { list } = world.physicians.columns;
  const scale = world.size.scale;
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
    let expected = 0;
    let change = 0;
    for (let lane = 0; lane < gpLanes.length; lane++) {
      const counters = gpLanes[lane];
      wanted += counters[at + GP_REQUESTS];
      urgent += counters[at + GP_UNSCHEDULED];
      expected += counters[at + GP_EXPECTED];
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
    s.row[g] = d;
    s.agents[g] = list[d] / scale;
    s.expected[g] = (expected / EXPECTED_UNIT) * scale;
    s.requests[g] = wanted;
    s.unscheduled[g] = urgent;
  }
  if (scale > 1) smoothCaseMix(s, gps, scale, requests);
  return { gps, proposals: proposals * scale, requests, listed };
}

function smoothCaseMix(s: Scratch, gps: number, scale: number, total: number): void {
  const kept = 1 / Math.sqrt(scale);
  let expected = 0;
  let agents = 0;
  let urgent = 0;
  for (let g = 0; g < gps; g++) {
    expected += s.expected[g];
    agents += s.agents[g];
    urgent += s.unscheduled[g];
  }
  if (agents <= 0 || total <= 0) return;
  const perAgent = expected / agents;
  const urgentShare = urgent / total;
  let smoothed = 0;
  let smoothedUrgent = 0;
  for (let g = 0; g < gps; g++) {
    const wanted = Math.max(0, s.requests[g] - (1 - kept) * (s.expected[g] - s.agents[g] * perAgent));
    const ownShare = s.requests[g] > 0 ? s.unscheduled[g] / s.requests[g] : urgentShare;
    s.requests[g] = wanted;
    s.unscheduled[g] = wanted * (urgentShare + (ownShare - urgentShare) * kept);
    smoothed += wanted;
    smoothedUrgent += s.unscheduled[g];
  }
  // What the floor at zero and the rounding of shares kept is given back in proportion: no request is made or lost.
  const factor = smoothed > 0 ? total / smoothed : 0;
  const urgentFactor = smoothedUrgent > 0 ? urgent / smoothedUrgent : 0;
  for (let g = 0; g < gps; g++) {
    s.requests[g] *= factor;
    s.unscheduled[g] = Math.min(s.requests[g], s.unscheduled[g] * urgentFactor);
  }
}
