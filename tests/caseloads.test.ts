/** Caseloads of delegates: whom they follow, what they answer and spare. The rule alone, on GPs with equal lists. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { caseloads } from '../sim/rules/delegation/caseloads.js';
import { eligibleShares } from '../sim/rules/delegation/eligible.js';
import { caseloadSettings, delegatingSettings } from '../sim/rules/delegation/settings.js';
import { chanceOfTests, ownFollowUp } from '../sim/rules/delegation/tests-done.js';
import { IPA_NURSE, nextParamedic, SALARIED_IPA } from '../sim/world/delegation/paramedics.js';
import { RETIRED } from '../sim/world/physicians.js';
import { renumberPhysicians } from '../sim/world/renumber-physicians.js';
import { announceInLanes, announcement } from '../sim/world/tallies.js';
import { leaveCollective } from '../sim/world/teams/leave.js';
import type { World } from '../sim/world/world.js';
import { startCollectiveRun } from './support/collective.js';
import { equalLists, gpsWho, LIST, total } from './support/delegation.js';
import { readSources } from './support/months.js';

const START = monthOf(2013, 1);
const FIVE_YEARS = 60;
/** Row of a team that nobody has yet. */
const TEAM = 8000;

/**
 * The GPs of January 2013 with their Asalée nurses, after some months of caseloads under settings; there is one world, so read
 * what you compare before the next call.
 */
function livedOn(
  months: number,
  settings: readonly string[] = [],
  prepare: (world: World) => void = () => {},
) {
  const run = startCollectiveRun([caseloads], settings);
  equalLists(run.world);
  prepare(run.world);
  run.months(START, START + months - 1);
  const { columns } = run.world.physicians;
  const withNurse = gpsWho(run.world, (row) => columns.asalee[row] >= 0);
  const mean = (column: ArrayLike<number>) => total(withNurse.map((row) => column[row])) / withNurse.length;
  return { ...run, gp: columns, withNurse, mean };
}

/** Gives an IPA of the GP's own to each of these rows. */
function giveIpa(world: World, rows: readonly number[], fte: number): void {
  const { kind, state, territory, fte: time } = world.paramedics.columns;
  for (const row of rows) {
    const ipa = nextParamedic(world.paramedics);
    kind[ipa] = IPA_NURSE;
    state[ipa] = SALARIED_IPA;
    territory[ipa] = world.physicians.columns.territory[row];
    time[ipa] = fte;
    world.physicians.columns.ipa[row] = ipa;
  }
  world.delegations.columns.ipaKnown.fill(1);
}

/** Puts these GPs into a team whose nurses give hours under a protocol. */
function giveProtocol(world: World, rows: readonly number[], hours: number): void {
  const { delegateHours, readiness } = world.teams.columns;
  for (const row of rows) world.physicians.columns.team[row] = TEAM;
  delegateHours[TEAM] = hours;
  readiness[TEAM] = 1;
}

