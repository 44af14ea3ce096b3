/**
 * The tests of dieharder that are run: number, options, and whether their p-values may be judged together.
 *
 * The full battery is what `dieharder -a` runs, with dieharder's own sizes (100 p-values per test, one for the DAB
 * tests), but for two tests that would take most of the time: the 33 lagged sums, with 200,000 samples each for the
 * order of the hot loop (`ids`) and 50,000 for the others instead of a million, and the greatest common divisors,
 * with a million samples instead of ten for the others. `--thorough` gives them dieharder's sizes. The number of
 * p-values behind a test is never lowered: lean.ts knows what 100 are worth.
 */
import type { Ordering } from './orderings.js';

export interface BatteryTest {
  /** dieharder's test number (`dieharder -l`). */
  readonly number: number;
  readonly options: readonly string[];
}

/** Tests that dieharder itself lists as suspect or not to be used: shown, counted when they fail, not pooled. */
export const UNSOUND = new Set(['diehard_opso', 'diehard_oqso', 'diehard_dna', 'diehard_sums']);

/** Tests whose rows come from the same words: only the last row is pooled with the other tests. */
export const ONE_ROW = new Set([
  'sts_serial',
  'dab_filltree',
  'dab_filltree2',
  'diehard_craps',
  'diehard_runs',
  'marsaglia_tsang_gcd',
]);

/** The full battery of one ordering; `thorough` for dieharder's sizes throughout. */
export function fullBattery(ordering: Ordering, thorough: boolean): BatteryTest[] {
  const lagged = thorough ? [] : ['-t', ordering === 'ids' ? '200000' : '50000'];
  const divisors = thorough || ordering === 'ids' ? [] : ['-t', '1000000'];
  return [
    ...range(0, 16).map((number) => test(number)),
    test(17, ...divisors),
    ...range(100, 102).map((number) => test(number)),
    ...range(1, 12).map((n) => test(200, '-n', `${n}`)),
    ...range(2, 5).map((n) => test(201, '-n', `${n}`)),
    ...range(2, 5).map((n) => test(202, '-n', `${n}`)),
    ...range(0, 32).map((n) => test(203, '-n', `${n}`, ...lagged)),
    test(204),
    test(205),
    test(206, '-n', '256'),
    test(207, '-n', '32'),
    test(208, '-n', '0'),
    test(209, '-n', '12'),
  ];
}

/** About twenty seconds for one ordering: smaller samples, where a test allows them, of every family. */
export function subsetBattery(): BatteryTest[] {
  return [
    test(0),
    test(1, '-t', '100000'),
    test(3, '-t', '10000'),
    test(4),
    test(8),
    test(11),
    test(13, '-t', '10000'),
    test(15, '-t', '20000'),
    test(16, '-t', '20000'),
    test(100, '-t', '20000'),
    test(101, '-t', '10000'),
    test(102, '-t', '10000'),
    test(200, '-n', '4', '-t', '10000'),
    test(201, '-n', '2'),
    test(202, '-n', '5', '-t', '20000'),
    test(203, '-n', '1', '-t', '20000'),
    test(203, '-n', '15', '-t', '20000'),
    test(204),
    test(206, '-n', '256'),
  ];
}

/** Short tests that a weakened mix must fail. */
export function twinBattery(): BatteryTest[] {
  return [test(3, '-t', '10000'), test(101, '-t', '10000'), test(102, '-t', '10000')];
}

/** The options that tell a test from the others. */
export function testName({ number, options }: BatteryTest): string {
  return [`-d ${number}`, ...options].join(' ');
}

function test(number: number, ...options: string[]): BatteryTest {
  return { number, options };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}
