/** Accounts of coordinated practice, and the indicators made of them, against figures computed by hand. */
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { INDICATORS } from '../sim/recorder/dictionary.js';
import { PUBLIC_PAYERS } from '../sim/recorder/indicators-collective-money.js';
import { collectiveAccounts } from '../sim/rules/collective-accounts.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { worldDigest } from '../sim/world/digest.js';
import { ACTIVE, GROUP } from '../sim/world/physicians.js';
import { INSTRUMENT_COUNT, INSTRUMENTS, instrumentOf } from '../sim/world/teams/instruments.js';
import { PROFESSIONS } from '../sim/world/teams/professions.js';
import {
  ENDED,
  FROZEN,
  HOLLOW,
  LETTER_FILED,
  NEGOTIATING,
  SIGNED,
  SUBMITTED,
  WRITING,
} from '../sim/world/teams/projects.js';
import { AWAITING, CLOSED, ESP, PREPARING } from '../sim/world/teams/teams.js';
import type { World } from '../sim/world/world.js';
import { openWithBooks, rowsOfAccount } from './support/account-rows.js';
import { collectiveCountry, putProject, putTeam } from './support/collective-rows.js';
import { valueIn } from './support/tiny-recording.js';
import { TINY_START } from './support/tiny-world.js';

const catalogue = loadCatalogue();
const parameters = resolveParameters(catalogue, loadScenario('baseline', catalogue));
const LONG_AGO = TINY_START - 36;

const rowsOf = (world: World, change?: (month: number) => void) =>
  rowsOfAccount(world, collectiveAccounts, change);

function putGp(world: World, row: number, values: Record<string, number> = {}): void {
  const gp = world.physicians.columns as unknown as Record<string, { [row: number]: number }>;
  for (const [name, value] of Object.entries({ status: ACTIVE, form: GROUP, area: 0, ...values }))
    gp[name][row] = value;
}

describe('MSP are counted where they are, by what they have become', () => {
  const world = collectiveCountry();
  putTeam(world, 0, { gps: 4, nurses: 3, others: 5, level: 0.5 });
  putTeam(world, 1, { gps: 6, nurses: 2, others: 4, level: 1.5, aciSince: LONG_AGO });
  putTeam(world, 2, { territory: 2, gps: 2, level: 2.5, aciSince: LONG_AGO });
  putTeam(world, 3, { state: PREPARING, gps: 2 });
  putTeam(world, 4, { state: AWAITING, gps: 2 });
  putTeam(world, 5, { state: CLOSED, gps: 9 });
  putTeam(world, 6, { kind: ESP, gps: 3, nurses: 1 });
  for (let row = 0; row < 16; row++) putGp(world, row, { territory: row < 12 ? 0 : 2 });
  const rows = rowsOf(world);

  test('open ones, those under ACI, those in preparation, ESP apart', () => {
    expect(['mspOpen', 'mspAci', 'mspPreparing', 'espOpen'].map((id) => valueIn(rows, id))).toEqual([
      3, 2, 2, 1,
    ]);
    expect(valueIn(rows, 'mspOpen', { place: '24' })).toBe(1);
    expect(valueIn(rows, 'mspAciShare')).toBeCloseTo((2 / 3) * 100, 12);
  });

  test('their GPs among liberal GPs, their professionals, their level', () => {
    expect(valueIn(rows, 'gpsInMspShare')).toBeCloseTo((12 / 16) * 100, 12);
    expect(valueIn(rows, 'gpsMspAciShare')).toBeCloseTo((8 / 16) * 100, 12);
    expect(valueIn(rows, 'prosPerMsp')).toBeCloseTo(26 / 3, 12);
    expect(valueIn(rows, 'mspLevel')).toBeCloseTo(1.5, 12);
    expect(['mspOperationalShare', 'mspCollectiveShare'].map((id) => valueIn(rows, id))).toEqual([
      (1 / 3) * 100,
      (1 / 3) * 100,
    ]);
  });

  test('their other members, each of one profession, and nobody twice', () => {
    const members = PROFESSIONS.map((profession) =>
      valueIn(rows, profession === 'midwife' ? 'midwivesInMsp' : `${profession}sInMsp`),
    );
    expect(members.every((count) => Number.isInteger(count))).toBe(true);
    expect(members.reduce((sum: number, count) => sum + (count ?? 0), 0)).toBe(9);
    expect(valueIn(rows, 'nursesInMsp')).toBe(5);
  });

  test('a month has its own count', () => {
    expect(valueIn(rows, 'mspOpen', { period: '2013-08' })).toBe(3);
  });
});

