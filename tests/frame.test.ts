/** What a study keeps of a run: the same values as the tables of a run, formulas from them, nothing where none is. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { GROUP_IDS } from '../sim/recorder/cells.js';
import { HEADLINE, INDICATORS } from '../sim/recorder/dictionary.js';
import { type Frame, type FrameSpec, frameOf, framePeriods, frames } from '../sim/recorder/frame.js';
import { readyFormulas } from '../sim/recorder/ready-formulas.js';
import { territoryHeadlines, tidyRows } from '../sim/recorder/rows.js';
import { country, recordYears } from './support/tiny-recording.js';

/** Two years of the three-territory country, in which care grows month by month. */
const recording = (() => {
  const world = country();
  const { acts, fees } = world.territories.columns;
  return recordYears(
    world,
    (month) => {
      acts[0] = 3200 + 10 * (month - monthOf(2013, 1));
      fees[2] = 75_000 + (month - monthOf(2013, 1));
    },
    2,
  );
})();

const ALL = INDICATORS.map(({ id }) => id);
const PLACES = ['FR', ...recording.regions, ...recording.territories];
const SPEC: FrameSpec = {
  from: 2013,
  to: 2014,
  months: true,
  indicators: ALL,
  formulas: [],
  cells: [
    ...GROUP_IDS.map((group) => ({ place: 'FR', group })),
    ...recording.regions.flatMap((place) => [
      { place, group: 'all' as const },
      { place, group: 'lowIncome' as const },
    ]),
    ...recording.territories.map((place) => ({ place, group: 'all' as const })),
  ],
  territories: true,
};

/** A frame by period, place, group and indicator; values that do not exist are left out. */
function valuesOf({ values }: Frame, spec: FrameSpec): Map<string, number> {
  const found = new Map<string, number>();
  let at = 0;
  for (const period of framePeriods(spec)) {
    for (const { place, group } of spec.cells) {
      for (const id of spec.indicators) {
        const value = values[at++];
        if (!Number.isNaN(value)) found.set([period, place, group, id].join(' '), value);
      }
    }
  }
  expect(at).toBe(values.length);
  return found;
}

async function framed(change: Partial<FrameSpec> = {}): Promise<Map<string, number>> {
  const spec = { ...SPEC, ...change };
  return valuesOf(frameOf(recording, spec, await readyFormulas(spec.formulas)), spec);
}

/** The rows of the tables of a run in the cells of a frame. */
function tidyValues({ cells, from, to }: FrameSpec): Map<string, number> {
  const wanted = new Set(cells.map(({ place, group }) => `${place} ${group}`));
  return new Map(
    [...tidyRows(recording, 'all')]
      .filter(({ place, group }) => wanted.has(`${place} ${group}`))
      .filter(({ period }) => Number(period.slice(0, 4)) >= from && Number(period.slice(0, 4)) <= to)
      .map(({ period, place, group, indicator, value }) => [
        [period, place, group, indicator].join(' '),
        value,
      ]),
  );
}

