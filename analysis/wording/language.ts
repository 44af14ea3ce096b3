/** The two languages of everything a person reads. */
import { filled } from '../../sim/base/filled.js';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * One thing said in both languages; `{name}` marks where a value goes, and `{name|run|runs}` where a word goes that agrees
 * with it.
 */
export type Text = Readonly<Record<Language, string>>;

/** The language of a locale setting such as `fr_FR.UTF-8`: French or, for anything else, English. */
export function languageOfLocale(environment: Readonly<Record<string, string | undefined>>): Language {
  // POSIX order: LC_ALL wins over LC_MESSAGES, which wins over LANG; an empty one counts as unset.
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^fr([_.@-]|$)/i.test(locale) ? 'fr' : 'en';
}

/** A text in one language with its values put in. */
export function fill(
  text: Text,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return filled(text[language], language, (name) => (Object.hasOwn(values, name) ? values[name] : undefined));
}
