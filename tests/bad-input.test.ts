/** Mistakes at the command line: a sentence with its place, exit 2, nothing written. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { maillageHere } from './support/program.js';

const folder = mkdtempSync(join(tmpdir(), 'maillage-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A scenario that is right but for the lines given. */
function scenario(name: string, ...lines: string[]): string {
  const head = [
    `name: ${name}`,
    'title: { en: A, fr: B }',
    'extends: baseline',
    'reason: To see what is said.',
  ];
  return [...head, ...lines, ''].join('\n');
}

const files: Record<string, string> = {
  'misspelt.yaml': scenario('misspelt', 'chnages: []'),
  'unit.yaml': scenario(
    'unit',
    'changes:',
    '  - { parameter: care.minutes, from: 2026-01, value: 0.3, unit: hours/week }',
  ),
  'range.yaml': scenario('range', 'changes:', '  - { parameter: care.yield, from: 2026-01, value: 1.2 }'),
  'place.yaml': scenario('place', "territories: ['200023779']"),
  'indicator.yaml': scenario('indicator', 'expects:', '  - { indicator: gpsLibral, direction: up }'),
  'overlap.yaml': scenario(
    'overlap',
    'changes:',
    '  - { parameter: care.minutes, from: 2026-01, value: 17 }',
    '  - { parameter: care.minutes, from: 2027-01, value: 16 }',
  ),
  'one.yaml': scenario('one').replace('extends: baseline', 'extends: two'),
  'two.yaml': scenario('two').replace('extends: baseline', 'extends: one'),
  'broken.yaml': 'name: broken\ntitle: { en: A, fr: B\n',
  'a-file': 'not a folder\n',
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

test.each([
  {
    mistake: 'a misspelt key',
    words: ['misspelt.yaml'],
    says: /^Error: misspelt\.yaml:5:1: .*'chnages'.*did you mean 'changes'\?/,
  },
  {
    mistake: 'a wrong unit',
    words: ['unit.yaml'],
    says: /^Error: unit\.yaml:6:\d+: .*'hours\/week', expected 'min'/,
  },
  {
    mistake: 'a value out of range',
    words: ['range.yaml'],
    says: /^Error: range\.yaml:6:\d+: .*1\.2.*between 0 and 1/,
  },
  {
    mistake: 'an unknown territory',
    words: ['place.yaml'],
    says: /^Error: place\.yaml:5:15: .*'200023779'; did you mean '2000\d+'\?/,
  },
  {
    mistake: 'an unknown indicator',
    words: ['indicator.yaml'],
    says: /^Error: indicator\.yaml:6:\d+: .*did you mean 'gpsLiberal'\?/,
  },
  {
    mistake: 'overlapping dates',
    words: ['overlap.yaml'],
    says: /^Error: overlap\.yaml:7:\d+: .*care\.minutes.*overlap\.yaml:6/,
  },
  { mistake: 'a circle of extends', words: ['one.yaml'], says: /^Error: two\.yaml:3:\d+: .*one → two → one/ },
  { mistake: 'broken YAML', words: ['broken.yaml'], says: /^Error: broken\.yaml:\d+:\d+: / },
  { mistake: 'a missing scenario', words: ['baselin'], says: /^Error: baselin: .*did you mean 'baseline'\?/ },
  {
    mistake: 'a scale of zero',
    words: ['baseline', '--scale', '0'],
    says: /^Error: --scale is '0', expected a whole number from 1 to 1000/,
  },
  {
    mistake: 'half a person per agent',
    words: ['baseline', '--scale', '0.5'],
    says: /^Error: --scale is '0\.5'/,
  },
  { mistake: 'a negative scale', words: ['baseline', '--scale', '-10'], says: /^Error: --scale is '-10'/ },
  { mistake: 'no threads', words: ['baseline', '--threads', '0'], says: /^Error: --threads is '0'/ },
  {
    mistake: 'years out of the calendar',
    words: ['baseline', '--from', '1999'],
    says: /^Error: --from is '1999', expected .* 2013 to 2050/,
  },
  {
    mistake: 'years upside down',
    words: ['baseline', '--from', '2020', '--to', '2015'],
    says: /2015, comes before the first, 2020/,
  },
  {
    mistake: 'an unknown parameter of --set',
    words: ['baseline', '--set', 'care.minuts=17'],
    says: /--set #1: .*'care\.minuts'; did you mean 'care\.minutes'\?/,
  },
  {
    mistake: 'a --set without value',
    words: ['baseline', '--set', 'care.minutes'],
    says: /--set #1: .*expected path=value/,
  },
  {
    mistake: 'an option that does not exist',
    words: ['baseline', '--sead', 'x'],
    says: /unknown option '--sead' .*did you mean '--seed'\?/,
  },
])('$mistake is refused with its place and what to do', async ({ words, says }) => {
  const before = readdirSync(folder);
  const { code, stdout, stderr } = await maillageHere(['run', ...words, '--out', 'out'], { cwd: folder });
  const lines = stderr.trimEnd().split('\n');
  expect(lines[lines.length - 1]).toMatch(says);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(readdirSync(folder)).toEqual(before);
});

test('a folder that cannot be written is refused before anything runs', async () => {
  const small = ['--scale', '1000', '--to', '2013'];
  const { code, stdout, stderr } = await maillageHere(
    ['run', 'baseline', ...small, '--out', 'a-file/results'],
    {
      cwd: folder,
    },
  );
  expect(stderr).toMatch(
    /Error: results cannot be written to a-file\/results: a-file is a file, not a folder/,
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test('a folder with files of somebody else is refused, and they stay', async () => {
  const small = ['--scale', '1000', '--to', '2013'];
  const { code, stderr } = await maillageHere(['run', 'baseline', ...small, '--out', '.', '--force'], {
    cwd: folder,
  });
  expect(stderr).toContain('holds files that are not a run of maillage');
  expect(code).toBe(2);
  expect(existsSync(join(folder, 'misspelt.yaml'))).toBe(true);
});

test('scenarios check tells every mistake at once, on stdout', async () => {
  writeFileSync(join(folder, 'several.yaml'), scenario('several', 'chnages: []', 'expcts: []'));
  const { code, stdout } = await maillageHere(['scenarios', 'check', 'several.yaml'], { cwd: folder });
  expect(code).toBe(2);
  expect(stdout).toContain("did you mean 'changes'?");
  expect(stdout).toContain("did you mean 'expects'?");
});
