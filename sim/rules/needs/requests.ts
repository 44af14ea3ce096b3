/** The requests of a month: the loop over the people of a territory. */
import { AGE_BANDS, classByMonths } from '../../base/ages.js';
import * as bitsOf from '../../base/bits.js';
import * as calendar from '../../base/calendar.js';
import * as draws from '../../base/draws.js';
import * as counts from '../../base/fast-counts.js';
import { oncePerWorld } from '../../world/once-per-world.js';
import * as people from '../../world/patients.js';
import * as lanes from '../../world/tallies.js';
import type { World } from '../../world/world.js';
import * as profiles from './rates.js';
import * as needTables from './tables.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { ifBelow, isBelow, nextByte } = bitsOf;
const { MONTHS_PER_YEAR } = calendar;
const { draw, lowBits } = draws;
const { largeCount, NORMAL_FROM, smallCount } = counts;
const { LOW_INCOME } = people;
const {
  ANNOUNCED_ONE,
  announcedUnmet,
  EXPECTED_UNIT,
  GP_ANNOUNCED,
  GP_COUNTERS,
  GP_EXPECTED,
  GP_REQUESTS,
  GP_UNSCHEDULED,
  NOBODY,
} = lanes;
const { PROFILE_MASK, PROFILES } = profiles;
const { emptyTables, NEED_CLASSES, NEED_SHIFT, SHARE_BITS } = needTables;

/** The low half of a draw, as an integer. */
const LOW_HALF = (1 << SHARE_BITS) - 1;

/** What changes from month to month. */
export interface RequestsMonth {
  /** Month that sets ages. */
  now: number;
  requests: draws.DrawKey;
  kinds: draws.DrawKey;
  /** How much more often than others people of low income are the ones who fail. */
  lowFactor: number;
}

export interface Requests {
  /** Filled by the rule every month. */
  readonly tables: needTables.NeedTables;
  /** Everybody in z asks; the lane holds what GPs and the pool announced. */
  ask(z: number, lane: number, month: RequestsMonth): void;
}

/**
 * Whole part of `count` × `share`, rounded up when the uniform `u` is high: parts of cumulated shares add up.
 * @param share and u: in 1/65536, whole
 */
export function partOf(count: number, share: number, u: number): number {
  return (Math.imul(count, share) + u) >>> SHARE_BITS;
}

export const requestsOf: (world: World) => Requests = oncePerWorld((world) => {
  const { patients, tallies, gpLanes } = world;
  const { key, birth, flags, need, doctor, sinceUnmet } = patients.columns;
  const { start, count } = patients;
  const tally = tallies.columns;
  const bandOf = classByMonths(AGE_BANDS);
  const scale = world.size.scale;
  const many = scale > 1;
  const expectedUnit = EXPECTED_UNIT / scale;
  const failScale = (1 << SHARE_BITS) / scale / ANNOUNCED_ONE;
  const tables = emptyTables();
  const { rate, expMinusRate, unscheduled, notPlanned } = tables;

  /** Failures fall on low incomes more often, and add up to those announced: weight of others, and what low adds. */
  const weights = new Float64Array(2);

  /** Apart from the loop: what turns from whole to fractional in its second month would undo the compiled loop. */
  function weigh(z: number, lowFactor: number): void {
    const others = tally.requests[2 * z];
    const low = tally.requests[2 * z + 1];
    const weight = others + low > 0 ? (others + low) / (others + low * lowFactor) : 1;
    weights[0] = weight * failScale;
    weights[1] = weight * failScale * (lowFactor - 1);
  }

  function ask(z: number, lane: number, { now, requests, kinds, lowFactor }: RequestsMonth): void {
    const counters = gpLanes[lane];
    const pool = NOBODY * GP_COUNTERS;
    const { a: requestA, b: requestB } = requests;
    const { a: kindA, b: kindB } = kinds;
    weigh(z, lowFactor);
    const weight = weights[0];
    const lowMore = weights[1];
    let requestsLow = 0;
    let requestsAll = 0;
    let recentLow = 0;
    let recentAll = 0;
    let followUpsAll = 0;
    let followUpsLow = 0;
    const from = start[z];
    const end = from + count[z];
    for (let i = from; i < end; i++) {
      const bits = flags[i];
      const profile = bandOf[now - birth[i]] * PROFILES + (bits & PROFILE_MASK);
      const at = profile * NEED_CLASSES + (need[i] >> NEED_SHIFT);
      const id = key[i];
      const d = doctor[i];
      const income = (bits & LOW_INCOME) >> 1;
      const since = sinceUnmet[i];
      // Sums of sign bits instead of branches that no processor can foresee: a fifth of the loop's time.
      const recent = isBelow(since, MONTHS_PER_YEAR);
      recentAll += recent;
      recentLow += recent & income;
      let memory = nextByte(since);
      const u = draw(requestA, requestB, id);
      const lambda = rate[at];
      const to = d * GP_COUNTERS;
      if (many) counters[to + GP_EXPECTED] += (lambda * expectedUnit + 0.5) | 0;
      // At a coarse scale nearly every agent asks every month; at scale 1 two in three do not.
      const large = lambda >= NORMAL_FROM;
      if (large || u >= expMinusRate[at]) {
        const wanted = large ? largeCount(lambda, u) : smallCount(lambda, expMinusRate[at], u);
        // A large count uses the top bits of its draw only: the others are left for the kinds and for luck.
        const v = large ? lowBits(u) : draw(kindA, kindB, id);
        const split = v >>> SHARE_BITS;
        const first = partOf(wanted, unscheduled[profile], split);
        const second = partOf(wanted, notPlanned[profile], split) - first;
        requestsAll += wanted;
        requestsLow += income * wanted;
        followUpsAll += second;
        followUpsLow += income * second;
        counters[to + GP_REQUESTS] += wanted;
        counters[to + GP_UNSCHEDULED] += first;
        const failing = announcedUnmet(counters[to + GP_ANNOUNCED]);
        // The memory of an agent is that of a typical one of its people: of `scale`, one asked wanted ÷ scale times.
        const fails = (failing * wanted * (weight + income * lowMore) + 0.5) | 0;
        memory -= ifBelow(v & LOW_HALF, fails, memory);
      }
      sinceUnmet[i] = memory;
    }
    tally.requests[2 * z] = requestsAll - requestsLow;
    tally.requests[2 * z + 1] = requestsLow;
    tally.recentUnmet[2 * z] = recentAll - recentLow;
    tally.recentUnmet[2 * z + 1] = recentLow;
    tally.poolRequests[2 * z] = counters[pool + GP_REQUESTS];
    tally.poolUnscheduled[2 * z] = counters[pool + GP_UNSCHEDULED];
    counters[pool + GP_REQUESTS] = 0;
    counters[pool + GP_UNSCHEDULED] = 0;
    counters[pool + GP_EXPECTED] = 0;
    tally.followUpRequests[2 * z] = followUpsAll - followUpsLow;
    tally.followUpRequests[2 * z + 1] = followUpsLow;
  }

  return { tables, ask };
});
