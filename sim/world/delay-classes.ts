/**
 * Classes of delay between a request and its appointment: one a day for the first thirty days, then wider ones,
 * the last without end. The surveys' marks (same day, next day, more than 5, more than 11 days) fall on edges.
 */

/** Lower edge of each class, days; a class ends where the next begins. */
export const DELAY_EDGES: readonly number[] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
  29, 30, 35, 40, 50, 60, 75, 90, 120, 150, 180,
];

export const DELAY_CLASSES = DELAY_EDGES.length;
/** Up to this class a class is a day, so that its number is the delay's whole days. */
const DAILY_CLASSES = 30;

/** Class of a delay in days; a negative delay counts as none. */
export function delayClass(days: number): number {
  if (days < DAILY_CLASSES) return days > 0 ? Math.floor(days) : 0;
  let c = DAILY_CLASSES;
  while (c + 1 < DELAY_CLASSES && days >= DELAY_EDGES[c + 1]) c++;
  return c;
}
