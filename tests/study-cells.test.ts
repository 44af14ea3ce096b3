/** Values of a study come back as they were kept, whatever is asked of it and in whatever files they lie. */
import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { HEADLINE } from '../sim/recorder/dictionary.js';
import { query, sqlText } from '../sim/results/parquet.js';
import { type CellFilter, readCells, type StudyCells } from '../sim/results/study/cells.js';
import { readStudy, runName, type StudyManifest, writeStudyManifest } from '../sim/results/study/manifest.js';
import type { StudyAxes } from '../sim/results/study/write-block.js';
import {
  finish,
  keepMadeRuns,
  madeStudy,
  madeValue,
  newFolder,
  planFile,
  planIn,
  runsOf,
  storeOptions,
  studyOf,
} from './support/studies.js';

/** Two points, months, groups; a third scenario and further replicates that were added later; one run failed. */
const FAILED = 'longer/1/2';
const asked = {
  keep: '{ indicators: [aplMean, acts, population], places: [FR, "94"], groups: [lowIncome, all], months: true, territories: true }',
  more: 'vary: { method: sobol, points: 2, over: [{ parameter: care.minutes }] }',
};
let dir: string;
let study: StudyManifest;
let axes: StudyAxes;
let all: StudyCells;
beforeAll(async () => {
  const start = studyOf(await planIn(planFile({ ...asked, replicates: 14 })));
  dir = await madeStudy(start, [FAILED]);
  const three = planFile({ ...asked, scenarios: ['calm', 'longer', 'fewer'], replicates: 15 });
  const grown = studyOf(await planIn(three), readStudy(dir));
  keepMadeRuns(dir, grown, runsOf(grown).slice(runsOf(start).length));
  await finish(dir);
  study = readStudy(dir);
  axes = storeOptions(study).axes;
  all = await readCells(dir);
});

/** The value that was made up for a run in a cell. */
function made(
  scenario: string,
  unit: StudyCells['units'][number],
  [period, place, group, indicator]: string[],
) {
  const run = { scenario, ...unit };
  if (runName(run) === FAILED) return Number.NaN;
  const cell = axes.cells.findIndex((one) => one.place === place && one.group === group);
  const p = axes.periods.indexOf(period);
  const at = (p * axes.cells.length + cell) * axes.indicators.length + axes.indicators.indexOf(indicator);
  return madeValue(run, at);
}

