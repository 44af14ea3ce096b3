/**
 * Runs every `sh` block of README.md, in order, in one copy of the project, and fails at the first that fails.
 * `node .ci/readme-commands.mjs FOLDER`. Lines that other parts of `.ci/run` run already are left to them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ELSEWHERE = new Set([
  'npm ci && npm start',
  'npm cit',
  'npm ci',
  'npm start',
  'npx maillage bench --scale 1000 --rounds 1',
]);
const COPIED = [
  'sim',
  'analysis',
  'bin',
  'tests',
  'dist',
  'scenarios',
  'package.json',
  'tsconfig.json',
  'CITATION.cff',
];

const folder = resolve(process.argv[2]);
mkdirSync(folder, { recursive: true });
for (const name of COPIED) cpSync(name, join(folder, name), { recursive: true, preserveTimestamps: true });
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));

const blocks = [...readFileSync('README.md', 'utf8').matchAll(/^( *)```sh\n(.*?)^\1```$/gms)].map(
  ([, indent, body]) =>
    body
      .split('\n')
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
      .join('\n'),
);
if (blocks.length === 0) throw new Error('README.md has no sh block');
for (const block of blocks) {
  const script = block
    .split('\n')
    .filter((line) => !ELSEWHERE.has(line.replace(/\s+#.*$/, '').trim()))
    .join('\n');
  if (script.trim() === '') continue;
  console.log(`$ ${script.trim().replaceAll('\n', '\n  ')}`);
  const started = performance.now();
  const { status } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    console.error(`README.md: this block failed (exit ${status})`);
    process.exit(1);
  }
  console.log(`  ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
console.log(`${blocks.length} blocks of README.md ran`);
