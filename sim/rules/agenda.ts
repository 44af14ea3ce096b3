/** A GP's agenda: how many acts a month hold, and how pressure shortens them. Pure functions shared by rules. */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import type { Parameters } from '../parameters/types.js';

const MINUTES_PER_HOUR = 60;

export interface AgendaParameters {
  /** Weeks of practice in a month of the year: what an hour a week comes to in hours a month. */
  readonly weeksAMonth: number;
  /** Minutes a month that become acts, for each weekly hour with patients: weeks worked, yield, Covid months. */
  readonly minutesPerWeeklyHour: number;
  readonly minutes: number;
  readonly minutesLeast: number;
  /** Days of wait that take the length of a consultation 63 % of the way to the least. */
  readonly minutesWait: number;
  readonly minutesInertia: number;
  readonly visitMinutes: number;
  readonly visitShare: number;
}

/** Weeks of practice in a month of the year (`care.weeks`). */
export function weeksAMonthOf(parameters: Parameters, month: number): number {
  return parameters.number('care.weeks', month) / MONTHS_PER_YEAR;
}

export function agendaParameters(parameters: Parameters, month: number): AgendaParameters {
  const weeksAMonth = weeksAMonthOf(parameters, month);
  const worked = weeksAMonth * parameters.number('care.covidHours', month);
  return {
    weeksAMonth,
    minutesPerWeeklyHour: MINUTES_PER_HOUR * worked * parameters.number('care.yield', month),
    minutes: parameters.number('care.minutes', month),
    minutesLeast: parameters.number('care.minutesLeast', month),
    minutesWait: parameters.number('care.minutesWait', month),
    minutesInertia: parameters.number('care.minutesInertia', month),
    visitMinutes: parameters.number('care.visitMinutes', month),
    visitShare: parameters.number('care.visitShare', month),
  };
}

/**
 * Acts a GP can give in a month.
 * @param hours weekly hours with patients
 * @param minutes mean minutes of a consultation; visits keep their own length
 */
export function actsPerMonth(a: AgendaParameters, hours: number, minutes: number): number {
  return (hours * a.minutesPerWeeklyHour) / (minutes * (1 - a.visitShare) + a.visitMinutes * a.visitShare);
}

/**
 * A GP's own pace: consultations this much shorter than the mean, for a list target `listTrait` times the median. The
 * rest of the trait is a heavier load (DREES 05/2019: the busiest quarter is 5 minutes shorter).
 * @param share `care.paceShare`
 */
export function paceOf(listTrait: number, share: number): number {
  return listTrait > 0 ? Math.exp(share * Math.log(listTrait)) : 1;
}

/**
 * Minutes of a consultation next month: they move towards a length that shrinks with the wait (MODEL §5).
 * @param pace the GP's own pace (`paceOf`)
 */
export function adaptedMinutes(a: AgendaParameters, minutes: number, wait: number, pace: number): number {
  // Most GPs have no wait, and exp is the costly part.
  const slack = wait > 0 ? Math.exp(-wait / a.minutesWait) : 1;
  const wanted = (a.minutesLeast + (a.minutes - a.minutesLeast) * slack) / pace;
  return minutes + (wanted - minutes) * a.minutesInertia;
}

/** Share of planned requests put off by a wait of `wait` days: none up to `from`, then rising to all. */
export function balkingShare(wait: number, from: number, days: number): number {
  return wait > from ? 1 - Math.exp(-(wait - from) / days) : 0;
}
