/**
 * Stock-taking: each December, counts that no month can give: declared adults of each list, people seen in the year,
 * patients seen by each GP, people with a declared médecin traitant by age and ALD, and the year's distribution of delays.
 *
 * "Seen in the year" is a probability, not one agent's luck: with E acts expected and a gamma need of shape a, the
 * chance of at least one is 1 − (1 + E/a)^−a, whatever the scale (MODEL §3). A planned request's delay is the time
 * wanted between call and date (exponential) plus the wait of the book. Leaves to others: everything that causes these.
 */
import { AGE_BANDS, classByMonths, FLAT_PAYMENT_AGES } from '../base/ages.js';
import { calendarMonthOf, MONTHS_PER_YEAR } from '../base/calendar.js';
import type { Parameters } from '../parameters/types.js';
import { DELAY_EDGES } from '../world/delay-classes.js';
import { oncePerWorld } from '../world/once-per-world.js';
import * as people from '../world/patients.js';
import * as lanes from '../world/tallies.js';
import type { World } from '../world/world.js';
import * as profiles from './needs/rates.js';
import type { Rule, RunningRule } from './rule.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { CHRONIC_MASK, DECLARED, LOW_INCOME } = people;
const { ANNOUNCED_ONE, announcedUnmet, GP_ADULTS, GP_ANNOUNCED, GP_COUNTERS, GP_SEEN } = lanes;
const { meanRates, PROFILE_MASK, PROFILES } = profiles;

/** Fixed-point unit of counts of people seen. */
const SEEN_UNIT = 1024;

/** Chance of at least one act when `expected` are expected of people whose need is gamma of shape `shape`. */
export function chanceSeen(expected: number, shape: number): number {
  return 1 - Math.exp(-shape * Math.log1p(expected / shape));
}

/** First half: patients tell their GP and their territory whether they are seen. */
export const stocktaking: Rule = {
  name: 'stocktaking',
  reads: [
    'patients.doctor',
    'patients.flags',
    'patients.birth',
    'gpLanes.announced',
    'territories.poolUnmet',
  ],
  writes: [
    'tallies.seen',
    'tallies.listed',
    'tallies.declaredOthers',
    'tallies.declaredAld',
    'gpLanes.adults',
    'gpLanes.seen',
  ],
  open: (world, parameters) => openStocktaking(world, parameters),
};

function openStocktaking(world: World, parameters: Parameters): RunningRule {
  const take = stockOf(world);
  const stock: StockMonth = { now: 0, adult: 0, any: new Float64Array(0), own: new Float64Array(0) };
  let december = false;

  return {
    begin(month) {
      december = calendarMonthOf(month) === MONTHS_PER_YEAR;
      if (!december) return;
      stock.now = month;
      stock.adult = parameters.number('enrolment.adultAge', month) * MONTHS_PER_YEAR;
      const shape = parameters.number('need.shape', month);
      const outside = parameters.number('care.outsideShare', month);
      const year = yearlyRates(parameters, month);
      stock.any = year.map((expected) => chanceSeen(expected, shape));
      // Only planned requests are taken to another GP by choice.
      const urgent = parameters.list('need.unscheduledShare', month);
      const stays = (at: number) => 1 - outside * (1 - urgent[Math.floor(at / PROFILES)]);
      stock.own = year.map((expected, at) => chanceSeen(expected * stays(at), shape));
    },
    territory(z, lane) {
      if (december) take(z, lane, stock);
    },
  };
}

/** What the loop needs of a December. */
interface StockMonth {
  now: number;
  /** Months lived from which somebody counts as an adult. */
  adult: number;
  /** Chances to be seen by any GP, and by the usual one, if all requests were met, by age band and profile. */
  any: Float64Array;
  own: Float64Array;
}

const stockOf = oncePerWorld(({ patients, gpLanes, tallies, territories }: World) => {
  const { birth, flags, doctor } = patients.columns;
  const bandOf = classByMonths(AGE_BANDS);
  const paymentAgeOf = classByMonths(FLAT_PAYMENT_AGES);
  const paymentAges = FLAT_PAYMENT_AGES.length;
  const { declaredOthers, declaredAld } = tallies.columns;

  return (z: number, lane: number, { now, adult, any, own }: StockMonth): void => {
    const counters = gpLanes[lane];
    const poolMet = 1 - territories.columns.poolUnmet[z];
    let seen = 0;
    let seenLow = 0;
    let listed = 0;
    let listedLow = 0;
    const row = 2 * z * paymentAges;
    for (const counts of [declaredOthers, declaredAld]) counts.fill(0, row, row + 2 * paymentAges);
    const end = patients.start[z] + patients.count[z];
    for (let i = patients.start[z]; i < end; i++) {
      const bits = flags[i];
      const lived = now - birth[i];
      const at = bandOf[lived] * PROFILES + (bits & PROFILE_MASK);
      const d = doctor[i];
      const told = counters[d * GP_COUNTERS + GP_ANNOUNCED];
      const met = d >= 0 ? 1 - announcedUnmet(told) / ANNOUNCED_ONE : poolMet;
      const chance = (any[at] * met * SEEN_UNIT + 0.5) | 0;
      seen += chance;
      const low = (bits & LOW_INCOME) >> 1;
      seenLow += chance * low;
      if (bits & DECLARED) {
        const declared = bits & CHRONIC_MASK ? declaredAld : declaredOthers;
        declared[row + low * paymentAges + paymentAgeOf[lived]]++;
      }
      if (d >= 0) {
        listed++;
        listedLow += low;
        counters[d * GP_COUNTERS + GP_SEEN] += (own[at] * met * SEEN_UNIT + 0.5) | 0;
        if (bits & DECLARED && lived >= adult) counters[d * GP_COUNTERS + GP_ADULTS]++;
      }
    }
    tallies.columns.seen[2 * z] = seen - seenLow;
    tallies.columns.seen[2 * z + 1] = seenLow;
    tallies.columns.listed[2 * z] = listed - listedLow;
    tallies.columns.listed[2 * z + 1] = listedLow;
  };
});

