/** A design of experiments: which parameters and levers are varied together, over what, and how points are chosen. */
import type { Distribution } from '../../parameters/entry.js';
import type { Operation } from '../../scenario/types.js';

export const METHODS = ['factorial', 'latin-hypercube', 'sobol'] as const;
export type Method = 'none' | (typeof METHODS)[number];

/** One varied parameter, or lever: what a point gives a value to. */
export interface Dimension {
  /** Column of the table of runs: ASCII letters, digits and underscores; by default made from the parameter's path. */
  readonly name: string;
  readonly parameter: string;
  readonly operation: Operation;
  /** Members of the parameter's domain that it changes; absent for all. */
  readonly members?: readonly string[];
  /** First month, and the month in which the former values resume; -Infinity and Infinity as in a change. */
  readonly from: number;
  readonly to: number;
  /** True: an uncertain parameter, laid under the scenarios. False: a lever (it has a date), laid over them. */
  readonly under: boolean;
  /** Values of a factorial, or values equally likely in a sample; positions in `words` when there are any. */
  readonly levels?: readonly number[];
  /** Choices of a parameter that is a word, or a word by member. */
  readonly words?: readonly string[];
  /** How values spread from `low` to `high` in a sample; absent with `levels`. */
  readonly distribution?: Distribution;
  readonly low?: number;
  readonly high?: number;
  /** Most likely value of a triangular distribution. */
  readonly mode?: number;
}

export interface Design {
  readonly method: Method;
  /** Number of points asked; 1 when nothing is varied. */
  readonly points: number;
  /** Text from which points are drawn. */
  readonly seed: string;
  /** True: each point has its own chance; false: every point meets the same one. */
  readonly ownSeeds: boolean;
  readonly dimensions: readonly Dimension[];
}

/** The design of a plan that varies nothing: one point. */
export const NO_DESIGN: Design = { method: 'none', points: 1, seed: '', ownSeeds: false, dimensions: [] };
