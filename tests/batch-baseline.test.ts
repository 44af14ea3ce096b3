/** The scenario with which a study is compared may change; its results do not. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readStudy } from '../sim/results/study/manifest.js';
import { maillageHere } from './support/program.js';
import { madeStudy, planFile, planIn, stamps, studyOf } from './support/studies.js';

test('a study is compared with another scenario once its plan says so, in one sentence, its results untouched', async () => {
  const file = planFile();
  const dir = await madeStudy(studyOf(await planIn(file)));
  const was = stamps(dir);
  const rebased = join(dirname(file), 'rebased.yaml');
  writeFileSync(rebased, `${readFileSync(file, 'utf8')}baseline: longer\n`);
  const words = ['batch', rebased, '--out', dir];
  const told = /The study is compared with longer from now on, no longer with calm; its\s+results\s+stay/;
  expect((await maillageHere([...words, '--dry-run'])).stderr).toMatch(told);
  expect(readStudy(dir).baseline).toBe('calm');
  expect((await maillageHere(words)).stderr).toMatch(told);
  expect(readStudy(dir).baseline).toBe('longer');
  expect(stamps(dir)).toEqual(was);
  expect((await maillageHere(words)).stderr).not.toMatch(told);
  expect((await maillageHere(['status', dir])).code).toBe(0);
});
