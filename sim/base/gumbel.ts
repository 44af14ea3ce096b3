/**
 * Random utility: the option of highest utility + Gumbel taste. The taste is a keyed draw of the agent and the
 * option, so that two scenarios share every taste and one more option moves only those who prefer it.
 */
import { type DrawKey, draw, unit } from './draws.js';

/** Upper bound of the Gumbel value in each of 1,024 classes of the draw: most options are refused by it alone. */
const CLASS_BITS = 10;
const CLASS_SHIFT = 32 - CLASS_BITS;
const BOUNDS = gumbelBounds();
/** Option keys leave room for eight kinds in a place, so that a further kind moves no key. */
const KIND_BITS = 3;

function gumbelBounds(): Float64Array {
  const classes = 1 << CLASS_BITS;
  const highest = unit(-1 >>> 0);
  return Float64Array.from({ length: classes }, (_, i) => gumbel(Math.min(highest, (i + 1) / classes)));
}

/** Gumbel value (location 0, scale 1) at the uniform `u`. */
export function gumbel(u: number): number {
  return -Math.log(-Math.log(u));
}

/**
 * Best option (place × kinds + kind, at most 8 kinds) for an agent: utility of the option, the same for all,
 * plus the agent's own attraction to the place, plus taste. −1 when every option is closed (utility −∞).
 */
export function bestOption(
  key: DrawKey,
  agent: number,
  common: Float64Array,
  own: Float64Array,
  kinds: number,
): number {
  const a = draw(key.a, key.b, agent) | 0;
  const b = key.a ^ key.b;
  let best = -Infinity;
  let chosen = -1;
  // Kinds outside, places inside: the short inner loop of one kind runs a quarter faster than places outside.
  for (let kind = 0; kind < kinds; kind++) {
    for (let place = 0, option = kind; place < own.length; place++, option += kinds) {
      const utility = common[option] + own[place];
      const bits = draw(a, b, (place << KIND_BITS) | kind);
      if (utility + BOUNDS[bits >>> CLASS_SHIFT] <= best) continue;
      const value = utility + gumbel(unit(bits));
      if (value > best) {
        best = value;
        chosen = option;
      }
    }
  }
  return chosen;
}