describe('CPTS are counted at their seat, their people where they live', () => {
  const world = collectiveCountry();
  putProject(world, 0, [0], { stage: LETTER_FILED, side: FROZEN });
  putProject(world, 1, [2], { stage: SUBMITTED });
  putProject(world, 2, [3], { stage: SIGNED, signedAt: LONG_AGO, depth: 0.5, display: 0.25, side: HOLLOW });
  putProject(world, 3, [], { stage: ENDED, seat: 4 });
  const rows = rowsOf(world);

  test('a frozen project stays in the stage in which it froze', () => {
    expect(
      [
        'cptsAll',
        'cptsPreProject',
        'cptsWriting',
        'cptsNegotiating',
        'cptsSigned',
        'cptsFrozen',
        'cptsHollow',
      ].map((id) => valueIn(rows, id)),
    ).toEqual([3, 1, 1, 0, 1, 1, 1]);
    expect(valueIn(rows, 'cptsSigned', { place: '24' })).toBe(1);
  });

  test('every person is under one stage or in a white zone', () => {
    expect(valueIn(rows, 'cptsCoverage')).toBeCloseTo((7 / 30) * 100, 10);
    expect(valueIn(rows, 'cptsCoverage', { place: '24' })).toBeCloseTo(70, 10);
    expect(valueIn(rows, 'cptsCoverageAny')).toBeCloseTo((23 / 30) * 100, 10);
    expect((valueIn(rows, 'cptsCoverageAny') ?? 0) + (valueIn(rows, 'cptsWhiteShare') ?? 0)).toBeCloseTo(
      100,
      10,
    );
  });

  test('depth and display weigh people; without a signed CPTS they have no value', () => {
    expect(valueIn(rows, 'cptsDepth')).toBeCloseTo(0.5, 6);
    expect(valueIn(rows, 'cptsDisplay')).toBeCloseTo(0.25, 6);
    expect(valueIn(rows, 'cptsDepth', { place: '11' })).toBeUndefined();
    expect(valueIn(rows, 'cptsDepthCoverage')).toBeCloseTo((3.5 / 30) * 100, 6);
  });

  test('a hollow CPTS signed long ago is not active', () => {
    expect(valueIn(rows, 'cptsActiveTwoYears')).toBe(0);
  });
});

describe('effective coverage', () => {
  const placements = parameters.number('coverage.effective.placements', TINY_START);
  const slots = parameters.number('coverage.effective.slots', TINY_START);
  const wait = parameters.number('coverage.effective.months', TINY_START);
  const coverage = (values: Record<string, number>) => {
    const world = collectiveCountry();
    putProject(world, 0, [0, 1, 2, 3, 4], { stage: SIGNED, signedAt: LONG_AGO, ...values });
    const rows = rowsOf(world);
    return ['cptsEffectiveCoverage', 'cptsEffectiveHalf', 'cptsEffectiveDouble'].map((id) =>
      valueIn(rows, id),
    );
  };

  test('asks for both thresholds, at their value, at half and at twice', () => {
    const all = expect.closeTo(100, 10);
    expect(coverage({ placements12: placements, slots12: slots })).toEqual([all, all, 0]);
    expect(coverage({ placements12: placements * 2, slots12: slots * 2 })).toEqual([all, all, all]);
    expect(coverage({ placements12: placements / 2, slots12: slots * 2 })).toEqual([0, all, 0]);
    expect(coverage({ placements12: placements * 2, slots12: 0 })).toEqual([0, 0, 0]);
  });

  test('begins so many months after the signature', () => {
    const signedAt = TINY_START + 6 - wait;
    const [effective] = coverage({ placements12: placements, slots12: slots, signedAt });
    expect(effective).toBeCloseTo(50, 10);
  });

  test('is nothing before the signature, whatever was done', () => {
    expect(coverage({ placements12: 100, slots12: 100, stage: NEGOTIATING })).toEqual([0, 0, 0]);
  });
});

