/** Assistants médicaux: when a contract can be signed and by whom, what it pays, frees and promises. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { assistants } from '../sim/rules/delegation/assistants.js';
import { GROUP, LEAVING, SOLO } from '../sim/world/physicians.js';
import { INSTRUMENT_COUNT, instrumentOf } from '../sim/world/teams/instruments.js';
import type { World } from '../sim/world/world.js';
import { NO_ZONE, ZIP } from '../sim/world/zones.js';
import { type CollectiveRun, startCollectiveRun } from './support/collective.js';
import { freeGps } from './support/made-teams.js';

const FIRST = monthOf(2019, 10);
/** As good as certain to sign for who is willing at all. */
const CERTAIN = ['assistants.rate=1000'];

interface Started {
  readonly run: CollectiveRun;
  readonly world: World;
  readonly row: number;
}

/** A run with a GP in a group, of an open list of 1,000. */
function withGp(settings: string[]): Started {
  const run = startCollectiveRun([assistants], settings);
  const { world } = run;
  const [row] = freeGps(world, 1);
  const { form, planned, openness, trustInstitutions } = world.physicians.columns;
  planned.fill(1000);
  form[row] = GROUP;
  openness[row] = 0.9;
  trustInstitutions[row] = 0.5;
  return { run, world, row };
}

const contracts = ({ physicians }: World) => physicians.columns.assistant.filter((fte) => fte > 0).length;
const aid = ({ territories }: World) =>
  territories.columns.euros.reduce(
    (sum, euros, at) => (at % INSTRUMENT_COUNT === instrumentOf('assistantAid') ? sum + euros : sum),
    0,
  );

describe('a contract for an assistant', () => {
  test('is signed in September 2019 at the earliest, at the start of a quarter', () => {
    const { run, world } = withGp(CERTAIN);
    run.months(monthOf(2019, 1), monthOf(2019, 9));
    expect(contracts(world)).toBe(0);
    run.months(FIRST, FIRST);
    const first = contracts(world);
    expect(first).toBeGreaterThan(10_000);
    run.months(FIRST + 1, FIRST + 2);
    expect(contracts(world)).toBe(first);
  });

  test('is for a liberal GP in full practice who stays, with a list above the floor', () => {
    const signs = (change: (world: World, row: number) => void) => {
      const { run, world, row } = withGp(CERTAIN);
      change(world, row);
      run.months(FIRST, FIRST);
      return world.physicians.columns.assistant[row] > 0;
    };
    const set = (name: 'planned' | 'marginal' | 'status' | 'form' | 'openness', value: number) =>
      signs(({ physicians }, row) => physicians.columns[name].fill(value, row, row + 1));
    expect(signs(() => {})).toBe(true);
    expect(set('planned', 639)).toBe(false);
    expect(set('planned', 640)).toBe(true);
    expect(set('marginal', 1)).toBe(false);
    expect(set('status', LEAVING)).toBe(false);
    expect(set('form', 2)).toBe(false);
    expect(set('openness', 0)).toBe(false);
  });

  test('is for a GP alone in a ZIP only, or everywhere, or nowhere, as the agreement says', () => {
    const signs = (zone: number, ...settings: string[]) => {
      const { run, world, row } = withGp([...CERTAIN, ...settings]);
      const { form, territory } = world.physicians.columns;
      form[row] = SOLO;
      world.territories.columns.zone[territory[row]] = zone;
      run.months(FIRST, FIRST);
      return world.physicians.columns.assistant[row] > 0;
    };
    expect([signs(ZIP), signs(NO_ZONE)]).toEqual([true, false]);
    expect(signs(NO_ZONE, 'assistants.alone=everywhere')).toBe(true);
    expect(signs(ZIP, 'assistants.alone=nowhere')).toBe(false);
  });

  test('is signed more by the swamped than by those with time to spare', () => {
    const signed = (wait: number) => {
      const { run, world } = withGp([]);
      world.physicians.columns.wait.fill(wait);
      run.months(FIRST, FIRST + 12);
      return contracts(world);
    };
    const [idle, swamped] = [signed(0), signed(30)];
    expect(swamped).toBeGreaterThan(idle * 1.5);
    expect(idle).toBeGreaterThan(100);
  });
});

describe('an assistant', () => {
  test('frees 0.55 × 35 × 0.2 hours a week, and promises 15 % more people', () => {
    const { run, world, row } = withGp(CERTAIN);
    run.months(FIRST, FIRST);
    const { freedAssistant, assistantList, assistantSince } = world.physicians.columns;
    expect(freedAssistant[row]).toBeCloseTo(3.85, 5);
    expect(assistantList[row]).toBeCloseTo(1150, 3);
    expect(assistantSince[row]).toBe(FIRST);
  });

  test('who frees nothing by assumption frees nothing', () => {
    const { run, world, row } = withGp([...CERTAIN, 'assistants.yield=0']);
    run.months(FIRST, FIRST);
    expect(world.physicians.columns.assistant[row]).toBeGreaterThan(0);
    expect(world.physicians.columns.freedAssistant[row]).toBe(0);
  });

  test('is paid for 36,000 € the first year, 27,000 € the second and 21,000 € from the third on, by post', () => {
    const { run, world } = withGp([
      ...CERTAIN,
      'assistants.fte=1',
      'assistants.open@2019-11=no',
      'assistants.months=120',
    ]);
    const perContract: number[] = [];
    run.months(FIRST, FIRST + 48, () => perContract.push(aid(world) / contracts(world)));
    expect([0, 11, 12, 23, 24, 48].map((at) => Math.round(perContract[at]))).toEqual([
      3000, 3000, 2250, 2250, 1750, 1750,
    ]);
  });

  test('stays at the end of three years while the scheme is open, and leaves with all it brought when not', () => {
    const atTerm = (...settings: string[]) => {
      const { run, world, row } = withGp([...CERTAIN, ...settings]);
      run.months(FIRST, FIRST + 35);
      expect(world.physicians.columns.assistant[row]).toBeGreaterThan(0);
      run.months(FIRST + 36, FIRST + 36);
      const { assistant, assistantList, freedAssistant } = world.physicians.columns;
      return [assistant[row], assistantList[row], freedAssistant[row]];
    };
    expect(atTerm()[0]).toBeGreaterThan(0);
    expect(atTerm('assistants.open@2022-01=no')).toEqual([0, 0, 0]);
  });
});
