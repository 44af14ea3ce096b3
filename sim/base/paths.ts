/**
 * Where the package and its scenarios lie, from source tree, `dist/` or an installed npm package alike.
 */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MaillageError } from './errors.js';

/**
 * Folder that holds the `package.json` of maillage: the nearest one above this file.
 * @throws MaillageError `internal` when there is none (a copied, incomplete installation).
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new MaillageError('internal', 'no package.json above this program: install the package again', {
        exitCode: 1,
      });
    }
    folder = parent;
  }
  return folder;
}

/** Folder of the ready scenarios; `parameters/`, `targets/` and `data/` lie inside it. */
export function scenariosDir(): string {
  return join(packageRoot(), 'scenarios');
}

/** A path as a person at this prompt would type it: relative when it lies under the current folder. */
export function displayPath(file: string): string {
  const shorter = relative(process.cwd(), file);
  return shorter === '' || shorter.startsWith('..') || isAbsolute(shorter) ? file : shorter;
}
