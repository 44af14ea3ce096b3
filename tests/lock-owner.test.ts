/** Whether the process that a lock names still lives. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fateOf, thisProcess } from '../sim/batch/lock-owner.js';

describe('the fate of an owner', () => {
  const here = thisProcess();

  test('a process lives, or has ended', async () => {
    expect(fateOf(here)).toBe('alive');
    expect(fateOf({ host: here.host, pid: process.ppid })).toBe('alive');
    const child = spawn('true');
    await once(child, 'exit');
    expect(fateOf({ host: here.host, pid: child.pid as number })).toBe('dead');
  });

  test.skipIf(process.platform !== 'linux')('a process number used again is another process', () => {
    expect(fateOf({ ...here, processStart: '1' })).toBe('dead');
    expect(fateOf({ ...here, bootId: 'another-start-of-the-host' })).toBe('dead');
  });

  test.skipIf(process.platform !== 'linux')('what cannot be seen is elsewhere', () => {
    expect(fateOf({ ...here, host: 'another-host' })).toBe('elsewhere');
    expect(fateOf({ ...here, pidNamespace: 'pid:[1]' })).toBe('elsewhere');
  });

  test.skipIf(process.platform !== 'linux')(
    'a process that ended unnoticed by its parent is dead',
    async () => {
      const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      onTestFinished(() => void parent.kill('SIGKILL'));
      const [line] = await once(parent.stdout, 'data');
      const pid = Number(String(line));
      await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
      expect(() => process.kill(pid, 0)).not.toThrow();
      expect(fateOf({ host: here.host, pid })).toBe('dead');
    },
  );
});
