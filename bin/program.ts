/** The command line: yargs reads it, the declared commands do the work, every end becomes an exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import yargs, { type Argv } from 'yargs';
import { PROGRAM, REFUSALS } from '../analysis/wording/command-line.js';
import { fill, LANGUAGES, type Language, languageOfLocale } from '../analysis/wording/language.js';
import { errorText } from '../analysis/wording/refusals.js';
import { MaillageError, nearestName } from '../sim/base/errors.js';
import { packageRoot } from '../sim/base/paths.js';
import type { Command, CommandOption } from './command.js';
import { type Chosen, checkedValues, LANG_OPTION, type Parsed, usageOf } from './invocation.js';
import { type Streams, type Terminal, terminalOn, WIDTH } from './terminal/terminal.js';

export const EXIT = { done: 0, failed: 1, badInput: 2, someFailed: 3, interrupted: 130 } as const;

/** Runs one command line to its end and returns the exit code. Never throws. */
export async function runProgram(
  argv: readonly string[],
  commands: readonly Command[],
  streams: Streams,
  signal: AbortSignal,
): Promise<number> {
  const language = languageOf(argv);
  const loud = terminalOn(streams, language, false);
  try {
    const { chosen, parsed, output } = await parse(argv, commands, language);
    if (output !== '') {
      loud.print(output);
      return EXIT.done;
    }
    if (chosen === undefined) return refuseWord(parsed, commands, [], language);
    if (chosen.command.run === undefined) {
      return refuseWord(parsed, chosen.command.commands ?? [], chosen.words, language);
    }
    const values = checkedValues(chosen, parsed, language);
    const terminal = terminalOn(streams, language, values.flag('quiet'));
    return (await chosen.command.run({ ...values, terminal, signal })) ?? EXIT.done;
  } catch (error) {
    return tellError(error, loud, signal);
  }
}

/** The language asked for by `--lang`, read before anything is parsed so that refusals speak it too. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at < 0 ? undefined : argv[at].includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return LANGUAGES.find((known) => known === asked) ?? languageOfLocale(process.env);
}

async function parse(argv: readonly string[], commands: readonly Command[], language: Language) {
  const found: { chosen?: Chosen } = {};
  let output = '';
  const parser = yargs([])
    .scriptName('maillage')
    .usage(fill(PROGRAM.usage, language))
    .locale(language)
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .option(LANG_OPTION.name, { describe: describeOption(LANG_OPTION, language) })
    .help('help', PROGRAM.help[language])
    .alias('help', 'h')
    .version('version', PROGRAM.version[language], versionOfPackage())
    .alias('version', 'v')
    .completion('completion', PROGRAM.completion[language])
    .exitProcess(false)
    .fail(false)
    .wrap(WIDTH);
  declare(parser as Argv, commands, [], language, found);
  const parsed = await parser.parseAsync(argv.map(unlikeOption), {}, (_error, _argv, text) => {
    output = text;
  });
  return { chosen: found.chosen, parsed: parsed as unknown as Parsed, output };
}

/** A word such as `-- how many` is SQL that begins with a comment: the parser takes it for an option unless a space leads. */
function unlikeOption(word: string): string {
  return /^--[^\s=]*\s/.test(word) ? ` ${word}` : word;
}

/** Declares commands to yargs; the one it meets is noted in `found`, to be run once all is checked. */
function declare(
  parser: Argv,
  commands: readonly Command[],
  before: readonly string[],
  language: Language,
  found: { chosen?: Chosen },
): void {
  for (const command of commands) {
    const chosen = { command, words: [...before, command.name] };
    const positionals = command.positionals ?? [];
    // Every positional is optional for yargs: a missing one is refused by our own sentence.
    const form = [
      command.name,
      ...positionals.map(({ name, many }) => (many ? `[${name}..]` : `[${name}]`)),
    ].join(' ');
    parser.command(
      form,
      command.describe[language],
      (inner) => {
        inner.usage(`maillage ${usageOf(chosen)}\n\n${command.describe[language]}`);
        for (const { name, describe } of positionals)
          inner.positional(name, { describe: describe[language], type: 'string' });
        for (const option of command.options ?? []) {
          inner.option(option.name, {
            describe: describeOption(option, language),
            ...(option.takes === 'flag'
              ? { type: 'boolean' }
              : option.takes === 'many'
                ? { array: true }
                : {}),
          });
        }
        for (const example of command.examples ?? []) inner.example(example, '');
        if (command.commands) declare(inner as Argv, command.commands, chosen.words, language, found);
      },
      () => {
        found.chosen = chosen;
      },
    );
  }
}

function describeOption({ describe, choices }: CommandOption, language: Language): string {
  return describe[language] + (choices ? ` [${choices.join('|')}]` : '');
}

/** Refuses a word that names no command, or the lack of one. */
function refuseWord(
  parsed: Parsed,
  commands: readonly Command[],
  words: readonly string[],
  language: Language,
): never {
  const names = commands.map(({ name }) => name);
  const word = parsed._[words.length];
  const list = names.join(', ');
  if (word === undefined) {
    throw new MaillageError(
      'bad-option',
      fill(REFUSALS.chooseCommand, language, { command: words.join(' '), names: list }),
    );
  }
  const near = nearestName(String(word), names);
  const hint = near
    ? fill(REFUSALS.didYouMean, language, { name: [...words, near].join(' ') })
    : fill(REFUSALS.oneOf, language, { names: list });
  throw new MaillageError(
    'bad-option',
    fill(REFUSALS.unknownCommand, language, { name: [...words, word].join(' '), hint }),
  );
}

function tellError(error: unknown, terminal: Terminal, signal: AbortSignal): number {
  if (signal.aborted || (error instanceof MaillageError && error.code === 'interrupted')) {
    terminal.say(terminal.tell(PROGRAM.interrupted));
    return EXIT.interrupted;
  }
  if (error instanceof MaillageError) {
    terminal.say(terminal.field(PROGRAM.error, errorText(error, terminal.language)));
    return error.exitCode;
  }
  terminal.say(terminal.tell(PROGRAM.bug));
  terminal.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
}

/** Version of the package, as its package.json says. */
export function versionOfPackage(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string })
    .version;
}
