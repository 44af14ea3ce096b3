/** What both kinds of validation do before and while they simulate. */

import { decimal } from '../../analysis/wording/numbers.js';
import { VALIDATION } from '../../analysis/wording/validation.js';
import { MaillageError } from '../../sim/base/errors.js';
import type { Catalogue } from '../../sim/parameters/catalogue.js';
import { applySet } from '../../sim/scenario/set.js';
import type { Scenario } from '../../sim/scenario/types.js';
import type { Invocation } from '../command.js';
import { scenarioOrRefusal } from '../scenario.js';
import { progress } from '../terminal/progress.js';
import type { Terminal } from '../terminal/terminal.js';

/**
 * The scenario to validate, the baseline unless told.
 * @throws MaillageError `bad-option` for one that keeps a part of France.
 */
export function scenarioToValidate(invocation: Invocation, catalogue: Catalogue): Scenario {
  const read = scenarioOrRefusal(invocation.text('scenario') ?? 'baseline', catalogue);
  const [place] = read.territories;
  if (place !== undefined) {
    throw new MaillageError('bad-option', invocation.terminal.tell(VALIDATION.allOfFrance), {
      where: place.where,
    });
  }
  return invocation
    .texts('set')
    .reduce((scenario, setting, i) => applySet(catalogue, scenario, setting, i + 1), read);
}

/** What `work` gives, with its progress and time said. */
export async function timed<T>(
  terminal: Terminal,
  work: (onProgress: (progress: { readonly done: number; readonly total: number }) => void) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const bar = progress(terminal, (share, _rate, left) =>
    terminal.tell(VALIDATION.progress, {
      percent: Math.floor(share * 100),
      left: decimal(left, terminal.language),
    }),
  );
  try {
    const result = await work(({ done, total }) => bar.update(done, total));
    bar.stop();
    const seconds = decimal((performance.now() - started) / 1000, terminal.language, 1);
    terminal.say(terminal.tell(VALIDATION.doneIn, { seconds }));
    return result;
  } finally {
    bar.stop();
  }
}
