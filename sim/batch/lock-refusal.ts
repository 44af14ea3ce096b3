/** Why a lock cannot be had, and what a sentence about it may name. */
import { join, resolve } from 'node:path';
import type { MaillageError } from '../base/errors.js';
import { displayPath } from '../base/paths.js';
import { refusal, refused } from '../base/refusals.js';
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

/** The sentence for each fate of a lock that cannot be had. */
const SENTENCES = { alive: 'lockAlive', elsewhere: 'lockElsewhere', broken: 'lockBroken' } as const;

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

/** The error `locked` (exit code 2) of a lock that somebody else has. */
export function lockRefused(
  dir: string,
  fate: Exclude<LockState['fate'], 'dead'>,
  owner: LockOwner | undefined,
): MaillageError {
  return refused('locked', refusal(SENTENCES[fate], lockParts(dir, owner)));
}
