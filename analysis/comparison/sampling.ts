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

/**
 * Averages columns over sampling units, keeping only the units in which every column has a value.
 * Within a replicate, all must hold the same points to be averages of the same thing: points without any complete
 * unit are left out for all, then replicates that lack one of the others.
 */
export function sampleOf(
  units: readonly Unit[],
  columns: readonly Float64Array[],
  sampling: SamplingUnit,
): Sample {
  const order = units.map((_, u) => u).sort(byPointThenReplicate(units));
  const whole = order.filter((u) => columns.every((values) => Number.isFinite(values[u])));
  const some = order.filter((u) => columns.some((values) => Number.isFinite(values[u])));
  const kept = sampling === 'point' ? whole : wholeReplicates(units, whole);
  const members = new Map<number, number[]>();
  for (const u of kept) {
    const key = units[u][sampling];
    members.set(key, [...(members.get(key) ?? []), u]);
  }
  const observations = [...members].sort(([a], [b]) => a - b).map(([, own]) => own);
  return {
    columns: columns.map((values) => Float64Array.from(observations, (own) => average(values, own))),
    leftOut: some.length - kept.length,
  };
}

function byPointThenReplicate(units: readonly Unit[]): (u: number, v: number) => number {
  return (u, v) => units[u].point - units[v].point || units[u].replicate - units[v].replicate;
}

function wholeReplicates(units: readonly Unit[], whole: readonly number[]): number[] {
  const points = new Set(whole.map((u) => units[u].point)).size;
  const have = new Map<number, number>();
  for (const u of whole) have.set(units[u].replicate, (have.get(units[u].replicate) ?? 0) + 1);
  return whole.filter((u) => have.get(units[u].replicate) === points);
}

function average(values: Float64Array, members: readonly number[]): number {
  return members.reduce((sum, u) => sum + values[u], 0) / members.length;
}
