/** The two languages of everything a person reads. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One thing said in both languages; `{name}` marks where a value goes. */
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
  return text[language].replace(/\{(\w+)\}/g, (mark, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : mark,
  );
}
