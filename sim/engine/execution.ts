/** Runs the phases of a month in one thread: rules bound to a world, shared by every thread of a run. */
import type { DrawKey } from '../base/draws.js';
import type { Parameters } from '../parameters/types.js';
import type { RunningRule } from '../rules/rule.js';
import { type Phase, SCHEDULE } from '../rules/schedule.js';
import type { World } from '../world/world.js';
import { openRules } from './opened-rules.js';

export interface BoundPhase {
  readonly phase: Phase;
  readonly rules: readonly RunningRule[];
}

/** Binds the rules of the schedule; in frozen months only those that are marked so. */
export function bindPhases(
  world: World,
  parameters: Parameters,
  run: DrawKey,
  frozen: boolean,
  schedule: readonly Phase[] = SCHEDULE,
): BoundPhase[] {
  const phases = schedule
    .map((phase) => ({ ...phase, rules: phase.rules.filter((rule) => !frozen || rule.frozen === true) }))
    .filter((phase) => phase.rules.length > 0);
  const running = openRules(
    world,
    parameters,
    run,
    phases.flatMap(({ rules }) => rules),
  );
  let next = 0;
  return phases.map((phase) => ({ phase, rules: phase.rules.map(() => running[next++]) }));
}

/** Lets every rule read its parameters of the month. */
export function beginMonth(phases: readonly BoundPhase[], month: number): void {
  for (const { rules } of phases) for (const rule of rules) rule.begin?.(month);
}

export function runSerial(bound: BoundPhase, month: number): void {
  for (const rule of bound.rules) rule.serial?.(month);
}

export function runTerritory(bound: BoundPhase, z: number, lane: number): void {
  const { rules } = bound;
  for (let r = 0; r < rules.length; r++) rules[r].territory?.(z, lane);
}

/** Territories from the most populous down, so that no thread is left with a large one at the end; ties by row. */
export function workOrder(world: World): Int32Array {
  const { count } = world.patients;
  const rows = Array.from({ length: world.geography.territories.length }, (_, z) => z);
  return Int32Array.from(rows.sort((a, b) => count[b] - count[a] || a - b));
}
