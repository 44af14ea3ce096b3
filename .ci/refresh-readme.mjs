/** Puts the present output of `npm start` into README.md: `npm run build && node .ci/refresh-readme.mjs`. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const words = ['dist/bin/maillage.js', 'run', 'scenarios/baseline.yaml', '--replicates', '8', '--lang', 'en'];
const output = execFileSync(process.execPath, words, {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const title = /^.* \(1 of \d+\)$/m.exec(output);
const next = /\n\n.* \(2 of \d+\)$/m.exec(output);
if (!title || !next) throw new Error('npm start printed no first table');
const table = output.slice(title.index, next.index);

const readme = readFileSync('README.md', 'utf8');
const block = /(## What you see\n.*?```\n)(.*?)(\n```\n)/s;
if (!block.test(readme)) throw new Error('README.md has no block under "What you see"');
writeFileSync(
  'README.md',
  readme.replace(block, (_, before, _old, after) => before + table + after),
);
