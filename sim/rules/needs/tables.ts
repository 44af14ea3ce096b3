/** Monthly tables of the requests of an agent, by age, sex, income, chronic state and personal multiplier. */
import { AGE_BANDS } from '../../base/ages.js';
import { gammaQuantile } from '../../base/distributions.js';
import { UINT32 } from '../../base/draws.js';
import { NORMAL_FROM } from '../../base/fast-counts.js';
import type { Parameters } from '../../parameters/types.js';
import { CHRONIC_SHIFT } from '../../world/patients.js';
import { meanRates, PROFILES } from './rates.js';

/** Quantile classes of the personal multiplier: the 256 of the patient row, folded by four. */
export const NEED_SHIFT = 2;
export const NEED_CLASSES = 64;
/** Shares of requests are whole numbers of 1/65536: integers are faster, and finer ones would change nothing. */
export const SHARE_BITS = 16;
const WHOLE = 1 << SHARE_BITS;

export interface NeedTables {
  /** Requests of one agent a month, by (age band, profile, need class). */
  readonly rate: Float32Array;
  /** Chance of no request, as a threshold of a 32-bit draw; 0 where counts are large. */
  readonly expMinusRate: Float32Array;
  /** Cumulated shares by (age band, profile), in 1/65536: unscheduled, then unscheduled + follow-up. */
  readonly unscheduled: Int32Array;
  readonly notPlanned: Int32Array;
}

export function emptyTables(): NeedTables {
  const classes = AGE_BANDS.length * PROFILES;
  return {
    rate: new Float32Array(classes * NEED_CLASSES),
    expMinusRate: new Float32Array(classes * NEED_CLASSES),
    unscheduled: new Int32Array(classes),
    notPlanned: new Int32Array(classes),
  };
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

/** Fills the tables for a month and agents of `scale` people. */
export function fillTables(
  tables: NeedTables,
  parameters: Parameters,
  month: number,
  scale: number,
  multipliers: Float64Array,
): void {
  const rates = meanRates(parameters, month);
  const unscheduled = parameters.list('need.unscheduledShare', month);
  const followUp = parameters.list('need.followUpShare', month);
  for (let c = 0; c < rates.length; c++) {
    const chronic = Math.min((c % PROFILES) >> CHRONIC_SHIFT, followUp.length - 1);
    const urgent = unscheduled[Math.floor(c / PROFILES)];
    tables.unscheduled[c] = Math.round(urgent * WHOLE);
    tables.notPlanned[c] = Math.round((urgent + (1 - urgent) * followUp[chronic]) * WHOLE);
    for (let m = 0; m < NEED_CLASSES; m++) {
      const wanted = rates[c] * multipliers[m] * scale;
      const at = c * NEED_CLASSES + m;
      tables.rate[at] = wanted;
      tables.expMinusRate[at] = wanted < NORMAL_FROM ? Math.exp(-wanted) * UINT32 : 0;
    }
  }
}
