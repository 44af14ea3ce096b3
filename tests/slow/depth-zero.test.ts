/**
 * CPTS reach patients through depth alone (issue 4): with every effect of depth at nothing, care in a France with CPTS is care
 * in a France without, but for the hours that meetings take. MSP are left out of these worlds: they share leaders, trust,
 * officers' days and the FIR with CPTS, so that a CPTS that brings nothing to patients still takes something from an MSP. For
 * the same reason the meetings of salaried GPs free no hours there: trust won in a CPTS makes them meet more. Delegation is
 * left out too: who has learnt in a CPTS to trust, and what an IPA does, hands more over.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../sim/engine/simulate.js';
import { INDICATORS } from '../../sim/recorder/dictionary.js';
import { COLLECTIVE_MONEY } from '../../sim/recorder/indicators-collective-money.js';
import { forkedRuns, inFrance, rowsOf } from '../support/forked-runs.js';
import { readSources } from '../support/months.js';

const NO_MSP = [
  ...[
    'rate',
    'start.count',
    'start.preparing',
    'effect.freed',
    'effect.relief',
    'effect.pull',
    'effect.sharing',
  ].map((name) => `msp.${name}=0`),
];
const NO_DELEGATION = ['asalee.posts=0', 'ipa.places=0', 'protocols.rate=0', 'assistants.open=no'];
const NO_CPTS = ['cpts.open@2016-02=0'];
const NO_EFFECT = ['placements', 'slots', 'recall', 'prevention', 'welcome'].map(
  (effect) => `cpts.effect.${effect}@2019-09=0`,
);
const NO_HOURS = ['teams.meetingsCost@2016-02=0', 'careers.fatigue.perUnpaid@2016-02=0'];
/** What tells of CPTS and institutions themselves; the rest is access, GPs, people and what care costs. */
const COLLECTIVE = new Set(
  [
    ...INDICATORS.filter(({ family }) => ['teams', 'cpts', 'institutions'].includes(family)),
    ...COLLECTIVE_MONEY,
  ].map(({ id }) => id),
);
/** Sums that count coordinated practice too: its money, its hours. */
const SUMS = new Set(['netGpHours', 'leversMoney', 'leversMoneyPerPerson', 'accessMoney']);
const isCare = (indicator: string) => !COLLECTIVE.has(indicator) && !SUMS.has(indicator);

describe('in a Centre-Val de Loire without MSP, to the end of 2022', () => {
  let without: RunResult;
  let shallow: RunResult;
  let deep: RunResult;
  let busy: RunResult;
  beforeAll(async () => {
    const settings = [
      [...NO_CPTS, ...NO_HOURS, ...NO_EFFECT],
      [...NO_HOURS, ...NO_EFFECT],
      NO_HOURS,
      NO_EFFECT,
    ].map((changes) => ({ settings: [...NO_MSP, ...NO_DELEGATION, ...changes] }));
    [without, shallow, deep, busy] = await forkedRuns(readSources(), settings, {
      places: ['24'],
      to: 2022,
    });
  }, 300_000);

  test('there are CPTS, signed and deep enough to matter', () => {
    expect(inFrance(without, 'cptsAll', 2022)).toBe(0);
    for (const run of [shallow, deep, busy]) {
      expect(inFrance(run, 'cptsSigned', 2022)).toBeGreaterThan(10);
      expect(inFrance(run, 'cptsDepth', 2022)).toBeGreaterThan(0.02);
    }
  });

  test('without effects of depth, and meetings taking no hours, care is that of a world without CPTS to the last digit', () => {
    const rows = rowsOf(shallow, isCare);
    expect(rows.length).toBeGreaterThan(10_000);
    expect(firstDifferences(rows, rowsOf(without, isCare))).toEqual([]);
  });

  test('with the effects as they are, care differs, so that the comparison can fail', () => {
    expect(firstDifferences(rowsOf(deep, isCare), rowsOf(without, isCare))).not.toEqual([]);
  });

  test('meetings that take hours cost hours with patients', () => {
    const hours = (run: RunResult) => inFrance(run, 'gpWeeklyHours', 2022);
    expect(hours(busy)).toBeLessThan(hours(shallow));
    expect(hours(busy)).toBeGreaterThan(0.98 * hours(shallow));
  });
});

/** A few of the rows that differ. */
function firstDifferences(a: readonly string[], b: readonly string[]): string[] {
  const other = new Set(b);
  const different = a.filter((row) => !other.has(row));
  return different.length === 0 && a.length !== b.length ? ['rows are missing'] : different.slice(0, 10);
}
