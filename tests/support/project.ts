/** Where the project lies and which source files it has, for tests that read the sources or run the program. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the nearest package.json above this file, which runs from `dist/tests/support`. */
export const PROJECT = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();

/** Paths, relative to the project, of the files under `folder` that end in `suffix`, sorted. */
export function projectFiles(folder: string, suffix: string): string[] {
  const absolute = join(PROJECT, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split('/').includes('node_modules'))
    .sort();
}
