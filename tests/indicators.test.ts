/** The dictionary of indicators, and the statistics behind it. */
import { describe, expect, test } from 'vitest';
import { draw } from '../sim/base/draws.js';
import { MaillageError } from '../sim/base/errors.js';
import { GROUPS, isDefined, isMonthly } from '../sim/recorder/cells.js';
import { HEADLINE, INDICATORS, indicatorOf } from '../sim/recorder/dictionary.js';
import { BASES, DATES, FAMILIES, UNITS } from '../sim/recorder/indicator.js';
import { selectQuantile } from '../sim/recorder/selection.js';
import {
  excludesZero,
  histogramQuantile,
  mean,
  meanInterval,
  pairedInterval,
  quantile,
  quantileInOrder,
  sortedQuantile,
  theil,
  variance,
  weightedOrder,
} from '../sim/recorder/statistics.js';
import { studentCentral, studentFactor } from '../sim/recorder/student.js';
import { DELAY_CLASSES, DELAY_EDGES, delayClass } from '../sim/world/delay-classes.js';
import { TERRITORY_SCHEMA } from '../sim/world/territory-state.js';

function weightedQuantile(values: readonly number[], weights: readonly number[], p: number): number {
  return quantileInOrder(values, weights, weightedOrder(values, weights), p);
}

describe('the dictionary', () => {
  test('every indicator has an ASCII id of its own, and both languages', () => {
    expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length);
    for (const { id, label, definition } of INDICATORS) {
      expect(id).toMatch(/^[a-z][a-zA-Z0-9]*$/);
      for (const words of [label, definition]) {
        expect(words.en.length, id).toBeGreaterThan(3);
        expect(words.fr.length, id).toBeGreaterThan(3);
      }
      expect(definition.en, id).toMatch(/\.$/);
      expect(definition.fr, id).toMatch(/\.$/);
      // A title leaves room for seven columns of figures in 80 columns only when it is short.
      expect(label.en.length, id).toBeLessThanOrEqual(60);
      expect(label.fr.length, id).toBeLessThanOrEqual(60);
    }
  });

  test('every indicator names its unit, its base, its date and its family from closed lists', () => {
    for (const { id, unit, base, date, family } of INDICATORS) {
      expect(UNITS[unit], id).toBeDefined();
      expect(BASES[base], id).toBeDefined();
      expect(DATES[date], id).toBeDefined();
      expect(FAMILIES[family], id).toBeDefined();
    }
  });

  test('a direction is said to be better where nobody would argue, and only there', () => {
    const better = (id: string) => indicatorOf(id).better;
    expect(
      ['withoutMedecinTraitant', 'delayMedian', 'unmet', 'emergencyPer100', 'aplTheil'].map(better),
    ).toEqual(['less', 'less', 'less', 'less', 'less']);
    expect(['aplMean', 'aplP10', 'sameOrNextDay', 'followUpToDate', 'gpsPer10000'].map(better)).toEqual([
      'more',
      'more',
      'more',
      'more',
      'more',
    ]);
    expect(['population', 'births', 'acts', 'requests', 'gpsLiberal', 'gpWeeklyHours'].map(better)).toEqual(
      Array.from({ length: 6 }),
    );
  });

  test('opposite readings of one thing have opposite better directions', () => {
    expect(indicatorOf('sameOrNextDay').better).not.toBe(indicatorOf('delayOver5').better);
    expect(indicatorOf('aplMean').better).not.toBe(indicatorOf('aplBelowThreshold').better);
  });

  test('sixteen indicators are headlines', () => {
    expect(HEADLINE.length).toBe(16);
  });

  test('every headline has a value for a single territory, and for the worst-served tenth', () => {
    for (const indicator of HEADLINE) {
      expect(isDefined(indicator, 'territory', 'all'), indicator.id).toBe(true);
      expect(isDefined(indicator, 'france', 'worstTenth'), indicator.id).toBe(true);
    }
  });

  test('a misspelt indicator is answered with the nearest one', () => {
    expect(() => indicatorOf('withoutMedecinTraitent')).toThrowError(MaillageError);
    expect(() => indicatorOf('withoutMedecinTraitent')).toThrow(/did you mean "withoutMedecinTraitant"/);
  });

  test('low income has the indicators whose people are told apart, and no other', () => {
    const defined = (id: string) => isDefined(indicatorOf(id), 'france', 'lowIncome');
    expect(
      ['withoutMedecinTraitant', 'renouncedShare', 'aplMean', 'aplP10', 'peopleSeen'].filter(defined),
    ).toEqual(['withoutMedecinTraitant', 'renouncedShare', 'aplMean', 'aplP10', 'peopleSeen']);
    expect(['gpsLiberal', 'delayMedian', 'emergencyShare', 'adultListMean'].filter(defined)).toEqual([]);
  });

  test('what is known in December only has no monthly value', () => {
    expect(
      ['delayMedian', 'peopleSeen', 'aplMean', 'adultListP10'].map((id) => isMonthly(indicatorOf(id))),
    ).toEqual([false, false, false, false]);
    expect(isMonthly(indicatorOf('withoutMedecinTraitant'))).toBe(true);
  });

  test('every group of people has a name in both languages', () => {
    for (const words of Object.values(GROUPS)) {
      expect(words.en).not.toBe('');
      expect(words.fr).not.toBe('');
    }
  });
});

