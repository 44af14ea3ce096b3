/** French sets a space that does not break before : ; ? ! and », and after «: a line never begins or ends with them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PROJECT } from './support/project.js';

const WORDING = 'dist/analysis/wording';
const BREAKING = / [:;?!»]|« /;

/** Modules that read texts and hold none. */
const WITHOUT_TEXT = ['language.js', 'numbers.js', 'places.js'];

/** Every text under a key `fr`, however deep. */
function frenchIn(value: unknown, isFrench = false): string[] {
  if (typeof value === 'string') return isFrench ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => frenchIn(inner, isFrench || key === 'fr'));
}

const modules = readdirSync(join(PROJECT, WORDING)).filter((name) => name.endsWith('.js'));

describe('a French text', () => {
  test.each(modules)('of %s has no space that breaks before its high punctuation', async (name) => {
    const words = await import(pathToFileURL(join(PROJECT, WORDING, name)).href);
    const texts = frenchIn(words);
    expect(texts.length > 0).toBe(!WITHOUT_TEXT.includes(name));
    expect(texts.filter((text) => BREAKING.test(text))).toEqual([]);
  });

  test('with an ordinary space there would be found', () => {
    const text = { deep: [{ en: 'a: b', fr: 'a : b' }] };
    expect(frenchIn(text).filter((one) => BREAKING.test(one))).toEqual(['a : b']);
    expect(frenchIn({ fr: { inner: '« a »' } }).some((one) => BREAKING.test(one))).toBe(true);
  });
});
