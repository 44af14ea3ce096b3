/** A byte that changed in a table may still be read as another number: nothing is made of it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maillageHere } from './support/program.js';
import { madeStudy, studyAsked } from './support/studies.js';

const TABLE = 'results/0000-0000.parquet';
const places = fc.sample(
  fc.tuple(fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.integer({ min: 0, max: 7 })),
  { seed: 8, numRuns: 4 },
);
const reading = (dir: string) => [
  ['compare', dir],
  ['verify', dir, '--write', join(dir, 'numbers.json')],
  ['query', dir, 'SELECT count(*) FROM results'],
  ['export', dir, '--format', 'csv', '--out', `${dir}-tables`],
];

test('one changed byte of a table, wherever it is, is told by whatever reads numbers, which gives none', async () => {
  const dir = await madeStudy(await studyAsked());
  const file = join(dir, TABLE);
  const sound = readFileSync(file);
  const told = `Error: ${TABLE} of ${dir} is damaged or absent: \`maillage repair ${dir}\` restores it\n`;
  const expectTold = async () => {
    for (const words of reading(dir)) {
      const ended = await maillageHere(words);
      expect([words[0], ended]).toEqual([words[0], { code: 1, stdout: '', stderr: told }]);
    }
  };
  for (const [share, bit] of places) {
    const bytes = Buffer.from(sound);
    bytes[Math.floor(share * bytes.length)] ^= 1 << bit;
    writeFileSync(file, bytes);
    await expectTold();
  }
  rmSync(file);
  await expectTold();
  writeFileSync(file, sound);
  for (const words of reading(dir))
    expect([words[0], (await maillageHere(words)).code]).toEqual([words[0], 0]);
});