describe('classes of delay', () => {
  test('there are as many as the territory column holds', () => {
    expect(TERRITORY_SCHEMA.delayClasses[1]).toBe(DELAY_CLASSES);
  });

  test('a delay falls in the class whose edges surround it', () => {
    for (let days = 0; days < 400; days += 0.25) {
      const c = delayClass(days);
      expect(days).toBeGreaterThanOrEqual(DELAY_EDGES[c]);
      if (c + 1 < DELAY_CLASSES) expect(days).toBeLessThan(DELAY_EDGES[c + 1]);
    }
  });
});

describe('statistics', () => {
  test('quantiles interpolate between order statistics', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([10, 20, 30, 40, 50], 0.1)).toBeCloseTo(14, 12);
    expect(quantile([], 0.5)).toBeNaN();
  });

  test('a quantile found by selection is that of the sorted values, ties included', () => {
    for (const length of [1, 2, 3, 10, 101, 1000]) {
      const values = Float32Array.from({ length }, (_, i) => draw(7, 11, i) % 50);
      const sorted = values.slice().sort();
      for (const p of [0, 0.1, 0.5, 0.9, 1]) {
        expect(selectQuantile(values.slice(), p)).toBe(sortedQuantile(sorted, p));
      }
    }
    expect(selectQuantile(new Float32Array(0), 0.5)).toBeNaN();
  });

  test('a weighted quantile is the value at which the weights reach the share', () => {
    expect(weightedQuantile([3, 1, 2], [80, 5, 15], 0.1)).toBe(2);
    expect(weightedQuantile([3, 1, 2], [80, 5, 15], 0.05)).toBe(1);
    expect(weightedQuantile([3, 1], [0, 0], 0.5)).toBeNaN();
  });

  test('the quantile of a histogram is linear inside its class', () => {
    expect(histogramQuantile([50, 25, 25], [0, 1, 5], 0.25)).toBe(0.5);
    expect(histogramQuantile([50, 25, 25], [0, 1, 5], 0.7)).toBeCloseTo(1 + 0.8 * 4, 12);
    expect(histogramQuantile([50, 25, 25], [0, 1, 5], 0.99)).toBe(5);
    expect(histogramQuantile([0, 0, 0], [0, 1, 5], 0.5)).toBeNaN();
  });

  test('Theil is zero for equals and ln(n) when one of n has everything', () => {
    expect(theil([3, 3, 3], [1, 2, 3])).toBeCloseTo(0, 15);
    expect(theil([4, 0, 0, 0], [1, 1, 1, 1])).toBeCloseTo(Math.log(4), 12);
  });

  test('mean and variance are those of a textbook sample', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 12);
    expect(variance([1])).toBeNaN();
  });

  test('Student factors are those of the printed tables', () => {
    const table: [number, number, number][] = [
      [0.95, 1, 12.7062],
      [0.95, 2, 4.30265],
      [0.95, 3, 3.18245],
      [0.95, 7, 2.36462],
      [0.95, 19, 2.09302],
      [0.95, 120, 1.97993],
      [0.99, 5, 4.03214],
      [0.9, 10, 1.81246],
    ];
    for (const [level, dof, t] of table) expect(studentFactor(level, dof)).toBeCloseTo(t, 4);
    expect(studentCentral(studentFactor(0.95, 8), 8)).toBeCloseTo(0.95, 12);
  });

  test('an interval over replicates is the mean and t times the standard error', () => {
    const interval = meanInterval([1, 2, 3, 4]);
    expect(interval.mean).toBe(2.5);
    expect(interval.halfWidth).toBeCloseTo((3.18245 * Math.sqrt(5 / 3)) / 2, 4);
    expect(meanInterval([7]).halfWidth).toBeNaN();
    expect(meanInterval([7, 7, 7]).halfWidth).toBe(0);
  });

  test('pairing by seed removes what the seeds share', () => {
    const reference = [10, 20, 30, 40];
    const paired = pairedInterval([11.1, 20.9, 31, 41], reference);
    expect(paired.mean).toBeCloseTo(1, 12);
    expect(excludesZero(paired)).toBe(true);
    expect(excludesZero(pairedInterval([9, 21, 29, 41], reference))).toBe(false);
    expect(() => pairedInterval([1], [1, 2])).toThrow(/as many on both sides/);
  });
});
