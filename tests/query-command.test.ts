/** The answers of `maillage query`: table, CSV, JSON, and sentences about mistakes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerForm } from '../bin/json-forms.js';
import { textWidth } from '../bin/terminal/table.js';
import { README } from '../sim/results/study/names.js';
import { studyReadme } from '../sim/results/study/readme.js';
import { maillageHere, PROGRAM } from './support/program.js';
import { SCENARIOS, tinyValue, writeTinyStudy } from './support/tiny-study.js';

let dir = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'maillage-query-command-'));
  writeFileSync(join(dir, README), studyReadme(await writeTinyStudy(dir)));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the answer', () => {
  const wide = `SELECT scenario, 'a long text that cannot stand in a column beside the others as it is' AS text,
    value / 3 AS third, period, count(*) OVER () AS rows FROM results ORDER BY ALL LIMIT 3`;

  test('as a table fits 80 columns, and says on stderr that it is not whole', async () => {
    const { stdout, stderr } = await maillageHere(['query', dir, wide]);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBe(5);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(80);
    expect(lines[2]).toMatch(/^baseline {2}a long text .*… {2,}\d+\.\d+ {2}2013 +144$/);
    expect(stderr).toContain('3 rows.');
    expect(stderr).toContain('--csv or --json give them whole');
    expect(await maillageHere(['query', dir, "SELECT 'a' AS x, 1.5 AS y"])).toEqual({
      code: 0,
      stdout: 'x    y\n-  ---\na  1.5\n',
      stderr: '1 row.\n',
    });
  });

  test('gives each value its line where the columns are too many', async () => {
    const { stdout } = await maillageHere(['query', dir, 'FROM runs LIMIT 2']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('row 1');
    expect(lines).toContain('  parameter:care.minutes  17');
    expect(lines.filter((line) => /^ {2}status +done$/.test(line)).length).toBe(2);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(80);
  });

  test('follows the language, and years are not grouped', async () => {
    const { stdout, stderr } = await maillageHere([
      'query',
      dir,
      'SELECT 2013 AS year, 1234.5678 AS v',
      '--lang',
      'fr',
    ]);
    expect(stdout).toBe('year        v\n----  -------\n2013  1234,57\n');
    expect(stderr).toContain('1 ligne.');
  });

  test('as JSON has its form, the same in both languages', async () => {
    const asked = (lang: string) => maillageHere(['query', dir, wide, '--json', '--lang', lang]);
    const [en, fr] = [await asked('en'), await asked('fr')];
    expect(en).toEqual({ code: 0, stdout: fr.stdout, stderr: '' });
    const answer = JSON.parse(en.stdout);
    expect(answerForm('query').safeParse(answer).error?.issues ?? []).toEqual([]);
    expect(answer.columns[2]).toEqual({ name: 'third', type: 'DOUBLE' });
    expect(answer.rows[0][2]).toBe(tinyValue(0, 0, 0, 0, 0, 0) / 3);
    const none = JSON.parse((await maillageHere(['query', dir, 'FROM runs WHERE false', '--json'])).stdout);
    expect(none.rows).toEqual([]);
  });

  test('as CSV follows RFC 4180 and keeps every digit', async () => {
    const sql = `SELECT 'a "b", c' AS "x,y", 'two\nlines' AS l, '' AS e, NULL AS n, 0.1::DOUBLE + 0.2::DOUBLE AS v`;
    expect((await maillageHere(['query', dir, sql, '--csv'])).stdout).toBe(
      '"x,y",l,e,n,v\r\n"a ""b"", c","two\nlines","",,0.30000000000000004\r\n',
    );
    const both = await maillageHere(['query', dir, sql, '--csv', '--json']);
    expect([both.code, both.stdout]).toEqual([2, '']);
  });

  test('of a mistake is a sentence with its place and the nearest name, in both languages', async () => {
    const sql = 'SELECT valu FROM results';
    expect(await maillageHere(['query', dir, sql])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Error: line 1, column 8: there is no column "valu"; did you mean "value"?\n',
    });
    expect((await maillageHere(['query', dir, sql, '--lang', 'fr'])).stderr).toBe(
      'Erreur\u00a0: ligne 1, colonne 8\u00a0: il n’y a pas de colonne «\u00a0valu\u00a0»\u202f; vouliez-vous dire «\u00a0value\u00a0»\u202f?\n',
    );
  });

  test('of a query that begins with a comment is that of the query', async () => {
    const five = { code: 0, stdout: 'five\n----\n   5\n', stderr: '1 row.\n' };
    expect(await maillageHere(['query', dir, '-- how many?\nSELECT 5 AS five'])).toEqual(five);
    expect(await maillageHere(['query', dir, '--how = many\nSELECT 5 AS five'])).toEqual(five);
    expect((await maillageHere(['query', dir, '--out=a b', 'SELECT 1'])).stderr).toContain('--out');
  });

  test('ends quietly when its pipe is closed', () => {
    const { stdout, stderr, status } = spawnSync(
      'bash',
      [
        '-c',
        `set -o pipefail; "$0" "$1" query "$2" "SELECT i, 'x' AS x FROM range(2000000) t(i)" --csv | head -n 2`,
        process.execPath,
        PROGRAM,
        dir,
      ],
      { encoding: 'utf8' },
    );
    expect({ stdout, stderr, status }).toEqual({ stdout: 'i,x\r\n0,x\r\n', stderr: '', status: 0 });
  });
});

test('the command of the README.md of a study answers in its folder', () => {
  const command = /```sh\n(maillage query .*?)\n```/s.exec(readFileSync(join(dir, README), 'utf8'))?.[1];
  const script = `maillage() { "$0" "$PROGRAM" "$@"; }; ${command}`;
  const { stdout, status } = spawnSync('bash', ['-c', script, process.execPath], {
    cwd: dir,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', PROGRAM },
  });
  expect(status).toBe(0);
  const means = SCENARIOS.map((_, s) => {
    const runs = [0, 1].flatMap((point) =>
      [0, 1, 2].map((replicate) => tinyValue(s, point, replicate, 1, 0, 0)),
    );
    return Number((runs.reduce((sum, value) => sum + value) / runs.length).toPrecision(6));
  });
  const [baseline, more] = stdout.trimEnd().split('\n').slice(2);
  expect([baseline, more]).toEqual([`baseline     ${means[0]}`, `more-places  ${means[1]}`]);
});
