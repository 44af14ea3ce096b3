/** The phase of coordinated practice alone, month by month: years of projects without the care of a single patient. */
import { runKey } from '../../sim/base/draws.js';
import type { Parameters } from '../../sim/parameters/types.js';
import { SCHEDULE } from '../../sim/rules/schedule.js';
import type { World } from '../../sim/world/world.js';
import { opened } from './opened.js';

const SERIAL = ['professionals', 'coordination'];

/** Runs professionals and coordination from one month to another, both included. */
export function runCoordination(
  world: World,
  parameters: Parameters,
  from: number,
  to: number,
  after?: (month: number) => void,
): void {
  const rules = SCHEDULE.filter(({ name }) => SERIAL.includes(name))
    .flatMap((phase) => phase.rules)
    .map((rule) => opened(rule, world, parameters, runKey('months', 0)));
  for (let month = from; month <= to; month++) {
    for (const rule of rules) {
      rule.begin?.(month);
      rule.serial?.(month);
    }
    after?.(month);
  }
}
