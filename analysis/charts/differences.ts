/** Differences in words, never beyond what their interval allows. */
import { CHARTS } from '../wording/charts.js';
import type { Text } from '../wording/language.js';
import { said, signedNumber } from '../wording/said.js';
import type { Difference } from './frame.js';

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

/** The smallest uncertainty above nil, which decides the decimals of all; NaN when there is none. */
export function smallest(halfWidths: readonly number[]): number {
  const known = halfWidths.filter((width) => width > 0);
  return known.length === 0 ? Number.NaN : Math.min(...known);
}
