/** Ready scenarios of delegation and settlement: they can be read, change something, and leave the past as it was. */
import { beforeAll, describe, expect, test } from 'vitest';
import { formatMonth, parseMonth } from '../sim/base/calendar.js';
import { loadPlan } from '../sim/batch/plan/load.js';
import { runSimulation } from '../sim/engine/simulate.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { firstDifference } from '../sim/parameters/resolved.js';
import { tidyRows } from '../sim/recorder/rows.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { restrictGeography } from '../sim/world/geography/restrict.js';
import { fewDoctors } from './support/few-doctors.js';
import { readSources, type Sources } from './support/months.js';

/** First month that each changes. */
const SCENARIOS: readonly (readonly [string, string])[] = [
  ...[
    'asalee-doubled',
    'asalee-five-fold',
    'asalee-stopped',
    'asalee-one-for-five',
    'assistants-for-all',
    'closed-over-dense-now',
    'consultation-dearer',
    'internships-now',
    'ipa-better-paid',
    'ipa-direct-access',
    'ipa-first-prescription',
    'ipa-in-every-msp',
    'ipa-referral-only',
    'ipa-training-doubled',
    'local-grants',
    'one-for-one',
    'premiums-doubled',
    'premiums-for-teams',
    'premiums-stopped',
    'salaried-by-communes',
    'several-levers',
    'several-levers-and-internships',
    'several-levers-and-premiums',
    'solidarity-days',
    'takeover-aid',
    'team-payment',
  ].map((name) => [name, '2026-01'] as const),
  ['premiums-doubled-2017', '2017-01'],
  ['premiums-stopped-2017', '2017-01'],
  ['protocols-in-two-months', '2018-01'],
];

describe('a ready scenario', () => {
  const catalogue = loadCatalogue();
  const baseline = resolveParameters(catalogue, loadScenario('baseline', catalogue));

  test.each(SCENARIOS)('%s changes something in %s and nothing before', (name, month) => {
    const scenario = loadScenario(name, catalogue);
    const first = firstDifference(baseline, resolveParameters(catalogue, scenario));
    expect(formatMonth(first)).toBe(month);
    expect(scenario.sources.length).toBeGreaterThan(0);
  });

  test('expects only what its mechanism forces: money, posts and what they pay for, never that a lever wins', () => {
    const outcomes = ['withoutMedecinTraitant', 'unmet', 'aplMean', 'aidDeadweightShare', 'delayMedian'];
    const expected = SCENARIOS.flatMap(([name]) =>
      loadScenario(name, catalogue).expects.map(({ indicator }) => indicator),
    );
    expect(expected.length).toBeGreaterThan(10);
    expect(expected.filter((indicator) => outcomes.includes(indicator))).toEqual([]);
  });

  test('combinations hold what they combine', () => {
    const changed = (name: string) =>
      new Set(loadScenario(name, catalogue).changes.map(({ parameter }) => parameter));
    const several = changed('several-levers');
    for (const name of ['several-levers-and-internships', 'several-levers-and-premiums'])
      expect([...several].filter((parameter) => !changed(name).has(parameter))).toEqual([]);
  });
});

test.each(['delegation', 'settlement', 'levers-together'])('the plan %s can be made ready', async (name) => {
  const { catalogue, geography } = readSources();
  const plan = await loadPlan(`scenarios/plans/${name}.yaml`, catalogue, geography);
  expect(plan.scenarios[0].name).toBe('baseline');
  expect(plan.scenarios.length).toBeGreaterThan(5);
});

describe('a scheme', () => {
  let sources: Sources;
  beforeAll(() => {
    sources = readSources();
  });

  const run = (settings: readonly string[], to: number, { places = [] as string[], threads = 1 } = {}) =>
    runSimulation({
      parameters: readSources([], settings).parameters.toJSON(),
      geography: restrictGeography(sources.geography, places),
      seed: 'schemes',
      replicate: 0,
      scale: 1000,
      threads,
      from: 2013,
      to,
      digest: true,
    });

  test('stopped in a month leaves every number before it as it was, and changes those after', async () => {
    const stopped = '2014-05';
    const rows = async (...settings: string[]) => {
      // GPs of all France, the people of Corse.
      const { recording } = await run(settings, 2014, { places: ['94'] });
      const monthly = [...tidyRows(recording, 'headline')].filter(
        ({ period }) => period.length === 'YYYY-MM'.length,
      );
      const part = (isBefore: boolean) =>
        monthly
          .filter(({ period }) => (parseMonth(period) ?? 0) < (parseMonth(stopped) ?? 0) === isBefore)
          .map((row) => Object.values(row).join(' '));
      return { before: part(true), after: part(false) };
    };
    const [plain, without] = [await rows(), await rows(`asalee.posts@${stopped}=0`)];
    expect(without.before).toEqual(plain.before);
    expect(without.after).not.toEqual(plain.after);
    expect(plain.after.some((row) => / asaleeGps [1-9]/.test(row))).toBe(true);
    expect(without.after.some((row) => / asaleeGps [1-9]/.test(row))).toBe(false);
  });

  test('any of them, and all together, give the same bytes on one thread and on three', async () => {
    const places = ['24', '53'];
    const all = [
      ...fewDoctors(0.2),
      'asalee.posts*=5',
      'assistants.open=yes',
      'assistants.rate=2',
      'protocols.national=yes',
      'protocols.rate=1',
      'settlement.aid.open:caim,coscom,cotram=yes',
      'settlement.posts=200',
      'settlement.solidarity.days=2',
      'settlement.local.perClass=50',
      'payments.team=15',
      'payments.followUpBonus=50',
      'installation.replaceAbove=1.2',
    ];
    const [one, three] = [await run(all, 2013, { places }), await run(all, 2013, { places, threads: 3 })];
    expect(three.digest).toBe(one.digest);
    expect([...tidyRows(three.recording, 'headline')]).toEqual([...tidyRows(one.recording, 'headline')]);
    const value = (indicator: string) =>
      [...tidyRows(one.recording, 'headline')].find(
        (row) =>
          row.indicator === indicator && row.place === 'FR' && row.group === 'all' && row.period === '2013',
      )?.value ?? 0;
    for (const indicator of ['assistantGps', 'asaleeGps', 'delegationMoney', 'settlementMoney'])
      expect(value(indicator), indicator).toBeGreaterThan(0);
  });
});
