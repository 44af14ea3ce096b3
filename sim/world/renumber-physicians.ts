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
  const practising = gpStart[gpStart.length - 1];
  const moves = movesOf(gpOrder.slice(0, practising), rowOf.length);
  const rowNow = rowsAfter(moves, rowOf.length);

  const scratch = new ArrayBuffer(practising * GP_COUNTERS * Int32Array.BYTES_PER_ELEMENT);
  for (const name of Object.keys(columns) as (keyof PhysicianColumns)[]) {
    if (name !== 'rowOf') move(columns[name], moves, scratch);
  }
  for (const lane of gpLanes) moveWords(lane.subarray(-NOBODY * GP_COUNTERS), moves, GP_COUNTERS, scratch);
  for (let row = 0; row < id.length; row++) rowOf[id[row]] = row;
  follow(successor, 0, successor.length, rowNow);
  follow(gpOrder, 0, practising, rowNow);
  const { start, count } = world.patients;
  const { doctor } = world.patients.columns;
  for (let z = 0; z + 1 < start.length; z++) follow(doctor, start[z], start[z] + count[z], rowNow);
  const { inbox, arrivalStart } = world.movers;
  follow(inbox.doctor, 0, arrivalStart[arrivalStart.length - 1], rowNow);
}

/** What is in row `order[i]` goes to row i, and what is in row `displaced[i]` to row `freed[i]`. */
interface Moves {
  readonly order: Int32Array;
  readonly displaced: Int32Array;
  readonly freed: Int32Array;
}

/** Moves that bring the rows `order` to the front. */
function movesOf(order: Int32Array, rows: number): Moves {
  const first = order.length;
  const isPractising = new Uint8Array(rows);
  for (let i = 0; i < first; i++) isPractising[order[i]] = 1;
  // Rows that newcomers leave go to those who must make room, in rising order on both sides.
  const rowsWhere = (from: number, to: number, practises: number) => {
    const found: number[] = [];
    for (let row = from; row < to; row++) if (isPractising[row] === practises) found.push(row);
    return Int32Array.from(found);
  };
  return { order, displaced: rowsWhere(0, first, 0), freed: rowsWhere(first, rows, 1) };
}

/** The new row of what is in each row. */
function rowsAfter({ order, displaced, freed }: Moves, rows: number): Int32Array {
  const rowNow = new Int32Array(rows);
  for (let row = 0; row < rows; row++) rowNow[row] = row;
  for (let i = 0; i < order.length; i++) rowNow[order[i]] = i;
  for (let i = 0; i < freed.length; i++) rowNow[displaced[i]] = freed[i];
  return rowNow;
}

/** Moves the values of a column, whatever they mean: nearly all columns are words of four bytes, or two such. */
function move(values: PhysicianColumns[keyof PhysicianColumns], moves: Moves, scratch: ArrayBuffer): void {
  const { buffer, byteOffset, byteLength, BYTES_PER_ELEMENT: bytes } = values;
  const wordBytes = Int32Array.BYTES_PER_ELEMENT;
  if (bytes >= wordBytes) {
    const words = new Int32Array(buffer, byteOffset, byteLength / wordBytes);
    moveWords(words, moves, bytes / wordBytes, scratch);
  } else moveShort(values, moves);
}

/** Moves the `width` words of each row: the practising to the front by way of `scratch`, once the others made room. */
function moveWords(
  words: Int32Array,
  { order, displaced, freed }: Moves,
  width: number,
  scratch: ArrayBuffer,
): void {
  const front = new Int32Array(scratch, 0, order.length * width);
  if (width === 1) for (let i = 0; i < order.length; i++) front[i] = words[order[i]];
  else
    for (let i = 0, to = 0; i < order.length; i++)
      for (let from = order[i] * width; from < (order[i] + 1) * width; from++) front[to++] = words[from];
  for (let i = 0; i < freed.length; i++) {
    for (let w = 0; w < width; w++) words[freed[i] * width + w] = words[displaced[i] * width + w];
  }
  words.set(front);
}

/** The same for columns of one or two bytes. */
function moveShort(
  values: PhysicianColumns[keyof PhysicianColumns],
  { order, displaced, freed }: Moves,
): void {
  const front = values.slice(0, order.length);
  for (let i = 0; i < order.length; i++) front[i] = values[order[i]];
  for (let i = 0; i < freed.length; i++) values[freed[i]] = values[displaced[i]];
  values.set(front);
}

/** Rows named in `rows[from…to)` become those they are now; negative ones name nobody. */
function follow(rows: Int32Array, from: number, to: number, rowNow: Int32Array): void {
  for (let i = from; i < to; i++) {
    const row = rows[i];
    if (row >= 0) rows[i] = rowNow[row];
  }
}
