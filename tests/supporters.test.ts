/** Supporters: who is taken, who waits, who pays, who leaves; on projects made by hand. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { draw, runKey, unit } from '../sim/base/draws.js';
import {
  chooseSlot,
  isInSpan,
  type Offer,
  phaseOf,
  tasteOf,
  utilityOf,
} from '../sim/rules/institutions/choice.js';
import { SLOTS } from '../sim/world/teams/institutions.js';
import {
  FROZEN,
  LETTER_FILED,
  NEGOTIATING,
  NO_SUPPORTER,
  OWN_HANDS,
  PRE_PROJECT,
  SIGNED,
  SUBMITTED,
  WRITING,
} from '../sim/world/teams/projects.js';
import type { World } from '../sim/world/world.js';

import {
  ALONE,
  MARKET,
  PARTNERED,
  rowsOf,
  SEVERAL,
  slotsOf,
  supported,
} from './support/support-strategies.js';

const START = monthOf(2013, 1);
const [UNION, FEDERATION, FIRMS] = [0, 1, 2];

describe('the span', () => {
  test('holds the phases between its ends, and the letter first where it begins at prospecting', () => {
    const phases = [PRE_PROJECT, LETTER_FILED, WRITING, SUBMITTED, NEGOTIATING, SIGNED].map(phaseOf);
    expect(phases).toEqual([1, 1, 2, 2, 3, 4]);
    const covered = (from: number, to: number) => [1, 2, 3, 4].filter((phase) => isInSpan(phase, from, to));
    expect([covered(0, 2), covered(1, 0), covered(2, 0), covered(2, 1)]).toEqual([
      [1, 2, 3, 4],
      [1, 2],
      [2],
      [2, 3],
    ]);
    expect(covered(0, 2)).not.toContain(0);
  });
});

describe('the choice of a team', () => {
  const weights = { days: 0.5, knowledge: 1, transfer: 0.5, price: 1, ownHands: 0.3, spread: 0.5 };
  const taste = { days: 0.5, knowledge: 1, transfer: 0.5, price: 1 };
  const offer = (change: Partial<Offer> = {}): Offer => ({
    knowledge: 0.5,
    transfer: 0.5,
    cost: 15_000,
    freeDays: 10,
    standing: 0,
    ...change,
  });
  const pick = (offers: readonly (Offer | undefined)[], change: object = {}) =>
    chooseSlot(offers, taste, weights, { budget: 30_000, maturity: 0, u: 0.2, ...change });

  test('goes to more knowledge, more days, more transfer and a lower price, wherever it stands', () => {
    for (const better of [{ knowledge: 0.6 }, { freeDays: 11 }, { transfer: 0.6 }, { cost: 14_000 }]) {
      expect(pick([offer(), offer(better), offer()])).toBe(1);
      expect(pick([offer(), offer(), offer(better)])).toBe(2);
    }
  });

  test('among equal offers is the partner, then who sits in the commission; standing outweighs nothing', () => {
    for (const u of [0, 0.5, 0.99]) {
      expect(pick([offer(), offer({ standing: 2 }), offer({ standing: 1 })], { u })).toBe(1);
      expect(pick([offer({ standing: 1 }), offer(), offer()], { u })).toBe(0);
      expect(pick([offer({ standing: 2 }), offer({ knowledge: 0.51 }), offer()], { u })).toBe(1);
    }
  });

  test('is to do without when the team knows how, or when nothing on offer is worth it', () => {
    expect(pick([offer()], { maturity: 5 })).toBe(OWN_HANDS);
    expect(pick([undefined, undefined, undefined])).toBe(OWN_HANDS);
    expect(pick([offer()], { budget: 0 })).toBe(OWN_HANDS);
    expect(pick([offer({ cost: 0 })], { budget: 0 })).toBe(0);
  });

  test('a team that can pay a part of the mission values that part, and pays with all its money', () => {
    const whole = utilityOf(offer({ cost: 0 }), taste, 1);
    expect(utilityOf(offer({ cost: 20_000 }), taste, 10_000)).toBeCloseTo(whole / 2 - 1, 9);
    expect(utilityOf(offer({ cost: 20_000 }), taste, 20_000)).toBeCloseTo(whole - 1, 9);
    expect(utilityOf(offer({ cost: 20_000 }), taste, 40_000)).toBeCloseTo(whole - 0.5, 9);
    expect(utilityOf(offer(), taste, 0)).toBe(-Infinity);
  });

  test('among equal offers falls evenly', () => {
    const key = runKey('equals', 0);
    const counts = [0, 0, 0];
    for (let i = 0; i < 3000; i++)
      counts[pick([offer(), offer(), offer()], { u: unit(draw(key.a, key.b, i)) })]++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(100);
  });

  test('differs between teams by their own draws, and not at all without spread', () => {
    const draws = { days: 0.9, knowledge: 0.1, price: 0.5 };
    const own = tasteOf(weights, draws);
    expect(own.days).toBeGreaterThan(weights.days * 1.5);
    expect(own.knowledge).toBeLessThan(weights.knowledge / 1.5);
    expect(own.price).toBeCloseTo(weights.price, 9);
    expect(tasteOf({ ...weights, spread: 0 }, draws)).toEqual(taste);
  });
});

describe('who helps', () => {
  test('where the agency designates or the partner comes by itself, it is the partner', () => {
    for (const strategy of [ALONE, PARTNERED])
      expect(new Set(slotsOf(supported([...strategy, 'cpts.support.partner=federation'])))).toEqual(
        new Set([FEDERATION]),
      );
  });

  test('where teams choose among all, several; among the selected, only those or nobody', () => {
    const free = new Set(slotsOf(supported(MARKET, { each: 8 })));
    expect(free.size).toBeGreaterThan(1);
    const tied = new Set(slotsOf(supported([...SEVERAL, 'cpts.support.selected=firms'], { each: 8 })));
    tied.delete(OWN_HANDS);
    expect(tied).toEqual(new Set([FIRMS]));
  });

  test('an exclusive partner shuts the others out', () => {
    const slots = new Set(slotsOf(supported([...MARKET, 'cpts.support.exclusive=yes'], { each: 8 })));
    slots.delete(OWN_HANDS);
    expect(slots).toEqual(new Set([UNION]));
  });

  test('nobody before the span, and nobody for a frozen project', () => {
    expect(new Set(slotsOf(supported(MARKET, { fields: { stage: PRE_PROJECT } })))).toEqual(
      new Set([NO_SUPPORTER]),
    );
    expect(new Set(slotsOf(supported(ALONE, { fields: { side: FROZEN } })))).toEqual(new Set([NO_SUPPORTER]));
    expect(new Set(slotsOf(supported(ALONE, { fields: { stage: PRE_PROJECT } })))).toEqual(new Set([UNION]));
  });

  test('upstream, the partner helps with the letter at its own expense and is not the supporter', () => {
    const world = supported([...MARKET, 'cpts.upstream=yes'], { fields: { stage: PRE_PROJECT } });
    const { daysSupporter, treasury } = world.projects.columns;
    expect(new Set(slotsOf(world))).toEqual(new Set([NO_SUPPORTER]));
    expect(rowsOf(world).every((row) => daysSupporter[row] > 0 && treasury[row] === 30_000)).toBe(true);
    const off = supported(MARKET, { fields: { stage: PRE_PROJECT } });
    expect(rowsOf(off).every((row) => off.projects.columns.daysSupporter[row] === 0)).toBe(true);
  });
});

describe('the end of a mission', () => {
  const signAt = (when: number, stage: number) => (world: World, month: number) => {
    if (month === START + when)
      world.projects.columns.stage.fill(stage, 0, world.projects.columns.stage.indexOf(0));
  };

  test('comes when the span ends, and is counted once', () => {
    const exits: number[] = [];
    const world = supported([...MARKET, 'cpts.envelope.amount=60000'], {
      months: 8,
      change: (here, month) => {
        signAt(2, NEGOTIATING)(here, month);
        const flows = here.territories.columns.cptsFlows;
        exits.push(flows.reduce((sum, count) => sum + count, 0));
      },
    });
    const { supportEnded, supporter } = world.projects.columns;
    const helped = rowsOf(world).filter((row) => supporter[row] >= 0);
    expect(helped.length).toBeGreaterThan(10);
    expect(helped.every((row) => supportEnded[row] === START + 3)).toBe(true);
    expect(exits).toEqual([0, 0, 0, helped.length, 0, 0, 0, 0]);
  });

  test('comes when its days are done in the last phase of the span', () => {
    const world = supported([...PARTNERED, 'supporters.union.days=100'], { months: 14 });
    // 36 days at 3 a month: done in the twelfth month, gone in the next.
    expect(rowsOf(world).map((row) => world.projects.columns.supportEnded[row] - START)).toEqual(
      rowsOf(world).map(() => 12),
    );
  });

  test('does not come while a further phase of the span follows: the same supporter stays', () => {
    const world = supported([...ALONE, 'supporters.union.days=100'], {
      months: 16,
      change: signAt(13, NEGOTIATING),
    });
    const { supportEnded, supportPhase, supported: once } = world.projects.columns;
    expect(rowsOf(world).every((row) => supportEnded[row] === 0 && once[row] === 1)).toBe(true);
    expect(supportPhase[0]).toBe(3);
    expect(new Set(slotsOf(world))).toEqual(new Set([UNION]));
  });

  test('leaves a team that has learnt alone in the next phase, where teams that know how get no help', () => {
    const world = supported([...ALONE, 'supporters.union.days=100', 'cpts.support.mature=absent'], {
      months: 16,
      change: (here, month) => {
        signAt(13, NEGOTIATING)(here, month);
        if (month === START + 13) here.projects.columns.skill.fill(0.9);
      },
    });
    expect(new Set(slotsOf(world))).toEqual(new Set([OWN_HANDS]));
  });

  test('paid help that nobody asks for leaves the région after its months, and unpaid help stays', () => {
    const world = supported([...ALONE, 'supporters.exitMonths=24'], { months: 30 });
    const { gone } = world.supporters.columns;
    const away = (slot: number) => [...gone].filter((one, row) => row % SLOTS === slot && one === 1).length;
    expect(away(FIRMS)).toBe(18);
    expect(away(UNION)).toBe(0);
    const empty = supported([...ALONE, 'supporters.exitMonths=24'], { months: 30, each: 0 });
    expect([...empty.supporters.columns.gone].every((one) => one === 0)).toBe(true);
  });
});
