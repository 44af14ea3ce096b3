/** `maillage export`: the tables as one file each, read back by other programs. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../bin/commands/export.js';
import { answerForm } from '../bin/json-forms.js';
import { digestFile } from '../sim/base/digest.js';
import { query, sqlText } from '../sim/results/parquet.js';
import { EXPORT_FORMATS, type ExportFormat, exportResults } from '../sim/results/study/export.js';
import { openResults } from '../sim/results/study/folder.js';
import { maillageHere } from './support/program.js';
import {
  KEPT,
  PLACES,
  POINTS,
  REPLICATES,
  SCENARIOS,
  tinyValue,
  writeTinyStudy,
  YEARS,
} from './support/tiny-study.js';

let root = '';
let dir = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'maillage-export-'));
  dir = join(root, 'study');
  mkdirSync(dir);
  await writeTinyStudy(dir);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function exported(name: string, format: ExportFormat, more: { force?: boolean; partRows?: number } = {}) {
  const { signal } = new AbortController();
  return exportResults(openResults(dir), { format, out: join(root, name), force: false, signal, ...more });
}

/** Rows of `results` in the order of an export: period, place, group, indicator, scenario, point, replicate. */
function expectedResults() {
  const rows = [];
  for (const [y, year] of YEARS.entries())
    for (const place of [...PLACES].sort())
      for (const indicator of [...KEPT].sort())
        for (const [s, scenario] of SCENARIOS.entries())
          for (let point = 0; point < POINTS; point++)
            for (let replicate = 0; replicate < REPLICATES; replicate++) {
              const [p, i] = [PLACES.indexOf(place), KEPT.indexOf(indicator)];
              const value = tinyValue(s, point, replicate, y, p, i);
              rows.push({
                scenario,
                point,
                replicate,
                period: String(year),
                place,
                group: 'all',
                indicator,
                value,
              });
            }
  return rows;
}

describe('an export', () => {
  test('as Parquet is read by another reader: every row, every digit, in the order of the keys', async () => {
    const tables = await exported('parquet', 'parquet');
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['results', 144],
      ['territories', 24],
      ['runs', 12],
    ]);
    const bytes = readFileSync(join(root, 'parquet/results.parquet'));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(rows).toEqual(expectedResults());
  });

  test('as CSV gives every double back, and follows RFC 4180', async () => {
    await exported('csv', 'csv');
    const file = join(root, 'csv/results.csv');
    const text = readFileSync(file, 'utf8');
    expect(text.split('\r\n')[0]).toBe('scenario,point,replicate,period,place,group,indicator,value');
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const values = text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => Number(line.split(',')[7]));
    expect(values).toEqual(expectedResults().map(({ value }) => value));
    const runs = readFileSync(join(root, 'csv/runs.csv'), 'utf8');
    expect(runs).toContain(',failed,internal,"a sentence, with a comma",');
    expect(runs).toContain(',"{""2013-01"":17,""2020-01"":18.5}"\r\n');
    const territories = readFileSync(join(root, 'csv/territories.csv'), 'utf8').split('\r\n');
    expect(territories[1]).toMatch(/^baseline,0,0,2013,200023778,,\d/);
  });

  test.each(EXPORT_FORMATS)(
    'as %s is the same, byte for byte, in however many parts it is sorted',
    async (format) => {
      const whole = await exported(`whole-${format}`, format);
      for (const partRows of [1, 7, 50]) {
        const parts = await exported(`parts-${format}-${partRows}`, format, { partRows });
        expect(parts.map(({ sha256 }) => sha256)).toEqual(whole.map(({ sha256 }) => sha256));
      }
      for (const { file, sha256 } of whole) expect(digestFile(file)).toBe(sha256);
    },
  );

  test('of a table without rows has its columns', async () => {
    const empty = join(root, 'empty');
    mkdirSync(join(empty, 'results'), { recursive: true });
    writeFileSync(join(empty, 'study.json'), '{}');
    const none = `SELECT * FROM read_parquet(${sqlText(join(dir, 'results/*.parquet'))}) WHERE false`;
    await query(`COPY (${none}) TO ${sqlText(join(empty, 'results/0.parquet'))} (FORMAT parquet)`);
    const { signal } = new AbortController();
    const out = join(root, 'empty-out');
    await exportResults(openResults(empty), { format: 'csv', out, force: false, signal });
    expect(readFileSync(join(out, 'results.csv'), 'utf8')).toBe(
      'scenario,point,replicate,period,place,group,indicator,value\r\n',
    );
  });
});

