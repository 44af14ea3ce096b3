/** What a person reads at the end of a run, on made-up results. */

import { describe, expect, test } from 'vitest';
import { headlinesOf, shownYears } from '../analysis/headlines.js';
import { LANGUAGES } from '../analysis/wording/language.js';
import { coarseNotes } from '../bin/coarse.js';
import { checkMemory, memoryNeeded } from '../bin/run/resources.js';
import { intervalLines, summaryLines } from '../bin/run/summary.js';
import { supplyNotes } from '../bin/supply.js';
import { textWidth } from '../bin/terminal/table.js';
import { type Terminal, terminalOn } from '../bin/terminal/terminal.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { HEADLINE } from '../sim/recorder/dictionary.js';
import type { TidyRow } from '../sim/recorder/rows.js';
import { loadScenario } from '../sim/scenario/load.js';

const YEARS = Array.from({ length: 23 }, (_, i) => 2013 + i);
const scenario = loadScenario('baseline', loadCatalogue());
const quietTerminal = (language: 'en' | 'fr'): Terminal => terminalOn(process, language, true);

/** Rows in which replicate r has the value 50,000 + year + r for GPs and 10 + r / 100 for all else. */
function rows(replicate: number): TidyRow[] {
  return YEARS.flatMap((year) =>
    (['all', 'worstTenth'] as const).flatMap((group) =>
      HEADLINE.map(({ id, unit }) => ({
        period: String(year),
        place: 'FR',
        group,
        indicator: id,
        value: unit === 'gps' ? 50_000 + year + replicate : 10 + replicate / 100,
      })),
    ),
  );
}

describe('headlines', () => {
  test('a mean over replicates comes with the half-width of its 95 % Student interval', () => {
    const headlines = headlinesOf([rows(0), rows(1), rows(2), rows(3)]);
    const value = headlines.at(2013, 'all', 'gpsLiberal');
    // Mean of 0, 1, 2, 3 is 1.5, its standard error √(5/3)/2; t(3 degrees of freedom, 95 %) is 3.1824.
    expect(value?.mean).toBe(50_000 + 2013 + 1.5);
    expect(value?.halfWidth).toBeCloseTo((3.1824 * Math.sqrt(5 / 3)) / 2, 3);
  });

  test('a year in which one replicate has no value has no mean', () => {
    const cut = rows(1).filter(({ indicator, period }) => indicator !== 'delayMedian' || period !== '2020');
    const headlines = headlinesOf([rows(0), cut]);
    expect(headlines.at(2020, 'all', 'delayMedian')).toBeUndefined();
    expect(headlines.at(2021, 'all', 'delayMedian')).toBeDefined();
  });

  test('years shown are evenly spaced and end on the last', () => {
    expect(shownYears(YEARS, 13)).toEqual(YEARS.filter((year) => year % 2 === 1));
    expect(shownYears([2013], 13)).toEqual([2013]);
    expect(shownYears([2013, 2014], 13)).toEqual([2013, 2014]);
  });
});

const synthetic = supplyNotes({}, quietTerminal('en'));

test.each(LANGUAGES)(
  'a scale coarser than 1:100 is told to be too coarse for levels, in 80 columns (%s)',
  (language) => {
    const terminal = quietTerminal(language);
    expect([1, 10, 100].flatMap((scale) => coarseNotes(scale, terminal))).toEqual([]);
    const notes = coarseNotes(1000, terminal);
    expect(notes.length).toBe(1);
    const lines = summaryLines(
      { scenario, place: 'France', headlines: headlinesOf([rows(0)]), notes },
      terminal,
    );
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain('1:100');
    expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
  },
);

describe('tables', () => {
  test.each(LANGUAGES)('every line fits 80 columns (%s)', (language) => {
    const terminal = quietTerminal(language);
    const one = summaryLines(
      { scenario, place: 'France', headlines: headlinesOf([rows(0)]), notes: synthetic },
      terminal,
    );
    const many = intervalLines(
      { scenario, place: 'France', headlines: headlinesOf([rows(0), rows(1)]), notes: synthetic },
      2,
      terminal,
    );
    expect([...one, ...many].filter((line) => textWidth(line) > 80)).toEqual([]);
    for (const { label } of HEADLINE) {
      const [word] = label[language].split(' ');
      expect(one.join('\n')).toContain(word);
      expect(many.join('\n')).toContain(word);
    }
  });

  test('an interval is written with the digits that it needs', () => {
    const lines = intervalLines(
      { scenario, place: 'France', headlines: headlinesOf([rows(0), rows(1)]), notes: synthetic },
      2,
      quietTerminal('en'),
    );
    // Two values 1 apart: standard error 0.5, t with one degree of freedom 12.706.
    expect(lines.join('\n')).toContain('52,014 ±6');
    expect(lines.join('\n')).toContain('10.00 ±0.06');
  });

  test('the reader is told what the interval means and that supply is synthetic', () => {
    const text = intervalLines(
      { scenario, place: 'France', headlines: headlinesOf([rows(0), rows(1)]), notes: synthetic },
      2,
      quietTerminal('en'),
    ).join(' ');
    expect(text).toContain('not the uncertainty of its parameters');
    expect(text).toContain('synthetic');
    expect(text).toContain('the same territories every year');
  });
});

describe('resources', () => {
  test('the whole of France, one agent per person, needs less than 4 GiB', () => {
    expect(memoryNeeded(1, 1)).toBeGreaterThan(68e6 * 16);
    expect(memoryNeeded(1, 1)).toBeLessThan(4 * 1024 ** 3);
  });

  test('a run that does not fit in memory is refused with what to do', () => {
    const terminal = quietTerminal('en');
    expect(() => checkMemory(3e9, 1e9, terminal)).toThrow(/choose a larger --scale/);
    expect(() => checkMemory(1e9, 3e9, terminal)).not.toThrow();
  });
});
