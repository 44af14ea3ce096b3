/** `maillage compare` on made-up studies: what is chosen, refused, printed and answered to programs. */
import { describe, expect, test } from 'vitest';
import { compareScenarios } from '../analysis/comparison/compare.js';
import { selectCells } from '../analysis/comparison/selection.js';
import { LANGUAGES, type Language } from '../analysis/wording/language.js';
import { digitsFor, signed } from '../analysis/wording/numbers.js';
import { compareStudy } from '../bin/compare/compare-study.js';
import { answerForm } from '../bin/json-forms.js';
import { textWidth, wrap } from '../bin/terminal/table.js';
import { HEADLINE } from '../sim/recorder/dictionary.js';
import type { Unit } from '../sim/results/study/cells.js';
import { asking, type MadeCell, madeCells, madeFacts, madeStudy, replicates } from './support/made-study.js';

/** Chance common to all scenarios, a gain of 1 for more places, nothing at all for shorter hours. */
function value({ scenario, replicate, point }: MadeCell): number {
  const chance = 10 * Math.sin(7 * replicate + point);
  return 50 + chance + (scenario === 'more-places' ? 1 + 0.1 * Math.cos(5 * replicate + 3 * point) : 0);
}

const facts = madeFacts();

async function answer(
  options: Record<string, string | readonly string[] | true>,
  units: readonly Unit[] = replicates(8),
  study = facts,
  language: Language = 'en',
): Promise<string> {
  const heard = asking({ dir: 'study', ...options }, language);
  await compareStudy(heard.invocation, async () => madeStudy(study, units, value));
  return heard.printed();
}

async function json(
  options: Record<string, string | readonly string[] | true>,
  units?: readonly Unit[],
  study?: typeof facts,
) {
  const said = JSON.parse(await answer({ ...options, json: true }, units, study)) as {
    sampling: string;
    leftOut: number;
    holm: { family: number; significant: number };
    differences: Record<string, unknown>[];
    costs: { options: Record<string, unknown>[] }[];
  };
  expect(answerForm('compare').safeParse(said).error?.issues ?? []).toEqual([]);
  return said;
}

