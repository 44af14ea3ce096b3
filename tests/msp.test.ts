/**
 * Teams of GPs and others: founded, prepared, opened, led, paid, joined. The rules of teams run alone on the GPs of 2013,
 * with institutions that lack nothing unless a test takes it away.
 */
import { describe, expect, test } from 'vitest';
import { runKey } from '../sim/base/draws.js';
import { engagement } from '../sim/rules/teams/engagement.js';
import { hoursOffered } from '../sim/rules/teams/hours-offered.js';
import { msp } from '../sim/rules/teams/msp.js';
import { isBuilder } from '../sim/rules/teams/settings.js';
import { GROUP, practises, RETIRED } from '../sim/world/physicians.js';
import { TEAM_FLOWS } from '../sim/world/teams/collective-counts.js';
import { INSTRUMENT_COUNT, INSTRUMENTS } from '../sim/world/teams/instruments.js';
import { leaveCollective } from '../sim/world/teams/leave.js';
import { CENTRE_TEAM, ESP, isAlive, MSP, OPEN, PREPARING } from '../sim/world/teams/teams.js';
import type { World } from '../sim/world/world.js';
import { newWorld, readSources } from './support/months.js';
import { opened } from './support/opened.js';

const PLENTY = 1e9;

interface Life {
  readonly world: World;
  /** Runs some more months; `each` is called at the end of one. */
  run(months: number, each?: (month: number) => void): void;
}

/** The teams of 2013 under settings, among the GPs of all France and the people of Corse (teams see no patient); delegations have `staff` days a month. */
function teamsUnder(settings: readonly string[] = [], staff = PLENTY, seed = 'teams'): Life {
  const sources = readSources(['94'], settings);
  const world = newWorld(sources, 1000, 2017);
  const run = runKey(seed, 0);
  const rules = [engagement, msp].map((rule) => opened(rule, world, sources.parameters, run));
  let month = world.size.startMonth;
  return {
    world,
    run(months, each) {
      for (let i = 0; i < months; i++, month++) {
        world.agencies.columns.fir.fill(PLENTY);
        world.delegations.columns.staff.fill(staff);
        world.delegations.columns.cpam.fill(PLENTY);
        for (const rule of rules) rule.serial?.(month);
        each?.(month);
      }
    },
  };
}

/** Sum of a flow of teams over all territories and months so far. */
function flowOf({ territories }: World, flow: keyof typeof TEAM_FLOWS): number {
  const width = Object.keys(TEAM_FLOWS).length;
  return territories.columns.teamFlows.reduce(
    (sum, count, i) => sum + (i % width === TEAM_FLOWS[flow] ? count : 0),
    0,
  );
}

/** Rows of teams that a predicate holds for. */
function teamsOf({ teams }: World, holds: (row: number) => boolean): number[] {
  return [...teams.columns.state.keys()].filter((row) => isAlive(teams.columns.state[row]) && holds(row));
}
function openMsp(world: World): number[] {
  const { kind, state } = world.teams.columns;
  return teamsOf(world, (t) => kind[t] === MSP && state[t] === OPEN);
}
/** Rows of the GPs of every team, as they are now. */
function membersByTeam({ physicians, gpOrder, gpStart, teams }: World): readonly (readonly number[])[] {
  const members: number[][] = Array.from(teams.columns.state, () => []);
  for (const row of gpOrder.subarray(0, gpStart[gpStart.length - 1]))
    members[physicians.columns.team[row]]?.push(row);
  return members;
}
const membersOf = (world: World, team: number) => membersByTeam(world)[team];

describe('hours offered to collective work', () => {
  const rules = { most: 4, freedOffered: 1, unpaid: 0.4, flatShare: 0.1 };
  const offering = { openness: 0.8, fatigue: 0.4, trust: 0.5, paid: 0, momentum: 1, freed: 0, part: 1 };

  test('a tired GP offers less, one who is paid more, one paid flat more than one paid by act', () => {
    const usual = hoursOffered(offering, rules);
    expect(hoursOffered({ ...offering, fatigue: 0.7 }, rules)).toBeLessThan(usual);
    expect(hoursOffered({ ...offering, paid: 1 }, rules)).toBeGreaterThan(usual);
    expect(hoursOffered(offering, { ...rules, flatShare: 0.5 })).toBeGreaterThan(usual);
    expect(hoursOffered({ ...offering, fatigue: 1 }, rules)).toBe(0);
  });
});

