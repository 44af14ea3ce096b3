/** December's stock-taking of liberal GPs, kept one by one because medians and deciles cannot be added. */
import { isKept } from '../world/geography/restrict.js';
import type { World } from '../world/world.js';
import { isLiberal } from './derived.js';
import type { GpSnapshot } from './recording.js';

const PERCENT = 100;

/** Copies the liberal GPs of this month, by territory then id. */
export function snapshotGps(world: World): GpSnapshot {
  const { rowOf, status, form, territory, list, adultList, seenYear, actsYear, unscheduledYear } =
    world.physicians.columns;
  const n = world.geography.territories.length;
  const start = new Int32Array(n + 1);
  for (let row = 0; row < world.physicians.rows; row++) {
    if (isLiberal(status[row], form[row]) && isKept(world.geography, territory[row]))
      start[territory[row] + 1]++;
  }
  for (let z = 0; z < n; z++) start[z + 1] += start[z];
  const gps = start[n];
  const snapshot = {
    start,
    adultList: new Float32Array(gps),
    patientList: new Float32Array(gps),
    patientsSeen: new Float32Array(gps),
    unscheduledShare: new Float32Array(gps),
  };
  const next = start.slice();
  for (const row of rowOf) {
    if (!isLiberal(status[row], form[row]) || !isKept(world.geography, territory[row])) continue;
    const i = next[territory[row]]++;
    snapshot.adultList[i] = adultList[row];
    snapshot.patientList[i] = list[row];
    snapshot.patientsSeen[i] = seenYear[row];
    snapshot.unscheduledShare[i] = (unscheduledYear[row] / actsYear[row]) * PERCENT;
  }
  return snapshot;
}
