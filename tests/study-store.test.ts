/** A study killed at any stage of its writing is finished to the same bytes; what is written is never written again. */
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginLog, readProvenance } from '../sim/batch/provenance.js';
import { forgetFailures } from '../sim/batch/retry.js';
import { query, sqlText } from '../sim/results/parquet.js';
import { readStudy, runName, type StudyManifest, writeStudyManifest } from '../sim/results/study/manifest.js';
import { pendingName } from '../sim/results/study/pending.js';
import { openStore } from '../sim/results/study/store.js';
import {
  contents,
  context,
  finish,
  keepMadeRuns,
  MADE_ERROR,
  madeStudy,
  newFolder,
  planFile,
  planIn,
  runsOf,
  stamps,
  storeOptions,
  studyOf,
} from './support/studies.js';

/** Two blocks: 2 × 30 runs, one of which has failed. */
const FAILED = 'longer/0/3';
const file = planFile({ replicates: 30 });
let start: StudyManifest;
let whole: string;
beforeAll(async () => {
  start = studyOf(await planIn(file));
  whole = await madeStudy(start, [FAILED]);
});

/** The manifest of the finished study, without the files that `unwritten` names. */
function namesAllBut(unwritten: (path: string) => boolean): StudyManifest {
  const manifest = readStudy(whole);
  const files = Object.fromEntries(Object.entries(manifest.files).filter(([path]) => !unwritten(path)));
  return { ...manifest, files, failures: unwritten('results/0000-0000.parquet') ? [] : manifest.failures };
}

/** A folder with parts of the finished study, and the runs of the blocks that are still in files of their own. */
function killed(paths: readonly string[], manifest: StudyManifest, blocks: readonly (0 | 1)[]): string {
  const dir = newFolder();
  for (const path of paths) cpSync(join(whole, path), join(dir, path), { recursive: true });
  const runs = runsOf(start).filter(({ replicate }) => blocks.includes(replicate < 25 ? 0 : 1));
  keepMadeRuns(dir, manifest, runs, { failed: [FAILED] });
  return dir;
}

const secondBlock = (path: string) => path.endsWith('0000-0001.parquet') || path.startsWith('runs/');
const runsTable = (path: string) => path.startsWith('runs/');
const nothing = () => false;
const tables = (block: 0 | 1) => [`results/0000-000${block}.parquet`, `territories/0000-000${block}.parquet`];
const documents = ['README.md', 'datapackage.json', 'ro-crate-metadata.json'];

describe('killed', () => {
  test.each<[string, () => string]>([
    ['before any table', () => killed([], start, [0, 1])],
    [
      'while a table is written',
      () => {
        const dir = killed([tables(0)[0]], start, [0, 1]);
        mkdirSync(join(dir, 'territories'));
        writeFileSync(join(dir, 'territories/.0000-0000.parquet.partial'), 'half of it');
        return dir;
      },
    ],
    ['with a block written that the manifest does not name', () => killed(tables(0), start, [0, 1])],
    [
      'with a block named whose runs still lie there',
      () => killed(tables(0), namesAllBut(secondBlock), [0, 1]),
    ],
    ['between two blocks', () => killed(tables(0), namesAllBut(secondBlock), [1])],
    [
      'while the manifest is written',
      () => {
        const dir = killed([...tables(0), ...tables(1)], namesAllBut(secondBlock), [1]);
        mkdirSync(join(dir, '.study.json.partial-Xy1z2A'));
        writeFileSync(join(dir, '.study.json.partial-Xy1z2A/study.json'), '{');
        return dir;
      },
    ],
    ['before the table of runs', () => killed([...tables(0), ...tables(1)], namesAllBut(runsTable), [])],
    [
      'with a table of runs that the manifest does not name',
      () => killed([...tables(0), ...tables(1), 'runs'], namesAllBut(runsTable), []),
    ],
    [
      'between two documents',
      () => killed([...tables(0), ...tables(1), 'runs', 'README.md'], namesAllBut(runsTable), []),
    ],
    [
      'with documents that tell of files which the manifest does not name',
      () => killed([...tables(0), ...tables(1), 'runs', ...documents], namesAllBut(runsTable), []),
    ],
    [
      'while what is pending is removed',
      () => {
        const dir = killed([...tables(0), ...tables(1), 'runs', ...documents], namesAllBut(nothing), []);
        mkdirSync(join(dir, 'pending'));
        return dir;
      },
    ],
    [
      'while what the shards left is removed',
      () => {
        const dir = killed([...tables(0), ...tables(1), 'runs', ...documents], namesAllBut(nothing), []);
        const [run] = runsOf(start);
        keepMadeRuns(dir, namesAllBut(nothing), [run], { folder: 'shards/0001-of-0002' });
        return dir;
      },
    ],
  ])('%s, it is finished to the same bytes', async (_, arrange) => {
    const dir = arrange();
    expect(contents(dir)).not.toEqual(contents(whole));
    const written = stamps(dir);
    const named = Object.keys(readStudy(dir).files);
    await finish(dir);
    expect(contents(dir)).toEqual(contents(whole));
    const now = stamps(dir);
    for (const path of named) expect([path, now[path]]).toEqual([path, written[path]]);
  });

  test('at no stage, it is left as it is', async () => {
    const dir = killed([...tables(0), ...tables(1), 'runs', ...documents], namesAllBut(nothing), []);
    const was = stamps(dir);
    await finish(dir);
    expect([contents(dir), stamps(dir)]).toEqual([contents(whole), was]);
  });

  test('with a run missing, it lacks that run alone and nothing else is written', async () => {
    const dir = killed([], start, [0, 1]);
    rmSync(join(dir, 'pending', pendingName({ scenario: 'longer', point: 0, replicate: 29 })));
    const { missing } = await finish(dir);
    expect(missing.map(runName)).toEqual(['longer/0/29']);
    expect(existsSync(join(dir, 'README.md'))).toBe(false);
    expect(Object.keys(readStudy(dir).files)).toEqual(tables(0));
  });

  test('while its log was being kept, it tells each session once and loses none but the line cut short', async () => {
    const dir = killed([], start, [0, 1]);
    const pending = join(dir, 'pending');
    const [first, second, third] = runsOf(start);
    beginLog(pending, { threads: 1 }).run(first, false);
    // A disk that was full cut this line short.
    appendFileSync(join(pending, 'log.jsonl'), '{"run":"calm/0/1","a');
    const again = beginLog(pending, { threads: 2 });
    again.run(second, false);
    again.run(third, true);
    const kept = newFolder();
    cpSync(join(dir, 'pending'), kept, { recursive: true });
    await finish(dir);
    const told = () => readProvenance(dir).map(({ threads, runs, failed }) => [threads, runs, failed]);
    expect(told()).toEqual([
      [1, ['calm/0/0'], []],
      [2, ['calm/0/1', 'calm/0/2'], ['calm/0/2']],
    ]);
    cpSync(kept, join(dir, 'pending'), { recursive: true });
    await finish(dir);
    expect(told().length).toBe(2);
  });
});

