/** Accounts of delegation and settlement, and the indicators made of them, against figures computed by hand. */
import { describe, expect, test } from 'vitest';
import { INDICATORS } from '../sim/recorder/dictionary.js';
import type { Terms } from '../sim/recorder/indicator.js';
import { delegationAccounts } from '../sim/rules/delegation-accounts.js';
import { AIDS, DELEGATION_FLOWS } from '../sim/world/delegation/delegation-counts.js';
import {
  ACTIVE_POST,
  ASALEE_NURSE,
  GONE,
  IN_HOSPITAL,
  IN_TRAINING,
  IPA_NURSE,
  LIBERAL_IPA,
  type ParamedicColumns,
  SALARIED_IPA,
} from '../sim/world/delegation/paramedics.js';
import { ACTIVE, CENTRE, GROUP, LEAVING, RETIRED } from '../sim/world/physicians.js';
import { INSTRUMENTS, instrumentOf } from '../sim/world/teams/instruments.js';
import { CLOSED, LOCAL_AUTHORISED, LOCAL_FILED, NATIONAL_JOINED } from '../sim/world/teams/teams.js';
import type { World } from '../sim/world/world.js';
import { ZAC, ZIP } from '../sim/world/zones.js';
import { DECEMBER, rowsOfAccount } from './support/account-rows.js';
import { collectiveCountry, putTeam } from './support/collective-rows.js';
import { valueIn } from './support/tiny-recording.js';
import { TINY_START } from './support/tiny-world.js';

/** Weeks worked in a year (`care.weeks`): what an hour a week is worth. */
const A_YEAR = 45.8;

/** The country of three territories of 10,000 people, in which no GP has a delegate. */
function country(): World {
  const world = collectiveCountry();
  for (const column of [world.physicians.columns.asalee, world.physicians.columns.ipa]) column.fill(-1);
  return world;
}

function putGp(world: World, row: number, values: Record<string, number> = {}): void {
  const gp = world.physicians.columns as unknown as Record<string, { [row: number]: number }>;
  for (const [name, value] of Object.entries({ status: ACTIVE, form: GROUP, list: 1000, ...values }))
    gp[name][row] = value;
}

function putNurse(world: World, row: number, values: Partial<Record<keyof ParamedicColumns, number>>): void {
  const nurse = world.paramedics.columns as unknown as Record<string, { [row: number]: number }>;
  for (const [name, value] of Object.entries(values)) nurse[name][row] = value;
}

const rowsOf = (world: World, change?: (month: number) => void) =>
  rowsOfAccount(world, delegationAccounts, change);

