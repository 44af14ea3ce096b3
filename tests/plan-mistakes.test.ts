/** Plans that are wrong: a sentence with its place for each mistake, all of them at once, and nothing else. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatProblem } from '../sim/base/problems.js';
import { checkPlan, loadPlan, planOfScenarios } from '../sim/batch/plan/load.js';
import type { PlanOverrides } from '../sim/batch/plan/types.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { brokenFiles, located } from './support/broken.js';

const catalogue = loadCatalogue();
const geography = buildGeography();

const scratch = mkdtempSync(join(tmpdir(), 'maillage-plans-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function scenario(path: string, ...lines: string[]): string {
  const name = path.split('/').at(-1);
  const head = [`name: ${name}`, 'title: { en: T, fr: T }', 'extends: baseline', 'reason: A test.'];
  mkdirSync(join(scratch, path, '..'), { recursive: true });
  writeFileSync(join(scratch, `${path}.yaml`), [...head, ...lines, ''].join('\n'));
  return `./${path}.yaml`;
}

function plan(name: string, ...lines: string[]): string {
  const file = join(scratch, `${name}.yaml`);
  writeFileSync(file, [...lines, ''].join('\n'));
  return file;
}

/** Problems of a plan, without the folder of their files. */
async function complaints(file: string, overrides: PlanOverrides = {}): Promise<string[]> {
  const { plan, problems } = await checkPlan(file, catalogue, geography, overrides);
  expect(plan).toBeUndefined();
  return problems.map((problem) => formatProblem(problem).replaceAll(`${scratch}/`, ''));
}

describe('a broken plan gets a sentence', () => {
  const files = brokenFiles('plan-');
  for (const { name, path, says } of files) {
    test(name, async () => {
      expect(says.length).toBeGreaterThan(0);
      const { problems } = await checkPlan(path, catalogue, geography);
      expect(problems.map((problem) => located(problem))).toEqual(says);
    });
  }

  test('no message of the libraries reaches the user', () => {
    const words = files.flatMap((file) => file.says).join('\n');
    expect(words).not.toMatch(/invalid|Unrecognized|received|implicit|flow (map|sequence)|undefined|NaN/i);
  });
});

describe('the scenarios of a plan', () => {
  test('may not have one name in two files', async () => {
    const twin = scenario('elsewhere/closed-over-dense');
    expect(await complaints(plan('twins', `scenarios: [closed-over-dense, ${twin}]`))).toEqual([
      expect.stringMatching(
        /^twins\.yaml:1:32: two scenarios are called 'closed-over-dense' \(scenarios\/closed-over-dense\.yaml and elsewhere\/closed-over-dense\.yaml\): rename/,
      ),
    ]);
  });

  test('simulate the same territories', async () => {
    const bretagne = scenario('bretagne', 'territories: [53]');
    expect(await complaints(plan('parts', `scenarios: [baseline, ${bretagne}]`))).toEqual([
      "parts.yaml:1:23: 'bretagne' simulates other territories than 'baseline': give both the same 'territories', or compare them in plans of their own",
    ]);
  });

  test('may name the same territories by their codes or by their names', async () => {
    const codes = scenario('codes', 'territories: [53]');
    const names = scenario('names', 'territories: [Bretagne]');
    const { scenarios, keep } = await loadPlan(
      plan('named', `scenarios: [${codes}, ${names}]`),
      catalogue,
      geography,
    );
    expect(scenarios.map(({ name }) => name)).toEqual(['codes', 'names']);
    expect(keep.places).toEqual(['FR', '53']);
  });

  test('cover the same years, unless the plan or the command line says which', async () => {
    const late = scenario('late', 'from: 2015', 'to: 2040');
    const file = plan('years', `scenarios: [baseline, ${late}]`);
    expect(await complaints(file)).toEqual([
      "years.yaml:1:23: 'late' begins in 2015 and 'baseline' in 2013: give one year to all, 'from' in the plan or --from",
      "years.yaml:1:23: 'late' ends in 2040 and 'baseline' in 2035: give one year to all, 'to' in the plan or --to",
    ]);
    expect(await complaints(file, { from: 2014 })).toHaveLength(1);
    const { from, to } = await loadPlan(file, catalogue, geography, { from: 2014, to: 2020 });
    expect([from, to]).toEqual([2014, 2020]);
  });

  test('are refused with their own mistakes, told once when several extend the one that is wrong', async () => {
    const parent = scenario('parent', 'changes:', '  - { parameter: care.minuts, from: 2020-01, value: 3 }');
    const children = ['one', 'two'].map((name) => scenario(name));
    for (const name of ['one', 'two']) {
      const text = `name: ${name}\ntitle: { en: T, fr: T }\nextends: ${parent}\nreason: A test.\n`;
      writeFileSync(join(scratch, `${name}.yaml`), text);
    }
    expect(await complaints(plan('family', `scenarios: [baseline, ${children.join(', ')}]`))).toEqual([
      "parent.yaml:6:18: unknown parameter 'care.minuts'; did you mean 'care.minutes'?",
    ]);
  });

  test('are refused for unknown territories and unknown expected indicators', async () => {
    const wrong = scenario(
      'wrong',
      'territories: [5333]',
      'expects: [{ indicator: gpsLibral, direction: up }]',
    );
    const said = await complaints(plan('words', `scenarios: [${wrong}]`));
    expect(said).toEqual([
      expect.stringMatching(/^wrong\.yaml:5:15: unknown territory or région '5333'/),
      "wrong.yaml:6:11: unknown indicator 'gpsLibral'; did you mean 'gpsLiberal'?",
    ]);
  });

  test('of years that no history covers are refused at their place', async () => {
    const far = scenario('far', 'to: 2080');
    expect(await complaints(plan('future', `scenarios: [${far}]`))).toEqual([
      "future.yaml:1:13: 'to' is 2080, expected a whole number from 2013 to 2050",
    ]);
  });
});

