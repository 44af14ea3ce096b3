/** Puts the present output of `npm start` into README.md: `npm run build && node .ci/refresh-readme.mjs`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'maillage-readme-'));
const plan = 'scenarios/plans/first-comparison.yaml';
const words = ['dist/bin/maillage.js', 'batch', plan, '--lang', 'en', '--out', join(folder, 'study')];
const output = execFileSync(process.execPath, words, {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
rmSync(folder, { recursive: true });
const [first, second] = [...output.matchAll(/^.*\n(?:.*\n)?against baseline: .*$/gm)];
if (!first || !second) throw new Error('npm start printed no two tables');
const table = output.slice(first.index, second.index).trimEnd();

const readme = readFileSync('README.md', 'utf8');
const block = /(## What you see\n.*?```\n)(.*?)(\n```\n)/s;
if (!block.test(readme)) throw new Error('README.md has no block under "What you see"');
writeFileSync(
  'README.md',
  readme.replace(block, (_, before, _old, after) => before + table + after),
);
