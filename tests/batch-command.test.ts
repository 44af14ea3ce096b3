/** `maillage batch` and the upkeep of a study as a person meets them: one small study, made once. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { JsonForm } from '../bin/json.js';
import { answerForm } from '../bin/json-forms.js';
import { textWidth } from '../bin/terminal/table.js';
import { readProvenance } from '../sim/batch/provenance.js';
import { query, sqlText } from '../sim/results/parquet.js';
import { readStudy } from '../sim/results/study/manifest.js';
import { type Ended, maillageHere } from './support/program.js';
import { logged, starting, until } from './support/running.js';
import { contents, newFolder, planFile, stamps } from './support/studies.js';

/** Two scenarios, one of which fails, twice each. */
const file = planFile({ scenarios: ['calm', 'crowded'], replicates: 2 });
const home = dirname(file);
const call = (...words: string[]): Promise<Ended> => maillageHere(words);
const FAILURE = /^training\.places makes \d+ doctors settle out of one class, but training\.classRows keeps/;

function answer(form: JsonForm, { stdout }: Ended) {
  const told = JSON.parse(stdout);
  expect(answerForm(form).safeParse(told).error?.issues ?? []).toEqual([]);
  return told;
}

let first: Ended;
let whole: Readonly<Record<string, string>>;
beforeAll(async () => {
  process.chdir(home);
  first = await call('batch', 'plan.yaml', '--out', 'study', '--threads', '1', '--json');
  whole = contents(join(home, 'study'));
}, 240_000);

/** A copy of the study, under a name of its own below the folder of the plan. */
function copy(name: string): string {
  cpSync(join(home, 'study'), join(home, name), { recursive: true, preserveTimestamps: true });
  return name;
}

describe('a batch some of whose runs fail', () => {
  test('ends with 3 and names them, with what to do', async () => {
    expect(first.code).toBe(3);
    expect(first.stderr).toContain('2 failed runs are kept as such:');
    expect(first.stderr).toMatch(/- crowded\/0\/0: training\.places makes/);
    expect(first.stderr).toContain('`--retry-failed` makes them again.');
    const told = answer('batch', first);
    expect(told).toMatchObject({ study: 'small', dryRun: false, runs: 4, missing: 0, precision: [] });
    expect(told.ran.toSorted()).toEqual(['calm/0/0', 'calm/0/1', 'crowded/0/0', 'crowded/0/1']);
    expect(told.failed.map(({ run }: { run: string }) => run)).toEqual(['crowded/0/0', 'crowded/0/1']);
    for (const { message } of told.failed) {
      expect(message).toMatch(FAILURE);
      expect(message).not.toMatch(/\/tmp|\d{4}-\d{2}-\d{2}/);
    }
  });

  test('keeps them when it is called again: nothing is simulated, nothing is written', async () => {
    const was = stamps(join(home, 'study'));
    const again = await call('batch', 'plan.yaml', '--out', 'study', '--json');
    expect(again.code).toBe(3);
    expect(again.stderr).toContain('4 runs: 4 already there, 0 to simulate.');
    expect(again.stderr).toContain('The study is complete: nothing to simulate.');
    expect(answer('batch', again).ran).toEqual([]);
    expect([contents(join(home, 'study')), stamps(join(home, 'study'))]).toEqual([whole, was]);
  });

  test('compares what did not fail, in both languages and 80 columns', async () => {
    for (const [lang, says] of [
      ['en', 'The study is complete: nothing to simulate.'],
      ['fr', 'L’étude est complète : rien à simuler.'],
    ]) {
      const { code, stdout, stderr } = await call('batch', 'plan.yaml', '--out', 'study', '--lang', lang);
      expect(code).toBe(3);
      expect(stderr).toContain(says);
      // A warning stays on the line of its place, for programs that read it.
      const lines = `${stdout}${stderr}`.split('\n').filter((line) => !/^(Warning|Attention)/.test(line));
      expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
    }
  });

  test('makes exactly them again with --retry-failed, and the study is the same when they fail again', async () => {
    const name = copy('retried');
    const again = await call(
      'batch',
      'plan.yaml',
      '--out',
      name,
      '--retry-failed',
      '--threads',
      '1',
      '--json',
    );
    expect(again.code).toBe(3);
    expect(answer('batch', again).ran.toSorted()).toEqual(['crowded/0/0', 'crowded/0/1']);
    expect(contents(join(home, name))).toEqual(whole);
    expect(readProvenance(join(home, name)).map(({ runs }) => runs.length)).toEqual([4, 2]);
    const rows = await query<Record<string, unknown>>(
      `SELECT * FROM read_parquet(${sqlText(join(home, name, 'runs/0000.parquet'))}) WHERE status = 'failed'`,
    );
    expect(rows.map(({ scenario, errorCode }) => [scenario, errorCode])).toEqual([
      ['crowded', readStudy(join(home, name)).failures[0].code],
      ['crowded', readStudy(join(home, name)).failures[1].code],
    ]);
  });

  test('is whole for `status`, which ends with 3 and says which failed, in both languages and 80 columns', async () => {
    const state = await call('status', 'study', '--json');
    expect(state.code).toBe(3);
    expect(answer('status', state)).toMatchObject({
      complete: true,
      runs: 4,
      done: 2,
      missing: [],
      damaged: [],
      incompleteShards: null,
      lock: null,
    });
    const inLanguage = (lang: string) => call('status', 'study', '--lang', lang);
    const [en, fr] = [await inLanguage('en'), await inLanguage('fr')];
    expect(en.stdout).toContain('2 done, 2 failed, 0 missing');
    expect(en.stdout).toContain('Complete and sound');
    expect(fr.stdout).toContain('2 faites, 2 échouées, 0 manquante');
    expect(fr.stdout).toContain('Complète et intacte');
    for (const { stdout } of [en, fr])
      expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
  });
});

