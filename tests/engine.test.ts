import { beforeAll, describe, expect, test } from 'vitest';
import { digestJson } from '../sim/base/digest.js';
import { runMany } from '../sim/engine/many.js';
import { refuseConflicts } from '../sim/engine/plan.js';
import { type RunOptions, type RunResult, runSimulation } from '../sim/engine/simulate.js';
import { type Catalogue, loadCatalogue } from '../sim/parameters/catalogue.js';
import type { ParametersJson } from '../sim/parameters/resolved.js';
import { tidyRows } from '../sim/recorder/rows.js';
import { SCHEDULE } from '../sim/rules/schedule.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { applySet } from '../sim/scenario/set.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { restrictGeography } from '../sim/world/geography/restrict.js';
import type { Geography } from '../sim/world/territory.js';
import { fewDoctors } from './support/few-doctors.js';

/** Everything a run leaves: its rows and the digest of its last world. */
function digestOfRun({ recording, digest }: RunResult): string {
  return digestJson([
    digest ?? '',
    ...[...tidyRows(recording, 'headline')].map((row) => Object.values(row).join('|')),
  ]);
}

/** The people of Bretagne, more territories than threads many times over, among few GPs of France. */
let geography: Geography;
let catalogue: Catalogue;
let parameters: ParametersJson;

const under = (...settings: string[]): ParametersJson =>
  resolveParameters(
    catalogue,
    [...fewDoctors(), ...settings].reduce(
      (scenario, setting, i) => applySet(catalogue, scenario, setting, i + 1),
      loadScenario('baseline', catalogue),
    ),
  ).toJSON();

beforeAll(() => {
  geography = restrictGeography(buildGeography(), ['53']);
  catalogue = loadCatalogue();
  parameters = under();
});

function options(change: Partial<RunOptions> = {}): RunOptions {
  return {
    parameters,
    geography,
    seed: 'test',
    replicate: 0,
    scale: 1000,
    threads: 1,
    from: 2013,
    to: 2013,
    digest: true,
    ...change,
  };
}

const made = new Map<string, Promise<string>>();

/** The digest of a run with these options, simulated once for all tests. */
function digestWith(change: Partial<RunOptions> = {}): Promise<string> {
  const name = JSON.stringify(change);
  const found = made.get(name) ?? runSimulation(options(change)).then(digestOfRun);
  made.set(name, found);
  return found;
}

describe('the same bytes', () => {
  test('one, two and three threads give the same rows and the same world', async () => {
    for (const threads of [2, 3]) expect(await digestWith({ threads })).toBe(await digestWith());
  });

  test('runs side by side give what each gives alone, in the order asked for', async () => {
    // Three on two threads: one thread takes a second run.
    const list = [0, 1, 0].map((replicate) => ({
      parameters,
      seed: 'test',
      replicate,
      scale: 1000,
      from: 2013,
      to: 2013,
      digest: true,
    }));
    const [first, second] = [await digestWith(), await digestWith({ replicate: 1 })];
    expect(second).not.toBe(first);
    const together = await runMany(list, { threads: 2, geography });
    expect(together.map(digestOfRun)).toEqual([first, second, first]);
  });

  test('another seed gives other bytes', async () => {
    expect(await digestWith({ seed: 'other' })).not.toBe(await digestWith());
  });
});

describe('a switch that changes nothing', () => {
  test('setting a parameter to the value it has changes no number; to another, it does', async () => {
    const run = async (set: string) => digestOfRun(await runSimulation(options({ parameters: under(set) })));
    expect(await run('care.weeks=45.8')).toBe(await digestWith());
    expect(await run('care.weeks=44')).not.toBe(await digestWith());
  });
});

describe('laws of the month', () => {
  test('after every month nobody, no place on a list and no request is lost', async () => {
    const everybody = resolveParameters(catalogue, loadScenario('baseline', catalogue)).toJSON();
    const laws = { parameters: everybody, check: true, digest: false };
    await runSimulation(options({ ...laws, geography: buildGeography(), to: 2014 }));
    const corse = restrictGeography(buildGeography(), ['94']);
    await runSimulation(options({ ...laws, geography: corse, scale: 100, threads: 2 }));
  });
});

describe('the plan', () => {
  test('two rules that write the same column in one phase are refused by name', () => {
    refuseConflicts(SCHEDULE);
    const rule = (name: string) => ({ name, reads: [], writes: ['physicians.hours'], open: () => ({}) });
    expect(() =>
      refuseConflicts([{ name: 'care', spread: true, rules: [rule('first'), rule('second')] }]),
    ).toThrow(/first and second both write physicians\.hours/);
  });
});

describe('options that make no run', () => {
  test.each([
    [{ scale: 0 }, /scale of 0 is impossible/],
    [{ scale: 2.5 }, /whole number/],
    [{ from: 2012 }, /history starts in 2013/],
    [{ from: 2020, to: 2019 }, /--from ≤ --to/],
    [{ threads: 0 }, /0 threads/],
  ])('%o is refused in a sentence', async (change, sentence) => {
    await expect(runSimulation(options(change))).rejects.toThrow(sentence);
  });
});