/** Requests of one person over the twelve months that end with `month`. */
function yearlyRates(parameters: Parameters, month: number): Float64Array {
  const year = new Float64Array(AGE_BANDS.length * PROFILES);
  for (let back = 0; back < MONTHS_PER_YEAR; back++) {
    const rates = meanRates(parameters, month - back);
    for (let c = 0; c < year.length; c++) year[c] += rates[c];
  }
  return year;
}

/** Second half: GPs and territories draw up the year. */
export const yearEnd: Rule = {
  name: 'yearEnd',
  reads: ['physicians.poolYear', 'territories.waitClasses', 'gpLanes.adults', 'gpLanes.seen'],
  writes: [
    'tallies.seen',
    'physicians.adultList',
    'physicians.seenYear',
    'territories.delayClasses',
    'territories.delayDays',
    'territories.delayActs',
  ],
  open: (world, parameters) => openYearEnd(world, parameters),
};

function openYearEnd(world: World, parameters: Parameters): RunningRule {
  const { gpLanes, gpStart, gpOrder } = world;
  const p = world.physicians.columns;
  const t = world.territories.columns;
  const n = world.geography.territories.length;
  const waits = t.waitClasses.length / n;
  const delays = t.delayClasses.length / n;
  const scale = world.size.scale;
  let december = false;
  let january = false;
  let lead = 0;
  let sameDay = 0;
  let delayShares: Float64Array = new Float64Array(0);
  let month = 0;

  function lists(z: number): void {
    const actsPerPair = parameters.number('care.outsidePairActs', month);
    for (let g = gpStart[z]; g < gpStart[z + 1]; g++) {
      const d = gpOrder[g];
      let adults = 0;
      let seen = 0;
      for (const counters of gpLanes) {
        adults += counters[d * GP_COUNTERS + GP_ADULTS];
        seen += counters[d * GP_COUNTERS + GP_SEEN];
        counters[d * GP_COUNTERS + GP_ADULTS] = 0;
        counters[d * GP_COUNTERS + GP_SEEN] = 0;
      }
      p.adultList[d] = adults * scale;
      p.seenYear[d] = (seen / SEEN_UNIT) * scale + p.poolYear[d] / actsPerPair;
    }
  }

  /** Share of the planned acts with `wait` whole days of wait in each class of delay, by wait then class. */
  function shareByDelay(lead: number): Float64Array {
    const shares = new Float64Array(waits * delays);
    for (let wait = 0; wait < waits; wait++) {
      for (let c = 0; c < delays; c++) {
        const from = Math.max(0, DELAY_EDGES[c] - wait);
        const until = c + 1 < delays ? Math.max(0, DELAY_EDGES[c + 1] - wait) : Number.POSITIVE_INFINITY;
        shares[wait * delays + c] = Math.exp(-from / lead) - Math.exp(-until / lead);
      }
    }
    return shares;
  }

  /** Acts of the year by class of delay: unscheduled within a day, planned at lead time + wait. */
  function delaysOf(z: number): void {
    let urgent = 0;
    for (let g = gpStart[z]; g < gpStart[z + 1]; g++) urgent += p.unscheduledYear[gpOrder[g]];
    const row = z * delays;
    t.delayClasses.fill(0, row, row + delays);
    t.delayClasses[row] += urgent * sameDay;
    t.delayClasses[row + 1] += urgent * (1 - sameDay);
    let acts = urgent;
    let days = urgent * (1 - sameDay);
    for (let wait = 0; wait < waits; wait++) {
      const planned = t.waitClasses[z * waits + wait];
      if (planned <= 0) continue;
      acts += planned;
      days += planned * (wait + lead);
      for (let c = 0; c < delays; c++) t.delayClasses[row + c] += planned * delayShares[wait * delays + c];
    }
    t.delayDays[z] = days;
    t.delayActs[z] = acts;
  }

  return {
    begin(now) {
      month = now;
      december = calendarMonthOf(now) === MONTHS_PER_YEAR;
      january = calendarMonthOf(now) === 1;
      if (!december) return;
      lead = parameters.number('care.leadDays', now);
      sameDay = parameters.number('care.sameDay', now);
      delayShares = shareByDelay(lead);
    },
    territory(z) {
      if (january) clearYear(z);
      if (!december) return;
      lists(z);
      delaysOf(z);
    },
  };

  /** Yearly amounts stand in December only, so that a sum over months is the year's. */
  function clearYear(z: number): void {
    t.delayClasses.fill(0, z * delays, (z + 1) * delays);
    t.delayDays[z] = 0;
    t.delayActs[z] = 0;
    world.tallies.columns.seen[2 * z] = 0;
    world.tallies.columns.seen[2 * z + 1] = 0;
  }
}
