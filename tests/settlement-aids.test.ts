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
import { CENTRE, GROUP, practises, SOLO } from '../sim/world/physicians.js';
import type { World } from '../sim/world/world.js';
import { NO_ZONE, ZAC, ZIP } from '../sim/world/zones.js';
import { eurosOf } from './support/delegation.js';
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

  test('holds each aid from its date to its date, the best paid first', () => {
    expect(openIn(2013, 8)).toEqual(['optionDemographie']);
    expect(openIn(2013, 9)).toEqual(['optionDemographie', 'ptmg']);
    expect(openIn(2016, 11)).toEqual(['caim', 'cotram', 'ptmg', 'coscom', 'cstm', 'ptma']);
    expect(openIn(2025, 12)).toEqual(['caim', 'cotram', 'coscom', 'cstm']);
    expect(openIn(2026, 1)).toEqual(['settlingAid2026']);
  });

  test('is empty when all aids are stopped', () => {
    expect(openIn(2017, 1, 'settlement.aid.open=no')).toEqual([]);
  });

  test('names whom an aid is for by the place of the word among its choices', () => {
    const words = loadCatalogue().parameters.get('settlement.aid.target')?.choices;
    expect([NEWCOMERS, HEIRS, MEMBERS, HELPERS, LEAVING_SOON].map((position) => words?.[position])).toEqual([
      'newcomer',
      'heir',
      'member',
      'helper',
      'leaving',
    ]);
  });

  test('refuses an aid that there is not, and a word that an aid cannot be', () => {
    expect(() => openIn(2017, 1, 'settlement.aid.amount:ciam=1')).toThrow("did you mean 'caim'");
    expect(() => openIn(2017, 1, 'settlement.aid.team:caim=maybe')).toThrow("'maybe' is not a choice");
    expect(() => openIn(2017, 1, 'settlement.aid.target:caim=newcomers')).toThrow("did you mean 'newcomer'");
    expect(() => openIn(2017, 1, 'settlement.aid.inZac=2')).toThrow('expected between 0 and 1');
  });
});

describe('the right of a newcomer', () => {
  const aid = (over: Partial<Aid>): Aid => ({
    row: 0,
    instrument: 0,
    amount: 12_000,
    months: 24,
    bound: 60,
    worth: 4800,
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

  test('is worth its whole amount in a ZIP, half of it in a ZAC', () => {
    expect(eurosExpected([aid({ takeUp: 1 })], place(ZIP), SOLO)).toBeCloseTo(4800);
    expect(eurosExpected([aid({ takeUp: 1 })], place(ZAC), SOLO)).toBeCloseTo(2400);
  });

  test('is worth more the more it pays in all, however long it pays or binds', () => {
    const worth = (year: number, month: number, name: string, ...settings: string[]) =>
      openAids(parametersUnder(sources.catalogue, settings), monthOf(year, month)).find(
        ({ row }) => AID_NAMES[row] === name,
      )?.worth;
    // 50,000 EUR in two years against 10,000 EUR once, over five years.
    expect(worth(2025, 12, 'caim')).toBeCloseTo(10_000);
    expect(worth(2026, 1, 'settlingAid2026')).toBeCloseTo(2000);
    expect(worth(2025, 12, 'caim', 'settlement.aid.commitment=0')).toBeCloseTo(10_000);
    expect(worth(2026, 1, 'settlingAid2026', 'settlement.aid.horizon=10')).toBeCloseTo(1000);
    // What pays for longer than the horizon counts by the year.
    expect(
      worth(2026, 1, 'settlingAid2026', 'settlement.aid.horizon=3', 'settlement.aid.years=6'),
    ).toBeCloseTo(10_000);
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
      // Who is bound does not move: without bonds, aids that weigh nothing change nobody's place.
      territoryAfter(['installation.money=0', 'settlement.aid.commitment=0']),
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
    const settings = ['zoning.zipShare=0.3', 'settlement.aid.open:caim@2013-02=yes'];
    const run = startSettlement(sources, { to: 2016, settings });
    const { aid, aidPay, aidSince, aidUntil, commitment, status, id } = run.world.physicians.columns;
    const received = new Map<number, number>();
    const bound = new Map<number, number>();
    run.until(monthOf(2015, 6), (month) => {
      let owed = 0;
      for (const row of practising(run.world, (gp) => aid[gp] === AIDS.caim + 1)) {
        if (aidSince[row] < month && month <= aidUntil[row]) {
          owed += aidPay[row];
          received.set(id[row], (received.get(id[row]) ?? 0) + aidPay[row]);
        }
        if (aidSince[row] === monthOf(2013, 2)) bound.set(id[row], commitment[row]);
      }
      // A contract that ends with this month was paid and is still there: its commitment lasts longer.
      expect(eurosOf(run.world, 'caim')).toBeCloseTo(owed, 2);
    });
    const { rowOf } = run.world.physicians.columns;
    const stayed = [...bound.keys()].filter(
      (who) => practises(status[rowOf[who]]) && aidSince[rowOf[who]] === monthOf(2013, 2),
    );
    expect(stayed.length).toBeGreaterThan(5);
    for (const who of stayed) expect(received.get(who)).toBeCloseTo(50_000, 0);
    for (const until of bound.values()) expect(until).toBe(monthOf(2018, 2));
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
