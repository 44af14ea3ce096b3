/** What a plan varies, made into the dimensions and points of a design. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { pointChanges, pointValues } from '../sim/batch/design/points.js';
import type { Dimension } from '../sim/batch/design/types.js';
import { loadPlan } from '../sim/batch/plan/load.js';
import type { Plan, PlanOverrides } from '../sim/batch/plan/types.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { applyChanges } from '../sim/scenario/apply.js';
import { buildGeography } from '../sim/world/geography/build.js';

const catalogue = loadCatalogue();
const geography = buildGeography();

const scratch = mkdtempSync(join(tmpdir(), 'maillage-plans-'));
afterAll(() => rmSync(scratch, { recursive: true }));

async function planWith(lines: string, overrides: PlanOverrides = {}): Promise<Plan> {
  const file = join(scratch, 'a-plan.yaml');
  writeFileSync(file, `${lines.includes('scenarios:') ? '' : 'scenarios: [baseline]\n'}${lines}\n`);
  return loadPlan(file, catalogue, geography, overrides);
}

async function dimensionsOf(vary: string): Promise<readonly Dimension[]> {
  const { design } = await planWith(`vary:\n${vary.replace(/^/gm, '  ')}`);
  return design.dimensions;
}

describe('what is varied', () => {
  test('without a date is laid under the scenarios, with one over them', async () => {
    const [under, over] = await dimensionsOf(
      'method: sobol\npoints: 8\nover:\n  - { parameter: care.minutes }\n  - { parameter: training.placement.share, from: 2017-01, to: 2020-01, range: [0, 0.6] }',
    );
    expect(under).toMatchObject({ under: true, from: -Infinity, to: Infinity });
    expect(over).toMatchObject({ under: false, from: monthOf(2017, 1), to: monthOf(2020, 1) });
  });

  test('takes its range and distribution from the catalogue: values of a number, multiples of a list or a series', async () => {
    const over = ['care.minutes', 'openings.pace', 'births.regional', 'need.level'];
    const list = over.map((path) => `  - { parameter: ${path} }`).join('\n');
    const dimensions = await dimensionsOf(`method: latin-hypercube\npoints: 8\nover:\n${list}`);
    expect(dimensions.map(({ operation }) => operation)).toEqual(['value', 'value', 'multiply', 'multiply']);
    expect(dimensions.map(({ low, high, distribution, mode }) => [low, high, distribution, mode])).toEqual([
      [...(catalogue.parameters.get('care.minutes')?.range ?? []), 'triangular', 19],
      [0.03, 0.2, 'loguniform', undefined],
      [0.95, 1.05, 'uniform', undefined],
      [0.9, 1.2, 'uniform', undefined],
    ]);
  });

  test('may say its own range, distribution, operation, members and name', async () => {
    const [dimension] = await dimensionsOf(
      'method: sobol\npoints: 8\nover: [{ parameter: training.shareByRegion, name: north, operation: add, range: [-0.01, 0.01], distribution: normal, members: [11, 32] }]',
    );
    expect(dimension).toEqual({
      name: 'north',
      parameter: 'training.shareByRegion',
      operation: 'add',
      members: ['11', '32'],
      from: -Infinity,
      to: Infinity,
      under: true,
      distribution: 'normal',
      low: -0.01,
      high: 0.01,
    });
  });

  test('has the levels listed, or so many evenly spaced ones, over their logarithm for a loguniform law', async () => {
    const dimensions = await dimensionsOf(
      'method: factorial\nover:\n  - { parameter: care.minutes, levels: [17, 21] }\n  - { parameter: care.neighbourReach, levels: 3 }\n  - { parameter: openings.pace, range: [0.05, 0.2], levels: 3 }\n  - { parameter: careers.hours.reading, levels: [generation, age] }',
    );
    expect(dimensions.map(({ levels }) => levels?.map((level) => Number(level.toFixed(6))))).toEqual([
      [17, 21],
      [0, 0.25, 0.5],
      [0.05, 0.1, 0.2],
      [2, 1],
    ]);
    expect(dimensions[3].words).toEqual(['mixed', 'age', 'generation']);
  });

  test('is a column named after its parameter, with its months and members where several vary one', async () => {
    const dimensions = await dimensionsOf(
      'method: sobol\npoints: 8\nover:\n  - { parameter: care.minutes }\n  - { parameter: births.regional }\n  - { parameter: births.regional, from: 2017-01, to: 2020-01, members: [11, 93] }\n  - { parameter: births.regional, from: 2017-01, members: [53] }',
    );
    expect(dimensions.map(({ name }) => name)).toEqual([
      'care_minutes',
      'births_regional',
      'births_regional_2017_01_2020_01_11_93',
      'births_regional_2017_01_53',
    ]);
  });

  test('may be everything that the catalogue calls uncertain, and what is left is said', async () => {
    const { design, warnings } = await planWith('vary: { method: sobol, points: 64, over: all }');
    const uncertain = [...catalogue.parameters.values()].filter(({ range, factor }) => range ?? factor);
    const varied = new Set(design.dimensions.map(({ parameter }) => parameter));
    const left = uncertain.map(({ path }) => path).filter((path) => !varied.has(path));
    expect(varied.size + left.length).toBe(uncertain.length);
    expect(left).toContain('need.season');
    expect(warnings.length).toBe(1);
    const named = warnings[0].message.split(': ')[1].split(', ');
    expect(left.filter((path) => !named.includes(path))).toEqual([]);
    expect(named.filter((path) => varied.has(path))).toEqual([]);
    expect(warnings[0].message).toContain('careers.hours.reading');
    const { design: fewer } = await planWith('vary: { method: sobol, points: 64, over: all-assumptions }');
    const statuses = new Set(
      fewer.dimensions.map(({ parameter }) => catalogue.parameters.get(parameter)?.status),
    );
    expect([...statuses]).toEqual(['assumption']);
  });

  test('every point of it fits the limits, under every scenario', async () => {
    const { design, scenarios } = await planWith(
      'scenarios: [baseline, later-retirement, more-training-places]\nvary: { method: sobol, points: 64, over: all }',
    );
    const problems = scenarios.flatMap(({ changes }) =>
      Array.from({ length: 64 }, (_, p) => pointChanges(design, p)).flatMap(
        ({ under, over }) => applyChanges(catalogue, [...under, ...changes, ...over]).problems,
      ),
    );
    expect(problems).toEqual([]);
  });

  test('is the same for every scenario and every number of replicates, and follows the seed', async () => {
    const vary = 'vary: { method: latin-hypercube, points: 8, over: all-assumptions }';
    const valuesOf = ({ design }: Plan) => [...pointValues(design, 3)];
    const [a, b, c, d] = [
      await planWith(vary),
      await planWith(`scenarios: [baseline, closed-over-dense]\nreplicates: 3\n${vary}`),
      await planWith(vary, { seed: 'another' }),
      await planWith(vary.replace('points', 'seed: maillage, points'), { seed: 'another' }),
    ];
    expect(valuesOf(b)).toEqual(valuesOf(a));
    expect(valuesOf(c)).not.toEqual(valuesOf(a));
    expect(valuesOf(d)).toEqual(valuesOf(a));
  });

  test('meets the same chance at each point of a factorial, and its own in a sample, unless the plan says', async () => {
    const factorial = 'method: factorial, over: [{ parameter: care.minutes, levels: 2 }]';
    const sample = 'method: sobol, points: 8, over: [{ parameter: care.minutes }]';
    const own = async (vary: string) => (await planWith(`vary: { ${vary} }`)).design.ownSeeds;
    expect([await own(factorial), await own(sample)]).toEqual([false, true]);
    expect([await own(`chance: own, ${factorial}`), await own(`chance: common, ${sample}`)]).toEqual([
      true,
      false,
    ]);
  });

  test('may be a lever that replaces what a scenario does, with a warning', async () => {
    const vary =
      'vary: { method: sobol, points: 8, over: [{ parameter: training.placement.share, from: 2017-01, range: [0, 0.6] }] }';
    const { warnings } = await planWith(`scenarios: [baseline, training-in-deserts]\n${vary}`);
    expect(warnings.map(({ message }) => message)).toEqual([
      "this lever replaces the values that 'training-in-deserts' gives to training.placement.share: leave out the scenario, or the lever",
    ]);
    expect((await planWith(`scenarios: [baseline, closed-over-dense]\n${vary}`)).warnings).toEqual([]);
  });

  test('may leave a plausible range, and a Sobol sample its balance, with a warning', async () => {
    const { warnings } = await planWith(
      'vary: { method: sobol, points: 100, over: [{ parameter: care.minutes, range: [5, 40] }] }',
    );
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^5 min for care\.minutes, outside its plausible range/),
      '100 points of a Sobol sequence leave it uneven: 64 and 128 are balanced',
    ]);
    expect(warnings[0].where).toMatch(/a-plan\.yaml:2:78$/);
  });
});
