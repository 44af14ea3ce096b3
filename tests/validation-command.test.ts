/** `maillage validate`: the runs it needs, its tables, and the promise that only it opens the observed figures. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { countVerdicts, judge } from '../analysis/validation/judge.js';
import { runSets, setOf } from '../analysis/validation/plan.js';
import { SECTIONS, type Target } from '../analysis/validation/target.js';
import { loadTargets, targetsDir } from '../analysis/validation/target-file.js';
import { textWidth } from '../bin/terminal/table.js';
import { terminalOn } from '../bin/terminal/terminal.js';
import { countLines, judgementLines } from '../bin/validation/lines.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { fewDoctors } from './support/few-doctors.js';
import { maillage, maillageHere } from './support/program.js';
import { PROJECT } from './support/project.js';
import { sources } from './support/sources.js';

const targets = loadTargets();
const target = (id: string): Target => targets.find((one) => one.id === id) as Target;

describe('runs', () => {
  const main = { scale: 100, replicates: 20, to: 2025 };

  test('quantiles of lists are read at 1:10, in runs of their own to 2021 when the others are coarser', () => {
    const sets = runSets(main, 5, targets);
    expect(sets).toEqual([main, { scale: 10, replicates: 5, to: 2021 }]);
    expect(setOf(target('adultListP10.2021'), sets)).toBe(1);
    expect(setOf(target('gps.2021'), sets)).toBe(0);
    expect(setOf(target('gps.2028'), sets)).toBe(-1);
  });

  test('runs at 1:10 serve everything', () => {
    const fine = { scale: 10, replicates: 5, to: 2025 };
    expect(runSets(fine, 5, targets)).toEqual([fine]);
    expect(setOf(target('adultListP10.2021'), [fine])).toBe(0);
  });

  test.each([
    [['--replicates', '19'], 'rests on at least 20 replicates, not 19'],
    [['--scale', '10', '--replicates', '4'], 'rests on at least 5 replicates, not 4'],
    [['--fine', '0'], 'figures read at 1:10 rest on at least 5 replicates, not 0'],
    [['--scale', '200'], 'no verdict at 1:200'],
    [['--to', '2020'], 'a verdict needs the years to 2021, not to 2020'],
    [['--draws', '19'], 'rests on at least 20 draws, not 19'],
    [['--only', 'gsp'], "did you mean 'gps'?"],
    [['--replicates', 'many'], 'expected a whole number'],
  ])('maillage validate %s is refused: %s', async (words, says) => {
    const { code, stdout, stderr } = await maillageHere(['validate', ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });
});

describe('the tables', () => {
  const judgements = targets.map((one, i) =>
    judge(one, i % 7 === 0 ? [] : [1.01, 0.99, 1.02].map((factor) => factor * middle(one)), 10),
  );
  const regions = loadCatalogue().domains.get('region')?.members ?? [];
  const names = new Map(regions.map(({ id, en, fr }) => [id, { en, fr }]));

  test.each(['en', 'fr'] as const)('they fit 80 columns and name every target (%s)', (language) => {
    const terminal = terminalOn(process, language, false);
    const lines = [
      ...judgementLines(judgements, names, terminal),
      ...countLines(countVerdicts(judgements), terminal),
    ];
    expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
    const text = lines.join('\n');
    expect(text).not.toMatch(/undefined|NaN|\{\w+\}/);
    for (const { source } of targets) expect(text.replace(/\s+/g, ' ')).toContain(source);
  });
});

function middle({ observed }: Target): number {
  return typeof observed === 'number' ? observed : (observed[0] + observed[1]) / 2;
}

describe('observed figures are read by validation only', () => {
  test('one file of the sources names their folder, and nothing under sim/ imports it', () => {
    const files = sources(['sim', 'analysis', 'bin']);
    const naming = files.filter(({ text }) => /'targets'/.test(text)).map(({ path }) => path);
    expect(naming).toEqual(['analysis/validation/target-file.ts']);
    const readers = files.filter(({ imports }) => imports.includes('analysis/validation/target-file.ts'));
    expect(readers.map(({ path }) => path)).toEqual(['bin/validation/validate-scenario.ts']);
  });

  test('`maillage run` opens no observed figure, `maillage validate` opens them all', () => {
    const folder = mkdtempSync(join(tmpdir(), 'maillage-trace-'));
    const opened = (words: readonly string[]) => {
      const log = join(folder, `${words[0]}.log`);
      const hook = pathToFileURL(join(PROJECT, 'dist/tests/support/trace-files.js')).href;
      const env = { MAILLAGE_TRACE: log, NODE_OPTIONS: `--import=${hook}` };
      const { code, stderr } = maillage(words, { env, seconds: 110 });
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
      return readFileSync(log, 'utf8').split('\n');
    };
    try {
      const few = fewDoctors().flatMap((setting) => ['--set', setting]);
      const size = ['--scale', '1000', '--to', '2013', '--threads', '1', '--replicates', '1'];
      const tiny = [...size, '--quiet', ...few];
      const run = opened(['run', 'baseline', ...tiny, '--out', join(folder, 'out')]);
      expect(run.some((path) => path.includes('scenarios/parameters/'))).toBe(true);
      expect(run.filter((path) => path.startsWith(targetsDir()))).toEqual([]);
      const validated = opened(['validate', '--quick', ...tiny]).filter((path) =>
        path.startsWith(targetsDir()),
      );
      for (const section of SECTIONS) expect(validated).toContain(join(targetsDir(), `${section}.yaml`));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
