/** The program as a person starts it, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
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
