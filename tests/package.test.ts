/** The package as its users get it: packed, installed in an empty folder, run, and imported with types. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from './support/project.js';
import { writeScenario } from './support/studies.js';

const folder = mkdtempSync(join(tmpdir(), 'maillage-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(program: string, words: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0)
    throw new Error(`${program} ${words.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let packed: Packed;

beforeAll(() => {
  // Tests run from a build: --ignore-scripts spares another.
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  packed = (JSON.parse(command('npm', words, PROJECT)) as Packed[])[0];
});

describe('the packed files', () => {
  const paths = () => packed.files.map(({ path }) => path);

  test('hold the program, the engine with its types, the scenarios and the documents', () => {
    const needed = [
      'dist/bin/maillage.js',
      'dist/sim/index.js',
      'dist/sim/index.d.ts',
      'bin/answers.schema.json',
      'scenarios/baseline.yaml',
      'scenarios/parameters/units.yaml',
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
      'CITATION.cff',
      'CREDITS.md',
    ];
    expect(needed.filter((path) => !paths().includes(path))).toEqual([]);
  });

  test('hold no test, no source and no official data file', () => {
    const unwanted = paths().filter(
      (path) => path.startsWith('dist/tests/') || /(?<!\.d)\.ts$/.test(path) || /\.(csv|parquet)$/.test(path),
    );
    expect(unwanted).toEqual([]);
  });
});

describe('installed in an empty folder', () => {
  beforeAll(() => {
    writeFileSync(
      join(folder, 'package.json'),
      '{ "name": "guest", "version": "1.0.0", "type": "module", "private": true }\n',
    );
    writeScenario(folder, 'small', '[]');
    const words = ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, packed.filename)];
    command('npm', words, folder);
  });

  test('the program knows its version and runs a scenario', () => {
    const bin = join(folder, 'node_modules/.bin/maillage');
    const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(command(bin, ['--version'], folder).trim()).toBe(version);
    const words = [
      'run',
      'small.yaml',
      '--scale',
      '1000',
      '--from',
      '2013',
      '--to',
      '2013',
      '--threads',
      '1',
    ];
    const answer = JSON.parse(command(bin, [...words, '--quiet', '--json'], folder)) as {
      schema: string;
      values: readonly { year: number; mean: number }[];
    };
    expect(answer.schema).toBe('maillage/run/1');
    expect(new Set(answer.values.map(({ year }) => year))).toEqual(new Set([2013]));
  });

  test('the library door gives typed functions', () => {
    const program = `import { loadCatalogue, loadScenario, simulate } from 'maillage';
const scenario = loadScenario('small.yaml', loadCatalogue());
const { recording } = await simulate({ scenario, seed: 'guest', scale: 1000, threads: 1, from: 2013, to: 2013 });
const years: readonly number[] = recording.years.map(({ year }) => year);
// @ts-expect-error a scale is a number
export const wrong = () => simulate({ scenario, seed: 'guest', scale: 'hundred' });
console.log(years);
`;
    writeFileSync(join(folder, 'guest.ts'), program);
    const tsc = join(PROJECT, 'node_modules/typescript/bin/tsc');
    const settings = ['--module', 'nodenext', '--target', 'es2022', '--strict', '--types', 'node'];
    const roots = ['--typeRoots', join(PROJECT, 'node_modules/@types')];
    const output = command(process.execPath, [tsc, ...settings, ...roots, 'guest.ts'], folder);
    expect(output).toBe('');
    expect(command(process.execPath, ['guest.js'], folder).trim()).toBe('[ 2013 ]');
  });
});
