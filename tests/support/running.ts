/** The program at work in a process of its own, to be looked at, interrupted or killed on the way. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { atEndOfFile } from './end-of-file.js';
import { type Ended, PROGRAM } from './program.js';
import { PROJECT } from './project.js';

export interface Running {
  readonly pid: number;
  /** True once it has ended. */
  hasEnded(): boolean;
  signal(name: 'SIGINT' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  /** Its end; the code is null when it was killed. */
  readonly ended: Promise<Ended>;
}

/** Starts `maillage …words`, in English unless told otherwise. */
export function starting(words: readonly string[], cwd = PROJECT): Running {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd,
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  atEndOfFile(() => void child.kill('SIGKILL'));
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
  return {
    pid: child.pid ?? 0,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    signal: (name) => void child.kill(name),
    ended,
  };
}

/** Sessions, and runs in all, that the log of a study being made tells of so far; none before there is a log. */
export function logged(dir: string): { readonly sessions: number; readonly runs: number } {
  try {
    const text = readFileSync(join(dir, 'pending/log.jsonl'), 'utf8');
    const count = (mark: string) => text.split(mark).length - 1;
    return { sessions: count('{"session":'), runs: count('{"run":') };
  } catch {
    return { sessions: 0, runs: 0 };
  }
}

/** Waits until something holds or the program ends. */
export async function until(holds: () => boolean, { hasEnded }: Running): Promise<void> {
  while (!holds() && !hasEnded()) await setTimeout(3);
}
