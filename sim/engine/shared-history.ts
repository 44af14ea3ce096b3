/**
 * Which months scenarios have in common: runs of one seed are simulated together until their parameters first differ,
 * then apart. A tree of stretches of months, as pure data.
 */
import { firstDifference, type ResolvedParameters } from '../parameters/resolved.js';

/** Months that some scenarios live through as one, and what becomes of them afterwards. */
export interface Stretch {
  /** Positions of the scenarios in the list, rising. */
  readonly members: readonly number[];
  /** First and last month. */
  readonly from: number;
  readonly to: number;
  /** Empty at the end of history. */
  readonly branches: readonly Stretch[];
}

/**
 * Trees of the scenarios of a list, one for each start they do not share, in the order of the list. A difference in the
 * first month of history already makes another start, because the starting world reads that month.
 */
export function sharedHistory(
  scenarios: readonly ResolvedParameters[],
  from: number,
  to: number,
  fork = true,
): Stretch[] {
  const members = scenarios.map((_, s) => s);
  if (!fork) return members.map((s) => ({ members: [s], from, to, branches: [] }));
  const apart = differences(scenarios);
  return groupsAfter(members, from, apart).map((group) => grow(group, from, to, apart));
}

/** Months of simulation in trees, each counted once. */
export function monthsIn(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to, branches }) => sum + (to - from + 1) + monthsIn(branches), 0);
}

type Differences = (a: number, b: number) => number;

function differences(scenarios: readonly ResolvedParameters[]): Differences {
  const known = new Map<string, number>();
  return (a, b) => {
    const key = `${a} ${b}`;
    const found = known.get(key) ?? firstDifference(scenarios[a], scenarios[b]);
    known.set(key, found);
    return found;
  };
}

function grow(members: readonly number[], from: number, to: number, apart: Differences): Stretch {
  const split = Math.min(...members.map((s) => apart(members[0], s)));
  if (split > to) return { members, from, to, branches: [] };
  const branches = groupsAfter(members, split, apart).map((group) => grow(group, split, to, apart));
  return { members, from, to: split - 1, branches };
}

/** Scenarios that are still alike in `month` stay together. */
function groupsAfter(members: readonly number[], month: number, apart: Differences): number[][] {
  const groups: number[][] = [];
  for (const s of members) {
    const home = groups.find(([first]) => apart(first, s) > month);
    if (home) home.push(s);
    else groups.push([s]);
  }
  return groups;
}
