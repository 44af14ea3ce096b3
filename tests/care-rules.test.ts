import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catchmentWeight } from '../sim/rules/accessibility.js';
import { type AgendaParameters, actsPerMonth, adaptedMinutes, balkingShare } from '../sim/rules/agenda.js';
import { bookRate, waitDays } from '../sim/rules/consultation/planned.js';
import { openActs } from '../sim/rules/consultation/unscheduled.js';
import { partOf } from '../sim/rules/needs/requests.js';
import { needMultipliers } from '../sim/rules/needs/tables.js';
import { isClosed, listTarget, placesOffered } from '../sim/rules/openings.js';
import { chanceSeen } from '../sim/rules/stocktaking.js';

const AGENDA: AgendaParameters = {
  weeksAMonth: 45.8 / 12,
  minutesPerWeeklyHour: (60 * 45.8) / 12,
  minutes: 18,
  minutesLeast: 13,
  minutesWait: 16,
  minutesInertia: 0.5,
  visitMinutes: 37,
  visitShare: 0.083,
};

describe('a GP’s agenda', () => {
  test('44.5 hours a week at face value hold the 6,245 acts a year of the DREES panel', () => {
    const perYear = 12 * actsPerMonth(AGENDA, 44.5, 18);
    expect(Math.abs(perYear - 6245)).toBeLessThan(10);
  });

  test('without a wait a consultation keeps its length, and never goes below the shortest however long the wait', () => {
    expect(adaptedMinutes(AGENDA, 18, 0, 1)).toBe(18);
    let minutes = 18;
    for (let month = 0; month < 100; month++) minutes = adaptedMinutes(AGENDA, minutes, 1000, 1);
    expect(minutes).toBeCloseTo(13, 6);
  });

  test('nobody balks at a wait up to the tolerated one, and a longer wait puts off more people', () => {
    expect(balkingShare(3, 3, 45)).toBe(0);
    expect(balkingShare(10, 3, 45)).toBeGreaterThan(0);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 400, noNaN: true }),
        (wait) => balkingShare(wait + 1, 3, 45) >= balkingShare(wait, 3, 45),
      ),
    );
  });

  test('an empty book leaves the whole agenda to unscheduled requests, a full one only the slots kept open', () => {
    expect(openActs(400, 0.25, 0)).toBe(400);
    expect(openActs(400, 0.25, 1000)).toBe(100);
    expect(openActs(400, 0.25, 250)).toBe(150);
  });

  test('a month of backlog is a month of wait', () => {
    expect(waitDays(400, 400)).toBeCloseTo(365.25 / 12, 9);
    expect(waitDays(10, 0)).toBe(0);
  });

  test('a book is worked off at what the agenda keeps for it, after a month that other people filled', () => {
    expect(bookRate(5e-14, 400, 0.25)).toBe(300);
    expect(bookRate(0, 400, 0.25)).toBe(300);
    expect(bookRate(350, 400, 0.25)).toBe(350);
    expect(waitDays(3, bookRate(5e-14, 400, 0.25))).toBeLessThan(1);
  });
});

describe('lists', () => {
  const RULES = { pace: 0.1, waitLimit: 15, reopenBelow: 0.93 };

  test('a doctor past the list target accepts nobody', () => {
    expect(placesOffered(1000, 1000, false, 0, RULES)).toBe(0);
    expect(placesOffered(1200, 1000, false, 0, RULES)).toBe(0);
    expect(placesOffered(800, 1000, false, 0, RULES)).toBeCloseTo(20, 9);
  });

  test('a doctor near the target takes as many a month as on reopening, and none once closed', () => {
    expect(placesOffered(999, 1000, false, 0, RULES)).toBeCloseTo(7, 9);
    expect(placesOffered(930, 1000, false, 0, RULES)).toBeCloseTo(7, 9);
    expect(placesOffered(930, 1000, true, 0, RULES)).toBe(0);
  });

  test('a doctor booked beyond the limit accepts nobody, at the limit still does', () => {
    expect(placesOffered(500, 1000, false, 15.1, RULES)).toBe(0);
    expect(placesOffered(500, 1000, false, 15, RULES)).toBeGreaterThan(0);
  });

  test('a closed list reopens only below its threshold, and an open one closes at its target', () => {
    expect(isClosed(false, 999, 1000, 0.93)).toBe(false);
    expect(isClosed(false, 1000, 1000, 0.93)).toBe(true);
    expect(isClosed(true, 930, 1000, 0.93)).toBe(true);
    expect(isClosed(true, 929, 1000, 0.93)).toBe(false);
  });

  test('the list target is the number of people whose requests fill the month', () => {
    expect(listTarget(425, 0.4, 1)).toBeCloseTo(1062.5, 9);
    expect(listTarget(425, 0, 1)).toBe(0);
  });
});

describe('need', () => {
  test('requests split into kinds without loss, each kind within one of its share', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (count, a, b, u) => {
          const whole = (share: number) => Math.round(share * 65536);
          const luck = Math.floor(u * 65536);
          const unscheduled = partOf(count, whole(a), luck);
          const followUp = partOf(count, whole(a + b), luck) - unscheduled;
          expect(unscheduled).toBeGreaterThanOrEqual(0);
          expect(followUp).toBeGreaterThanOrEqual(0);
          expect(unscheduled + followUp).toBeLessThanOrEqual(count);
          expect(Math.abs(unscheduled - count * a)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('the personal multiplier has mean 1 at any scale, and varies ten times less for agents of a hundred people', () => {
    const spread = (scale: number) => {
      const m = needMultipliers(1.6, scale);
      const mean = m.reduce((sum, x) => sum + x, 0) / m.length;
      expect(mean).toBeCloseTo(1, 9);
      return Math.sqrt(m.reduce((sum, x) => sum + (x - 1) * (x - 1), 0) / m.length);
    };
    const ratio = spread(1) / spread(100);
    expect(ratio).toBeGreaterThan(9);
    expect(ratio).toBeLessThan(11);
  });

  test('four acts a year with a gamma need of shape 1 make 80 % of people seen', () => {
    expect(chanceSeen(4, 1)).toBeCloseTo(0.8, 9);
    expect(chanceSeen(0, 1)).toBe(0);
  });
});

describe('accessibility', () => {
  test('a practice weighs by steps of travel time and nothing beyond the last', () => {
    const weight = (minutes: number) => catchmentWeight(minutes, [10, 15, 20], [1, 0.3, 0.1]);
    expect([weight(0), weight(10), weight(10.1), weight(20), weight(20.1)]).toEqual([1, 1, 0.3, 0.1, 0]);
  });
});