describe('what varies', () => {
  test('may not leave the limits of its parameter together with a scenario', async () => {
    const wider = scenario(
      'wider',
      'changes:',
      '  - { parameter: care.yield, from: 2020-01, multiply: 1.05 }',
    );
    const vary = [
      'vary:',
      '  method: sobol',
      '  points: 8',
      '  over: [{ parameter: care.yield, range: [0.9, 0.98] }]',
    ];
    expect(await complaints(plan('together', `scenarios: [baseline, ${wider}]`, ...vary))).toEqual([
      "together.yaml:5:42: with care.yield at 0.98, the scenario 'wider' leaves its limits: 'multiply' gives 1.029 share for care.yield, expected between 0 and 1: narrow the range",
    ]);
    const narrower = vary.map((line) => line.replace('0.98', '0.95'));
    const { plan: right } = await checkPlan(
      plan('apart', `scenarios: [baseline, ${wider}]`, ...narrower),
      catalogue,
      geography,
    );
    expect(right?.design.dimensions).toHaveLength(1);
  });

  test('may not leave them together with a lever laid over it', async () => {
    const file = plan(
      'layers',
      'scenarios: [baseline]',
      'vary:',
      '  method: sobol',
      '  points: 8',
      '  over:',
      '    - { parameter: care.yield, range: [0.8, 0.95] }',
      '    - { parameter: care.yield, from: 2020-01, operation: multiply, range: [1, 1.06] }',
    );
    expect(await complaints(file)).toEqual([
      "layers.yaml:7:75: with care.yield multiplied by 1.06 from 2020-01, the scenario 'baseline' leaves its limits: 'multiply' gives 1.007 share for care.yield, expected between 0 and 1: narrow the range",
    ]);
  });
});

describe('the command line', () => {
  const typed =
    (names: string[], overrides: PlanOverrides = {}) =>
    () =>
      planOfScenarios(names, catalogue, geography, overrides);

  test('is refused in the same words, with what was typed as the place', () => {
    expect(typed(['baselin'])).toThrow(
      "baselin: there is no scenario named 'baselin'; did you mean 'baseline'?",
    );
    expect(typed(['baseline', 'baseline'])).toThrow("baseline: the scenario 'baseline' is listed twice");
    expect(typed([])).toThrow('no scenario is given: name one or several');
    expect(typed(['baseline'], { replicates: 0 })).toThrow(
      "--replicates: 'replicates' is 0, expected a whole number from 1 to 1000",
    );
    expect(typed(['baseline'], { scale: 0.5 })).toThrow("--scale: 'scale' is 0.5, expected a whole number");
    expect(typed(['baseline'], { to: 2012 })).toThrow(
      "--to: 'to' is 2012, expected a whole number from 2013",
    );
    expect(typed(['baseline'], { from: 2020, to: 2015 })).toThrow(
      '--to: the last year, 2015, comes before the first, 2020',
    );
    expect(typed(['baseline'], { name: 'Été' })).toThrow("--name: 'Été' cannot name a study");
    expect(typed(['baseline'], { precision: [{ indicator: 'gpsLibral', halfWidth: 1 }] })).toThrow(
      "--precision: a precision is asked of 'gpsLibral', which is not an indicator that the plan keeps; did you mean 'gpsLiberal'?",
    );
    expect(typed(['baseline'], { precision: [{ indicator: 'gpsLiberal', halfWidth: -1 }] })).toThrow(
      "--precision: the half-width asked of 'gpsLiberal' is -1, expected a number above 0",
    );
  });

  test('a file that is not there, or whose name cannot name a study, is refused', async () => {
    expect(await complaints(join(scratch, 'absent.yaml'))).toEqual(['absent.yaml: there is no such file']);
    expect(await complaints(plan('My plan', 'scenarios: [baseline]'))).toEqual([
      "My plan.yaml:1:1: the file's name 'My plan' cannot name a study: add 'name', in small ASCII letters, digits and hyphens",
    ]);
  });

  test('all the mistakes of a plan are told in one go, under the exit code of bad input', async () => {
    const file = plan(
      'many',
      'scenarios: [baseline]',
      'baseline: other',
      'keep: { groups: [everyone] }',
      'vary: { method: sobol, over: all }',
    );
    expect(await complaints(file)).toHaveLength(3);
    await expect(loadPlan(file, catalogue, geography)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('3 mistakes to correct'),
    });
  });
});
