/** Why a lock cannot be had: as data, so that the command line says it in the reader's language, and in English. */
import { join, resolve } from 'node:path';
import { MaillageError } from '../base/errors.js';
import { displayPath } from '../base/paths.js';
import type { Fate, LockOwner } from './lock-owner.js';

/** Name of the lock file in its folder. */
export const LOCK = 'lock';

/** Who holds a lock, and whether that process lives; `broken` when the file does not tell, and there is no owner. */
export interface LockState {
  readonly fate: Fate | 'broken';
  readonly owner: LockOwner | undefined;
}

/** Values to put into a sentence about a lock. */
export type LockParts = Readonly<Record<'folder' | 'file' | 'host' | 'pid' | 'started', string>>;

/** The `cause` of an error `locked`. */
export interface LockRefusal {
  readonly fate: Exclude<LockState['fate'], 'dead'>;
  readonly parts: LockParts;
}

/** English sentences; `analysis/wording/lock.ts` holds the French ones. */
export const LOCK_REFUSALS: Readonly<Record<LockRefusal['fate'], string>> = {
  alive:
    '{folder} is in use: process {pid} on {host} works there since {started}; wait until it ends, stop it with `kill {pid}`, or choose another folder with --out',
  elsewhere:
    '{folder} was locked by process {pid} on {host} at {started}, which cannot be seen from here: when you are sure that it has ended, take the folder over with --steal',
  broken:
    '{file} does not say who works in {folder} (it is empty or damaged, as after a full disk): when you are sure that nobody does, take the folder over with --steal',
};

/** What a sentence about the lock of `dir` may name. */
export function lockParts(dir: string, owner: LockOwner | undefined): LockParts {
  return {
    folder: displayPath(resolve(dir)),
    file: displayPath(resolve(join(dir, LOCK))),
    host: owner?.host ?? '?',
    pid: String(owner?.pid ?? '?'),
    started: owner?.started ?? '?',
  };
}

/** The error `locked` (exit code 2), with a `LockRefusal` as its cause. */
export function lockRefused(
  dir: string,
  fate: LockRefusal['fate'],
  owner: LockOwner | undefined,
): MaillageError {
  const cause: LockRefusal = { fate, parts: lockParts(dir, owner) };
  const message = LOCK_REFUSALS[fate].replace(/\{(\w+)\}/g, (_, name: keyof LockParts) => cause.parts[name]);
  return new MaillageError('locked', message, { cause });
}