describe('a nurse of Asalée', () => {
  const { mean, withNurse, gp, world } = livedOn(FIVE_YEARS);

  test('follows about a hundred people of each of her GPs, in two hundred visits, and spares two hours a week', () => {
    expect(withNurse.length).toBeGreaterThan(800);
    expect(mean(gp.followed)).toBeGreaterThan(95);
    expect(mean(gp.followed)).toBeLessThan(120);
    expect(mean(gp.moved) * 12).toBeGreaterThan(150);
    expect(mean(gp.moved) * 12).toBeLessThan(210);
    expect(mean(gp.freedNurse)).toBeGreaterThan(1.7);
    expect(mean(gp.freedNurse)).toBeLessThan(2.5);
  });

  test('is bound by her hours: her caseload is what they allow, though GPs ask for more', () => {
    const { caseload, capacity, asked, visits } = world.paramedics.columns;
    const nurse = gp.asalee[withNurse[0]];
    expect(asked[nurse]).toBeGreaterThan(capacity[nurse]);
    expect(caseload[nurse] / capacity[nurse]).toBeGreaterThan(0.98);
    expect(caseload[nurse] / capacity[nurse]).toBeLessThanOrEqual(1);
    expect((visits[nurse] * 12 * 45) / 60).toBeLessThanOrEqual(0.5 * 1607 * 0.65 * 1.001);
  });

  test('counts her GPs, and nobody without delegate is followed', () => {
    const { gps, state } = world.paramedics.columns;
    const without = gpsWho(world, (row) => gp.asalee[row] < 0);
    expect(total(gps)).toBe(withNurse.length);
    expect(state.indexOf(0)).toBeGreaterThan(0);
    for (const column of [gp.followed, gp.moved, gp.freedNurse, gp.covered, gp.diabetics])
      expect(total(without.map((row) => column[row]))).toBe(0);
  });

  test('fills her caseload in about a year', () => {
    const year = livedOn(12).mean(gp.followed);
    const full = livedOn(FIVE_YEARS).mean(gp.followed);
    expect(year / full).toBeGreaterThan(0.5);
    expect(year / full).toBeLessThan(0.8);
  });

  test('spares nothing and answers nothing where visits are said to do neither, and follows as many', () => {
    const nothing = livedOn(24, ['delegation.minutesSpared=0', 'delegation.replaces=0']);
    expect([nothing.mean(nothing.gp.freedNurse), nothing.mean(nothing.gp.moved)]).toEqual([0, 0]);
    const [followed, covered] = [nothing.mean(nothing.gp.followed), nothing.mean(nothing.gp.covered)];
    const usual = livedOn(24);
    expect(usual.mean(usual.gp.followed)).toBe(followed);
    expect(usual.mean(usual.gp.covered)).toBe(covered);
    expect(usual.mean(usual.gp.freedNurse)).toBeGreaterThan(0);
  });

  test('follows fewer of a GP who takes up less', () => {
    const less = livedOn(24, ['delegation.takeUp=0.2']);
    expect(less.mean(less.gp.followed)).toBeLessThan(livedOn(24).mean(gp.followed));
  });
});

describe('a GP with several delegates', () => {
  const everybody = (world: World) => {
    const rows = gpsWho(world, (row) => world.physicians.columns.asalee[row] >= 0).slice(0, 50);
    world.physicians.columns.wait.fill(30);
    giveIpa(world, rows, 1);
    giveProtocol(world, rows, 1000);
    return rows;
  };

  test('never has more people followed than are eligible, and each kind has its part of the shortage', () => {
    const rows: number[] = [];
    const { world, gp } = livedOn(FIVE_YEARS, ['delegation.takeUp=0.9'], (made) => {
      rows.push(...everybody(made));
    });
    const eligible = eligibleShares(world);
    eligible.recount(caseloadSettings(readSources().parameters, START).eligible);
    const most = LIST * eligible.all[0];
    for (const row of rows) {
      const all = gp.followed[row] + gp.referred[row] + gp.protocolled[row];
      expect(all).toBeLessThanOrEqual(most * 1.0001);
      expect(gp.referred[row]).toBeGreaterThan(0);
      expect(gp.protocolled[row]).toBeGreaterThan(gp.referred[row]);
      expect(gp.covered[row]).toBeLessThanOrEqual(1);
    }
    const nurse = gp.asalee[rows[0]];
    const shared = world.paramedics.columns.asked[nurse];
    const alone = livedOn(FIVE_YEARS, ['delegation.takeUp=0.9']);
    expect(shared).toBeLessThan(alone.world.paramedics.columns.asked[nurse]);
    expect(alone.mean(alone.gp.referred)).toBe(0);
  });

  test('asks the nurses of a team more the readier it is, and they follow no more than their hours allow', () => {
    const rows: number[] = [];
    const { world, gp } = livedOn(FIVE_YEARS, [], (made) => {
      rows.push(...gpsWho(made, (row) => made.physicians.columns.asalee[row] < 0).slice(0, 4));
      giveProtocol(made, rows, 3);
    });
    const { delegated } = world.teams.columns;
    const people = total(rows.map((row) => gp.protocolled[row]));
    // Three hours a week of 45.8 weeks, visits of half an hour, some 1.7 a person.
    expect(people).toBeGreaterThan(120);
    expect(people).toBeLessThan(200);
    expect(delegated[TEAM]).toBeGreaterThan(people);
  });
});

