/** Aids to settle, contracts of students, rules of entry, and posts of communes: who gets what, where, and until when. */
import { beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { AIDS } from '../sim/world/delegation/delegation-counts.js';
import { restrictGeography } from '../sim/world/geography/restrict.js';
import { CENTRE, LEAVING } from '../sim/world/physicians.js';
import { councilOf } from '../sim/world/settlement/collectivities.js';
import { NO_ZONE, ZIP } from '../sim/world/zones.js';
import { eurosOf } from './support/delegation.js';
import { startSettlement } from './support/settlement-run.js';
import { practising, type SupplySources, supplySources } from './support/supply-harness.js';

let sources: SupplySources;
beforeAll(() => {
  sources = supplySources();
});

describe('students under contract', () => {
  const holders = (settings: readonly string[], what: number) => {
    const run = startSettlement(sources, { to: 2013, settings });
    run.until(monthOf(2013, 11));
    const { aid, id } = run.world.physicians.columns;
    return new Set([...id.keys()].filter((row) => aid[row] === what + 1).map((row) => id[row]));
  };

  test('are as many as there are contracts, and one more changes one doctor of the class', () => {
    const sixty = holders([], AIDS.cesp);
    const more = holders(['settlement.cesp.perClass=61'], AIDS.cesp);
    expect(sixty.size).toBe(60);
    expect([...more].filter((who) => !sixty.has(who))).toHaveLength(1);
    expect([...sixty].every((who) => more.has(who))).toBe(true);
  });

  test('settle in a zone, and are bound for four years', () => {
    const run = startSettlement(sources, { to: 2014, settings: ['settlement.cesp.perClass=1000'] });
    const { aid, aidSince, commitment, territory } = run.world.physicians.columns;
    const { zone } = run.world.territories.columns;
    let seen = 0;
    run.until(monthOf(2014, 12), (month) => {
      for (const row of practising(run.world, (gp) => aid[gp] === AIDS.cesp + 1 && aidSince[gp] === month)) {
        seen++;
        expect(zone[territory[row]]).not.toBe(NO_ZONE);
        expect(commitment[row]).toBe(month + 48);
      }
    });
    expect(seen).toBeGreaterThan(50);
  });

  test('of a run on one région may settle outside it, where zones are not known', () => {
    const geography = restrictGeography(sources.geography, ['24']);
    const run = startSettlement(
      { ...sources, geography },
      { to: 2014, settings: ['settlement.cesp.perClass=1000'] },
    );
    const { aid, territory } = run.world.physicians.columns;
    const { zone } = run.world.territories.columns;
    run.until(monthOf(2014, 6));
    const settled = practising(run.world, (row) => aid[row] === AIDS.cesp + 1);
    const inside = settled.filter((row) => geography.kept?.[territory[row]] === 1);
    expect(inside.every((row) => zone[territory[row]] !== NO_ZONE)).toBe(true);
    expect(settled.length).toBeGreaterThan(20);
    expect(inside.length).toBeLessThan(settled.length / 2);
  });

  test('of a conseil régional settle in a zone of the région of their birth, at its cost', () => {
    const settings = ['settlement.local.perClass=1500', 'settlement.cesp.perClass=0'];
    const run = startSettlement(sources, { to: 2014, settings });
    const { aid, aidSince, origin, territory } = run.world.physicians.columns;
    const { regionOf } = sources.geography;
    const { money } = run.world.collectivities.columns;
    const before = money.slice();
    let seen = 0;
    run.until(monthOf(2014, 12), (month) => {
      for (const row of practising(run.world, (gp) => aid[gp] === AIDS.local + 1 && aidSince[gp] === month)) {
        seen++;
        expect(regionOf[territory[row]]).toBe(regionOf[origin[row]]);
      }
      if (month % 12 !== 0) {
        const councils = sources.geography.regions.map((_, region) => councilOf(sources.geography, region));
        const spent = councils.reduce((sum, row) => sum + before[row] - money[row], 0);
        if (month > monthOf(2013, 1)) expect(spent).toBeCloseTo(eurosOf(run.world, 'localGrants'), 2);
      }
      before.set(money);
    });
    expect(seen).toBeGreaterThan(30);
  });

  test('cost their allowance for each class in residency, and nothing without contracts', () => {
    const cost = (setting: string) => {
      const run = startSettlement(sources, { to: 2013, settings: [setting] });
      run.until(monthOf(2013, 2));
      return eurosOf(run.world, 'cespAllowance');
    };
    // Classes of 2010, 2011 and 2012.
    expect(cost('settlement.cesp.allowance=1200') / ((60 + 60 + 110) * 1200)).toBeCloseTo(1, 2);
    expect(cost('settlement.cesp.perClass=0')).toBe(0);
  });
});

describe('one for one', () => {
  /** GPs who settled in a territory in a month beyond those whose leave was known. */
  function tooMany(settings: readonly string[]): number {
    const run = startSettlement(sources, { to: 2014, settings });
    const { status, territory, since } = run.world.physicians.columns;
    const staying = () => {
      const count = new Int32Array(sources.geography.territories.length);
      for (const row of practising(run.world, (gp) => status[gp] !== LEAVING)) count[territory[row]]++;
      return count;
    };
    let most: Int32Array | undefined;
    let settled = 0;
    run.until(monthOf(2014, 6), (month) => {
      // GPs who stay can only become fewer than they were before the rule began.
      if (month >= monthOf(2013, 6)) settled += practising(run.world, (row) => since[row] === month).length;
      if (month === monthOf(2013, 5)) most = staying();
    });
    expect(settled).toBeGreaterThan(500);
    const now = staying();
    return now.reduce((sum, count, z) => sum + Math.max(0, count - (most?.[z] ?? 0)), 0);
  }

  test('lets nowhere the number of GPs rise, and those who leave are replaced; without it hundreds come beyond', () => {
    expect(tooMany(['installation.replaceAbove@2013-06=0'])).toBe(0);
    expect(tooMany([])).toBeGreaterThan(300);
  });
});

describe('communes', () => {
  const RICH = ['settlement.posts=2000', 'settlement.communes.budget=200'];

  test('that have the money hire, and each post is taken once', () => {
    const run = startSettlement(sources, { to: 2014, settings: RICH });
    const { post, form, territory } = run.world.physicians.columns;
    const { posts, zone } = run.world.territories.columns;
    let most = 0;
    run.until(monthOf(2014, 12), () => {
      const { salaried } = run.world.collectivities.columns;
      const filled = new Int32Array(posts.length);
      for (const row of practising(run.world, (gp) => post[gp] === 1)) {
        filled[territory[row]]++;
        expect(form[row]).toBe(CENTRE);
      }
      const holds = (open: number, z: number) =>
        open >= 0 && (open + filled[z] === 0 || zone[z] === ZIP) && salaried[z] >= filled[z];
      expect([...posts.keys()].filter((z) => !holds(posts[z], z))).toEqual([]);
      most = Math.max(
        most,
        filled.reduce((sum, count) => sum + count, 0),
      );
    });
    expect(most).toBeGreaterThan(30);
  });

  test('want as many posts as the country does, several in a place of many people, and a part of France its share', () => {
    const wanted = (places: readonly string[]) => {
      const geography = restrictGeography(sources.geography, places);
      const run = startSettlement({ ...sources, geography }, { to: 2013, settings: RICH });
      run.until(monthOf(2013, 1));
      const { salaried } = run.world.collectivities.columns;
      return run.world.territories.columns.posts.map((open, z) => open + salaried[z]);
    };
    const sum = (counts: ArrayLike<number>) => Array.from(counts).reduce((all, count) => all + count, 0);
    const france = wanted([]);
    expect(Math.abs(sum(france) - 2000)).toBeLessThan(60);
    expect(Math.max(...france)).toBeGreaterThan(5);
    const people = (region?: string) =>
      sum(
        sources.geography.territories
          .filter((territory) => region === undefined || territory.region === region)
          .map(({ population }) => population),
      );
    expect(Math.abs(sum(wanted(['24'])) - (2000 * people('24')) / people())).toBeLessThan(15);
  });

  test('without money hire nobody, and those who want nobody open no post', () => {
    for (const settings of [['settlement.posts=2000', 'settlement.communes.budget=0'], []]) {
      const run = startSettlement(sources, { to: 2013, settings });
      run.until(monthOf(2013, 6));
      expect(run.world.territories.columns.posts.every((count) => count === 0)).toBe(true);
      expect(eurosOf(run.world, 'salariedGps')).toBe(0);
    }
  });

  test('pay what they have in hand, to the euro, and never more', () => {
    const run = startSettlement(sources, {
      to: 2016,
      settings: ['settlement.posts=3000', 'settlement.communes.budget=15', 'settlement.postCost=90000'],
    });
    const { money } = run.world.collectivities.columns;
    const before = money.slice();
    const communes = sources.geography.territories.length;
    let wages = 0;
    run.until(monthOf(2016, 12), (month) => {
      const spent = before.subarray(0, communes).reduce((sum, had, z) => sum + had - money[z], 0);
      if (month % 12 !== 0)
        expect(spent).toBeCloseTo(eurosOf(run.world, 'salariedGps') + eurosOf(run.world, 'communeAid'), 1);
      expect(money.every((left) => left >= 0)).toBe(true);
      wages += eurosOf(run.world, 'salariedGps');
      before.set(money);
    });
    expect(wages).toBeGreaterThan(90_000);
  });
});