describe('teams over four years', () => {
  const life = teamsUnder();
  const { world } = life;
  const { kind, state, gps, nurses, others, level, opened, founded, treasury, practice } =
    world.teams.columns;
  const [esp] = openMsp(world);
  kind[esp] = ESP;
  state[esp] = PREPARING;
  const before = openMsp(world).length;
  const illegal: number[] = [];
  const earlyEsp: number[] = [];
  let moved = 0;
  let openings = 0;
  life.run(48, (month) => {
    openings += openMsp(world).filter((t) => opened[t] === month).length;
    illegal.push(
      ...openMsp(world).filter((t) => opened[t] === month && (gps[t] < 2 || nurses[t] + others[t] < 1)),
    );
    if (month < world.size.startMonth + 37)
      earlyEsp.push(...teamsOf(world, (t) => kind[t] === ESP && t !== esp));
    const { euros } = world.territories.columns;
    euros.forEach((paid, i) => {
      const { payer, payee } = INSTRUMENTS[i % INSTRUMENT_COUNT];
      moved += payee === 'teams' ? paid : payer === 'teams' ? -paid : 0;
    });
    euros.fill(0);
  });

  test('more are open than before, and none opened with fewer than two GPs and one other', () => {
    expect(openMsp(world).length).toBeGreaterThan(before + 100);
    expect(illegal).toEqual([]);
  });

  test('openings and their months of preparation are those of MSP alone, though ESP open too', () => {
    expect(flowOf(world, 'opened')).toBe(openings);
    const months = openMsp(world).reduce((sum, t) => sum + Math.max(0, opened[t] - founded[t]), 0);
    expect(flowOf(world, 'preparationMonths')).toBeGreaterThan(openings);
    expect(flowOf(world, 'preparationMonths')).toBeLessThan(months * 2);
    expect([kind[esp], opened[esp] >= world.size.startMonth]).toEqual([ESP, true]);
  });

  test('no ESP exists before the law of January 2016, some do a year after', () => {
    expect(earlyEsp).toEqual([]);
    expect(teamsOf(world, (t) => kind[t] === ESP).length).toBeGreaterThan(0);
  });

  test('the GPs of an open MSP are one group practice, and each team counts its own', () => {
    const gp = world.physicians.columns;
    const members = membersByTeam(world);
    const apart = openMsp(world).filter((t) => {
      const isOne = members[t].every((row) => gp.form[row] === GROUP && gp.practice[row] === practice[t]);
      return !isOne || members[t].length !== gps[t];
    });
    expect(apart).toEqual([]);
  });

  test('no team works above what its builders carry: common means without one', () => {
    const gp = world.physicians.columns;
    const settings = { openness: 1, builders: 0.1 };
    const members = membersByTeam(world);
    const above = openMsp(world).filter((t) => {
      const builders = members[t].filter((row) => isBuilder(gp.openness[row], settings)).length;
      return opened[t] > world.size.startMonth && level[t] > 1 + builders;
    });
    expect(above).toEqual([]);
    expect(openMsp(world).some((t) => level[t] > 1)).toBe(true);
  });

  test('what treasuries hold is what came in less what went out', () => {
    const held = treasury.reduce((sum, euros) => sum + euros, 0);
    expect(held).toBeGreaterThan(0);
    expect(Math.abs(held - moved) / held).toBeLessThan(1e-9);
  });

  test('a leader who stops is followed by a member nearly as open, or by nobody', () => {
    const gp = world.physicians.columns;
    const { leader } = world.teams.columns;
    const led = openMsp(world).filter((t) => leader[t] >= 0 && gps[t] > 2);
    const gone = led.map((t) => leader[t]);
    for (const id of gone) {
      gp.status[gp.rowOf[id]] = RETIRED;
      leaveCollective(world, gp.rowOf[id]);
    }
    const lost = flowOf(world, 'leadersLost');
    life.run(1);
    expect(flowOf(world, 'leadersLost') - lost).toBeGreaterThanOrEqual(gone.length);
    const now = led.map((t) => leader[t]);
    expect(now.filter((id, i) => id === gone[i])).toEqual([]);
    const followers = now.filter((id) => id >= 0).map((id) => gp.rowOf[id]);
    expect(followers.length).toBeGreaterThan(0);
    expect(followers.every((row) => practises(gp.status[row]) && gp.openness[row] > 0.8)).toBe(true);
    expect(now.some((id) => id < 0)).toBe(true);
  });

  test('every practice of salaried GPs is a team of its own', () => {
    expect(teamsOf(world, (t) => kind[t] === CENTRE_TEAM && state[t] === OPEN).length).toBeGreaterThan(300);
  });
});

