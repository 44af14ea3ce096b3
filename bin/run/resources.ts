/** Memory and disk that a run will need, compared with what there is before anything starts. */
import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RUN } from '../../analysis/wording/run.js';
import { MaillageError } from '../../sim/base/errors.js';
import { displayPath } from '../../sim/base/paths.js';
import type { Terminal } from '../terminal/terminal.js';

const MB = 1024 * 1024;
/** Above the 68.4 million of today, so that growth to 2050 is covered. */
const PEOPLE = 72e6;
const BYTES_PER_AGENT = 16;
/** Spare rows of each territory, and movers on their way. */
const SPARE_ROWS = 1.08;
/** The program and its data packages, once; then what each run at the same time holds besides its patients. */
export const PROGRAM_BYTES = 200 * MB;
const RUN_BYTES = 120 * MB;
/** Tables of one run on disk, with room for the temporary copy. */
export const RESULT_BYTES = 60 * MB;

/** Bytes of the patients of a run at a scale. */
export function patientBytes(scale: number): number {
  return (PEOPLE / scale) * BYTES_PER_AGENT * SPARE_ROWS;
}

/** Bytes of memory for so many runs at the same time at one scale. */
export function memoryNeeded(scale: number, runsAtOnce: number): number {
  return PROGRAM_BYTES + runsAtOnce * (RUN_BYTES + patientBytes(scale));
}

/** @throws MaillageError `resources` when less than `needed` bytes are `free`. */
export function checkMemory(needed: number, free: number, terminal: Terminal): void {
  if (needed <= free) return;
  const values = { needed: Math.ceil(needed / MB), free: Math.floor(free / MB) };
  throw new MaillageError('resources', terminal.tell(RUN.memory, values));
}

/** @throws MaillageError `resources` when the disk under `folder` has no room for so many runs. */
export function checkDisk(folder: string, needed: number, terminal: Terminal): void {
  let existing = resolve(folder);
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  if (needed <= bavail * bsize) return;
  const values = {
    needed: Math.ceil(needed / MB),
    free: Math.floor((bavail * bsize) / MB),
    folder: displayPath(resolve(folder)),
  };
  throw new MaillageError('resources', terminal.tell(RUN.disk, values));
}
