/** Quarrels, mergers, wages that run out and members who leave: what becomes of projects made by hand. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import { fate } from '../sim/rules/cpts/fates.js';
import { lifeSettings } from '../sim/rules/cpts/life-settings.js';
import { absorb, mediateBySupporters } from '../sim/rules/cpts/overlap.js';
import { cptsSettings } from '../sim/rules/cpts/settings.js';
import { spend } from '../sim/rules/cpts/treasury.js';
import { supportSettings } from '../sim/rules/institutions/settings.js';
import { willSettings } from '../sim/rules/teams/settings.js';
import { YES } from '../sim/rules/yes-or-no.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { applySet } from '../sim/scenario/set.js';
import { SLOTS } from '../sim/world/teams/institutions.js';
import { INSTRUMENT_COUNT, instrumentOf } from '../sim/world/teams/instruments.js';
import { OVERLAP, PRE_PROJECT, SIGNED, WEAKENED, WRITING } from '../sim/world/teams/projects.js';
import type { World } from '../sim/world/world.js';
import { addProject, broken, startCollectiveRun, territoriesOf } from './support/collective.js';
import { readSources } from './support/months.js';

const { parameters, catalogue } = readSources();
const MONTH = monthOf(2020, 6);
const settings = cptsSettings(parameters, MONTH);
const support = supportSettings(parameters, MONTH);
const life = lifeSettings(parameters, MONTH);
const run = runKey('fates', 0);
const BREIZH = '53';

const world = (): World => startCollectiveRun([]).world;

describe('mediation when the delegation has no day left', () => {
  /** Two rivals, and what remains of six days of mediation when the slots of their région have days to spare. */
  function remaining(
    days: readonly number[],
    neutrality: readonly number[],
  ): { left: number; given: number[] } {
    const w = world();
    const [a, b] = territoriesOf(w, BREIZH);
    const older = addProject(w, a, { stage: PRE_PROJECT, side: OVERLAP, rival: 1 });
    const row = addProject(w, b, { stage: PRE_PROJECT, side: OVERLAP, rival: older, mediation: 6 });
    const { region, mediation } = w.projects.columns;
    const first = region[row] * SLOTS;
    w.supporters.columns.days.fill(0);
    w.supporters.columns.given.fill(0);
    w.supporters.columns.days.set(days, first);
    const slots = { ...support, neutrality: [...neutrality], unpaid: [1, 1, 1] };
    mediateBySupporters({ world: w, run, month: MONTH, settings, support: slots }, [older, row]);
    return { left: mediation[row], given: [...w.supporters.columns.given.subarray(first, first + SLOTS)] };
  }

  test('supporters give what they can spare, a partial one for less', () => {
    expect(remaining([4, 0, 0], [1, 1, 1])).toEqual({ left: 2, given: [4, 0, 0] });
    expect(remaining([4, 0, 0], [0.5, 1, 1])).toEqual({ left: 4, given: [4, 0, 0] });
    expect(remaining([100, 0, 0], [0.5, 1, 1])).toEqual({ left: 0, given: [12, 0, 0] });
  });

  test('the one with the most neutral days comes, whatever its place; none comes without days or neutrality', () => {
    expect(remaining([4, 3, 0], [0.5, 1, 1]).given).toEqual([0, 3, 0]);
    expect(remaining([3, 4, 0], [1, 0.5, 1]).given).toEqual([3, 0, 0]);
    expect(remaining([0, 0, 0], [1, 1, 1]).left).toBe(6);
    expect(remaining([9, 9, 9], [0, 0, 0]).left).toBe(6);
  });
});

describe('a project that joins another', () => {
  test('brings its members and every euro, in the account of both and once in that of the place', () => {
    const w = world();
    const [a, b] = territoriesOf(w, BREIZH);
    const into = addProject(w, a, { stage: SIGNED, treasury: 30_000, nurses: 5, others: 7 });
    const from = addProject(w, b, { stage: SIGNED, treasury: 12_000.5, nurses: 2, others: 3 });
    const member = w.gpOrder[w.gpStart[b]];
    w.physicians.columns.project[member] = from;
    absorb({ world: w, run, month: MONTH }, from, into);
    const p = w.projects.columns;
    const instrument = instrumentOf('mergedTreasury');
    expect([p.treasury[from], p.treasury[into]]).toEqual([0, 42_000.5]);
    expect([from, into].map((row) => p.paid[row * INSTRUMENT_COUNT + instrument])).toEqual([
      12_000.5, 12_000.5,
    ]);
    const { euros } = w.territories.columns;
    expect(euros.reduce((sum, one) => sum + one, 0)).toBe(12_000.5);
    expect(euros[a * INSTRUMENT_COUNT + instrument]).toBe(12_000.5);
    expect([p.nurses[into], p.others[into], w.physicians.columns.project[member]]).toEqual([7, 10, into]);
    absorb({ world: w, run, month: MONTH }, from, into);
    expect(p.treasury[into]).toBe(42_000.5);
  });
});

