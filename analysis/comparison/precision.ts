/**
 * How many replicates a wanted precision takes: the replications algorithm of Hoad, Robinson & Davies (2010,
 * "Automated selection of the number of replications for a discrete-event simulation", Journal of the Operational
 * Research Society 61), with an absolute half-width, and runs added in blocks.
 *
 * The replicate is the observation here even when points are sampled (values are averaged over the points within each
 * replicate): more replicates can only narrow the part of chance.
 */

import { meanInterval } from '../../sim/recorder/statistics.js';
import type { StudyCells } from '../../sim/results/study/cells.js';
import { samplerOf } from './sampling.js';

/** Fewest replicates from which an interval is believed, and the look-ahead, both as the paper recommends. */
const FEWEST = 3;
const LOOK_AHEAD = 5;
/** From this many replicates on, the look-ahead is a share of them. */
const MANY = 100;
const BLOCK = 5;

export interface Precision {
  /** True when the half-width is as small as wanted after `replicates`, and stays so for the look-ahead. */
  readonly reached: boolean;
  /** The smallest such number; all that there are when it is not reached. */
  readonly replicates: number;
  /** Half-width of the 95 % interval after so many; NaN for fewer than two. */
  readonly halfWidth: number;
  /** Half-width after 1, 2, 3 … replicates; NaN for the first. */
  readonly series: readonly number[];
}

/** Precision of the mean of `values`, one a replicate in the order in which they were simulated. */
export function precisionOf(values: Float64Array, wanted: number): Precision {
  const series = Array.from(values, (_, i) => meanInterval(values.subarray(0, i + 1)).halfWidth);
  for (let n = FEWEST; n + lookAhead(n) <= series.length; n++) {
    if (!series.slice(n - 1, n + lookAhead(n)).every((halfWidth) => halfWidth <= wanted)) continue;
    return { reached: true, replicates: n, halfWidth: series[n - 1], series };
  }
  const replicates = series.length;
  return { reached: false, replicates, halfWidth: series.at(-1) ?? Number.NaN, series };
}

/** Further replicates over which a precision must hold: 5, or 5 % of the replicates from 100 on, rounded up. */
export function lookAhead(replicates: number): number {
  return Math.ceil((LOOK_AHEAD * Math.max(replicates, MANY)) / MANY);
}

/** Replicates to have next: the multiple of 5 after `current`, so that the count reached never depends on the start. */
export function nextReplicates(current: number): number {
  return (Math.floor(current / BLOCK) + 1) * BLOCK;
}

export interface WantedPrecision {
  readonly indicator: string;
  /** Absolute, in the unit of the indicator. */
  readonly halfWidth: number;
}

export interface StudyPrecision extends Precision {
  readonly indicator: string;
  readonly scenario: string;
  /** The scenario it is paired with; `undefined` when the study has one scenario, whose own mean is wanted. */
  readonly baseline: string | undefined;
  readonly wanted: number;
}

/**
 * Precision of the difference of each scenario from the baseline, for each indicator wanted, or of the mean of the
 * only scenario. `cells` holds one place, group and period.
 */
export function studyPrecision(
  { scenarios, units, cells }: StudyCells,
  baseline: string,
  wanted: readonly WantedPrecision[],
): StudyPrecision[] {
  const others = scenarios.map(({ name }) => name).filter((name) => name !== baseline);
  const sample = samplerOf(units, 'replicate');
  return wanted.flatMap(({ indicator, halfWidth }): StudyPrecision[] => {
    const values = cells.find((cell) => cell.indicator === indicator)?.values ?? new Float64Array();
    const columnOf = (name: string) => {
      const s = scenarios.findIndex((scenario) => scenario.name === name);
      return values.subarray(s * units.length, (s + 1) * units.length);
    };
    const told = { indicator, wanted: halfWidth };
    if (others.length === 0) {
      const [own] = sample([columnOf(baseline)]).columns;
      return [{ ...told, scenario: baseline, baseline: undefined, ...precisionOf(own, halfWidth) }];
    }
    return others.map((scenario) => {
      const [a, b] = sample([columnOf(scenario), columnOf(baseline)]).columns;
      const differences = a.map((value, i) => value - b[i]);
      return { ...told, scenario, baseline, ...precisionOf(differences, halfWidth) };
    });
  });
}
