/** `maillage query`: SQL over the tables of a study or of a run, and nothing else. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { MaillageError } from '../sim/base/errors.js';
import { runIdentity } from '../sim/results/identity.js';
import { writeParquet } from '../sim/results/parquet.js';
import { readRun } from '../sim/results/read.js';
import { writeRun } from '../sim/results/store.js';
import { openResults } from '../sim/results/study/folder.js';
import { queryResults } from '../sim/results/study/query.js';
import type { SqlProblem } from '../sim/results/study/sql-problem.js';
import { resultColumns } from '../sim/results/study/tables.js';
import { maillageHere } from './support/program.js';
import { country, recordYears } from './support/tiny-recording.js';
import { KEPT, SCENARIOS, tinyValue, writeTinyStudy } from './support/tiny-study.js';

let root = '';
let dir = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'maillage-query-test-'));
  dir = join(root, 'study');
  mkdirSync(dir);
  await writeTinyStudy(dir);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Asked {
  readonly columns: readonly { name: string; type: string }[];
  readonly rows: unknown[][];
}

async function ask(sql: string, folder = dir): Promise<Asked> {
  const rows: unknown[][] = [];
  const options = {
    tell: (problem: SqlProblem) => JSON.stringify(problem),
    signal: new AbortController().signal,
  };
  const columns = await queryResults(openResults(folder), sql, options, async (answer) => {
    for await (const batch of answer.batches) rows.push(...batch.map((row) => [...row]));
    return answer.columns;
  });
  return { columns, rows };
}

/** The problem a query is refused for. */
async function problem(sql: string): Promise<SqlProblem> {
  const error = await ask(sql).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MaillageError)) throw new Error(`${sql} was not refused: ${String(error)}`);
  expect([error.code, error.exitCode]).toEqual(['bad-option', 2]);
  return JSON.parse(error.message) as SqlProblem;
}

describe('the tables', () => {
  test('of a study hold all its files, each value as it was written', async () => {
    const { rows } = await ask(
      `SELECT scenario, point, replicate, period, value FROM results
       WHERE place = '94' AND indicator = '${KEPT[1]}' ORDER BY ALL`,
    );
    expect(rows.length).toBe(2 * 2 * 3 * 2);
    expect(rows[0]).toEqual([SCENARIOS[0], 0, 0, '2013', tinyValue(0, 0, 0, 0, 2, 1)]);
    expect(rows[23]).toEqual([SCENARIOS[1], 1, 2, '2014', tinyValue(1, 1, 2, 1, 2, 1)]);
    const { rows: failed } = await ask(`SELECT scenario, point, replicate FROM runs WHERE status = 'failed'`);
    expect(failed).toEqual([[SCENARIOS[1], 1, 1]]);
    expect((await ask('SELECT count(*) FROM territories')).rows).toEqual([[24]]);
  });

  test('of a single run are those of its folder', async () => {
    const folder = join(root, 'run');
    const identity = runIdentity({
      ...{ scenario: 'baseline', parameters: {}, geography: 'tiny', data: {}, seed: 'demo', replicate: 0 },
      ...{ scale: 10, from: monthOf(2013, 1), to: monthOf(2013, 12), detail: 'headline' as const },
    });
    const provenance = {
      threads: 1,
      host: 'here',
      node: 'v20',
      platform: 'linux',
      started: '',
      finished: '',
    };
    await writeRun(folder, recordYears(country()), identity, provenance);
    const { stdout } = await maillageHere(['query', folder, 'SHOW TABLES', '--csv']);
    expect(stdout).toBe('name\r\nresults\r\nterritories\r\n');
    const sql = `SELECT period, value FROM results
      WHERE place = 'FR' AND "group" = 'all' AND indicator = 'gpsLiberal'`;
    const { rows } = await readRun(folder, { places: ['FR'], groups: ['all'], indicators: ['gpsLiberal'] });
    expect(rows.length).toBeGreaterThan(0);
    expect((await ask(sql, folder)).rows).toEqual(rows.map(({ period, value }) => [period, value]));
    const missing = await maillageHere(['query', folder, 'FROM runs']);
    expect([missing.code, missing.stdout]).toEqual([2, '']);
    expect(missing.stderr).toContain('the tables are results, territories');
    // The runs of `run --replicates` lie one folder deeper.
    expect((await maillageHere(['query', root, 'SELECT 1'])).stderr).toContain(
      `each run has its own there: ${folder}`,
    );
  });

  test('of runs added later may have other columns, empty for the runs that came before', async () => {
    const added = join(root, 'added');
    mkdirSync(added);
    await writeTinyStudy(added);
    const columns = [
      { name: 'scenario', type: 'text', key: true },
      { name: 'parameter:care.new', type: 'text' },
    ] as const;
    await writeParquet(join(added, 'runs/0001.parquet'), columns, [['later', '3']]);
    const sql = 'SELECT scenario, "parameter:care.minutes", "parameter:care.new" FROM runs ORDER BY ALL';
    const { rows } = await ask(sql, added);
    expect(rows.length).toBe(13);
    expect(rows[0]).toEqual(['baseline', '17', null]);
    expect(rows[6]).toEqual(['later', null, '3']);
  });

  test('of another folder do not exist', async () => {
    const { code, stderr } = await maillageHere(['query', join(root, 'nowhere'), 'SELECT 1']);
    expect(code).toBe(2);
    expect(stderr).toContain('holds no results of maillage');
  });

  test('that are damaged are named', async () => {
    const damaged = join(root, 'damaged');
    mkdirSync(join(damaged, 'results'), { recursive: true });
    writeFileSync(join(damaged, 'study.json'), '{}');
    const row = ['a', 0, 0, '2013', 'FR', 'all', 'aplMean', 1];
    await writeParquet(join(damaged, 'results/0000-0000.parquet'), resultColumns, [row]);
    expect((await ask('SELECT value FROM results', damaged)).rows).toEqual([[1]]);
    writeFileSync(join(damaged, 'results/0000-0001.parquet'), 'no table');
    const error = await ask('SELECT sum(value) FROM results', damaged).catch((thrown) => thrown);
    expect([error.code, error.exitCode]).toEqual(['bad-data', 1]);
    expect(error.message).toMatch(/0000-0001\.parquet cannot be read.*maillage status/);
  });
});

