/** Indicators of the three-territory country, against figures computed by hand. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { type TidyRow, tidyRows } from '../sim/recorder/rows.js';
import { worstTenthOf } from '../sim/recorder/worst-tenth.js';
import { CENTRE, FUTURE, GROUP, RETIRED } from '../sim/world/physicians.js';
import { country, DECEMBER, placeGp, recordYears, valueIn } from './support/tiny-recording.js';
import { TINY_START } from './support/tiny-world.js';

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

  test('fees are summed in millions of euros, and shared among the people of the place', () => {
    expect(valueIn(rows, 'consultationFees')).toBeCloseTo((12 * 312_500) / 1e6, 12);
    expect(valueIn(rows, 'consultationFees', { period: '2013-03' })).toBeCloseTo(0.3125, 12);
    expect(valueIn(rows, 'consultationFeesPerPerson')).toBeCloseTo((12 * 312_500) / 40_000, 12);
    expect(valueIn(rows, 'consultationFeesPerPerson', { place: '24' })).toBeCloseTo(
      (12 * 75_000) / 10_000,
      12,
    );
    expect(valueIn(rows, 'consultationFees', { group: 'lowIncome' })).toBeUndefined();
  });

  test('flat payments are those of December, not twelve times', () => {
    expect(valueIn(rows, 'flatPayments')).toBeCloseTo(0.2, 12);
    expect(valueIn(rows, 'flatPayments', { place: '24' })).toBeCloseTo(0.06, 12);
    expect(valueIn(rows, 'flatPayments', { period: '2013-12' })).toBeUndefined();
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

  test('a GP between two places has neither left nor entered', () => {
    const world = country();
    const gp = world.physicians.columns;
    const rows = [
      ...tidyRows(
        recordYears(world, (month) => {
          if (month === monthOf(2013, 6)) {
            gp.status[0] = RETIRED;
            gp.exit[0] = month;
            gp.since[0] = month + 1;
          }
          if (month === monthOf(2013, 9)) placeGp(world, 0, 2, GROUP);
        }),
        'headline',
      ),
    ];
    expect(valueIn(rows, 'gpEntries')).toBe(0);
    expect(valueIn(rows, 'gpExits')).toBe(0);
    expect(valueIn(rows, 'gpsLiberal', { period: '2013-07' })).toBe(5);
    expect(valueIn(rows, 'gpsLiberal')).toBe(6);
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
