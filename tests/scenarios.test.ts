/** Scenarios: overlays on a parent, their checks, their differences, and help to write them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { formatProblem } from '../sim/base/problems.js';
import { checkCatalogue, loadCatalogue } from '../sim/parameters/catalogue.js';
import { firstDifference } from '../sim/parameters/resolved.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { diffScenarios } from '../sim/scenario/diff.js';
import { listScenarios } from '../sim/scenario/list.js';
import { checkScenario, loadScenario } from '../sim/scenario/load.js';
import { applySet } from '../sim/scenario/set.js';
import { PROJECT } from './support/project.js';

const FOLDER = join(PROJECT, 'tests/fixtures/scenarios');
const catalogue = loadCatalogue(join(PROJECT, 'tests/fixtures/parameters'));
const load = (name: string) => loadScenario(join(FOLDER, `${name}.yaml`), catalogue);
const base = load('base');
const resolve = (scenario = base) => resolveParameters(catalogue, scenario);
const PARIS = 5;
const GUYANE = 2;

const scratch = mkdtempSync(join(tmpdir(), 'maillage-scenarios-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** A scenario over `base` with these changes, written in a file of its own. */
function scenarioWith(name: string, changes: string, parent = join(FOLDER, 'base.yaml')) {
  const file = join(scratch, `${name}.yaml`);
  const head = `name: ${name}\ntitle: { en: T, fr: T }\nextends: ${parent}\nreason: A test.\n`;
  writeFileSync(file, `${head}changes:\n${changes.replace(/^/gm, '  ')}\n`);
  return file;
}

describe('the scenarios of the package', () => {
  test('every one is right under the catalogue of the package', () => {
    const { catalogue: ours } = checkCatalogue();
    const problems = listScenarios().flatMap(({ name }) =>
      checkScenario(name, ours).problems.map(formatProblem),
    );
    expect(problems).toEqual([]);
  });

  test('the baseline changes nothing', () => {
    const { catalogue: ours } = checkCatalogue();
    const baseline = loadScenario('baseline', ours);
    expect(baseline.changes).toEqual([]);
    expect(JSON.stringify(resolveParameters(ours, baseline))).toBe(JSON.stringify(resolveParameters(ours)));
  });

  test('each is listed with its title and what it extends', () => {
    expect(listScenarios(FOLDER)).toEqual([
      { name: 'base', file: join(FOLDER, 'base.yaml'), title: { en: 'Base', fr: 'Base' } },
      {
        name: 'more-posts',
        file: join(FOLDER, 'more-posts.yaml'),
        title: { en: 'More training posts', fr: 'Plus de postes de formation' },
        extends: 'base',
      },
      {
        name: 'posts-far-away',
        file: join(FOLDER, 'posts-far-away.yaml'),
        title: { en: 'Training posts away from Paris', fr: 'Postes loin de Paris' },
        extends: './more-posts.yaml',
      },
    ]);
  });
});

