/** Which code ran: the package's version and a digest of the compiled engine, so that changed code is another run. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestFile, digestJson } from '../base/digest.js';
import { packageRoot } from '../base/paths.js';

const SHORT = 16;

/** `version+digest` over the compiled `.js` files of the engine, by path; source maps and types do not count. */
export function codeVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  const engine = dirname(dirname(fileURLToPath(import.meta.url)));
  const files = readdirSync(engine, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(engine, file).split(sep).join('/'), digestFile(file)] as const);
  return `${version}+${digestJson(Object.fromEntries(files)).slice(0, SHORT)}`;
}
