/** The tables on which delegation and settlement stand: rows of nurses, names of aids, what a GP who leaves gives back. */
import { describe, expect, test } from 'vitest';
import { MaillageError } from '../sim/base/errors.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { busyShare, willingness } from '../sim/rules/delegation/willingness.js';
import { AIDS } from '../sim/world/delegation/delegation-counts.js';
import {
  ASALEE_NURSE,
  IPA_NURSE,
  nextParamedic,
  PARAMEDIC_ROWS,
  paramedicsTable,
} from '../sim/world/delegation/paramedics.js';
import type { PhysicianColumns } from '../sim/world/physicians.js';
import { INSTRUMENTS } from '../sim/world/teams/instruments.js';
import { leaveCollective } from '../sim/world/teams/leave.js';
import { startCollectiveRun } from './support/collective.js';

describe('the table of paramedics', () => {
  test('gives its rows in order, one after another', () => {
    const paramedics = paramedicsTable();
    const rows = [ASALEE_NURSE, IPA_NURSE, ASALEE_NURSE].map((kind) => {
      const row = nextParamedic(paramedics);
      paramedics.columns.kind[row] = kind;
      return row;
    });
    expect(rows).toEqual([0, 1, 2]);
  });

  test('says which numbers to lower once every row has been used, and not before', () => {
    const paramedics = paramedicsTable();
    paramedics.columns.kind.fill(ASALEE_NURSE, 0, PARAMEDIC_ROWS - 1);
    expect(nextParamedic(paramedics)).toBe(PARAMEDIC_ROWS - 1);
    paramedics.columns.kind[PARAMEDIC_ROWS - 1] = IPA_NURSE;
    expect(() => nextParamedic(paramedics)).toThrow(MaillageError);
    expect(() => nextParamedic(paramedics)).toThrow(/asalee\.posts or ipa\.places/);
  });
});

describe('aids to settle', () => {
  test('are the domain of the parameters in its order, then the contracts of students', () => {
    const domain =
      loadCatalogue()
        .domains.get('aid')
        ?.members.map(({ id }) => id) ?? [];
    expect(Object.keys(AIDS)).toEqual([...domain, 'cesp', 'local']);
  });

  test('and delegation have their instruments after those of coordinated practice', () => {
    const families = INSTRUMENTS.map(({ family }) => family);
    expect(families.lastIndexOf('coordination')).toBeLessThan(families.indexOf('delegation'));
    expect(families.lastIndexOf('delegation')).toBeLessThan(families.indexOf('settlement'));
  });
});

describe('a GP', () => {
  /** Traits, trust and the tests of last December stay with the doctor; the rest is tied to the place. */
  const KEPT: readonly (keyof PhysicianColumns)[] = [
    'openness',
    'trust',
    'trustInstitutions',
    'area',
    'tested',
  ];

  test('who leaves gives back team, delegates, assistant, aid and commitment, and a neighbour keeps them', () => {
    const { world } = startCollectiveRun([]);
    const { columns } = world.physicians;
    const names = Object.keys(columns) as (keyof PhysicianColumns)[];
    const tied = names.slice(names.indexOf('area')).filter((name) => !KEPT.includes(name));
    const [gone, stays] = world.gpOrder;
    for (const name of tied) for (const row of [gone, stays]) columns[name][row] = 1;
    leaveCollective(world, gone);
    const nobody = ['team', 'project', 'asalee', 'ipa'];
    expect(Object.fromEntries(tied.map((name) => [name, columns[name][gone]]))).toEqual(
      Object.fromEntries(tied.map((name) => [name, nobody.includes(name) ? -1 : 0])),
    );
    expect(tied.map((name) => columns[name][stays])).toEqual(tied.map(() => 1));
  });

  test('starts without IPA, and no team, project or protocol names anybody', () => {
    const { world } = startCollectiveRun([]);
    const { ipa } = world.physicians.columns;
    const { team, project } = world.paramedics.columns;
    for (const column of [ipa, team, project, world.teams.columns.protocolGp])
      expect(column.every((value) => value === -1)).toBe(true);
  });
});

describe('willingness to delegate', () => {
  const byAct = { unpaid: 0.4, flatShare: 0.1 };
  const byList = { unpaid: 0.4, flatShare: 0.5 };

  test('is the same under any payment for a GP whose patients wait, and lower by the act for one with time to spare', () => {
    expect(willingness(0.8, 0.5, 1, byAct)).toBe(willingness(0.8, 0.5, 1, byList));
    expect(willingness(0.8, 0.5, 0, byAct)).toBeLessThan(willingness(0.8, 0.5, 0, byList));
    expect(willingness(0.8, 0.5, 0, byAct)).toBeCloseTo(0.8 * 0.46, 12);
  });

  test('rises with trust, from half to one and a half of the GP’s openness', () => {
    expect([0, 0.5, 1].map((trust) => willingness(1, trust, 1, byAct))).toEqual([0.5, 1, 1.5]);
    expect(willingness(0, 1, 1, byAct)).toBe(0);
  });

  test('a freed hour is filled at once by half at the scale of waiting, by nobody without a wait', () => {
    expect([0, 3, 9].map((wait) => busyShare(wait, 3))).toEqual([0, 0.5, 0.75]);
    expect(busyShare(1e15, 3)).toBeLessThanOrEqual(1);
  });
});
