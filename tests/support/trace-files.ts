/**
 * Loaded by `node --import` before a program: writes the path of every file that is opened, in this thread and in
 * its workers, to the file named by MAILLAGE_TRACE.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';

const log = process.env.MAILLAGE_TRACE ?? '';
const file = fs.openSync(log, 'a');

type Call = (...args: unknown[]) => unknown;

/** Puts a note before each call of these functions, whose first argument is a path. */
function trace(functions: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) {
    const original = functions[name] as Call;
    functions[name] = function traced(this: unknown, ...args: unknown[]) {
      const [path] = args;
      if (typeof path === 'string' || path instanceof URL) {
        fs.writeSync(file, `${path instanceof URL ? fileURLToPath(path) : path}\n`);
      }
      return original.apply(this, args);
    };
  }
}

const opening = ['open', 'readFile', 'readdir', 'opendir', 'copyFile', 'cp'];
trace(fs as unknown as Record<string, unknown>, [
  ...opening,
  ...opening.map((name) => `${name}Sync`),
  'createReadStream',
]);
trace(fs.promises as unknown as Record<string, unknown>, opening);
syncBuiltinESMExports();
