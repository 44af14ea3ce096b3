/** `maillage run --trace` as asked on the command line, and a traced run against an untraced one. */
import { describe, expect, test } from 'vitest';
import { simulate } from '../sim/engine/run-scenario.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { loadScenario } from '../sim/scenario/load.js';
import { applySet } from '../sim/scenario/set.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { restrictGeography } from '../sim/world/geography/restrict.js';
import { fewDoctors } from './support/few-doctors.js';
import { maillageHere } from './support/program.js';

test('a traced run on two threads leaves the recording of an untraced one', async () => {
  const catalogue = loadCatalogue();
  // The people of the région of Orléans, whose project is followed.
  const geography = restrictGeography(buildGeography(), ['24']);
  const scenario = fewDoctors().reduce(
    (changed, setting, i) => applySet(catalogue, changed, setting, i + 1),
    loadScenario('baseline', catalogue),
  );
  const base = { scenario, catalogue, geography, seed: 'trace', scale: 1000, from: 2013, to: 2013 };
  const plain = await simulate(base);
  const told = await simulate({ ...base, threads: 2, trace: { code: '45234' } });
  expect(plain.trace).toBeUndefined();
  expect(told.trace?.alive).toBeDefined();
  expect(told.recording.months).toEqual(plain.recording.months);
});

describe('bad input', () => {
  const run = (...words: string[]) =>
    maillageHere(['run', 'baseline', '--scale', '1000', '--to', '2013', ...words]);

  test.each([
    [['--trace', 'cpts'], 'write cpts: and the INSEE code of a commune'],
    [['--trace', 'msp:45234'], 'write cpts: and the INSEE code of a commune'],
    [['--trace', 'cpts:45234:0'], 'write cpts: and the INSEE code of a commune'],
    [['--trace', 'cpts:99999'], "there is no commune of code '99999'; nearest:"],
    [['--trace', 'cpts:Orléans'], 'nearest: 45234 (Orléans)'],
    [['--trace', 'cpts:45234', '--replicates', '2'], 'leave out --replicates'],
  ])('maillage run %s is refused', async (words, says) => {
    const { code, stdout, stderr } = await run(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toContain(says);
  });

  test('a commune without a project before 2016 is told as such', async () => {
    const few = fewDoctors().flatMap((setting) => ['--set', setting]);
    const { code, stdout } = await run('--trace', 'cpts:45234', ...few);
    expect(code).toBe(0);
    expect(stdout).toContain('No CPTS held Orléans (45234) in this run.');
  });
});
