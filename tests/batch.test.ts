/** A batch gives the same folder however it was made: threads, shared history or not, shards; and the values of single runs. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readProvenance } from '../sim/batch/provenance.js';
import { type BatchOptions, type BatchResult, runBatch } from '../sim/batch/run-batch.js';
import type { Shard } from '../sim/batch/work.js';
import { query, sqlText } from '../sim/results/parquet.js';
import { readRun, readTerritories } from '../sim/results/read.js';
import { readCells } from '../sim/results/study/cells.js';
import { readStudy, runName, type StudyManifest, writeStudyManifest } from '../sim/results/study/manifest.js';
import { maillageHere } from './support/program.js';
import { contents, context, newFolder, planFile, planIn, runsOf, studyOf } from './support/studies.js';

/** Two families of three runs; those of `crowded` fail. */
const file = planFile({
  scenarios: ['calm', 'longer', 'crowded'],
  replicates: 2,
  keep: '{ indicators: [aplMean, gpsLiberal, acts, population], places: [FR, "94", "200038958"], groups: [all, lowIncome, "rural:city"], months: true, territories: false }',
  more: 'indicators: [{ id: actsEach, formula: acts / population, unit: acts, label: { en: Acts, fr: Actes } }]',
});
const FAMILIES = 2;
const TERRITORY = '200038958';
let asked: StudyManifest;
let whole: string;
let result: BatchResult;

function batch(dir: string, options: Partial<BatchOptions> = {}): Promise<BatchResult> {
  if (!existsSync(join(dir, 'study.json'))) writeStudyManifest(dir, asked);
  return runBatch(dir, readStudy(dir), { ...context(), atOnce: 1, threads: 1, ...options });
}

beforeAll(async () => {
  asked = studyOf(await planIn(file));
  whole = newFolder();
  result = await batch(whole, { atOnce: 2 });
}, 240_000);

describe('a batch', () => {
  test('makes every run, keeps those that fail with their sentence, and leaves only the study', () => {
    expect(result.ran.map(runName).sort()).toEqual(runsOf(asked).map(runName).sort());
    expect(result.missing).toEqual([]);
    expect(result.failed.map(runName)).toEqual(['crowded/0/0', 'crowded/0/1']);
    const messages = new Set(result.failed.map(({ message }) => message));
    expect([...messages].join()).toMatch(/^training\.places makes \d+ doctors settle out of one class/);
    expect(readdirSync(whole).sort()).toEqual([
      'README.md',
      'datapackage.json',
      'provenance.json',
      'results',
      'ro-crate-metadata.json',
      'runs',
      'study.json',
      'study.spare.json',
    ]);
    const [session, ...others] = readProvenance(whole);
    expect(others).toEqual([]);
    expect([session.threads, session.runs]).toEqual([2, result.ran.map(runName)]);
    expect(session.failed.sort()).toEqual(result.failed.map(runName));
  });

  test('tells in the table of runs what each was made with, and how it ended', async () => {
    const rows = await query<Record<string, unknown>>(
      `SELECT * FROM read_parquet(${sqlText(join(whole, 'runs/0000.parquet'))})`,
    );
    expect(rows.map(({ scenario, status }) => `${scenario} ${status}`)).toEqual([
      ...Array(2).fill('calm done'),
      ...Array(2).fill('crowded failed'),
      ...Array(2).fill('longer done'),
    ]);
    expect(rows.map(({ errorCode, error }) => [errorCode, error])).toEqual(
      rows.map(({ scenario }) =>
        scenario === 'crowded' ? [result.failed[0].code, result.failed[0].message] : [null, null],
      ),
    );
    const minutes = rows.map((row) => JSON.parse(String(row['parameter:care.minutes'])));
    expect(minutes[0]).toBe(minutes[2]);
    expect(minutes[5]).toMatchObject({ '2013-08': 20 });
    expect(rows[0]).toMatchObject({ seed: 'tiny', scale: 1000, from: 2013, to: 2013 });
  });

  test.each<[number, string, Partial<BatchOptions>]>([
    [1, 'one run at a time on three threads', { threads: 3 }],
    [3, 'two threads, one run on each, without shared history', { atOnce: 2, fork: false }],
  ])(
    'gives the same folder in %i shards on %s, whatever their order, once merged',
    async (count, _, options) => {
      const dir = newFolder();
      const made: string[] = [];
      for (let index = count; index >= 1; index--) {
        const shard: Shard = { index, count };
        const { ran, manifest } = await batch(dir, { ...options, shard });
        made.push(...ran.map(runName));
        expect(manifest.files).toEqual({});
        expect((await batch(dir, { shard })).ran).toEqual([]);
      }
      expect(made.sort()).toEqual(runsOf(asked).map(runName).sort());
      expect((await batch(dir)).ran).toEqual([]);
      expect(contents(dir)).toEqual(contents(whole));
      const shards = readProvenance(dir).map(({ shard }) => shard);
      expect(shards.sort()).toEqual(
        Array.from({ length: Math.min(count, FAMILIES) }, (_, i) => `${i + 1}/${count}`),
      );
    },
    240_000,
  );
});

describe('the values of a study', () => {
  test('are those of `maillage run` for the same scenario, seed and replicate', async () => {
    const out = newFolder();
    const words = [
      '--seed',
      'tiny',
      '--scale',
      '1000',
      '--to',
      '2013',
      '--replicates',
      '2',
      '--threads',
      '1',
    ];
    const run = await maillageHere(['run', join(dirname(file), 'longer.yaml'), ...words, '--out', out]);
    expect(run.code).toBe(0);
    const { rows } = await readRun(join(out, 'replicate-1'));
    const { cells, units } = await readCells(whole, { scenarios: ['longer'] });
    const unit = units.findIndex(({ replicate }) => replicate === 1);
    const told = new Map(
      rows.map(({ period, place, group, indicator, value }) => [
        [period, place, group, indicator].join(' '),
        value,
      ]),
    );
    const inRegions = cells.filter(({ place, indicator }) => place.length === 2 && indicator !== 'actsEach');
    expect(inRegions.length).toBeGreaterThan(60);
    for (const { period, place, group, indicator, values } of inRegions) {
      const key = [period, place, group, indicator].join(' ');
      expect([key, values[unit]]).toEqual([key, told.get(key) ?? Number.NaN]);
    }
    const years = await readTerritories(join(out, 'replicate-1'));
    const apl = cells.find((cell) => cell.place === TERRITORY && cell.indicator === 'aplMean');
    expect(years.find(({ territory }) => territory === TERRITORY)?.aplMean).toBe(apl?.values[unit]);
  }, 240_000);

  test('of a formula are computed from those of its cell', async () => {
    const { cells } = await readCells(whole);
    const at = (wanted: (typeof cells)[number], indicator: string) =>
      cells.find(
        (one) =>
          one.indicator === indicator &&
          one.period === wanted.period &&
          one.place === wanted.place &&
          one.group === wanted.group,
      );
    const formulas = cells.filter(({ indicator }) => indicator === 'actsEach');
    expect(new Set(formulas.map(({ place }) => place))).toEqual(new Set(['FR', '94', TERRITORY]));
    for (const cell of formulas) {
      const [acts, population] = ['acts', 'population'].map((id) => at(cell, id)?.values ?? []);
      expect([...cell.values]).toEqual([...acts].map((value, i) => value / population[i]));
    }
  });
});
