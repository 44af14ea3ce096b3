/**
 * Who holds a lock, and whether that process still lives.
 *
 * A process number alone proves nothing: numbers are used again, hosts restart, containers count their own. So a lock
 * also names when its process began (field 22 of /proc/PID/stat), which start of the host it belongs to (boot id) and
 * which process namespace it was seen in: proc(5), pid_namespaces(7). Where there is no /proc, the number must do.
 */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

const OWNER = z.object({
  host: z.string().min(1),
  pid: z.int().positive(),
  /** Clock ticks from the start of the host to that of the process. */
  processStart: z.string().optional(),
  /** Changes each time the host starts. */
  bootId: z.string().optional(),
  /** The same number names another process in another namespace. */
  pidNamespace: z.string().optional(),
  /** ISO time at which the lock was asked for. */
  started: z.string().min(1),
  /** Names this lock and no other; part of file names. */
  token: z.uuid(),
});

export type LockOwner = Readonly<z.infer<typeof OWNER>>;
/** What tells one process from every other. */
export type ProcessIdentity = Omit<LockOwner, 'started' | 'token'>;
/** `elsewhere`: on another host or in another container, where it cannot be seen. */
export type Fate = 'alive' | 'dead' | 'elsewhere';

/** Fields of /proc/PID/stat that follow the name in parentheses: the state, then the time of start. */
const STATE_FIELD = 0;
const START_FIELD = 19;
/** States of a process that has ended and waits for its parent to notice. */
const ENDED = ['Z', 'X'];

/** The present process. */
export function thisProcess(): ProcessIdentity {
  return {
    host: hostname(),
    pid: process.pid,
    processStart: statOf(process.pid)?.start,
    bootId: textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    pidNamespace: textOf(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/** The owner that a lock file names, or `undefined` when it is damaged. */
export function parseOwner(text: string): LockOwner | undefined {
  try {
    return OWNER.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Whether the owner of a lock still lives, as far as `here` can tell.
 * Two machines that share a host name and a folder are taken for one that was restarted.
 */
export function fateOf(owner: ProcessIdentity, here: ProcessIdentity = thisProcess()): Fate {
  if (owner.host !== here.host) return 'elsewhere';
  if (differ(owner.bootId, here.bootId)) return 'dead';
  if (differ(owner.pidNamespace, here.pidNamespace)) return 'elsewhere';
  if (!exists(owner.pid)) return 'dead';
  const stat = statOf(owner.pid);
  if (stat === undefined) return 'alive';
  return ENDED.includes(stat.state) || differ(owner.processStart, stat.start) ? 'dead' : 'alive';
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function statOf(pid: number): { readonly state: string; readonly start: string } | undefined {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === undefined) return undefined;
  // The name may hold spaces and parentheses: fields are counted from the last parenthesis.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 1)
    .trim()
    .split(' ');
  return { state: fields[STATE_FIELD], start: fields[START_FIELD] };
}

function textOf(read: () => string): string | undefined {
  try {
    return read().trim();
  } catch {
    return undefined;
  }
}
