/** Unscheduled requests inside a practice: colleagues of a team take over more, the higher its level. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { careParameters } from '../sim/rules/consultation/parameters.js';
import { makeScratch } from '../sim/rules/consultation/scratch.js';
import { unscheduledCare } from '../sim/rules/consultation/unscheduled.js';
import { GROUP, physiciansTable, SOLO } from '../sim/world/physicians.js';
import { readSources } from './support/months.js';

const { parameters } = readSources();
const care = { ...careParameters(parameters, monthOf(2020, 1)), colleagueReach: 0.5, otherGpReach: 0 };

/** Requests that a free colleague takes from a full one, as the team shares. */
function passed(sharing: number, form = GROUP, reach = care.colleagueReach): number {
  const { columns } = physiciansTable(3);
  const s = makeScratch(3);
  columns.hours.fill(40);
  columns.minutes.fill(20);
  columns.openSlots.fill(0.2);
  columns.form.fill(form);
  columns.practice.fill(0);
  // The third works alone, with the number of the practice left from before.
  columns.form[2] = SOLO;
  columns.sharing.set([sharing, sharing, 1]);
  s.row.set([0, 1, 2]);
  s.unscheduled.set([700, 0, 0]);
  s.requests.set([700, 0, 0]);
  unscheduledCare(columns, s)(3, 0, { ...care, colleagueReach: reach }, 0);
  expect(s.givenToOthers[0] + s.givenToOthers[2]).toBe(0);
  return s.givenToOthers[1];
}

describe('a GP with more requests than slots', () => {
  const usual = passed(0);

  test('passes the usual part of them to colleagues outside any team', () => {
    expect(usual).toBeGreaterThan(0);
  });

  test('passes more in a team that shares, in proportion, and never more than all', () => {
    expect(passed(0.3) / usual).toBeCloseTo(1.3, 6);
    expect(passed(1) / usual).toBeCloseTo(2, 6);
    expect(passed(1, GROUP, 0.8) / passed(0, GROUP, 1)).toBeCloseTo(1, 12);
  });

  test('passes none to colleagues when alone', () => {
    expect(passed(1, SOLO)).toBe(0);
  });
});
