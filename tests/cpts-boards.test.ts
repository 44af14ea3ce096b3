/** Boards of CPTS projects: who sits there now decides its balance; frozen projects rest; who is evaluated gains by it. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import { agreementSettings } from '../sim/rules/cpts/aci.js';
import { evaluate } from '../sim/rules/cpts/fates.js';
import { moveFiles, spendStaff } from '../sim/rules/cpts/files.js';
import { lifeSettings } from '../sim/rules/cpts/life-settings.js';
import { otherSeats } from '../sim/rules/cpts/month.js';
import { cptsSettings } from '../sim/rules/cpts/settings.js';
import { spend } from '../sim/rules/cpts/treasury.js';
import { turnOver } from '../sim/rules/cpts/turnover.js';
import { type Claim, grantFromFir } from '../sim/rules/institutions/fir.js';
import { supportSettings } from '../sim/rules/institutions/settings.js';
import { willSettings } from '../sim/rules/teams/settings.js';
import {
  FROZEN,
  LETTER_FILED,
  PRE_PROJECT,
  PROJECT_WORK,
  SIGNED,
  SUBMITTED,
  WORKS,
  WRITING,
} from '../sim/world/teams/projects.js';
import type { World } from '../sim/world/world.js';
import { addProject, startCollectiveRun, territoriesOf } from './support/collective.js';
import { readSources } from './support/months.js';

const { parameters } = readSources();
const MONTH = monthOf(2020, 6);
const run = runKey('boards', 0);
const PACA = '93';
const settings = cptsSettings(parameters, MONTH);

const world = (): World => startCollectiveRun([]).world;

describe('the board of a project', () => {
  /** A signed CPTS of other professions only, month by month. */
  function board(months: number, quitRate: number, replace: number, otherLeaders = 4) {
    const w = world();
    const [a] = territoriesOf(w, PACA);
    const row = addProject(w, a, {
      stage: SIGNED,
      signedAt: MONTH,
      otherLeaders,
      liberalNurses: 400,
      momentum: 1,
    });
    const will = { ...willSettings(w, parameters, MONTH), quitRate };
    const own = { ...settings, leaders: { ...settings.leaders, replace } };
    const leads = new Uint8Array(w.physicians.rows);
    const seated: number[] = [];
    for (let k = 0; k < months; k++) {
      turnOver({ world: w, run, month: MONTH + k, settings: own, will, leads, builders: new Map() }, [row]);
      seated.push(w.projects.columns.otherLeaders[row]);
    }
    return { seated, row, w, seats: otherSeats({ world: w, run, month: MONTH, settings: own }, row) };
  }

  test('loses leaders of other professions who give up, and is led by nobody once all have', () => {
    const { seated, row, w } = board(60, 0.2, 0);
    expect(seated).toEqual([...seated].sort((x, y) => y - x));
    expect(seated.at(-1)).toBe(0);
    expect(w.projects.columns.leaderless[row]).toBeGreaterThan(0);
    expect(board(60, 0, 0).seated.at(-1)).toBe(4);
  });

  test('fills their seats again while somebody leads, up to the seats there are', () => {
    const { seated, seats } = board(60, 0.05, 1);
    expect(seats).toBe(4);
    expect(Math.min(...seated)).toBeGreaterThan(0);
    expect(Math.max(...seated)).toBe(4);
    expect(board(12, 0, 1, 0).seated.every((others) => others === 0)).toBe(true);
  });

  test('is as balanced as who sits there now: a month without doctors leaves no mark', () => {
    const { w, row } = board(1, 0, 0);
    const { balance, leaders } = w.projects.columns;
    expect(balance[row]).toBe(1);
    const [a] = territoriesOf(w, PACA);
    const gp = w.physicians.columns;
    const doctor = w.gpOrder[w.gpStart[a]];
    leaders[row * 4] = gp.id[doctor];
    gp.project[doctor] = row;
    gp.area[doctor] = w.projects.columns.seat[row];
    const will = { ...willSettings(w, parameters, MONTH), quitRate: 0 };
    const leads = new Uint8Array(w.physicians.rows);
    turnOver({ world: w, run, month: MONTH + 1, settings, will, leads, builders: new Map() }, [row]);
    expect(balance[row]).toBeCloseTo(4 / 5, 6);
  });
});

describe('a frozen project', () => {
  /** What a month of institutions and treasury does to a project, frozen or not. */
  function monthOfProject(stage: number, side: number) {
    const w = world();
    const [a] = territoriesOf(w, PACA);
    const row = addProject(w, a, {
      stage,
      side,
      treasury: 60_000,
      coordinator: 1,
      coordinatorSkill: 0.5,
      gps: 50,
    });
    const p = w.projects.columns;
    p.work.fill(10, row * WORKS, (row + 1) * WORKS);
    p.need.fill(10, row * WORKS, (row + 1) * WORKS);
    w.delegations.columns.staff.fill(5);
    const claims: Claim[] = [];
    const aci = agreementSettings(parameters, MONTH);
    const support = supportSettings(parameters, MONTH);
    const will = willSettings(w, parameters, MONTH);
    const own = { ...settings, files: { ...settings.files, requiredMembers: 0 } };
    const m = { world: w, run, month: MONTH, settings: own, support, aci, claims, will };
    spendStaff(m, [row]);
    spend(m, [row]);
    moveFiles(m, [row]);
    return {
      stage: p.stage[row],
      written: p.work[row * WORKS + PROJECT_WORK],
      treasury: p.treasury[row],
      coordinator: p.coordinator[row],
    };
  }

  test('is neither written nor filed, pays nobody and has no coordinator', () => {
    expect(monthOfProject(WRITING, FROZEN)).toEqual({
      stage: WRITING,
      written: 10,
      treasury: 60_000,
      coordinator: 0,
    });
    expect(monthOfProject(PRE_PROJECT, FROZEN).stage).toBe(PRE_PROJECT);
    const alive = monthOfProject(WRITING, 0);
    expect(alive.stage).toBe(SUBMITTED);
    expect(alive.written).toBeGreaterThan(10);
    expect(alive.treasury).toBeLessThan(60_000);
    expect(monthOfProject(PRE_PROJECT, 0).stage).toBe(LETTER_FILED);
  });
});

describe('an evaluation a year after the signature', () => {
  function evaluated(fir: number): { evaluated: number; left: number } {
    const w = world();
    const [a] = territoriesOf(w, PACA);
    const row = addProject(w, a, { stage: SIGNED, signedAt: MONTH - 12 });
    const { region, evaluated: share } = w.projects.columns;
    w.agencies.columns.fir.fill(fir);
    const claims: Claim[] = [];
    const life = lifeSettings(parameters, MONTH);
    evaluate({ world: w, run, month: MONTH - 1, claims }, row, life);
    evaluate({ world: w, run, month: MONTH + 1, claims }, row, life);
    expect(claims).toEqual([]);
    evaluate({ world: w, run, month: MONTH, claims }, row, life);
    grantFromFir(w, claims);
    return { evaluated: share[row], left: w.agencies.columns.fir[region[row]] };
  }

  test('is paid by the FIR, and is done as far as it is paid', () => {
    expect(evaluated(100_000)).toEqual({ evaluated: 1, left: 95_000 });
    expect(evaluated(2500)).toEqual({ evaluated: 0.5, left: 0 });
    expect(evaluated(0)).toEqual({ evaluated: 0, left: 0 });
  });
});
