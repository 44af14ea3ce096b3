import { expect, test } from 'vitest';
import { runKey } from '../sim/base/draws.js';
import { openRules } from '../sim/engine/opened-rules.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import type { Parameters } from '../sim/parameters/types.js';
import type { Rule, RunningRule } from '../sim/rules/rule.js';
import { SCHEDULE } from '../sim/rules/schedule.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { parametersUnder } from './support/supply-harness.js';
import { tinyWorld } from './support/tiny-world.js';

const MONTH = 12 * 113;
const catalogue = loadCatalogue();
const baseline = resolveParameters(catalogue, loadScenario('baseline', catalogue));
const run = runKey('spans', 0);

/** A rule that says what it is given. */
function telling(seen: unknown[], openedTimes: { count: number }): Rule {
  return {
    name: 'telling',
    reads: [],
    writes: [],
    open(_world, parameters, chance): RunningRule {
      openedTimes.count++;
      return {
        start: () => seen.push('start'),
        serial: (month) => seen.push([parameters.number('payments.consultation', month), chance.a]),
      };
    },
  };
}

test('a rule is opened once for a world, and reads the parameters and the chance of the span at hand', () => {
  const seen: unknown[] = [];
  const times = { count: 0 };
  const rule = telling(seen, times);
  const world = tinyWorld();
  const other = runKey('spans', 1);
  const dearer = parametersUnder(catalogue, ['payments.consultation=31']);
  const spans: [Parameters, typeof run][] = [
    [baseline, run],
    [dearer, other],
    [baseline, run],
  ];
  for (const [parameters, chance] of spans) openRules(world, parameters, chance, [rule])[0].serial?.(MONTH);
  expect(times.count).toBe(1);
  const usual = baseline.number('payments.consultation', MONTH);
  expect(seen).toEqual(['start', [usual, run.a], 'start', [31, other.a], 'start', [usual, run.a]]);
});

test('a rule of another world is opened for itself', () => {
  const times = { count: 0 };
  const rule = telling([], times);
  openRules(tinyWorld(), baseline, run, [rule]);
  openRules(tinyWorld(), baseline, run, [rule]);
  expect(times.count).toBe(2);
});

test('a rule that reads a parameter while it is opened is refused, at the first span and at later ones', () => {
  const hasty: Rule = {
    name: 'hasty',
    reads: [],
    writes: [],
    open: (_world, parameters) => {
      parameters.number('payments.consultation', MONTH);
      return {};
    },
  };
  const world = tinyWorld();
  expect(() => openRules(world, baseline, run, [hasty])).toThrow('reads a parameter while it is opened');
  openRules(world, baseline, run, []);
  expect(() => openRules(world, baseline, run, [hasty])).toThrow('read it in start or each month');
});

test('no rule of the schedule looks at its run while it is opened: the next span brings another', () => {
  const world = tinyWorld();
  const parameters = openedWithout<Parameters>('parameters');
  const chance = openedWithout<typeof run>('run');
  for (const { rules } of SCHEDULE)
    for (const rule of rules) expect(() => rule.open(world, parameters, chance), rule.name).not.toThrow();
});

/** What throws when it is looked at. */
function openedWithout<T extends object>(what: string): T {
  return new Proxy({} as T, {
    get: (_, name) => {
      throw new Error(`${what}.${String(name)} read`);
    },
  });
}
