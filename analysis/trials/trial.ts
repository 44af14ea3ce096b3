/**
 * A trial: a published comparison of doctors with a scheme and doctors without, as it is repeated on simulated GPs. Everything
 * that an estimate depends on is in the file of the trial; the estimator (`estimate.ts`) has no other freedom.
 */

import type { PanelYear, Scheme } from '../../sim/recorder/gp-panel.js';
import type { Change } from '../../sim/scenario/types.js';
import type { Text } from '../wording/language.js';

/** What controls must share with a treated GP in the December read before joining. */
export const LIKE = ['sex', 'ageClass', 'form', 'zone', 'listDecile'] as const;
export type Like = (typeof LIKE)[number];

/** What is read of a GP. */
export const READ = [
  'adultList',
  'seenYear',
  'actsYear',
  'hours',
  'tested',
] as const satisfies readonly (keyof PanelYear)[];
export type Read = (typeof READ)[number];

/**
 * `change`: change of treated GPs over that of their controls, per cent. `before`: how far treated GPs lie above their
 * controls before they join, per cent. `points`: change of a share less that of controls, points.
 */
export const READINGS = ['change', 'before', 'points'] as const;
export type Reading = (typeof READINGS)[number];

/** `up`: above zero. `notUp`: less than one point above zero. */
export const SIGNS = ['up', 'notUp'] as const;
export type Sign = (typeof SIGNS)[number];

export interface Outcome {
  readonly id: string;
  readonly label: Text;
  readonly of: Read;
  readonly reading: Reading;
  readonly observed: number | { readonly sign: Sign };
  /** Of an observed number, in its unit; absent where nothing is judged. */
  readonly tolerance?: number;
  readonly use: 'fit' | 'check';
  readonly judged: boolean;
  readonly like: readonly Like[];
  readonly note?: Text;
}

interface Common {
  readonly name: string;
  readonly title: Text;
  readonly source: string;
  readonly note?: Text;
  /** The same world but for this: nobody else joins, or nobody is paid. */
  readonly without: readonly Change[];
  /** Last year that must be simulated. */
  readonly to: number;
}

export interface ControlledTrial extends Common {
  readonly kind: 'controlled';
  readonly scheme: Scheme;
  /** First and last calendar year of joining. */
  readonly joined: { readonly from: number; readonly to: number };
  /** Years from that of joining to the Decembers read. */
  readonly read: { readonly before: number; readonly after: number };
  readonly outcomes: readonly Outcome[];
}

/** Who would have come without the aids: counted by the run itself, and by hand from a run without them. */
export interface DeadweightTrial extends Common {
  readonly kind: 'deadweight';
  /** First month in which the two worlds differ. */
  readonly from: number;
}

export type Trial = ControlledTrial | DeadweightTrial;
