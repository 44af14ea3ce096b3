/** Every euro has a payer, a payee and an instrument; nobody spends what it has not; and the laws see who does. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { agencies } from '../sim/rules/institutions/agencies.js';
import {
  envelopeDue,
  envelopes,
  LETTER_VALIDATED,
  PROJECT_VALIDATED,
  payRegionAid,
} from '../sim/rules/institutions/envelopes.js';
import { grantFromFir } from '../sim/rules/institutions/fir.js';
import { type SupportSettings, supportSettings } from '../sim/rules/institutions/settings.js';
import { supporters } from '../sim/rules/institutions/supporters.js';
import { unions } from '../sim/rules/institutions/unions.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { councilOf } from '../sim/world/settlement/collectivities.js';
import {
  INSTRUMENT_COUNT,
  INSTRUMENTS,
  type InstrumentId,
  instrumentOf,
} from '../sim/world/teams/instruments.js';
import { payOutside, payProject, payTeam } from '../sim/world/teams/ledger.js';
import { WRITING } from '../sim/world/teams/projects.js';
import type { World } from '../sim/world/world.js';
import { addProject, broken, regionRow, startCollectiveRun, territoriesOf } from './support/collective.js';

const START = monthOf(2013, 1);
const RULES = [agencies, unions, supporters];
const parameters = resolveParameters(loadCatalogue());
const settingsAt = (year: number) => supportSettings(parameters, monthOf(year, 1));

/** Euros of the month of an instrument, all territories. */
function paid({ territories }: World, id: InstrumentId): number {
  const { euros } = territories.columns;
  let sum = 0;
  for (let at = instrumentOf(id); at < euros.length; at += INSTRUMENT_COUNT) sum += euros[at];
  return sum;
}

describe('a payment', () => {
  test('of every instrument moves the treasury of a project in, out, or not at all, and is counted at its seat', () => {
    const { world } = startCollectiveRun([]);
    const row = addProject(world, 5, { stage: WRITING });
    const { treasury, paid: account } = world.projects.columns;
    for (const [instrument, { payer, payee }] of INSTRUMENTS.entries()) {
      const before = treasury[row];
      payProject(world, row, instrument, 100);
      const moved = (payee === 'projects' ? 100 : 0) - (payer === 'projects' ? 100 : 0);
      expect(treasury[row] - before).toBe(moved);
      expect(account[row * INSTRUMENT_COUNT + instrument]).toBe(100);
      expect(world.territories.columns.euros[5 * INSTRUMENT_COUNT + instrument]).toBe(100);
    }
  });

  test('of a team and of others is counted where the team is, and where it is said', () => {
    const { world } = startCollectiveRun([]);
    world.teams.columns.territory[3] = 7;
    payTeam(world, 3, instrumentOf('aciMsp'), 500);
    payTeam(world, 3, instrumentOf('mspMeetings'), 200);
    payOutside(world, 7, instrumentOf('accelerator'), 50);
    expect(world.teams.columns.treasury[3]).toBe(300);
    expect([paid(world, 'aciMsp'), paid(world, 'mspMeetings'), paid(world, 'accelerator')]).toEqual([
      500, 200, 50,
    ]);
  });
});

describe('the FIR', () => {
  test('grants all that is asked while it lasts, then the same share to all of the région, whatever their order', () => {
    const granted = (order: readonly number[], left: number) => {
      const { world } = startCollectiveRun([]);
      world.agencies.columns.fir.fill(left);
      const got: number[] = [];
      grantFromFir(
        world,
        order.map((euros) => ({ region: 2, euros, grant: (sum: number) => got.push(sum) })),
      );
      return { got, left: world.agencies.columns.fir[2], other: world.agencies.columns.fir[3] };
    };
    expect(granted([30, 50], 100)).toEqual({ got: [30, 50], left: 20, other: 100 });
    expect(granted([30, 50], 40)).toEqual({ got: [15, 25], left: 0, other: 40 });
    expect(granted([50, 30], 40).got).toEqual([25, 15]);
    expect(granted([50], 0).got).toEqual([0]);
  });
});

