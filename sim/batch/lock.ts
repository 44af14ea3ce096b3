/**
 * The lock of a study, or of the part of it that one shard writes: a file `lock` that names its owner.
 *
 * It needs of the file system only that a hard link to an existing name fails and that a rename replaces at once, which
 * NFS gives too (link(2) and open(2), under O_EXCL). A lock is written under a name of its own and then linked, so that
 * nobody ever reads half of one. Who takes over the lock T first links `lock.after-T`: of all who see the same dead
 * owner one succeeds. It then looks again: if `lock` is no longer T, somebody had taken T over before and cleared
 * the link away, and the claim is withdrawn. Else its own file is renamed to `lock`; the name is never free in between.
 * A claimant that dies on the way is itself an owner, in a chain: lock, lock.after-T, lock.after-T′.
 *
 * Known limit: processes in containers that share a host name, a folder and no process namespace cannot see each
 * other; they count as elsewhere. Two machines of one name count as one that restarted (see lock-owner.ts).
 */

import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { MaillageError } from '../base/errors.js';
import { displayPath } from '../base/paths.js';
import { refusal, refused } from '../base/refusals.js';
import { fateOf, type LockOwner, parseOwner, thisProcess } from './lock-owner.js';
import { LOCK, type LockParts, type LockState, lockParts, lockRefused } from './lock-refusal.js';

export interface LockOptions {
  /** Take the lock of a process that cannot be seen from here, or a damaged one; never that of a living one. */
  readonly steal?: boolean;
  /** Told once the lock is taken over, with what to put into the sentence. */
  readonly onTakenOver?: (fate: Exclude<LockState['fate'], 'alive'>, parts: LockParts) => void;
}

export interface Lock {
  readonly owner: LockOwner;
  /** False once another process has stolen it: nothing more may be written. */
  isHeld(): boolean;
  /** Gives the lock back if it is still one's own; may be called twice. */
  release(): void;
}

/** A lock file as it was read; a damaged one is named by what the file system knows of it. */
interface Entry {
  readonly token: string;
  readonly owner: LockOwner | undefined;
}

/** Tries to settle with others who want the same lock at the same moment. */
const ATTEMPTS = 100;
const PAUSE_MS = 10;
/** How file systems without hard links refuse one. */
const NO_HARD_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Takes the lock of a folder, which is made when absent.
 * @throws MaillageError `locked` when another process holds it, naming host, process and start; `not-writable`.
 */
export function takeLock(dir: string, { steal = false, onTakenOver }: LockOptions = {}): Lock {
  const { owner, former } = orSentence(dir, () => {
    mkdirSync(dir, { recursive: true });
    return settle(dir, steal);
  });
  if (former !== undefined && former.fate !== 'alive')
    onTakenOver?.(former.fate, lockParts(dir, former.owner));
  return {
    owner,
    isHeld: () => isHeldBy(dir, owner),
    release: () => {
      try {
        giveBack(dir, owner);
      } catch {
        // What went wrong before matters more: a lock left behind is that of a dead process as soon as this one ends.
      }
    },
  };
}

/** Who holds the lock of a folder, or `undefined` when it is free. */
export function readLock(dir: string): LockState | undefined {
  const last = readChain(dir).at(-1);
  return last && stateOf(last);
}

interface Taken {
  readonly owner: LockOwner;
  /** Who had the lock before; absent when it was free. */
  readonly former?: LockState;
}

/** Tries until the lock is taken or somebody else holds it. */
function settle(dir: string, steal: boolean): Taken {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const owner = newNote(dir);
    try {
      const taken = tryToTake(dir, owner, steal);
      if (taken !== undefined) {
        tidy(dir, owner);
        return taken;
      }
    } finally {
      rmSync(noteOf(dir, owner), { force: true });
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, PAUSE_MS);
  }
  throw refused('locked', refusal('lockWanted', { folder: displayPath(resolve(dir)) }));
}

/** One try; `undefined` when somebody else was faster and it has to be looked at again. */
function tryToTake(dir: string, owner: LockOwner, steal: boolean): Taken | undefined {
  if (linkNote(dir, owner, lockOf(dir))) return { owner };
  const chain = readChain(dir);
  const last = chain.at(-1);
  if (last === undefined) return undefined;
  const former = stateOf(last);
  if (former.fate === 'alive' || (former.fate !== 'dead' && !steal)) {
    throw lockRefused(dir, former.fate, former.owner);
  }
  const claim = claimOf(dir, last.token);
  if (!linkNote(dir, owner, claim)) return undefined;
  const now = readChain(dir).map(({ token }) => token);
  if (chain.some(({ token }, i) => token !== now[i])) {
    rmSync(claim, { force: true });
    return undefined;
  }
  renameSync(noteOf(dir, owner), lockOf(dir));
  return { owner, former };
}

