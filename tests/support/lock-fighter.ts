/**
 * A process that wants locks, for lock.test.ts. Told `{ folder, at, how }` it tries at the time `at` (ms) and answers
 * `won` or `refused`; a lock that it wins is kept until it ends. `how: 'naive'` tries without the care of sim/batch/lock.ts;
 * `how: 'again'` takes and gives back the lock over and over, until the process is killed.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MaillageError } from '../../sim/base/errors.js';
import { takeLock } from '../../sim/batch/lock.js';
import { fateOf, parseOwner, thisProcess } from '../../sim/batch/lock-owner.js';

export interface Order {
  readonly folder: string;
  readonly at: number;
  readonly how: 'lock' | 'naive' | 'again';
}
export type Answer = 'won' | 'refused' | 'begun';

process.on('message', ({ folder, at, how }: Order) => {
  while (Date.now() < at);
  if (how === 'again') {
    process.send?.('begun' satisfies Answer);
    for (;;) takeLock(folder).release();
  }
  process.send?.((how === 'lock' ? fight(folder) : fightNaively(folder)) satisfies Answer);
});

function fight(folder: string): Answer {
  try {
    takeLock(folder);
    return 'won';
  } catch (error) {
    if (error instanceof MaillageError && error.code === 'locked') return 'refused';
    throw error;
  }
}

/** Looks, removes a dead lock, writes its own: two may look before either writes. */
function fightNaively(folder: string): Answer {
  const file = join(folder, 'lock');
  try {
    const owner = parseOwner(readFileSync(file, 'utf8'));
    if (owner !== undefined && fateOf(owner) === 'alive') return 'refused';
    rmSync(file, { force: true });
    const own = { ...thisProcess(), started: 'now', token: owner?.token };
    writeFileSync(file, JSON.stringify(own), { flag: 'wx' });
    return 'won';
  } catch {
    return 'refused';
  }
}
