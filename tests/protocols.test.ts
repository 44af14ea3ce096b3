/** Protocols of cooperation: when a team may begin, how long it waits, what ends it, what its nurses give and are paid. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { protocols } from '../sim/rules/delegation/protocols.js';
import { DELEGATION_FLOWS } from '../sim/world/delegation/delegation-counts.js';
import { INSTRUMENT_COUNT, instrumentOf } from '../sim/world/teams/instruments.js';
import {
  CLOSED,
  LOCAL_AUTHORISED,
  LOCAL_FILED,
  NATIONAL_JOINED,
  NO_PROTOCOL,
  PROTOCOL_LAPSED,
  TEAM_ROWS,
} from '../sim/world/teams/teams.js';
import type { World } from '../sim/world/world.js';
import { type CollectiveRun, startCollectiveRun } from './support/collective.js';
import { freeGps, madeTeam } from './support/made-teams.js';

/** As good as certain to begin, nobody gives up. */
const AT_ONCE = ['protocols.rate=100', 'teams.momentum.halfLife=100000'];
const TWO_MONTHS = ['protocols.months:lowest=2', 'protocols.months:highest=2'];
const OLD = monthOf(2015, 3);
const NEW = monthOf(2020, 3);
const FLOWS = Object.keys(DELEGATION_FLOWS).length;

const run = (...settings: string[]) => startCollectiveRun([protocols], settings);

/** A run with one made team of three willing GPs. */
function withTeam(
  settings: string[],
  fields = {},
): { run: CollectiveRun; world: World; t: number; rows: number[] } {
  const started = run(...settings);
  const { world } = started;
  // The teams of 2013 stand aside.
  world.teams.columns.readiness.fill(0);
  const rows = freeGps(world, 3);
  for (const row of rows) world.physicians.columns.openness[row] = 0.9;
  return { run: started, world, t: madeTeam(world, rows, fields), rows };
}

const flowsOf = ({ territories, teams }: World, t: number, flow: number) =>
  territories.columns.delegationFlows[teams.columns.territory[t] * FLOWS + flow];
const premiums = ({ territories }: World) =>
  territories.columns.euros.reduce(
    (sum, euros, at) => (at % INSTRUMENT_COUNT === instrumentOf('protocolPremium') ? sum + euros : sum),
    0,
  );

describe('a team begins a protocol', () => {
  test('when it has nurses, is ready to delegate, and its GPs are willing', () => {
    const state = (fields: object, openness = 0.9) => {
      const { run, world, t, rows } = withTeam(AT_ONCE, fields);
      for (const row of rows) world.physicians.columns.openness[row] = openness;
      run.months(OLD, OLD);
      return world.teams.columns.protocol[t];
    };
    expect(state({})).toBe(LOCAL_FILED);
    expect(state({ nurses: 0 })).toBe(NO_PROTOCOL);
    expect(state({ readiness: 0 })).toBe(NO_PROTOCOL);
    expect(state({}, 0)).toBe(NO_PROTOCOL);
  });

  test('in the name of its most willing GP, the one of lowest id among equals', () => {
    const { run, world, t, rows } = withTeam(AT_ONCE);
    const { id, openness, trust } = world.physicians.columns;
    for (const row of rows) trust[row] = 0.5;
    openness[rows[1]] = 1;
    openness[rows[2]] = 1;
    run.months(OLD, OLD);
    expect(world.teams.columns.protocolGp[t]).toBe(Math.min(id[rows[1]], id[rows[2]]));
  });

  test('less often when its GPs have handed over all there is', () => {
    const { run, world, t, rows } = withTeam(AT_ONCE);
    for (const row of rows) world.physicians.columns.covered[row] = 1;
    run.months(OLD, OLD + 5);
    expect(world.teams.columns.protocol[t]).toBe(NO_PROTOCOL);
  });
});

