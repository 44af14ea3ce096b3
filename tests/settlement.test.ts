/** Aids to settle, contracts of students, rules of entry, and posts of communes: who gets what, where, and until when. */
import { beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import {
  type Aid,
  aidTaken,
  eurosExpected,
  HEIRS,
  HELPERS,
  isForNewcomer,
  LEAVING_SOON,
  MEMBERS,
  NEWCOMERS,
  openAids,
} from '../sim/rules/settlement/aid-table.js';
import { AIDS } from '../sim/world/delegation/delegation-counts.js';
import { CENTRE, GROUP, LEAVING, practises, RETIRED, SOLO } from '../sim/world/physicians.js';
import { councilOf } from '../sim/world/settlement/collectivities.js';
import { INSTRUMENT_COUNT, type InstrumentId, instrumentOf } from '../sim/world/teams/instruments.js';
import type { World } from '../sim/world/world.js';
import { NO_ZONE, ZAC, ZIP } from '../sim/world/zones.js';
import { startSettlement } from './support/settlement-run.js';
import {
  parametersUnder,
  practising,
  type SupplySources,
  sameColumn,
  supplySources,
} from './support/supply-harness.js';

const AID_NAMES = Object.keys(AIDS);
let sources: SupplySources;
beforeAll(() => {
  sources = supplySources();
});

const paid = (world: World, id: InstrumentId) =>
  world.territories.columns.euros.reduce(
    (sum, euros, at) => sum + (at % INSTRUMENT_COUNT === instrumentOf(id) ? euros : 0),
    0,
  );
const flows = (world: World, aid: number) =>
  world.territories.columns.aidFlows.reduce(
    (sum, count, at) => sum + (at % AID_NAMES.length === aid ? count : 0),
    0,
  );

describe('the table of aids', () => {
  const openIn = (year: number, month: number, ...settings: string[]) =>
    openAids(parametersUnder(sources.catalogue, settings), monthOf(year, month)).map(
      ({ row }) => AID_NAMES[row],
    );

  test('holds each aid from its date to its date, the best paid of a year first', () => {
    expect(openIn(2013, 8)).toEqual(['optionDemographie']);
    expect(openIn(2013, 9)).toEqual(['optionDemographie', 'ptmg']);
    expect(openIn(2016, 11)).toEqual(['cotram', 'caim', 'ptmg', 'coscom', 'cstm', 'ptma']);
    expect(openIn(2025, 12)).toEqual(['cotram', 'caim', 'coscom', 'cstm']);
    expect(openIn(2026, 1)).toEqual(['settlingAid2026']);
  });

  test('is empty when all aids are stopped', () => {
    expect(openIn(2017, 1, 'settlement.aid.open=no')).toEqual([]);
  });

  test('names whom an aid is for by the place of the word among its choices', () => {
    const words = loadCatalogue().parameters.get('settlement.aid.target')?.choices;
    expect(
      [NEWCOMERS, HEIRS, MEMBERS, HELPERS, LEAVING_SOON].map((position) => words?.[position]),
    ).toEqual(['newcomer', 'heir', 'member', 'helper', 'leaving']);
  });

  test('refuses an aid that there is not, and a word that an aid cannot be', () => {
    expect(() => openIn(2017, 1, 'settlement.aid.amount:ciam=1')).toThrow("did you mean 'caim'");
    expect(() => openIn(2017, 1, 'settlement.aid.team:caim=maybe')).toThrow("'maybe' is not a choice");
    expect(() => openIn(2017, 1, 'settlement.aid.target:caim=newcomers')).toThrow("did you mean 'newcomer'");
    expect(() => openIn(2017, 1, 'settlement.aid.inZac=2')).toThrow('outside');
  });
});

describe('the right of a newcomer', () => {
  const aid = (over: Partial<Aid>): Aid => ({
    row: 0,
    instrument: 0,
    amount: 12_000,
    months: 24,
    bound: 60,
    inZac: 0.5,
    target: NEWCOMERS,
    team: false,
    takeUp: 0.5,
    ...over,
  });
  const place = (zone: number, over = {}) => ({ zone, hasSeat: false, hasSenior: false, ...over });

  test('holds in a zone only, and not for salaried practice', () => {
    const holds = (zone: number, form: number) => isForNewcomer(aid({}), place(zone), form);
    expect([ZIP, ZAC, NO_ZONE].map((zone) => holds(zone, SOLO))).toEqual([true, true, false]);
    expect(holds(ZIP, CENTRE)).toBe(false);
    expect(isForNewcomer(aid({ inZac: 0 }), place(ZAC), SOLO)).toBe(false);
  });

  test('tied to a team holds where a team has a seat', () => {
    const tied = aid({ team: true });
    expect(isForNewcomer(tied, place(ZIP), GROUP)).toBe(false);
    expect(isForNewcomer(tied, place(ZIP, { hasSeat: true }), GROUP)).toBe(true);
    expect(isForNewcomer(tied, place(ZIP, { hasSeat: true }), SOLO)).toBe(false);
  });

  test('to take over holds alone, near an old GP without successor', () => {
    const heir = aid({ target: HEIRS });
    expect(isForNewcomer(heir, place(ZIP), SOLO)).toBe(false);
    expect(isForNewcomer(heir, place(ZIP, { hasSenior: true }), SOLO)).toBe(true);
  });

  test('is worth what it pays over the years that it binds, half of it in a ZAC', () => {
    expect(eurosExpected([aid({ takeUp: 1 })], place(ZIP), SOLO)).toBeCloseTo((12_000 * 24) / 60);
    expect(eurosExpected([aid({ takeUp: 1 })], place(ZAC), SOLO)).toBeCloseTo((12_000 * 24) / 120);
    expect(eurosExpected([aid({ takeUp: 1, bound: 0 })], place(ZIP), SOLO)).toBeCloseTo(12_000);
  });

  test('is used once: who leaves the first aid may take the second', () => {
    const two = [aid({ row: 3 }), aid({ row: 1, takeUp: 0.5 })];
    const taken = (leaning: number) => aidTaken(two, place(ZIP), SOLO, leaning)?.row;
    expect([0, 0.49, 0.51, 0.74, 0.76].map(taken)).toEqual([3, 3, 1, 1, undefined]);
    const expected = eurosExpected(two, place(ZIP), SOLO);
    expect(expected).toBeCloseTo(0.75 * eurosExpected([aid({ takeUp: 1 })], place(ZIP), SOLO));
  });
});

describe('premiums', () => {
  const territoryAfter = (settings: readonly string[], month = monthOf(2013, 12)) => {
    const run = startSettlement(sources, { to: 2014, settings: ['zoning.zipShare=0.3', ...settings] });
    run.until(month);
    return run.world.physicians.columns;
  };

  test('that weigh nothing leave every choice as it was without them', () => {
    const [without, weightless] = [
      territoryAfter(['settlement.aid.open=no']),
      territoryAfter(['installation.money=0']),
    ];
    expect(sameColumn(weightless.territory, without.territory)).toBe(true);
    expect(sameColumn(weightless.practice, without.practice)).toBe(true);
    expect(weightless.aid.some((aid) => aid > 0)).toBe(true);
    const heavy = territoryAfter(['installation.money=8']);
    expect(sameColumn(heavy.territory, without.territory)).toBe(false);
  });

  test('doubled move in their first month only doctors who then settle in a zone', () => {
    const doctors = (settings: readonly string[]) => {
      const run = startSettlement(sources, {
        to: 2014,
        settings: ['zoning.zipShare=0.3', 'installation.money=3', ...settings],
      });
      run.until(monthOf(2013, 9));
      const { rowOf, territory } = run.world.physicians.columns;
      return {
        territory: Int32Array.from(rowOf, (row) => territory[row]),
        zone: run.world.territories.columns.zone,
      };
    };
    const [once, twice] = [doctors([]), doctors(['settlement.aid.amount@2013-09=20000'])];
    const moved = [...once.territory.keys()].filter((who) => once.territory[who] !== twice.territory[who]);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.every((who) => twice.zone[twice.territory[who]] === ZIP)).toBe(true);
  });

  test('are paid from the month after the signature, as long as the contract and the practice last', () => {
    const run = startSettlement(sources, { to: 2020, settings: ['zoning.zipShare=0.3'] });
    const { aid, aidPay, aidSince, aidUntil, commitment, status, id } = run.world.physicians.columns;
    const received = new Map<number, number>();
    const bound = new Map<number, number>();
    run.until(monthOf(2020, 3), (month) => {
      let owed = 0;
      for (const row of practising(run.world, (gp) => aid[gp] === AIDS.caim + 1)) {
        if (aidSince[row] < month && month <= aidUntil[row]) {
          owed += aidPay[row];
          received.set(id[row], (received.get(id[row]) ?? 0) + aidPay[row]);
        }
        if (aidSince[row] === monthOf(2016, 11)) bound.set(id[row], commitment[row]);
      }
      // A contract that ends with this month was paid and is still there: its commitment lasts longer.
      expect(paid(run.world, 'caim')).toBeCloseTo(owed, 2);
    });
    const { rowOf } = run.world.physicians.columns;
    const stayed = [...bound.keys()].filter(
      (who) => practises(status[rowOf[who]]) && aidSince[rowOf[who]] === monthOf(2016, 11),
    );
    expect(stayed.length).toBeGreaterThan(5);
    for (const who of stayed) expect(received.get(who)).toBeCloseTo(50_000, 0);
    for (const until of bound.values()) expect(until).toBe(monthOf(2021, 11));
  });

  test('are signed by nobody outside their dates', () => {
    const run = startSettlement(sources, { to: 2017 });
    const signed = new Map<number, number[]>();
    run.until(monthOf(2017, 6), (month) => {
      for (const aid of [AIDS.optionDemographie, AIDS.ptmg, AIDS.caim])
        if (flows(run.world, aid) > 0) signed.set(aid, [...(signed.get(aid) ?? []), month]);
    });
    expect(signed.get(AIDS.optionDemographie)?.at(-1)).toBeLessThan(monthOf(2016, 11));
    expect(signed.get(AIDS.ptmg)?.[0]).toBeGreaterThanOrEqual(monthOf(2013, 9));
    expect(signed.get(AIDS.caim)?.[0]).toBeGreaterThanOrEqual(monthOf(2016, 11));
  });
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
    const run = startSettlement(sources, { to: 2019 });
    const { aid, aidSince, commitment, territory } = run.world.physicians.columns;
    const { zone } = run.world.territories.columns;
    let seen = 0;
    run.until(monthOf(2019, 12), (month) => {
      for (const row of practising(run.world, (gp) => aid[gp] === AIDS.cesp + 1 && aidSince[gp] === month)) {
        seen++;
        expect(zone[territory[row]]).not.toBe(NO_ZONE);
        expect(commitment[row]).toBe(month + 48);
      }
    });
    expect(seen).toBeGreaterThan(50);
  });

  test('of a conseil régional settle in a zone of the région of their birth, at its cost', () => {
    const settings = ['settlement.local.perClass=300', 'settlement.cesp.perClass=0'];
    const run = startSettlement(sources, { to: 2018, settings });
    const { aid, aidSince, origin, territory } = run.world.physicians.columns;
    const { regionOf } = sources.geography;
    const { money } = run.world.collectivities.columns;
    const before = money.slice();
    let seen = 0;
    run.until(monthOf(2018, 12), (month) => {
      for (const row of practising(run.world, (gp) => aid[gp] === AIDS.local + 1 && aidSince[gp] === month)) {
        seen++;
        expect(regionOf[territory[row]]).toBe(regionOf[origin[row]]);
      }
      if (month % 12 !== 0) {
        const councils = sources.geography.regions.map((_, region) => councilOf(sources.geography, region));
        const spent = councils.reduce((sum, row) => sum + before[row] - money[row], 0);
        if (month > monthOf(2013, 1)) expect(spent).toBeCloseTo(paid(run.world, 'localGrants'), 2);
      }
      before.set(money);
    });
    expect(seen).toBeGreaterThan(30);
  });

  test('cost their allowance for each class in residency, and nothing without contracts', () => {
    const cost = (setting: string) => {
      const run = startSettlement(sources, { to: 2013, settings: [setting] });
      run.until(monthOf(2013, 2));
      return paid(run.world, 'cespAllowance');
    };
    // Classes of 2010, 2011 and 2012.
    expect(cost('settlement.cesp.allowance=1200') / ((60 + 60 + 110) * 1200)).toBeCloseTo(1, 2);
    expect(cost('settlement.cesp.perClass=0')).toBe(0);
  });
});

