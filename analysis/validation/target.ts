/** An observed figure, how the model is read to be compared with it, and how far it may be. */
import type { Indicator, Words } from '../../sim/recorder/indicator.js';

/** First year whose figures are never used, neither to fit nor to judge (statistics §17). */
export const FIRST_CHECK_YEAR = 2022;

/** Files of `scenarios/targets/`, in the order in which they are printed. */
export const SECTIONS = [
  'population',
  'gps',
  'regions',
  'care',
  'lists',
  'attachment',
  'accessibility',
  'money',
  'teams',
  'cpts',
  'delegation',
  'settlement',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Allowed distance between the simulated mean and the observed value, in the unit of the indicator unless said. */
export type Tolerance =
  /** Share of the observed value. */
  | { readonly kind: 'share'; readonly value: number }
  /** Percentage points of an indicator in percent. */
  | { readonly kind: 'points'; readonly value: number }
  | { readonly kind: 'absolute'; readonly value: number }
  /** The larger of a share of the observed count and `roots` of its square roots. */
  | { readonly kind: 'maxOf'; readonly share: number; readonly roots: number }
  /** The observed value is an interval; inside is right. */
  | { readonly kind: 'interval' };

/** What of a run is read: the end of a month, or the mean or the sum of whole years. */
export type Reading =
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'years'; readonly from: number; readonly to: number; readonly over: 'mean' | 'sum' };

/** Evidence code of `statistics.md`: value read in a page, computed from official files, or recalled. */
export type Evidence = 'V' | 'C' | 'U';

export interface Target {
  /** `gps.2021`; a figure of one région adds its code: `regions.large.2021.53`. */
  readonly id: string;
  /** Id of the entry of the file: shared by the régions of one. */
  readonly entry: string;
  readonly section: Section;
  readonly indicator: Indicator;
  readonly label: Words;
  /** `FR` or the code of a région. */
  readonly place: string;
  /** Régions left out of France. */
  readonly without: readonly string[];
  readonly reading: Reading;
  /** The value is read as a percentage of that of this year. */
  readonly percentOf?: number;
  /** The value is read as the région's part of this number: simulated ÷ simulated France × outOf. */
  readonly outOf?: number;
  /** The value is read as the région's rank by it among all régions, 1 for the highest. */
  readonly rank: boolean;
  /** When it was observed, as written: `2021`, `2021-06`, `2015–2019`. */
  readonly dated: string;
  /** Last month of the observation (calendar.ts). */
  readonly datedUntil: number;
  readonly observed: number | readonly [number, number];
  /** Absent where the observed scope differs too much to judge. */
  readonly tolerance?: Tolerance;
  /** Used to fit parameters, or only looked at afterwards. */
  readonly use: 'fit' | 'check';
  /** True when a miss makes the validation fail. */
  readonly judged: boolean;
  /** Most people per agent at which it may be read; absent: any. */
  readonly scale?: number;
  readonly status: Evidence;
  readonly source: string;
  readonly note?: Words;
  /** `file:line:column`. */
  readonly where: string;
}

/** Lowest and highest value within tolerance; `undefined` without a tolerance. */
export function allowed({ observed, tolerance }: Target): readonly [number, number] | undefined {
  if (tolerance === undefined) return undefined;
  if (typeof observed !== 'number') return observed;
  const around = distance(tolerance, observed);
  return [observed - around, observed + around];
}

function distance(tolerance: Tolerance, observed: number): number {
  switch (tolerance.kind) {
    case 'share':
      return observed * tolerance.value;
    case 'points':
    case 'absolute':
      return tolerance.value;
    case 'maxOf':
      return Math.max(observed * tolerance.share, Math.sqrt(observed) * tolerance.roots);
    case 'interval':
      return 0;
    default:
      return tolerance satisfies never;
  }
}
