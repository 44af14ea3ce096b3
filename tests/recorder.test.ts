/** How a recording is made: years, months, forks. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { createRecorder } from '../sim/recorder/recorder.js';
import { headlineRows, territoryHeadlines, tidyRows } from '../sim/recorder/rows.js';
import { country, DECEMBER, recordYears, valueIn } from './support/tiny-recording.js';
import { TINY_START } from './support/tiny-world.js';

describe('the recorder', () => {
  test('a year cut short has months and no yearly value', () => {
    const recorder = createRecorder(country(), { from: monthOf(2013, 3), to: monthOf(2014, 2) });
    for (let month = TINY_START; month <= monthOf(2014, 2); month++) recorder.month(month);
    const periods = [...new Set([...tidyRows(recorder.finish(), 'headline')].map(({ period }) => period))];
    expect(periods.length).toBe(12);
    expect([periods[0], periods.at(-1)]).toEqual(['2013-03', '2014-02']);
  });

  test('a year that follows a cut one is not polluted by it', () => {
    const recorder = createRecorder(country(), { from: monthOf(2013, 3), to: monthOf(2014, 12) });
    for (let month = TINY_START; month <= monthOf(2014, 12); month++) recorder.month(month);
    expect(valueIn([...tidyRows(recorder.finish(), 'headline')], 'acts', { period: '2014' })).toBe(
      12 * 12500,
    );
  });

  test('whoever keeps no months has the same years', () => {
    const world = country();
    const span = { from: TINY_START, to: monthOf(2014, 12) };
    const [whole, lean] = [true, false].map((months) => createRecorder(world, { ...span, months }));
    for (let month = span.from; month <= span.to; month++) {
      world.territories.columns.waiting.fill(month);
      whole.month(month);
      lean.month(month);
    }
    expect(lean.finish().years).toEqual(whole.finish().years);
    const periodsOf = (recorder: typeof whole) =>
      new Set([...tidyRows(recorder.finish(), 'headline')].map(({ period }) => period));
    expect([...periodsOf(lean)]).toEqual(['2013', '2014']);
    expect(periodsOf(whole).size).toBe(2 + 24);
  });

  test('a month out of order is refused', () => {
    const recorder = createRecorder(country(), { from: TINY_START, to: DECEMBER });
    recorder.month(TINY_START);
    expect(() => recorder.month(TINY_START + 2)).toThrow(/every month in order/);
  });

  test('a recorder resumed from a saved state ends with the same recording', () => {
    const world = country();
    const span = { from: TINY_START, to: monthOf(2014, 12) };
    const whole = createRecorder(world, span);
    const first = createRecorder(world, span);
    const half = monthOf(2014, 5);
    for (let month = span.from; month < half; month++) {
      whole.month(month);
      first.month(month);
    }
    const second = createRecorder(world, span, structuredClone(first.save()));
    for (let month = half; month <= span.to; month++) {
      whole.month(month);
      second.month(month);
    }
    expect(second.finish()).toEqual(whole.finish());
  });

  test('a recording crosses threads unchanged', () => {
    const recording = recordYears(country());
    expect([...tidyRows(structuredClone(recording), 'all')]).toEqual([...tidyRows(recording, 'all')]);
  });

  test('headlines are those of the tidy rows, for France and for the worst-served tenth', () => {
    const recording = recordYears(country(), undefined, 2);
    const tidy = [...tidyRows(recording, 'all')];
    const rows = headlineRows(recording);
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(['all', 'worstTenth']));
    expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(['2013', '2014']));
    for (const row of rows) expect(tidy).toContainEqual(row);
    expect([...territoryHeadlines(recording)].length).toBe(2 * 3);
  });

  test('the worst-served tenth is fixed when accessibility is first measured', () => {
    const world = country();
    world.territories.columns.apl.fill(0);
    const recording = recordYears(
      world,
      (month) => {
        if (month === DECEMBER) world.territories.columns.apl.set([1, 3, 2]);
        if (month === DECEMBER + 1) world.territories.columns.apl.set([4, 3, 2]);
      },
      2,
    );
    expect([...recording.worstTenth]).toEqual([1, 0, 0]);
  });
});