describe('the answer', () => {
  test('gives each scenario its paired difference, its interval and what pairing gained', async () => {
    const { differences, holm, sampling } = await json({});
    expect(differences.length).toBe(2 * HEADLINE.length);
    expect(sampling).toBe('replicate');
    const [first] = differences;
    expect(first).toMatchObject({ scenario: 'more-places', baseline: 'rules', pairs: 8, identical: false });
    expect(first.difference).toBeCloseTo(1, 1);
    expect(Number(first.halfWidth)).toBeLessThan(0.1);
    expect(Number(first.varianceReduction)).toBeGreaterThan(0.99);
    // The sixteen of shorter hours are identical and count in the family all the same.
    expect(holm).toEqual({ level: 0.05, family: 32, significant: 16 });
    expect(differences.at(-1)).toMatchObject({ identical: true, difference: 0, halfWidth: 0, pHolm: 1 });
  });

  test('counts what is named twice once, under whatever name', async () => {
    const asked = { indicators: 'unmet', years: '2025', places: 'FR', groups: 'all' };
    const twice = { indicators: 'unmet,unmet', years: '2025,2025', places: 'FR,France', groups: 'all,all' };
    expect(await json(twice)).toEqual(await json(asked));
  });

  test('tests a single difference as it is, and says so', async () => {
    const printed = await answer({ indicators: 'unmet', scenarios: 'more-places' });
    expect(printed).toContain('One difference is shown');
    expect(printed).not.toContain('tested together');
  });

  test('another baseline turns the signs', async () => {
    const there = (await json({ scenarios: 'more-places' })).differences[0];
    const back = (await json({ baseline: 'more-places', scenarios: 'rules,more-places' })).differences[0];
    expect(back).toMatchObject({ scenario: 'rules', baseline: 'more-places' });
    expect(back.difference).toBe(-Number(there.difference));
    expect(back.halfWidth).toBeCloseTo(Number(there.halfWidth), 12);
  });

  test('one replicate claims no interval and no test', async () => {
    const { differences, holm } = await json({}, replicates(1));
    expect(differences[0]).toMatchObject({
      pairs: 1,
      halfWidth: null,
      pValue: null,
      pHolm: null,
      significant: false,
    });
    expect(holm).toEqual({ level: 0.05, family: 0, significant: 0 });
    expect(await answer({}, replicates(1))).toContain('claims no interval');
    expect(await answer({}, replicates(1))).not.toContain('±');
  });

  test('with sampled parameters, draws are the observations', async () => {
    const units = [0, 1, 2, 3, 4].flatMap((point) => [0, 1].map((replicate) => ({ point, replicate })));
    const study = madeFacts({ method: 'sobol' });
    expect((await json({}, units, study)).differences[0].pairs).toBe(5);
    expect(await answer({}, units, study)).toMatch(/mean over 5 draws of the\s+parameters/);
    // All draws meet the same chance, which is then no part of the interval; with chances of their own it is.
    expect(await answer({}, units, study)).toMatch(/the mean\s+of 2\s+replicates, which ± does not count/);
    const own = madeFacts({ method: 'sobol', ownSeeds: true });
    expect(await answer({}, units, own)).toMatch(/chance and the parameters that\s+the design draws/);
    // Twin: the same runs of a grid of settings are two replicates, averaged over five points.
    const grid = madeFacts({ method: 'factorial' });
    expect((await json({}, units, grid)).differences[0].pairs).toBe(2);
    expect(await answer({}, units, grid)).toMatch(/averaged over the 5 points/);
  });

  test('by point, each point is compared on its replicates', async () => {
    const units = [0, 1, 2].flatMap((point) => replicates(4).map(({ replicate }) => ({ point, replicate })));
    const study = madeFacts({ method: 'factorial' });
    const { differences } = await json({ by: 'point', scenarios: 'more-places' }, units, study);
    expect(differences.map(({ point, pairs }) => [point, pairs])).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
    ]);
    expect(new Set(differences.map(({ difference }) => difference)).size).toBe(3);
    expect(await answer({ by: 'point' }, units, study)).toMatch(/^point +baseline.*\n.*\n0 /m);
    const named = { ...study, pointWords: (point: number) => `care.minutes=${15 + point}` };
    expect(await answer({ by: 'point' }, units, named)).toMatch(/^care\.minutes=17 /m);
  });

  test('by place, rows are places by name, and by group, groups', async () => {
    const places = await answer({ by: 'place', scenarios: 'more-places' });
    expect(places).toMatch(/^place +baseline/m);
    expect(places).toMatch(/^France .*\n^Bretagne .*\n^Provence-Alpes-Côte /m);
    expect(await answer({ by: 'group', places: 'FR' })).toMatch(/^low income/m);
    expect(await answer({ places: 'bretagne', indicators: 'unmet' })).toMatch(/Bretagne, everybody,\s2025/);
  });

  test('years come in the order asked, each with its tables', async () => {
    const { differences } = await json({ years: '2025,2024', indicators: 'unmet', scenarios: 'more-places' });
    expect(differences.map(({ period }) => period)).toEqual(['2025', '2024']);
    const printed = await answer({ years: '2025,2024', indicators: 'unmet', scenarios: 'more-places' });
    expect(printed.match(/against rules/g)?.length).toBe(2);
  });

  test('a failed run is left out of its pairs only, and the reader is told', async () => {
    const failing = (cell: MadeCell) =>
      cell.scenario === 'more-places' && cell.replicate === 2 ? Number.NaN : value(cell);
    const selection = selectCells(facts, {}, 'en');
    const comparison = compareScenarios(madeCells(facts, replicates(8), failing), selection, facts);
    expect(comparison.rows.map(({ contrast }) => contrast.pairs)).toEqual([
      ...Array(16).fill(7),
      ...Array(16).fill(8),
    ]);
    expect(comparison.leftOut).toBe(1);
    const heard = asking({ dir: 'study' });
    await compareStudy(heard.invocation, async () => madeStudy(facts, replicates(8), failing));
    expect(heard.printed()).toContain('mean over 7–8 pairs');
    expect(heard.printed()).toMatch(/Runs left out of a row .*\n? *.*: up to\s+1\./);
  });
});