describe('nurses who follow patients', () => {
  const world = country();
  const asalee = { kind: ASALEE_NURSE, state: ACTIVE_POST, fte: 0.5 };
  const ipa = { kind: IPA_NURSE, state: LIBERAL_IPA };
  putNurse(world, 0, { ...asalee, territory: 0 });
  putNurse(world, 1, { ...asalee, territory: 2 });
  putNurse(world, 2, { ...asalee, state: GONE, territory: 2 });
  putNurse(world, 3, { ...ipa, territory: 0, caseload: 300 });
  putNurse(world, 4, { ...ipa, territory: 0, caseload: 30 });
  putNurse(world, 5, { ...ipa, territory: 2, caseload: 60 });
  putNurse(world, 6, { ...ipa, state: SALARIED_IPA, territory: 1, caseload: 110 });
  putNurse(world, 7, { ...ipa, state: IN_HOSPITAL, territory: 1 });
  putNurse(world, 8, { ...ipa, state: IN_TRAINING, territory: 1 });
  putNurse(world, 9, { ...ipa, state: GONE, territory: 1, caseload: 999 });
  putGp(world, 0, { territory: 0, asalee: 0, followed: 100 });
  putGp(world, 1, { territory: 0, asalee: 0, followed: 40, status: LEAVING });
  putGp(world, 2, { territory: 2, asalee: 1, followed: 10 });
  putGp(world, 3, { territory: 2 });
  putGp(world, 4, { territory: 2, asalee: 1, followed: 70, status: RETIRED });
  const rows = rowsOf(world, () => {
    world.territories.columns.gps.set([2, 0, 2]);
    world.territories.columns.delegationFlows[DELEGATION_FLOWS.ipaGraduates] = 5;
  });

  test('are counted where they work, those who left not at all', () => {
    expect(['asaleeNurses', 'ipaInTown', 'ipaLiberal', 'ipaSalaried'].map((id) => valueIn(rows, id))).toEqual(
      [2, 4, 3, 1],
    );
    expect(['ipaHospital', 'ipaStudents'].map((id) => valueIn(rows, id))).toEqual([1, 1]);
    expect(valueIn(rows, 'asaleeNurses', { place: '24' })).toBe(1);
  });

  test('their GPs count where they practise, until they retire', () => {
    expect(valueIn(rows, 'asaleeGps')).toBe(3);
    expect(valueIn(rows, 'asaleeGps', { place: '24' })).toBe(1);
    expect(valueIn(rows, 'asaleeGpShare')).toBe(75);
    expect(valueIn(rows, 'asaleeGpsPerFte')).toBe(3);
    expect(valueIn(rows, 'asaleePatientsPerGp')).toBe(50);
  });

  test('the mean of liberal IPA and their median are those of their caseloads, one by one', () => {
    expect(valueIn(rows, 'ipaPatients')).toBe(500);
    expect(valueIn(rows, 'ipaPatientsMean')).toBe(130);
    expect(valueIn(rows, 'ipaPatientsMedian')).toBe(60);
    expect(valueIn(rows, 'ipaPatientsMedian', { place: '11' })).toBe(165);
  });

  test('where there is none, there is no mean', () => {
    expect(valueIn(rows, 'ipaPatientsMedian', { place: '200000001' })).toBeUndefined();
    expect(valueIn(rows, 'ipaPatientsMedian', { place: '200000002' })).toBe(60);
  });

  test('who graduates is added up over the year', () => {
    expect(valueIn(rows, 'ipaGraduates')).toBe(60);
    expect(valueIn(rows, 'ipaGraduates', { period: '2013-05' })).toBe(5);
  });
});

describe('teams and assistants', () => {
  const world = country();
  putTeam(world, 0, { protocol: LOCAL_AUTHORISED });
  putTeam(world, 1, { protocol: NATIONAL_JOINED, territory: 2 });
  putTeam(world, 2, { protocol: LOCAL_FILED });
  putTeam(world, 3, { protocol: NATIONAL_JOINED, state: CLOSED });
  putGp(world, 0, { territory: 0, protocolled: 25, assistant: 0.5 });
  putGp(world, 1, { territory: 1, protocolled: 15 });
  putGp(world, 2, { territory: 2, assistant: 0.25 });
  const rows = rowsOf(world);

  test('a protocol counts once it is authorised and while the team is open', () => {
    expect(valueIn(rows, 'protocolTeams')).toBe(2);
    expect(valueIn(rows, 'protocolTeams', { place: '24' })).toBe(1);
    expect(valueIn(rows, 'protocolPatients')).toBe(40);
  });

  test('assistants count by the GP who signed', () => {
    expect(valueIn(rows, 'assistantGps')).toBe(2);
    expect(valueIn(rows, 'assistantFte')).toBeCloseTo(0.75, 6);
  });
});

describe('hours freed', () => {
  const world = country();
  putGp(world, 0, { territory: 0, freedTeam: 1, freedNurse: 2, freedAssistant: 4, rest: 1.5, toCare: 5 });
  putGp(world, 1, { territory: 0 });
  const rows = rowsOf(world, () => {
    world.territories.columns.meetingHours[0] = 10;
  });

  test('are those of the year, by liberal GP', () => {
    expect(valueIn(rows, 'freedHours')).toBeCloseTo((7 / 2) * A_YEAR, 4);
    expect(valueIn(rows, 'freedRest')).toBeCloseTo((1.5 / 2) * A_YEAR, 4);
    expect(valueIn(rows, 'freedToCare')).toBeCloseTo((5 / 2) * A_YEAR, 4);
  });

  test('less those of meetings, they may be a loss', () => {
    const net = valueIn(rows, 'netGpHours') ?? 0;
    expect(net).toBeCloseTo((7 * A_YEAR - 120) / 2, 4);
  });
});

