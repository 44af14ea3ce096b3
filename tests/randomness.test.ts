/** How p-values are judged together, and that the committed report speaks of the present draws. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { fullBattery, testName } from './randomness/catalogue.js';
import { parseRow, type Row } from './randomness/dieharder.js';
import {
  binomialAtLeast,
  fisherCombination,
  judge,
  kolmogorovSmirnov,
  kolmogorovTail,
} from './randomness/judge.js';
import { levelOf } from './randomness/lean.js';
import { FULL_ORDERINGS } from './randomness/orderings.js';
import { renderReport } from './randomness/report.js';
import { mixFingerprint, readNotes, readRows } from './randomness/store.js';
import { PROJECT } from './support/project.js';

const FOLDER = join(PROJECT, 'tests/randomness');

describe('the report of the full battery', () => {
  const rows = readRows(join(FOLDER, 'results.csv'));

  test('is about the present draws: whoever changes them runs `npm run randomness` again', () => {
    const [mark] = readFileSync(join(FOLDER, 'results.csv'), 'utf8').split('\n');
    expect(mark).toBe(`# draws ${mixFingerprint()}`);
  });

  test('holds every test of the battery on every ordering', () => {
    const held = new Set(rows.map((row) => `${row.ordering} ${row.test}`));
    const missing = FULL_ORDERINGS.flatMap((ordering) =>
      fullBattery(ordering, false).map((one) => `${ordering} ${testName(one)}`),
    ).filter((name) => !held.has(name));
    expect(missing).toEqual([]);
  });

  test('finds no FAILED and nothing in the p-values together', () => {
    expect(judge(rows)).toMatchObject({ failed: 0, sound: true });
  });

  test('says what its table of p-values says', () => {
    expect(readFileSync(join(FOLDER, 'REPORT.md'), 'utf8')).toBe(
      renderReport(rows, FULL_ORDERINGS, readNotes()),
    );
  });
});

describe('p-values together', () => {
  const N = 200;
  const chance = (label: string): number[] => {
    const generator = seedrandom(label);
    return Array.from({ length: N }, () => generator());
  };
  const rowsOf = (ps: readonly number[]): Row[] =>
    ps.map((p, n) => {
      const off = Math.min(p, 1 - p);
      const assessment = off < 1e-6 ? 'FAILED' : off < 0.005 ? 'WEAK' : 'PASSED';
      return {
        ordering: 'ids',
        test: `-d ${n}`,
        name: 'sts_monobit',
        ntuple: 0,
        tsamples: 1,
        psamples: 1,
        p,
        assessment,
      };
    });

  test('of chance are sound, nearly always', () => {
    const verdicts = Array.from({ length: 200 }, (_, n) => judge(rowsOf(chance(`chance ${n}`))).sound);
    expect(verdicts.filter((sound) => !sound).length).toBeLessThanOrEqual(3);
  });

  test.each([
    ['one is far out', (ps: number[]) => [...ps.slice(1), 1e-7]],
    ['one is far out at the other end', (ps: number[]) => [...ps.slice(1), 1 - 1e-7]],
    ['they lean to 0', (ps: number[]) => ps.map((p) => p ** 1.5)],
    ['they lean to 1', (ps: number[]) => ps.map((p) => p ** (1 / 1.5))],
    ['they crowd in the middle', (ps: number[]) => ps.map((p) => 0.25 + p / 2)],
    ['they are far out nine times too often', (ps: number[]) => ps.map((p, n) => (n % 11 === 0 ? 0.004 : p))],
  ])('are not sound when %s', (_, spoil) => {
    expect(judge(rowsOf(spoil(chance('spoilt')))).sound).toBe(false);
  });

  test('are pooled once for rows made of the same words, and never for a test that dieharder distrusts', () => {
    const [first, second] = rowsOf([0.2, 0.3]);
    const serial = [0.1, 0.2, 0.3].map((p) => ({ ...first, name: 'sts_serial', p }));
    expect(judge([...serial, second, { ...first, test: '-d 14', name: 'diehard_sums' }]).pooled).toBe(2);
  });

  test.each([100, 1000])(
    'of dieharder lean towards 1 under chance, and their levels do not (%i behind each)',
    (n) => {
      const generator = seedrandom('lean');
      const printed = Array.from({ length: 2000 }, () => {
        const sorted = Float64Array.from({ length: n }, () => generator()).sort();
        const distance = sorted.reduce((most, p, i) => Math.max(most, Math.abs(p - (i + 1) / (n + 1))), 0);
        return kolmogorovTail(distance, n);
      });
      const mean = (ps: readonly number[]) => ps.reduce((sum, p) => sum + p, 0) / ps.length;
      const levels = printed.map((p) => levelOf(p, n));
      expect(mean(printed)).toBeGreaterThan(mean(levels) + 0.01);
      expect(kolmogorovSmirnov(levels)).toBeGreaterThan(0.001);
    },
  );

  test('of a test with another number of p-values behind it are refused', () => {
    expect(() => levelOf(0.5, 20)).toThrow(/20 p-values/);
  });

  test('agree with published values', () => {
    // Kolmogorov distribution: P(K > 1.36) = 0.049. One p-value by Fisher is itself.
    const n = 1_000_000;
    const shifted = Array.from({ length: n }, (_, i) => Math.min(1, (i + 0.5) / n + 1.36 / Math.sqrt(n)));
    expect(kolmogorovSmirnov(shifted)).toBeCloseTo(0.049, 3);
    expect(fisherCombination([0.037])).toBeCloseTo(0.037, 12);
    // Two p-values: c − c ln c with c their product.
    expect(fisherCombination([0.1, 0.3])).toBeCloseTo(0.03 - 0.03 * Math.log(0.03), 12);
    expect(binomialAtLeast(10, 0.5, 8)).toBeCloseTo(56 / 1024, 12);
  });

  test('are read from a line of dieharder, and from no other line', () => {
    expect(
      parseRow('ids', '-d 2', '  diehard_rank_32x32|   0|     40000|     100|0.93806771|  PASSED  '),
    ).toEqual([
      {
        ordering: 'ids',
        test: '-d 2',
        name: 'diehard_rank_32x32',
        ntuple: 0,
        tsamples: 40000,
        psamples: 100,
        p: 0.93806771,
        assessment: 'PASSED',
      },
    ]);
    expect(parseRow('ids', '-d 2', '#==================#')).toEqual([]);
  });
});
