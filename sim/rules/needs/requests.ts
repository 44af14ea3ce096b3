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
  EXPECTED_UNIT,
  announcedUnmet,
  GP_ANNOUNCED,
  GP_COUNTERS,
  GP_EXPECTED,
  GP_REQUESTS,
  GP_UNSCHEDULED,
  NOBODY,
} = lanes;
const { PROFILE_MASK, PROFILES } = profiles;
const { emptyTables, NEED_CLASSES, NEED_SHIFT, SHARE_BITS } = needTables;

const NOW = 0;
const REQUEST_A = 1;
const REQUEST_B = 2;
const KIND_A = 3;
const KIND_B = 4;
const ROW = 5;

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
const part = partOf;

export const requestsOf: (world: World) => Requests = oncePerWorld((world) => {
  const { patients, tallies, gpLanes } = world;
  const { key, birth, flags, need, doctor, sinceUnmet } = patients.columns;
  const { start, count } = patients;
  const { requests, recentUnmet, poolRequests, poolUnscheduled, followUpRequests } = tallies.columns;
  const bandOf = classByMonths(AGE_BANDS);
  const scale = world.size.scale;
  const many = scale > 1;
  const failScale = (1 << SHARE_BITS) / scale / ANNOUNCED_ONE;
  const tables = emptyTables();
  const { rate, expMinusRate, unscheduled, notPlanned } = tables;
  const unit = EXPECTED_UNIT / scale;
  const pool = NOBODY * GP_COUNTERS;

  /** Failures fall on low incomes more often, and add up to those announced: weight of others, and of low incomes. */
  const weights = new Float64Array(2);

  /** Apart from the loop: what turns from whole to fractional in its second month would undo the compiled loop. */
  function weigh(z: number, lowFactor: number): void {
    const others = requests[2 * z];
    const low = requests[2 * z + 1];
    const weight = others + low > 0 ? (others + low) / (others + low * lowFactor) : 1;
    weights[0] = weight * failScale;
    weights[1] = weight * failScale + weight * failScale * (lowFactor - 1);
  }

  /**
   * The loop of a thread: its lane and the sums of a territory lie in columns that V8 compiles in, which takes fewer
   * registers than sums of its own. `| 0` and `imul`: whole numbers that no check for overflow follows, nor one for −0,
   * which is a branch that no processor can foresee.
   */
  function loopOf(counters: Int32Array): (z: number, month: RequestsMonth) => void {
    // V8 would work out again, for everybody, a whole number made of what the month hands over; one read here stays read.
    const fixed = new Int32Array(ROW + 1);
    return (z, month) => {
      fixed[NOW] = month.now;
      fixed[REQUEST_A] = month.requests.a;
      fixed[REQUEST_B] = month.requests.b;
      fixed[KIND_A] = month.kinds.a;
      fixed[KIND_B] = month.kinds.b;
      fixed[ROW] = 2 * z;
      const now = fixed[NOW];
      const requestA = fixed[REQUEST_A];
      const requestB = fixed[REQUEST_B];
      const kindA = fixed[KIND_A];
      const kindB = fixed[KIND_B];
      const firstRow = fixed[ROW];
      const from = start[z];
      const end = from + count[z];
      for (let i = from; i < end; i++) {
        const bits = flags[i];
        const profile = bandOf[(now - birth[i]) | 0] * PROFILES + (bits & PROFILE_MASK);
        const at = profile * NEED_CLASSES + (need[i] >> NEED_SHIFT);
        const id = key[i];
        const income = (bits & LOW_INCOME) >> 1;
        const row = (firstRow + income) | 0;
        const since = sinceUnmet[i];
        // A sign bit instead of a branch that no processor can foresee: a fifth of the loop's time.
        recentUnmet[row] += isBelow(since, MONTHS_PER_YEAR);
        let memory = nextByte(since);
        const u = draw(requestA, requestB, id);
        const lambda = rate[at];
        const to = Math.imul(doctor[i], GP_COUNTERS);
        if (many) counters[(to + GP_EXPECTED) | 0] += (lambda * unit + 0.5) | 0;
        // At a coarse scale nearly every agent asks every month; at scale 1 two in three do not.
        const large = lambda >= NORMAL_FROM;
        if (large || u >= expMinusRate[at]) {
          const wanted = large ? largeCount(lambda, u) : smallCount(lambda, expMinusRate[at], u);
          // A large count uses the top bits of its draw only: the others are left for the kinds and for luck.
          const v = large ? lowBits(u) : draw(kindA, kindB, id);
          const split = v >>> SHARE_BITS;
          const first = part(wanted, unscheduled[profile], split);
          const second = part(wanted, notPlanned[profile], split) - first;
          requests[row] += wanted;
          followUpRequests[row] += second;
          counters[(to + GP_REQUESTS) | 0] += wanted;
          counters[(to + GP_UNSCHEDULED) | 0] += first;
          const failing = announcedUnmet(counters[(to + GP_ANNOUNCED) | 0]);
          // The memory of an agent is that of a typical one of its people: of `scale`, one asked wanted ÷ scale times.
          const fails = (Math.imul(failing, wanted) * weights[income] + 0.5) | 0;
          memory -= ifBelow(v & LOW_HALF, fails, memory);
        }
        sinceUnmet[i] = memory;
      }
    };
  }

  const loops: ((z: number, month: RequestsMonth) => void)[] = [];

  function ask(z: number, lane: number, month: RequestsMonth): void {
    const counters = gpLanes[lane];
    weigh(z, month.lowFactor);
    for (let row = 2 * z; row <= 2 * z + 1; row++) {
      requests[row] = 0;
      followUpRequests[row] = 0;
      recentUnmet[row] = 0;
    }
    loops[lane] ??= loopOf(counters);
    loops[lane](z, month);
    poolRequests[2 * z] = counters[pool + GP_REQUESTS];
    poolUnscheduled[2 * z] = counters[pool + GP_UNSCHEDULED];
    counters[pool + GP_REQUESTS] = 0;
    counters[pool + GP_UNSCHEDULED] = 0;
    counters[pool + GP_EXPECTED] = 0;
  }

  return { tables, ask };
});
