/**
 * Formulas that a person writes in a plan: `100 * gpExits / gpsLiberal`. math.js parses and evaluates them (its numbers-only
 * build, https://mathjs.org/docs/custom_bundling.html#numbers-only, loaded when the first formula is met: half a second).
 * Every word, node and function is checked against a list before anything is evaluated: no power (Math.pow differs between
 * versions of Node.js), range, list, text, assignment, access or product without its sign.
 */
import type { FactoryFunctionMap, FunctionNode, MathJsInstance, MathNode, OperatorNode } from 'mathjs';
import { MaillageError } from './errors.js';
import {
  FORMULA_FUNCTIONS,
  type FormulaMistake,
  type FormulaWord,
  formulaWords,
  wordMistake,
} from './formula-words.js';

/** Characters of the longest formula. */
export const FORMULA_LENGTH = 500;

export interface Formula {
  readonly text: string;
  /** Names that it uses, each once, in the order of the names allowed. */
  readonly names: readonly string[];
  /**
   * Its value for the values of `names`, in their order. NaN, which is to say no value, when one of them is not a finite
   * number, or when anything that it computes on the way is not (a division by zero, the root of a negative number). A
   * comparison that holds is worth 1, one that does not 0; numbers closer than 1e-12 of their size count as equal.
   */
  evaluate(values: ArrayLike<number>): number;
}

export interface CheckedFormula {
  /** Absent when there is a mistake. */
  readonly formula?: Formula;
  readonly mistake?: FormulaMistake;
}

/**
 * The formula of a text over `names`.
 * @throws MaillageError `bad-option` with the character of the mistake.
 */
export async function parseFormula(text: string, names: readonly string[]): Promise<Formula> {
  const { formula, mistake } = await checkFormula(text, names);
  if (formula !== undefined) return formula;
  throw new MaillageError('bad-option', mistakeSentence(text, mistake as FormulaMistake));
}

/** As `parseFormula`, with the first mistake in hand. */
export async function checkFormula(text: string, names: readonly string[]): Promise<CheckedFormula> {
  if (text.length > FORMULA_LENGTH) {
    const message = `the formula has ${text.length} characters, expected at most ${FORMULA_LENGTH}: cut it in two`;
    return { mistake: { at: FORMULA_LENGTH + 1, message } };
  }
  const { words, mistake } = formulaWords(text);
  if (words.length === 0 && mistake === undefined)
    return { mistake: { at: 1, message: 'the formula is empty: write one such as 100 * a / b' } };
  const wrong = wordMistake(words, names) ?? mistake;
  if (wrong !== undefined) return { mistake: wrong };
  const math = await arithmetic();
  const parsed = parseTree(math, text);
  if ('mistake' in parsed) return parsed;
  const refused = nodeMistake(parsed.tree, words);
  if (refused !== undefined) return { mistake: refused };
  const used = names.filter((name) => words.some((word) => word.text === name));
  return { formula: compiled(text, used, parsed.tree) };
}

/** Characters of a formula that a message still repeats. */
const QUOTED = 60;

/** A mistake with the place in its formula, for a message. */
export function mistakeSentence(text: string, { at, message }: FormulaMistake): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const quoted = line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
  return `formula '${quoted}', character ${at}: ${message}`;
}

function compiled(text: string, names: readonly string[], tree: MathNode): Formula {
  const code = tree.compile();
  const scope = new Map<string, number>();
  return {
    text,
    names,
    evaluate(values) {
      for (const [i, name] of names.entries()) {
        if (!Number.isFinite(values[i])) return Number.NaN;
        scope.set(name, values[i]);
      }
      try {
        return Number(code.evaluate(scope));
      } catch (error) {
        if (error === NO_VALUE) return Number.NaN;
        throw error;
      }
    },
  };
}

/** Thrown inside a formula by a result that is not a finite number. */
const NO_VALUE = Symbol('no value');

const OPERATORS = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'unaryMinus',
  'unaryPlus',
  'smaller',
  'smallerEq',
  'larger',
  'largerEq',
  'equal',
  'unequal',
  'and',
  'or',
  'not',
] as const;

const LOADED: { math?: Promise<MathJsInstance> } = {};

