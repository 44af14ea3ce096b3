/** Patterns: what is looked for in runs, on histories made by hand. */
import { describe, expect, test } from 'vitest';
import { judgePattern, watchPatterns } from '../analysis/validation/judge-patterns.js';
import type { Pattern, RunView } from '../analysis/validation/pattern.js';
import { viewOf } from '../analysis/validation/pattern.js';
import { PATTERNS } from '../analysis/validation/patterns.js';
import { textWidth } from '../bin/terminal/table.js';
import { terminalOn } from '../bin/terminal/terminal.js';
import { patternLines } from '../bin/validation/pattern-lines.js';
import { yearOf } from '../sim/base/calendar.js';
import { indicatorOf } from '../sim/recorder/dictionary.js';
import type { MeasureId } from '../sim/recorder/measures.js';
import { collectiveCountry, collectiveGeography } from './support/collective-rows.js';
import { recordYears } from './support/tiny-recording.js';

type Values = Readonly<Record<string, number | ((year: number, where: string) => number)>>;

/** A run that answers with these numbers, whatever the place and the year unless they say so. */
function made(
  values: Values,
  departements: Partial<Record<MeasureId, Record<string, number>>> = {},
): RunView {
  const answer = (indicator: string, year: number, where: string) => {
    indicatorOf(indicator);
    const value = values[indicator] ?? Number.NaN;
    return typeof value === 'number' ? value : value(year, where);
  };
  return {
    regions: ['01', '11', '24', '76'],
    years: [2018, 2019, 2020, 2021, 2022],
    value: (indicator, year, { place = 'FR', group = 'all' } = {}) =>
      answer(indicator, year, group === 'all' ? place : group),
    monthly: (indicator, month) => answer(indicator, yearOf(month - 2), 'FR'),
    byDepartement: (measure) => new Map(Object.entries(departements[measure] ?? {})),
  };
}

const pattern = (id: string): Pattern => PATTERNS.find((one) => one.id === id) as Pattern;
const byPlace =
  (places: Record<string, number>, usual: number) =>
  (_: number, where: string): number =>
    places[where] ?? usual;

/** A history that shows each pattern, and one that does not. */
const CASES: Readonly<Record<string, readonly [RunView, RunView]>> = {
  departementWithoutFirm: [
    made(
      {},
      { peopleSigned: { 88: 96, 51: 99 }, peopleWhite: { 88: 4, 51: 1 }, daysFirms: { 51: 5, 88: 0 } },
    ),
    made(
      {},
      { peopleSigned: { 88: 94, 51: 99 }, peopleWhite: { 88: 6, 51: 1 }, daysFirms: { 51: 5, 88: 0 } },
    ),
  ],
  countsWithoutDepth: [
    made({ cptsSigned: (year) => 10 * (year - 2017), cptsDepth: (year) => (year === 2021 ? 0.2 : 0.3) }),
    made({ cptsSigned: (year) => 10 * (year - 2017), cptsDepth: (year) => (year - 2017) / 10 }),
  ],
  displayWithoutDepth: [
    made({ cptsDisplay: 0.5, cptsDepth: 0.3 }),
    made({ cptsDisplay: 0.3, cptsDepth: 0.5 }),
  ],
  mspNotSufficient: [
    made({
      mspOpen: byPlace({ '01': 1, '11': 2, '24': 3, '76': 4 }, 10),
      population: 1000,
      cptsCoverage: byPlace({ '01': 30, '11': 10, '24': 40, '76': 20 }, 22),
    }),
    made({
      mspOpen: byPlace({ '01': 1, '11': 2, '24': 3, '76': 4 }, 10),
      population: 1000,
      cptsCoverage: byPlace({ '01': 10, '11': 20, '24': 30, '76': 41 }, 22),
    }),
  ],
  regionsDiffer: [
    made({ cptsCoverage: byPlace({ '01': 5, '11': 20, '24': 60 }, 22) }),
    made({ cptsCoverage: byPlace({ '01': 20, '11': 21, '24': 23 }, 22) }),
  ],
  covidSlowsNewOnes: [
    made({ crisisContactsPer1000: 4, cptsFounded: (year) => (year < 2020 ? 10 : 6) }),
    made({ crisisContactsPer1000: 4, cptsFounded: (year) => (year < 2020 ? 10 : 8) }),
  ],
  ruralLags: [
    made({ cptsCoverage: byPlace({ 'rural:rural': 10 }, 22) }),
    made({ cptsCoverage: byPlace({ 'rural:rural': 30 }, 22) }),
  ],
  metropolisesLag: [
    made({ cptsCoverage: byPlace({ 'rural:metropolis': 10 }, 22) }),
    made({ cptsCoverage: byPlace({ 'rural:metropolis': 30 }, 22) }),
  ],
  overseasLags: [
    made({ cptsCoverage: byPlace({ '01': 10 }, 22) }),
    made({ cptsCoverage: byPlace({ '01': 30 }, 22) }),
  ],
  otherProfessionsJoin: [
    made({ cptsMembersProfessionals: 40, cptsMembersGps: 25 }),
    made({ cptsMembersProfessionals: 20, cptsMembersGps: 25 }),
  ],
  collectiveIsRare: [
    made({ mspOperationalShare: 60, mspCollectiveShare: 10 }),
    made({ mspOperationalShare: 40, mspCollectiveShare: 30 }),
  ],
  halfUnderAci: [made({ mspAciShare: 50 }), made({ mspAciShare: 70 })],
  trustGrows: [
    made({ mspLevel: (year) => year - 2013, gpTrust: (year) => year - 2013 }),
    made({ mspLevel: (year) => year - 2013, gpTrust: 0.5 }),
  ],
  youngInGroups: [
    made({ groupShareUnder50: 80, groupShare60plus: 44, nearBirthplace: 50 }),
    made({ groupShareUnder50: 80, groupShare60plus: 44, nearBirthplace: 30 }),
  ],
};

