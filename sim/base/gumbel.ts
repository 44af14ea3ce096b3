/**
 * Random utility: the option of highest utility + Gumbel taste. The taste is a keyed draw of the agent and the
 * option, so that two scenarios share every taste and one more option moves only those who prefer it.
 *
 * Tastes for a place are made from the top down: its one draw gives the highest of its eight (the maximum of eight
 * Gumbel values is a Gumbel value shifted by ln 8), and the others, truncated below it, are drawn only where the
 * highest could win. Independent Gumbel values all the same (Maddison, Tarlow and Minka 2014), at a third of the draws.
 */
import { type DrawKey, draw, unit } from './draws.js';

/** Upper bound of the Gumbel value in each of 1,024 classes of the draw: most places are refused by it alone. */
const CLASS_BITS = 10;
const CLASS_SHIFT = 32 - CLASS_BITS;
/** Kinds that a place has room for, used or not, so that a further kind moves no key. */
const KIND_BITS = 3;
const KINDS = 1 << KIND_BITS;
const LOG_KINDS = Math.log(KINDS);
const BOUNDS = highestBounds();

function highestBounds(): Float64Array {
  const classes = 1 << CLASS_BITS;
  const highest = unit(-1 >>> 0);
  return Float64Array.from(
    { length: classes },
    (_, i) => gumbel(Math.min(highest, (i + 1) / classes)) + LOG_KINDS,
  );
}

/** Gumbel value (location 0, scale 1) at the uniform `u`. */
export function gumbel(u: number): number {
  return -Math.log(-Math.log(u));
}

/** Gumbel value below `most`, at the uniform `u`. */
function gumbelBelow(most: number, u: number): number {
  return -Math.log(Math.exp(-most) - Math.log(u));
}

/** Highest utility of each place over its kinds, from utilities by place × kinds + kind. */
export function highestByPlace(common: Float64Array, kinds: number): Float64Array {
  const highest = new Float64Array(common.length / kinds).fill(-Infinity);
  for (let option = 0; option < common.length; option++) {
    const place = Math.floor(option / kinds);
    highest[place] = Math.max(highest[place], common[option]);
  }
  return highest;
}

/**
 * Best option (place × kinds + kind, at most 8 kinds) for an agent: utility of the option, the same for all,
 * plus the agent's own attraction to the place, plus taste. −1 when every option is closed (utility −∞).
 * @param highest `highestByPlace` of `common`
 * @param own attraction of the agent to a place, never above 0; asked for few of them
 * @param first a place likely to be chosen: looked at first, it spares most of the others (and changes no result)
 */
export function bestOption(
  key: DrawKey,
  agent: number,
  common: Float64Array,
  highest: Float64Array,
  own: (place: number) => number,
  first = 0,
): number {
  const places = highest.length;
  const kinds = common.length / places;
  const a = draw(key.a, key.b, agent) | 0;
  const b = key.a ^ key.b;
  let best = -Infinity;
  let chosen = -1;
  for (let i = 0, place = first; i < places; i++, place = place + 1 < places ? place + 1 : 0) {
    const bits = draw(a, b, place);
    const bound = highest[place] + BOUNDS[bits >>> CLASS_SHIFT];
    if (bound <= best) continue;
    const attraction = own(place);
    if (bound + attraction <= best) continue;
    const most = gumbel(unit(bits)) + LOG_KINDS;
    if (highest[place] + attraction + most <= best) continue;
    // Which of the eight tastes is the highest, and how far below the others are: draws of their own.
    const top = draw(b, a, place) & (KINDS - 1);
    for (let kind = 0; kind < kinds; kind++) {
      const utility = common[place * kinds + kind] + attraction;
      if (utility + most <= best) continue;
      const taste = kind === top ? most : gumbelBelow(most, unit(draw(b, a, ~((place << KIND_BITS) | kind))));
      if (utility + taste > best) {
        best = utility + taste;
        chosen = place * kinds + kind;
      }
    }
  }
  return chosen;
}
