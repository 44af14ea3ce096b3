/** A recording of the three-territory country, against figures computed by hand. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { createRecorder } from '../sim/recorder/recorder.js';
import type { Recording } from '../sim/recorder/recording.js';
import { headlineRows, type TidyRow, territoryHeadlines, tidyRows } from '../sim/recorder/rows.js';
import { worstTenthOf } from '../sim/recorder/worst-tenth.js';
import { ACTIVE, CENTRE, FUTURE, GROUP, RETIRED, SOLO } from '../sim/world/physicians.js';
import type { World } from '../sim/world/world.js';
import { TINY_START, tinyWorld } from './support/tiny-world.js';

const YEAR = 2013;
const DECEMBER = monthOf(YEAR, 12);

/** A value for others and one for low income, in each territory. */
function tally(
  world: World,
  name: 'adults' | 'withoutLost' | 'withoutNever' | 'requests',
  values: number[],
): void {
  world.tallies.columns[name].set(values);
}

/** Ages of the six (territory, income) rows: everybody in one class. */
function populate(world: World, agents: number[]): void {
  agents.forEach((count, row) => {
    world.tallies.columns.ages.fill(0, row * 5, row * 5 + 5);
    world.tallies.columns.ages[row * 5 + 2] = count;
  });
}

function placeGp(world: World, row: number, territory: number, form: number, adults = 0): void {
  const gp = world.physicians.columns;
  gp.status[row] = ACTIVE;
  gp.territory[row] = territory;
  gp.form[row] = form;
  gp.hours[row] = 40;
  gp.birth[row] = DECEMBER - 45 * 12;
  gp.adultList[row] = adults;
  gp.list[row] = adults;
  gp.actsYear[row] = 100;
  gp.unscheduledYear[row] = 10 * row;
}

/** 2013 as the tests want it: the same state every month but for what `change` does. */
function recordYears(world: World, change: (month: number) => void = () => undefined, years = 1): Recording {
  const to = TINY_START + years * 12 - 1;
  const recorder = createRecorder(world, { from: TINY_START, to });
  for (let month = TINY_START; month <= to; month++) {
    change(month);
    recorder.month(month);
  }
  return recorder.finish();
}

function valueIn(
  rows: readonly TidyRow[],
  indicator: string,
  where: Partial<TidyRow> = {},
): number | undefined {
  const asked = { period: String(YEAR), place: 'FR', group: 'all', ...where };
  return rows.find(
    (row) =>
      row.indicator === indicator &&
      row.period === asked.period &&
      row.place === asked.place &&
      row.group === asked.group,
  )?.value;
}

/** Territories of 900 + 100, 1,800 + 200 and 700 + 300 agents of ten people. */
function country(): World {
  const world = tinyWorld();
  populate(world, [900, 100, 1800, 200, 700, 300]);
  tally(world, 'adults', [800, 80, 1500, 150, 600, 250]);
  tally(world, 'withoutLost', [40, 8, 75, 15, 60, 50]);
  tally(world, 'withoutNever', [40, 0, 75, 0, 60, 25]);
  tally(world, 'requests', [3000, 400, 6000, 800, 2400, 1200]);
  const state = world.territories.columns;
  state.apl.set([4, 3, 2]);
  state.zoning.set([0, 1, 2]);
  state.acts.set([3200, 6300, 3000]);
  state.actsCentre.set([200, 300, 0]);
  state.renounced.set([60, 120, 90]);
  state.renouncedLow.set([20, 40, 60]);
  state.emergency.set([30, 60, 45]);
  const practices: [territory: number, form: number, adults: number][] = [
    [0, SOLO, 500],
    [0, GROUP, 900],
    [0, GROUP, 1300],
    [0, CENTRE, 0],
    [1, SOLO, 1000],
    [1, GROUP, 700],
    [2, SOLO, 2000],
  ];
  for (const [row, [territory, form, adults]] of practices.entries()) {
    placeGp(world, row, territory, form, adults);
  }
  return world;
}

