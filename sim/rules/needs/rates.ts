/** How often people want to see a GP, by age, sex, income and chronic state: shared by the rules that need it. */
import { AGE_BANDS } from '../../base/ages.js';
import { calendarMonthOf, MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { CHRONIC_MASK, CHRONIC_SHIFT, FEMALE, LOW_INCOME } from '../../world/patients.js';

/** Bits of `flags` that set the rate: sex, income, chronic state. */
export const PROFILE_MASK = FEMALE | LOW_INCOME | CHRONIC_MASK;
export const PROFILES = PROFILE_MASK + 1;

/** Requests of one person of average multiplier per month, by (age band × PROFILES + profile). */
export function meanRates(parameters: Parameters, month: number): Float64Array {
  const male = parameters.list('need.ratePerYear.male', month);
  const female = parameters.list('need.ratePerYear.female', month);
  const chronic = parameters.list('need.chronicFactor', month);
  const low = parameters.number('need.lowIncomeFactor', month);
  const season = parameters.list('need.season', month)[calendarMonthOf(month) - 1];
  const level =
    parameters.number('need.level', month) * season * parameters.number('need.covidFactor', month);
  const rates = new Float64Array(AGE_BANDS.length * PROFILES);
  for (let band = 0; band < AGE_BANDS.length; band++) {
    for (let profile = 0; profile < PROFILES; profile++) {
      const perYear = profile & FEMALE ? female[band] : male[band];
      const illness = chronic[Math.min(profile >> CHRONIC_SHIFT, chronic.length - 1)];
      const income = profile & LOW_INCOME ? low : 1;
      rates[band * PROFILES + profile] = (perYear * illness * income * level) / MONTHS_PER_YEAR;
    }
  }
  return rates;
}
