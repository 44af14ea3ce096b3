/** Sentences with marks for values. */

/**
 * Puts values where `{name}` stands, and where `{name|run|runs}` does the word that agrees with the number of that name:
 * the first beside one thing, and in French beside none.
 * @param value of a name; undefined leaves the mark as it is
 */
export function filled(
  sentence: string,
  language: 'en' | 'fr',
  value: (name: string) => string | number | undefined,
): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (mark, name: string, one?: string, more?: string) => {
      const found = value(name);
      if (found === undefined) return mark;
      if (one === undefined || more === undefined) return String(found);
      const isOne = Number(found) === 1 || (language === 'fr' && Number(found) === 0);
      return isOne ? one : more;
    },
  );
}
