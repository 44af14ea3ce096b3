/**
 * Weekly hours with patients of a GP: level × age or generation × sex × form × own trait × fatigue (DREES 05/2019).
 * Used to set the starting month and, each month, by the rule of careers.
 */
import { OLDEST_MONTHS } from '../base/ages.js';
import { MONTHS_PER_YEAR, monthOf } from '../base/calendar.js';
import type { Parameters } from '../parameters/types.js';
import type { PhysicianColumns } from './physicians.js';

export interface HoursTables {
  /** Hours of a man past the age of the young, alone. */
  readonly level: number;
  readonly byMonthsLived: Float64Array;
  readonly byBirthMonth: Float64Array;
  /** Form by form, men then women. */
  readonly byFormAndSex: Float64Array;
  readonly perFatigue: number;
  readonly usualFatigue: number;
  /** Hours of a marginal practice over those of a full one. */
  readonly marginal: number;
}

/** Tables of one month. */
export function hoursTables(parameters: Parameters, month: number): HoursTables {
  const read = (path: string) => parameters.number(`careers.hours.${path}`, month);
  const women = read('womenRatio');
  const byForm = parameters.list('careers.hours.byForm', month);
  return {
    level: read('level'),
    byFormAndSex: Float64Array.from(byForm.flatMap((ratio) => [ratio, ratio * women])),
    perFatigue: read('perFatigue'),
    usualFatigue: parameters.number('careers.fatigue.reference', month),
    marginal: read('marginal'),
    ...ageTables(parameters, month),
  };
}

/**
 * Weekly hours with patients, in full practice, of the GPs of the first `count` of `rows`, into `full` in that order;
 * under the tables of a month.
 */
export function fullHours(
  { birth, form, female, hoursTrait, fatigue }: PhysicianColumns,
  rows: Int32Array,
  count: number,
  month: number,
  { level, byMonthsLived, byBirthMonth, byFormAndSex, perFatigue, usualFatigue }: HoursTables,
  full: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    const row = rows[i];
    const born = birth[row];
    const common = level * byMonthsLived[month - born] * byBirthMonth[born];
    const own = byFormAndSex[form[row] + form[row] + female[row]] * hoursTrait[row];
    full[i] = common * own * (1 - perFatigue * (fatigue[row] - usualFatigue));
  }
}

/**
 * The lower hours of GPs under a threshold age, read as age (they end with it) or as generation (they stay), or
 * shared between both: each reading takes its share of the log ratio.
 */
function ageTables(
  parameters: Parameters,
  month: number,
): Pick<HoursTables, 'byMonthsLived' | 'byBirthMonth'> {
  const read = (path: string) => parameters.number(`careers.hours.${path}`, month);
  const reading = parameters.choice('careers.hours.reading', month);
  const generationShare = reading === 'generation' ? 1 : reading === 'age' ? 0 : read('generationShare');
  const logRatio = Math.log(read('youngRatio'));
  const width = read('youngWidth') * MONTHS_PER_YEAR;
  const limit = read('youngUntil') * MONTHS_PER_YEAR;
  // The young generation is the one that was under the threshold age in the survey year.
  const firstYoungBirth = monthOf(read('surveyYear'), 1) - limit;
  const factor = (share: number, monthsYoung: number) =>
    Math.exp((share * logRatio) / (1 + Math.exp(-monthsYoung / width)));
  return {
    byMonthsLived: Float64Array.from({ length: OLDEST_MONTHS + 1 }, (_, lived) =>
      factor(1 - generationShare, limit - lived),
    ),
    byBirthMonth: Float64Array.from({ length: month + 1 }, (_, birth) =>
      factor(generationShare, birth - firstYoungBirth),
    ),
  };
}