describe('a dry run', () => {
  test('says how many runs, how long and how much disk, and writes nothing', async () => {
    const before = readdirSync(home);
    const dry = await call('batch', 'plan.yaml', '--out', 'never', '--dry-run', '--json');
    expect(dry.code).toBe(0);
    expect(dry.stderr).toContain('4 runs: 0 already there, 4 to simulate.');
    expect(dry.stderr).toMatch(/About \d+ s on \d+ threads?, \d+.MB of disk, .*of memory\./);
    const told = answer('batch', dry);
    expect(told).toMatchObject({ dryRun: true, runs: 4, missing: 4, ran: [] });
    expect(told.estimate.diskBytes).toBeGreaterThan(0);
    expect(readdirSync(home)).toEqual(before);
  });

  test('of a study that is there counts only what it lacks, and leaves it as it is', async () => {
    const times = () =>
      readdirSync(join(home, 'study')).map((name) => statSync(join(home, 'study', name)).mtimeMs);
    const was = times();
    const words = ['batch', 'plan.yaml', '--out', 'study', '--replicates', '3', '--dry-run', '--lang', 'fr'];
    expect((await call(...words)).stderr).toContain('6 exécutions : 4 déjà là, 2 à simuler.');
    expect([contents(join(home, 'study')), times()]).toEqual([whole, was]);
  });

  test('with a precision to reach counts the first replicates alone, and no more than asked', async () => {
    const dry = async (...words: string[]) =>
      answer('batch', await call('batch', 'calm.yaml', '--out', 'never', '--dry-run', '--json', ...words))
        .runs;
    expect(await dry('--precision', 'gpsLiberal=1')).toBe(5);
    expect(await dry('--precision', 'gpsLiberal=1', '--replicates', '3')).toBe(3);
    const plan = ['plan.yaml', '--precision', 'gpsLiberal=1', '--out', 'never', '--dry-run'];
    expect((await call('batch', ...plan)).stderr).toMatch(/replicates +2 at most/);
  });
});

