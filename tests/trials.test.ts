/** Trials: who is treated, who is a control, and that an effect is found where it was planted and nowhere else. */
import { describe, expect, test } from 'vitest';
import { samplesOf } from '../analysis/trials/controls.js';
import { firstMonthOf } from '../analysis/trials/deadweight.js';
import { estimate, twinEffect } from '../analysis/trials/estimate.js';
import { failedOutcomes, judgeAids, judgeOutcome } from '../analysis/trials/judge-trials.js';
import type { ControlledTrial, Outcome } from '../analysis/trials/trial.js';
import { monthOf } from '../sim/base/calendar.js';
import type { Settlers } from '../sim/recorder/gp-panel.js';
import { AIDS } from '../sim/world/delegation/delegation-counts.js';
import { NO_ZONE, ZAC, ZIP } from '../sim/world/zones.js';
import { type MadeGp, madeGps, panelOf } from './support/made-panel.js';

const registered: Outcome = {
  id: 'registered',
  label: { en: 'registered', fr: 'inscrits' },
  of: 'adultList',
  reading: 'change',
  observed: 5,
  tolerance: 1,
  use: 'fit',
  judged: true,
  like: ['sex', 'ageClass', 'form', 'zone', 'listDecile'],
};

const trial: ControlledTrial = {
  kind: 'controlled',
  name: 'made',
  title: { en: 'Made', fr: 'Fabriqué' },
  source: 'this test',
  without: [],
  to: 2019,
  scheme: 'asalee',
  joined: { from: 2014, to: 2016 },
  read: { before: 1, after: 3 },
  outcomes: [registered],
};

const readIn = (gps: readonly MadeGp[], what: Partial<Outcome> = {}) =>
  estimate(samplesOf(panelOf(gps), trial), { ...registered, ...what });

describe('an effect', () => {
  const planted = madeGps({ effect: 0.05 });

  test('planted in the lists of those who join is found', () => {
    const { effect, treated } = readIn(planted);
    expect(treated).toBeGreaterThan(400);
    expect(Math.abs(effect - 5)).toBeLessThan(0.7);
  });

  test('is not found where none was planted', () => {
    expect(Math.abs(readIn(madeGps()).effect)).toBeLessThan(0.7);
  });

  test('is not found where everybody’s lists grew as much', () => {
    expect(Math.abs(readIn(madeGps({ everybody: 0.05 })).effect)).toBeLessThan(0.7);
  });

  test('stands apart from who joins: longer lists before are told as such, and only then', () => {
    const plain = { reading: 'before' as const, like: ['sex', 'ageClass'] as const };
    expect(readIn(planted, plain).effect).toBeGreaterThan(15);
    // Deciles of the list hide the choice, but for what is left of it within each.
    expect(Math.abs(readIn(planted, { reading: 'before' }).effect)).toBeLessThan(2);
  });

  test('on a share is read in points', () => {
    expect(readIn(planted, { of: 'tested', reading: 'points' }).effect).toBeCloseTo(10, 4);
    expect(readIn(planted, { of: 'actsYear' }).effect).toBeCloseTo(0, 6);
  });

  test('on the same GPs with and without the scheme is told beside, without any control', () => {
    const samples = samplesOf(panelOf(planted), trial);
    expect(twinEffect(samples, panelOf(madeGps()), registered)).toBeCloseTo(5, 4);
    expect(twinEffect(samples, panelOf(planted), registered)).toBe(0);
    expect(twinEffect(samples, panelOf(madeGps()), { ...registered, reading: 'before' })).toBeNaN();
  });
});

