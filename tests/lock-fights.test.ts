/** Processes that want the same lock at the same moment, and processes killed while they take it. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../sim/batch/lock.js';
import type { Order } from './support/lock-fighter.js';
import { deadLock, fighter, kill, newFolder, order } from './support/locks.js';

const ROUNDS = 50;

/** Winners of each round: two processes want the lock that `before` leaves in a new folder. */
async function winners(how: Order['how'], before: string | undefined): Promise<number[]> {
  const fighters = [fighter(), fighter()];
  const counts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const folder = newFolder();
    if (before !== undefined) writeFileSync(join(folder, 'lock'), before);
    const at = Date.now() + 5;
    const answers = await Promise.all(fighters.map((child) => order(child, { folder, at, how })));
    counts.push(answers.filter((answer) => answer === 'won').length);
  }
  await Promise.all(fighters.map(kill));
  return counts;
}

test('of two who want a free lock exactly one gets it, 50 times', async () => {
  expect(new Set(await winners('lock', undefined))).toEqual(new Set([1]));
});

test('of two who want the lock of a dead process exactly one gets it, 50 times', async () => {
  expect(new Set(await winners('lock', await deadLock()))).toEqual(new Set([1]));
});

test('looking first and writing then lets both in sooner or later: the fight is a real one', async () => {
  const dead = await deadLock();
  const counts: number[] = [];
  for (let tries = 0; tries < 10 && !counts.includes(2); tries++)
    counts.push(...(await winners('naive', dead)));
  expect(counts).toContain(2);
});

test('a process killed at any moment of taking and giving back leaves a lock that the next one gets', async () => {
  for (let moment = 0; moment < 20; moment++) {
    const folder = newFolder();
    mkdirSync(join(folder, 'runs'));
    const child = fighter();
    await order(child, { folder, at: 0, how: 'again' });
    await new Promise((resolve) => setTimeout(resolve, 3 + moment));
    await kill(child);
    const lock = takeLock(folder);
    expect(lock.isHeld()).toBe(true);
    expect(readdirSync(folder)).toEqual(['lock', 'runs']);
    lock.release();
    expect(readdirSync(folder)).toEqual(['runs']);
  }
});
