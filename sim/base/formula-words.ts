/**
 * The words of a formula (numbers, names, signs) with the character at which each stands, and the mistakes that can be
 * told from them alone. math.js parses the rest; its trees do not know where a node was written.
 */
import { nearestName } from './errors.js';
import { suggestion } from './problems.js';

export interface FormulaMistake {
  /** Character of the formula, counted from 1. */
  readonly at: number;
  /** What is wrong, what was expected, what to do; without the place. */
  readonly message: string;
}

export interface FormulaWord {
  readonly kind: 'number' | 'name' | 'sign';
  readonly text: string;
  /** Character of the formula, counted from 1. */
  readonly at: number;
}

/** Functions of a formula and the fewest and most values each takes. */
export const FORMULA_FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  abs: [1, 1],
  min: [1, Infinity],
  max: [1, Infinity],
  sqrt: [1, 1],
  exp: [1, 1],
  log: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  round: [1, 1],
};

const LOGIC = ['and', 'or', 'not'];
/** Words that mean something else in math.js: no formula may be called so. */
const OTHER_WORDS = [
  'mod',
  'to',
  'in',
  'xor',
  'true',
  'false',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  'end',
];
/** Words that cannot name an indicator. */
export const RESERVED_WORDS: readonly string[] = [
  ...Object.keys(FORMULA_FUNCTIONS),
  ...LOGIC,
  ...OTHER_WORDS,
];

const SPACE = /\s+/y;
const KINDS: readonly (readonly [FormulaWord['kind'], RegExp])[] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y],
  ['name', /[\p{Letter}_][\p{Letter}\p{Number}_]*/uy],
  ['sign', /==|!=|<=|>=|[-+*/()<>?:,]/y],
];

/** Why a sign is refused and what to write; anything else is refused without advice. */
const ADVICE: Readonly<Record<string, string>> = {
  '^': 'powers differ between versions of Node.js, so write the product, a * a',
  '=': "'=' would give a name: write == to compare",
  '!': "write 'not' for a negation, != for different",
  '%': 'write / 100',
  '&': "write 'and'",
  '|': "write 'or'",
  '×': 'write * for a product',
  '·': 'write * for a product',
  '÷': 'write / for a division',
  '−': 'write - for a minus sign',
  '≤': 'write <=',
  '≥': 'write >=',
  '≠': 'write !=',
  "'": 'a formula holds no text',
  '"': 'a formula holds no text',
  ';': 'write one formula only',
  '.': "a number has a digit beside its point, and no name holds '.'",
};

/** The words of a text in order, up to the first sign that no formula holds. */
export function formulaWords(text: string): { words: FormulaWord[]; mistake?: FormulaMistake } {
  const words: FormulaWord[] = [];
  for (let offset = 0; offset < text.length; ) {
    const space = matchAt(SPACE, text, offset);
    if (space !== undefined) {
      offset += space.length;
      continue;
    }
    const word = wordAt(text, offset);
    if (word === undefined) {
      const sign = String.fromCodePoint(text.codePointAt(offset) ?? 0);
      const advice =
        ADVICE[sign] ?? 'expected numbers, names, + - * /, comparisons, parentheses or functions';
      return {
        words,
        mistake: { at: offset + 1, message: `'${sign}' is not a sign of a formula: ${advice}` },
      };
    }
    words.push(word);
    offset += word.text.length;
  }
  return { words };
}

/** What is wrong with a word where it stands: an unknown name, a product without its sign, a function without values. */
export function wordMistake(
  words: readonly FormulaWord[],
  names: readonly string[],
): FormulaMistake | undefined {
  for (const [i, word] of words.entries()) {
    const message = word.kind === 'name' ? nameMistake(word, words[i + 1], names) : numberMistake(word);
    const found = message ?? joinMistake(words[i - 1], word);
    if (found !== undefined) return { at: word.at, message: found };
  }
  return undefined;
}

function wordAt(text: string, offset: number): FormulaWord | undefined {
  for (const [kind, pattern] of KINDS) {
    const found = matchAt(pattern, text, offset);
    if (found !== undefined) return { kind, text: found, at: offset + 1 };
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function nameMistake(
  { text }: FormulaWord,
  next: FormulaWord | undefined,
  names: readonly string[],
): string | undefined {
  const called = next?.text === '(';
  if (LOGIC.includes(text)) return undefined;
  if (isFunction(text))
    return called ? undefined : `'${text}' is a function: write its values in parentheses, ${text}(…)`;
  if (names.includes(text))
    return called
      ? `'${text}' is an indicator, not a function: write ${text} * (…) for a product`
      : undefined;
  if (called) {
    const functions = Object.keys(FORMULA_FUNCTIONS);
    const near = nearestName(text, functions);
    const hint = near === undefined ? `expected one of: ${functions.join(', ')}` : `did you mean '${near}'?`;
    return `unknown function '${text}'; ${hint}`;
  }
  return `unknown indicator '${text}'; ${suggestion(text, names, 'maillage indicators list')}`;
}

function isFunction(text: string): boolean {
  return Object.hasOwn(FORMULA_FUNCTIONS, text);
}

function numberMistake({ kind, text }: FormulaWord): string | undefined {
  if (kind !== 'number' || Number.isFinite(Number(text))) return undefined;
  return `${text} is too large for a number`;
}

/** Two values side by side, which math.js would multiply. */
function joinMistake(before: FormulaWord | undefined, word: FormulaWord): string | undefined {
  if (before === undefined || !endsValue(before) || !beginsValue(word)) return undefined;
  return `a sign is missing between '${before.text}' and '${word.text}': write * for a product`;
}

function endsValue({ kind, text }: FormulaWord): boolean {
  return kind === 'number' || text === ')' || (kind === 'name' && !LOGIC.includes(text) && !isFunction(text));
}

function beginsValue({ kind, text }: FormulaWord): boolean {
  return kind === 'number' || text === '(' || (kind === 'name' && (text === 'not' || !LOGIC.includes(text)));
}
