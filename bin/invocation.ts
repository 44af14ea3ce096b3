/** From what yargs parsed to what a command may rely on: every option known, of the right form, given once. */
import { PROGRAM, REFUSALS } from '../analysis/wording/command-line.js';
import { fill, LANGUAGES, type Language } from '../analysis/wording/language.js';
import { MaillageError, nearestName } from '../sim/base/errors.js';
import type { Command, CommandOption, Invocation } from './command.js';

/** What yargs hands over: values by name, and under `_` the words that are neither. */
export type Parsed = Readonly<Record<string, unknown>> & { readonly _: readonly (string | number)[] };

/** Option every command has, besides its own. */
export const LANG_OPTION: CommandOption = { name: 'lang', describe: PROGRAM.lang, choices: LANGUAGES };
const BUILT_IN = ['help', 'h', 'version', 'v'];

/** A command with the words that lead to it: `scenarios show`. */
export interface Chosen {
  readonly command: Command;
  readonly words: readonly string[];
}

/** `run <scenario>`: the command line of a command, without its options. */
export function usageOf({ command, words }: Chosen): string {
  const positionals = (command.positionals ?? []).map(({ name, optional, many }) => {
    const shown = many ? `${name}...` : name;
    return optional ? `[${shown}]` : `<${shown}>`;
  });
  return [...words, ...positionals].join(' ');
}

/**
 * Checks what was parsed against the command's declaration.
 * @throws MaillageError `bad-option` for an unknown, repeated, valueless or missing argument.
 */
export function checkedValues(
  chosen: Chosen,
  parsed: Parsed,
  language: Language,
): Pick<Invocation, 'text' | 'texts' | 'flag'> {
  const refuse = (key: keyof typeof REFUSALS, values: Record<string, string>): never => {
    throw new MaillageError('bad-option', fill(REFUSALS[key], language, values));
  };
  const { command, words } = chosen;
  const options = [...(command.options ?? []), LANG_OPTION];
  const positionals = command.positionals ?? [];
  const path = words.join(' ');

  const known = new Set([...options, ...positionals].map(({ name }) => name).concat(BUILT_IN, '_', '$0'));
  const unknown = Object.keys(parsed).find((name) => !known.has(name));
  if (unknown !== undefined) {
    const names = [...options.map(({ name }) => name), ...BUILT_IN];
    const near = nearestName(unknown, names);
    const hint =
      near === undefined
        ? fill(REFUSALS.seeHelp, language, { command: `${path} ` })
        : fill(REFUSALS.didYouMean, language, { name: `--${near}` });
    refuse('unknownOption', { name: `${unknown.length === 1 ? '-' : '--'}${unknown}`, command: path, hint });
  }
  const extra = parsed._[words.length];
  if (extra !== undefined) refuse('tooMany', { value: String(extra), usage: usageOf(chosen) });
  for (const { name, describe, optional } of positionals) {
    if (!optional && listOf(parsed[name]).length === 0) {
      refuse('missing', { command: path, name, describe: describe[language], usage: usageOf(chosen) });
    }
  }
  for (const option of options) checkOption(option, parsed[option.name], refuse, language);

  return {
    text: (name) => (parsed[name] === undefined ? undefined : String(parsed[name])),
    texts: (name) => listOf(parsed[name]).map(String),
    flag: (name) => parsed[name] === true,
  };
}

function checkOption(
  option: CommandOption,
  value: unknown,
  refuse: (key: keyof typeof REFUSALS, values: Record<string, string>) => never,
  language: Language,
): void {
  if (value === undefined || option.takes === 'flag') return;
  const name = `--${option.name}`;
  const values = listOf(value);
  if (values.some((one) => typeof one === 'boolean' || one === '')) refuse('needsValue', { option: name });
  if (values.length > 1 && option.takes !== 'many') refuse('givenTwice', { option: name });
  const wrong = option.choices && values.map(String).find((one) => !option.choices?.includes(one));
  if (wrong !== undefined) {
    const hint = fill(REFUSALS.oneOf, language, { names: option.choices?.join(', ') ?? '' });
    refuse('notAChoice', { option: name, value: wrong, hint });
  }
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/**
 * The whole number an option gives, `undefined` when it is not given.
 * @throws MaillageError `bad-option` for anything but a whole number within the bounds.
 */
export function wholeNumber(
  invocation: Invocation,
  option: string,
  [low, high]: readonly [number, number],
): number | undefined {
  const value = invocation.text(option);
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= low && number <= high) return number;
  const { terminal } = invocation;
  const message = terminal.tell(REFUSALS.wholeNumber, { option: `--${option}`, value, low, high });
  throw new MaillageError('bad-option', message);
}
