/** A plan once read and checked: what a batch simulates and keeps. Plain data. */
import type { Scenario, Warning } from '../../scenario/types.js';
import type { Design } from '../design/types.js';

export interface Plan {
  /** ASCII name of the study: small letters, digits and hyphens. */
  readonly name: string;
  readonly title?: { readonly en: string; readonly fr: string };
  readonly description?: { readonly en: string; readonly fr: string };
  /** Date (`YYYY-MM-DD`) written into the data package and the crate. */
  readonly date?: string;
  /** Loaded and checked; different names, the same territories. */
  readonly scenarios: readonly Scenario[];
  /** Name of the scenario that the others are compared with. */
  readonly baseline: string;
  readonly seed: string;
  /** People per agent. */
  readonly scale: number;
  /** First and last recorded year. */
  readonly from: number;
  readonly to: number;
  /** Runs of each scenario and point, each with its own chance; with a precision to reach, the most of them. */
  readonly replicates: number;
  /** Half-widths to reach by more replicates; empty for none. */
  readonly precision: readonly Precision[];
  readonly design: Design;
  readonly keep: Keep;
  /** Indicators defined by the plan, in its order. */
  readonly formulas: readonly FormulaIndicator[];
  /** What is allowed but worth saying: values outside a plausible range, and the like. */
  readonly warnings: readonly Warning[];
}

/** The half-width wanted for the 95 % interval of an indicator, in its unit. */
export interface Precision {
  readonly indicator: string;
  readonly halfWidth: number;
}

/** What is kept of each run. */
export interface Keep {
  /** Ids in the order of the dictionary, then the plan's own formulas, which are always kept. */
  readonly indicators: readonly string[];
  /** Codes: `FR`, then régions, then territories, in the order of the geography. */
  readonly places: readonly string[];
  /** Undefined: every group for France, everybody elsewhere. */
  readonly groups: readonly string[] | undefined;
  /** Monthly values too. */
  readonly months: boolean;
  /** The sixteen headline indicators of every territory and year. */
  readonly territories: boolean;
}

/** An indicator that the plan defines by a formula over those of the dictionary. */
export interface FormulaIndicator {
  readonly id: string;
  readonly formula: string;
  readonly unit: string;
  readonly label: { readonly en: string; readonly fr: string };
  readonly better?: 'more' | 'less';
}

/** Settings of the command line, which prevail over the plan's. */
export interface PlanOverrides {
  readonly name?: string;
  readonly seed?: string;
  readonly scale?: number;
  readonly from?: number;
  readonly to?: number;
  readonly replicates?: number;
  readonly precision?: readonly Precision[];
}
