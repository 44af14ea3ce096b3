/** The lock of a study: one works in a folder, a dead one is succeeded by exactly one, a foreign one is respected. */
import fs, { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LOCK } from '../analysis/wording/lock.js';
import { errorText } from '../analysis/wording/refusals.js';
import { MaillageError } from '../sim/base/errors.js';
import { readLock, takeLock } from '../sim/batch/lock.js';
import { type LockOwner, thisProcess } from '../sim/batch/lock-owner.js';
import { deadLock, newFolder } from './support/locks.js';

const { linkSync } = fs;
const linkBy = (link: typeof linkSync) => {
  fs.linkSync = link;
  syncBuiltinESMExports();
};
const noLinks = () => {
  throw Object.assign(new Error('no links here'), { code: 'ENOTSUP' });
};
afterEach(() => linkBy(linkSync));

function refusal(work: () => unknown): MaillageError {
  try {
    work();
  } catch (error) {
    if (error instanceof MaillageError) return error;
  }
  throw new Error('it was not refused');
}

/** Puts into a new folder a lock like that of the present process, but for what is given. */
function folderLockedBy(changes: Partial<LockOwner>): string {
  const folder = newFolder();
  const owner = {
    ...thisProcess(),
    started: '2026-02-03T04:05:06.000Z',
    token: crypto.randomUUID(),
    ...changes,
  };
  writeFileSync(join(folder, 'lock'), JSON.stringify(owner));
  return folder;
}

describe('one works in a folder', () => {
  test('a lock says who, where and since when, and leaves nothing behind', () => {
    const folder = join(newFolder(), 'not/yet/made');
    const lock = takeLock(folder);
    expect(readdirSync(folder)).toEqual(['lock']);
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toEqual(lock.owner);
    expect(lock.owner).toMatchObject({ host: hostname(), pid: process.pid });
    expect(Math.abs(Date.now() - Date.parse(lock.owner.started))).toBeLessThan(60_000);
    expect(readLock(folder)).toEqual({ fate: 'alive', owner: lock.owner });
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(readLock(folder)).toBeUndefined();
    lock.release();
  });

  test('a second is refused with a sentence that names host, process, start and what to do', () => {
    const folder = newFolder();
    const { owner, release } = takeLock(folder);
    const error = refusal(() => takeLock(folder, { steal: true }));
    expect([error.code, error.exitCode]).toEqual(['locked', 2]);
    for (const part of [
      hostname(),
      String(process.pid),
      owner.started,
      folder,
      `kill ${process.pid}`,
      '--out',
    ]) {
      expect(error.message).toContain(part);
    }
    expect(errorText(error, 'en')).toBe(error.message);
    expect(errorText(error, 'fr')).toContain(`le processus ${process.pid} sur ${hostname()}`);
    expect(readdirSync(folder)).toEqual(['lock']);
    release();
    takeLock(folder).release();
  });

  test('release removes only one’s own lock', async () => {
    const folder = newFolder();
    const lock = takeLock(folder);
    const other = await deadLock();
    writeFileSync(join(folder, 'lock'), other);
    expect(lock.isHeld()).toBe(false);
    lock.release();
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(other);
  });

  test('a folder that cannot be written is refused with a sentence', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const error = refusal(() => takeLock(join(file, 'study')));
    expect([error.code, error.exitCode]).toEqual(['not-writable', 2]);
    expect(error.message).toContain(join(file, 'study'));
  });

  test('without hard links there is still one lock, taken over once', async () => {
    linkBy(noLinks);
    const folder = newFolder();
    const lock = takeLock(folder);
    expect(refusal(() => takeLock(folder)).code).toBe('locked');
    lock.release();
    writeFileSync(join(folder, 'lock'), await deadLock());
    const next = takeLock(folder);
    expect(refusal(() => takeLock(folder)).code).toBe('locked');
    next.release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a lock that its owner left behind', () => {
  test('is taken over on the same host, and the caller is told whose it was', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'lock'), await deadLock());
    const former = readLock(folder);
    expect(former?.fate).toBe('dead');
    const told = vi.fn();
    const lock = takeLock(folder, { onTakenOver: told });
    expect(told).toHaveBeenCalledExactlyOnceWith(
      'dead',
      expect.objectContaining({
        pid: String(former?.owner?.pid),
        host: hostname(),
        started: former?.owner?.started,
      }),
    );
    expect(readdirSync(folder)).toEqual(['lock']);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('nobody is told anything when the lock was free', () => {
    const told = vi.fn();
    takeLock(newFolder(), { onTakenOver: told }).release();
    expect(told).not.toHaveBeenCalled();
  });

  test('on another host it is taken with --steal only', () => {
    const folder = folderLockedBy({ host: 'node-17', pid: 4321 });
    const error = refusal(() => takeLock(folder));
    expect(error.message).toMatch(/process 4321 on node-17 at 2026-02-03T04:05:06.000Z.*--steal/);
    expect(errorText(error, 'fr')).toMatch(/processus 4321 sur node-17.*--steal/);
    expect(readdirSync(folder)).toEqual(['lock']);
    const told = vi.fn();
    const lock = takeLock(folder, { steal: true, onTakenOver: told });
    expect(told.mock.calls[0][0]).toBe('elsewhere');
    expect(lock.isHeld()).toBe(true);
  });

  test.each([
    { what: 'empty', text: '' },
    { what: 'cut short', text: '{ "host": "no' },
    { what: 'of no known form', text: '{ "host": "node-17" }' },
    { what: 'named after a path', text: '{ "host": "a", "pid": 1, "started": "s", "token": "../../x" }' },
  ])('one that is $what names nobody and is taken with --steal only', ({ text }) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'lock'), text);
    expect(readLock(folder)).toEqual({ fate: 'broken', owner: undefined });
    const error = refusal(() => takeLock(folder));
    expect(error.message).toMatch(/does not say who works in .*--steal/);
    const told = vi.fn();
    takeLock(folder, { steal: true, onTakenOver: told }).release();
    expect(told.mock.calls[0][0]).toBe('broken');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('whoever dies while taking over is succeeded in turn', async () => {
    const folder = newFolder();
    const [first, second] = [await deadLock(), await deadLock()];
    writeFileSync(join(folder, 'lock'), first);
    writeFileSync(join(folder, `lock.after-${JSON.parse(first).token}`), second);
    expect(readLock(folder)?.owner?.pid).toBe(JSON.parse(second).pid);
    const lock = takeLock(folder);
    expect(lock.isHeld()).toBe(true);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  test('whoever is taking over alive is respected', async () => {
    const folder = newFolder();
    const dead = await deadLock();
    writeFileSync(join(folder, 'lock'), dead);
    const claimant = { ...thisProcess(), started: 'now', token: crypto.randomUUID() };
    writeFileSync(join(folder, `lock.after-${JSON.parse(dead).token}`), JSON.stringify(claimant));
    expect(refusal(() => takeLock(folder)).code).toBe('locked');
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(dead);
  });
});

test('the sentences about locks name what they are given, in both languages', () => {
  const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort();
  for (const group of Object.values(LOCK)) {
    for (const { en, fr } of Object.values(group)) {
      expect(new Set(marks(fr))).toEqual(new Set(marks(en)));
    }
  }
});
