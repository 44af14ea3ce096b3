/** The tables of a study column by column, and the README.md that explains them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { DATA_SOURCES, readCitation } from '../sim/results/study/credits.js';
import {
  describedParameters,
  describedTables,
  type StudyDescription,
} from '../sim/results/study/description.js';
import { studyReadme } from '../sim/results/study/readme.js';
import { type DescribedDimension, dimensionWords, runColumns } from '../sim/results/study/run-columns.js';
import { PROJECT } from './support/project.js';
import { describeTinyStudy, writeTinyStudy } from './support/tiny-study.js';

let dir = '';
let study: StudyDescription;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'maillage-tables-'));
  study = await writeTinyStudy(dir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the columns of the tables', () => {
  const dimension: DescribedDimension = {
    name: 'minutes',
    parameter: 'care.minutes',
    operation: 'add',
    members: ['11', '24'],
    from: 1452,
    to: Number.POSITIVE_INFINITY,
    under: false,
  };

  test('every parameter of the catalogue has its column of runs, beside those of the dimensions', () => {
    const parameters = describedParameters(loadCatalogue());
    const columns = runColumns([dimension], parameters);
    expect(parameters.length).toBeGreaterThan(200);
    expect(columns.filter(({ key }) => key).map(({ name }) => name)).toEqual([
      'scenario',
      'point',
      'replicate',
    ]);
    expect(columns.slice(-parameters.length).map(({ name }) => name)).toEqual(
      parameters.map(({ path }) => `parameter:${path}`),
    );
    expect(columns.find(({ name }) => name === 'minutes')).toMatchObject({
      type: 'double',
      unit: parameters.find(({ path }) => path === 'care.minutes')?.unit,
    });
  });

  test('every column is described in both languages', () => {
    const columns = describedTables(study).flatMap((table) => table.columns);
    expect(columns.filter(({ description: { en, fr } }) => en.length < 5 || fr.length < 5)).toEqual([]);
  });

  test('a dimension says what it does, for whom and from when', () => {
    const said = 'Lever: care.minutes (11, 24) is increased by this value from 2021-01.';
    expect(dimensionWords(dimension).en).toBe(said);
    const closed = { ...dimension, members: undefined, under: true, to: 1464 };
    expect(dimensionWords(closed).fr).toBe(
      'Paramètre incertain\u00a0: care.minutes est augmenté de cette valeur à partir de 2021-01 jusqu’à 2022-01.',
    );
  });

  test('a dimension may not have the name of another column, whatever its capitals', () => {
    for (const name of ['scenario', 'Scale']) {
      expect(() => runColumns([{ ...dimension, name }], [])).toThrow(/two columns named/);
    }
    expect(() => runColumns([{ ...dimension, name: 'care.minutes' }], study.parameters)).not.toThrow();
  });
});

describe('README.md of a study', () => {
  const halves = () => studyReadme(study).split('## En français');
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  test('explains every column of every table and every indicator, in English then in French', () => {
    const [english, french] = halves().map(plain);
    for (const { columns } of describedTables(study)) {
      for (const { name, description } of columns) {
        expect(english).toContain(`| \`${name}\` |`);
        expect(english).toContain(description.en);
        expect(french).toContain(`| \`${name}\` |`);
        expect(french).toContain(plain(description.fr));
      }
    }
    for (const { id, unit, definition } of study.indicators) {
      for (const [half, language] of [
        [english, 'en'],
        [french, 'fr'],
      ] as const) {
        const line = half.split('\n').find((one) => one.startsWith(`| \`${id}\` | ${unit[language]} |`));
        expect(line?.replaceAll('\\|', '|'), id).toContain(plain(definition[language]));
      }
    }
  });

  test('leaves no mark unfilled, and keeps French marks with their words', () => {
    const [english, french] = halves();
    expect(english + french).not.toMatch(/undefined|\[object|\{[a-z]+\}(?!")/i);
    const prose = french.replace(/```.*?```/gs, '').replace(/`[^`]*`/g, '');
    expect(prose.match(/.{0,20}( [:;!?»]|« ).{0,20}/g) ?? []).toEqual([]);
  });

  test('is the same text for the same study', () => {
    expect(studyReadme(describeTinyStudy(study.files))).toBe(studyReadme(study));
  });
});

describe('credits', () => {
  const credits = readFileSync(join(PROJECT, 'CREDITS.md'), 'utf8');

  test('every data package of CREDITS.md is a source of a study', () => {
    const read = credits.slice(credits.indexOf('## Data that'), credits.indexOf('## Published'));
    const packages = [...read.matchAll(/npm package `([^`]+)`/g)].map((match) => match[1]);
    expect(packages.length).toBeGreaterThan(1);
    expect(packages.filter((name) => !DATA_SOURCES.some(({ title }) => title.en.includes(name)))).toEqual([]);
  });

  test('the authors and the licence are those of CITATION.cff', () => {
    const { authors, license } = readCitation();
    expect(authors).toEqual([{ type: 'Organization', name: 'The Maillage authors' }]);
    const { license: packaged } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
    expect(license).toBe(packaged);
  });
});
