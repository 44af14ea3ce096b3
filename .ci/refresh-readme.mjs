/**
 * Puts the present output of `npm start` into README.md: `npm run build && node .ci/refresh-readme.mjs [--check] [STUDY]`; the
 * study is where it already lies, or else made anew. With `--check` nothing is written, and a README that shows something
 * else is a failure.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const asked = process.argv.slice(2);
const isCheck = asked[0] === '--check';
const [study] = isCheck ? asked.slice(1) : asked;
const folder = mkdtempSync(join(tmpdir(), 'maillage-readme-'));
const plan = 'scenarios/plans/ars-strategies.yaml';
const out = study ?? join(folder, 'study');
const words = ['dist/bin/maillage.js', 'batch', plan, '--lang', 'en', '--out', out];
const output = execFileSync(process.execPath, words, {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
rmSync(folder, { recursive: true });
// The first table is all that stands before the heading of the second.
const parts = output.trim().split('\n\n');
const [first, second] = parts.flatMap((part, i) => (/\bagainst\s+ars-liberal-2017:/.test(part) ? [i] : []));
if (second === undefined) throw new Error('npm start printed no two tables');
const table = parts.slice(first, second).join('\n\n');

const readme = readFileSync('README.md', 'utf8');
const block = /(## What you see\n.*?```\n)(.*?)(\n```\n)/s;
if (!block.test(readme)) throw new Error('README.md has no block under "What you see"');
const present = readme.replace(block, (_, before, _old, after) => before + table + after);
if (!isCheck) writeFileSync('README.md', present);
else if (present !== readme) {
  console.error(`README.md does not show what npm start prints: run node .ci/refresh-readme.mjs\n\n${table}`);
  process.exitCode = 1;
}
