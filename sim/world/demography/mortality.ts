/**
 * Mortality by age and sex: Gompertz–Makeham hazards, falling with time, times dated factors.
 * hazard(age) = background + rateAt60 × exp(slope × (age − 60)), with a steeper slope from `mortality.oldAge`
 * on, as French tables show; below age 1, the infant rate.
 */
import { MONTHS_PER_YEAR, monthOf, yearOf } from '../../base/calendar.js';
import { gompertz } from '../../base/distributions.js';
import type { Parameters } from '../../parameters/types.js';
import { AGES, SEXES } from './ages.js';

/** Age at which the Gompertz level is stated. */
const PIVOT_AGE = 60;

/** Yearly death hazards by sex row and completed age, France, in `month`; history starts in `start`. */
export function deathHazards(parameters: Parameters, month: number, start: number): Float64Array[] {
  return baseHazards(parameters, start).map((base, sex) => {
    const factor = deathFactor(parameters, sex, month, start);
    return base.map((hazard) => hazard * factor);
  });
}

/** Mortality of `month` relative to the base hazards: level, dated crises and the fall since the start. */
export function deathFactor(parameters: Parameters, sex: number, month: number, start: number): number {
  const level = parameters.number('mortality.level', month) * parameters.number('mortality.excess', month);
  return level * Math.exp(-improvementSince(parameters, sex, month, start));
}

/** Hazards of the first year of history, before factors. */
export function baseHazards(parameters: Parameters, start: number): Float64Array[] {
  const of = (path: string) => parameters.list(path, start);
  const infant = of('mortality.infant');
  const background = of('mortality.background');
  const rate = of('mortality.rateAt60');
  const slope = of('mortality.slope');
  const oldSlope = of('mortality.oldSlope');
  const oldAge = parameters.number('mortality.oldAge', start);
  const hazard = (sex: number, age: number) =>
    background[sex] +
    gompertz(rate[sex], slope[sex], Math.min(age, oldAge), PIVOT_AGE) *
      Math.exp(oldSlope[sex] * Math.max(0, age - oldAge));
  return Array.from({ length: SEXES }, (_, sex) =>
    Float64Array.from({ length: AGES }, (_, age) =>
      age === 0 ? -Math.log(1 - infant[sex]) : hazard(sex, age + 1 / 2),
    ),
  );
}

/** Logarithm of the fall of mortality from the middle of the first year to the middle of the year of `month`. */
function improvementSince(parameters: Parameters, sex: number, month: number, start: number): number {
  const first = yearOf(start);
  const last = yearOf(month);
  let sum = 0;
  for (let year = first; year < last; year++) {
    const before = parameters.list('mortality.improvement', monthOf(year, 1))[sex];
    const after = parameters.list('mortality.improvement', monthOf(year + 1, 1))[sex];
    sum += (before + after) / 2;
  }
  return sum;
}

/** Years still to live at exact age `age` under yearly hazards by completed age (constant inside a year). */
export function lifeExpectancy(hazards: ArrayLike<number>, age = 0): number {
  let alive = 1;
  let years = 0;
  for (let a = age; a < AGES; a++) {
    const dying = 1 - Math.exp(-hazards[a]);
    years += alive * (hazards[a] > 0 ? dying / hazards[a] : 1);
    alive *= 1 - dying;
  }
  return years;
}

/** Chance of an event of yearly hazard `hazard` in one month. */
export function monthly(hazard: number): number {
  return 1 - Math.exp(-hazard / MONTHS_PER_YEAR);
}
