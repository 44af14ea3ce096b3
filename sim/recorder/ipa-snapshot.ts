/** December's caseloads of liberal IPA, kept one by one because a median cannot be added. */
import { LIBERAL_IPA, PARAMEDIC_ROWS } from '../world/delegation/paramedics.js';
import { isKept } from '../world/geography/restrict.js';
import type { World } from '../world/world.js';
import type { IpaSnapshot } from './recording.js';

/** Copies the liberal IPA of this month, by territory then row. */
export function snapshotIpa({ geography, paramedics: { columns } }: World): IpaSnapshot {
  const { kind, state, territory, caseload } = columns;
  const n = geography.territories.length;
  const rows: number[] = [];
  const start = new Int32Array(n + 1);
  for (let row = 0; row < PARAMEDIC_ROWS && kind[row] !== 0; row++) {
    if (state[row] !== LIBERAL_IPA || !isKept(geography, territory[row])) continue;
    rows.push(row);
    start[territory[row] + 1]++;
  }
  for (let z = 0; z < n; z++) start[z + 1] += start[z];
  const next = start.slice();
  const caseloads = new Float32Array(rows.length);
  for (const row of rows) caseloads[next[territory[row]]++] = caseload[row];
  return { start, caseload: caseloads };
}