describe('the folder of an export', () => {
  test('is left as it is when it holds the same tables', async () => {
    await exported('twice', 'csv');
    expect((await exported('twice', 'csv')).map(({ written }) => written)).toEqual([false, false, false]);
  });

  test('keeps other content unless --force, and files of other names in any case', async () => {
    const out = join(root, 'mine');
    mkdirSync(out);
    writeFileSync(join(out, 'runs.csv'), 'mine');
    writeFileSync(join(out, 'notes.txt'), 'mine too');
    await expect(exported('mine', 'csv')).rejects.toThrow(/runs\.csv holds something else.*--force/);
    expect(readdirSync(out).sort()).toEqual(['notes.txt', 'runs.csv']);
    expect(readFileSync(join(out, 'runs.csv'), 'utf8')).toBe('mine');
    await exported('mine', 'csv', { force: true });
    expect(readdirSync(out).sort()).toEqual(['notes.txt', 'results.csv', 'runs.csv', 'territories.csv']);
    expect(readFileSync(join(out, 'runs.csv'), 'utf8')).toContain('failed');
  });

  test('is not made when a table is damaged, nor after Ctrl-C', async () => {
    const damaged = join(root, 'damaged');
    mkdirSync(damaged);
    await writeTinyStudy(damaged);
    writeFileSync(join(damaged, 'territories/0000-0001.parquet'), 'no table');
    const out = join(root, 'deep/nothing');
    const { signal } = new AbortController();
    const options = { format: 'csv', out, force: false, signal } as const;
    const error = await exportResults(openResults(damaged), options).catch((thrown) => thrown);
    expect([error.code, error.exitCode]).toEqual(['bad-data', 1]);
    expect(error.message).toContain('territories/0000-0001.parquet');
    await expect(
      exportResults(openResults(dir), { ...options, signal: AbortSignal.abort() }),
    ).rejects.toThrow();
    expect(existsSync(join(root, 'deep'))).toBe(false);
  });

  test('lies outside the folder that is exported', async () => {
    await expect(exported('study', 'parquet')).rejects.toThrow(/is part of the folder to export/);
    await expect(exported('study/out', 'parquet')).rejects.toThrow(/is part of the folder to export/);
    expect(readdirSync(dir).sort()).toEqual([
      'results',
      'runs',
      'study.json',
      'study.spare.json',
      'territories',
    ]);
  });
});

describe('the command', () => {
  test('says what it wrote, in French too, and answers in JSON', async () => {
    const out = join(root, 'command');
    const { code, stdout, stderr } = await maillageHere([
      'export',
      dir,
      '--format',
      'csv',
      '--out',
      out,
      '--lang',
      'fr',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/fichier +lignes +octets/);
    const again = await maillageHere(['export', dir, '--format', 'csv', '--out', out, '--json']);
    const answer = JSON.parse(again.stdout);
    expect(answerForm('export').safeParse(answer).error?.issues ?? []).toEqual([]);
    expect(answer.files.map(({ table, written }: Record<string, unknown>) => [table, written])).toEqual([
      ['results', false],
      ['territories', false],
      ['runs', false],
    ]);
  });

  test('asks for what it lacks', async () => {
    const { code, stderr } = await maillageHere(['export', dir, '--format', 'csv']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('needs --out')]);
    expect(
      (await maillageHere(['export', dir, '--out', join(root, 'x'), '--format', 'xls'])).stderr,
    ).toContain('expected one of: parquet, csv');
    expect(FORMATS).toEqual(EXPORT_FORMATS);
  });
});

const PYTHON = '/usr/bin/python3';
const withPandas = spawnSync(PYTHON, ['-c', 'import pandas']).status === 0;
if (!withPandas)
  console.log(`skipped: pandas reads the CSV (${PYTHON} has no pandas: apt-get install python3-pandas)`);

test.skipIf(!withPandas)('pandas reads the CSV: every row, every digit', async () => {
  const [{ file }, , runs] = await exported('pandas', 'csv');
  const script = `
import json, sys, pandas
kinds = {"period": str, "place": str}
results = pandas.read_csv(sys.argv[1], dtype=kinds, float_precision="round_trip")
runs = pandas.read_csv(sys.argv[2])
failed = runs[runs["status"] == "failed"]
print(json.dumps({"results": results.to_dict("records"), "error": failed["error"].tolist(),
                  "timelines": sorted(set(runs["parameter:care.minutes"]))}))
`;
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', script, file, runs.file], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const read = JSON.parse(stdout);
  expect(read.results).toEqual(expectedResults());
  expect(read.error).toEqual(['a sentence, with a comma']);
  expect(read.timelines).toEqual(['17', '{"2013-01":17,"2020-01":18.5}']);
});
