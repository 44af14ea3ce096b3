/** The cost-effectiveness tables of `maillage compare`, on a made-up study. */
import { describe, expect, test } from 'vitest';
import { selectCells } from '../analysis/comparison/selection.js';
import { LANGUAGES } from '../analysis/wording/language.js';
import { compareStudy } from '../bin/compare/compare-study.js';
import { answerForm } from '../bin/json-forms.js';
import { textWidth } from '../bin/terminal/table.js';
import { asking, type MadeCell, madeFacts, madeStudy, replicates } from './support/made-study.js';

/** A study that keeps the indicator of effect, with its direction. */
const priced = madeFacts({
  indicators: ['peopleSeen', 'unmet'],
  places: ['FR', '53'],
  formulas: [
    {
      id: 'unmet',
      unit: 'people',
      label: { en: 'People unmet', fr: 'Personnes sans réponse' },
      better: 'less',
    },
    { id: 'peopleSeen', unit: 'M€', label: { en: 'Fees', fr: 'Honoraires' } },
  ],
});

describe('costs', () => {
  const values = ({ scenario, indicator, replicate }: MadeCell) => {
    const chance = Math.sin(3 * replicate);
    const rank = ['rules', 'more-places', 'shorter-hours'].indexOf(scenario);
    // More places: 20 M€ for 10,000 people fewer; shorter hours: 30 M€ for 5,000 fewer, dominated.
    const cost = [0, 20, 30][rank] + (rank > 0 ? 0.5 * Math.cos(replicate) : 0);
    const effect = [0, 10_000, 5_000][rank] + (rank > 0 ? 200 * Math.sin(5 * replicate) : 0);
    return indicator === 'peopleSeen' ? 9_800 + 10 * chance + cost : 6_000_000 + 1_000 * chance - effect;
  };
  const asked = { cost: 'peopleSeen', effect: 'unmet' };

  test('are told as increments, standing and quadrants, in euros a person when they are in millions', async () => {
    const heard = asking({ dir: 'study', ...asked });
    await compareStudy(heard.invocation, async () => madeStudy(priced, replicates(12), values));
    const printed = heard.printed();
    expect(printed).toContain('Cost-effectiveness: Fees and People unmet. France, everybody, 2025');
    expect(printed).toMatch(/dominated/);
    // 20 M€ for 10,000 people is 2,000 € each.
    expect(printed).toMatch(/ (1,9\d0|2,0\d0) \[1,9\d0; 2,\d\d0\]/);
    expect(printed).toMatch(/€ \/\s+people/);
    expect(printed).toMatch(/100% +0% +0% +0%/);
  });

  test('are answered to programs with the frontier', async () => {
    const heard = asking({ dir: 'study', json: true, ...asked });
    await compareStudy(heard.invocation, async () => madeStudy(priced, replicates(12), values));
    const said = JSON.parse(heard.printed());
    expect(answerForm('compare').safeParse(said).error?.issues ?? []).toEqual([]);
    const [{ options, observations }] = said.costs;
    expect(observations).toBe(12);
    expect(options.map(({ standing, after }: Record<string, unknown>) => [standing, after])).toEqual([
      ['frontier', null],
      ['frontier', 'rules'],
      ['dominated', null],
    ]);
    expect(options[1].icer).toBeCloseTo(20 / 10_000, 3);
  });

  test.each(LANGUAGES)('fit 80 columns with large numbers too (%s)', async (language) => {
    for (const scale of [1, 1e4]) {
      const heard = asking({ dir: 'study', ...asked }, language);
      const study = madeStudy(priced, replicates(12), (cell) => scale * values(cell));
      await compareStudy(heard.invocation, async () => study);
      expect(
        heard
          .printed()
          .split('\n')
          .filter((line) => textWidth(line) > 80),
      ).toEqual([]);
    }
  });

  test('are told by place when rows are places', async () => {
    const heard = asking({ dir: 'study', by: 'place', ...asked });
    await compareStudy(heard.invocation, async () => madeStudy(priced, replicates(4), values));
    expect(heard.printed()).toMatch(/Cost-effectiveness: .* France, everybody, 2025/);
    expect(heard.printed()).toMatch(/Cost-effectiveness: .* Bretagne, everybody,\s2025/);
  });

  test('come unasked where the usual pair is kept, and not in tables by place', () => {
    const study = madeFacts({
      indicators: ['consultationFees', 'withoutMedecinTraitantPeople'],
      places: ['FR'],
      formulas: [
        { id: 'consultationFees', unit: 'M€', label: { en: 'Fees', fr: 'Honoraires' } },
        { id: 'withoutMedecinTraitantPeople', unit: 'people', label: { en: 'P', fr: 'P' }, better: 'less' },
      ],
    });
    const { costs } = selectCells(study, {}, 'en');
    expect([costs?.cost.id, costs?.effect.id]).toEqual(['consultationFees', 'withoutMedecinTraitantPeople']);
    expect(selectCells(study, { by: 'place' }, 'en').costs).toBeUndefined();
    expect(selectCells(madeFacts(), {}, 'en').costs).toBeUndefined();
  });
});