describe('treated is who joins in the years of the trial and stays', () => {
  const [gp] = madeGps();
  const idsOf = (change: Partial<MadeGp>) => {
    const [sample] = samplesOf(panelOf([{ ...gp, joins: undefined, ...change }]), trial);
    const of = (pairs: readonly { before: number }[]) => pairs.map(({ before }) => sample.before.id[before]);
    return { treated: of(sample.treated), controls: of(sample.controls) };
  };
  const nobody = { treated: [], controls: [] };

  test('who joins in 2014 is treated in 2014', () => {
    expect(idsOf({ joins: 2014 })).toEqual({ treated: [gp.id], controls: [] });
  });

  test('who never joins is a control, and who joins later is neither', () => {
    expect(idsOf({})).toEqual({ treated: [], controls: [gp.id] });
    expect(idsOf({ joins: 2016 })).toEqual(nobody);
    // Beyond the Decembers read, the future does not matter.
    expect(idsOf({ joins: 2018 })).toEqual({ treated: [], controls: [gp.id] });
  });

  test('who had joined before is neither', () => {
    expect(idsOf({ joins: 2013 })).toEqual(nobody);
  });

  test('who left again is neither', () => {
    expect(idsOf({ joins: 2014, leaves: 2016 })).toEqual(nobody);
    expect(idsOf({ joins: 2014, leaves: 2017 })).toEqual({ treated: [gp.id], controls: [] });
  });

  test('who stops, or settled within the first year read, is neither', () => {
    expect(idsOf({ joins: 2014, stops: 2016 })).toEqual(nobody);
    expect(idsOf({ joins: 2014, since: monthOf(2013, 2) })).toEqual(nobody);
    expect(idsOf({ joins: 2014, since: monthOf(2013, 1) }).treated).toEqual([gp.id]);
  });
});

describe('controls', () => {
  /** `count` GPs who never join, all alike but for the list. */
  const alike = (count: number, values: Partial<MadeGp>, list = 1000): MadeGp[] => {
    const [gp] = madeGps();
    return Array.from({ length: count }, (_, i) => ({
      ...gp,
      id: 100 + i,
      joins: undefined,
      list: () => list + i,
      ...values,
    }));
  };
  const one = (values: Partial<MadeGp>): MadeGp[] =>
    alike(1, { id: 1, joins: 2014, list: (year) => (year < 2014 ? 1000 : 1100), ...values });

  test('of the same cell are enough when they are five', () => {
    const like = ['sex', 'form'] as const;
    const { treated, relaxed, controls } = readIn([...one({}), ...alike(5, {})], { like });
    expect({ treated, relaxed, controls }).toEqual({ treated: 1, relaxed: 0, controls: 5 });
  });

  test('too few of them: the last variable is dropped first, and it is said', () => {
    const like = ['sex', 'form'] as const;
    const [{ form }] = one({});
    const others = [
      ...alike(4, {}),
      ...alike(3, { id: 300, form: 1 - form }).map((gp, i) => ({ ...gp, id: 300 + i })),
    ];
    const { relaxed, controls, leftOut } = readIn([...one({}), ...others], { like });
    expect({ relaxed, controls, leftOut }).toEqual({ relaxed: 1, controls: 7, leftOut: 0 });
  });

  test('too few in all: the treated GP is left out, and it is said', () => {
    const { treated, leftOut, effect } = readIn([...one({}), ...alike(4, {})]);
    expect({ treated, leftOut }).toEqual({ treated: 0, leftOut: 1 });
    expect(effect).toBeNaN();
  });

  test('come in no order that matters: the estimate is the same whatever the order of rows', () => {
    const gps = madeGps({ effect: 0.05 });
    const { effect } = readIn(gps);
    expect(readIn([...gps].sort((a, b) => (a.id % 7) - (b.id % 7))).effect).toBeCloseTo(effect, 9);
  });
});

