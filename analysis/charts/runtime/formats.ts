/** Numbers in tooltips and on axes, as a French or an English reader writes them. */
import type { Language } from './tree.js';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

export function localeOf(language: Language): string {
  return LOCALES[language];
}

const FORMATS = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, digits: number, signed: boolean): Intl.NumberFormat {
  const key = `${language}${digits}${signed}`;
  const known = FORMATS.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  FORMATS.set(key, made);
  return made;
}

/** A number with a fixed count of decimals, with its sign where `signed`. */
export function shown(value: number, language: Language, digits: number, signed = false): string {
  return formatOf(language, digits, signed).format(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value);
}

/** Words cut into lines of about `width` letters, for a label that a narrow screen cannot hold. */
export function cut(text: string, width: number): string | string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 1 ? lines : text;
}
