/** Domains that the report does not know by name: an indicator, a family, an instrument that was added since is shown. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { MONEY_INDICATORS } from '../analysis/charts/instruments.js';
import { territoryIndicators } from '../analysis/charts/map/map-data.js';
import { ALL_SECTIONS, LINES, linesOf } from '../analysis/charts/sections.js';
import { factsOf } from '../analysis/comparison/study.js';
import { sectionTitle } from '../analysis/report/parts/figures.js';
import { HEADLINE, INDICATORS } from '../sim/recorder/dictionary.js';
import { INSTRUMENTS } from '../sim/world/teams/instruments.js';
import { madeFacts } from './support/made-study.js';

// Files of a worker share modules: those read before are forgotten, and those of this file after it.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.resetModules();
});

const PHARMACY = vi.hoisted(() => ({
  id: 'pharmacyActs',
  unit: 'acts',
  label: { en: 'Acts of pharmacists', fr: 'Actes des pharmaciens' },
  definition: { en: 'Made up.', fr: 'Inventé.' },
  base: 'acts',
  date: 'year',
  family: 'pharmacy',
  headline: true,
  kind: { kind: 'ratio', of: { acts: 1 }, factor: 1 },
}));

vi.mock('../sim/recorder/indicator.js', async (original) => {
  const module = await original<typeof import('../sim/recorder/indicator.js')>();
  return { ...module, FAMILIES: { ...module.FAMILIES, pharmacy: { en: 'Pharmacies', fr: 'Pharmacies' } } };
});
vi.mock('../sim/recorder/dictionary.js', async (original) => {
  const module = await original<typeof import('../sim/recorder/dictionary.js')>();
  const INDICATORS = [...module.INDICATORS, PHARMACY];
  return { ...module, INDICATORS, HEADLINE: [...module.HEADLINE, PHARMACY] };
});

const facts = madeFacts({ indicators: INDICATORS.map(({ id }) => id) });

describe('a report', () => {
  test('draws every headline indicator over the years, once, whether or not a list names it', () => {
    const drawn = linesOf(facts).flatMap(([, indicators]) => indicators.map(({ id }) => id));
    expect(HEADLINE.filter(({ id }) => !drawn.includes(id))).toEqual([]);
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  test('gives a new family a section of its own, after money, with its words', () => {
    const section = 'pharmacy' as (typeof ALL_SECTIONS)[number];
    expect(ALL_SECTIONS.indexOf(section)).toBeGreaterThan(ALL_SECTIONS.indexOf('money'));
    expect(sectionTitle(section).fr).toBe('Pharmacies');
    const own = new Map(linesOf(facts)).get(section);
    expect(own?.map(({ id }) => id)).toEqual(['pharmacyActs']);
    expect(LINES.flatMap(([, ids]) => ids)).not.toContain('pharmacyActs');
  });

  test('offers a new headline indicator to the map, after those that are asked for first', () => {
    const offered = territoryIndicators(facts);
    expect(offered).toContain('pharmacyActs');
    expect(offered.indexOf('pharmacyActs')).toBeGreaterThanOrEqual(10);
    // A plan that keeps it alone has it on the map.
    expect(territoryIndicators(madeFacts({ indicators: ['pharmacyActs'] }))).toEqual(['pharmacyActs']);
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
