/** Writing that leaves either the whole or nothing: a temporary neighbour first, then a rename. */

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { MaillageError, Refusal } from './errors.js';
import { displayPath } from './paths.js';
import { refusal, refused } from './refusals.js';

const ALL_RIGHTS = 0o777;

/** Writes a file so that no reader ever sees a part of it; folders on the way are made. */
export function writeFileAtomic(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const folder = mkdtempSync(partialName(file));
  try {
    const temporary = join(folder, basename(file));
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Fills a new folder beside `dir`, then gives it the name `dir`; on failure nothing of it remains. An older folder
 * of that name is replaced by it, except for the files that `fill` did not write, which move into the new one.
 */
export async function writeFolderAtomic(dir: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const target = resolve(dir);
  mkdirSync(dirname(target), { recursive: true });
  const fresh = mkdtempSync(partialName(target));
  // A temporary folder is private; the finished one has the usual rights.
  chmodSync(fresh, ALL_RIGHTS & ~process.umask());
  try {
    await fill(fresh);
    if (isFolder(target)) replaceFolder(target, fresh);
    else renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function replaceFolder(target: string, fresh: string): void {
  const old = mkdtempSync(partialName(target));
  renameSync(target, old);
  renameSync(fresh, target);
  const written = new Set(readdirSync(target));
  for (const name of readdirSync(old)) {
    if (!written.has(name)) renameSync(join(old, name), join(target, name));
  }
  rmSync(old, { recursive: true, force: true });
}

function partialName(path: string): string {
  return join(dirname(path), `.${basename(path)}.partial-`);
}

/** Whether a file or folder of this name is what a writer that was killed left half-written. */
export function isPartial(name: string): boolean {
  return /^\..+\.partial(-.*)?$/.test(name);
}

/** Removes what writers that were killed left in a folder, which may be absent. */
export function removePartial(folder: string): void {
  if (!isFolder(folder)) return;
  for (const name of readdirSync(folder).filter(isPartial))
    rmSync(join(folder, name), { recursive: true, force: true });
}

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/**
 * Checks, by making and removing an empty folder, that a folder of this name can be written.
 * @throws MaillageError `not-writable`; nothing is left behind either way.
 */
export function checkWritable(dir: string): void {
  let folder = resolve(dir);
  while (!existsSync(folder)) folder = dirname(folder);
  if (!isFolder(folder)) throw notWritable(dir, refusal('isFile', { file: displayPath(folder) }));
  const beside = folder === resolve(dir) ? dirname(folder) : folder;
  try {
    rmdirSync(mkdtempSync(join(beside, '.maillage-check-')));
  } catch (cause) {
    throw notWritable(dir, refusal('noFolderIn', { folder: displayPath(beside) }), cause);
  }
}

function notWritable(dir: string, reason: Refusal, cause?: unknown): MaillageError {
  const values = { folder: displayPath(resolve(dir)), reason: [reason] };
  return refused('not-writable', refusal('notWritable', values), { cause });
}
