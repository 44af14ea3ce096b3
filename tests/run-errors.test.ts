/** The error of a run is a result: the same text on every machine, day and folder. */
import { describe, expect, test } from 'vitest';
import type { ErrorData } from '../sim/base/errors.js';
import { plainError } from '../sim/batch/run-errors.js';

const said = (message: string) =>
  plainError({ code: 'internal', message, exitCode: 1 } satisfies ErrorData).message;

describe('the error of a run', () => {
  test.each([
    [
      "ENOSPC: no space left on device, open '/tmp/maillage-world-a1B2c3/state'",
      "ENOSPC: no space left on device, open '…'",
    ],
    ['cannot read file:///home/anne/dist/sim/engine/family.js:12:34', 'cannot read …'],
    ["cannot read 'C:\\Users\\Anne Martin\\study\\a.yaml'", "cannot read '…'"],
    ['it stopped at 2026-11-22T07:20:31.123Z, in month 3', 'it stopped at …, in month 3'],
    ['no such number\n    at run (/home/anne/dist/sim/engine/family.js:1:2)', 'no such number'],
  ])('names no path, time or place in the program: %s', (message, plain) => {
    expect(said(message)).toBe(plain);
  });

  test.each([
    'training.places makes 6659 doctors settle out of one class, but training.classRows keeps 4400 rows: lower the first or raise the second',
    'the rate is 3 acts/person/year, which is above 2 acts/person/year',
    '1/2 of 3/4 is not 5/6',
    'the run calm/0/12 has no month 2013-13',
  ])('keeps every other sentence as it is: %s', (message) => {
    expect(said(message)).toBe(message);
  });
});
