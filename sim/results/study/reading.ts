/** Reading the tables of a study, whose files may be damaged. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digestFile } from '../../base/digest.js';
import { MaillageError } from '../../base/errors.js';
import { displayPath } from '../../base/paths.js';
import { refusal, refused } from '../../base/refusals.js';
import type { StudyManifest } from './manifest.js';

/** True unless the file is there with the bytes that the manifest tells. */
export function isDamaged(dir: string, path: string, { files }: StudyManifest): boolean {
  return !existsSync(join(dir, path)) || digestFile(join(dir, path)) !== files[path]?.sha256;
}

/**
 * Checks the digests of tables before numbers are made of them: a changed byte may still be read as another number. The
 * 2.2 GB of 10,000 runs take two to three seconds.
 * @throws MaillageError `bad-data` (exit code 1) that names the first that is damaged.
 */
export function checkTables(dir: string, manifest: StudyManifest, paths: readonly string[]): void {
  const path = paths.find((one) => isDamaged(dir, one, manifest));
  if (path === undefined) return;
  const told = refusal('damagedTable', { file: path, folder: displayPath(resolve(dir)) });
  throw refused('bad-data', told, { exitCode: 1 });
}

/**
 * What `work` reads in the tables of the study `dir`.
 * @throws MaillageError `bad-data` (exit code 1) where the database cannot read a file of it.
 */
export async function readingTables<T>(dir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof MaillageError || isShortOfMemory(cause)) throw cause;
    const told = refusal('unreadableTable', { folder: displayPath(resolve(dir)) });
    throw refused('bad-data', told, { exitCode: 1, cause });
  }
}

function isShortOfMemory(error: unknown): boolean {
  return error instanceof RangeError || String(error).includes('Out of Memory');
}
