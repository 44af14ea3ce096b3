/** Ages of the demography: completed years, their published classes, and parameters given by five-year bands. */
import { AGE_BANDS, AGE_CLASSES, OLDEST_MONTHS } from '../../base/ages.js';
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';

/** Completed years of age a table runs over, 0 … AGES − 1; nobody outlives the last. */
export const AGES = OLDEST_MONTHS / MONTHS_PER_YEAR;
export const CLASSES = AGE_CLASSES.length;

/** Row of a table by sex (domain `sex`). */
export const MALE_ROW = 0;
export const FEMALE_ROW = 1;
export const SEXES = 2;

/** Row of AGE_CLASSES of each completed age. */
export function classOfAges(): Uint8Array {
  return Uint8Array.from({ length: AGES }, (_, age) => AGE_CLASSES.findLastIndex((from) => age >= from));
}

/**
 * A parameter by five-year band as a value at any exact age: straight lines between the middles of the bands,
 * `atBirth` at age 0 (the first band's value if not given), level after the middle of the last band.
 */
export function bandCurve(values: readonly number[], atBirth: number = values[0]): (age: number) => number {
  const last = values.length - 1;
  const width = AGE_BANDS[1];
  const middle = (band: number) => AGE_BANDS[band] + width / 2;
  return (age) => {
    if (age >= middle(last)) return values[last];
    if (age <= middle(0)) return atBirth + (values[0] - atBirth) * (age / middle(0));
    const band = Math.floor((age - middle(0)) / width);
    return values[band] + (values[band + 1] - values[band]) * ((age - middle(band)) / width);
  };
}

/** A parameter by five-year band at the middle of each completed age. */
export function byAge(parameters: Parameters, path: string, month: number): Float64Array {
  const curve = bandCurve(parameters.list(path, month));
  return Float64Array.from({ length: AGES }, (_, age) => curve(age + 1 / 2));
}
