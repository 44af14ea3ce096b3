/**
 * A scenario once read: plain data.
 */
import type { Expectation } from './file.js';

export type Operation = 'value' | 'multiply' | 'add';

/** One change of one parameter, checked. */
export interface Change {
  readonly parameter: string;
  /** First month (index of calendar.ts); -Infinity for a `--set` without date. */
  readonly from: number;
  /** First month in which the former values resume; Infinity when they never do. */
  readonly to: number;
  readonly operation: Operation;
  /** A number or a word for all the members changed, or one by member. Words stay words until they are applied. */
  readonly operand: number | string | Readonly<Record<string, number | string>>;
  /** Members changed; absent for all. */
  readonly members?: readonly string[];
  readonly reason?: string;
  readonly source?: string;
  /** Scenario that brought it, or `--set #1`. */
  readonly layer: string;
  /** `file:line:column` of the change and of its value, or `--set #1`. */
  readonly where: string;
  readonly valueWhere: string;
}

/** A code or a name with the place where it was written. */
export interface Located {
  readonly text: string;
  readonly where: string;
}

export interface Warning {
  readonly where: string;
  readonly message: string;
}

export interface Scenario {
  readonly name: string;
  readonly title: { readonly en: string; readonly fr: string };
  readonly description?: { readonly en: string; readonly fr: string };
  readonly reason: string;
  readonly sources: readonly string[];
  /** Absolute path of the file. */
  readonly file: string;
  /** Names from the scenario that extends nothing to this one. */
  readonly lineage: readonly string[];
  /** Changes in the order in which they apply: those of the scenario extended first. */
  readonly changes: readonly Change[];
  readonly expects: readonly (Expectation & { readonly where: string })[];
  /** First and last year; inherited from the scenario extended. */
  readonly from?: number;
  readonly to?: number;
  /** Territories or régions kept, inherited; empty for all of France. */
  readonly territories: readonly Located[];
  /** Values outside the plausible range, and the like: allowed, and said. */
  readonly warnings: readonly Warning[];
}