describe('a change', () => {
  test('replaces, multiplies or adds from its first month to the month before its end', () => {
    const p = resolve(load('more-posts'));
    const fee = (year: number, month = 1) => p.number('consultation.fee', monthOf(year, month));
    expect([fee(2021, 12), fee(2022), fee(2023, 11), fee(2023, 12), fee(2024)]).toEqual([
      25, 26, 27.5, 27.5, 26.5,
    ]);
  });

  test('touches only the members it names', () => {
    const before = resolve().list('training.posts', monthOf(2015, 6));
    const after = resolve(load('more-posts')).list('training.posts', monthOf(2015, 6));
    expect(
      after.map((posts, i) => (posts === before[i] ? 'same' : posts)).filter((posts) => posts !== 'same'),
    ).toEqual([700]);
    expect(after[PARIS]).toBe(700);
  });

  test('that ends gives back exactly the numbers of the parent, straight lines included', () => {
    const changed = resolve(load('posts-far-away'));
    for (let month = monthOf(2020, 1); month < monthOf(2030, 1); month++) {
      expect(changed.number('consultation.hours', month)).toBe(resolve().number('consultation.hours', month));
    }
    expect(changed.number('consultation.hours', monthOf(2018, 1))).toBeCloseTo(55 * 1.5, 12);
  });

  test('of a child acts on what its parent leaves', () => {
    const posts = resolve(load('posts-far-away')).list('training.posts', monthOf(2022, 1));
    expect(posts[PARIS]).toBe(640 * 1.1 * 0.5);
    expect(posts[GUYANE]).toBe(10 * 1.1 * 2);
  });

  test('that multiplies by one changes no number', () => {
    const same = loadScenario(
      scenarioWith('same', '- { parameter: consultation.hours, from: 2015-03, to: 2018-01, multiply: 1 }'),
      catalogue,
    );
    expect(firstDifference(resolve(), resolve(same))).toBe(Infinity);
    expect(JSON.stringify(resolve(same))).toBe(JSON.stringify(resolve()));
  });

  test('before the first dated value holds from its own date', () => {
    const early = loadScenario(
      scenarioWith('early', '- { parameter: consultation.fee, from: 2010-01, to: 2011-01, value: 22 }'),
      catalogue,
    );
    const fee = (year: number) => resolve(early).number('consultation.fee', monthOf(year, 1));
    expect([fee(2009), fee(2010), fee(2011), fee(2017)]).toEqual([23, 22, 23, 23]);
  });

  test('may touch other members or other months of a parameter already changed', () => {
    const file = scenarioWith(
      'disjoint',
      '- { parameter: people.lowIncome, from: 2015-01, to: 2018-01, value: 0.2 }\n' +
        '- { parameter: people.lowIncome, from: 2018-01, value: 0.3, members: [city] }\n' +
        '- { parameter: people.lowIncome, from: 2018-01, multiply: { town: 2 } }',
    );
    const p = resolve(loadScenario(file, catalogue));
    expect(p.list('people.lowIncome', monthOf(2016, 1))).toEqual([0.2, 0.2, 0.2, 0.2]);
    expect(p.list('people.lowIncome', monthOf(2021, 1))).toEqual([0.16, 0.3, 0.2, 0.08]);
  });

  test('outside the plausible range is allowed, and said', () => {
    const file = scenarioWith('unusual', '- { parameter: consultation.minutes, from: 2026-01, value: 25 }');
    const { scenario, problems, warnings } = checkScenario(file, catalogue);
    expect(problems).toEqual([]);
    expect(warnings.map((warning) => warning.message)).toEqual([
      '25 min for consultation.minutes, outside its plausible range [15, 20]',
    ]);
    expect(scenario?.warnings).toEqual(warnings);
    expect(warnings[0].where).toMatch(/unusual\.yaml:6:62$/);
  });
});

describe('a scenario that extends another', () => {
  test('inherits its years and changes, and keeps its own words', () => {
    const scenario = load('posts-far-away');
    expect(scenario.lineage).toEqual(['base', 'more-posts', 'posts-far-away']);
    expect([scenario.from, scenario.to]).toEqual([2013, 2040]);
    expect(scenario.changes.map((change) => change.layer)).toEqual([
      'more-posts',
      'more-posts',
      'more-posts',
      'posts-far-away',
      'posts-far-away',
      'posts-far-away',
    ]);
    expect(scenario.reason).toBe('Half settle near the place of training.');
    expect(scenario.expects).toEqual([]);
  });

  test('shows the mistakes of its parent at their own place', () => {
    const parent = scenarioWith(
      'wrong-parent',
      '- { parameter: consultation.fees, from: 2020-01, value: 1 }',
    );
    const child = scenarioWith(
      'child',
      '- { parameter: consultation.fee, from: 2020-01, value: -1 }',
      parent,
    );
    expect(checkScenario(child, catalogue).problems.map(formatProblem)).toEqual([
      expect.stringMatching(/wrong-parent\.yaml:6:18: unknown parameter 'consultation\.fees'/),
    ]);
  });

  test('all the mistakes of a file are told in one go', () => {
    const file = scenarioWith(
      'mistakes',
      '- { parameter: consultation.fees, from: 2020-01, value: 1 }\n- { parameter: consultation.fee, from: 2020-01, value: 1, unit: min }',
    );
    const { problems } = checkScenario(file, catalogue);
    expect(problems.map((problem) => problem.code)).toEqual(['unknown-name', 'wrong-unit']);
    expect(() => loadScenario(file, catalogue)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining('2 mistakes') }),
    );
  });
});

