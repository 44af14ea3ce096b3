/**
 * Each January the physicians change rows, so that GPs of one territory lie side by side again.
 *
 * Newcomers have rows all over the table, and twenty years on most GPs are newcomers: a month then spends a fifth of
 * its time fetching their columns (measured at 1:100). A row is therefore a place in memory, good for a year; who a
 * physician is, for draws and for any order that matters, is `id`. Renumbering changes no result (tested).
 */
import type { PhysicianColumns } from './physicians.js';
import { GP_COUNTERS, NOBODY } from './tallies.js';
import type { World } from './world.js';

/** Gives practising GPs the first rows, by territory and `id`; whoever had one of these takes a row that they leave. */
export function renumberPhysicians(world: World): void {
  const { physicians, gpLanes, gpOrder, gpStart } = world;
  const columns = physicians.columns;
  const { id, rowOf, successor } = columns;
  const moves = movesOf(gpOrder.subarray(0, gpStart[gpStart.length - 1]), rowOf.length);
  const rowNow = new Int32Array(rowOf.length);
  for (let row = 0; row < rowNow.length; row++) rowNow[row] = row;
  for (let i = 0; i < moves.to.length; i++) rowNow[moves.from[i]] = moves.to[i];

  for (const name of Object.keys(columns) as (keyof PhysicianColumns)[]) {
    if (name !== 'rowOf') move(columns[name], moves, 1, 0);
  }
  for (const lane of gpLanes) move(lane, moves, GP_COUNTERS, -NOBODY * GP_COUNTERS);
  for (let i = 0; i < moves.to.length; i++) rowOf[id[moves.to[i]]] = moves.to[i];
  follow(successor, 0, successor.length, rowNow);
  follow(gpOrder, 0, gpStart[gpStart.length - 1], rowNow);
  const { start, count } = world.patients;
  const { doctor } = world.patients.columns;
  for (let z = 0; z + 1 < start.length; z++) follow(doctor, start[z], start[z] + count[z], rowNow);
  const { inbox, arrivalStart } = world.movers;
  follow(inbox.doctor, 0, arrivalStart[arrivalStart.length - 1], rowNow);
}

/** What is in row `from[i]` goes to row `to[i]`. */
interface Moves {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function movesOf(practising: Int32Array, rows: number): Moves {
  const first = practising.length;
  const isPractising = new Uint8Array(rows);
  for (let i = 0; i < first; i++) isPractising[practising[i]] = 1;
  const from = new Int32Array(first + first);
  const to = new Int32Array(first + first);
  let moves = 0;
  for (let i = 0; i < first; i++) {
    if (practising[i] === i) continue;
    from[moves] = practising[i];
    to[moves++] = i;
  }
  // Rows that newcomers leave go to those who must make room, in rising order on both sides.
  for (let room = 0, free = first; room < first; room++) {
    if (isPractising[room] === 1) continue;
    while (isPractising[free] === 0) free++;
    from[moves] = room;
    to[moves++] = free++;
  }
  return { from: from.subarray(0, moves), to: to.subarray(0, moves) };
}

/** Moves the `width` values of each row; the table begins at `offset`. */
function move(
  values: PhysicianColumns[keyof PhysicianColumns] | Int32Array,
  { from, to }: Moves,
  width: number,
  offset: number,
): void {
  // One view for each number of bytes, whatever they mean: the loops below meet few kinds of array.
  const { buffer, byteOffset, length, BYTES_PER_ELEMENT: bytes } = values;
  const view =
    bytes === Float64Array.BYTES_PER_ELEMENT
      ? new Float64Array(buffer, byteOffset, length)
      : bytes === Int32Array.BYTES_PER_ELEMENT
        ? new Int32Array(buffer, byteOffset, length)
        : bytes === Int16Array.BYTES_PER_ELEMENT
          ? new Int16Array(buffer, byteOffset, length)
          : new Uint8Array(buffer, byteOffset, length);
  const moving = new Float64Array(from.length * width);
  for (let i = 0; i < from.length; i++)
    for (let k = 0; k < width; k++) moving[i * width + k] = view[offset + from[i] * width + k];
  for (let i = 0; i < to.length; i++)
    for (let k = 0; k < width; k++) view[offset + to[i] * width + k] = moving[i * width + k];
}

/** Rows named in `rows[from…to)` become those they are now; negative ones name nobody. */
function follow(rows: Int32Array, from: number, to: number, rowNow: Int32Array): void {
  for (let i = from; i < to; i++) if (rows[i] >= 0) rows[i] = rowNow[rows[i]];
}
