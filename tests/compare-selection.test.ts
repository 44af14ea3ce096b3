/** What `maillage compare` chooses of a study, and what it refuses to compare. */
import { describe, expect, test } from 'vitest';
import { type Asked, filterOf, selectCells } from '../analysis/comparison/selection.js';
import { checkComparable } from '../analysis/comparison/unlike.js';
import type { Language } from '../analysis/wording/language.js';
import { MaillageError } from '../sim/base/errors.js';
import { HEADLINE } from '../sim/recorder/dictionary.js';
import { type MadeCell, madeCells, madeFacts, replicates } from './support/made-study.js';

const facts = madeFacts();
const value = ({ replicate }: MadeCell) => replicate;

function refusal(asked: Asked, language: Language = 'en', study = facts): string {
  try {
    selectCells(study, asked, language);
  } catch (error) {
    expect(error).toBeInstanceOf(MaillageError);
    expect((error as MaillageError).exitCode).toBe(2);
    return (error as Error).message;
  }
  return 'not refused';
}

describe('the usual comparison', () => {
  test('is of the headline indicators in the last year, for France and everybody, against the baseline of the plan', () => {
    const selection = selectCells(facts, {}, 'en');
    expect(filterOf(selection)).toEqual({
      scenarios: ['rules', 'more-places', 'shorter-hours'],
      indicators: HEADLINE.map(({ id }) => id),
      periods: ['2025'],
      places: ['FR'],
      groups: ['all'],
    });
  });

  test('by place or by group is of every one kept, and of one indicator unless more are named', () => {
    const byPlace = selectCells(facts, { by: 'place' }, 'en');
    expect(byPlace.places).toEqual(['FR', '53', '93']);
    expect(byPlace.indicators.map(({ id }) => id)).toEqual([HEADLINE[0].id]);
    expect(selectCells(facts, { by: 'group' }, 'en').groups).toContain('zoning:ZIP');
  });

  test('of a study without headline indicators is of all that it keeps, formulas included', () => {
    const formula = {
      id: 'actsPerGp',
      unit: 'acts / GP',
      label: { en: 'Acts per GP', fr: 'Actes par médecin' },
    };
    const study = madeFacts({
      indicators: ['requests', 'actsPerGp'],
      places: ['53'],
      groups: ['lowIncome'],
      formulas: [{ ...formula, better: 'less' }],
    });
    const selection = selectCells(study, {}, 'en');
    expect(selection.indicators.map(({ id }) => id)).toEqual(['requests', 'actsPerGp']);
    expect(selection.indicators[1]).toMatchObject({ better: 'less', unit: { en: 'acts / GP' } });
    expect([selection.places, selection.groups]).toEqual([['53'], ['lowIncome']]);
  });

  test('indicators named come in the order of the study, and all means all', () => {
    const named = selectCells(facts, { indicators: ['unmet', 'withoutMedecinTraitant'] }, 'en');
    expect(named.indicators.map(({ id }) => id)).toEqual(['withoutMedecinTraitant', 'unmet']);
    expect(selectCells(facts, { indicators: ['all'] }, 'en').indicators).toEqual(facts.indicators);
  });
});

describe('what cannot be compared is refused with what is there', () => {
  test('a scenario, an indicator, a place or a group that the study does not hold', () => {
    expect(refusal({ baseline: 'rule' })).toBe(
      "the study made-up has no scenario 'rule'; did you mean 'rules'?",
    );
    expect(refusal({ baseline: 'nowhere' })).toMatch(/it has: rules, more-places, shorter-hours$/);
    expect(refusal({ indicators: ['unmett'] })).toMatch(
      /keeps no indicator 'unmett'; did you mean 'unmet'\?/,
    );
    // No short code is near another.
    expect(refusal({ places: ['11'] })).toMatch(/keeps no place '11'; it has: FR, 53, 93$/);
    expect(refusal({ groups: ['zoning:ZIB'] })).toMatch(/did you mean 'zoning:ZI[P]'/);
    expect(refusal({ scenarios: ['more-placs'] })).toMatch(/did you mean 'more-places'/);
  });

  test('an indicator that exists but was not kept is not taken for a misprint of another', () => {
    const study = madeFacts({
      indicators: ['aplP10'],
      places: ['FR'],
    });
    expect(refusal({ indicators: ['aplP90'] }, 'en', study)).toBe(
      "the study made-up keeps no indicator 'aplP90'; it has: aplP10",
    );
  });

  test('a year outside the study, a month where none is kept, and what is neither', () => {
    expect(refusal({ years: ['2026'] })).toMatch(
      /'2026' is not a year of the study made-up, which runs from 2013 to 2025/,
    );
    expect(refusal({ years: ['2025-06'] })).toMatch(/keeps no months/);
    expect(refusal({ years: ['last'] })).toMatch(/'last' is not a year/);
    const monthly = madeFacts({
      indicators: ['acts'],
      places: ['FR'],
      months: true,
    });
    expect(selectCells(monthly, { years: ['2025-06', '2024'] }, 'en').periods).toEqual(['2025-06', '2024']);
    expect(refusal({ years: ['2025-13'] }, 'en', monthly)).toMatch(/not a year or a month/);
  });

  test('one scenario has nothing to be compared with', () => {
    expect(refusal({ scenarios: ['rules'] })).toMatch(/leaves nothing to compare with rules/);
    const alone = madeFacts({ scenarios: facts.scenarios.slice(0, 1) });
    expect(refusal({}, 'fr', alone)).toMatch(/^l’étude made-up ne laisse rien à comparer à rules/);
  });

  test('runs that never met the same chance', () => {
    const early = ({ scenario, replicate }: MadeCell) =>
      (scenario === 'more-places') === replicate < 3 ? 1 : Number.NaN;
    const cells = madeCells(facts, replicates(8), early, filterOf(selectCells(facts, {}, 'en')));
    expect(() => checkComparable(cells, 'rules', 'en')).toThrow(
      /no run of more-places \(3 done\) meets the same chance and parameters as one of rules \(5 done\)/,
    );
    const apart = madeCells(facts, replicates(8), (cell) => (cell.replicate === 3 ? 1 : early(cell)), {});
    expect(() => checkComparable(apart, 'rules', 'en')).not.toThrow();
  });

  test('a choice for which nothing is kept', () => {
    const cells = madeCells(facts, replicates(2), value, { places: ['53'], groups: ['worstTenth'] });
    expect(() => checkComparable(cells, 'rules', 'fr')).toThrow(/aucune valeur pour ce choix/);
  });

  test('a gain that is its cost, or of which neither direction is better', () => {
    expect(refusal({ cost: 'unmet', effect: 'unmet' })).toMatch(/choose two indicators/);
    const study = madeFacts({
      indicators: ['acts', 'neutral'],
      places: ['FR'],
      formulas: [{ id: 'neutral', unit: 'x', label: { en: 'Neutral', fr: 'Neutre' } }],
    });
    expect(refusal({ cost: 'acts', effect: 'neutral' }, 'en', study)).toMatch(/neither more nor less/);
    expect(refusal({ cost: 'acts' }, 'en', study)).toMatch(
      /keeps no indicator 'withoutMedecinTraitantPeople'/,
    );
  });
});
