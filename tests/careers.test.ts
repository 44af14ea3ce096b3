/** Careers, training and nurses over 2013–2021, against the published stocks and flows; and what each lever moves. */
import { beforeAll, describe, expect, test } from 'vitest';
import { MONTHS_PER_YEAR, monthOf, yearOf } from '../sim/base/calendar.js';
import { careers } from '../sim/rules/careers.js';
import { installation } from '../sim/rules/installation/installation.js';
import { training } from '../sim/rules/training.js';
import { ACTIVE, CENTRE, LEAVING, LOCUM, RETIRED, SOLO } from '../sim/world/physicians.js';
import { HISTORY_START } from '../sim/world/synthesis/history.js';
import { fullHours, hoursTables } from '../sim/world/working-hours.js';
import type { World } from '../sim/world/world.js';
import {
  parametersUnder,
  practising,
  type SupplyOptions,
  type SupplySources,
  startSupply,
  supplySources,
} from './support/supply-harness.js';

interface History {
  readonly world: World;
  /** Of liberal GPs, by year from 2013; moves are neither. */
  readonly entries: number[];
  readonly exits: number[];
  readonly stock: number[];
  /** Exits without announcement, and successors who do not practise or do not belong to the practice. */
  readonly faults: string[];
}

let sources: SupplySources;
let histories: History[];

const last = <T>(values: readonly T[]): T => values[values.length - 1];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const meanOf = (pick: (history: History) => number) => mean(histories.map(pick));

function historyOf(options: SupplyOptions): History {
  const run = startSupply(sources, options);
  const { world } = run;
  const { status, form, since, exit, successor, practice, territory, keptShare } = world.physicians.columns;
  const before = status.slice();
  const settled = Uint8Array.from(before, (now) => (now === ACTIVE ? 1 : 0));
  const history: History = { world, entries: [], exits: [], stock: [], faults: [] };
  const add = (counts: number[], year: number) => {
    counts[year] = (counts[year] ?? 0) + 1;
  };
  run.until(monthOf(options.to ?? 2021, 12), (month) => {
    const year = yearOf(month) - yearOf(HISTORY_START);
    for (let row = 0; row < world.physicians.rows; row++) {
      if (status[row] === ACTIVE && settled[row] === 0) {
        settled[row] = 1;
        if (form[row] !== CENTRE) add(history.entries, year);
      }
      if (status[row] === RETIRED && exit[row] === month) {
        const moves = since[row] > month;
        if (!moves && form[row] !== CENTRE) add(history.exits, year);
        if (!moves && before[row] !== LEAVING) history.faults.push(`${row} left unannounced`);
        const heir = successor[row];
        if (heir >= 0 !== keptShare[row] > 0) history.faults.push(`${row} keeps a share without a successor`);
        if (heir >= 0 && status[heir] !== ACTIVE) history.faults.push(`${row} has an absent successor`);
        if (heir >= 0 && territory[heir] !== territory[row])
          history.faults.push(`${row} has a distant successor`);
        const partner = heir >= 0 && form[row] !== SOLO && practice[heir] !== practice[row];
        if (partner) history.faults.push(`${row} has a successor of another practice`);
      }
      before[row] = status[row];
    }
    if (month === monthOf(2019, 1)) meanHours = hoursNow(world, month);
    if (month % MONTHS_PER_YEAR === 11)
      history.stock[year] = practising(world, (row) => form[row] !== CENTRE).length;
  });
  return history;
}

/** Mean weekly hours with patients of liberal GPs in full practice in January 2019. */
let meanHours: Record<'all' | 'men' | 'women' | 'young' | 'old', number>;

function hoursNow(world: World, month: number): typeof meanHours {
  const { hours, birth, female, form, marginal } = world.physicians.columns;
  const full = practising(world, (row) => marginal[row] === 0 && form[row] !== CENTRE);
  const of = (holds: (row: number) => boolean) => mean(full.filter(holds).map((row) => hours[row]));
  const isYoung = (row: number) => month - birth[row] < 50 * MONTHS_PER_YEAR;
  return {
    all: of(() => true),
    men: of((row) => female[row] === 0),
    women: of((row) => female[row] === 1),
    young: of(isYoung),
    old: of((row) => !isYoung(row)),
  };
}

