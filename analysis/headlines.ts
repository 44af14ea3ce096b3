/** The headline indicators of one or several runs of one scenario: a mean by year and group, with its interval. */
import type { Group } from '../sim/recorder/cells.js';
import { HEADLINE } from '../sim/recorder/dictionary.js';
import type { Indicator } from '../sim/recorder/indicator.js';
import type { TidyRow } from '../sim/recorder/rows.js';
import { type Interval, meanInterval } from '../sim/recorder/statistics.js';

/** Groups shown: France as a whole, and its worst-served tenth, whose membership is fixed at the start. */
export const HEADLINE_GROUPS = ['all', 'worstTenth'] as const satisfies readonly Group[];
export type HeadlineGroup = (typeof HEADLINE_GROUPS)[number];

export interface Headlines {
  readonly years: readonly number[];
  readonly indicators: readonly Indicator[];
  /** `undefined` where a replicate has no value. */
  at(year: number, group: HeadlineGroup, indicator: string): Interval | undefined;
}

/** Headline values of replicates, each given by the yearly rows of France (`headlineRows` or a results folder). */
export function headlinesOf(replicates: readonly (readonly TidyRow[])[]): Headlines {
  const values = new Map<string, number[]>();
  const years = new Set<number>();
  for (const rows of replicates) {
    for (const { period, group, indicator, value } of rows) {
      years.add(Number(period));
      const key = keyOf(Number(period), group, indicator);
      values.set(key, [...(values.get(key) ?? []), value]);
    }
  }
  return {
    years: [...years].sort((a, b) => a - b),
    indicators: HEADLINE,
    at(year, group, indicator) {
      const found = values.get(keyOf(year, group, indicator)) ?? [];
      return found.length === replicates.length && found.length > 0 ? meanInterval(found) : undefined;
    },
  };
}

function keyOf(year: number, group: string, indicator: string): string {
  return `${year} ${group} ${indicator}`;
}

/** Years shown in a table: at most `most` of them, evenly spaced, the first and the last always in. */
export function shownYears(years: readonly number[], most: number): number[] {
  const step = Math.max(1, Math.ceil((years.length - 1) / (most - 1)));
  const last = years.length - 1;
  return years.filter((_, i) => (last - i) % step === 0 || i === 0);
}