describe('a verdict', () => {
  const says = (outcome: Partial<Outcome>, ...effects: number[]) =>
    judgeOutcome(
      { ...registered, ...outcome },
      effects.map((effect) => ({
        estimate: { treated: 10, controls: 90, relaxed: 1, leftOut: 0, effect },
        twin: Number.NaN,
      })),
    );

  test('is that of the mean over replicates, within the tolerance and not beyond', () => {
    expect(says({}, 5, 7).verdict).toBe('ok');
    expect(says({}, 3, 5).verdict).toBe('ok');
    expect(says({}, 2.9, 5).verdict).toBe('miss');
    expect(says({}, 2.9, 5).distance).toBeCloseTo(-1.05, 10);
  });

  test('on a sign: up is above zero, not up is under one point', () => {
    expect(says({ observed: { sign: 'up' } }, 0.1).verdict).toBe('ok');
    expect(says({ observed: { sign: 'up' } }, -0.1).verdict).toBe('miss');
    expect(says({ observed: { sign: 'notUp' } }, 0.9).verdict).toBe('ok');
    expect(says({ observed: { sign: 'notUp' } }, 1.1).verdict).toBe('miss');
  });

  test('is none where the file says so, and a failure where nobody joined', () => {
    expect(says({ judged: false }, 50).verdict).toBe('unjudged');
    const unread = says({}, Number.NaN);
    expect(unread.verdict).toBe('unread');
    expect(failedOutcomes([{ trial, outcomes: [unread, says({ judged: false }, 50)] }])).toEqual([
      'made.registered',
    ]);
  });
});

describe('deadweight', () => {
  const CAIM = AIDS.caim;
  const NEW = AIDS.settlingAid2026;
  const none = Object.keys(AIDS).map(() => 0);
  const settlers = (
    list: readonly (readonly [id: number, zone: number, aid: number])[],
    counted = 0,
  ): Settlers => ({
    month: monthOf(2017, 1),
    id: Int32Array.from(list, ([id]) => id),
    zone: Uint8Array.from(list, ([, zone]) => zone),
    aid: Uint8Array.from(list, ([, , aid]) => aid),
    signed: none,
    deadweight: none.map((_, aid) => (aid === CAIM ? counted : 0)),
  });
  const withAids = settlers(
    [
      [1, ZIP, CAIM + 1],
      [2, ZIP, CAIM + 1],
      [3, ZIP, CAIM + 1],
      [4, ZIP, CAIM + 1],
      [5, ZIP, 0],
    ],
    1,
  );
  const without = settlers([
    [1, ZIP, 0],
    [2, ZAC, 0],
    [3, NO_ZONE, 0],
    [5, ZIP, 0],
  ]);

  test('by hand is who settles in such a zone without the aid; who is not paid does not count', () => {
    expect(firstMonthOf(withAids, without, () => false, [CAIM])).toEqual({
      recipients: 4,
      counted: 1,
      byHand: 1,
    });
    expect(firstMonthOf(withAids, without, () => true, [CAIM]).byHand).toBe(2);
    expect(firstMonthOf(withAids, without, () => false, [NEW])).toEqual({
      recipients: 0,
      counted: 0,
      byHand: 0,
    });
  });

  const replicate = (counted: number, byHand: number) => ({
    firstMonth: { recipients: 4, counted, byHand },
    aids: [{ aid: 'caim', signed: 40, deadweight: 30 }],
    gpsGained: 20,
    millions: 5,
  });

  test('is right when the run counted so in every replicate, not on the sum of them', () => {
    expect(judgeAids([replicate(1, 1), replicate(3, 3)]).verdict).toBe('ok');
    expect(judgeAids([replicate(1, 2), replicate(3, 2)]).verdict).toBe('miss');
  });

  test('is told with what a GP gained costs', () => {
    const { share, eurosPerGp } = judgeAids([replicate(1, 1), replicate(1, 1)]);
    expect(share.mean).toBe(75);
    expect(eurosPerGp).toBe(250_000);
  });

  test('is unread where nobody signed', () => {
    const nobody = { ...replicate(0, 0), firstMonth: { recipients: 0, counted: 0, byHand: 0 } };
    expect(judgeAids([nobody]).verdict).toBe('unread');
  });
});
