/**
 * One scenario against another over paired observations: the mean difference with its Student interval and test
 * (Student, "The probable error of a mean", Biometrika 6, 1908), in how many pairs each is better, and what pairing
 * gained (common random numbers: Law, Simulation Modeling and Analysis, 5th ed., §11.2).
 */
import type { Better } from '../../sim/recorder/indicator.js';
import { mean, meanInterval, variance } from '../../sim/recorder/statistics.js';
import { studentTail } from '../../sim/recorder/student.js';

/** Scenario against baseline. NaN stands for what cannot be said. */
export interface Contrast {
  readonly pairs: number;
  /** Means over the pairs. */
  readonly scenario: number;
  readonly baseline: number;
  /** Mean of scenario − baseline; the half-width of its 95 % interval is NaN for fewer than two pairs. */
  readonly difference: number;
  readonly halfWidth: number;
  /** Two-sided paired t-test that the mean difference is 0; NaN for fewer than two pairs. */
  readonly pValue: number;
  /** True when the difference is exactly 0 in every pair: the change concerns nothing that is measured here. */
  readonly identical: boolean;
  /** Share of pairs in which the scenario is higher; ties count half. */
  readonly shareHigher: number;
  /** Share of pairs in which the scenario is better; NaN where neither direction is. */
  readonly shareBetter: number;
  /** Pearson correlation of scenario and baseline over pairs; NaN where one of them never varies. */
  readonly correlation: number;
  /** 1 − var(difference) / (var scenario + var baseline): the variance of the difference that pairing removes. */
  readonly varianceReduction: number;
  /** Unpaired runs of each scenario that would give as narrow an interval; infinite for a constant difference. */
  readonly equivalentUnpaired: number;
}

/** Compares values of a scenario with those of the baseline, pair by pair. */
export function pairedContrast(
  scenario: Float64Array,
  baseline: Float64Array,
  better: Better | undefined,
): Contrast {
  const pairs = scenario.length;
  const differences = scenario.map((value, i) => value - baseline[i]);
  const { mean: difference, halfWidth } = meanInterval(differences);
  const shareHigher = mean(differences.map((d) => (Math.sign(d) + 1) / 2));
  const apart = variance(scenario) + variance(baseline);
  const left = variance(differences);
  return {
    pairs,
    scenario: mean(scenario),
    baseline: mean(baseline),
    difference,
    halfWidth,
    pValue: pValue(difference, left, pairs),
    identical: pairs > 0 && differences.every((d) => d === 0),
    shareHigher,
    shareBetter: better === undefined ? Number.NaN : better === 'more' ? shareHigher : 1 - shareHigher,
    correlation: correlation(scenario, baseline),
    varianceReduction: 1 - left / apart,
    equivalentUnpaired: (pairs * apart) / left,
  };
}

function pValue(difference: number, spread: number, pairs: number): number {
  if (pairs < 2) return Number.NaN;
  if (difference === 0) return 1;
  return studentTail(Math.abs(difference) / Math.sqrt(spread / pairs), pairs - 1);
}

function correlation(a: Float64Array, b: Float64Array): number {
  const centreA = mean(a);
  const centreB = mean(b);
  const together = a.reduce((sum, value, i) => sum + (value - centreA) * (b[i] - centreB), 0);
  return together / (a.length - 1) / Math.sqrt(variance(a) * variance(b));
}
