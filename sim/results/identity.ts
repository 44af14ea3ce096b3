/** What makes two runs the same run: everything that can change a number, and nothing else. */

import { formatMonth } from '../base/calendar.js';
import { digestJson, type Json } from '../base/digest.js';
import type { Refusal } from '../base/errors.js';
import { refusal } from '../base/refusals.js';
import type { Detail } from '../recorder/rows.js';
import { codeVersion } from './code-version.js';

export interface RunIdentity {
  readonly scenario: string;
  readonly parametersDigest: string;
  /** Every parameter as resolved for the run. */
  readonly parameters: Json;
  /** Digest of the geography, and of any data set in use, by name. */
  readonly geography: string;
  readonly data: Readonly<Record<string, string>>;
  readonly code: string;
  readonly seed: string;
  readonly replicate: number;
  /** People per agent. */
  readonly scale: number;
  /** First and last recorded month, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly detail: Detail;
}

/** Where and when a run was made: the one thing that two equal runs may say differently. */
export interface Provenance {
  readonly threads: number;
  readonly host: string;
  readonly node: string;
  readonly platform: string;
  /** ISO times. */
  readonly started: string;
  readonly finished: string;
}

/** The identity of a run; `from` and `to` are months of calendar.ts. */
export function runIdentity(
  run: Omit<RunIdentity, 'parametersDigest' | 'code' | 'from' | 'to'> & { from: number; to: number },
): RunIdentity {
  return {
    ...run,
    parametersDigest: digestJson(run.parameters),
    code: codeVersion(),
    from: formatMonth(run.from),
    to: formatMonth(run.to),
  };
}

export function identityDigest(identity: RunIdentity): string {
  return digestJson(asJson(identity));
}

export function asJson(identity: RunIdentity): Json {
  return { ...identity };
}

/** What differs between two identities, in words a person can act on: `seed "a" there, "b" asked`. */
export function identityDifferences(there: RunIdentity, asked: RunIdentity): Refusal[] {
  const names = Object.keys(asked).filter((name) => name !== 'parameters') as (keyof RunIdentity)[];
  return names
    .filter((name) => digestJson(there[name] as Json) !== digestJson(asked[name] as Json))
    .map((name) => {
      const [before, now] = [there, asked].map((one) => short(one[name] as Json));
      return refusal('differentValue', { name, there: before, asked: now });
    });
}

const SHOWN = 24;

function short(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
