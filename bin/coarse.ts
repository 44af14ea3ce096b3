/** What is said of a scale that is too coarse for levels of access. */
import { CAUTIONS } from '../analysis/wording/cautions.js';
import { RUN_DEFAULTS } from '../sim/engine/settings.js';
import type { Terminal } from './terminal/terminal.js';

/**
 * A caution, or nothing at the default scale and finer ones, where headline indicators agree with each other
 * (`tests/slow/scale.test.ts`).
 * @param scale people per agent
 */
export function coarseNotes(scale: number, terminal: Terminal): string[] {
  return scale > RUN_DEFAULTS.scale
    ? [terminal.tell(CAUTIONS.coarse, { scale, fine: RUN_DEFAULTS.scale })]
    : [];
}