describe('what teams need', () => {
  test('a file waits for the ARS: without staff no project opens, with staff some do', () => {
    const opens = (staff: number) => {
      const { world, run } = teamsUnder([], staff);
      run(12);
      const { opened } = world.teams.columns;
      return openMsp(world).filter((t) => opened[t] >= world.size.startMonth).length;
    };
    expect(opens(0)).toBe(0);
    expect(opens(PLENTY)).toBeGreaterThan(0);
  });

  test('where nobody is open nobody founds and nobody meets', () => {
    const { world, run } = teamsUnder(['teams.openness=0', 'msp.start.count=0']);
    run(12);
    expect(teamsOf(world, (t) => world.teams.columns.kind[t] !== CENTRE_TEAM)).toEqual([]);
    expect(world.physicians.columns.coordination.every((hours) => hours === 0)).toBe(true);
  });

  test('an ESP that GPs have joined begins the project of an MSP, less the part it has written, and none at rate zero', () => {
    const grown = (rate: number) => {
      const { world, run } = teamsUnder([`msp.espGrows=${rate}`, 'msp.rate=0']);
      run(1);
      const { kind, state, gps, leader, need, work } = world.teams.columns;
      const [t, alone] = openMsp(world).filter((row) => gps[row] >= 2 && leader[row] >= 0);
      kind[t] = ESP;
      kind[alone] = ESP;
      const [, ...others] = membersOf(world, alone);
      for (const row of others) leaveCollective(world, row);
      run(1);
      return { kind: kind[t], state: state[t], need: need[t], work: work[t], alone: kind[alone] };
    };
    const now = grown(12);
    expect([now.kind, now.state, now.work, now.alone]).toEqual([MSP, PREPARING, 0, ESP]);
    expect(now.need).toBeGreaterThan(0);
    expect([grown(0).kind, grown(0).state]).toEqual([ESP, OPEN]);
  });

  test('an ESP that prepares an MSP works on, and is an ESP again when it gives the project up', () => {
    const { world, run } = teamsUnder([
      'msp.espGrows=12',
      'msp.espGrows@2013-03=0',
      'msp.rate=0',
      'msp.work.abandonBelow=1',
    ]);
    run(1);
    const { kind, state, gps, leader, level, treasury, espAtWork } = world.teams.columns;
    const [t] = openMsp(world).filter((row) => gps[row] >= 2 && leader[row] >= 0 && level[row] > 0);
    kind[t] = ESP;
    run(1);
    expect([kind[t], state[t], espAtWork[t]]).toEqual([MSP, PREPARING, 1]);
    const [founder] = membersOf(world, t);
    const { freedTeam } = world.physicians.columns;
    run(1);
    expect(freedTeam[founder]).toBeGreaterThan(0);
    expect([kind[t], state[t], espAtWork[t], treasury[t]]).toEqual([ESP, OPEN, 0, 0]);
    expect(membersOf(world, t)).toContain(founder);
  });

  test('with every effect at nothing a team frees, relieves and attracts nobody, yet meets', () => {
    const none = teamsUnder(['freed', 'relief', 'pull', 'sharing'].map((effect) => `msp.effect.${effect}=0`));
    const usual = teamsUnder();
    for (const { run } of [none, usual]) run(6);
    const sums = ({ world }: Life) => {
      const { freedTeam, relief, sharing, coordination } = world.physicians.columns;
      const total = (column: Float32Array | Float64Array) =>
        [...column].reduce((sum, value) => sum + value, 0);
      return [freedTeam, relief, sharing, world.territories.columns.teamPull, coordination].map(total);
    };
    expect(sums(none).map((sum) => sum > 0)).toEqual([false, false, false, false, true]);
    expect(sums(usual).map((sum) => sum > 0)).toEqual([true, true, true, true, true]);
  });

  test('a higher rate and more contagion put more teams in preparation', () => {
    const preparing = (setting: string) => {
      const { world, run } = teamsUnder([setting]);
      run(12);
      const { state, founded } = world.teams.columns;
      return teamsOf(world, (t) => state[t] === PREPARING && founded[t] >= world.size.startMonth).length;
    };
    expect(preparing('msp.rate=0.004')).toBeLessThan(preparing('msp.rate=0.03'));
    expect(preparing('msp.contagion=0')).toBeLessThan(preparing('msp.contagion=40'));
  });
});
