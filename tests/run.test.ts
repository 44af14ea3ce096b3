/** `maillage run` from start to end, small: Corse, 1 agent for 1000 people, few doctors, one year; four runs serve all tests. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerForm } from '../bin/json-forms.js';
import { textWidth } from '../bin/terminal/table.js';
import { type Ended, maillage, maillageHere, PROGRAM } from './support/program.js';
import { writeScenario } from './support/studies.js';

const folder = mkdtempSync(join(tmpdir(), 'maillage-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

writeScenario(folder, 'small', '[]');
const SMALL = ['run', 'small.yaml', '--scale', '1000', '--to', '2013', '--seed', 'demo'];
const run = (...words: string[]): Promise<Ended> => maillageHere([...SMALL, ...words], { cwd: folder });
const runJson = async (...words: string[]) => JSON.parse((await run('--json', '--quiet', ...words)).stdout);

/** One run alone on two threads, in a process of its own, and a pair of replicates. */
let alone: Ended;
let pair: Ended;
beforeAll(async () => {
  alone = maillage([...SMALL, '--threads', '2', '--out', 'demo'], { cwd: folder });
  pair = await run('--threads', '1', '--replicates', '2', '--out', 'pair');
});

describe('a run', () => {
  test('says first what it will use and where each setting came from', () => {
    expect(alone.code).toBe(0);
    const settings = alone.stderr.split('\n').slice(0, 6).join('\n');
    expect(settings).toMatch(/seed +demo \(from --seed\)/);
    expect(settings).toMatch(/scale +1000 \(1 agent for 1000 people; from --scale\)/);
    expect(settings).toMatch(/threads +2 \(from --threads\)/);
    expect(settings).toMatch(/years +2013–2013 \(default, from --to\)/);
    expect(settings).toMatch(/replicates +1 \(default\)/);
  });

  test('sums up the year on stdout, in 80 columns', () => {
    expect(alone.stdout).toContain('Liberal GPs (GPs)');
    expect(alone.stdout).toContain('worst-served');
    expect(alone.stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
  });

  test('stores results, a manifest and its provenance, and nothing else', () => {
    const names = ['manifest.json', 'provenance.json', 'results.parquet', 'territories.parquet'];
    expect(readdirSync(join(folder, 'demo')).sort()).toEqual(names);
    const { identity } = JSON.parse(readFileSync(join(folder, 'demo/manifest.json'), 'utf8'));
    expect(identity).toMatchObject({
      scenario: 'small',
      seed: 'demo',
      scale: 1000,
      from: '2013-01',
      to: '2013-12',
    });
  });

  test('is not simulated again when its folder holds it, and says the same', async () => {
    const again = await run('--threads', '1', '--out', 'demo');
    expect(again.stderr).toContain('demo already holds this run: nothing to simulate.');
    expect({ code: again.code, stdout: again.stdout }).toEqual({ code: 0, stdout: alone.stdout });
  });

  test('is refused in the folder of another one, and replaces it with --force', async () => {
    const change = ['--set', 'care.minutes*=1.3'];
    const before = await runJson('--out', 'demo');
    const refused = await run(...change, '--out', 'demo');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/Error: demo holds another run \(parametersDigest/);
    const forced = await runJson(...change, '--out', 'demo', '--force');
    expect(forced.runs).toEqual([{ replicate: 0, folder: 'demo', simulated: true }]);
    expect(forced.values).not.toEqual(before.values);
  });
});

describe('replicates', () => {
  test('give a mean with its interval, and one folder each', () => {
    expect(pair.code).toBe(0);
    expect(pair.stdout).toMatch(/\d ±\d/);
    expect(pair.stdout).toContain('95 % interval of the mean over 2 seeds');
    expect(readdirSync(join(folder, 'pair')).sort()).toEqual(['replicate-0', 'replicate-1']);
  });

  test('begin with the run made alone, whatever the threads', async () => {
    const first = await run('--out', 'pair/replicate-0');
    expect(first.stderr).toContain('nothing to simulate');
    expect(first.stdout).toBe(alone.stdout);
  });
});

describe('answers', () => {
  test('JSON is the same in every language, and --quiet leaves stderr empty', async () => {
    const answer = (lang: string) =>
      run('--json', '--quiet', '--lang', lang, '--threads', '1', '--out', 'pair/replicate-0');
    const [en, fr] = [await answer('en'), await answer('fr')];
    expect(en).toEqual(fr);
    expect(en.stderr).toBe('');
    expect(answerForm('run').safeParse(JSON.parse(en.stdout)).error?.issues ?? []).toEqual([]);
  });

  test('words and numbers are French in French', async () => {
    const { stdout, stderr } = await run('--lang', 'fr', '--out', 'pair/replicate-0');
    expect(stderr).toContain('1 agent pour 1000 personnes');
    expect(stdout).toContain('Scénario small');
    expect(stdout).toMatch(/\d,\d/);
  });
});

test('Ctrl-C ends a run with 130 and leaves nothing behind', async () => {
  const words = ['run', 'baseline', '--scale', '1000', '--to', '2050', '--out', 'never'];
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    // Once only: a second Ctrl-C would end the program at once.
    if (said === '') setTimeout(() => child.kill('SIGINT'), 1000);
    said += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(said).toContain('Interrupted');
  expect(code).toBe(130);
  expect(existsSync(join(folder, 'never'))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});
