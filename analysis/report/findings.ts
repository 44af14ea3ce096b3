/** The question of a study and its answer in three sentences, written from the numbers. */
import type { Frame, FrameScenario } from '../charts/frame.js';
import type { ComparedRow, Comparison } from '../comparison/compare.js';
import { headlinesKept, type StudyIndicator } from '../comparison/study.js';
import { FINDINGS } from '../wording/findings.js';
import type { Text } from '../wording/language.js';
import {
  amount,
  digitsOf,
  joined,
  listed,
  quoted,
  SEMICOLON,
  said,
  signedNumber,
  typeset,
  unitOfDifference,
} from '../wording/said.js';

/** Public money of coordinated practice, delegation and settlement: told with the headline indicators. */
export const LEVERS_MONEY = 'leversMoneyPerPerson';

/** Of each theme, the first indicator that the study compares: coverage in effect, access, money. */
const THEMES: readonly (readonly string[])[] = [
  ['cptsEffectiveCoverage', 'cptsCoverage', 'gpsInMspShare', 'gpsLiberal'],
  ['unmet', 'delayMedian', 'withoutMedecinTraitant', 'aplMean', 'peopleSeen'],
  [LEVERS_MONEY, 'collectiveMoneyPerPerson', 'primaryCareMoney', 'consultationFees'],
];
const SENTENCES = THEMES.length;

/** What the study asks. */
export function questionOf({ scenarios, baseline, others, last, years, placeWords }: Frame): Text {
  const words = { place: placeWords, year: last, from: String(years[0]), baseline: quoted(baseline.title) };
  if (scenarios.length < 2) return said(FINDINGS.questionAlone, words);
  return said(FINDINGS.question, { ...words, others: listed(others.map(({ title }) => quoted(title))) });
}

/** Three sentences: one a theme, on further headline indicators where the study keeps none of a theme. */
export function answerOf(frame: Frame, comparison: Comparison | undefined): Text[] {
  const kept = (id: string) => frame.indicator(id);
  const chosen = THEMES.flatMap((ids) => ids.map(kept).find((one) => one !== undefined) ?? []);
  const more = headlinesKept(frame.facts).filter((one) => !chosen.includes(one));
  const indicators = [...chosen, ...more].slice(0, SENTENCES);
  return indicators.map((indicator) =>
    comparison === undefined
      ? levelSentence(frame, indicator)
      : comparedSentence(frame, comparison, indicator),
  );
}

function levelSentence(frame: Frame, indicator: StudyIndicator): Text {
  const at = (period: string) => frame.spread(frame.baseline.name, { indicator: indicator.id, period }).mean;
  const words = (value: number) => amount(value, indicator, digitsOf(Number.NaN, value));
  return said(FINDINGS.level, {
    indicator: typeset(indicator.label),
    from: String(frame.years[0]),
    first: words(at(String(frame.years[0]))),
    last: words(at(frame.last)),
    year: frame.last,
  });
}

/** What one row of a comparison allows to say. */
export type Verdict = 'above' | 'below' | 'same' | 'unclear' | 'manyTests' | 'alone' | 'missing';

export function verdictOf({ contrast, significant }: Pick<ComparedRow, 'contrast' | 'significant'>): Verdict {
  const { pairs, identical, difference, halfWidth } = contrast;
  if (pairs === 0) return 'missing';
  if (identical) return 'same';
  if (Number.isNaN(halfWidth)) return 'alone';
  if (Math.abs(difference) <= halfWidth) return 'unclear';
  if (!significant) return 'manyTests';
  return difference > 0 ? 'above' : 'below';
}

const VERDICTS: readonly Verdict[] = ['above', 'below', 'same', 'unclear', 'manyTests', 'alone', 'missing'];

function comparedSentence(frame: Frame, comparison: Comparison, indicator: StudyIndicator): Text {
  const rows = frame.others.flatMap((scenario) => {
    const row = comparison.rows.find(
      (one) => one.scenario === scenario.name && one.indicator.id === indicator.id,
    );
    return row === undefined ? [] : [{ scenario, row }];
  });
  const parts = VERDICTS.flatMap((verdict) => {
    const own = rows.filter(({ row }) => verdictOf(row) === verdict);
    if (own.length === 0) return [];
    return [
      said(FINDINGS[verdict], {
        baseline: quoted(frame.baseline.label),
        list: listed(own.map((one) => itemWords(verdict, one))),
        worth: worthOf(verdict, indicator),
        tests: comparison.family.size,
      }),
    ];
  });
  return said(FINDINGS.parts, {
    indicator: typeset(indicator.label),
    year: frame.last,
    unit: unitOfDifference(indicator),
    parts: joined(parts, SEMICOLON),
  });
}

function itemWords(
  verdict: Verdict,
  { scenario, row }: { readonly scenario: FrameScenario; readonly row: ComparedRow },
): Text {
  const name = quoted(scenario.label);
  if (verdict === 'same' || verdict === 'missing') return name;
  const { difference, halfWidth } = row.contrast;
  const digits = digitsOf(halfWidth, difference);
  return said(verdict === 'alone' ? FINDINGS.itemAlone : FINDINGS.item, {
    scenario: name,
    value: signedNumber(difference, digits),
    low: signedNumber(difference - halfWidth, digits),
    high: signedNumber(difference + halfWidth, digits),
  });
}

/** Whether being above or below is better for people; nothing where neither is. */
function worthOf(verdict: Verdict, { better }: StudyIndicator): Text {
  if (better === undefined || (verdict !== 'above' && verdict !== 'below')) return FINDINGS.neutral;
  return (better === 'more') === (verdict === 'above') ? FINDINGS.good : FINDINGS.bad;
}
