/** Differences in words, never beyond what their interval allows. */
import type { StudyIndicator } from '../comparison/study.js';
import { CHARTS } from '../wording/charts.js';
import type { Text } from '../wording/language.js';
import { digitsOf, joined, quantity, quoted, said, signedNumber, typeset } from '../wording/said.js';
import type { At, Difference, Frame } from './frame.js';

/** What an interval says of a difference. */
export type Standing = 'none' | 'same' | 'alone' | 'unclear' | 'higher' | 'lower';

/** `unclear` where the 95 % interval holds zero, `alone` where there is none, `same` where every pair is equal. */
export function standingOf({ pairs, identical, difference, halfWidth }: Difference): Standing {
  if (pairs === 0) return 'none';
  if (identical) return 'same';
  if (Number.isNaN(halfWidth)) return 'alone';
  if (Math.abs(difference) <= halfWidth) return 'unclear';
  return difference > 0 ? 'higher' : 'lower';
}

const WORDS = {
  none: CHARTS.differenceNone,
  same: CHARTS.differenceSame,
  alone: CHARTS.differenceOne,
  unclear: CHARTS.differenceUnclear,
  higher: CHARTS.differenceOf,
  lower: CHARTS.differenceOf,
} as const satisfies Record<Standing, Text>;

/** `unique +6.6 (95 % interval +6.0 to +7.1)`, or that no difference can be told. */
export function differenceWords(scenario: Text | string, contrast: Difference, digits: number): Text {
  const { difference, halfWidth } = contrast;
  return said(WORDS[standingOf(contrast)], {
    scenario,
    value: signedNumber(difference, digits),
    low: signedNumber(difference - halfWidth, digits),
    high: signedNumber(difference + halfWidth, digits),
  });
}

/** The note with the level from which the differences depart: a difference that fills its axis may be small beside it. */
export function withLevel(note: Text, frame: Frame, indicator: StudyIndicator, at: At): Text {
  const { mean } = frame.spread(frame.baseline.name, at);
  if (!Number.isFinite(mean)) return note;
  const level = said(CHARTS.levelBeside, {
    indicator: typeset(indicator.label),
    baseline: quoted(frame.baseline.label),
    year: at.period,
    level: quantity(mean, indicator, digitsOf(Number.NaN, mean)),
  });
  return joined([note, level], ' ');
}

/** The smallest uncertainty above nil, which decides the decimals of all; NaN when there is none. */
export function smallest(halfWidths: readonly number[]): number {
  const known = halfWidths.filter((width) => width > 0);
  return known.length === 0 ? Number.NaN : Math.min(...known);
}
