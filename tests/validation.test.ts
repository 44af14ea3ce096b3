/** Validation: observed figures, how a run is read against them, verdicts. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countVerdicts, judge } from '../analysis/validation/judge.js';
import { measure } from '../analysis/validation/measure.js';
import { allowed, FIRST_CHECK_YEAR, SECTIONS, type Target } from '../analysis/validation/target.js';
import { checkTargets, loadTargets } from '../analysis/validation/target-file.js';
import { monthOf, yearOf } from '../sim/base/calendar.js';
import { INDICATORS } from '../sim/recorder/dictionary.js';
import type { Indicator } from '../sim/recorder/indicator.js';
import { PROJECT, projectFiles } from './support/project.js';
import { country, recordYears } from './support/tiny-recording.js';

const targets = loadTargets();
const target = (id: string): Target => targets.find((one) => one.id === id) as Target;

/** The numbers of the goal: id, observed, lowest and highest allowed. */
const GOAL: readonly (readonly [string, number, number])[] = [
  ['population.0to19.2013', 16096081 * 0.99, 16096081 * 1.01],
  ['population.75plus.2021', 6419629 * 0.99, 6419629 * 1.01],
  ['gps.2013', 54300 * 0.98, 54300 * 1.02],
  ['gps.2021', 50560 * 0.98, 50560 * 1.02],
  ['gpExits.2013', 1440, 1760],
  ['gpExits.2021', 2340, 2860],
  ['actsPerGp.2015to2019', 4845, 5355],
  ['acts.2015to2019', 250e6, 290e6],
  ['peopleSeen.2015to2019', 78, 86],
  ['patientsSeenMean.2021', 1643 * 0.9, 1643 * 1.1],
  ['patientsSeenMedian.2021', 1498 * 0.9, 1498 * 1.1],
  ['adultListMean.2021', 816, 1104],
  ['adultListMedian.2021', 927 * 0.85, 927 * 1.15],
  ['adultListP90.2021', 1844 * 0.85, 1844 * 1.15],
  ['adultListP10.2021', 198 * 0.6, 198 * 1.4],
  ['without.2017', 8.8, 10.8],
  ['without.2021', 10, 12],
  ['withoutLost.2021', 4.8, 6.8],
  ['withoutNever.2021', 4.2, 6.2],
  ['aldWithout.2021', 527000, 713000],
  ['delayMean.2016to2017', 4.5, 7.5],
  ['delayMedian.2016to2017', 1.5, 2.5],
  ['delayOver5.2016to2017', 18.75, 31.25],
  ['delayOver11.2016to2017', 7.5, 12.5],
  ['gpsMostlyUnscheduled.2019', 32, 48],
  ['refusing.2019', 45, 61],
  ['apl.2018', 3.73, 4.13],
  ['aplBelow.2015', 0.8, 6.8],
  ['aplBelow.2018', 2.7, 8.7],
  ['nearBirthplace.2019', 40, 60],
  ['groupShareUnder50.2019', 75, 87],
  ['groupShare50to59.2019', 51, 63],
  ['groupShare60plus.2019', 38, 50],
  ['regions.large.2021.53', 2734 * 0.95, 2734 * 1.05],
  ['regions.small.2021.04', 748 * 0.85, 748 * 1.15],
  ['regions.small.2021.06', 23 - 2 * Math.sqrt(23), 23 + 2 * Math.sqrt(23)],
];

describe('observed figures', () => {
  test.each(GOAL)('%s is judged between %d and %d', (id, low, high) => {
    const range = allowed(target(id)) as readonly [number, number];
    expect(target(id).judged).toBe(true);
    expect(range[0]).toBeCloseTo(low, 6);
    expect(range[1]).toBeCloseTo(high, 6);
  });

  test('nothing dated 2022 or later is fitted or judged', () => {
    const late = targets.filter(({ datedUntil }) => yearOf(datedUntil) >= FIRST_CHECK_YEAR);
    expect(late.length).toBeGreaterThan(20);
    expect(late.filter(({ use, judged }) => use === 'fit' || judged)).toEqual([]);
  });

  test('what is judged is read in 2013–2021 and has a tolerance', () => {
    for (const one of targets.filter(({ judged }) => judged)) {
      const { reading } = one;
      const last = reading.kind === 'month' ? yearOf(reading.month) : reading.to;
      expect(last, one.id).toBeLessThanOrEqual(2021);
      expect(allowed(one), one.id).toBeDefined();
    }
  });

  test('the parts of the régions sum to the national number they are written for', () => {
    for (const year of [2013, 2021, 2022, 2025]) {
      const parts = targets.filter(({ id }) => /^regions\./.test(id) && id.includes(`.${year}.`));
      expect(parts).toHaveLength(18);
      const sum = parts.reduce((total, { observed }) => total + (observed as number), 0);
      expect(Math.abs(sum - (parts[0].outOf as number)), String(year)).toBeLessThan(10);
    }
  });

  test('every file of targets is a section', () => {
    const names = projectFiles('scenarios/targets', '.yaml').map((path) =>
      path.replace(/^.*\/(.*)\.yaml$/, '$1'),
    );
    expect([...names].sort()).toEqual([...SECTIONS].sort());
  });
});

