/** Numbers as a French or an English reader writes them. */
import type { Language } from './language.js';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** Makes formats once for each language and count of digits: making one takes far longer than writing a number with it. */
function formatsOf(optionsOf: (digits: number) => Intl.NumberFormatOptions) {
  const made = new Map<string, Intl.NumberFormat>();
  return (language: Language, digits: number): Intl.NumberFormat => {
    const name = `${language} ${digits}`;
    const format = made.get(name) ?? new Intl.NumberFormat(LOCALES[language], optionsOf(digits));
    made.set(name, format);
    return format;
  };
}

const withDecimals = formatsOf((digits) => ({
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
}));
const withSignificant = formatsOf((digits) => ({ maximumSignificantDigits: digits }));

/** A number with a fixed count of decimals and grouped thousands. */
export function decimal(value: number, language: Language, digits = 0): string {
  // −0.0 reads as a mistake.
  const written = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;
  return withDecimals(language, digits).format(written);
}

/** As `decimal`, with its sign: +0.3, -0.3, 0.0. */
export function signed(value: number, language: Language, digits = 0): string {
  const text = decimal(value, language, digits);
  const isAbove = value > 0 && text !== decimal(0, language, digits);
  return isAbove ? `+${text}` : text;
}

/** Most decimals of a number read with its uncertainty; beyond lies rounding. */
const MOST_DIGITS = 6;

/** Decimals that show two significant digits of an uncertainty, or three of the value when it has none. */
export function digitsFor(uncertainty: number, value: number): number {
  const [size, significant] = uncertainty > 0 ? [uncertainty, 2] : [Math.abs(value), 3];
  if (!(size > 0)) return 0;
  return Math.min(MOST_DIGITS, Math.max(0, significant - 1 - Math.floor(Math.log10(size))));
}

/** `+0.35 ±0.06`, the interval on a line of its own when the whole is longer than `widest`; none for NaN. */
export function withInterval(
  value: string,
  halfWidth: number,
  digits: number,
  widest: number,
  language: Language,
): string {
  if (Number.isNaN(halfWidth)) return value;
  const interval = `±${decimal(halfWidth, language, digits)}`;
  return value + (value.length + 1 + interval.length > widest ? '\n' : ' ') + interval;
}

/** A number of three significant digits, however small. */
export function rough(value: number, language: Language): string {
  return withSignificant(language, 3).format(value);
}

/** A number with as many decimals as it needs, at most six significant digits. */
export function plainNumber(value: number, language: Language): string {
  return withSignificant(language, 6).format(value);
}

/** A number with the twelve significant digits by which two numbers are told apart. */
export function fullNumber(value: number, language: Language): string {
  return withSignificant(language, 12).format(value);
}

/** A share as a percentage: 0.0571 → `5.7 %` (English: `5.7%`). */
export function percent(share: number, language: Language, digits = 1): string {
  const number = decimal(share * 100, language, digits);
  return language === 'fr' ? `${number}\u202f%` : `${number}%`;
}