describe('a person reads', () => {
  test('that nothing differs, rather than a nil with an interval', async () => {
    const printed = await answer({ scenarios: 'shorter-hours' });
    expect(printed).toMatch(/no difference/);
    expect(printed).not.toMatch(/[+-]0/);
    // Where nothing differs there is no interval to explain.
    expect(printed).not.toContain('±');
    expect(printed).toMatch(/equal to the last digit in every pair/);
    expect(await answer({ scenarios: 'more-places' })).not.toMatch(/no difference/);
  });

  test('the size of the family and what a star means', async () => {
    const printed = await answer({});
    expect(printed).toMatch(/32 differences shown are tested together\s+\(Holm 1979\): 16 of 32/);
    expect(printed.match(/ \* /g)?.length).toBe(16);
  });

  test.each(LANGUAGES)('lines of at most 80 columns, with large numbers too (%s)', async (language) => {
    const large = (cell: MadeCell) =>
      68_000_000 + 1_200_000 * value(cell) * (1 + Math.sin(9 * cell.replicate));
    const asked: Record<string, string>[] = [{}, { by: 'place', indicators: 'all' }, { by: 'group' }];
    for (const options of asked) {
      for (const values of [value, large]) {
        const heard = asking({ dir: 'study', ...options }, language);
        await compareStudy(heard.invocation, async () => madeStudy(facts, replicates(6), values));
        expect(
          heard
            .printed()
            .split('\n')
            .filter((line) => textWidth(line) > 80),
        ).toEqual([]);
      }
    }
  });

  test('every sentence and title in French', async () => {
    const printed = await answer({}, replicates(6), facts, 'fr');
    for (const words of [
      /indicateur +référence +différence/,
      /comparé à rules/,
      /demi-largeur/,
      /aucune différence/,
    ]) {
      expect(printed).toMatch(words);
    }
    expect(printed).not.toMatch(/\b(baseline|difference|worth)\b/);
  });
});

describe('CSV', () => {
  test('is not given together with JSON', async () => {
    await expect(answer({ json: true, csv: true })).rejects.toThrow(/choose one of --json and --csv/);
  });

  test('has one header and a line a difference, as RFC 4180 ends them', async () => {
    const lines = (await answer({ csv: true })).split('\r\n');
    expect(lines[0]).toMatch(/^scenario,baseline,period,place,group,point,indicator,unit,pairs,/);
    expect(lines.length).toBe(1 + 32 + 1);
    expect(lines.at(-1)).toBe('');
    expect(new Set(lines.slice(0, -1).map((line) => line.split(',').length)).size).toBe(1);
    // A missing number is an empty field.
    expect((await answer({ csv: true }, replicates(1))).split('\r\n')[1]).toContain(',,,,false,');
  });
});

describe('words', () => {
  test('of French are not parted from their colon, nor from their guillemets', () => {
    expect(wrap('un deux : trois', 8)).toEqual(['un', 'deux :', 'trois']);
    expect(wrap('dire « un deux »', 10)).toEqual(['dire « un', 'deux »']);
  });

  test('longer than their column are cut after a hyphen, and others are not', () => {
    expect(wrap('région Provence-Alpes-Côte d’Azur', 14)).toEqual([
      'région',
      'Provence-',
      'Alpes-Côte',
      'd’Azur',
    ]);
    expect(wrap('région Provence-Alpes-Côte', 20)).toEqual(['région', 'Provence-Alpes-Côte']);
  });
});

describe('numbers', () => {
  test('an uncertainty is read with two significant digits, a value without one with three', () => {
    expect([digitsFor(0.0564, 1), digitsFor(0.31, 9), digitsFor(12, 5), digitsFor(1e-9, 1)]).toEqual([
      3, 2, 0, 6,
    ]);
    expect([digitsFor(Number.NaN, 0.25), digitsFor(0, 1234), digitsFor(Number.NaN, 0)]).toEqual([3, 0, 0]);
  });

  test('a difference carries its sign, and a nil has none', () => {
    expect([
      signed(1.25, 'en', 2),
      signed(-1.25, 'en', 2),
      signed(0.001, 'en', 2),
      signed(1250, 'fr'),
    ]).toEqual(['+1.25', '-1.25', '0.00', '+1\u202f250']);
  });
});