describe('a local file', () => {
  test('comes back after two months where that is the time, and not before', () => {
    const { run, world, t } = withTeam([...AT_ONCE, ...TWO_MONTHS]);
    const states: number[] = [];
    run.months(OLD, OLD + 2, () => states.push(world.teams.columns.protocol[t]));
    expect(states).toEqual([LOCAL_FILED, LOCAL_FILED, LOCAL_AUTHORISED]);
    expect(flowsOf(world, t, DELEGATION_FLOWS.protocolsAuthorised)).toBe(1);
  });

  test('takes from two months to 58, as many teams in the first years as in the last on a scale of ratios', () => {
    const { run, world } = withTeam(AT_ONCE);
    const team = world.teams.columns;
    let z = 0;
    for (let n = 0; n < 300; n++) {
      const rows = freeGps(world, 1, z);
      z = (world.physicians.columns.territory[rows[0]] + 1) % world.geography.territories.length;
      world.physicians.columns.openness[rows[0]] = 1;
      madeTeam(world, rows);
    }
    run.months(OLD, OLD + 2);
    const months: number[] = [];
    for (let t = 0; t < TEAM_ROWS; t++)
      if (team.protocol[t] === LOCAL_FILED && team.protocolSince[t] === OLD)
        months.push(team.protocolDue[t] - OLD);
    const all = months.length;
    expect(all).toBeGreaterThan(200);
    expect(Math.max(...months)).toBeLessThanOrEqual(58);
    expect(Math.max(...months)).toBeGreaterThan(52);
    // Files of two months are back already, the rest are of three and more.
    const middle = Math.sqrt(2 * 58);
    expect(months.filter((m) => m > middle).length / 300).toBeGreaterThan(0.4);
    expect(months.filter((m) => m > middle).length / 300).toBeLessThan(0.6);
  });

  test('lapses when the GP it names leaves, and the team may begin again', () => {
    const { run, world, t } = withTeam([...AT_ONCE, ...TWO_MONTHS]);
    const { protocol, protocolGp, delegateHours } = world.teams.columns;
    run.months(OLD, OLD + 3);
    expect(protocol[t]).toBe(LOCAL_AUTHORISED);
    expect(delegateHours[t]).toBeGreaterThan(0);
    const { rowOf, team } = world.physicians.columns;
    team[rowOf[protocolGp[t]]] = -1;
    run.months(OLD + 4, OLD + 4);
    expect([protocol[t], protocolGp[t], delegateHours[t]]).toEqual([PROTOCOL_LAPSED, -1, 0]);
    expect(flowsOf(world, t, DELEGATION_FLOWS.protocolsLapsed)).toBe(1);
    run.months(OLD + 5, OLD + 5);
    expect(protocol[t]).toBe(LOCAL_FILED);
  });

  test('is given up by those who wait, the more the longer, and by nobody whose will lasts', () => {
    const left = (halfLife: string) => {
      const { run, world, t } = withTeam(['protocols.rate=0', `teams.momentum.halfLife=${halfLife}`]);
      const team = world.teams.columns;
      team.protocol[t] = LOCAL_FILED;
      team.protocolSince[t] = OLD;
      team.protocolDue[t] = OLD + 58;
      team.protocolGp[t] = team.key[t];
      let given = 0;
      run.months(OLD + 1, OLD + 57, (month) => {
        if (given === 0 && team.protocol[t] === NO_PROTOCOL) given = month - OLD;
      });
      return given;
    };
    expect(left('5')).toBeGreaterThan(1);
    expect(left('5')).toBeLessThan(40);
    expect(left('1000000')).toBe(0);
  });
});

describe('a national protocol', () => {
  test('is joined from December 2019 on, names nobody and outlives whoever leaves', () => {
    const { run, world, t, rows } = withTeam([
      ...AT_ONCE,
      'protocols.months:lowest=58',
      'protocols.months:highest=58',
    ]);
    const { protocol, protocolGp } = world.teams.columns;
    run.months(NEW, NEW + 3);
    expect([protocol[t], protocolGp[t]]).toEqual([NATIONAL_JOINED, -1]);
    for (const row of rows.slice(0, 2)) world.physicians.columns.team[row] = -1;
    run.months(NEW + 4, NEW + 5);
    expect(protocol[t]).toBe(NATIONAL_JOINED);
  });

  test('is left aside by a team whose own file is quicker', () => {
    const { run, world, t } = withTeam([...AT_ONCE, ...TWO_MONTHS]);
    run.months(NEW, NEW + 3);
    expect(world.teams.columns.protocol[t]).toBe(LOCAL_AUTHORISED);
  });

  test('ends with the team', () => {
    const { run, world, t } = withTeam(AT_ONCE);
    const team = world.teams.columns;
    run.months(NEW, NEW + 6);
    expect(team.protocol[t]).toBeGreaterThan(NO_PROTOCOL);
    team.state[t] = CLOSED;
    run.months(NEW + 7, NEW + 7);
    expect([team.protocol[t], team.delegateHours[t]]).toEqual([NO_PROTOCOL, 0]);
  });
});

describe('the premium', () => {
  const hours = (funded: number, from = NEW) => {
    const { run, world, t } = withTeam([...AT_ONCE, ...TWO_MONTHS, `protocols.funded=${funded}`]);
    run.months(from, from + 6);
    return {
      hours: world.teams.columns.delegateHours[t],
      euros: premiums(world),
    };
  };

  test('is 100 € a month for each nurse where it is funded', () => {
    expect(hours(1).euros).toBe(400);
    expect(hours(0).euros).toBe(0);
  });

  test('is funded nowhere before October 2019', () => {
    expect(hours(1, OLD)).toEqual({ hours: hours(0, OLD).hours, euros: 0 });
    expect(hours(1).hours).toBeGreaterThan(hours(1, OLD).hours);
  });

  test('not funded takes hours from the nurses, not all of them', () => {
    expect(hours(1).hours).toBe(12);
    expect(hours(0).hours).toBeCloseTo(12 * 0.4, 5);
  });
});