beforeAll(() => {
  sources = supplySources();
  histories = [0, 1].map((replicate) => historyOf({ replicate }));
});

describe('2013–2021 as published', () => {
  test('54.3 thousand liberal GPs become 50.6 thousand at the end of 2021, within 2 %', () => {
    expect(Math.abs(meanOf(({ stock }) => last(stock)) / 50_600 - 1)).toBeLessThan(0.02);
  });

  test('exits rise from 1,600 a year to 2,600, within a tenth', () => {
    expect(Math.abs(meanOf(({ exits }) => exits[0]) / 1600 - 1)).toBeLessThan(0.1);
    expect(Math.abs(meanOf(({ exits }) => last(exits)) / 2600 - 1)).toBeLessThan(0.1);
  });

  test('16.8 thousand settle and 20.2 thousand stop over the nine years, within 4 %', () => {
    const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
    expect(Math.abs(meanOf(({ entries }) => total(entries)) / 16_800 - 1)).toBeLessThan(0.04);
    expect(Math.abs(meanOf(({ exits }) => total(exits)) / 20_200 - 1)).toBeLessThan(0.04);
  });

  test('first settlements begin above the 1,369 of 2012 and rise towards the 2,357 of 2022', () => {
    expect(meanOf(({ entries }) => entries[0])).toBeGreaterThan(1369);
    expect(meanOf(({ entries }) => last(entries))).toBeGreaterThan(1950);
    expect(meanOf(({ entries }) => last(entries))).toBeLessThan(2357);
  });

  test('the identity of GPs closes: model + special practice + locums stay under the 66 thousand liberal and mixed', () => {
    const rest = meanOf(({ stock }) => 66_000 - last(stock)) - 8000;
    // 4 to 6 thousand in special practice (MEP), and a remainder that cannot be negative nor large.
    expect(rest).toBeGreaterThan(4000);
    expect(rest).toBeLessThan(9000);
  });

  test('GPs of centres de santé grow to about 3,500', () => {
    const centres = meanOf(
      ({ world }) => practising(world, (row) => world.physicians.columns.form[row] === CENTRE).length,
    );
    expect(Math.abs(centres / 3500 - 1)).toBeLessThan(0.12);
  });

  test('the mean age is about 51 and nearly half are women in 2021', () => {
    const end = monthOf(2021, 12);
    const { birth, female } = histories[0].world.physicians.columns;
    const rows = practising(histories[0].world);
    expect(Math.abs(mean(rows.map((row) => (end - birth[row]) / MONTHS_PER_YEAR)) - 51.1)).toBeLessThan(1);
    expect(Math.abs(mean(rows.map((row) => female[row])) - 0.494)).toBeLessThan(0.05);
  });

  test('liberal nurses grow from 80 to 99 thousand', () => {
    const { status } = histories[0].world.nurses.columns;
    expect(Math.abs(status.filter((now) => now === ACTIVE).length / 99_000 - 1)).toBeLessThan(0.015);
  });

  test('every exit is announced, and every successor practises in the same place', () => {
    for (const { faults } of histories) expect(faults).toEqual([]);
  });
});

describe('hours', () => {
  test('in 2019: 44.5 with patients; men 46.5, women 41; under 50 41 to 41.5, others 46 (within 0.6)', () => {
    const { men, women, young, old, all } = meanHours;
    for (const [simulated, published] of [
      [all, 44.5],
      [men, 46.5],
      [women, 41],
      [young, 41.25],
      [old, 46],
    ])
      expect(Math.abs(simulated - published)).toBeLessThan(0.6);
  });

  test('read as age, the short hours of the young end; read as a generation, they stay', () => {
    const { columns } = histories[0].world.physicians;
    const born1975 = practising(histories[0].world, (row) => yearOf(columns.birth[row]) === 1975);
    const hours = (reading: string, year: number) => {
      const parameters = parametersUnder(sources.catalogue, [`careers.hours.reading=${reading}`]);
      const month = monthOf(year, 1);
      const tables = hoursTables(parameters, month);
      const full = new Float64Array(born1975.length);
      fullHours(columns, Int32Array.from(born1975), full.length, month, tables, full);
      return mean([...full]);
    };
    expect(hours('age', 2035) / hours('age', 2019)).toBeGreaterThan(1.06);
    expect(hours('generation', 2035)).toBeCloseTo(hours('generation', 2019), 6);
    // In the year of the survey both readings say the same.
    expect(hours('generation', 2019)).toBeCloseTo(hours('age', 2019), 0);
    expect(hours('mixed', 2035)).toBeGreaterThan(hours('generation', 2035));
    expect(hours('mixed', 2035)).toBeLessThan(hours('age', 2035));
  });
});

