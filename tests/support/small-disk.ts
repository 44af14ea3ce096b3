/** A small disk of its own, where root may mount one: full or read-only at will. */
import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { newFolder } from './studies.js';

export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes free. */
  fill(room: number): void;
  /** Takes back what `fill` wrote. */
  empty(): void;
  setReadOnly(readOnly: boolean): void;
}

const BALLAST = 'ballast';
const PIECE = 4096;

/** A disk of so many MB; undefined, with the reason printed, where none can be mounted. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = newFolder();
  const mount = (options: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' });
  const { status, stderr, error } = mount(`size=${megabytes}m`);
  if (status !== 0) {
    console.warn(`skipped: no small disk can be mounted (${(stderr || error?.message || '').trim()})`);
    return undefined;
  }
  afterAll(() => void spawnSync('umount', ['-l', folder]));
  return {
    folder,
    fill: (room) => fillUp(join(folder, BALLAST), room),
    empty: () => rmSync(join(folder, BALLAST), { force: true }),
    setReadOnly: (readOnly) => void mount(`remount,${readOnly ? 'ro' : 'rw'}`),
  };
}

function fillUp(file: string, room: number): void {
  const descriptor = openSync(file, 'w');
  try {
    for (;;) writeSync(descriptor, new Uint8Array(PIECE));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    ftruncateSync(descriptor, fstatSync(descriptor).size - room);
  } finally {
    closeSync(descriptor);
  }
}
