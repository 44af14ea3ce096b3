/** Who takes over a list plans to have the part of it that follows (rules/careers.ts, rules/installation/settling.ts). */
import { beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { RETIRED, SOLO } from '../sim/world/physicians.js';
import { startSupply, supplySources } from './support/supply-harness.js';

const PLANNED = 1000;

/** One passing of a list: what the heir was given to plan, and what the lists that follow make. */
interface Takeover {
  readonly solo: boolean;
  /** The heir settled in the month of the exit, after the exits of the month were closed. */
  readonly sameMonth: boolean;
  readonly given: number;
  readonly following: number;
}

/** Every takeover of a year in which every GP plans a list of a thousand people. */
function takeoversOf(year: number): Takeover[] {
  const run = startSupply(supplySources(), { to: year });
  const { status, exit, since, form, successor, keptShare, planned, inherited } =
    run.world.physicians.columns;
  const found: Takeover[] = [];
  planned.fill(PLANNED);
  run.until(monthOf(year, 12), (month) => {
    const following = new Map<number, { lists: number; solo: boolean }>();
    for (let row = 0; row < run.world.physicians.rows; row++) {
      if (status[row] !== RETIRED || exit[row] !== month || successor[row] < 0) continue;
      const lists = (following.get(successor[row])?.lists ?? 0) + keptShare[row] * PLANNED;
      following.set(successor[row], { lists, solo: form[row] === SOLO });
    }
    for (const [heir, { lists, solo }] of following)
      found.push({ solo, sameMonth: since[heir] === month, given: inherited[heir], following: lists });
    // What openings does every month.
    inherited.fill(0);
    planned.fill(PLANNED);
  });
  return found;
}

describe('a list that passes', () => {
  let takeovers: Takeover[];
  beforeAll(() => {
    takeovers = takeoversOf(2014);
  });

  const expectAllPlanned = (some: readonly Takeover[], least: number) => {
    expect(some.length).toBeGreaterThan(least);
    for (const { given, following } of some) expect(given).toBeCloseTo(following, 2);
  };

  test('is planned by the partner of the practice who takes it over', () => {
    expectAllPlanned(
      takeovers.filter(({ solo }) => !solo),
      500,
    );
  });

  test('is planned by the newcomer who had settled to take it over', () => {
    expectAllPlanned(
      takeovers.filter(({ solo, sameMonth }) => solo && !sameMonth),
      50,
    );
  });

  test('is planned by the newcomer who settles in the month of the exit', () => {
    expectAllPlanned(
      takeovers.filter(({ solo, sameMonth }) => solo && sameMonth),
      50,
    );
  });
});
