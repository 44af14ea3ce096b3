/**
 * What a rule is: a named piece of the month that reads and writes declared columns.
 *
 * `open` binds the rule to a world and returns what runs each month:
 * `begin(month)` prepares parameters (in every thread, cheap, writes no column);
 * then either `serial(month)` on one thread, or `territory(z, lane)` for every territory, spread over threads.
 * A territory pass may write only rows that belong to z, or the private lane; it may read what earlier phases left.
 *
 * A thread opens a rule once for all the spans of a world (`engine/opened-rules.ts`): frozen months, history, forks, the next
 * replicates. `open` reads neither parameters nor run nor rows, which the next span finds changed: what a rule keeps of
 * them from month to month it makes in `start`.
 */
import type { DrawKey } from '../base/draws.js';
import type { Parameters } from '../parameters/types.js';
import type { World } from '../world/world.js';

export interface Rule {
  readonly name: string;
  /** `table.column` names, checked by the engine's plan: no two rules of one spread phase write the same column. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** True when the rule also runs in the frozen months before history starts. */
  readonly frozen?: boolean;
  open(world: World, parameters: Parameters, run: DrawKey): RunningRule;
}

export interface RunningRule {
  /** Before the first month of a span: makes or forgets what is kept of parameters, run and rows. */
  start?(): void;
  begin?(month: number): void;
  serial?(month: number): void;
  territory?(z: number, lane: number): void;
}
