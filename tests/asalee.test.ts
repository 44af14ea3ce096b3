/** Posts of Asalée: who has a nurse, where posts open, which close. The rule alone, on the GPs of 2013. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import { asalee } from '../sim/rules/delegation/asalee.js';
import { activePosts, seatsOf } from '../sim/rules/delegation/asalee-posts.js';
import type { AsaleeSettings } from '../sim/rules/delegation/settings.js';
import { volunteersOf } from '../sim/rules/delegation/volunteers.js';
import { GONE } from '../sim/world/delegation/paramedics.js';
import { RETIRED, SOLO } from '../sim/world/physicians.js';
import { renumberPhysicians } from '../sim/world/renumber-physicians.js';
import { leaveCollective } from '../sim/world/teams/leave.js';
import type { World } from '../sim/world/world.js';
import { startCollectiveRun, territoriesOf } from './support/collective.js';
import { eurosOf, gpsWho, total } from './support/delegation.js';

const START = monthOf(2013, 1);
/** Row of a post that nobody has yet. */
const FURTHER = 50_000;

/** GPs with a nurse, as id and post. */
function pairs(world: World): string[] {
  const { asalee: nurse, id } = world.physicians.columns;
  return gpsWho(world, (row) => nurse[row] >= 0).map((row) => `${id[row]}:${nurse[row]}`);
}
function gpsOf(world: World, post: number): number {
  return gpsWho(world, (row) => world.physicians.columns.asalee[row] === post).length;
}

describe('posts of Asalée', () => {
  test('stand at the start where they stood: 232 half-time nurses, a third in Nouvelle-Aquitaine', () => {
    const { world } = startCollectiveRun([]);
    const posts = activePosts(world);
    const { territory } = world.paramedics.columns;
    const south = new Set(territoriesOf(world, '75'));
    const share = posts.filter((post) => south.has(territory[post])).length / posts.length;
    expect(posts.length).toBe(232);
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.45);
  });

  test('follow the money, and no nurse has more GPs than the rule allows: 7.3 for a full-time one on average', () => {
    const { world, months } = startCollectiveRun([asalee]);
    const { key, gps } = world.paramedics.columns;
    const crowded: number[] = [];
    let paid = 0;
    months(START, monthOf(2017, 12), () => {
      for (const post of activePosts(world)) if (gps[post] > seatsOf(key[post], 3.65)) crowded.push(post);
      paid = eurosOf(world, 'asaleePosts');
    });
    const posts = activePosts(world);
    expect(crowded).toEqual([]);
    expect(Math.abs(posts.length - 519)).toBeLessThanOrEqual(1);
    expect(pairs(world).length / posts.length).toBeGreaterThan(3.4);
    expect(pairs(world).length / posts.length).toBeLessThanOrEqual(3.65);
    expect(paid).toBeCloseTo((posts.length * 0.5 * 74000) / 12, 2);
    expect(posts.map((post) => gps[post])).toEqual(posts.map((post) => gpsOf(world, post)));
  });

  test('twice as many keep every post and every pair there was', () => {
    const { world, months } = startCollectiveRun([asalee], ['asalee.posts@2014-04*=2']);
    months(START, monthOf(2014, 3));
    const posts = activePosts(world);
    const before = pairs(world);
    months(monthOf(2014, 4), monthOf(2014, 4));
    expect(Math.abs(activePosts(world).length - 2 * posts.length - 30)).toBeLessThanOrEqual(2);
    expect(activePosts(world)).toEqual(expect.arrayContaining(posts));
    expect(pairs(world)).toEqual(expect.arrayContaining(before));
  });

  test('open where volunteers weigh more, and nowhere where they weigh nothing', () => {
    const opened = (weight: number) => {
      const { world, months } = startCollectiveRun([asalee], [`asalee.weight:93=${weight}`]);
      const here = new Set(territoriesOf(world, '93'));
      const there = () =>
        activePosts(world).filter((post) => here.has(world.paramedics.columns.territory[post])).length;
      const before = there();
      months(START, monthOf(2015, 12));
      return there() - before;
    };
    expect(opened(0)).toBeLessThanOrEqual(0);
    expect(opened(1)).toBeGreaterThan(5);
    expect(opened(3)).toBeGreaterThan(1.8 * opened(1));
  });

  test('stop in the month in which nothing is paid, and not a byte before', () => {
    const told = (settings: readonly string[], stop: number) => {
      const { world, months } = startCollectiveRun([asalee], settings);
      months(START, stop - 1);
      const before = [pairs(world).join(), [...world.paramedics.columns.state].join()];
      months(stop, stop);
      return {
        before,
        left: pairs(world).length,
        posts: activePosts(world).length,
        paid: eurosOf(world, 'asaleePosts'),
      };
    };
    const may = monthOf(2013, 5);
    const stopped = told(['asalee.posts@2013-05=0'], may);
    const goingOn = told([], may);
    expect(stopped.before).toEqual(goingOn.before);
    expect([stopped.left, stopped.posts, stopped.paid]).toEqual([0, 0, 0]);
    expect(goingOn.left).toBeGreaterThan(800);
  });

  test('of fewer, those with the emptiest caseloads close', () => {
    const { world, months } = startCollectiveRun([asalee], ['asalee.posts@2013-04=58']);
    const { caseload, capacity } = world.paramedics.columns;
    const posts = activePosts(world);
    posts.forEach((post, i) => {
      capacity[post] = 400;
      caseload[post] = i < 116 ? 10 : 300;
    });
    months(START, monthOf(2013, 3));
    const opened = activePosts(world).filter((post) => !posts.includes(post));
    months(monthOf(2013, 4), monthOf(2013, 4));
    const kept = activePosts(world);
    expect(kept.length).toBe(116);
    expect(kept.every((post) => posts.indexOf(post) >= 116)).toBe(true);
    expect(opened.every((post) => !kept.includes(post))).toBe(true);
  });

  test('open nowhere when nobody volunteers, and one that everybody has left opens elsewhere a year later', () => {
    const none = startCollectiveRun([asalee], ['asalee.volunteer=0']);
    none.months(START, monthOf(2014, 4));
    expect(activePosts(none.world).length).toBe(232);

    const { world, months } = startCollectiveRun([asalee]);
    const [left] = activePosts(world);
    const { state, territory } = world.paramedics.columns;
    const z = territory[left];
    const desert = (row: number) => world.physicians.columns.territory[row] === z;
    // Nobody of the place is open to anything any more.
    const leaveAll = () => {
      for (const row of gpsWho(world, desert)) {
        world.physicians.columns.openness[row] = 0;
        leaveCollective(world, row);
      }
    };
    leaveAll();
    months(START, monthOf(2013, 12));
    expect(activePosts(world)).toContain(left);
    months(monthOf(2014, 1), monthOf(2014, 4));
    expect(activePosts(world)).not.toContain(left);
    expect(activePosts(world).length).toBeGreaterThan(232);
    expect(state[left]).toBe(GONE);
  });

  test('with five GPs for a nurse each gives up those least keen', () => {
    const { world, months } = startCollectiveRun([asalee], ['asalee.gpsPerFte@2013-04=5']);
    months(START, monthOf(2013, 3));
    const before = pairs(world).length;
    months(monthOf(2013, 4), monthOf(2013, 4));
    const posts = activePosts(world);
    expect(before).toBeGreaterThan(3.4 * 232);
    expect(pairs(world).length).toBeLessThanOrEqual(2.5 * posts.length + 1);
    expect(Math.max(...posts.map((post) => gpsOf(world, post)))).toBeLessThanOrEqual(3);
  });

  test('are the same for the same doctors wherever their rows lie', () => {
    const found = (renumber: boolean) => {
      const { world, months } = startCollectiveRun([asalee]);
      months(START, START);
      // Rows move as they do each January.
      if (renumber) {
        world.physicians.columns.status[world.gpOrder[0]] = RETIRED;
        renumberPhysicians(world);
      } else world.physicians.columns.status[world.gpOrder[0]] = RETIRED;
      months(START + 1, START + 6);
      return pairs(world);
    };
    expect(found(true)).toEqual(found(false));
  });
});

