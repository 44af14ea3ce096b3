/** Names short enough for a legend. */
import { LANGUAGES, type Text } from '../wording/language.js';
import { both, same } from '../wording/said.js';

interface Named {
  readonly name: string;
  readonly title: Text;
}

/**
 * What titles say in brackets, `One partner supports every team (collaboratif unique)` → `collaboratif unique`, where
 * each says something of its own; else what tells their names apart.
 */
export function shortLabels(scenarios: readonly Named[]): readonly Text[] {
  const names = shortNames(scenarios.map(({ name }) => name));
  const bracketed = ({ title }: Named, language: 'en' | 'fr') => /\(([^()]+)\)/.exec(title[language])?.[1];
  const tell = LANGUAGES.every((language) => {
    const found = scenarios.map((scenario) => bracketed(scenario, language));
    return scenarios.length > 1 && !found.includes(undefined) && new Set(found).size === found.length;
  });
  return scenarios.map((scenario, i) =>
    tell ? both((language) => bracketed(scenario, language) ?? '') : same(names[i]),
  );
}

/**
 * `ars-liberal-2017`, `ars-delegue-2017` → `liberal`, `delegue`. Names without common words, and families in which
 * nothing would be left of one, stay whole.
 */
export function shortNames(names: readonly string[]): readonly string[] {
  const words = names.map((name) => name.split('-'));
  const shortest = Math.min(...words.map(({ length }) => length));
  const common = (at: (list: readonly string[], i: number) => string | undefined, most: number) => {
    let length = 0;
    while (length < most && words.every((list) => at(list, length) === at(words[0], length))) length++;
    return length;
  };
  if (names.length < 2) return names;
  const before = common((list, i) => list[i], shortest - 1);
  const after = common((list, i) => list[list.length - 1 - i], shortest - 1 - before);
  return words.map((list) => list.slice(before, list.length - after).join('-'));
}