describe('the tests of diabetics', () => {
  const world = country();
  putGp(world, 0, { territory: 0, list: 3000, tested: 0.5 });
  putGp(world, 1, { territory: 0, list: 1000, tested: 0.75 });
  const rows = rowsOf(world);

  test('weigh each list by its people, and are known in December only', () => {
    expect(valueIn(rows, 'diabetesTested')).toBeCloseTo(56.25, 6);
    expect(valueIn(rows, 'diabetesTested', { period: '2013-06' })).toBeUndefined();
  });
});

describe('zones and aids', () => {
  const world = country();
  world.territories.columns.zone.set([ZIP, ZAC, 0]);
  world.territories.columns.posts.set([2, 0, 0]);
  putGp(world, 0, { territory: 0, commitment: DECEMBER });
  putGp(world, 1, { territory: 0, commitment: DECEMBER - 1, form: CENTRE });
  putGp(world, 2, { territory: 1, commitment: DECEMBER + 40 });
  putGp(world, 3, { territory: 2 });
  const aids = Object.keys(AIDS).length;
  const rows = rowsOf(world, (month) => {
    const { aidFlows, aidDeadweight } = world.territories.columns;
    if (month !== TINY_START + 3) return;
    aidFlows[AIDS.ptmg] = 4;
    aidFlows[aids + AIDS.cesp] = 1;
    aidFlows[AIDS.coscom] = 30;
    aidDeadweight[AIDS.ptmg] = 3;
  });

  test('people in zones in force are those who live there', () => {
    expect(valueIn(rows, 'zipShare')).toBeCloseTo(100 / 3, 10);
    expect(valueIn(rows, 'zonedShare')).toBeCloseTo(200 / 3, 10);
    expect(valueIn(rows, 'zipShare', { place: '11' })).toBe(50);
  });

  test('a GP is bound to the last month of the commitment, and counts in the zone whatever the form', () => {
    expect(valueIn(rows, 'gpsInZones')).toBe(3);
    expect(valueIn(rows, 'committedGps')).toBe(2);
    expect(valueIn(rows, 'committedGps', { period: '2013-11' })).toBe(3);
    expect(valueIn(rows, 'salariedPostsOpen')).toBe(2);
  });

  test('deadweight is the part of newcomers who would have come: what is paid to those in place moves nobody', () => {
    expect(valueIn(rows, 'ptmgContracts')).toBe(4);
    expect(valueIn(rows, 'coscomContracts')).toBe(30);
    expect(valueIn(rows, 'aidRecipients')).toBe(5);
    expect(valueIn(rows, 'aidDeadweightShare')).toBeCloseTo(60, 10);
  });
});

describe('money', () => {
  const world = country();
  const rows = rowsOf(world, () => {
    const { euros, fees } = world.territories.columns;
    fees[0] = 1e6;
    euros[instrumentOf('asaleePosts')] = 2e6;
    euros[instrumentOf('ptmg')] = 3e6;
    euros[instrumentOf('localGrants')] = 1e6;
    euros[instrumentOf('aciMsp')] = 5e6;
    euros[instrumentOf('mspMeetings')] = 7e6;
  });

  test('of a family is that of its instruments, and only levers add up all three', () => {
    const ids = ['collectiveMoney', 'delegationMoney', 'settlementMoney', 'leversMoney', 'accessMoney'];
    expect(ids.map((id) => valueIn(rows, id))).toEqual([60, 24, 48, 132, 144]);
    expect(valueIn(rows, 'primaryCareMoney')).toBe(72);
  });

  test('every instrument of delegation and settlement that public money pays enters the sum of its family once', () => {
    for (const family of ['delegation', 'settlement'] as const) {
      const { kind } = INDICATORS.find(({ id }) => id === `${family}Money`) ?? {};
      const of: Terms = kind?.kind === 'ratio' ? kind.of : {};
      const inside = INSTRUMENTS.filter((one) => one.family === family && one.payer !== 'teams');
      expect(Object.keys(of).length).toBe(inside.length);
      expect(Object.values(of).every((weight) => weight === 1)).toBe(true);
    }
  });
});
