/**
 * What CPTS come from (issue 4): without people who want them, help, staff and money hardly anything is signed. What the
 * agreement's money alone does is printed. In the same runs the laws hold every month, under the délégué scenario too.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../sim/engine/simulate.js';
import { forkedRuns, inFrance } from '../support/forked-runs.js';
import { readSources } from '../support/months.js';

/** From the month of the law on, so that all runs share the years before. */
const off = (...paths: string[]) => paths.map((path) => `${path}@2016-02=0`);
const HELP_AND_STAFF = off(
  'supporters.union.days',
  'supporters.federation.days',
  'supporters.firms.days',
  'supporters.union.ownFunds',
  'supporters.federation.ownFunds',
  'supporters.firms.ownFunds',
  'cpts.support.cpom',
  'agencies.staff',
  'delegations.staff',
  'cpam.staff',
  'cpts.envelope.amount',
  'cpts.envelope.regionAid',
  'cpts.preAci.monthly',
);
const NO_WILL = off('teams.openness');
const LAST = 2022;

describe('from 2013 to 2022 in a région of each kind', () => {
  let baseline: RunResult;
  let nothing: RunResult;
  let moneyAlone: RunResult;
  let delegue: RunResult;
  beforeAll(async () => {
    [baseline, nothing, moneyAlone, delegue] = await forkedRuns(
      readSources(),
      [
        { settings: [] },
        { settings: [...NO_WILL, ...HELP_AND_STAFF] },
        { settings: HELP_AND_STAFF },
        { scenario: 'ars-delegue-2017', settings: [] },
      ],
      { places: ['24', '32', '44'], to: LAST, check: true },
    );
  }, 300_000);
  const signed = (run: RunResult) => inFrance(run, 'cptsSigned', LAST);
  const alive = (run: RunResult) => inFrance(run, 'cptsAll', LAST);

  test('the laws hold every month, in the baseline and under one way of support everywhere', () => {
    expect(signed(baseline)).toBeGreaterThan(20);
    expect(signed(delegue)).toBeGreaterThan(20);
    expect(delegue.digest).not.toBe(baseline.digest);
  });

  test('with nobody willing, no help, no staff and no envelope, hardly anything is signed', () => {
    expect(signed(nothing)).toBeLessThanOrEqual(0.03 * signed(baseline));
  });

  test('with only money on, projects are begun and none is signed: no officer is there to read a letter', () => {
    console.log(
      Object.entries({ baseline, nothing, 'money alone': moneyAlone, délégué: delegue })
        .map(
          ([name, run]) =>
            `${name}: ${alive(run)} projects alive, ${signed(run)} signed at the end of ${LAST}`,
        )
        .join('\n'),
    );
    expect(alive(moneyAlone)).toBeGreaterThan(10);
    expect(signed(moneyAlone)).toBe(0);
  });
});
