/**
 * Chronic state: who holds a long-term condition (ALD) at each age and date, the onset that keeps it so, and the
 * higher mortality of holders, with no change to the mortality of the age as a whole.
 *
 * Prevalence is written as a cumulated hazard H(age) × (1 + growth)^years, share = 1 − exp(−H); a generation's
 * onset is the rise of H along its life plus what the holders' excess deaths take away.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { AGES, bandCurve } from './ages.js';

export interface ChronicSurface {
  /** Share of holders at an exact age, `years` after the start. */
  share(age: number, years: number): number;
  /** Share of people with several conditions among holders of that age. */
  several(age: number): number;
  /** Cumulated hazard behind `share`. */
  cumulated(age: number, years: number): number;
}

/** The prevalence surface in force in `month`. */
export function chronicSurface(parameters: Parameters, month: number): ChronicSurface {
  const hazard = parameters.list('chronic.share', month).map((share) => -Math.log(1 - share));
  const curve = bandCurve(hazard, 0);
  const growth = Math.log(1 + parameters.number('chronic.growth', month));
  const several = bandCurve(parameters.list('chronic.several', month), 0);
  const cumulated = (age: number, years: number) => curve(age) * Math.exp(growth * years);
  return { share: (age, years) => 1 - Math.exp(-cumulated(age, years)), several, cumulated };
}

export interface ChronicRates {
  /** Yearly hazard by completed age: first condition; further conditions of a holder of one. */
  readonly first: Float64Array;
  readonly further: Float64Array;
  /** Mortality by state (none, one, several) relative to the age's, at AGES × state + age. */
  readonly mortality: Float64Array;
}

/** Onset and relative mortality by age in `month`, given the yearly death hazard of each age (both sexes). */
export function chronicRates(
  parameters: Parameters,
  month: number,
  start: number,
  deaths: ArrayLike<number>,
): ChronicRates {
  const surface = chronicSurface(parameters, month);
  const onset = parameters.number('chronic.onset', month);
  const relative = parameters.list('chronic.mortality', month);
  const years = Math.floor((month - start) / MONTHS_PER_YEAR);
  const rates = {
    first: new Float64Array(AGES),
    further: new Float64Array(AGES),
    mortality: new Float64Array(AGES * relative.length),
  };
  for (let age = 0; age < AGES; age++) {
    const middle = years + 1 / 2;
    const share = surface.share(age + 1 / 2, middle);
    const several = surface.several(age + 1 / 2);
    const holders = relative[1] + several * (relative[2] - relative[1]);
    const none = deaths[age] / (relative[0] + share * (holders - relative[0]));
    for (let state = 0; state < relative.length; state++) {
      rates.mortality[state * AGES + age] = deaths[age] > 0 ? (none / deaths[age]) * relative[state] : 1;
    }
    const rise = surface.cumulated(age + 1, middle + 1 / 2) - surface.cumulated(age, middle - 1 / 2);
    const first = rise + share * none * (holders - relative[0]);
    const newcomers = share > 0 ? (first * (1 - share)) / share : 0;
    const deepening = surface.several(age + 1) - surface.several(age);
    const further =
      (deepening + several * newcomers + several * (1 - several) * none * (relative[2] - relative[1])) /
      (1 - several);
    rates.first[age] = onset * Math.max(0, first);
    rates.further[age] = onset * Math.max(0, further);
  }
  return rates;
}
