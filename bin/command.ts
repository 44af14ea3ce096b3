/**
 * What a command is: plain data that yargs, the help and the checks all read, and one function.
 * A command answers on stdout (`terminal.print`) and speaks on stderr (`terminal.say`).
 */
import type { Text } from '../analysis/wording/language.js';
import type { Terminal } from './terminal/terminal.js';

export interface CommandOption {
  readonly name: string;
  readonly describe: Text;
  /** `flag` takes no value, `one` takes one, `many` may be repeated. Default `one`. */
  readonly takes?: 'flag' | 'one' | 'many';
  readonly choices?: readonly string[];
}

export interface Positional {
  readonly name: string;
  readonly describe: Text;
  /** Default: required. */
  readonly optional?: boolean;
  /** Takes all words that follow; the last positional only. */
  readonly many?: true;
}

export interface Command {
  readonly name: string;
  readonly describe: Text;
  readonly positionals?: readonly Positional[];
  readonly options?: readonly CommandOption[];
  /** Command lines shown under the help. */
  readonly examples?: readonly string[];
  /** A group such as `scenarios` has commands of its own and does nothing by itself. */
  readonly commands?: readonly Command[];
  /**
   * Does the work; the number returned is the exit code (0 when nothing is returned).
   * @throws MaillageError for what a person can correct.
   */
  readonly run?: (invocation: Invocation) => Promise<number | undefined> | number | undefined;
}

/** What a person asked for, checked against the command's options. */
export interface Invocation {
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C; a command that sees it stops cleanly and throws `interrupted`. */
  readonly signal: AbortSignal;
  /** Value of an option or a positional, `undefined` when not given. */
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
}
