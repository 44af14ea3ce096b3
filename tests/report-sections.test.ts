/** Domains that the report does not know by name: an indicator, a family, an instrument that was added since is shown. */
import { describe, expect, test } from 'vitest';
import { MONEY_INDICATORS } from '../analysis/charts/instruments.js';
import { territoryIndicators } from '../analysis/charts/map/map-data.js';
import { ALL_SECTIONS, LINES, linesOf, sectionsWith } from '../analysis/charts/sections.js';
import { entryOf, factsOf } from '../analysis/comparison/study.js';
import { sectionTitle } from '../analysis/report/parts/figures.js';
import { HEADLINE, INDICATORS, indicatorOf } from '../sim/recorder/dictionary.js';
import { FAMILIES, type Family } from '../sim/recorder/indicator.js';
import { INSTRUMENTS } from '../sim/world/teams/instruments.js';
import { madeFacts } from './support/made-study.js';

const PHARMACY = {
  ...indicatorOf('delegatedRequests'),
  id: 'pharmacyRequests',
  family: 'pharmacy' as Family,
  headline: true,
};
const DICTIONARY = [...INDICATORS, PHARMACY];
const SECTIONS = sectionsWith([...Object.keys(FAMILIES), 'pharmacy']);

const facts = madeFacts({ indicators: INDICATORS.map(({ id }) => id) });
/** The same study, if an indicator of pharmacists had been added to the dictionary since. */
const later = { indicators: [...facts.indicators, entryOf(PHARMACY)] };

describe('a report', () => {
  test('draws every headline indicator over the years, once, whether or not a list names it', () => {
    const drawn = linesOf(facts).flatMap(([, indicators]) => indicators.map(({ id }) => id));
    expect(HEADLINE.filter(({ id }) => !drawn.includes(id))).toEqual([]);
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  test('gives a new family a section of its own, after money, and every section has words', () => {
    const section = 'pharmacy' as (typeof SECTIONS)[number];
    expect(SECTIONS.indexOf(section)).toBeGreaterThan(SECTIONS.indexOf('money'));
    const own = new Map(linesOf(later, DICTIONARY, SECTIONS)).get(section);
    expect(own?.map(({ id }) => id)).toEqual(['pharmacyRequests']);
    expect(LINES.flatMap(([, ids]) => ids)).not.toContain('pharmacyRequests');
    expect(ALL_SECTIONS.filter((one) => sectionTitle(one).fr === undefined)).toEqual([]);
  });

  test('offers a new headline indicator to the map, after those that are asked for first', () => {
    const headline = [...HEADLINE, PHARMACY];
    const offered = territoryIndicators(later, headline);
    expect(offered.indexOf('pharmacyRequests')).toBeGreaterThanOrEqual(10);
    // A plan that keeps it alone has it on the map.
    const alone = { indicators: [entryOf(PHARMACY)] };
    expect(territoryIndicators(alone, headline)).toEqual(['pharmacyRequests']);
  });

  test('reads every instrument of the model', () => {
    expect(INSTRUMENTS.map(({ id }) => id).filter((id) => !MONEY_INDICATORS.includes(id))).toEqual([]);
    expect(MONEY_INDICATORS.filter((id) => !INDICATORS.some((one) => one.id === id))).toEqual([]);
  });

  test('leaves out what a study does not keep', () => {
    const few = factsOf({
      name: 'few',
      baseline: 'a',
      scenarios: [{ name: 'a', title: { en: 'A', fr: 'A' } }],
      identity: {
        scale: 100,
        from: 2013,
        to: 2014,
        code: '0.0.0+test',
        formulas: [],
        design: { method: 'none', ownSeeds: false },
        keep: { indicators: ['unmet'], cells: [{ place: 'FR', group: 'all' }], months: false },
      },
    });
    expect(linesOf(few).flatMap(([, indicators]) => indicators.map(({ id }) => id))).toEqual(['unmet']);
  });
});
