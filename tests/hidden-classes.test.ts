/**
 * Settings that loops over GPs read have the same hidden class every month. V8 gives every `{ ...a(), b }` a class of its own,
 * so that code compiled for one month looks its names up in a hash table in the next; `{ b, ...a() }` has that of the last.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { PROJECT } from './support/project.js';

const SCRIPT = join(PROJECT, 'dist/tests/support/settings-classes.js');
let isSame: Record<string, boolean> = {};

beforeAll(() => {
  // Apart from the tests, whose runner keeps V8 from making objects its own way.
  isSame = JSON.parse(execFileSync(process.execPath, [SCRIPT], { encoding: 'utf8' }));
});

test('settings have the same class every month', () => {
  const { turning: _, ...settings } = isSame;
  expect(Object.keys(settings).length).toBeGreaterThan(15);
  expect(Object.keys(settings).filter((name) => !settings[name])).toEqual([]);
});

test('an object whose names change their order would be told', () => {
  expect(isSame.turning).toBe(false);
});
