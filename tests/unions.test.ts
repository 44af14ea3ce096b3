/** Elections of unions: what they move, and what carrying projects gives, from state made by hand. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { agencies } from '../sim/rules/institutions/agencies.js';
import { supporters } from '../sim/rules/institutions/supporters.js';
import { tilted, unions } from '../sim/rules/institutions/unions.js';
import { SLOTS } from '../sim/world/teams/institutions.js';
import { regionRow, startCollectiveRun } from './support/collective.js';

const START = monthOf(2013, 1);
const RULES = [agencies, unions, supporters];

describe('elections', () => {
  test('move unity in their month and leave it until the next, but never that of one body', () => {
    const run = startCollectiveRun(RULES);
    const { unity } = run.world.supporters.columns;
    const union = regionRow(run.world, '76') * SLOTS;
    const seen: number[] = [];
    run.months(START, monthOf(2021, 5), () => seen.push(unity[union]));
    expect(new Set(seen.slice(0, monthOf(2015, 10) - START))).toHaveLength(1);
    expect(seen[monthOf(2015, 10) - START]).not.toBe(seen[0]);
    expect(new Set(seen)).toHaveLength(3);
    expect(unity[union + 1]).toBe(1);
  });

  test('without spread nor success change nothing', () => {
    const run = startCollectiveRun(RULES, ['unions.election.spread=0']);
    run.months(START, monthOf(2021, 5));
    const { unity, strength } = run.world.supporters.columns;
    expect(unity[regionRow(run.world, '24') * SLOTS]).toBeCloseTo(0.95, 6);
    expect([...strength].every((one) => one === 1)).toBe(true);
  });

  test('move shares by odds: nothing and everything stay, a half goes to e to the x over one plus it', () => {
    expect([tilted(0, 2), tilted(1, -2), tilted(0.3, 0)]).toEqual([0, 1, 0.3]);
    expect(tilted(0.5, 1)).toBeCloseTo(Math.E / (1 + Math.E), 12);
  });

  test('signing more than others gives strength, and the seat of who carries most drifts only where it may', () => {
    const drifted = (drift: number) => {
      const run = startCollectiveRun([agencies, unions], [`unions.drift=${drift}`]);
      const { carried, carriedSigned, strength } = run.world.supporters.columns;
      const union = regionRow(run.world, '93') * SLOTS;
      carried.fill(1);
      carried[union] = 20;
      carriedSigned[union] = 20;
      run.months(START, START + 60);
      expect(strength[union]).toBeGreaterThan(strength[union + 1] + 0.1);
      return run.world.agencies.columns.drift[regionRow(run.world, '93')];
    };
    expect(drifted(0)).toBe(0);
    expect(drifted(1)).toBeGreaterThan(0.5);
  });
});