describe('patterns', () => {
  test('each has a case that shows it and one that does not', () => {
    expect(Object.keys(CASES)).toEqual(PATTERNS.map(({ id }) => id));
  });

  test.each(Object.entries(CASES))('%s is seen where it is, and only there', (id, [shows, hides]) => {
    expect(pattern(id).seen(shows)).toBe(true);
    expect(pattern(id).seen(hides)).toBe(false);
  });

  test.each(PATTERNS)('$id says nothing of a run that ends before', ({ seen }) => {
    expect(seen({ ...made({}), years: [] })).toBeUndefined();
  });

  test('each has a name of its own, both languages and a source', () => {
    expect(new Set(PATTERNS.map(({ id }) => id)).size).toBe(PATTERNS.length);
    for (const { label, source } of PATTERNS) {
      for (const text of [label.en, label.fr, source]) expect(text.length).toBeGreaterThan(3);
    }
  });
});

describe('verdicts', () => {
  const verdict = (seen: number, runs: number) =>
    judgePattern(
      PATTERNS[0],
      Array.from({ length: runs }, (_, i) => i < seen),
    ).verdict;

  test.each([
    [20, 20, 'seen'],
    [16, 20, 'seen'],
    [15, 20, 'unclear'],
    [5, 20, 'unclear'],
    [4, 20, 'notSeen'],
    [0, 20, 'notSeen'],
    [0, 0, 'unread'],
  ])('%d of %d runs: %s', (seen, runs, expected) => {
    expect(verdict(seen, runs)).toBe(expected);
  });

  test('draws of parameters, where there are any, have the word', () => {
    const [yes, no] = [Array(20).fill(true), Array(20).fill(false)];
    expect(judgePattern(PATTERNS[0], yes, no)).toMatchObject({ share: 1, drawsShare: 0, verdict: 'notSeen' });
    expect(judgePattern(PATTERNS[0], no, [...yes, ...no]).verdict).toBe('unclear');
    expect(judgePattern(PATTERNS[0], yes, []).verdict).toBe('seen');
  });

  test('the runs of a watch are asked one by one', () => {
    const always = { ...PATTERNS[0], seen: (run: RunView) => run.value('population', 2013) > 0 };
    const never = { ...PATTERNS[0], seen: () => undefined };
    const watch = watchPatterns([always, never], collectiveGeography());
    for (let i = 0; i < 3; i++) watch.add(recordYears(collectiveCountry()));
    watch.addDraw(recordYears(collectiveCountry()));
    expect(watch.judgements().map(({ runs, draws, verdict: said }) => [runs, draws, said])).toEqual([
      [3, 1, 'seen'],
      [0, 0, 'unread'],
    ]);
  });
});

test.each([0, 40])('the table of %d draws fits 80 columns in both languages', (draws) => {
  const judgements = PATTERNS.map((one, i) =>
    judgePattern(one, i % 3 === 0 ? [] : [true, i % 2 === 0], i % 2 === 0 ? [] : Array(draws).fill(true)),
  );
  for (const language of ['en', 'fr'] as const) {
    const lines = patternLines(judgements, { runs: 20, draws }, terminalOn(process, language, false));
    expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/undefined|NaN|\{\w+\}/);
  }
});

test('a view reads régions, groups, months and départements of a recording', () => {
  const geography = collectiveGeography();
  const world = collectiveCountry();
  world.territories.columns.cptsFlows.set([1], 0);
  const view = viewOf(
    recordYears(world),
    geography.territories.map(({ departement }) => departement),
  );
  expect(view.value('population', 2013)).toBe(30_000);
  expect(view.value('population', 2013, { place: '24' })).toBe(10_000);
  expect(view.value('population', 2013, { group: 'rural:rural' })).toBe(20_000);
  expect(view.value('population', 2040)).toBeNaN();
  expect(view.monthly('cptsFounded', 1356)).toBe(1);
  expect([...view.byDepartement('people', 2013)]).toEqual([
    ['91', 20_000],
    ['45', 10_000],
  ]);
});
