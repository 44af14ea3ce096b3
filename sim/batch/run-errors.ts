/** Errors of runs as results: the same text wherever and whenever the run failed. */
import type { ErrorData } from '../base/errors.js';

/** Absolute paths, POSIX or Windows, and places in compiled code; `GPs/km²/year` and `baseline/0/3` are none. */
const PATHS = /(?<![\w.])(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[\w.@+ -]+[\\/])+[\w.@+-]+(?::\d+)*/g;
const TIMES = /\d{4}-\d{2}-\d{2}T[\d:.]+Z?/g;

/** An error whose sentence names no path and no time of the machine that met it. */
export function plainError({ code, message, exitCode }: ErrorData): ErrorData {
  const [first] = message.split('\n');
  return { code, message: first.replace(TIMES, '…').replace(PATHS, '…').trim(), exitCode };
}
