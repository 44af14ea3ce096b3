/**
 * What others than the territory's GPs answer: delegates of GPs, IPA open to all, GPs of other territories on a visit.
 *
 * Delegates answer planned requests of the list (`physicians.moved`, caseloads), never more than come: such a request is
 * asked, and answered, and no act of a GP. An IPA open to all (`territories.direct`) answers a part of the planned requests
 * of people without a GP who come to her; what she may not settle still needs a GP. Visiting GPs serve who found nobody.
 */
import type { PhysicianColumns } from '../../world/physicians.js';
import type { CareParameters } from './parameters.js';
import type { Scratch } from './scratch.js';

/** Takes off the lists of a territory what delegates answer; returns it, in requests. */
export function delegating({ moved }: PhysicianColumns, s: Scratch): (gps: number) => number {
  const { row, requests, unscheduled, delegated } = s;
  return (gps) => {
    let all = 0;
    for (let g = 0; g < gps; g++) {
      const taken = Math.min(moved[row[g]], requests[g] - unscheduled[g]);
      delegated[g] = taken;
      requests[g] -= taken;
      all += taken;
    }
    return all;
  };
}

/**
 * Planned requests of nobody's list that IPA with direct access answer alone.
 * @param offered acts that they can give this month
 * @param regime `agencies.ipaRegime`, whose last bit tells whether they may prescribe first
 */
export function answeredDirectly(
  offered: number,
  seeking: number,
  regime: number,
  { directReach, directResolved }: CareParameters,
): number {
  return Math.min(offered, seeking * directReach) * directResolved[regime & 1];
}

/** Serves unscheduled requests that no GP of the territory served with the acts left of visiting GPs; returns the acts. */
export function visitOverflow(gps: number, left: number, acts: number, { overflow }: Scratch): number {
  const served = Math.min(left, acts);
  if (served <= 0) return 0;
  const kept = 1 - served / left;
  for (let g = 0; g < gps; g++) overflow[g] *= kept;
  return served;
}
