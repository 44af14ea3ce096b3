/** Reading the tables of a study, whose files may be damaged. */
import { resolve } from 'node:path';
import { MaillageError } from '../../base/errors.js';
import { displayPath } from '../../base/paths.js';

/**
 * What `work` reads in the tables of the study `dir`.
 * @throws MaillageError `bad-data` (exit code 1) where the database cannot read a file of it.
 */
export async function readingTables<T>(dir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof MaillageError || isShortOfMemory(cause)) throw cause;
    const shown = displayPath(resolve(dir));
    throw new MaillageError(
      'bad-data',
      `a table of ${shown} cannot be read, it is damaged or absent: "maillage status ${shown}" names it, "maillage repair ${shown}" restores it`,
      { exitCode: 1, cause },
    );
  }
}

function isShortOfMemory(error: unknown): boolean {
  return error instanceof RangeError || String(error).includes('Out of Memory');
}