describe('the envelope', () => {
  const settings = settingsAt(2021);
  const { world } = startCollectiveRun([]);
  const [east, west] = [regionRow(world, '44'), regionRow(world, '53')];

  test('is paid whole at the letter in Grand Est, in two parts elsewhere, and never more than whole', () => {
    expect(envelopeDue(settings, east, LETTER_VALIDATED, 0)).toEqual({ share: 1, atLetter: true });
    expect(envelopeDue(settings, east, PROJECT_VALIDATED, 1).share).toBe(0);
    const first = envelopeDue(settings, west, LETTER_VALIDATED, 0).share;
    expect(first).toBeCloseTo(0.7, 6);
    expect(first + envelopeDue(settings, west, PROJECT_VALIDATED, first).share).toBeCloseTo(1, 6);
  });

  test('of a région that changes its ways between the letter and the project is paid whole all the same', () => {
    for (const [then, now] of [
      [east, west],
      [west, east],
    ]) {
      const run = startCollectiveRun([]);
      const z = territoriesOf(run.world, then === east ? '44' : '53')[0];
      const row = addProject(run.world, z, { stage: WRITING });
      const changed = { ...settings, envelope: settings.envelope.map(() => 40_000) };
      const later = { ...changed, envelopeWhen: changed.envelopeWhen.with(then, changed.envelopeWhen[now]) };
      run.world.agencies.columns.fir.fill(1e6);
      grantFromFir(run.world, envelopes(run.world, changed, row, LETTER_VALIDATED));
      grantFromFir(run.world, envelopes(run.world, later, row, PROJECT_VALIDATED));
      expect(run.world.projects.columns.treasury[row]).toBeCloseTo(40_000, 1);
      expect(envelopes(run.world, later, row, PROJECT_VALIDATED)).toEqual([]);
    }
  });

  test('is a claim on the FIR of its région, under the instrument of its moment', () => {
    const run = startCollectiveRun([]);
    const rows = ['44', '53'].map((code) =>
      addProject(run.world, territoriesOf(run.world, code)[0], { stage: WRITING }),
    );
    run.world.agencies.columns.fir.fill(50_000);
    grantFromFir(
      run.world,
      rows.flatMap((row) => envelopes(run.world, settings, row, LETTER_VALIDATED)),
    );
    expect(run.world.projects.columns.treasury[rows[0]]).toBe(50_000);
    expect(run.world.projects.columns.treasury[rows[1]]).toBeCloseTo(24_500, 6);
    expect([paid(run.world, 'firPreAci'), paid(run.world, 'firEnvelope')]).toEqual([
      50_000,
      expect.closeTo(24_500, 6),
    ]);
    expect(run.world.agencies.columns.fir[east]).toBe(0);
  });

  test('of nothing makes no claim, and the aid of the région is paid beside it', () => {
    const run = startCollectiveRun([]);
    const [seat] = territoriesOf(run.world, '24');
    const row = addProject(run.world, seat, { stage: WRITING });
    const council = councilOf(run.world.geography, run.world.geography.regionOf[seat]);
    const { money } = run.world.collectivities.columns;
    money[council] = 30_000;
    const none: SupportSettings = { ...settings, envelope: settings.envelope.map(() => 0) };
    expect(envelopes(run.world, none, row, LETTER_VALIDATED)).toEqual([]);
    payRegionAid(run.world, settings, row);
    expect(run.world.projects.columns.treasury[row]).toBe(20_000);
    expect(paid(run.world, 'regionAid')).toBe(20_000);
    expect(money[council]).toBe(10_000);
    payRegionAid(run.world, settingsAt(2015), row);
    expect(run.world.projects.columns.treasury[row]).toBe(20_000);
  });

  test('of a conseil régional is what it has left, and nothing once that is spent', () => {
    const run = startCollectiveRun([]);
    const [seat] = territoriesOf(run.world, '24');
    const row = addProject(run.world, seat, { stage: WRITING });
    const { money } = run.world.collectivities.columns;
    money[councilOf(run.world.geography, run.world.geography.regionOf[seat])] = 30_000;
    for (let again = 0; again < 3; again++) payRegionAid(run.world, settings, row);
    expect(run.world.projects.columns.treasury[row]).toBe(30_000);
    expect(paid(run.world, 'regionAid')).toBe(30_000);
    expect(Math.min(...money)).toBe(0);
  });
});

