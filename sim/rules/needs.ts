/**
 * Need: each month every agent asks for care, and learns how last month's service treats it.
 *
 * Requests ~ Poisson(scale × rate(age, sex) × chronic factor × income factor × personal multiplier × season). The
 * personal multiplier is gamma; an agent of k people carries the mean of k of them. Requests split into
 * unscheduled (cannot wait), chronic follow-up, and planned by shares; the split is conserving and monotone.
 * Requests go to the usual GP's counters, or to the territory's pool. A chronic follow-up that falls due is done
 * with the chance the GP announced, else it becomes late. Evidence: MODEL §5 Need, seminar book N8–N9, ST §13.
 * Leaves to others: who serves the request (consultation), who has a GP (enrolment).
 */
import { AGE_BANDS, classByMonths } from '../base/ages.js';
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { gammaQuantile } from '../base/distributions.js';
import { type DrawKey, draw, drawKey, lowBits, streamId, UINT32 } from '../base/draws.js';
import { largeCount, NORMAL_FROM, smallCount } from '../base/fast-counts.js';
import type { Parameters } from '../parameters/types.js';
import { CHRONIC_MASK, CHRONIC_SHIFT, LOW_INCOME } from '../world/patients.js';
import { EXPECTED_UNIT, GP_COUNTERS, GP_EXPECTED, GP_REQUESTS, GP_UNSCHEDULED } from '../world/tallies.js';
import type { World } from '../world/world.js';
import { meanRates, PROFILE_MASK, PROFILES } from './need-rates.js';
import type { Rule, RunningRule } from './rule.js';

const REQUESTS = streamId('needs.requests');
const KINDS = streamId('needs.kinds');
const FOLLOW_UP = streamId('needs.followUp');

/** Quantile classes of the personal multiplier: the 256 of the patient row, folded by four. */
const NEED_SHIFT = 2;
const NEED_CLASSES = 64;
/** Largest remembered number of months. */
const FOREVER = 255;
const HALF_BITS = 16;
const HALF = 65536;

/** Monthly tables of the rule, one per thread. */
export interface NeedTables {
  /** Requests of one agent a month, by (age band, profile, need class). */
  readonly rate: Float32Array;
  /** Chance of no request, as a threshold of a 32-bit draw. */
  readonly expMinusRate: Float32Array;
  /** Cumulated shares by (age band, profile): unscheduled, then unscheduled + follow-up. */
  readonly unscheduled: Float64Array;
  readonly notPlanned: Float64Array;
}

/** The multiplier of each need class for agents of `scale` people: the mean of `scale` gamma variables of mean 1. */
export function needMultipliers(shape: number, scale: number): Float64Array {
  const multipliers = new Float64Array(NEED_CLASSES);
  let sum = 0;
  for (let c = 0; c < NEED_CLASSES; c++) {
    multipliers[c] = gammaQuantile((c + 0.5) / NEED_CLASSES, shape * scale);
    sum += multipliers[c];
  }
  for (let c = 0; c < NEED_CLASSES; c++) multipliers[c] *= NEED_CLASSES / sum;
  return multipliers;
}

function tablesOf(
  parameters: Parameters,
  month: number,
  scale: number,
  multipliers: Float64Array,
  into?: NeedTables,
): NeedTables {
  const rates = meanRates(parameters, month);
  const classes = rates.length;
  const tables = into ?? {
    rate: new Float32Array(classes * NEED_CLASSES),
    expMinusRate: new Float32Array(classes * NEED_CLASSES),
    unscheduled: new Float64Array(classes),
    notPlanned: new Float64Array(classes),
  };
  const unscheduled = parameters.list('need.unscheduledShare', month);
  const followUp = parameters.list('need.followUpShare', month);
  for (let c = 0; c < classes; c++) {
    const chronic = Math.min((c % PROFILES) >> CHRONIC_SHIFT, followUp.length - 1);
    const urgent = unscheduled[Math.floor(c / PROFILES)];
    tables.unscheduled[c] = urgent;
    tables.notPlanned[c] = urgent + (1 - urgent) * followUp[chronic];
    for (let m = 0; m < NEED_CLASSES; m++) {
      const one = rates[c] * multipliers[m];
      const at = c * NEED_CLASSES + m;
      tables.rate[at] = one * scale;
      tables.expMinusRate[at] = Math.exp(-one * scale) * UINT32;
    }
  }
  return tables;
}

