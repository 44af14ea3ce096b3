/**
 * Rules opened once on a world and kept for all its spans: frozen months, history, forks, the next replicates.
 *
 * V8 compiles what `open` returns, and around the columns it closes over as long as they have been closed over once: rules
 * opened for every span were compiled for every span, which took a sixth of the time of a study. Parameters and run are
 * handed to a kept rule as what stands for those of the span.
 */
import type { DrawKey } from '../base/draws.js';
import { MaillageError } from '../base/errors.js';
import type { Parameters } from '../parameters/types.js';
import type { Rule, RunningRule } from '../rules/rule.js';
import { oncePerWorld } from '../world/once-per-world.js';
import type { World } from '../world/world.js';

/** The rules of a span that begins; each world has one span at a time. */
export function openRules(
  world: World,
  parameters: Parameters,
  run: DrawKey,
  rules: readonly Rule[],
): RunningRule[] {
  const { opened, inputs } = openedOn(world);
  inputs.take(undefined, run);
  const running = rules.map((rule) => {
    const found = opened.get(rule) ?? rule.open(world, inputs.parameters, inputs.run);
    opened.set(rule, found);
    return found;
  });
  inputs.take(parameters, run);
  for (const rule of running) rule.start?.();
  return running;
}

const openedOn = oncePerWorld(() => ({ opened: new Map<Rule, RunningRule>(), inputs: spanInputs() }));

/** Parameters and run that stand for those of the span at hand. */
function spanInputs() {
  // Whole from the first: a number that is not would have V8 keep the words of every key as floating-point numbers.
  const run = { a: 0, b: 0 };
  let current: Parameters | undefined;
  const now = (): Parameters => current ?? readWhileOpened();
  const parameters: Parameters = {
    number: (path, month) => now().number(path, month),
    list: (path, month) => now().list(path, month),
    choice: (path, month) => now().choice(path, month),
    nextChange: (prefix, month) => now().nextChange(prefix, month),
  };
  return {
    parameters,
    run: run as DrawKey,
    take(those: Parameters | undefined, chance: DrawKey): void {
      current = those;
      run.a = chance.a;
      run.b = chance.b;
    },
  };
}

function readWhileOpened(): never {
  throw new MaillageError(
    'internal',
    'a rule reads a parameter while it is opened, where another span will bring another value: read it in start or each month',
    { exitCode: 1 },
  );
}
