/** Numbers as a French or an English reader writes them. */
import type { Language } from '../../analysis/wording/language.js';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** A number with a fixed count of decimals and grouped thousands. */
export function decimal(value: number, language: Language, digits = 0): string {
  const format = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // −0.0 reads as a mistake.
  return format.format(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value);
}

/** A number with as many decimals as it needs, at most six significant digits. */
export function plainNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: 6 }).format(value);
}

/** A share as a percentage: 0.0571 → `5.7 %` (English: `5.7%`). */
export function percent(share: number, language: Language, digits = 1): string {
  const number = decimal(share * 100, language, digits);
  return language === 'fr' ? `${number}\u202f%` : `${number}%`;
}
