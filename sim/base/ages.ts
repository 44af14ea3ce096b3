/** Age tables by months lived: no division in hot loops. */
import { MONTHS_PER_YEAR } from './calendar.js';

const OLDEST_YEARS = 140;

/** Months lived covered by the tables; ages beyond count as the oldest. */
export const OLDEST_MONTHS = OLDEST_YEARS * MONTHS_PER_YEAR;

/** Class of each number of months lived, given the first year of age of each class. */
export function classByMonths(firstYears: readonly number[]): Uint8Array {
  const classes = new Uint8Array(OLDEST_MONTHS + 1);
  let current = 0;
  for (let months = 0; months <= OLDEST_MONTHS; months++) {
    while (current + 1 < firstYears.length && months >= firstYears[current + 1] * MONTHS_PER_YEAR) current++;
    classes[months] = current;
  }
  return classes;
}

const BAND_YEARS = 5;
const BANDS = 19;

/** Five-year bands of the domain `ageBand5y`: 0–4, 5–9, … 90 and over. */
export const AGE_BANDS: readonly number[] = Array.from({ length: BANDS }, (_, band) => band * BAND_YEARS);

/** First years of the domain `flatPaymentAge`: 0–6, 7–79, 80 and over. */
export const FLAT_PAYMENT_AGES: readonly number[] = [0, 7, 80];

/** First years of the five age classes of Insee's population estimates: 0–19, 20–39, 40–59, 60–74, 75 and over. */
export const AGE_CLASSES: readonly number[] = [0, 20, 40, 60, 75];
