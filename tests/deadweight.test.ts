/**
 * Deadweight: recipients of an aid who would have come to such a place anyway, counted by the model and by hand from the run
 * without aids of the same seed, in the first month in which the two differ.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import type { Parameters } from '../sim/parameters/types.js';
import { AIDS } from '../sim/world/delegation/delegation-counts.js';
import { CENTRE } from '../sim/world/physicians.js';
import { restoreWorld, saveWorld, type World } from '../sim/world/world.js';
import { NO_ZONE, ZIP } from '../sim/world/zones.js';
import { opened } from './support/opened.js';
import { SETTLEMENT_RULES, startSettlement } from './support/settlement-run.js';
import { parametersUnder, type SupplySources, supplySources } from './support/supply-harness.js';

const WIDTH = Object.keys(AIDS).length;
const FIRST = monthOf(2014, 1);
const MONTHS = 12;
/** Wide zones and many contracts, so that there is somebody to count every month. */
const WIDE = ['zoning.zipShare=0.3', 'settlement.cesp.perClass=1000'];
const NO_AIDS = [...WIDE, 'settlement.aid.open=no'];
const WITH_AIDS = [...WIDE, 'settlement.aid.open:caim=yes'];

interface Count {
  recipients: number;
  model: number;
  byHand: number;
  /** Recipients who are elsewhere than without aids. */
  moved: number;
}

/** True for a row of the table of aids, false for the contract of a student. */
const isPremium = (aid: number) => aid < AIDS.cesp;
const sumOf = (column: Float64Array, holds: (aid: number) => boolean) =>
  column.reduce((sum, count, at) => sum + (holds(at % WIDTH) ? count : 0), 0);

describe('the deadweight of the first month', () => {
  let sources: SupplySources;
  let off: World;
  /** The world at the end of each month before one of the twelve, without aids. */
  const saved: (readonly ArrayBuffer[])[] = [];

  beforeAll(() => {
    sources = supplySources();
    const run = startSettlement(sources, { to: 2014, settings: NO_AIDS });
    off = run.world;
    run.until(FIRST - 1);
    for (let month = FIRST; month < FIRST + MONTHS; month++) {
      saved.push(saveWorld(off));
      run.until(month);
    }
  });

  /** One month from a saved world under parameters; what each doctor does, by id. */
  function live(from: readonly ArrayBuffer[], month: number, parameters: Parameters) {
    restoreWorld(off, from);
    const key = runKey('supply', 0);
    off.physicians.columns.wait.fill(20);
    for (const rule of SETTLEMENT_RULES) opened(rule, off, parameters, key).serial?.(month);
    const { since, territory, form, aid, aidSince, rowOf } = off.physicians.columns;
    const of = (column: ArrayLike<number>) => Int32Array.from(rowOf, (row) => column[row]);
    return {
      since: of(since),
      territory: of(territory),
      form: of(form),
      aid: of(aid),
      signed: of(aidSince),
      zone: off.territories.columns.zone.slice(),
      deadweight: off.territories.columns.aidDeadweight.slice(),
      flows: off.territories.columns.aidFlows.slice(),
    };
  }

  function counts(settings: readonly string[]): Count[] {
    const none = parametersUnder(sources.catalogue, NO_AIDS);
    const on = parametersUnder(sources.catalogue, [...WITH_AIDS, ...settings]);
    return saved.map((from, i) => {
      const month = FIRST + i;
      const without = live(from, month, none);
      const withAids = live(from, month, on);
      const count: Count = {
        recipients: sumOf(withAids.flows, isPremium),
        model: sumOf(withAids.deadweight, isPremium),
        byHand: 0,
        moved: 0,
      };
      withAids.aid.forEach((aid, who) => {
        if (aid === 0 || !isPremium(aid - 1) || withAids.signed[who] !== month) return;
        const z = without.territory[who];
        const came = without.since[who] === month && without.form[who] !== CENTRE && without.zone[z] === ZIP;
        if (came) count.byHand++;
        if (z !== withAids.territory[who]) count.moved++;
      });
      return count;
    });
  }

  test('is who would have come anyway, counted from the run without aids, in twelve first months', () => {
    const found = counts([]);
    for (const { model, byHand } of found) expect(model).toBe(byHand);
    expect(found.reduce((sum, { recipients }) => sum + recipients, 0)).toBeGreaterThan(100);
  });

  test('is everybody when money weighs nothing, and far from it when it weighs twenty times as much', () => {
    const [nothing, much] = [counts(['installation.money=0']), counts(['installation.money=8'])];
    for (const { model, byHand, recipients, moved } of nothing) {
      expect([model, byHand]).toEqual([recipients, recipients]);
      expect(moved).toBe(0);
    }
    for (const { model, byHand } of much) expect(model).toBe(byHand);
    const total = (of: keyof Count) => much.reduce((sum, count) => sum + count[of], 0);
    expect(total('model')).toBeLessThan(total('recipients') * 0.8);
  });

  test('of students under contract is who would have chosen such a zone unbound', () => {
    const parameters = parametersUnder(sources.catalogue, NO_AIDS);
    let recipients = 0;
    saved.forEach((from, i) => {
      const month = FIRST + i;
      const bound = live(from, month, parameters);
      restoreWorld(off, from);
      const { aid, status } = off.physicians.columns;
      const isWaiting = (row: number) => aid[row] === AIDS.cesp + 1 && status[row] === 1;
      aid.forEach((_, row) => {
        if (isWaiting(row)) aid[row] = 0;
      });
      const free = live(saveWorld(off), month, parameters);
      let byHand = 0;
      bound.aid.forEach((what, who) => {
        if (what !== AIDS.cesp + 1 || bound.signed[who] !== month) return;
        recipients++;
        expect(bound.zone[bound.territory[who]]).not.toBe(NO_ZONE);
        if (free.since[who] === month && free.zone[free.territory[who]] !== NO_ZONE) byHand++;
      });
      expect(sumOf(bound.deadweight, (aidRow) => aidRow === AIDS.cesp)).toBe(byHand);
    });
    expect(recipients).toBeGreaterThan(10);
  });
});