function isHeldBy(dir: string, { token }: LockOwner): boolean {
  return readEntry(lockOf(dir))?.token === token;
}

/** Removes one's own lock; it is claimed before, so that nobody takes it over between the last look and its removal. */
function giveBack(dir: string, owner: LockOwner): void {
  if (!isHeldBy(dir, owner) || !claimOwn(dir, owner)) return;
  tidy(dir, owner);
  if (isHeldBy(dir, owner)) rmSync(lockOf(dir), { force: true });
  rmSync(claimOf(dir, owner.token), { force: true });
}

/** False when somebody else has claimed one's lock. */
function claimOwn(dir: string, owner: LockOwner): boolean {
  try {
    const leaving = newNote(dir);
    const claimed = linkNote(dir, leaving, claimOf(dir, owner.token));
    rmSync(noteOf(dir, leaving), { force: true });
    return claimed;
  } catch {
    // On a full disk there is no room for a claim, and the lock must be given back all the same.
    return true;
  }
}

function stateOf({ owner }: Entry): LockState {
  return { fate: owner === undefined ? 'broken' : fateOf(owner), owner };
}

/** The lock and, where somebody is taking it over or died doing so, the claims on it; the last one holds it. */
function readChain(dir: string): Entry[] {
  const chain: Entry[] = [];
  for (let entry = readEntry(lockOf(dir)); entry !== undefined; ) {
    const { token } = entry;
    if (chain.some((earlier) => earlier.token === token)) return chain;
    chain.push(entry);
    entry = readEntry(claimOf(dir, token));
  }
  return chain;
}

function readEntry(file: string): Entry | undefined {
  try {
    const owner = parseOwner(readFileSync(file, 'utf8'));
    if (owner !== undefined) return { token: owner.token, owner };
    const { ino, size, mtimeMs } = statSync(file);
    return { token: `broken-${ino}-${size}-${mtimeMs}`, owner };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the whole of a new lock under a name of its own. Its time is the file system's, which all hosts share. */
function newNote(dir: string): LockOwner {
  const token = randomUUID();
  const file = openSync(join(dir, `${LOCK}.note-${token}`), 'wx');
  try {
    const owner = { ...thisProcess(), started: fstatSync(file).mtime.toISOString(), token };
    writeFileSync(file, textOf(owner));
    fsyncSync(file);
    return owner;
  } finally {
    closeSync(file);
  }
}

/** Gives a note one more name, and tells whether that name was free. */
function linkNote(dir: string, owner: LockOwner, name: string): boolean {
  try {
    linkSync(noteOf(dir, owner), name);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Its holder tidies away what it takes for left behind: the next try writes it again.
    if (code === 'ENOENT') return false;
    // NFS may answer twice: the second answer says that the name, just given, exists.
    if (code === 'EEXIST') return readEntry(name)?.token === owner.token;
    if (NO_HARD_LINKS.includes(code)) return writeNew(name, textOf(owner));
    throw error;
  }
}

/** Without hard links, a reader may meet an unfinished lock: it looks damaged, and is respected. */
function writeNew(name: string, text: string): boolean {
  try {
    writeFileSync(name, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** For the holder alone: removes notes and claims of those who died or were refused; a claim on its own lock stays. */
function tidy(dir: string, holder: LockOwner): void {
  const kept = `${LOCK}.after-${holder.token}`;
  for (const name of readdirSync(dir)) {
    if (/^lock\.(note|after)-/.test(name) && name !== kept) rmSync(join(dir, name), { force: true });
  }
}

const lockOf = (dir: string) => join(dir, LOCK);
const noteOf = (dir: string, { token }: LockOwner) => join(dir, `${LOCK}.note-${token}`);
const claimOf = (dir: string, token: string) => join(dir, `${LOCK}.after-${token}`);
const textOf = (owner: LockOwner) => `${JSON.stringify(owner)}\n`;

/** Turns what the file system refuses into a sentence. */
function orSentence<T>(dir: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (cause instanceof MaillageError || code === undefined) throw cause;
    const folder = displayPath(resolve(dir));
    throw refused('not-writable', refusal('lockNotWritable', { folder, code }), { cause });
  }
}