describe('volunteers', () => {
  const settings: AsaleeSettings = {
    posts: 1,
    fte: 1,
    gps: 4,
    volunteer: 1.2,
    peers: 2,
    solo: 0.4,
    cost: 0,
    weights: [],
  };
  const byAct = { unpaid: 0.4, flatShare: 0.1 };
  const will = { openness: 1, waitScale: 3, mix: { usual: byAct, inTeam: byAct } };
  const found = (change: Partial<AsaleeSettings>, prepare: (world: World) => void = () => {}) => {
    const { world } = startCollectiveRun([]);
    world.delegations.columns.asaleeShare.fill(0);
    prepare(world);
    const volunteers = volunteersOf(world);
    volunteers.find(runKey('volunteers', 0), { ...settings, ...change }, will);
    return { world, volunteers, count: total(volunteers.left) };
  };

  test('are more where peers have a nurse, and as many where the example counts for nothing', () => {
    const peers = (world: World) => world.delegations.columns.asaleeShare.fill(0.3);
    expect(found({}, peers).count).toBeGreaterThan(found({}).count * 1.2);
    expect(found({ peers: 0 }, peers).count).toBe(found({ peers: 0 }).count);
  });

  test('are fewer among those who already hand over much, none among those who hand over all', () => {
    const covered = (share: number) =>
      found({}, (world) => world.physicians.columns.covered.fill(share)).count;
    expect(covered(0.5)).toBeLessThan(covered(0) * 0.7);
    expect(covered(1)).toBe(0);
  });

  test('are the same and more under a greater readiness', () => {
    const rows = (volunteer: number) => {
      const { world, volunteers } = found({ volunteer });
      for (const [z, seats] of volunteers.left.entries()) volunteers.give(z, FURTHER, seats);
      const { asalee: nurse, id } = world.physicians.columns;
      return gpsWho(world, (row) => nurse[row] === FURTHER).map((row) => id[row]);
    };
    const few = rows(0.6);
    expect(few.length).toBeGreaterThan(1000);
    expect(rows(1.2)).toEqual(expect.arrayContaining(few));
  });

  test('join by whole practices, the largest first', () => {
    const { world, volunteers } = found({ volunteer: 10, solo: 10 });
    const { asalee: nurse, practice, form } = world.physicians.columns;
    const z = volunteers.left.findIndex((count) => count > 30);
    const given = volunteers.give(z, FURTHER, 4);
    const taken = gpsWho(world, (row) => nurse[row] === FURTHER);
    expect([given, taken.length]).toEqual([4, 4]);
    expect(taken.every((row) => form[row] !== SOLO)).toBe(true);
    expect(new Set(taken.map((row) => practice[row])).size).toBeLessThanOrEqual(2);
  });
});
