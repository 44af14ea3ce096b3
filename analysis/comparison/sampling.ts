/**
 * What counts as one observation. Runs with a common parameter draw are not independent of each other, so when points
 * are draws of uncertain parameters the point is the sampling unit and its replicates are averaged first; a grid of
 * chosen settings is no sample, so it is averaged within each replicate and replicates are the units.
 */
import type { Unit } from '../../sim/results/study/cells.js';
import type { Method } from './study.js';

export type SamplingUnit = 'replicate' | 'point';

/** The sampling unit of a study with these units; a single point leaves only chance to sample. */
export function samplingUnit(method: Method, units: readonly Unit[]): SamplingUnit {
  const sampled = method === 'latin-hypercube' || method === 'sobol';
  return sampled && units.some(({ point }) => point !== units[0].point) ? 'point' : 'replicate';
}

/** Columns of values on the same sampling units, in rising order of point or replicate. */
export interface Sample {
  readonly columns: readonly Float64Array[];
  /** Units in which some column lacks a value while another has one, and units of incomplete replicates. */
  readonly leftOut: number;
}

/** Averages columns over the sampling units in which every column has a value. */
export type Sampler = (columns: readonly Float64Array[]) => Sample;

/**
 * The sampler of these units. Within a replicate, all must hold the same points to be averages of the same thing:
 * points without any complete unit are left out for all, then replicates that lack one of the others.
 */
export function samplerOf(units: readonly Unit[], sampling: SamplingUnit): Sampler {
  const order = units
    .map((_, u) => u)
    .sort((u, v) => units[u].point - units[v].point || units[u].replicate - units[v].replicate);
  const observation = ranks(units.map((unit) => unit[sampling]));
  const point = ranks(units.map((unit) => unit.point));
  return (columns) => {
    const have = new Int32Array(units.length);
    for (const values of columns) for (const u of order) if (Number.isFinite(values[u])) have[u]++;
    const whole = order.filter((u) => have[u] === columns.length);
    const some = order.filter((u) => have[u] > 0);
    const points = new Set(whole.map((u) => point[u])).size;
    const members = new Int32Array(units.length);
    for (const u of whole) members[observation[u]]++;
    const kept = sampling === 'point' ? whole : whole.filter((u) => members[observation[u]] === points);
    const isKept = new Uint8Array(units.length);
    for (const u of kept) isKept[observation[u]] = 1;
    return {
      columns: columns.map((values) => {
        const sums = new Float64Array(units.length);
        for (const u of kept) sums[observation[u]] += values[u];
        return sums.map((sum, rank) => sum / members[rank]).filter((_, rank) => isKept[rank] === 1);
      }),
      leftOut: some.length - kept.length,
    };
  };
}

/** Rank of each key among the different ones, in rising order. */
function ranks(keys: readonly number[]): number[] {
  const rising = [...new Set(keys)].sort((a, b) => a - b);
  const rankOf = new Map(rising.map((key, rank) => [key, rank]));
  return keys.map((key) => rankOf.get(key) ?? 0);
}
