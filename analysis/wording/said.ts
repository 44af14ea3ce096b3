/** Texts in both languages at once: sentences with numbers, each written as its language writes them. */
import { fill, LANGUAGES, type Language, type Text } from './language.js';
import { decimal, digitsFor, signed } from './numbers.js';

/** A text made once for each language. */
export function both(tell: (language: Language) => string): Text {
  return { en: tell('en'), fr: tell('fr') };
}

/** A text with values put in; a value that is itself a text is put in in its language. */
export function said(text: Text, values: Readonly<Record<string, string | number | Text>> = {}): Text {
  return both((language) =>
    fill(
      text,
      language,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'object' ? value[language] : typeof value === 'number' ? String(value) : value,
        ]),
      ),
    ),
  );
}

/** Texts joined in both languages. */
export function joined(texts: readonly Text[], separator: Text | string): Text {
  return both((language) =>
    texts.map((text) => text[language]).join(typeof separator === 'string' ? separator : separator[language]),
  );
}

/** Between items that hold commas. */
export const SEMICOLON: Text = { en: '; ', fr: '\u00a0; ' };

/** `a, b and c`, `a, b et c`. */
export function listed(texts: readonly Text[]): Text {
  return both((language) => {
    const words = texts.map((text) => text[language]);
    if (words.length < 2) return words.join('');
    const last = language === 'fr' ? ' et ' : ' and ';
    return words.slice(0, -1).join(', ') + last + words[words.length - 1];
  });
}

/** The same words in both languages: a name, a code. */
export function same(words: string): Text {
  return { en: words, fr: words };
}

const QUOTED: Text = { en: '“{words}”', fr: '«\u00a0{words}\u00a0»' };

/** Words between the quotation marks of the language: the label of a scenario in a title, where it would read as a word. */
export function quoted(words: Text): Text {
  return said(QUOTED, { words });
}

/** A sentence begins with a capital. */
export function capitalized(text: Text): Text {
  return both((language) => text[language].charAt(0).toLocaleUpperCase(language) + text[language].slice(1));
}

/** French of people who type: a straight apostrophe and a plain space become what a printer sets. */
export function typeset(text: Text): Text {
  const fr = text.fr
    .replaceAll("'", '’')
    .replace(/« ?/g, '«\u00a0')
    .replace(/ ([»:;?!])/g, '\u00a0$1');
  return { en: text.en.replaceAll("'", '’'), fr };
}

export function number(value: number, digits: number): Text {
  return both((language) => decimal(value, language, digits));
}

export function signedNumber(value: number, digits: number): Text {
  return both((language) => signed(value, language, digits));
}

/** What a measured number is counted in. */
export interface Measured {
  readonly unitId: string;
  readonly unit: Text;
}

/** `12.5 %`, `49,318 GPs`: a number with its unit. */
export function quantity(value: number, { unitId, unit }: Measured, digits: number): Text {
  return withUnit(number(value, digits), unitId === 'percent' ? PERCENT : unit);
}

/** `12.5 %`, `49,318`: a number whose unit is told once for many, but for the sign of percent. */
export function amount(value: number, { unitId }: Measured, digits: number): Text {
  return unitId === 'percent' ? withUnit(number(value, digits), PERCENT) : number(value, digits);
}

/** `+0.09 points`, `-12 GPs`: a difference of two numbers of this unit; those of shares are points. */
export function differenceOf(value: number, measured: Measured, digits: number): Text {
  return withUnit(signedNumber(value, digits), unitOfDifference(measured));
}

/** Unit of a difference: points for shares. */
export function unitOfDifference({ unitId, unit }: Measured): Text {
  return unitId === 'percent' ? POINTS : unit;
}

const PERCENT: Text = { en: '%', fr: '%' };
const POINTS: Text = { en: 'points', fr: 'points' };

/** `points (above zero is worse)`: the unit of a difference with what its sign means for people; the unit alone where neither is better. */
export function signOfDifference(
  measured: Measured & { readonly better?: 'more' | 'less' },
  axis: 'x' | 'y',
): Text {
  const unit = unitOfDifference(measured);
  if (measured.better === undefined) return unit;
  return said(SIGNS[axis][measured.better], { unit });
}

const SIGNS = {
  x: {
    more: { en: '{unit} (right of zero is better)', fr: '{unit} (à droite de zéro : mieux)' },
    less: { en: '{unit} (right of zero is worse)', fr: '{unit} (à droite de zéro : moins bien)' },
  },
  y: {
    more: { en: '{unit} (above zero is better)', fr: '{unit} (au-dessus de zéro : mieux)' },
    less: { en: '{unit} (above zero is worse)', fr: '{unit} (au-dessus de zéro : moins bien)' },
  },
} as const satisfies Record<'x' | 'y', Record<'more' | 'less', Text>>;

function withUnit(number: Text, unit: Text): Text {
  return both((language) => {
    const space = unit[language] === '%' ? (language === 'fr' ? '\u202f' : '') : '\u00a0';
    return `${number[language]}${space}${unit[language]}`;
  });
}

/** Decimals for a value of this uncertainty, at most those that can still be read. */
export function digitsOf(uncertainty: number, value: number, most = 4): number {
  return Math.min(most, digitsFor(uncertainty, value));
}

/** True for a text of this form: what a chart's configuration may hold instead of words. */
export function isText(node: unknown): node is Text {
  return (
    typeof node === 'object' &&
    node !== null &&
    Object.keys(node).length === LANGUAGES.length &&
    LANGUAGES.every((language) => typeof (node as Record<string, unknown>)[language] === 'string')
  );
}