describe('the values of a study', () => {
  test('are those that were kept, each in its cell; failed runs have none', () => {
    expect(study.additions.length).toBe(3);
    expect(all.scenarios.map(({ name }) => name)).toEqual(['calm', 'longer', 'fewer']);
    expect(all.units.length).toBe(30);
    expect(all.cells.length).toBe(13 * 4 * 3);
    for (const { period, place, group, indicator, values } of all.cells) {
      const expected = all.scenarios.flatMap(({ name }) =>
        all.units.map((unit) => made(name, unit, [period, place, group, indicator])),
      );
      expect([...values]).toEqual(expected);
    }
    expect(all.cells[0].values.some(Number.isNaN)).toBe(true);
  });

  test('come in the order of the study: period, place, group, indicator', () => {
    const order = axes.periods.flatMap((period) =>
      axes.cells.flatMap(({ place, group }) =>
        axes.indicators.map((indicator) => [period, place, group, indicator].join(' ')),
      ),
    );
    const met = all.cells.map(({ period, place, group, indicator }) =>
      [period, place, group, indicator].join(' '),
    );
    expect(met).toEqual(order);
    expect(axes.periods.slice(0, 2)).toEqual(['2013', '2013-01']);
  });

  test('are the same through any filter, in any order of its words', async () => {
    const some = <T>(list: readonly T[]) => fc.option(fc.shuffledSubarray([...list]), { nil: undefined });
    const filters = fc.record({
      indicators: some([...axes.indicators, 'unknown']),
      periods: some(axes.periods),
      places: some(['FR', '94', '11']),
      groups: some(['all', 'lowIncome']),
      scenarios: some(study.scenarios.map(({ name }) => name)),
    });
    const property = fc.asyncProperty(filters, async (filter: CellFilter) => {
      const read = await readCells(dir, filter);
      const has = (list: readonly string[] | undefined, one: string) => list?.includes(one) ?? true;
      const kept = all.scenarios.map(({ name }) => has(filter.scenarios, name));
      const expected = all.cells
        .filter(
          ({ period, place, group, indicator }) =>
            has(filter.periods, period) &&
            has(filter.places, place) &&
            has(filter.groups, group) &&
            has(filter.indicators, indicator),
        )
        .map((cell) => ({
          ...cell,
          values: cell.values.filter((_, at) => kept[Math.floor(at / all.units.length)]),
        }))
        .filter(({ values }) => values.length > 0);
      expect(read.scenarios).toEqual(all.scenarios.filter((_, s) => kept[s]));
      expect(read.units).toEqual(all.units);
      expect(read.cells).toEqual(expected);
    });
    await fc.assert(property, { seed: 11, numRuns: 25 });
  });

  test('are the same when they lie in files of other names', async () => {
    const copy = newFolder();
    cpSync(dir, copy, { recursive: true });
    const files = { ...study.files };
    const [first, last] = ['results/0000-0000.parquet', 'results/0002-0000.parquet'];
    [files[first], files[last]] = [files[last], files[first]];
    for (const [from, to] of [
      [first, 'spare'],
      [last, first],
      ['spare', last],
    ])
      renameSync(join(copy, from), join(copy, to));
    writeStudyManifest(copy, { ...study, files });
    expect(await readCells(copy)).toEqual(all);
  });

  test('are NaN for a run that is missing', async () => {
    const copy = newFolder();
    cpSync(dir, copy, { recursive: true });
    const files = Object.fromEntries(
      Object.entries(study.files).filter(([path]) => path !== 'results/0002-0000.parquet'),
    );
    writeStudyManifest(copy, { ...study, files });
    const read = await readCells(copy, { scenarios: ['fewer'] });
    expect(read.units).toEqual(all.units);
    expect(read.cells.flatMap(({ values }) => [...values]).filter((value) => !Number.isNaN(value))).toEqual(
      [],
    );
  });
});

describe('the tables', () => {
  test('hold the rows in the order that is documented, and no row for a value that does not exist', async () => {
    const [file] = Object.keys(study.files).filter((path) => path.startsWith('results/0000'));
    const rows = await query<Record<string, string | number>>(
      `SELECT * FROM read_parquet(${sqlText(join(dir, file))})`,
    );
    expect(Object.keys(rows[0])).toEqual([
      'scenario',
      'point',
      'replicate',
      'period',
      'place',
      'group',
      'indicator',
      'value',
    ]);
    const rank = (row: (typeof rows)[number]) => [
      axes.periods.indexOf(String(row.period)),
      axes.cells.findIndex(({ place, group }) => place === row.place && group === row.group),
      axes.indicators.indexOf(String(row.indicator)),
      study.scenarios.findIndex(({ name }) => name === row.scenario),
      Number(row.replicate),
      Number(row.point),
    ];
    const ranks = rows.map(rank);
    const compare = (a: number[], b: number[]) => a.map((one, i) => one - b[i]).find((d) => d !== 0) ?? 0;
    expect(ranks.every((one, i) => i === 0 || compare(ranks[i - 1], one) < 0)).toBe(true);
    expect(rows.every(({ value }) => Number.isFinite(value))).toBe(true);
  });

  test('hold ten headline values for every territory, year and run that did not fail', async () => {
    const rows = await query<Record<string, string | number | null>>(
      `SELECT * FROM read_parquet(${sqlText(join(dir, 'territories/*.parquet'))})`,
    );
    const { territories, years } = axes;
    expect(rows.length).toBe((runsOf(study).length - 1) * territories.length * years.length);
    const size = axes.periods.length * axes.cells.length * axes.indicators.length;
    for (const row of rows.filter((_, i) => i % 97 === 0)) {
      const run = {
        scenario: String(row.scenario),
        point: Number(row.point),
        replicate: Number(row.replicate),
      };
      const z = territories.indexOf(String(row.territory));
      const expected = HEADLINE.map((_, h) => madeValue(run, size + z * HEADLINE.length + h));
      expect(HEADLINE.map(({ id }) => row[id] ?? Number.NaN)).toEqual(expected);
    }
  });
});
