/** Digest of a world's state, the same for any number of threads: patients by territory and key, not by row. */
import { digestColumns, digestOf } from '../base/digest.js';
import { PATIENT_SCHEMA, type Patients } from './patients.js';
import type { World } from './world.js';

/** Room left for a row number beside a 32-bit key in the 53 bits of an exact integer. */
const ROWS = 2097152;

/** SHA-256 of living patients, physicians, nurses, territories and tallies. */
export function worldDigest(world: World): string {
  const parts = [
    digestColumns(sortedPatients(world.patients)),
    digestColumns(Object.entries(world.physicians.columns)),
    digestColumns(Object.entries(world.nurses.columns)),
    digestColumns(Object.entries(world.territories.columns)),
    digestColumns(Object.entries(world.tallies.columns)),
  ];
  return digestOf(parts.join('\n'));
}

/** Columns of the living, territory by territory, by rising key. */
function sortedPatients(patients: Patients): (readonly [string, Float64Array])[] {
  const rows = rowsInKeyOrder(patients);
  const names = Object.keys(PATIENT_SCHEMA) as (keyof typeof PATIENT_SCHEMA)[];
  return [
    ['count', Float64Array.from(patients.count)],
    ...names.map((name) => [name, Float64Array.from(rows, (row) => patients.columns[name][row])] as const),
  ];
}

function rowsInKeyOrder({ start, count, columns }: Patients): Int32Array {
  const rows = new Int32Array(count.reduce((sum, agents) => sum + agents, 0));
  let next = 0;
  for (let z = 0; z < start.length - 1; z++) {
    const packed = Float64Array.from(
      { length: count[z] },
      (_, i) => columns.key[start[z] + i] * ROWS + i,
    ).sort();
    for (const value of packed) rows[next++] = start[z] + (value % ROWS);
  }
  return rows;
}
