/**
 * Random utility: the option of highest utility + Gumbel taste. The taste is a keyed draw of the agent and the
 * option, so that two scenarios share every taste and one more option moves only those who prefer it.
 *
 * Tastes are made from the top down: one draw of a group of places gives the highest of all its tastes (the maximum of n
 * Gumbel values is a Gumbel value shifted by ln n); those of its places, truncated below it, are drawn only where the
 * highest could win, and those of the kinds of a place likewise. They are independent Gumbel values all the same (Maddison,
 * Tarlow and Minka 2014, "A* sampling"), at a fifteenth of the draws: 275 for each GP who settled in a baseline of 2013–2022,
 * counted over 24,963 choices of one of 4,176 options.
 */
import type { DrawKey } from './draws.js';
import * as draws from './draws.js';

// Constants of this file, which V8 compiles in (`world/once-per-world.ts`).
const { draw, unit } = draws;

/** Upper bound of the Gumbel value in each of 1,024 classes of the draw: most places drawn are refused by it. */
const CLASS_BITS = 10;
const CLASS_SHIFT = 32 - CLASS_BITS;
/** Kinds that a place has room for, used or not, so that a further kind moves no key. */
const KIND_BITS = 3;
const KINDS = 1 << KIND_BITS;
const LOG_KINDS = Math.log(KINDS);
/** Marks the draws of tastes that are not the highest of their place. */
const OTHERS = 1 << (KINDS + KINDS + KINDS);
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

/** Places in groups, group by group: `places[start[g]] … places[start[g + 1]]`. */
export interface PlaceGroups {
  readonly start: Int32Array;
  readonly places: Int32Array;
  readonly groupOf: Int32Array;
}

/** Groups by the number of the group of each place. */
export function placeGroups(groupOf: Int32Array): PlaceGroups {
  const places = Int32Array.from(groupOf, (_, place) => place).sort(
    (a, b) => groupOf[a] - groupOf[b] || a - b,
  );
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const start = Int32Array.from({ length: groups + 1 }, (_, group) => {
    const first = places.findIndex((place) => groupOf[place] >= group);
    return first < 0 ? places.length : first;
  });
  return { start, places, groupOf };
}

/** Options of a month, the same for all. */
export interface Options {
  readonly groups: PlaceGroups;
  readonly kinds: number;
  /** Utility by place × kinds + kind; its highest of each place, and of each group. */
  readonly common: Float64Array;
  readonly highest: Float64Array;
  readonly highestOfGroup: Float64Array;
  /** Places group by group, those of the highest utility first. */
  readonly ranked: Int32Array;
}

/** Options of the utilities `common`, by place × kinds + kind. */
export function optionsOf(common: Float64Array, kinds: number, groups: PlaceGroups): Options {
  const highest = new Float64Array(common.length / kinds).fill(-Infinity);
  const highestOfGroup = new Float64Array(groups.start.length - 1).fill(-Infinity);
  for (let place = 0; place < highest.length; place++) {
    for (let kind = 0; kind < kinds; kind++)
      highest[place] = Math.max(highest[place], common[place * kinds + kind]);
    const group = groups.groupOf[place];
    highestOfGroup[group] = Math.max(highestOfGroup[group], highest[place]);
  }
  const ranked = groups.places.slice();
  for (let group = 0; group < highestOfGroup.length; group++)
    ranked.subarray(groups.start[group], groups.start[group + 1]).sort((a, b) => highest[b] - highest[a]);
  return { groups, kinds, common, highest, highestOfGroup, ranked };
}

/** What draws one agent to a place, and at most to any place of a group. */
export interface Attraction {
  to(place: number): number;
  within(group: number): number;
}

/**
 * Best option (place × kinds + kind, at most 8 kinds) for an agent: utility of the option, the same for all,
 * plus the agent's own attraction to the place, plus taste. −1 when every option is closed (utility −∞).
 * @param first a group likely to be chosen: looked at first, it spares most of the others (and changes no result)
 */
export function bestOption(
  key: DrawKey,
  agent: number,
  { groups, kinds, common, highest, highestOfGroup, ranked }: Options,
  own: Attraction,
  first = 0,
): number {
  const { start, places } = groups;
  const count = highestOfGroup.length;
  const a = draw(key.a, key.b, agent) | 0;
  const b = key.a ^ key.b;
  let best = -Infinity;
  let chosen = -1;
  for (let i = 0, group = first; i < count; i++, group = group + 1 < count ? group + 1 : 0) {
    const size = start[group + 1] - start[group];
    const most = gumbel(unit(draw(a, b, ~group))) + LOG_KINDS + Math.log(size);
    const near = own.within(group);
    if (highestOfGroup[group] + near + most <= best) continue;
    const topPlace = places[start[group] + Math.floor(unit(draw(b, a, ~group)) * size)];
    const floor = Math.exp(-most);
    for (let p = start[group]; p < start[group + 1]; p++) {
      const place = ranked[p];
      // Refused by looser and cheaper bounds first, and with it all that follow: of 440 places, 100 need their attraction.
      if (highest[place] + near + most <= best) break;
      const bits = draw(a, b, place);
      const isTop = place === topPlace;
      const limit = isTop ? most : BOUNDS[bits >>> CLASS_SHIFT];
      if (highest[place] + near + limit <= best) continue;
      const attraction = own.to(place);
      const mean = highest[place] + attraction;
      if (mean + most <= best || mean + limit <= best) continue;
      // The highest of eight tastes that all lie below the highest of the group.
      const top = isTop ? most : -Math.log(floor - Math.log(unit(bits)) / KINDS);
      if (mean + top <= best) continue;
      // Which of the eight it is, and how far below the others are: draws of their own.
      const topKind = draw(b, a, place) & (KINDS - 1);
      for (let kind = 0; kind < kinds; kind++) {
        const utility = common[place * kinds + kind] + attraction;
        if (utility + top <= best) continue;
        const u = unit(draw(b, a, (place << KIND_BITS) | kind | OTHERS));
        const taste = kind === topKind ? top : gumbelBelow(top, u);
        if (utility + taste > best) {
          best = utility + taste;
          chosen = place * kinds + kind;
        }
      }
    }
  }
  return chosen;
}