describe('values', () => {
  test('counts and sums are numbers as long as they are exact, then texts', async () => {
    const { rows } = await ask('SELECT 5::BIGINT, sum(1), 1.50, 12345678901234567890::HUGEINT, 0.1::DOUBLE');
    expect(rows).toEqual([[5, 1, 1.5, '12345678901234567890', 0.1]]);
  });

  test('dates are texts, lists are lists, what does not exist is null', async () => {
    const { rows, columns } = await ask(
      `SELECT DATE '2020-01-02', TIMESTAMP '2020-01-02 03:04:05', [1::BIGINT, 2], {a: 1.5}, NULL, true, 'nan'::DOUBLE`,
    );
    const timestamp = '2020-01-02 03:04:05';
    expect(rows).toEqual([['2020-01-02', timestamp, [1, 2], { a: 1.5 }, null, true, 'NaN']]);
    expect(columns[0].type).toBe('DATE');
  });
});

describe('a query is refused', () => {
  const file = join(tmpdir(), `maillage-outside-${process.pid}.csv`);
  beforeAll(() => writeFileSync(file, 'secret\n1\n'));
  afterAll(() => rmSync(file, { force: true }));

  test.each([
    ['', { kind: 'empty' }],
    [' ; -- nothing', { kind: 'empty' }],
    ['SELECT 1; SELECT 2', { kind: 'several', count: 2 }],
    ['SELECT ?', { kind: 'parameters' }],
    ['SELECT $place', { kind: 'parameters' }],
    ['SELECT valu FROM results', { kind: 'column', name: 'valu', near: 'value', at: { line: 1, column: 8 } }],
    [
      "SELECT 'é',\n  results.perod FROM results",
      { kind: 'column', name: 'perod', near: 'period', at: { line: 2, column: 3 } },
    ],
    ['FROM result', { kind: 'table', name: 'result', near: 'results', at: { line: 1, column: 6 } }],
    ['FROM somewhere', { kind: 'table', name: 'somewhere', at: { line: 1, column: 6 } }],
    [
      'SELECT value FORM results',
      { kind: 'syntax', message: 'syntax error at or near "results"', at: { line: 1, column: 19 } },
    ],
  ])('%j: %j', async (sql, expected) => {
    expect(await problem(sql)).toEqual(expected);
  });

  test('when it fails on its way', async () => {
    expect(await problem('SELECT scenario::INTEGER FROM results')).toMatchObject({
      kind: 'other',
      message: expect.stringContaining("Could not convert string 'baseline'"),
      at: { line: 1, column: 16 },
    });
  });

  test.each([
    ['CREATE TABLE mine AS SELECT 1', 'CREATE'],
    ['SET threads = 8', 'SET'],
    ['RESET lock_configuration', 'SET'],
    ['INSTALL httpfs', 'LOAD'],
    [`ATTACH '${join(tmpdir(), 'x.duckdb')}'`, 'ATTACH'],
    ['CALL enable_logging()', 'CALL'],
    ['EXPLAIN SELECT 1', 'EXPLAIN'],
    ['INSERT INTO results VALUES (1)', 'INSERT'],
    ['delete from results', 'DELETE'],
    ["UPDATE results SET place = 'FR'", 'UPDATE'],
  ])('%s, since it is no SELECT', async (sql, statement) => {
    expect(await problem(sql)).toEqual({ kind: 'statement', statement });
  });

  test('when it reads or writes another file', async () => {
    const written = join(root, 'written.csv');
    for (const sql of [
      `SELECT * FROM read_csv('${file}')`,
      `SELECT * FROM read_text('${file}')`,
      `SELECT * FROM glob('${tmpdir()}/*')`,
      `SELECT * FROM read_parquet('${dir}/results/*.parquet')`,
      `SELECT * FROM '${file}'`,
      `COPY results TO '${written}'`,
    ]) {
      expect((await problem(sql)).kind, sql).toBe('outside');
    }
    expect(readdirSync(root)).not.toContain('written.csv');
  });
});
