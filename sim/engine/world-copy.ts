/**
 * Copies of a world to come back to: in memory while they are small, on disk when a copy would double the memory of a
 * large run (whole France one-to-one: 1.2 GB).
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreWorld, saveWorld, shareWorld, type World } from '../world/world.js';

/** Bytes of copies kept in memory at most: one of France at 1:10 fits, or three at 1:100; at 1:1 none does. */
export const COPIES_IN_MEMORY = 268435456;
/** Bytes moved at a time between disk and memory. */
const PIECE = 16777216;

export interface WorldCopy {
  /** Memory that it holds until dropped, bytes; 0 on disk. */
  readonly memory: number;
  /** Puts the world it was made from back into the state of the copy. */
  restore(): void;
  /** Frees the copy. */
  drop(): void;
}

/**
 * Copies the state of a world.
 * @param folder where large copies go; the system's temporary folder unless told
 * @param room bytes of memory that the copy may take
 */
export function copyWorld(world: World, folder = tmpdir(), room = COPIES_IN_MEMORY): WorldCopy {
  const bytes = shareWorld(world).buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return bytes <= room ? copyInMemory(world, bytes) : copyOnDisk(world, folder);
}

function copyInMemory(world: World, memory: number): WorldCopy {
  let saved: readonly ArrayBuffer[] = saveWorld(world);
  return {
    memory,
    restore: () => restoreWorld(world, saved),
    drop() {
      saved = [];
    },
  };
}

function copyOnDisk(world: World, folder: string): WorldCopy {
  const own = mkdtempSync(join(folder, 'maillage-world-'));
  const file = join(own, 'state');
  const { buffers } = shareWorld(world);
  const withFile = (flags: string, move: (descriptor: number, piece: Uint8Array) => number) => {
    const descriptor = openSync(file, flags);
    try {
      for (const buffer of buffers) {
        for (let at = 0; at < buffer.byteLength; )
          at += move(descriptor, new Uint8Array(buffer, at, Math.min(PIECE, buffer.byteLength - at)));
      }
    } finally {
      closeSync(descriptor);
    }
  };
  const drop = () => rmSync(own, { recursive: true, force: true });
  try {
    withFile('w', (descriptor, piece) => writeSync(descriptor, piece));
  } catch (error) {
    drop();
    throw error;
  }
  return {
    memory: 0,
    restore: () => withFile('r', (descriptor, piece) => readSync(descriptor, piece)),
    drop,
  };
}
