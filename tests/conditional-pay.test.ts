/** Flat payments that depend on belonging to a signed CPTS: what they cost who stays out, and the will to belong. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import { lifeSettings } from '../sim/rules/cpts/life-settings.js';
import { joinAndLeave } from '../sim/rules/cpts/members.js';
import { payments } from '../sim/rules/payments.js';
import { willToBelong, worthOf } from '../sim/rules/teams/hours-offered.js';
import { willSettings } from '../sim/rules/teams/settings.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { applySet } from '../sim/scenario/set.js';
import { SIGNED, WRITING } from '../sim/world/teams/projects.js';
import type { World } from '../sim/world/world.js';
import { addProject, startCollectiveRun, territoriesOf } from './support/collective.js';
import { readSources } from './support/months.js';

const { parameters, catalogue } = readSources();
const MONTH = monthOf(2021, 12);
const will = willSettings(startCollectiveRun([]).world, parameters, MONTH);
const life = lifeSettings(parameters, MONTH);
const run = runKey('conditional', 0);
const PLACES = 40;

describe('the will to belong', () => {
  const { member } = will;

  test('is as it was where nothing depends on it, for a GP without activity and where nobody lives on flat payments', () => {
    expect(willToBelong(0, 50, member)).toBe(1);
    expect(willToBelong(0.5, 0, member)).toBe(1);
    expect(willToBelong(0.5, 50, { ...member, flatShare: 0 })).toBe(1);
    expect(willToBelong(0.5, 50, { ...member, most: 0 })).toBe(1);
  });

  test('grows with the income at stake until this pays all hours of a member, and no further', () => {
    const at = (conditional: number, hours = 50) => willToBelong(conditional, hours, member);
    // Of 0.8 hours a week, a tenth of the income of 50 hours pays all from 16 % of the flat payments on.
    expect(at(0.1)).toBeGreaterThan(1.1);
    expect(at(0.1, 60)).toBeGreaterThan(at(0.1));
    expect(at(0.16)).toBeCloseTo(1 / worthOf(0, member), 12);
    expect(at(1)).toBe(at(0.17));
  });

  test('is no greater where hours are worth as much unpaid as paid', () => {
    expect(willToBelong(1, 50, { ...member, unpaid: 1 })).toBe(1);
  });
});

/** Many territories of two régions, each a project at this stage. */
function projects(stage: number): { world: World; rows: number[] } {
  const { world } = startCollectiveRun([]);
  const places = [...territoriesOf(world, '84'), ...territoriesOf(world, '76')].slice(0, PLACES);
  return { world, rows: places.map((z) => addProject(world, z, { stage, signedAt: MONTH - 12 })) };
}

describe('members', () => {
  /** Members after two years of joining and leaving with this part of the flat payments at stake. */
  function members(conditional: number, stage = SIGNED): number {
    const { world, rows } = projects(stage);
    for (let k = 0; k < 24; k++)
      joinAndLeave({ world, run, month: MONTH + k, will: { ...will, conditional } }, life);
    return rows.reduce((sum, row) => sum + world.projects.columns.gps[row], 0);
  }

  test('are more where flat payments depend on it, in a signed CPTS and nowhere else', () => {
    const usual = members(0);
    expect(usual).toBeGreaterThan(5);
    expect(members(0.5)).toBeGreaterThan(usual * 1.2);
    expect(members(0.5, WRITING)).toBe(members(0, WRITING));
  });
});

describe('flat payments', () => {
  /** Euros of December by territory, with the GPs of the first half of the projects all members. */
  function paid(conditional: number): { euros: Float64Array; inside: number[]; outside: number[] } {
    const { world, rows } = projects(SIGNED);
    const { gpOrder, gpStart } = world;
    const scenario = applySet(
      catalogue,
      loadScenario('baseline', catalogue),
      `teams.conditional=${conditional}`,
      1,
    );
    const places = [...territoriesOf(world, '84'), ...territoriesOf(world, '76')].slice(0, PLACES);
    const staffed = places.filter((one) => gpStart[one + 1] > gpStart[one]);
    const inside = staffed.filter((_, i) => i % 2 === 0);
    for (const one of inside)
      for (let i = gpStart[one]; i < gpStart[one + 1]; i++)
        world.physicians.columns.project[gpOrder[i]] = rows[places.indexOf(one)];
    world.tallies.columns.declaredOthers.fill(3);
    const rule = payments.open(world, resolveParameters(catalogue, scenario), run);
    rule.begin?.(MONTH);
    for (const one of places) rule.territory?.(one, 0);
    const euros = Float64Array.from(world.territories.columns.flatPayments);
    return { euros, inside, outside: staffed.filter((one) => !inside.includes(one)) };
  }

  test('are whole for members, less the part at stake for others, and whole for all by default', () => {
    const usual = paid(0);
    const half = paid(0.5);
    expect(usual.inside.length).toBeGreaterThan(5);
    for (const z of usual.inside) expect(half.euros[z]).toBe(usual.euros[z]);
    for (const z of usual.outside) expect(half.euros[z]).toBe(usual.euros[z] / 2);
    expect(usual.euros[usual.inside[0]]).toBeGreaterThan(0);
  });
});