describe('a frame', () => {
  test('holds every value of the tables of the run, and no other, year by year and month by month', async () => {
    const found = await framed();
    const expected = tidyValues(SPEC);
    expect(expected.size).toBeGreaterThan(1000);
    expect([...found.keys()].filter((key) => !expected.has(key))).toEqual([]);
    expect([...expected].filter(([key, value]) => found.get(key) !== value)).toEqual([]);
    expect(found.get('2013-03 FR all acts')).toBe(12_500 + 20);
  });

  test('of some years, cells and indicators holds the same values there', async () => {
    const change = {
      from: 2014,
      months: false,
      indicators: ['acts', 'population'],
      cells: [
        { place: '24', group: 'lowIncome' },
        { place: 'FR', group: 'all' },
      ],
    } as const;
    const found = await framed(change);
    const expected = tidyValues({ ...SPEC, ...change });
    for (const [key, value] of found) expect([key, value]).toEqual([key, expected.get(key)]);
    expect([...found.keys()]).toEqual([
      '2014 24 lowIncome population',
      '2014 FR all acts',
      '2014 FR all population',
    ]);
  });

  test('has its periods in order, each year before its months', () => {
    expect(framePeriods({ from: 2013, to: 2014, months: false })).toEqual(['2013', '2014']);
    const periods = framePeriods({ from: 2013, to: 2014, months: true });
    expect(periods.length).toBe(26);
    expect([...periods].sort()).toEqual(periods);
    expect(periods.slice(12, 15)).toEqual(['2013-12', '2014', '2014-01']);
  });

  test('holds the headline indicators of each territory and year, or nothing', () => {
    const rows = [...territoryHeadlines(recording)];
    const { territories } = frameOf(recording, SPEC, []);
    expect(rows.length).toBe(2 * recording.territories.length);
    expect([...territories]).toEqual(rows.flatMap(({ values }) => [...values]));
    expect(territories.length).toBe(rows.length * HEADLINE.length);
    expect(frameOf(recording, { ...SPEC, territories: false }, []).territories.length).toBe(0);
    const later = frameOf(recording, { ...SPEC, from: 2014 }, []).territories;
    expect([...later]).toEqual([...territories].slice(territories.length / 2));
  });

  test('of forked recordings takes over the year that they share, and no other', () => {
    const spec = { ...SPEC, months: false };
    const [first, second] = recording.years;
    // The fork has a second year of its own, in which three times as much happens everywhere.
    const other = { ...second, slots: second.slots.map((value) => 3 * value) };
    const fork = { ...recording, years: [first, other] };
    const frameOfAny = frames(spec, []);
    const before = frameOfAny(recording);
    const after = frameOfAny(fork);
    expect(before).toEqual(frameOf(recording, spec, []));
    expect(after).toEqual(frameOf(fork, spec, []));
    const half = before.values.length / 2;
    expect(after.values.slice(0, half)).toEqual(before.values.slice(0, half));
    expect(after.values.slice(half)).not.toEqual(before.values.slice(half));
    // A worst-served tenth of its own makes another year of the same record.
    const elsewhere = { ...recording, worstTenth: recording.worstTenth.map((in1) => 1 - in1) };
    expect(frameOfAny(elsewhere)).toEqual(frameOf(elsewhere, spec, []));
    expect(frameOfAny(elsewhere)).not.toEqual(before);
  });
});

describe('a formula', () => {
  const formulas = [
    { id: 'actsEach', formula: 'acts / (population - 4)' },
    { id: 'twice', formula: '2 * actsEach + max(acts, 1)' },
    { id: 'never', formula: 'acts / (population - population)' },
  ];
  const ids = { indicators: ['actsEach', 'twice', 'never', 'acts'], formulas };

  test('is computed from the indicators of its cell, kept or not, and from the formulas before it', async () => {
    const found = await framed(ids);
    const plain = await framed();
    for (const place of PLACES) {
      const [acts, population] = ['acts', 'population'].map(
        (id) => plain.get(`2014 ${place} all ${id}`) ?? Number.NaN,
      );
      const each = acts / (population - 4);
      expect(found.get(`2014 ${place} all actsEach`)).toBe(each);
      expect(found.get(`2014 ${place} all twice`)).toBe(2 * each + acts);
    }
    expect(found.get('2013 FR all actsEach')).toBe((12 * 12_500 + 660) / 39_996);
  });

  test('has no value where one of its indicators has none, or where it divides by nothing', async () => {
    const keys = [...(await framed(ids)).keys()];
    expect(keys.filter((key) => key.endsWith('never'))).toEqual([]);
    const plain = await framed();
    const both = (key: string) => ['acts', 'population'].every((id) => plain.has(key.replace(/\w+$/, id)));
    const wrong = keys.filter((key) => key.endsWith('actsEach') && !both(key));
    expect(wrong).toEqual([]);
    expect(keys.some((key) => key.startsWith('2013 FR lowIncome actsEach'))).toBe(false);
  });

  test('is computed for months from monthly values, and there alone', async () => {
    const found = await framed({
      indicators: ['half', 'stock'],
      formulas: [
        { id: 'half', formula: 'acts / 2' },
        { id: 'stock', formula: 'acts / gpsLiberal' },
      ],
    });
    expect(found.get('2013-03 FR all half')).toBe((12_500 + 20) / 2);
    expect(found.get('2013-03 24 all half')).toBe(3000 / 2);
    const monthly = (await framed()).has('2013-03 FR all gpsLiberal');
    expect(found.has('2013-03 FR all stock')).toBe(monthly);
    expect(found.has('2013 FR all stock')).toBe(true);
  });

  test('that cannot be read is refused with the character of the mistake', async () => {
    await expect(readyFormulas([{ id: 'wrong', formula: 'acts / gpsLibera' }])).rejects.toMatchObject({
      code: 'bad-option',
      message: expect.stringContaining('gpsLiberal'),
    });
  });
});
