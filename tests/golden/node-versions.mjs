/**
 * The golden run on every supported major version of Node: `node tests/golden/node-versions.mjs [20 22 24]`, after a
 * build. The npm package `node` brings the versions other than the present one.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const PROGRAM = join(PROJECT, 'dist/tests/golden/golden.js');
const asked = process.argv.slice(2);
const present = process.versions.node.split('.')[0];

let failed = false;
for (const major of asked.length > 0 ? asked : ['20', '22', '24']) {
  const [command, words] =
    major === present
      ? [process.execPath, []]
      : ['npx', ['--yes', '--package', `node@${major}`, '--', 'node']];
  const { status } = spawnSync(command, [...words, PROGRAM], { cwd: PROJECT, stdio: 'inherit' });
  if (status !== 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
