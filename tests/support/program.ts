/** The program as a person starts it, in a process of its own or, cheaper, in that of the tests. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { COMMANDS } from '../../bin/commands/all.js';
import { runProgram } from '../../bin/program.js';
import type { Streams } from '../../bin/terminal/terminal.js';
import { PROJECT } from './project.js';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const PROGRAM = join(PROJECT, 'dist/bin/maillage.js');

/** Runs `maillage …words` to its end, in English unless told otherwise. */
export function maillage(
  words: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; seconds?: number } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    cwd: options.cwd ?? PROJECT,
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', ...options.env },
    encoding: 'utf8',
    timeout: (options.seconds ?? 60) * 1000,
  });
  return { code: status, stdout, stderr };
}

/** As `maillage`, but within this process and so without its start, for what is not about signals or the environment. */
export async function maillageHere(
  words: readonly string[],
  { cwd = process.cwd() }: { readonly cwd?: string } = {},
): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof texts) => ({
    isTTY: false,
    write: (text: string) => {
      texts[name] += text;
      return true;
    },
  });
  const streams = { stdout: stream('stdout'), stderr: stream('stderr') } as unknown as Streams;
  const language = words.includes('--lang') ? [] : ['--lang', 'en'];
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await runProgram([...words, ...language], COMMANDS, streams, new AbortController().signal);
    return { code, ...texts };
  } finally {
    process.chdir(before);
  }
}