describe('hours and durations', () => {
  test('hours of GPs are summed over meetings, indicators and leadership', () => {
    const world = collectiveCountry();
    for (const row of [0, 1, 2]) putGp(world, row, { territory: 0 });
    const { meetingHours } = world.territories.columns;
    // joint, indicators, leadership, unpaid, freed of collective-counts.ts
    const rows = rowsOf(world, () => meetingHours.set([10, 5, 5, 4, 2], 0));
    expect(valueIn(rows, 'coordinationHours')).toBeCloseTo((20 * 12) / 3, 9);
    expect(valueIn(rows, 'coordinationIndicatorShare')).toBeCloseTo(25, 9);
    expect(valueIn(rows, 'coordinationUnpaidShare')).toBeCloseTo(20, 9);
    expect(valueIn(rows, 'hoursFreed')).toBeCloseTo((2 * 12) / 3, 9);
  });

  test('a GP in a signed perimeter counts at its seat', () => {
    const world = collectiveCountry();
    putProject(world, 0, [3, 4, 2], { stage: SIGNED, signedAt: LONG_AGO, gps: 1 });
    putGp(world, 0, { territory: 0 });
    putGp(world, 1, { territory: 1, area: 2 });
    putGp(world, 2, { territory: 1, area: 2 });
    const rows = rowsOf(world);
    expect(valueIn(rows, 'cptsMembersGps', { place: '24' })).toBeCloseTo(50, 9);
  });

  test('a project is asked whether it lives so many months after its supporter left, once', () => {
    const lasting = parameters.number('coverage.lasting', TINY_START);
    const world = collectiveCountry();
    putProject(world, 0, [0], { stage: WRITING, supportEnded: TINY_START + 3 - lasting });
    putProject(world, 1, [2], { stage: ENDED, supportEnded: TINY_START + 5 - lasting });
    const rows = rowsOf(world);
    expect(valueIn(rows, 'cptsSurvivalAfterSupport')).toBeCloseTo(50, 12);
    expect(valueIn(rows, 'cptsSurvivalAfterSupport', { period: '2013-04' })).toBe(100);
    expect(valueIn(rows, 'cptsSurvivalAfterSupport', { period: '2013-07' })).toBeUndefined();
  });
});

describe('money', () => {
  const world = collectiveCountry();
  const rows = rowsOf(world, () => {
    INSTRUMENTS.forEach((_, i) => {
      world.territories.columns.euros[INSTRUMENT_COUNT + i] = 1000 * (i + 1);
    });
  });
  const yearOf = (chosen: (one: (typeof INSTRUMENTS)[number]) => boolean) =>
    (12 * INSTRUMENTS.filter(chosen).reduce((sum, { id }) => sum + 1000 * (instrumentOf(id) + 1), 0)) / 1e6;

  test('every instrument has an indicator of its own, in the family money', () => {
    for (const { id } of INSTRUMENTS) {
      expect(INDICATORS.find((one) => one.id === id)?.family).toBe('money');
      expect(valueIn(rows, id)).toBeCloseTo(
        yearOf((one) => one.id === id),
        12,
      );
    }
  });

  test('public money of coordinated practice is that of public payers, without delegation and settlement, and no euro is added twice', () => {
    expect(valueIn(rows, 'collectiveMoney')).toBeCloseTo(
      yearOf(({ payer, family }) => family === 'coordination' && PUBLIC_PAYERS.includes(payer)),
      9,
    );
    expect(PUBLIC_PAYERS).not.toContain('projects');
    expect(PUBLIC_PAYERS).not.toContain('teams');
    expect(valueIn(rows, 'firMoney')).toBeCloseTo(
      yearOf(({ payer, family }) => family === 'coordination' && payer === 'ars'),
      9,
    );
    const perHead = ((valueIn(rows, 'collectiveMoney') ?? 0) * 1e6) / 30_000;
    expect(valueIn(rows, 'collectiveMoneyPerPerson')).toBeCloseTo(perHead, 6);
  });
});

describe('selection of those who join', () => {
  test('compares what joiners of the place had seen with the mean of liberal GPs', () => {
    const world = collectiveCountry();
    putGp(world, 0, { seenYear: 1500, adultList: 900 });
    putGp(world, 1, { seenYear: 2100, adultList: 700 });
    const { teamFlows } = world.territories.columns;
    const rows = rowsOf(world, (month) => {
      // joinedLocal, joinersSeen, joinersList of collective-counts.ts
      if (month === TINY_START + 2) teamFlows.set([2, 0, 0, 3960, 1600], 7);
    });
    expect(valueIn(rows, 'mspSelectionSeen')).toBeCloseTo(10, 6);
    expect(valueIn(rows, 'mspSelectionList')).toBeCloseTo(0, 6);
    expect(valueIn(rows, 'mspSelectionSeen', { place: '24' })).toBeUndefined();
  });
});

test('accounts are counted anew each month and touch nothing else', () => {
  const [one, twice] = [collectiveCountry(), collectiveCountry()];
  for (const world of [one, twice]) putProject(world, 0, [0], { stage: SIGNED, signedAt: LONG_AGO });
  const before = worldDigest(one);
  const [, accounts] = openWithBooks(one, collectiveAccounts);
  accounts.serial?.(TINY_START);
  expect(worldDigest(one)).not.toBe(before);
  const [, again] = openWithBooks(twice, collectiveAccounts);
  again.serial?.(TINY_START);
  twice.territories.columns.cptsFlows.fill(0);
  again.serial?.(TINY_START);
  expect(worldDigest(twice)).toBe(worldDigest(one));
});
