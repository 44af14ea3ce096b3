/** What is left to simulate of a study: families of runs, in order, and the part of them that a shard takes. */
import { type Unit, unitName } from '../results/study/cells.js';
import { type RunId, runName } from '../results/study/manifest.js';

/** The runs of one point and replicate that are to be made. */
export interface FamilyOfRuns extends Unit {
  readonly scenarios: readonly string[];
}

/** One of `count` parts of a study, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Runs grouped by unit, by replicate then point; scenarios in the order in which they come. */
export function familiesOf(runs: readonly RunId[]): FamilyOfRuns[] {
  const families = new Map<string, { point: number; replicate: number; scenarios: string[] }>();
  for (const { scenario, point, replicate } of runs) {
    const key = unitName({ point, replicate });
    const family = families.get(key) ?? { point, replicate, scenarios: [] };
    family.scenarios.push(scenario);
    families.set(key, family);
  }
  return [...families.values()].sort((a, b) => a.replicate - b.replicate || a.point - b.point);
}

/**
 * The units of a shard, out of all those of the study: every count-th from its own. It depends on the study alone, so
 * that a shard run again takes the same.
 */
export function shardUnits(units: readonly Unit[], { index, count }: Shard): Set<string> {
  return new Set(units.filter((_, u) => u % count === index - 1).map(unitName));
}

/** True for a run of one of these units. */
export function isOf(units: ReadonlySet<string>, unit: Unit): boolean {
  return units.has(unitName(unit));
}

/**
 * Cuts families so that there is one at least for each thread: with fewer families than threads, sharing history
 * saves less than a thread that has nothing to do costs.
 */
export function spreadOver(families: readonly FamilyOfRuns[], threads: number): FamilyOfRuns[] {
  const parts = families.length === 0 ? 1 : Math.ceil(threads / families.length);
  return families.flatMap(({ scenarios, ...unit }) => {
    const size = Math.ceil(scenarios.length / parts);
    return Array.from({ length: Math.ceil(scenarios.length / size) }, (_, part) => ({
      ...unit,
      scenarios: scenarios.slice(part * size, (part + 1) * size),
    }));
  });
}

/** Names of runs, for looking them up. */
export function namesOf(runs: Iterable<RunId>): Set<string> {
  return new Set([...runs].map(runName));
}