/** math.js with what formulas may use and nothing else, each function made to stop at a result that is not finite. */
function arithmetic(): Promise<MathJsInstance> {
  LOADED.math ??= import('mathjs/number').then((library) => {
    const wanted = ['parse', ...OPERATORS, ...Object.keys(FORMULA_FUNCTIONS)].map(
      (name) => `${name}Dependencies`,
    );
    const parts = library as unknown as FactoryFunctionMap;
    const math = library.create(Object.fromEntries(wanted.map((name) => [name, parts[name]])));
    const functions = math as unknown as Readonly<Record<string, (...values: number[]) => unknown>>;
    const strict = [...OPERATORS, ...Object.keys(FORMULA_FUNCTIONS)].map((name) => {
      const inner = functions[name];
      const outer = (...values: number[]) => {
        const value = inner(...values);
        if (typeof value === 'number' && !Number.isFinite(value)) throw NO_VALUE;
        return value;
      };
      return [name, outer] as const;
    });
    math.import(Object.fromEntries(strict), { override: true });
    return math;
  });
  return LOADED.math;
}

function parseTree(math: MathJsInstance, text: string): { tree: MathNode } | { mistake: FormulaMistake } {
  try {
    // A line break would begin another formula.
    return { tree: math.parse(text.replace(/\s/g, ' ')) };
  } catch (error) {
    const { message, char = 1 } = error as Error & { char?: number };
    const known = SYNTAX.find(([pattern]) => pattern.test(message));
    return { mistake: { at: char, message: known?.[1] ?? 'the formula cannot be read from here on' } };
  }
}

/** Our sentences for the syntax errors of math.js. */
const SYNTAX: readonly (readonly [RegExp, string])[] = [
  [
    /end of expression|Value expected/,
    'a value is missing here: expected a number, a name, or an opening parenthesis',
  ],
  [/Parenthesis \) expected/, 'a parenthesis is still open: close it with )'],
  [/False part/, "'? value' is not followed by ': value': write a condition as test ? value : value"],
  [/operator \)/, 'this parenthesis closes nothing: remove it, or open one'],
  [/operator ,/, 'a comma only stands between the values of a function; a decimal is written with a point'],
  [/call stack/, 'the parentheses are nested too deep: simplify the formula'],
  [/operator :/, "':' only stands after '? value': write a condition as test ? value : value"],
];

/** The first node that is not on the list; a second guard behind the check of words, and the number of values of functions. */
function nodeMistake(tree: MathNode, words: readonly FormulaWord[]): FormulaMistake | undefined {
  const calls = words.filter(({ text }) => Object.hasOwn(FORMULA_FUNCTIONS, text));
  let call = 0;
  let found: FormulaMistake | undefined;
  tree.traverse((node) => {
    // Calls are met in the order in which they are written.
    const place = node.type === 'FunctionNode' ? calls[call++] : undefined;
    found ??= refusal(node, place, words);
  });
  return found;
}

function refusal(
  node: MathNode,
  place: FormulaWord | undefined,
  words: readonly FormulaWord[],
): FormulaMistake | undefined {
  if (
    ['ConstantNode', 'SymbolNode', 'ParenthesisNode', 'ConditionalNode', 'RelationalNode'].includes(node.type)
  )
    return undefined;
  if (node.type === 'OperatorNode') {
    const { fn, implicit } = node as OperatorNode;
    if ((OPERATORS as readonly string[]).includes(fn) && !implicit) return undefined;
  }
  if (node.type === 'FunctionNode') {
    const { fn, args } = node as FunctionNode;
    const [least, most] = FORMULA_FUNCTIONS[fn.name] ?? [];
    if (args.length >= least && args.length <= most) return undefined;
    const wanted = most === least ? 'one value' : 'one or more values';
    return {
      at: place?.at ?? 1,
      message: `'${fn.name}' has ${args.length} values, expected ${wanted}; a decimal is written with a point`,
    };
  }
  const colon = words.find(({ text }) => text === ':');
  return {
    at: colon?.at ?? 1,
    message: "this is not part of a formula: ':' only stands after '? value', as in test ? value : value",
  };
}
