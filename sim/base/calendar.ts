/**
 * Months are integers counted from January 1900, so that a birth month and a policy date share one scale.
 */
export const MONTHS_PER_YEAR = 12;
export const MONTHS_PER_QUARTER = 3;
const ORIGIN_YEAR = 1900;

/** Month index of a year and a calendar month (1–12). */
export function monthOf(year: number, calendarMonth: number): number {
  return (year - ORIGIN_YEAR) * MONTHS_PER_YEAR + calendarMonth - 1;
}

/** Calendar year of a month index. */
export function yearOf(month: number): number {
  return ORIGIN_YEAR + Math.floor(month / MONTHS_PER_YEAR);
}

/** Calendar month (1–12) of a month index. */
export function calendarMonthOf(month: number): number {
  return (month % MONTHS_PER_YEAR) + 1;
}

/** True in January, April, July and October. */
export function beginsQuarter(month: number): boolean {
  return month % MONTHS_PER_QUARTER === 0;
}

/** `YYYY-MM` of a month index. */
export function formatMonth(month: number): string {
  return `${yearOf(month)}-${String(calendarMonthOf(month)).padStart(2, '0')}`;
}

/** Month index of `YYYY` or `YYYY-MM`; `undefined` when the text is neither. */
export function parseMonth(text: string): number | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const calendarMonth = match[2] === undefined ? 1 : Number(match[2]);
  if (calendarMonth < 1 || calendarMonth > MONTHS_PER_YEAR) return undefined;
  return monthOf(Number(match[1]), calendarMonth);
}