const DATA = join(PROJECT, '../shared/data');
const PEOPLE = join(DATA, 'pop_departement_age5_2010_2022.csv');
const GPS = join(DATA, 'gp_tous_modes_par_region_2012_2025_DREES.csv');

/** Lines of a file of comma-separated values, by the names of its first line. */
function table(path: string): Record<string, string>[] {
  const [names, ...lines] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(line.map((value, c) => [names[c], value])));
}

describe.skipIf(!existsSync(PEOPLE) || !existsSync(GPS))(
  'against the official files (skipped where ../shared/data is absent)',
  () => {
    test('people by age class are the sums of the départements', () => {
      const classes = {
        '0to19': '0_19',
        '20to39': '20_39',
        '40to59': '40_59',
        '60to74': '60_74',
        '75plus': '75p',
      };
      for (const [name, column] of Object.entries(classes)) {
        for (const year of ['2013', '2021', '2022']) {
          const rows = table(PEOPLE).filter(({ annee }) => annee === year);
          const sum = rows.reduce((total, row) => total + Number(row[`ens_${column}`]), 0);
          expect(target(`population.${name}.${year}`).observed, `${name} ${year}`).toBe(sum);
        }
      }
    });

    test('parts of régions are those of 2013 moved by the relative trend of the RPPS', () => {
      const parts = (year: number) =>
        targets.filter(({ id }) => new RegExp(`^regions\\.\\w+\\.${year}\\.`).test(id));
      for (const year of [2021, 2022, 2025]) {
        const moved = parts(2013).map(({ place, observed }) => {
          const row = table(GPS).find(({ region }) => region.startsWith(place)) as Record<string, string>;
          return { place, gps: ((observed as number) * Number(row[year])) / Number(row[2013]) };
        });
        const all = moved.reduce((total, { gps }) => total + gps, 0);
        for (const { place, gps } of moved) {
          const observed = parts(year).find((one) => one.place === place)?.observed as number;
          expect(Math.abs(observed - (gps / all) * 50560), `${place} ${year}`).toBeLessThan(2);
        }
      }
    });
  },
);

