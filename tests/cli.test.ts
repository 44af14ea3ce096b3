/** The command line as a person meets it. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { languageOfLocale } from '../analysis/wording/language.js';
import { JSON_FORMS } from '../bin/json.js';
import { tableLines, textWidth, wrap } from '../bin/terminal/table.js';
import { maillage, maillageHere, PROGRAM } from './support/program.js';

describe('help and refusals', () => {
  test('the help names the commands and fits 80 columns, in both languages', async () => {
    for (const lang of ['en', 'fr']) {
      const { code, stdout } = await maillageHere(['--help', '--lang', lang]);
      expect(code).toBe(0);
      for (const name of ['scenarios', 'params', 'territories', 'completion'])
        expect(stdout).toContain(`maillage ${name}`);
      expect(Math.max(...stdout.split('\n').map(textWidth))).toBeLessThanOrEqual(80);
    }
  });

  test('an unknown command is refused with the nearest one', async () => {
    const { code, stdout, stderr } = await maillageHere(['scenario', 'list']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe("Error: unknown command 'scenario'; did you mean 'scenarios'?\n");
  });

  test('a group without a command names its commands', async () => {
    const { code, stderr } = await maillageHere(['params']);
    expect(code).toBe(2);
    expect(stderr).toContain('list, show, audit');
  });

  test.each([
    { words: ['params', 'list', '--statu', 'law'], says: "did you mean '--status'?" },
    {
      words: ['params', 'list', '--status', 'laww'],
      says: "'laww' is not a value of --status; expected one of: law",
    },
    { words: ['params', 'list', '--status'], says: '--status needs a value' },
    { words: ['params', 'list', '--status', 'law', '--status', 'law'], says: '--status is given twice' },
    { words: ['params', 'list', '--no-json'], says: "unknown option '--no-json'" },
    { words: ['params', 'show'], says: 'needs path' },
    { words: ['params', 'show', 'a', 'b'], says: "unexpected argument 'b'" },
    {
      words: ['params', 'list', '--lang', 'de'],
      says: "'de' is not a value of --lang; expected one of: en, fr",
    },
  ])('maillage $words is refused: $says', async ({ words, says }) => {
    const { code, stdout, stderr } = await maillageHere(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('a refusal speaks the language of the locale, or the one asked for', () => {
    expect(maillage(['parms'], { env: { LC_ALL: 'fr_FR.UTF-8' } }).stderr).toContain(
      'vouliez-vous dire « params » ?',
    );
    expect(maillage(['parms', '--lang', 'en'], { env: { LC_ALL: 'fr_FR.UTF-8' } }).stderr).toContain(
      'did you mean',
    );
  });

  test('completion offers commands, then the options of the command', () => {
    const offered = (...words: string[]) =>
      maillage(['--get-yargs-completions', 'maillage', ...words]).stdout.split('\n');
    expect(offered('ter')).toContain('territories');
    expect(offered('territories', '')).toEqual(expect.arrayContaining(['list', 'show']));
    expect(offered('territories', 'list', '--')).toContain('--region');
  });
});

describe('language', () => {
  test('LC_ALL wins over LC_MESSAGES, which wins over LANG; anything but French is English', () => {
    expect(languageOfLocale({ LANG: 'fr_FR.UTF-8' })).toBe('fr');
    expect(languageOfLocale({ LANG: 'fr_FR.UTF-8', LC_ALL: 'en_GB.UTF-8' })).toBe('en');
    expect(languageOfLocale({ LANG: 'en_GB.UTF-8', LC_ALL: '', LC_MESSAGES: 'fr_CA' })).toBe('fr');
    expect(languageOfLocale({ LANG: 'fy_NL' })).toBe('en');
    expect(languageOfLocale({})).toBe('en');
  });
});

describe('answers', () => {
  test('a list is on stdout, and JSON is the same in every language', async () => {
    const list = (lang: string) =>
      maillageHere(['territories', 'list', '--region', '94', '--json', '--lang', lang]);
    const [en, fr] = [await list('en'), await list('fr')];
    expect(en).toEqual({ code: 0, stdout: fr.stdout, stderr: '' });
    const answer = JSON.parse(en.stdout);
    expect(answer.schema).toBe(`maillage/territories-list/${JSON_FORMS['territories-list']}`);
    expect(answer.territories.length).toBeGreaterThan(10);
  });

  test('territories are found by name whatever the accents, and an ambiguous name lists its codes', async () => {
    expect((await maillageHere(['territories', 'list', '--region', 'ile de france'])).stdout).toContain(
      'Plaine Commune',
    );
    const { code, stderr } = await maillageHere(['territories', 'show', 'Rennes']);
    expect(code).toBe(2);
    expect(stderr).toContain('choose one by its code');
    expect((await maillageHere(['territories', 'show', 'Marsaille'])).stderr).toContain(
      "did you mean 'Marseille'?",
    );
  });

  test('tables of territories fit 80 columns', async () => {
    const { stdout } = await maillageHere(['territories', 'list']);
    expect(Math.max(...stdout.split('\n').map(textWidth))).toBeLessThanOrEqual(80);
    expect(stdout).toContain('68,350,798');
  });

  test('a closed pipe ends quietly', () => {
    const { stdout, stderr, status } = spawnSync(
      'bash',
      ['-c', `set -o pipefail; "${process.execPath}" "${PROGRAM}" territories list --json | head -n 1`],
      { encoding: 'utf8' },
    );
    expect({ stdout, stderr, status }).toEqual({ stdout: '{\n', stderr: '', status: 0 });
  });

  test('no colour is written where stdout is not a screen', async () => {
    expect((await maillageHere(['territories', 'show', '200023778'])).stdout).not.toContain('\u001b');
  });
});

describe('tables', () => {
  test('the wrapping column gives way so that the table fits', () => {
    const lines = tableLines(
      [{ title: 'a' }, { title: 'long', wraps: true }, { title: 'n', align: 'right' }],
      [['x', 'several words that do not fit on one line', '1']],
      30,
    );
    expect(lines).toEqual([
      'a  long                      n',
      '-  ------------------------  -',
      'x  several words that do     1',
      '   not fit on one line',
    ]);
  });

  test('words longer than the line stay whole', () => {
    expect(wrap('a bbbbbbbbbbbb c', 5)).toEqual(['a', 'bbbbbbbbbbbb', 'c']);
  });
});