describe('a folder is refused', () => {
  test('that holds another study, naming what differs; --force replaces it and leaves foreign files', async () => {
    const name = copy('other');
    writeFileSync(join(home, name, 'notes.txt'), 'mine');
    const words = [
      'batch',
      'crowded.yaml',
      '--scale',
      '1000',
      '--to',
      '2013',
      '--replicates',
      '1',
      '--out',
      name,
    ];
    const refused = await call(...words, '--seed', 'new');
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(
      /other holds another study of 4 runs \(seed "tiny" there, "new" asked;.*--force/,
    );
    const forced = await call(...words, '--seed', 'new', '--force', '--json');
    expect(answer('batch', forced)).toMatchObject({ runs: 1, ran: ['crowded/0/0'] });
    expect(readFileSync(join(home, name, 'notes.txt'), 'utf8')).toBe('mine');
    expect((await call('status', name)).stdout).toContain('0 done, 1 failed, 0 missing');
  }, 240_000);

  test.each([['without --force'], ['even with --force']])(
    'that holds files of somebody else, %s',
    async (how) => {
      const foreign = newFolder();
      writeFileSync(join(foreign, 'thesis.txt'), 'mine');
      const words = how.startsWith('even') ? ['--force'] : [];
      const refused = await call('batch', 'plan.yaml', '--out', foreign, ...words);
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain('holds files that are not a study of maillage');
      expect(readdirSync(foreign)).toEqual(['thesis.txt']);
    },
  );

  test.each(['status', 'merge', 'repair'])('by `maillage %s` when it holds no study', async (command) => {
    const empty = newFolder();
    const refused = await call(command, empty);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('holds no study of maillage');
    expect(readdirSync(empty)).toEqual([]);
  });

  test.each(['--force', '--retry-failed'])(
    'for a shard with %s, which concerns all shards',
    async (option) => {
      const refused = await call('batch', 'plan.yaml', '--out', 'study', '--shard', '1/2', option);
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain(option);
      expect(contents(join(home, 'study'))).toEqual(whole);
    },
  );
});

describe('shards', () => {
  test('are put together by merge, which says what is missing until all are there', async () => {
    const shard = (index: number) =>
      call('batch', 'plan.yaml', '--out', 'sharded', '--threads', '1', '--shard', `${index}/2`, '--json');
    const one = await shard(1);
    expect(one.code).toBe(3);
    expect(one.stderr).toContain('Shard 1/2: 2 of 4 runs to simulate.');
    expect(answer('batch', one)).toMatchObject({ runs: 4, missing: 2 });
    const early = await call('merge', 'sharded', '--json');
    expect([early.code, answer('merge', early)]).toMatchObject([
      1,
      { merged: false, missing: ['calm/0/1', 'crowded/0/1'] },
    ]);
    // The lock that merge itself holds is nobody at work.
    expect((await call('merge', 'sharded')).stderr).not.toContain('works in');
    const state = await call('status', 'sharded');
    expect(state.code).toBe(1);
    expect(state.stdout).toContain('Shards that lack runs (of 2): 2; with Slurm: --array=1');
    expect(answer('status', await call('status', 'sharded', '--json')).incompleteShards).toEqual({
      count: 2,
      indices: [2],
    });
    expect((await shard(2)).code).toBe(3);
    expect((await call('status', 'sharded')).stdout).toContain(
      '`maillage merge sharded` finishes the study.',
    );
    const merged = await call('merge', 'sharded', '--json');
    expect([merged.code, answer('merge', merged)]).toMatchObject([3, { merged: true, missing: [] }]);
    expect(contents(join(home, 'sharded'))).toEqual(whole);
    const table = join(home, 'sharded', 'results/0000-0000.parquet');
    const sound = readFileSync(table);
    writeFileSync(table, sound.toReversed());
    const hurt = await call('merge', 'sharded', '--json');
    expect([hurt.code, answer('merge', hurt).merged]).toEqual([1, false]);
    expect(hurt.stderr).toContain('`maillage repair sharded` restores what is damaged.');
    writeFileSync(table, sound);
    // A task that is run again after the merge has nothing to do and leaves nothing.
    expect(answer('batch', await shard(1)).ran).toEqual([]);
    expect(contents(join(home, 'sharded'))).toEqual(whole);
  }, 240_000);
});

describe('while a batch works', () => {
  test('another is refused; Ctrl-C ends it with 130 and a sentence; the same command goes on', async () => {
    const dir = join(home, 'busy');
    mkdirSync(dir);
    const words = ['batch', 'calm.yaml', 'longer.yaml', '--seed', 'tiny', '--scale', '1000', '--to', '2013'];
    const batch = [...words, '--replicates', '2', '--threads', '1', '--out', 'busy', '--json'];
    const running = starting(batch, home);
    await until(() => logged(dir).runs >= 1, running);
    // It stands still while others look at it.
    running.signal('SIGSTOP');
    const [second, state] = [await call(...batch), await call('status', 'busy')];
    expect([second.code, second.stdout]).toEqual([2, '']);
    expect(second.stderr).toMatch(
      new RegExp(`busy is in use: process ${running.pid} on \\S+ works there since \\S+; wait until it ends`),
    );
    expect(state.stdout.replaceAll('\n', ' ')).toContain(`Process ${running.pid} on`);
    running.signal('SIGINT');
    running.signal('SIGCONT');
    const ended = await running.ended;
    expect([ended.code, ended.stdout]).toEqual([130, '']);
    expect(ended.stderr).toMatch(
      /\d (run of this call is|runs of this call are) kept in busy; the same command goes on from there/,
    );
    const left = answer('status', await call('status', 'busy', '--json'));
    expect([left.failed, left.damaged, left.lock]).toEqual([[], [], null]);
    expect(left.missing.length).toBeGreaterThan(0);
    expect(left.missing.length).toBeLessThan(4);
    expect(existsSync(join(dir, 'README.md'))).toBe(false);
    const rest = await call(...batch);
    expect([rest.code, answer('batch', rest).ran.toSorted()]).toEqual([0, left.missing.toSorted()]);
    const sessions = readProvenance(dir);
    expect(sessions.map(({ runs }) => runs.length)).toEqual([4 - left.missing.length, left.missing.length]);
    expect((await call('status', 'busy')).code).toBe(0);
  }, 240_000);
});