describe('a file of targets that cannot be read is refused in words', () => {
  const entry = (change: string) =>
    `gps.test:
  indicator: gpsLiberal
  dated: 2021
  at: 2021
  observed: 50560
  tolerance: { kind: share, value: 0.02 }
  use: fit
  status: V
  source: somewhere
`.replace(...(change.split('→') as [string, string]));
  test.each([
    ['indicator: gpsLiberal→indicator: gpsLiberals', "did you mean 'gpsLiberal'?"],
    ['dated: 2021→dated: 2023', 'a figure dated 2022 or later is never used'],
    ['kind: share→kind: points', 'points are for indicators in percent'],
    ['kind: share→kind: interval', "goes with 'kind: interval'"],
    ['kind: share→kind: maxOf', "needs 'share' and 'roots'"],
    ['  tolerance: { kind: share, value: 0.02 }\n→', 'a figure without tolerance is not judged'],
    ['at: 2021→at: 2021-13', "'at' is the text '2021-13', expected a month written as"],
    ['use: fit→uses: fit', "unknown key 'uses'"],
    ['use: fit→use: fit\n  rank: true', 'a rank is that of a région'],
    ['indicator: gpsLiberal\n→indicator: peopleSeen\n', ''],
  ])('%s', (change, says) => {
    const folder = mkdtempSync(join(tmpdir(), 'maillage-targets-'));
    try {
      for (const section of SECTIONS) {
        writeFileSync(join(folder, `${section}.yaml`), section === 'gps' ? entry(change) : '');
      }
      const messages = checkTargets(folder).problems.map(({ where, message }) => `${where}: ${message}`);
      if (says === '') expect(messages).toEqual([]);
      else {
        expect(messages.join('\n')).toContain(says);
        expect(messages[0]).toMatch(/gps\.yaml:\d+:\d+: /);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('reading a run', () => {
  const recording = recordYears(country(), undefined, 2);
  const base = target('gps.2021');
  const indicator = (id: string) => INDICATORS.find((one) => one.id === id) as Indicator;
  const year = { kind: 'years', from: 2013, to: 2014, over: 'mean' } as const;

  test('a year gives the value of the dictionary', () => {
    const one = { ...base, indicator: indicator('population'), reading: { ...year, to: 2013 } };
    expect(measure(one, recording)).toBe(40_000);
    expect(measure({ ...one, place: '24' }, recording)).toBe(10_000);
    expect(measure({ ...one, without: ['24'] }, recording)).toBe(30_000);
  });

  test('several years give their mean or their sum', () => {
    const acts = { ...base, indicator: indicator('acts') };
    expect(measure({ ...acts, reading: year }, recording)).toBe(12 * 12500);
    expect(measure({ ...acts, reading: { ...year, over: 'sum' } }, recording)).toBe(24 * 12500);
  });

  test('a month gives the state at its end, and nothing outside the run', () => {
    const month = (at: number) => ({ ...base, reading: { kind: 'month', month: at } as const });
    const share = { ...month(monthOf(2014, 6)), indicator: indicator('withoutMedecinTraitant') };
    expect(measure(share, recording)).toBeCloseTo((448 / 3380) * 100, 12);
    expect(measure(month(monthOf(2015, 1)), recording)).toBeNaN();
    expect(measure({ ...base, reading: { ...year, to: 2015 } }, recording)).toBeNaN();
  });

  test('a part of France is written out of the observed total, and a change as a percentage', () => {
    const population = { ...base, indicator: indicator('population'), reading: { ...year, to: 2013 } };
    expect(measure({ ...population, place: '24', outOf: 1000 }, recording)).toBe(250);
    expect(measure({ ...population, percentOf: 2014 }, recording)).toBe(100);
  });

  test('a rank is 1 for the région with the most, the same for equals, and none where there is no value', () => {
    const population = { ...base, indicator: indicator('population'), rank: true };
    const rank = (place: string, change = {}) =>
      measure({ ...population, reading: { ...year, to: 2013 }, place, ...change }, recording);
    expect([rank('11'), rank('24')]).toEqual([1, 2]);
    const signed = { indicator: indicator('cptsSigned') };
    expect([rank('11', signed), rank('24', signed)]).toEqual([1, 1]);
    expect(rank('24', { reading: { ...year, from: 2016, to: 2016 } })).toBeNaN();
  });
});

describe('verdicts', () => {
  test('the mean of the replicates is judged, however wide its interval', () => {
    const one = target('without.2021');
    expect(judge(one, [10.5, 11.5]).verdict).toBe('ok');
    expect(judge(one, [9, 13]).verdict).toBe('ok');
    expect(judge(one, [12.1, 12.3]).verdict).toBe('miss');
    expect(judge(one, [Number.NaN, 11]).verdict).toBe('miss');
    expect(judge(one, []).verdict).toBe('unread');
    expect(judge(target('aldWithout.2023'), [472000]).verdict).toBe('unjudgeable');
  });

  test('an interval holds its ends', () => {
    const one = target('peopleSeen.2015to2019');
    expect([77.9, 78, 86, 86.1].map((value) => judge(one, [value]).verdict)).toEqual([
      'miss',
      'ok',
      'ok',
      'miss',
    ]);
  });

  test('misses are named, and figures for information never count among them', () => {
    const counts = countVerdicts([
      judge(target('gps.2013'), [54000]),
      judge(target('gps.2021'), [40000]),
      judge(target('adultListP10.2021'), []),
      judge(target('gpEntries.2022'), [0]),
    ]);
    expect(counts).toEqual({
      judged: 3,
      ok: 1,
      unread: 1,
      fitted: 2,
      fittedOk: 1,
      checks: 1,
      checksOk: 0,
      missed: ['gps.2021'],
    });
  });
});
