/** Rules opened for one test, apart from those that the engine keeps for a world. */
import type { DrawKey } from '../../sim/base/draws.js';
import type { Parameters } from '../../sim/parameters/types.js';
import type { Rule, RunningRule } from '../../sim/rules/rule.js';
import type { World } from '../../sim/world/world.js';

/** The rule, ready for its first month. */
export function opened(rule: Rule, world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const running = rule.open(world, parameters, run);
  running.start?.();
  return running;
}
