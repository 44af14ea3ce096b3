/**
 * Referral: unscheduled requests that no GP of the territory served try a neighbouring territory, then a
 * teleconsultation or the SAS, then an emergency department, or are renounced.
 *
 * A share of them tries the neighbours, by their free acts and the travel time; each neighbour's free acts are shared
 * among all that ask (propose, then resolve). Evidence: DREES ER 1138 for the shares, ST §13 for dates.
 * Leaves to others: what happens inside the territory (consultation).
 */
import type { Parameters } from '../parameters/types.js';
import type { World } from '../world/world.js';
import type { Rule, RunningRule } from './rule.js';

export const referral: Rule = {
  name: 'referral',
  reads: ['territories.overflow', 'territories.spare', 'physicians.spare', 'tallies.requests'],
  writes: [
    'territories.exported',
    'territories.imported',
    'territories.teleconsultations',
    'territories.emergency',
    'territories.renounced',
    'territories.renouncedLow',
    'territories.overflowUnmet',
    'territories.acts',
    'territories.actsUnscheduled',
    'physicians.actsYear',
    'physicians.unscheduledYear',
    'physicians.poolYear',
  ],
  frozen: true,
  open: (world, parameters) => openReferral(world, parameters),
};

function openReferral(world: World, parameters: Parameters): RunningRule {
  const t = world.territories.columns;
  const p = world.physicians.columns;
  const tally = world.tallies.columns;
  const { start, territory, minutes } = world.geography.neighbours;
  const territories = world.geography.territories.length;
  const asked = new Float64Array(territory.length);
  const received = new Float64Array(territories);
  let decay = new Float64Array(0);
  let decayMinutes = 0;

  /** Each territory's travelling requests are proposed to its neighbours by free acts and travel time. */
  function propose(reach: number): void {
    received.fill(0);
    for (let z = 0; z < territories; z++) {
      let weight = 0;
      for (let n = start[z]; n < start[z + 1]; n++) weight += t.spare[territory[n]] * decay[n];
      const travelling = t.overflow[z] * reach;
      for (let n = start[z]; n < start[z + 1]; n++) {
        asked[n] = weight > 0 ? (travelling * t.spare[territory[n]] * decay[n]) / weight : 0;
        received[territory[n]] += asked[n];
      }
    }
  }

  function resolve(z: number, telecare: number, emergencyShare: number, lowFactor: number): void {
    let found = 0;
    for (let n = start[z]; n < start[z + 1]; n++) {
      const host = territory[n];
      if (asked[n] > 0) found += asked[n] * Math.min(1, t.spare[host] / received[host]);
    }
    const left = t.overflow[z] - found;
    const remote = left * telecare;
    const emergency = (left - remote) * emergencyShare;
    t.exported[z] = found;
    t.teleconsultations[z] = remote;
    t.emergency[z] += emergency;
    t.renounced[z] += left - remote - emergency;
    t.overflowUnmet[z] = t.overflow[z] > 0 ? (left - remote) / t.overflow[z] : 0;
    const low = tally.requests[2 * z + 1] * lowFactor;
    const all = tally.requests[2 * z] + low;
    t.renouncedLow[z] = all > 0 ? (t.renounced[z] * low) / all : 0;
  }

  function host(z: number): void {
    const given = Math.min(received[z], t.spare[z]);
    t.imported[z] = given;
    if (given <= 0) return;
    const share = given / t.spare[z];
    t.acts[z] += given;
    t.actsUnscheduled[z] += given;
    for (let g = world.gpStart[z]; g < world.gpStart[z + 1]; g++) {
      const d = world.gpOrder[g];
      p.actsYear[d] += p.spare[d] * share;
      p.unscheduledYear[d] += p.spare[d] * share;
      p.poolYear[d] += p.spare[d] * share;
    }
  }

  return {
    serial(month) {
      const reachMinutes = parameters.number('enrolment.reachMinutes', month);
      if (reachMinutes !== decayMinutes) {
        decayMinutes = reachMinutes;
        decay = Float64Array.from(minutes, (m) => Math.exp(-m / reachMinutes));
      }
      propose(parameters.number('care.neighbourReach', month));
      const telecare = parameters.number('care.teleconsultationShare', month);
      const emergencyShare = parameters.number('care.emergencyShare', month);
      const lowFactor = parameters.number('care.lowIncomeRenounceFactor', month);
      for (let z = 0; z < territories; z++) resolve(z, telecare, emergencyShare, lowFactor);
      for (let z = 0; z < territories; z++) host(z);
    },
  };
}