describe('shares and counts', () => {
  const rows = [...tidyRows(recordYears(country()), 'all')];

  test('a share divides the people concerned by the people in its base', () => {
    expect(valueIn(rows, 'withoutMedecinTraitant')).toBeCloseTo((448 / 3380) * 100, 12);
    expect(valueIn(rows, 'withoutMedecinTraitantPeople')).toBe(4480);
    expect(valueIn(rows, 'withoutMedecinTraitant', { place: '24' })).toBeCloseTo((195 / 850) * 100, 12);
    expect(valueIn(rows, 'withoutMedecinTraitant', { place: '200000001' })).toBeCloseTo(
      (165 / 1650) * 100,
      12,
    );
  });

  test('those who lost and those who never declared add up to those without', () => {
    for (const place of ['FR', '11', '24']) {
      for (const group of ['all', 'lowIncome'] as const) {
        const [all, lost, never] = ['', 'Lost', 'Never'].map((end) =>
          valueIn(rows, `withoutMedecinTraitant${end}`, { place, group }),
        );
        expect((lost ?? 0) + (never ?? 0)).toBeCloseTo(all ?? Number.NaN, 12);
      }
    }
  });

  test('people of low income are counted apart', () => {
    expect(valueIn(rows, 'population', { group: 'lowIncome' })).toBe(6000);
    expect(valueIn(rows, 'withoutMedecinTraitant', { group: 'lowIncome' })).toBeCloseTo((98 / 480) * 100, 12);
    expect(valueIn(rows, 'renouncedShare', { group: 'lowIncome' })).toBeCloseTo((120 / 2400) * 100, 12);
    expect(valueIn(rows, 'renouncedShare')).toBeCloseTo((270 / 13800) * 100, 12);
  });

  test('régions add up to France, and so do zoning classes and rural classes', () => {
    for (const parts of [
      [{ place: '11' }, { place: '24' }],
      [{ group: 'zoning:ZIP' }, { group: 'zoning:ZAC' }, { group: 'zoning:none' }],
      [{ group: 'rural:city' }, { group: 'rural:rural' }],
    ] as Partial<TidyRow>[][]) {
      for (const indicator of ['population', 'acts', 'gpsLiberal']) {
        const sum = parts.reduce((total, part) => total + (valueIn(rows, indicator, part) ?? Number.NaN), 0);
        expect(sum).toBeCloseTo(valueIn(rows, indicator) ?? Number.NaN, 9);
      }
    }
  });

  test('a flow is summed over the year and a stock is that of December', () => {
    expect(valueIn(rows, 'acts')).toBe(12 * 12500);
    expect(valueIn(rows, 'acts', { period: '2013-03' })).toBe(12500);
    expect(valueIn(rows, 'population')).toBe(40_000);
  });

  test('a yearly rate has the same size in a month as in a year of equal months', () => {
    expect(valueIn(rows, 'actsPerGp')).toBeCloseTo((12 * 12000) / 6, 9);
    expect(valueIn(rows, 'actsPerGp', { period: '2013-05' })).toBeCloseTo((12 * 12000) / 6, 9);
    expect(valueIn(rows, 'emergencyPer100')).toBeCloseTo(((12 * 135) / 40_000) * 100, 12);
  });

  test('a share of nobody has no row', () => {
    expect(valueIn(rows, 'aldWithoutMedecinTraitant')).toBeUndefined();
    expect(rows.every(({ value }) => Number.isFinite(value))).toBe(true);
    expect(rows.some(({ group }) => group === 'rural:metropolis')).toBe(false);
  });

  test('no row comes twice, and territories come with detail only', () => {
    const keys = rows.map(({ period, place, group, indicator }) =>
      [period, place, group, indicator].join('|'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    const places = new Set([...tidyRows(recordYears(country()), 'headline')].map(({ place }) => place));
    expect([...places]).toEqual(['FR', '11', '24']);
  });
});

describe('accessibility', () => {
  const rows = [...tidyRows(recordYears(country()), 'headline')];

  test('its mean, deciles and threshold weigh people, not territories', () => {
    expect(valueIn(rows, 'aplMean')).toBeCloseTo((4 * 1 + 3 * 2 + 2 * 1) / 4, 12);
    expect(valueIn(rows, 'aplMean', { group: 'lowIncome' })).toBeCloseTo((4 * 1 + 3 * 2 + 2 * 3) / 6, 12);
    expect(valueIn(rows, 'aplP10')).toBe(2);
    expect(valueIn(rows, 'aplP90')).toBe(4);
    expect(valueIn(rows, 'aplP90P10')).toBe(2);
    expect(valueIn(rows, 'aplBelowThreshold')).toBe(25);
    const relative = [4 / 3, 1, 2 / 3];
    const theil = (relative[0] * Math.log(relative[0]) + relative[2] * Math.log(relative[2])) / 4;
    expect(valueIn(rows, 'aplTheil')).toBeCloseTo(theil, 12);
  });

  test('the worst-served tenth takes territories by rising accessibility until a tenth of people is reached', () => {
    expect([...worstTenthOf([4, 3, 2, 1], [10, 80, 6, 4])]).toEqual([0, 0, 1, 1]);
    expect([...worstTenthOf([1, 1, 2], [10, 10, 80])]).toEqual([1, 0, 0]);
  });

  test('the worst-served tenth of the start keeps its members, that of the year does not', () => {
    const world = country();
    const rows = [
      ...tidyRows(
        recordYears(
          world,
          (month) => {
            if (month === monthOf(2014, 1)) world.territories.columns.apl.set([4, 1, 5]);
          },
          2,
        ),
        'headline',
      ),
    ];
    const apl = (group: TidyRow['group'], period: string) => valueIn(rows, 'aplMean', { group, period });
    expect([apl('worstTenth', '2013'), apl('worstTenthNow', '2013')]).toEqual([2, 2]);
    expect([apl('worstTenth', '2014'), apl('worstTenthNow', '2014')]).toEqual([5, 1]);
  });
});

describe('physicians', () => {
  test('liberal GPs and those of centres are counted apart, and lists are those of liberal GPs', () => {
    const rows = [...tidyRows(recordYears(country()), 'all')];
    expect(valueIn(rows, 'gpsLiberal')).toBe(6);
    expect(valueIn(rows, 'gpsCentre')).toBe(1);
    expect(valueIn(rows, 'gpsPer10000')).toBeCloseTo(7 / 4, 12);
    expect(valueIn(rows, 'groupShare')).toBeCloseTo(50, 12);
    expect(valueIn(rows, 'gpWeeklyHours')).toBeCloseTo(40, 12);
    // Lists 500, 700, 900, 1000, 1300, 2000.
    expect(valueIn(rows, 'adultListMean')).toBeCloseTo(6400 / 6, 9);
    expect(valueIn(rows, 'adultListMedian')).toBe(950);
    expect(valueIn(rows, 'adultListP10')).toBeCloseTo(600, 9);
    expect(valueIn(rows, 'adultListP90')).toBeCloseTo(1650, 9);
    expect(valueIn(rows, 'adultListMedian', { place: '200000000' })).toBe(900);
    expect(valueIn(rows, 'adultListP90', { place: '200000000' })).toBeUndefined();
    // Rows 4, 5 and 6 have 40, 50 and 60 % of unscheduled acts.
    expect(valueIn(rows, 'gpsMostlyUnscheduled')).toBeCloseTo(50, 12);
  });

  test('entries minus exits is the change in number, and a move is neither', () => {
    const world = country();
    const gp = world.physicians.columns;
    const rows = [
      ...tidyRows(
        recordYears(world, (month) => {
          if (month === monthOf(2013, 1)) placeGp(world, 10, 1, GROUP);
          if (month === monthOf(2013, 6)) gp.territory[0] = 2;
          if (month === monthOf(2013, 7)) gp.status[6] = RETIRED;
          if (month === monthOf(2013, 8)) gp.form[5] = CENTRE;
        }),
        'headline',
      ),
    ];
    expect(valueIn(rows, 'gpEntries')).toBe(1);
    expect(valueIn(rows, 'gpExits')).toBe(2);
    expect(valueIn(rows, 'gpExits', { place: '24' })).toBe(1);
    expect(valueIn(rows, 'gpsLiberal')).toBe(6 + 1 - 2);
  });

  test('those who settled during the run are near their birthplace within 85 km', () => {
    const world = country();
    const gp = world.physicians.columns;
    gp.since.fill(TINY_START - 1);
    [
      [0, 1],
      [1, 0],
      [2, 2],
    ].forEach(([row, origin]) => {
      gp.since[row] = TINY_START + 1;
      gp.origin[row] = origin;
    });
    const rows = [...tidyRows(recordYears(world), 'headline')];
    expect(valueIn(rows, 'nearBirthplace')).toBeCloseTo((2 / 3) * 100, 12);
  });

  test('a physician who does not practise counts for nothing', () => {
    const world = country();
    world.physicians.columns.status[0] = FUTURE;
    expect(valueIn([...tidyRows(recordYears(world), 'headline')], 'gpsLiberal')).toBe(5);
  });
});

describe('delays', () => {
  test('shares and median come from the classes of December, the mean from the sums', () => {
    const world = country();
    const state = world.territories.columns;
    const rows = [
      ...tidyRows(
        recordYears(world, (month) => {
          if (month !== DECEMBER) return;
          // 60 acts the same day, 20 the next, 15 after six days, 5 after two weeks.
          for (const [c, acts] of [
            [0, 60],
            [1, 20],
            [6, 15],
            [14, 5],
          ]) {
            state.delayClasses[c] = acts;
          }
          state.delayActs[0] = 100;
          state.delayDays[0] = 210;
        }),
        'headline',
      ),
    ];
    expect(valueIn(rows, 'delayMean')).toBeCloseTo(2.1, 12);
    expect(valueIn(rows, 'delayMedian')).toBeCloseTo(50 / 60, 12);
    expect(valueIn(rows, 'delayOver5')).toBeCloseTo(20, 12);
    expect(valueIn(rows, 'delayOver11')).toBeCloseTo(5, 12);
    expect(valueIn(rows, 'sameOrNextDay')).toBeCloseTo(80, 12);
    expect(valueIn(rows, 'delayMedian', { period: '2013-12' })).toBeUndefined();
  });
});

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
});