describe('one for one', () => {
  /** Territories in which more GPs came than left within the memory of openings. */
  function overfull(settings: readonly string[]): number {
    const run = startSettlement(sources, { to: 2014, settings });
    const gp = run.world.physicians.columns;
    const start = practising(run.world).length;
    const came = new Int32Array(sources.geography.territories.length);
    const left = new Int32Array(came.length);
    const first = run.world.size.startMonth;
    run.until(monthOf(2014, 12));
    for (let row = 0; row < gp.id.length; row++) {
      const z = gp.territory[row];
      if (practises(gp.status[row]) && gp.since[row] >= first) came[z]++;
      if (gp.status[row] === LEAVING) left[z]++;
      if (gp.status[row] === RETIRED && gp.exit[row] >= first) left[z]++;
    }
    expect(practising(run.world).length).toBeGreaterThan(start * 0.8);
    return came.reduce((sum, count, z) => sum + (count > left[z] ? 1 : 0), 0);
  }

  test('brings nowhere more GPs than left; without it they come in hundreds of places', () => {
    expect(overfull(['installation.replaceAbove=0', 'installation.memory=48'])).toBe(0);
    expect(overfull([])).toBeGreaterThan(100);
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
      posts.forEach((open, z) => {
        expect(open).toBeGreaterThanOrEqual(0);
        if (open + filled[z] > 0) expect(zone[z]).toBe(ZIP);
        expect(salaried[z]).toBeGreaterThanOrEqual(filled[z]);
      });
      most = Math.max(most, filled.reduce((sum, count) => sum + count, 0));
    });
    expect(most).toBeGreaterThan(30);
  });

  test('without money hire nobody, and those who want nobody open no post', () => {
    for (const settings of [['settlement.posts=2000', 'settlement.communes.budget=0'], []]) {
      const run = startSettlement(sources, { to: 2013, settings });
      run.until(monthOf(2013, 6));
      expect(run.world.territories.columns.posts.every((count) => count === 0)).toBe(true);
      expect(paid(run.world, 'salariedGps')).toBe(0);
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
        expect(spent).toBeCloseTo(paid(run.world, 'salariedGps') + paid(run.world, 'communeAid'), 1);
      expect(money.every((left) => left >= 0)).toBe(true);
      wages += paid(run.world, 'salariedGps');
      before.set(money);
    });
    expect(wages).toBeGreaterThan(90_000);
  });
});
