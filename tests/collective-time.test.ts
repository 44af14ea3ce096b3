/** Time given to collective work is given once: a day worked on a project, an hour that others have freed. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import { agreementSettings } from '../sim/rules/cpts/aci.js';
import { progress } from '../sim/rules/cpts/progress.js';
import { cptsSettings } from '../sim/rules/cpts/settings.js';
import { hoursOf } from '../sim/rules/teams/leadership.js';
import { willSettings } from '../sim/rules/teams/settings.js';
import { LEADS_PROJECT, LEADS_TEAM } from '../sim/world/physicians.js';
import {
  ACI_WORK,
  LETTER_FILED,
  NEGOTIATING,
  PROJECT_WORK,
  SIGNED,
  SUBMITTED,
  WORKS,
  WRITING,
} from '../sim/world/teams/projects.js';
import { addProject, startCollectiveRun, territoriesOf } from './support/collective.js';
import { freeGps, madeTeam } from './support/made-teams.js';
import { readSources } from './support/months.js';

const { parameters } = readSources();
const MONTH = monthOf(2020, 6);
const settings = cptsSettings(parameters, MONTH);
const AURA = '84';
const CENTRE = '24';
const BFC = '27';

describe('the days of a month', () => {
  /** What a month adds to the writing and to the talks of a project with a coordinator, and the momentum it leaves. */
  function monthOfWork(code: string, stage: number, talked = 0) {
    const { world } = startCollectiveRun([]);
    const [z] = territoriesOf(world, code);
    const row = addProject(world, z, {
      stage,
      coordinator: 1,
      coordinatorSkill: 1,
      fileDays: 2,
      momentum: 0.5,
    });
    const p = world.projects.columns;
    p.need.fill(20, row * WORKS, (row + 1) * WORKS);
    p.work[row * WORKS + ACI_WORK] = talked;
    const will = willSettings(world, parameters, MONTH);
    const aci = agreementSettings(parameters, MONTH);
    progress({ world, run: runKey('days', 0), month: MONTH, settings, will, aci, builders: new Map() }, [
      row,
    ]);
    return {
      days: p.daysLeaders[row] + p.daysCoordinator[row],
      written: p.work[row * WORKS + PROJECT_WORK],
      talked: p.work[row * WORKS + ACI_WORK] - talked,
      momentum: p.momentum[row],
    };
  }

  test('go to the writing alone while it lasts, and to the talks once the project is validated', () => {
    const writing = monthOfWork(CENTRE, WRITING);
    expect(writing.days).toBeGreaterThan(1);
    expect([writing.written, writing.talked]).toEqual([writing.days, 0]);
    const talking = monthOfWork(CENTRE, NEGOTIATING);
    expect([talking.written, talking.talked]).toEqual([0, talking.days]);
  });

  test('go to early talks while the file waits, as far as the région lets them begin, and keep momentum', () => {
    const early = monthOfWork(CENTRE, SUBMITTED);
    expect([early.written, early.talked]).toEqual([0, early.days]);
    const half = monthOfWork(BFC, SUBMITTED, 9.5);
    expect(half.talked).toBeCloseTo(0.5, 5);
    const none = monthOfWork(AURA, SUBMITTED);
    expect(none.talked).toBe(0);
    expect(none.momentum).toBeLessThan(early.momentum);
  });

  test('are lost while the letter is with the ARS', () => {
    const filed = monthOfWork(CENTRE, LETTER_FILED);
    expect([filed.written, filed.talked]).toEqual([0, 0]);
  });
});

describe('an hour freed by others', () => {
  /** Hours that freed ones add to the offer of a GP in a role, in a team or a CPTS or both. */
  function added(role: 'leader' | 'member', { roles = 0, inTeam = true, inCpts = true, stage = SIGNED }) {
    const { world } = startCollectiveRun([]);
    const [row] = freeGps(world, 1);
    const gp = world.physicians.columns;
    if (inTeam) madeTeam(world, [row]);
    if (inCpts) gp.project[row] = addProject(world, gp.territory[row], { stage });
    gp.roles[row] = roles;
    const will = willSettings(world, parameters, MONTH);
    const offer = (freed: number) => {
      gp.freed[row] = freed;
      return hoursOf(gp, row, role, 1, 1, will, world);
    };
    return offer(2) - offer(0);
  }
  const alone = added('member', { inCpts: false });

  test('is offered once: whole to one body, half to each of two', () => {
    expect(alone).toBeGreaterThan(0);
    expect(added('member', { inTeam: false })).toBeCloseTo(alone, 5);
    expect(added('member', {})).toBeCloseTo(alone / 2, 5);
    expect(added('leader', { roles: LEADS_PROJECT })).toBeCloseTo(alone / 2, 5);
    expect(added('leader', { roles: LEADS_PROJECT | LEADS_TEAM })).toBeCloseTo(alone / 2, 5);
  });

  test('goes whole to the team while the CPTS has not signed and another leads it', () => {
    expect(added('member', { stage: WRITING })).toBeCloseTo(alone, 5);
  });
});