describe('a delegate who is gone', () => {
  test('leaves no follow-up behind, nor does a GP who leaves', () => {
    const { world, months, gp, withNurse } = livedOn(24);
    const [gone, stays] = withNurse.filter((row) => gp.asalee[row] === gp.asalee[withNurse[0]]);
    const nurse = gp.asalee[gone];
    const before = world.paramedics.columns.caseload[nurse];
    leaveCollective(world, gone);
    gp.asalee[withNurse.at(-1) ?? 0] = -1;
    months(START + 24, START + 24);
    for (const column of [gp.followed, gp.moved, gp.freedNurse, gp.covered, gp.diabetics])
      expect([column[gone], column[withNurse.at(-1) ?? 0]]).toEqual([0, 0]);
    expect(gp.followed[stays]).toBeGreaterThan(0);
    expect(world.paramedics.columns.caseload[nurse]).toBeLessThan(before);
  });

  test('changes nothing for other doctors, wherever their rows lie', () => {
    const found = (renumber: boolean) => {
      const { world, months, gp } = livedOn(6);
      gp.status[world.gpOrder[0]] = RETIRED;
      if (renumber) renumberPhysicians(world);
      months(START + 6, START + 11);
      return gpsWho(world, (row) => gp.asalee[row] >= 0).map((row) => `${gp.id[row]} ${gp.followed[row]}`);
    };
    expect(found(true)).toEqual(found(false));
  });
});

describe('tests of diabetics', () => {
  const chance = chanceOfTests(4);

  test('are binomial: four follow-ups at a half give three or more five times in sixteen', () => {
    expect(chance(0, 0.9, 4, 0.5, 3)).toBeCloseTo(5 / 16, 12);
    expect(chance(4, 0.5, 0, 0.1, 3)).toBeCloseTo(5 / 16, 12);
    expect(chance(2, 1, 2, 0, 3)).toBe(0);
    expect(chance(2, 1, 2, 1, 3)).toBeCloseTo(1, 12);
    expect(chance(3, 0.9, 1, 0, 3)).toBeCloseTo(0.729, 12);
  });

  test('of a GP whose nurse follows a third of the diabetics are some 13 points more', () => {
    const own = 0.91 * 0.7;
    const alone = chance(0, 0.9, 4, own, 3);
    const both = chance(3, 0.9, 1, own, 3);
    expect((both - alone) * 0.38).toBeGreaterThan(0.09);
    expect((both - alone) * 0.38).toBeLessThan(0.17);
  });

  test('take off what delegates add to the follow-up that a GP announces', () => {
    const announced = 0.6 + 0.3 * (0.9 - 0.6);
    expect(ownFollowUp(announced, 0.3, 0.9)).toBeCloseTo(0.6, 12);
    expect(ownFollowUp(0.7, 0, 0.9)).toBe(0.7);
    expect(ownFollowUp(0.9, 1, 0.9)).toBe(0.9);
  });

  test('are drawn up in December only, higher with a nurse than for the same GP without', () => {
    const told = (isWithNurse: boolean) => {
      const { world, months, gp, withNurse } = livedOn(11, [], (made) => {
        for (const row of made.gpOrder) announceInLanes(made.gpLanes, row, announcement(0, 0.85));
        if (!isWithNurse) made.physicians.columns.asalee.fill(-1);
      });
      const [who] = isWithNurse ? withNurse : [world.gpOrder[0]];
      const before = gp.tested[who];
      months(START + 11, START + 11);
      return { before, tested: gp.tested[who] };
    };
    expect(told(true).before).toBe(0);
    const own = 0.85 * (0.54 + (0.16 * 47) / 84);
    expect(told(false).tested).toBeCloseTo(chance(0, 0, 4, own, 3), 2);
    expect(told(true).tested).toBeGreaterThan(told(false).tested + 0.03);
  });
});

describe('what GPs are willing to delegate', () => {
  test('is read with the payment and the openness in force', () => {
    const { parameters } = readSources([], ['teams.flatShare=0.5', 'teams.openness=0.8']);
    const { world } = startCollectiveRun([]);
    expect(delegatingSettings(world, parameters, START)).toMatchObject({
      mix: { usual: { flatShare: 0.5 } },
      openness: 0.8,
    });
  });
});