/** Requests split without loss: `[unscheduled, follow-up]` of `count`, by cumulated shares and one uniform. */
export function splitKinds(
  count: number,
  unscheduled: number,
  notPlanned: number,
  u: number,
): readonly [number, number] {
  const first = Math.floor(count * unscheduled + u);
  return [first, Math.floor(count * notPlanned + u) - first];
}

export const needs: Rule = {
  name: 'needs',
  reads: [
    'patients.birth',
    'patients.need',
    'patients.doctor',
    'physicians.unmet',
    'physicians.followUpMet',
    'territories.poolUnmet',
    'territories.poolFollowUpMet',
  ],
  writes: [
    'patients.sinceUnmet',
    'patients.overdue',
    'tallies.requests',
    'tallies.poolRequests',
    'tallies.poolUnscheduled',
    'tallies.followUpRequests',
    'tallies.followUpToDate',
    'tallies.recentUnmet',
    'gpLanes.requests',
  ],
  frozen: true,
  open: (world, parameters, run) => openNeeds(world, parameters, run),
};

function openNeeds(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const { patients, physicians, territories, tallies, gpLanes } = world;
  const { key, birth, flags, need, doctor, sinceUnmet, overdue } = patients.columns;
  const { start, count } = patients;
  const scale = world.size.scale;
  const bandOf = classByMonths(AGE_BANDS);
  const multipliers = needMultipliers(parameters.number('need.shape', world.size.startMonth), scale);
  const tally = tallies.columns;
  let tables: NeedTables | undefined;
  let now = 0;
  let requestKey: DrawKey = run;
  let kindKey: DrawKey = run;
  let followKey: DrawKey = run;
  let due = 0;
  let catchUp = 0;
  let keptWithoutGp = 0;
  let lowFactor = 0;

  function territory(z: number, lane: number): void {
    const { rate, expMinusRate, unscheduled, notPlanned } = tables as NeedTables;
    const counters = gpLanes[lane];
    const unmetOf = physicians.columns.unmet;
    const metOf = physicians.columns.followUpMet;
    const poolUnmet = territories.columns.poolUnmet[z];
    const poolMet = territories.columns.poolFollowUpMet[z] * keptWithoutGp;
    // Locals: a hot loop must not look up what cannot change in it.
    const month = now;
    const { a: requestA, b: requestB } = requestKey;
    const { a: kindA, b: kindB } = kindKey;
    const { a: followA, b: followB } = followKey;
    const dueNow = due * UINT32;
    const askedAgain = catchUp * UINT32;
    const many = scale > 1;
    const expectedUnit = EXPECTED_UNIT / scale;
    const failScale = HALF / scale;
    // Failures fall on low incomes more often, and add up to those announced.
    const before = tally.requests[2 * z];
    const beforeLow = tally.requests[2 * z + 1];
    const others = before + beforeLow > 0 ? (before + beforeLow) / (before + beforeLow * lowFactor) : 1;
    const lowFails = others * lowFactor;
    let requestsLow = 0;
    let requestsAll = 0;
    let recentLow = 0;
    let recentAll = 0;
    let toDateLow = 0;
    let toDateAll = 0;
    let poolRequests = 0;
    let poolUnscheduled = 0;
    let followUpsAll = 0;
    let followUpsLow = 0;
    const from = start[z];
    const end = from + count[z];
    for (let i = from; i < end; i++) {
      const bits = flags[i];
      const profile = bandOf[month - birth[i]] * PROFILES + (bits & PROFILE_MASK);
      const at = profile * NEED_CLASSES + (need[i] >> NEED_SHIFT);
      const id = key[i];
      const d = doctor[i];
      const income = (bits & LOW_INCOME) >> 1;
      const since = sinceUnmet[i];
      if (since < FOREVER) {
        sinceUnmet[i] = since + 1;
        if (since < MONTHS_PER_YEAR) {
          recentAll++;
          recentLow += income;
        }
      }
      const u = draw(requestA, requestB, id);
      const lambda = rate[at];
      const to = d * GP_COUNTERS;
      if (many && d >= 0) counters[to + GP_EXPECTED] += (lambda * expectedUnit + 0.5) | 0;
      // At a coarse scale nearly every agent asks every month; at scale 1 two in three do not.
      const large = lambda >= NORMAL_FROM;
      if (large || u >= expMinusRate[at]) {
        const wanted = large ? largeCount(lambda, u) : smallCount(lambda, expMinusRate[at], u);
        // A large count uses the top bits of its draw only: the others are left for the kinds and for luck.
        const v = large ? lowBits(u) : draw(kindA, kindB, id);
        const split = (v >>> HALF_BITS) / HALF;
        const first = (wanted * unscheduled[profile] + split) | 0;
        const second = ((wanted * notPlanned[profile] + split) | 0) - first;
        requestsAll += wanted;
        requestsLow += income * wanted;
        followUpsAll += second;
        followUpsLow += income * second;
        let failing = poolUnmet;
        if (d >= 0) {
          counters[to + GP_REQUESTS] += wanted;
          counters[to + GP_UNSCHEDULED] += first;
          failing = unmetOf[d];
        } else {
          poolRequests += wanted;
          poolUnscheduled += first;
        }
        // The memory of an agent is that of a typical one of its people: of `scale`, one asked wanted ÷ scale times.
        const fails = failing * wanted * failScale * (income === 1 ? lowFails : others);
        if ((v & (HALF - 1)) < fails) sinceUnmet[i] = 0;
      }
      if (bits & CHRONIC_MASK) {
        const met = d >= 0 ? metOf[d] : poolMet;
        const w = draw(followA, followB, id);
        const late = overdue[i];
        if (late === 0) {
          if (w < dueNow * (1 - met)) overdue[i] = 1;
          else {
            toDateAll++;
            toDateLow += income;
          }
        } else if (w < askedAgain * met) {
          overdue[i] = 0;
          toDateAll++;
          toDateLow += income;
        } else if (late < FOREVER) overdue[i] = late + 1;
      }
    }
    tally.requests[2 * z] = requestsAll - requestsLow;
    tally.requests[2 * z + 1] = requestsLow;
    tally.recentUnmet[2 * z] = recentAll - recentLow;
    tally.recentUnmet[2 * z + 1] = recentLow;
    tally.followUpToDate[2 * z] = toDateAll - toDateLow;
    tally.followUpToDate[2 * z + 1] = toDateLow;
    tally.poolRequests[2 * z] = poolRequests;
    tally.poolUnscheduled[2 * z] = poolUnscheduled;
    tally.followUpRequests[2 * z] = followUpsAll - followUpsLow;
    tally.followUpRequests[2 * z + 1] = followUpsLow;
  }

  return {
    begin(month) {
      // In the frozen months nobody ages: everybody has the age of the first month of history.
      now = Math.max(month, world.size.startMonth);
      tables = tablesOf(parameters, month, scale, multipliers, tables);
      requestKey = drawKey(run, REQUESTS, month);
      kindKey = drawKey(run, KINDS, month);
      followKey = drawKey(run, FOLLOW_UP, month);
      due = parameters.number('followUp.duePerMonth', month);
      catchUp = parameters.number('followUp.catchUpPerMonth', month);
      keptWithoutGp = parameters.number('followUp.keptWithoutGp', month);
      lowFactor = parameters.number('care.lowIncomeRenounceFactor', month);
    },
    territory,
  };
}
