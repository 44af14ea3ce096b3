/** A disk that is full, as a sentence: whether the file system met it or the database that writes tables. */
import { BATCH } from '../../analysis/wording/batch.js';
import { MaillageError } from '../../sim/base/errors.js';
import { displayPath } from '../../sim/base/paths.js';
import type { Terminal } from '../terminal/terminal.js';

const CODES = ['ENOSPC', 'EDQUOT'];
const WORDS = /No space left on device|Disk quota exceeded/;

/**
 * What `work` does in the folder of a study.
 * @throws MaillageError `resources` (exit code 1) when the disk is full.
 */
export async function onDisk<T>(dir: string, terminal: Terminal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!CODES.includes(code) && !WORDS.test(message)) throw error;
    const text = terminal.tell(BATCH.diskFull, { folder: displayPath(dir) });
    throw new MaillageError('resources', text, { exitCode: 1, cause: error });
  }
}