describe('a study that grows', () => {
  test('by replicates and by a scenario keeps every file of its tables as it was', async () => {
    const dir = newFolder();
    cpSync(whole, dir, { recursive: true, preserveTimestamps: true });
    const was = stamps(dir);
    const more = studyOf(await planIn(file, { replicates: 40 }), readStudy(dir));
    const three = planFile({ scenarios: ['calm', 'longer', 'fewer'], replicates: 35 });
    for (const grown of [more, studyOf(await planIn(three), more)]) {
      const known = Object.keys(readStudy(dir).files);
      const added = runsOf(grown).slice(runsOf(readStudy(dir)).length);
      keepMadeRuns(dir, { ...grown, files: readStudy(dir).files }, added);
      await finish(dir);
      expect(Object.keys(readStudy(dir).files)).toEqual(expect.arrayContaining(known));
    }
    expect(stamps(dir)).toMatchObject(was);
    expect(Object.keys(stamps(dir)).length).toBeGreaterThan(Object.keys(was).length);
    const rows = await query<{ runs: bigint }>(
      `SELECT count(*) AS runs FROM read_parquet(${sqlText(join(dir, 'runs/*.parquet'))})`,
    );
    expect(Number(rows[0].runs)).toBe(60 + 20 + 35);
  });
});

describe('a failed run', () => {
  const runs = (dir: string) =>
    query<Record<string, unknown>>(`SELECT * FROM read_parquet(${sqlText(join(dir, 'runs/0000.parquet'))})`);

  test('has its error in the manifest and in the table of runs, and no values', async () => {
    const failure = { scenario: 'longer', point: 0, replicate: 3, ...MADE_ERROR };
    expect(readStudy(whole).failures).toEqual([failure]);
    const told = (await runs(whole)).filter(({ status }) => status !== 'done');
    expect(told).toMatchObject([
      {
        scenario: 'longer',
        replicate: 3,
        status: 'failed',
        errorCode: MADE_ERROR.code,
        error: MADE_ERROR.message,
      },
    ]);
    const values = await query(
      `SELECT * FROM read_parquet(${sqlText(join(whole, 'results/*.parquet'))}) WHERE scenario = 'longer' AND replicate = 3`,
    );
    expect(values).toEqual([]);
  });

  const copyOf = (folder: string) => {
    const dir = newFolder();
    cpSync(folder, dir, { recursive: true });
    return dir;
  };
  /** The study with its failures forgotten: the block that held them is open again. */
  let opened: string;
  beforeAll(async () => {
    opened = copyOf(whole);
    await forgetFailures(opened, readStudy(opened), context());
  });

  test('is the only one that is missing once failures are forgotten; other blocks stay as they are', async () => {
    const dir = copyOf(opened);
    const manifest = readStudy(dir);
    const store = openStore(dir, manifest, storeOptions(manifest));
    expect(store.missing().map(runName)).toEqual([FAILED]);
    const kept = Object.keys(manifest.files).filter((path) => path.includes('/'));
    expect(kept).toEqual(tables(1));
  });

  test('that fails again leaves the same bytes', async () => {
    const dir = copyOf(opened);
    const run = runsOf(start).filter((one) => runName(one) === FAILED);
    keepMadeRuns(dir, readStudy(dir), run, { failed: [FAILED] });
    await finish(dir);
    expect(contents(dir)).toEqual(contents(whole));
  });

  test('that succeeds makes the study of runs none of which failed', async () => {
    const dir = copyOf(opened);
    const run = runsOf(start).filter((one) => runName(one) === FAILED);
    keepMadeRuns(dir, readStudy(dir), run);
    await finish(dir);
    expect(contents(dir)).toEqual(contents(await madeStudy(start)));
  });

  test('is not lost when the program is killed while failures are forgotten', async () => {
    const dir = copyOf(opened);
    // As it was before the manifest was written: the runs of the block lie there twice.
    cpSync(whole, dir, { recursive: true });
    writeStudyManifest(dir, readStudy(whole));
    await finish(dir);
    expect(contents(dir)).toEqual(contents(whole));
  });
});
