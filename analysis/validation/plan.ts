/**
 * Which runs a validation needs. A verdict rests on the mean of at least 20 replicates at 1:100, or 5 at 1:10 or
 * finer; figures that one agent of 100 people is too coarse for are read in a few runs at 1:10, to their last year.
 */
import { lastYearOf } from './measure.js';
import type { Target } from './target.js';

export const LEAST_REPLICATES = 20;
export const LEAST_FINE_REPLICATES = 5;
/** Fewest parameter draws of which a share is told. */
export const LEAST_DRAWS = 20;
/** Coarsest scale of a verdict, and coarsest scale at which five replicates are enough. */
export const COARSEST = 100;
export const FINE = 10;
/** Years after the history that is judged are simulated for the checks. */
export const LAST_CHECK_YEAR = 2025;
export const LAST_JUDGED_YEAR = 2021;
export const FIRST_YEAR = 2013;

export interface RunSet {
  readonly scale: number;
  readonly replicates: number;
  readonly to: number;
}

/** Fewest replicates for a verdict at a scale; `undefined` when the scale is too coarse for one. */
export function leastReplicates(scale: number): number | undefined {
  if (scale > COARSEST) return undefined;
  return scale > FINE ? LEAST_REPLICATES : LEAST_FINE_REPLICATES;
}

/** The runs asked for, and `fine` extra ones at 1:10 when the others are coarser; sets that serve no target are left out. */
export function runSets(main: RunSet, fine: number, targets: readonly Target[]): RunSet[] {
  const sets = [main, ...fineSets(main, fine, targets)];
  return sets.filter((_, s) => targets.some((target) => setOf(target, sets) === s));
}

function fineSets(main: RunSet, fine: number, targets: readonly Target[]): RunSet[] {
  const small = targets.filter(({ scale }) => scale !== undefined && scale < main.scale);
  if (small.length === 0 || fine === 0) return [];
  const scale = Math.min(...small.map((target) => target.scale ?? main.scale));
  const to = Math.min(main.to, Math.max(...small.map(lastYearOf)));
  return [{ scale, replicates: fine, to }];
}

/** The first set in which a target may be read: fine enough and long enough; -1 without one. */
export function setOf(target: Target, sets: readonly RunSet[]): number {
  return sets.findIndex(
    ({ scale, to }) => scale <= (target.scale ?? Number.POSITIVE_INFINITY) && lastYearOf(target) <= to,
  );
}
