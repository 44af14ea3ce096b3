/**
 * What a study says of each territory: means over observations, differences from the baseline and whether their 95 %
 * interval leaves zero out, and how the people of France spread over territories in each run.
 */
import { studentFactor } from '../../../sim/recorder/student.js';
import type { Unit } from '../../../sim/results/study/cells.js';
import type { TerritoryValues } from '../../../sim/results/study/territory-values.js';
import type { SamplingUnit } from '../../comparison/sampling.js';

const LEVEL = 0.95;

export interface TerritoryShape {
  readonly scenarios: number;
  /** Position of the baseline among the scenarios. */
  readonly baseline: number;
  readonly years: number;
  /** People of each territory, the weight of its values. */
  readonly people: Float64Array;
  readonly units: readonly Unit[];
  readonly sampling: SamplingUnit;
}

/** Of one indicator. Position (scenario × years + year) × territories + territory. */
export interface TerritoryMeans {
  readonly mean: Float64Array;
  /** Half-width of the 95 % interval of that mean; NaN for one observation. */
  readonly meanHalfWidth: Float64Array;
  /** Mean paired difference from the baseline, and the half-width of its 95 % interval (NaN for one observation). */
  readonly difference: Float64Array;
  readonly halfWidth: Float64Array;
}

/** Means and paired differences of every territory and year. */
export function territoryMeans(values: TerritoryValues, shape: TerritoryShape): TerritoryMeans {
  const { scenarios, baseline, years, people } = shape;
  const territories = people.length;
  const size = scenarios * years * territories;
  const means = {
    mean: new Float64Array(size),
    meanHalfWidth: new Float64Array(size),
    difference: new Float64Array(size),
    halfWidth: new Float64Array(size),
  };
  const { observations, observe } = observer(shape);
  const describe = describer();
  const own = new Float64Array(observations);
  const other = new Float64Array(observations);
  const paired = new Float64Array(observations);
  for (let s = 0; s < scenarios; s++) {
    for (let cell = 0; cell < years * territories; cell++) {
      const at = s * years * territories + cell;
      observe(values, at, own);
      observe(values, baseline * years * territories + cell, other);
      for (let o = 0; o < observations; o++) paired[o] = own[o] - other[o];
      describe(own, means.mean, means.meanHalfWidth, at);
      describe(paired, means.difference, means.halfWidth, at);
    }
  }
  return means;
}

/** Writes the values of a cell by observation: units of the same point or replicate are averaged; NaN where one is missing. */
function observer({ units, sampling }: TerritoryShape) {
  const keys = [...new Set(units.map((unit) => unit[sampling]))].sort((a, b) => a - b);
  const rank = new Map(keys.map((key, i) => [key, i]));
  const observation = Int32Array.from(units, (unit) => rank.get(unit[sampling]) ?? 0);
  const counts = new Float64Array(keys.length);
  for (const o of observation) counts[o]++;
  function observe(values: TerritoryValues, at: number, into: Float64Array): void {
    into.fill(0);
    for (let u = 0; u < observation.length; u++) into[observation[u]] += values[at * observation.length + u];
    for (let o = 0; o < into.length; o++) into[o] /= counts[o];
  }
  return { observations: keys.length, observe };
}

/** Writes the mean of the values that exist and the half-width of its 95 % interval; factors of Student are looked up once. */
function describer() {
  const factors: number[] = [];
  return (values: Float64Array, means: Float64Array, halfWidths: Float64Array, at: number): void => {
    let count = 0;
    let sum = 0;
    for (let o = 0; o < values.length; o++) {
      if (Number.isNaN(values[o])) continue;
      count++;
      sum += values[o];
    }
    const mean = sum / count;
    means[at] = mean;
    halfWidths[at] = Number.NaN;
    if (count < 2) return;
    let squares = 0;
    for (let o = 0; o < values.length; o++)
      if (!Number.isNaN(values[o])) squares += (values[o] - mean) * (values[o] - mean);
    factors[count] ??= studentFactor(LEVEL, count - 1);
    halfWidths[at] = factors[count] * Math.sqrt(squares / (count - 1) / count);
  };
}

/** People who live in territories that are better, worse, or not told apart from the baseline, in shares. */
export interface GainShares {
  readonly better: number;
  readonly worse: number;
  readonly unclear: number;
}

/** Shares of people by what the interval of their territory allows to say in a year. */
export function gainShares(
  { difference, halfWidth }: TerritoryMeans,
  { years, people }: TerritoryShape,
  {
    scenario,
    year,
    better,
  }: { readonly scenario: number; readonly year: number; readonly better: 'more' | 'less' },
): GainShares {
  const sums = { better: 0, worse: 0, unclear: 0 };
  for (let z = 0; z < people.length; z++) {
    const at = (scenario * years + year) * people.length + z;
    const gain = better === 'more' ? difference[at] : -difference[at];
    if (Number.isNaN(gain)) continue;
    const isClear = Math.abs(gain) > halfWidth[at];
    sums[isClear ? (gain > 0 ? 'better' : 'worse') : 'unclear'] += people[z];
  }
  const total = sums.better + sums.worse + sums.unclear;
  return { better: sums.better / total, worse: sums.worse / total, unclear: sums.unclear / total };
}

/**
 * Quantiles of a territory's value over people, run by run: at each share of people, ranked by value, one quantile an
 * observation. Result: shares × observations.
 */
export function peopleQuantiles(
  values: TerritoryValues,
  shape: TerritoryShape,
  {
    scenario,
    year,
    shares,
  }: { readonly scenario: number; readonly year: number; readonly shares: readonly number[] },
): Float64Array[] {
  const { years, people, units } = shape;
  const from = (scenario * years + year) * people.length;
  const runs = units.map((_, u) => {
    const known = Array.from(people, (_, z) => z).filter((z) =>
      Number.isFinite(values[(from + z) * units.length + u]),
    );
    const value = (z: number) => values[(from + z) * units.length + u];
    known.sort((a, b) => value(a) - value(b) || a - b);
    const total = known.reduce((sum, z) => sum + people[z], 0);
    let reached = 0;
    let next = 0;
    const quantiles = new Float64Array(shares.length).fill(Number.NaN);
    for (const z of known) {
      reached += people[z];
      while (next < shares.length && reached >= shares[next] * total) quantiles[next++] = value(z);
    }
    return quantiles;
  });
  return shares.map((_, i) => Float64Array.from(runs, (quantiles) => quantiles[i]).filter(Number.isFinite));
}
