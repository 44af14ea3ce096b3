/** Refusals: what a command says of a folder, a study or an option that it cannot use, in the reader's language. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fill } from '../analysis/wording/language.js';
import { errorText, REFUSED } from '../analysis/wording/refusals.js';
import { MaillageError } from '../sim/base/errors.js';
import { type RefusalId, refusal, refused } from '../sim/base/refusals.js';
import { extendStudy, studyOfPlan } from '../sim/batch/study-of-plan.js';
import { maillageHere } from './support/program.js';
import { context, newFolder, planFile, planIn } from './support/studies.js';

const marks = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort();

describe('a sentence that refuses', () => {
  test.each(Object.keys(REFUSED.en) as RefusalId[])('%s names the same things in both languages', (id) => {
    const [en, fr] = [REFUSED.en[id], REFUSED.fr[id]];
    expect([...new Set(marks(fr))]).toEqual([...new Set(marks(en))]);
    expect(fr).not.toBe(en);
  });

  test('has its values put in, and those that are sentences in the same language', () => {
    const inner = [refusal('changedTables'), refusal('nothing')];
    const error = refused('bad-data', refusal('otherRun', { folder: 'out/a', differences: inner }));
    expect(error.message).toContain(
      'out/a holds another run (its tables were changed since they were written; none)',
    );
    expect(errorText(error, 'en')).toBe(error.message);
    expect(errorText(error, 'fr')).toContain(
      '(ses tables ont été modifiées depuis leur écriture\u00a0; rien)',
    );
  });

  test('keeps its place before it, and one without a French sentence is said in English', () => {
    const placed = refused('bad-data', refusal('noDataset', { file: 'dataset.json' }), { where: 'there' });
    expect(errorText(placed, 'fr')).toMatch(/^there\u00a0: ce n’est pas un jeu de données/);
    expect(errorText(placed, 'en')).toMatch(/^there: this is no dataset/);
    expect(errorText(new MaillageError('bad-data', 'no rows'), 'fr')).toBe('no rows');
  });
});

test('a word agrees with its number: one run, and in French no run, are singular', () => {
  const sentence = '{runs} {runs|run is|runs are} kept in {folder}';
  const said = (language: 'en' | 'fr', runs: number | string) =>
    fill({ en: sentence, fr: sentence }, language, { runs, folder: 'out' });
  expect(['en', 'fr'].map((language) => said(language as 'en' | 'fr', 1))).toEqual(
    Array(2).fill('1 run is kept in out'),
  );
  expect([said('en', 0), said('fr', 0)]).toEqual(['0 runs are kept in out', '0 run is kept in out']);
  expect([said('en', 2), said('fr', '1,200')]).toEqual([
    '2 runs are kept in out',
    '1,200 runs are kept in out',
  ]);
  expect(fill({ en: '{a|x|y}', fr: '' }, 'en')).toBe('{a|x|y}');
});

describe('in French', () => {
  const home = newFolder();
  mkdirSync(join(home, 'empty'));
  test.each([
    ['compare', ['empty'], 'ne contient pas d’étude de maillage'],
    ['status', ['empty'], 'ne contient pas d’étude de maillage'],
    ['query', ['empty', 'SELECT 1'], 'ne contient pas de résultats de maillage'],
    ['batch', ['baseline', '--shard', '4/3'], '« 4/3 » n’est pas une part'],
    ['batch', ['baseline', '--data', 'empty'], 'ce n’est pas un jeu de données'],
  ])('`maillage %s` says what it cannot use', async (command, words, sentence) => {
    const { code, stderr } = await maillageHere([command, ...words, '--lang', 'fr'], { cwd: home });
    expect(code).toBe(2);
    expect(stderr.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')).toContain(sentence);
  });
});

describe('a study that would clash with the one in its folder', () => {
  const formula = (text: string) =>
    `indicators: [{ id: mine, formula: "${text}", unit: x, label: { en: Mine, fr: Mien } }]`;

  /** What is said when a study of the plan `asked` meets one of the plan `there`. */
  async function clash(there: string, asked: string): Promise<string> {
    const [before, now] = await Promise.all(
      [there, asked].map(async (more) => studyOfPlan(await planIn(planFile({ more })), context())),
    );
    try {
      extendStudy(before, now, { points: 1, replicates: 1 }, 'here');
    } catch (error) {
      if (error instanceof MaillageError) return error.message;
    }
    return '';
  }

  test('is told by the name of the formula that reads otherwise, not by its text cut short', async () => {
    expect(await clash(formula('gpsLiberal / population'), formula('gpsLiberal'))).toContain(
      '(formulas: mine defined otherwise there)',
    );
    expect(await clash('', formula('gpsLiberal'))).toContain('formulas: only there none, only asked mine');
    expect(await clash(formula('gpsLiberal'), formula('gpsLiberal'))).toBe('');
  });
});
