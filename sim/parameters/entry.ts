/**
 * The shape of one entry of a parameter file, and the parameter it becomes once checked.
 */
import { z } from 'zod';
import { bilingual, finite, interval, month, text } from '../base/shape.js';
import type { Status } from './types.js';

export const STATUSES = [
  'law',
  'agreement',
  'statistic',
  'estimate',
  'calibrated',
  'assumption',
] as const satisfies readonly Status[];
export const DISTRIBUTIONS = ['uniform', 'triangular', 'normal', 'loguniform'] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

const flag = z.boolean({ error: 'true or false' });
const byMember = z.record(text, z.union([finite, text], { error: 'a number or a word' }));

/** One entry as written in YAML; the checks across fields are in check-entry.ts. */
export const ParameterEntry = z.strictObject(
  {
    label: bilingual,
    unit: z.string({ error: 'a unit of units.yaml' }),
    status: z.enum(STATUSES, { error: `one of: ${STATUSES.join(', ')}` }),
    source: text.optional(),
    url: text.optional(),
    checked: month.optional(),
    note: text.optional(),
    range: interval.optional(),
    factor: interval.optional(),
    limits: interval.optional(),
    distribution: z.enum(DISTRIBUTIONS, { error: `one of: ${DISTRIBUTIONS.join(', ')}` }).optional(),
    argument: text.optional(),
    by: text.optional(),
    choices: z.array(text, { error: 'a list of words' }).min(1, { error: 'at least one word' }).optional(),
    interpolate: flag.optional(),
    values: z.record(
      month,
      z.union([finite, text, byMember], { error: 'a number, a word, or a mapping of members' }),
      {
        error: 'values by date, such as { 2013-01: 18 }',
      },
    ),
  },
  { error: 'an entry with its fields: label, unit, status, source, values' },
);
export type ParameterEntry = z.output<typeof ParameterEntry>;

/**
 * A checked parameter. Lists are in the order of the domain `by`; words by member (a list with `choices`) are positions in
 * `choices`.
 */
export interface Parameter {
  readonly path: string;
  readonly label: { readonly en: string; readonly fr: string };
  readonly unit: string;
  readonly status: Status;
  readonly source?: string;
  readonly url?: string;
  /** Month (`YYYY-MM`) in which somebody last checked that the value still holds. */
  readonly checked?: string;
  readonly note?: string;
  readonly argument?: string;
  /** Plausible values, in the parameter's unit. */
  readonly range?: readonly [number, number];
  /** Plausible multiples of all the values together, around 1: for lists and series. */
  readonly factor?: readonly [number, number];
  readonly distribution?: Distribution;
  /** No scenario may leave these. */
  readonly limits: readonly [number, number];
  readonly kind: 'number' | 'list' | 'choice';
  readonly by?: string;
  readonly members?: readonly string[];
  readonly choices?: readonly string[];
  readonly interpolate: boolean;
  readonly dated: readonly { readonly month: number; readonly value: number | readonly number[] | string }[];
  /** `file:line:column` of the entry. */
  readonly where: string;
}