describe('a signed CPTS', () => {
  /** Side state after a year with these members, then a month with those. */
  function weakened(usual: number, now: number, leaders: number, deserted = life.end.deserted): boolean {
    const w = world();
    const [a] = territoriesOf(w, BREIZH);
    const row = addProject(w, a, { stage: SIGNED, signedAt: MONTH, otherLeaders: leaders, gps: usual });
    const p = w.projects.columns;
    const s = { ...life, end: { ...life.end, deserted } };
    for (let k = 0; k < 60; k++) fate({ world: w, run, month: MONTH + k }, row, s);
    p.gps[row] = now;
    fate({ world: w, run, month: MONTH + 60 }, row, s);
    return (p.side[row] & WEAKENED) !== 0;
  }

  test('is weakened by one leader alone, or by the loss of more than a fifth of its members in a year', () => {
    expect(weakened(100, 100, 3)).toBe(false);
    expect(weakened(100, 100, 1)).toBe(true);
    expect(weakened(100, 82, 3)).toBe(false);
    expect(weakened(100, 78, 3)).toBe(true);
    expect(weakened(100, 10, 3, 0)).toBe(false);
  });
});

describe('a coordinator whom the project cannot pay', () => {
  /** Skill of who is hired after so many months without money. */
  function skillAfter(gap: number, employs: boolean): number {
    const w = world();
    const [a] = territoriesOf(w, BREIZH);
    const row = addProject(w, a, { stage: WRITING, treasury: 60_000 });
    const p = w.projects.columns;
    const employers = settings.coordinator.employers.map(() => (employs ? YES : 0));
    const coordinator = { ...settings.coordinator, market: 1, employers, employersMonths: 6 };
    const will = willSettings(w, parameters, MONTH);
    const month = (at: number) => spend({ world: w, run, month: at, settings: { coordinator }, will }, [row]);
    for (let k = 0; k < 12; k++) month(MONTH + k);
    const learnt = p.coordinatorSkill[row];
    expect(learnt).toBeGreaterThan(coordinator.skillStart + 0.1);
    p.treasury[row] = 0;
    for (let k = 0; k < gap; k++) month(MONTH + 12 + k);
    expect(p.coordinator[row]).toBe(0);
    p.treasury[row] = 60_000;
    month(MONTH + 12 + gap);
    expect(p.coordinator[row]).toBeGreaterThan(0);
    return p.coordinatorSkill[row] - learnt;
  }

  test('comes back with what was learnt from a group of employers, some months later at most', () => {
    expect(skillAfter(4, true)).toBeGreaterThan(0);
    expect(skillAfter(9, true)).toBeLessThan(-0.05);
    expect(skillAfter(4, false)).toBeLessThan(-0.05);
  });
});

describe('the factor on what depth buys', () => {
  const effectAt = (level: number) => {
    const scenario = applySet(
      catalogue,
      loadScenario('baseline', catalogue),
      `cpts.effect.level=${level}`,
      1,
    );
    return lifeSettings(resolveParameters(catalogue, scenario), MONTH).effect;
  };

  test('takes all of it away at zero and doubles it at two, and leaves alone who is too tired', () => {
    const { tired, ...bought } = life.effect;
    expect(effectAt(1)).toEqual(life.effect);
    for (const [name, usual] of Object.entries(bought)) {
      expect(usual).toBeGreaterThan(0);
      expect(effectAt(0)[name as keyof typeof bought]).toBe(0);
      expect(effectAt(2)[name as keyof typeof bought]).toBeCloseTo(2 * usual, 12);
    }
    expect([effectAt(0).tired, effectAt(2).tired]).toEqual([tired, tired]);
  });
});

test('worlds made by hand keep the laws', () => {
  const w = world();
  addProject(w, territoriesOf(w, BREIZH)[0], { stage: SIGNED, treasury: 1 });
  expect(broken(w)).toBe('');
});