describe('fatigue', () => {
  /** Three years in which nobody settles, with this wait of patients throughout. */
  const pressed = (wait: number, settings: readonly string[] = []) => {
    const run = startSupply(sources, { to: 2015, settings, wait, rules: [careers, installation] });
    const { columns, rows } = run.world.physicians;
    columns.since.fill(monthOf(2050, 1), 56_450);
    run.until(monthOf(2015, 12));
    const exits = columns.status.filter(
      (now, row) => now === RETIRED && columns.since[row] <= columns.exit[row],
    ).length;
    return { exits, rows, fatigue: mean(practising(run.world).map((row) => columns.fatigue[row])) };
  };

  test('long waits tire GPs and bring exits forward; without the effect on exits they tire only', () => {
    const [calm, tired] = [pressed(0), pressed(20)];
    expect(tired.fatigue).toBeGreaterThan(calm.fatigue + 0.15);
    expect(tired.exits).toBeGreaterThan(calm.exits * 1.05);
    const unmoved = ['careers.exit.fatigueEffect=0'];
    expect(pressed(20, unmoved).exits).toBe(pressed(0, unmoved).exits);
  });

  test('at the usual wait the profession stays near its reference of fatigue', () => {
    const { fatigue } = histories[0].world.physicians.columns;
    const level = mean(practising(histories[0].world).map((row) => fatigue[row]));
    expect(Math.abs(level - 0.4)).toBeLessThan(0.03);
  });
});

describe('levers', () => {
  test('later retirement lowers the exits of the first years', () => {
    const later = historyOf({ to: 2014, settings: ['careers.exit.laterBy=2'] });
    expect(later.exits[1]).toBeLessThan(histories[0].exits[1] * 0.85);
  });

  test('more training places wake more doctors of the same class and change no trait', () => {
    const graduates = (settings: readonly string[]) => {
      const run = startSupply(sources, { to: 2013, settings, rules: [training] });
      run.until(monthOf(2013, 12));
      return run.world;
    };
    const [base, more] = [graduates([]), graduates(['training.places@2010-01*=1.2'])];
    const count = (world: World) => world.physicians.columns.status.filter((now) => now === LOCUM).length;
    const pool = 9100;
    expect((count(more) - pool) / (count(base) - pool)).toBeCloseTo(1.2, 2);
    const woken = (world: World, row: number) => world.physicians.columns.status[row] === LOCUM;
    const rows = Array.from({ length: base.physicians.rows }, (_, row) => row).filter((row) =>
      woken(base, row),
    );
    expect(rows.filter((row) => !woken(more, row))).toEqual([]);
    for (const column of ['birth', 'female', 'origin', 'training', 'hoursTrait'] as const) {
      const traits = (world: World) => rows.map((row) => world.physicians.columns[column][row]);
      expect(traits(more)).toEqual(traits(base));
    }
  });

  test('the fourth year of residency leaves one November without graduates', () => {
    const run = startSupply(sources, { to: 2028, rules: [training] });
    const { status } = run.world.physicians.columns;
    const locums = () => status.reduce((count, now) => count + (now === LOCUM ? 1 : 0), 0);
    const gained: Record<number, number> = {};
    let waiting = locums();
    run.until(monthOf(2028, 11), (month) => {
      if (month % MONTHS_PER_YEAR === 10) gained[yearOf(month)] = locums() - waiting;
      waiting = locums();
    });
    expect(gained[2025]).toBeGreaterThan(1500);
    expect(gained[2026]).toBe(0);
    expect(gained[2027]).toBeGreaterThan(1500);
  });
});
