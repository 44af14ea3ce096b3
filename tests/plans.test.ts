/** Plans: what a file or a command line asks for, made into scenarios, settings and what is kept. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { findPlan, isPlanFile, loadPlan, planOfScenarios } from '../sim/batch/plan/load.js';
import { planSchema } from '../sim/batch/plan/schema.js';
import type { Plan, PlanOverrides } from '../sim/batch/plan/types.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { HEADLINE, INDICATORS } from '../sim/recorder/dictionary.js';
import { scenarioJsonSchema } from '../sim/scenario/schema.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { PROJECT, projectFiles } from './support/project.js';

const catalogue = loadCatalogue();
const geography = buildGeography();

const scratch = mkdtempSync(join(tmpdir(), 'maillage-plans-'));
afterAll(() => rmSync(scratch, { recursive: true }));

async function planWith(lines: string, overrides: PlanOverrides = {}): Promise<Plan> {
  const file = join(scratch, 'a-plan.yaml');
  writeFileSync(file, `${lines.includes('scenarios:') ? '' : 'scenarios: [baseline]\n'}${lines}\n`);
  return loadPlan(file, catalogue, geography, overrides);
}

describe('a plan that names scenarios only', () => {
  test('uses the usual seed, scale and years, ten replicates, and keeps France and its régions', async () => {
    const plan = await planWith('scenarios: [baseline, closed-over-dense]');
    expect(plan.scenarios.map(({ name }) => name)).toEqual(['baseline', 'closed-over-dense']);
    expect(plan).toMatchObject({
      name: 'a-plan',
      baseline: 'baseline',
      seed: 'maillage',
      scale: 100,
      from: 2013,
      to: 2035,
      replicates: 10,
      precision: [],
      formulas: [],
      warnings: [],
    });
    expect(plan.design).toMatchObject({ method: 'none', points: 1, dimensions: [] });
    expect(plan.keep).toEqual({
      indicators: INDICATORS.map(({ id }) => id),
      places: ['FR', ...geography.regions.map(({ code }) => code)],
      groups: undefined,
      months: false,
      territories: true,
    });
  });

  test('is the same as its scenarios on the command line, but for its name', async () => {
    const names = ['baseline', 'closed-over-dense'];
    const typed = planOfScenarios(names, catalogue, geography);
    expect(typed.name).toBe('study');
    expect({ ...typed, name: 'a-plan' }).toEqual(await planWith(`scenarios: [${names.join(', ')}]`));
  });

  test('takes the years of its scenarios when they agree', async () => {
    const head = 'title: { en: T, fr: T }\nextends: baseline\nreason: A test.\nfrom: 2014\nto: 2020\n';
    for (const name of ['one', 'two']) writeFileSync(join(scratch, `${name}.yaml`), `name: ${name}\n${head}`);
    const { from, to, scenarios } = await planWith('scenarios: [one, ./two.yaml]');
    expect([from, to]).toEqual([2014, 2020]);
    expect(scenarios[1].file).toBe(join(scratch, 'two.yaml'));
  });
});

describe('the command line', () => {
  test('prevails over the plan', async () => {
    const text =
      'name: own\nseed: 2024\nscale: 10\nfrom: 2014\nto: 2020\nreplicates: 4\nprecision: { gpsLiberal: 50 }';
    expect(await planWith(text)).toMatchObject({
      name: 'own',
      seed: '2024',
      scale: 10,
      from: 2014,
      to: 2020,
      replicates: 4,
      precision: [{ indicator: 'gpsLiberal', halfWidth: 50 }],
    });
    const overrides = {
      name: 'other',
      seed: 'x',
      scale: 1000,
      from: 2013,
      to: 2015,
      replicates: 2,
      precision: [{ indicator: 'aplMean', halfWidth: 0.1 }],
    };
    expect(await planWith(text, overrides)).toMatchObject(overrides);
  });

  test('names as its baseline the one that the plan names', async () => {
    const plan = await planWith('scenarios: [baseline, closed-over-dense]\nbaseline: closed-over-dense');
    expect(plan.baseline).toBe('closed-over-dense');
  });
});

describe('what is kept', () => {
  test('is listed in the order of the dictionary and of the geography, whatever the order asked', async () => {
    const { keep } = await planWith(
      'keep:\n  indicators: [gpsLiberal, population]\n  places: [Bretagne, 200023778, 11, France]\n  groups: [worstTenth, all]\n  months: true\n  territories: false',
    );
    expect(keep).toEqual({
      indicators: ['population', 'gpsLiberal'],
      places: ['FR', '11', '53', '200023778'],
      groups: ['all', 'worstTenth'],
      months: true,
      territories: false,
    });
  });

  test('may be every territory, or the headlines', async () => {
    const { keep } = await planWith('keep: { indicators: headline, places: [territories] }');
    expect(keep.indicators).toEqual(HEADLINE.map(({ id }) => id));
    expect(keep.places).toEqual(geography.territories.map(({ code }) => code));
  });

  test('always holds the formulas of the plan, after the dictionary', async () => {
    const formulas =
      'indicators:\n  - { id: exitRate, formula: 100 * gpExits / gpsLiberal, unit: "%", label: { en: A, fr: B }, better: less }';
    const plan = await planWith(`keep: { indicators: [gpsLiberal] }\n${formulas}`);
    expect(plan.keep.indicators).toEqual(['gpsLiberal', 'exitRate']);
    expect(plan.formulas).toEqual([
      {
        id: 'exitRate',
        formula: '100 * gpExits / gpsLiberal',
        unit: '%',
        label: { en: 'A', fr: 'B' },
        better: 'less',
      },
    ]);
    const precise = await planWith(`precision: { exitRate: 0.1 }\n${formulas}`);
    expect(precise.precision).toEqual([{ indicator: 'exitRate', halfWidth: 0.1 }]);
  });
});

describe('the plans of the package', () => {
  const files = projectFiles('scenarios/plans', '.yaml').map((file) => join(PROJECT, file));

  test.each(files)('%s is right', async (file) => {
    const plan = await loadPlan(file, catalogue, geography);
    // Contracts signed as soon as they are wanted, without any condition, are beyond what is plausible: that is the scenario.
    const unforeseen = plan.warnings.filter(({ where }) => !where?.includes('assistants-for-all.yaml'));
    expect(unforeseen).toEqual([]);
    expect(file).toContain(`${plan.name}.yaml`);
    expect(plan.title?.fr).toBeDefined();
  });

  test('the first one compares scenarios that begin in the past, at 1:100, over at least ten seeds', async () => {
    const plan = await loadPlan(join(PROJECT, 'scenarios/plans/first-comparison.yaml'), catalogue, geography);
    expect(plan).toMatchObject({ scale: 100, from: 2013, to: 2025 });
    expect(plan.replicates).toBeGreaterThanOrEqual(10);
    const starts = plan.scenarios.flatMap(({ changes }) => changes.map(({ from }) => from));
    expect(Math.max(...starts)).toBeLessThanOrEqual(monthOf(2024, 1));
    expect(starts).toContain(monthOf(2017, 1));
  });
});

describe('help for authors', () => {
  test('a plan is told from a scenario, even with a misspelt list', () => {
    const file = (text: string) => {
      const path = join(scratch, 'which.yaml');
      writeFileSync(path, text);
      return path;
    };
    expect(isPlanFile(file('scenarios: [baseline]\n'))).toBe(true);
    expect(isPlanFile(file('scenarois: [baseline]\nreplicates: 3\n'))).toBe(true);
    expect(isPlanFile(file('name: x\nextends: baseline\nchanges: []\n'))).toBe(false);
    expect(isPlanFile(file('name: x\nextends: baseline\nreplicates: 3\n'))).toBe(false);
    expect(isPlanFile(file('a: [b\n'))).toBe(false);
    expect(isPlanFile(join(scratch, 'absent.yaml'))).toBe(false);
    const scenarios = projectFiles('scenarios', '.yaml').filter((path) => path.split('/').length === 2);
    expect(scenarios.filter((path) => isPlanFile(join(PROJECT, path)))).toEqual([]);
  });

  test('a plan is found by its path, or by its name among the ready ones', () => {
    const ready = join(PROJECT, 'scenarios/plans/uncertainty.yaml');
    expect(findPlan('uncertainty')).toBe(ready);
    expect(findPlan(ready)).toBe(ready);
    expect(findPlan('baseline')).toBeUndefined();
    expect(findPlan(join(PROJECT, 'scenarios/baseline.yaml'))).toBeUndefined();
    expect(findPlan(PROJECT)).toBeUndefined();
  });

  test('the JSON Schema knows every parameter, and every key of the ready plans', () => {
    const schema = planSchema(catalogue) as {
      definitions: Record<string, Record<string, string[]>>;
      properties: Record<string, unknown>;
    };
    expect(schema.definitions.parameterPath).toEqual(
      (scenarioJsonSchema(catalogue).definitions as typeof schema.definitions).parameterPath,
    );
    const keys = projectFiles('scenarios/plans', '.yaml').flatMap((path) =>
      [...readFileSync(join(PROJECT, path), 'utf8').matchAll(/^([a-z]+):/gm)].map(([, key]) => key),
    );
    expect(keys.filter((key) => !(key in schema.properties))).toEqual([]);
    expect(JSON.stringify(schema.properties.vary)).toContain('all-assumptions');
  });
});
