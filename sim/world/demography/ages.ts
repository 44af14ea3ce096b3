/** Ages: completed years from months, the five published classes, and the five-year bands of parameters. */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';

/** Completed years of age a table runs over, 0 … AGES − 1; nobody outlives the last. */
export const AGES = 128;
/** First age of each class of the domain `ageClass5`: 0–19, 20–39, 40–59, 60–74, 75+. */
export const CLASS_FROM = [0, 20, 40, 60, 75] as const;
export const CLASSES = CLASS_FROM.length;
/** Width and last band of the domain `ageBand5y` (0–4, 5–9 … 90+). */
const BAND_YEARS = 5;
const LAST_BAND_FROM = 90;

/** Row of a table by sex (domain `sex`). */
export const MALE_ROW = 0;
export const FEMALE_ROW = 1;
export const SEXES = 2;

/** Class of each completed age. */
export function classOfAges(): Uint8Array {
  return Uint8Array.from({ length: AGES }, (_, age) => CLASS_FROM.findLastIndex((from) => age >= from));
}

/** Completed years by age in months. */
export function yearsOfMonths(): Uint8Array {
  return Uint8Array.from({ length: AGES * MONTHS_PER_YEAR }, (_, months) =>
    Math.floor(months / MONTHS_PER_YEAR),
  );
}

/**
 * A parameter by five-year band as a value at any exact age: straight lines between the middles of the bands,
 * `atBirth` at age 0 (the first band's value if not given), level after the middle of the last band.
 */
export function bandCurve(values: readonly number[], atBirth: number = values[0]): (age: number) => number {
  const middle = (band: number) => band * BAND_YEARS + BAND_YEARS / 2;
  const last = values.length - 1;
  return (age) => {
    if (age >= LAST_BAND_FROM + BAND_YEARS / 2) return values[last];
    if (age <= middle(0)) return atBirth + (values[0] - atBirth) * (age / middle(0));
    const band = Math.floor((age - middle(0)) / BAND_YEARS);
    const share = (age - middle(band)) / BAND_YEARS;
    return values[band] + (values[band + 1] - values[band]) * share;
  };
}

/** A parameter by five-year band at the middle of each completed age. */
export function byAge(parameters: Parameters, path: string, month: number): Float64Array {
  const curve = bandCurve(parameters.list(path, month));
  return Float64Array.from({ length: AGES }, (_, age) => curve(age + 1 / 2));
}
