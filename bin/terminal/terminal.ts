/** Where a command writes: the answer on stdout, everything said on the way on stderr. */
import type { Language, Text } from '../../analysis/wording/language.js';
import { fill } from '../../analysis/wording/language.js';

/** Tables and sentences fit this width whatever the window, so that two outputs can be compared. */
export const WIDTH = 80;

export interface Terminal {
  readonly language: Language;
  /** True with `--quiet`: nothing is said, only answers and errors are printed. */
  readonly quiet: boolean;
  /** True when stderr is a screen: a bar may be redrawn there. */
  readonly live: boolean;
  /** True when the answer goes to a screen: small charts are drawn there, and never into a file. */
  readonly charts: boolean;
  /** A line of the answer. */
  print(line: string): void;
  /** A line about what is happening. */
  say(line: string): void;
  /** A text in the language of the terminal. */
  tell(text: Text, values?: Readonly<Record<string, string | number>>): string;
  /** `Unit: days`, with the space that French puts before a colon. */
  field(name: Text, value: string): string;
  /** Emphasis where the answer goes to a screen that takes it (NO_COLOR unset). */
  strong(text: string): string;
}

export interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export function terminalOn(streams: Streams, language: Language, quiet: boolean): Terminal {
  const styled = streams.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return {
    language,
    quiet,
    charts: streams.stdout.isTTY === true && process.env.TERM !== 'dumb',
    live: streams.stderr.isTTY === true && process.env.TERM !== 'dumb',
    print: (line) => void streams.stdout.write(`${line}\n`),
    say: (line) => {
      if (!quiet) streams.stderr.write(`${line}\n`);
    },
    tell: (text, values) => fill(text, language, values),
    field: (name, value) => `${name[language]}${language === 'fr' ? '\u00a0: ' : ': '}${value}`,
    strong: (text) => (styled ? `\u001b[1m${text}\u001b[22m` : text),
  };
}

/** A closed pipe (`maillage params list | head`) ends the program quietly. */
export function endQuietlyOnClosedPipe(streams: Streams): void {
  for (const stream of [streams.stdout, streams.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}