describe('--set', () => {
  const set = (...settings: string[]) =>
    settings.reduce((scenario, setting, i) => applySet(catalogue, scenario, setting, i + 1), base);
  const refusal = (setting: string) => () => applySet(catalogue, base, setting, 1);

  test('a value without date holds in every month, and one with dates between them', () => {
    const p = resolve(set('consultation.fee=28', 'consultation.fee@2020-01..2021-01=40'));
    const fee = (year: number) => p.number('consultation.fee', monthOf(year, 1));
    expect([fee(1990), fee(2019), fee(2020), fee(2021), fee(2030)]).toEqual([28, 28, 40, 28, 28]);
  });

  test('factors, additions, members and words are written as in a file', () => {
    const p = resolve(set('training.posts:11,03@2020-01*=2', 'trust.drift+=-0.5', 'hours.trend=generation'));
    const posts = p.list('training.posts', monthOf(2020, 1));
    expect([posts[PARIS], posts[GUYANE], posts[0]]).toEqual([1280, 20, 40]);
    expect([p.number('trust.drift', 0), p.choice('hours.trend', 0)]).toEqual([-0.5, 'generation']);
  });

  test('a setting that changes nothing changes no number', () => {
    expect(JSON.stringify(resolve(set('consultation.hours*=1')))).toBe(JSON.stringify(resolve()));
  });

  test('is refused in the same words as a file, with its rank as the place', () => {
    expect(refusal('consultation.fee')).toThrow(
      "--set #1: 'consultation.fee' cannot be read, expected path=value",
    );
    expect(refusal('consultation.fees=3')).toThrow(
      "--set #1: unknown parameter 'consultation.fees'; did you mean 'consultation.fee'?",
    );
    expect(refusal('consultation.fee=26,5')).toThrow(
      "--set #1: '26,5' is a text, expected a number in EUR for consultation.fee: write 26.5, with a point",
    );
    expect(refusal('consultation.fee=-1')).toThrow(
      '--set #1: -1 EUR for consultation.fee, expected at least 0',
    );
    expect(refusal('consultation.fee=1e999')).toThrow('--set #1: Infinity EUR for consultation.fee');
    expect(refusal('consultation.fee@2020=3')).toThrow("--set #1: '2020' is not a month, expected YYYY-MM");
    expect(refusal('consultation.fee@2021-01..2020-01=3')).toThrow(
      'the change begins in 2021-01 and ends in 2020-01',
    );
    expect(refusal('training.posts:92=3')).toThrow("--set #1: '92' is not a member of region");
    expect(refusal('hours.trend=cohort')).toThrow("--set #1: 'cohort' is not a choice of hours.trend");
    expect(refusal('trust.drift=9')).toThrow('--set #1: 9 points for trust.drift, expected between -5 and 5');
  });

  test('is refused under the exit code of bad input', () => {
    expect(refusal('nonsense')).toThrow(expect.objectContaining({ exitCode: 2, where: '--set #1' }));
  });
});

describe('the difference of two scenarios', () => {
  test('is empty between a scenario and itself', () => {
    expect(diffScenarios(catalogue, load('more-posts'), load('more-posts'))).toEqual([]);
  });

  test('has a row for each parameter, member and span', () => {
    const rows = diffScenarios(catalogue, load('more-posts'), load('posts-far-away'));
    const posts = rows.filter((row) => row.parameter === 'training.posts');
    expect(posts.map(({ member, from, to, a, b }) => ({ member, from, to, a, b }))).toEqual([
      { member: '03', from: '2021-01', to: undefined, a: 11, b: 22 },
      { member: '11', from: '2021-01', to: undefined, a: 640 * 1.1, b: 640 * 1.1 * 0.5 },
    ]);
    expect(rows.find((row) => row.parameter === 'hours.trend')).toMatchObject({
      from: '2020-01',
      a: 'age',
      b: 'generation',
      unit: 'none',
    });
    const hours = rows.filter((row) => row.parameter === 'consultation.hours');
    expect(hours).toEqual([expect.objectContaining({ from: '2018-01', to: '2020-01', a: 55, b: 82.5 })]);
  });

  test('shows what an end gives back', () => {
    const rows = diffScenarios(catalogue, base, load('more-posts')).filter(
      (row) => row.parameter === 'consultation.fee',
    );
    expect(rows.map(({ from, to, a, b }) => [from, to, a, b])).toEqual([
      ['2022-01', '2023-11', 25, 26],
      ['2023-11', '2024-01', 26.5, 27.5],
    ]);
  });
});