describe('support', () => {
  /** Treasuries and funds against the accounts of every month, under one way to pay. */
  function followed(payee: string, more: readonly string[] = []) {
    const run = startCollectiveRun(RULES, [
      `cpts.support.payee=${payee}`,
      'cpts.support.cpom=60000',
      'cpts.envelope.amount=60000',
      'cpts.preAci.months=18',
      'supporters.union.ownFunds=40000',
      ...more,
    ]);
    const { world } = run;
    for (const { code } of world.geography.regions)
      for (const z of territoriesOf(world, code).slice(0, 3))
        addProject(world, z, { stage: WRITING, letterAt: START, treasury: 25_000 });
    const { treasury, paid: account, daysSupporter } = world.projects.columns;
    const { fir } = world.agencies.columns;
    const expected = Float64Array.from(treasury);
    const totals = new Map<InstrumentId, number>();
    let granted = 0;
    let days = 0;
    let refilled = 0;
    run.months(START, START + 11, (month) => {
      for (const [instrument, { id, payer, payee: to }] of INSTRUMENTS.entries()) {
        totals.set(id, (totals.get(id) ?? 0) + paid(world, id));
        if (payer === 'ars') granted += paid(world, id);
        for (let row = 0; row < 54; row++) {
          const euros = account[row * INSTRUMENT_COUNT + instrument];
          expected[row] += (to === 'projects' ? euros : 0) - (payer === 'projects' ? euros : 0);
        }
      }
      if (month === START) refilled = fir.reduce((sum, left) => sum + left, 0) + granted;
      days += daysSupporter.reduce((sum, one) => sum + one, 0);
      expect(broken(world)).toBe('');
    });
    const drift = Math.max(
      ...[...treasury].slice(0, 54).map((euros, row) => Math.abs(euros - expected[row])),
    );
    const left = fir.reduce((sum, one) => sum + one, 0);
    const received = world.supporters.columns.account.reduce((sum, one) => sum + one, 0);
    return { totals, drift, granted, left, refilled, received, days };
  }

  test.each([
    ['team', 'supporterFromTeam'],
    ['partner', 'firCpom'],
    ['selected', 'firSupport'],
    ['none', 'supporterOwnDays'],
  ] as const)(
    'paid by %s moves money by %s, and treasuries and funds follow the accounts',
    (payee, instrument) => {
      const { totals, drift, granted, left, refilled, received, days } = followed(payee);
      expect(days).toBeGreaterThan(10);
      expect(totals.get(instrument)).toBeGreaterThan(1000);
      // Accounts of projects are single precision: a part in ten million of some 25,000 euros.
      expect(drift).toBeLessThan(0.1);
      expect(left + granted).toBeCloseTo(refilled, 3);
      const fromOthers = (['supporterFromTeam', 'firCpom', 'firSupport'] as const).reduce(
        (sum, id) => sum + (totals.get(id) ?? 0),
        0,
      );
      expect(received).toBeCloseTo(fromOthers, 3);
    },
  );

  test('before the ACI out of own funds stops when they are spent, each project having had the same', () => {
    const { totals } = followed('none');
    expect(totals.get('ownFunds')).toBeCloseTo(18 * 40_000, 3);
  });

  test('of selected supporters costs the FIR their price a day, and stops with the FIR', () => {
    const { totals, days } = followed('selected', [
      'cpts.support.selected=firms',
      'cpts.support.exclusive=no',
    ]);
    expect((totals.get('firSupport') ?? 0) / days).toBeCloseTo(850, 2);
    const poor = followed('selected', ['agencies.fir=0']);
    expect(poor.totals.get('firSupport')).toBe(0);
    expect(poor.days).toBe(0);
  });
});
