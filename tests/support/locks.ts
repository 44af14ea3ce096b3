/** Processes that fight for locks, and what they leave when killed: see lock-fighter.ts. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEndOfFile } from './end-of-file.js';
import type { Answer, Order } from './lock-fighter.js';
import { PROJECT } from './project.js';

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-lock-'));
  atEndOfFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A process that fights for locks on order. */
export function fighter(): ChildProcess {
  const child = fork(join(PROJECT, 'dist/tests/support/lock-fighter.js'));
  atEndOfFile(() => void child.kill('SIGKILL'));
  return child;
}

export async function order(child: ChildProcess, what: Order): Promise<Answer> {
  const died = new AbortController();
  child.once('exit', () => died.abort());
  child.send(what);
  const [answer] = await once(child, 'message', { signal: died.signal });
  return answer as Answer;
}

export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** The text of a lock whose owner was killed. */
export async function deadLock(): Promise<string> {
  const folder = newFolder();
  const child = fighter();
  await order(child, { folder, at: 0, how: 'lock' });
  await kill(child);
  return readFileSync(join(folder, 'lock'), 'utf8');
}
