/**
 * Digest of a world's state, the same for any number of threads: patients by territory and key, not by row. One
 * territory is held at a time, so that whole France at scale 1 can be digested too.
 */
import { createHash } from 'node:crypto';
import { digestColumns, digestOf } from '../base/digest.js';
import { PATIENT_SCHEMA, type Patients } from './patients.js';
import { GP_ANNOUNCED, GP_COUNTERS } from './tallies.js';
import type { World } from './world.js';

/** Room left for a row number beside a 32-bit key in the 53 bits of an exact integer. */
const ROWS = 2097152;

/** SHA-256 of living patients, physicians, nurses, territories, tallies, everything of teams, paramedics, and collectivités. */
export function worldDigest(world: World): string {
  const parts = [
    patientsDigest(world.patients),
    digestColumns(Object.entries(world.physicians.columns)),
    digestColumns([['announced', announced(world)]]),
    digestColumns(Object.entries(world.nurses.columns)),
    digestColumns(Object.entries(world.territories.columns)),
    digestColumns(Object.entries(world.tallies.columns)),
    ...[world.teams, world.projects, world.agencies, world.delegations, world.supporters].map((table) =>
      digestColumns(Object.entries(table.columns)),
    ),
    digestColumns([['areaOwner', world.areaOwner]]),
    digestColumns(Object.entries(world.paramedics.columns)),
    digestColumns(Object.entries(world.collectivities.columns)),
  ];
  return digestOf(parts.join('\n'));
}

/** What each GP announced; every lane holds the same. */
function announced({ gpLanes, size }: World): Int32Array {
  const at = (_: number, row: number) => gpLanes[0][row * GP_COUNTERS + GP_ANNOUNCED];
  return Int32Array.from({ length: size.physicians }, at);
}

/** Columns of the living, territory by territory, by rising key. */
function patientsDigest({ start, count, columns }: Patients): string {
  const hash = createHash('sha256');
  const names = Object.keys(PATIENT_SCHEMA) as (keyof typeof PATIENT_SCHEMA)[];
  for (let z = 0; z < start.length - 1; z++) {
    const sorted = Float64Array.from(
      { length: count[z] },
      (_, i) => columns.key[start[z] + i] * ROWS + i,
    ).sort();
    hash.update(`${z}:${count[z]}\n`);
    for (const name of names) {
      hash.update(
        new Uint8Array(
          Float64Array.from(sorted, (packed) => columns[name][start[z] + (packed % ROWS)]).buffer,
        ),
      );
    }
  }
  return hash.digest('hex');
}
