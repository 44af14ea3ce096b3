/**
 * A family: the runs of several scenarios that meet the same chance (seed and replicate). The history that they share is
 * simulated once and forked where their parameters first differ; a forked run equals the unforked one byte for byte.
 */
import { MONTHS_PER_YEAR, monthOf } from '../base/calendar.js';
import { runKey } from '../base/draws.js';
import { MaillageError } from '../base/errors.js';
import {
  firstDifference,
  type ParametersJson,
  parametersFromJSON,
  type ResolvedParameters,
} from '../parameters/resolved.js';
import { createRecorder, type Recorded, type RecorderState } from '../recorder/recorder.js';
import { DEMOGRAPHIC_PARAMETERS, type RegisterUse, registerOf } from '../rules/demography/register.js';
import { worldDigest } from '../world/digest.js';
import type { Geography } from '../world/territory.js';
import type { World, WorldSize } from '../world/world.js';
import { FIRST_YEAR, FROZEN_MONTHS, worldSize } from './setup.js';
import { monthsIn, type Stretch, sharedHistory } from './shared-history.js';
import { afterMonth, countAgents, type RunOptions, type RunResult, settleWorld } from './simulate.js';
import { runSpan } from './span.js';
import type { StartingWorlds } from './starting-worlds.js';
import { COPIES_IN_MEMORY, copyWorld } from './world-copy.js';

/** Agents up to which a civil register is kept: of more it would take as much memory as the world (four bytes an agent and year). */
const MOST_REGISTERED = 16e6;

/** What all runs of a family have in common. */
export type FamilyOptions = Omit<RunOptions, 'parameters' | 'geography' | 'onHistory' | 'panel'> & {
  readonly geography: Geography;
  /** Share the history that scenarios have in common; else each is simulated from its start. Default true. */
  readonly fork?: boolean;
  /** Keep what each month came to, and not only years. Default true. */
  readonly months?: boolean;
  /** Where copies of very large worlds go. */
  readonly folder?: string;
};

/** How the run of one scenario ended; `member` is its position in the list. */
export type Outcome =
  | { readonly member: number; readonly result: RunResult }
  | { readonly member: number; readonly error: unknown };

interface Member {
  readonly json: ParametersJson;
  readonly parameters: ResolvedParameters;
  readonly size: WorldSize;
}

/** State at the end of a stretch. */
interface Reached {
  readonly recorder: RecorderState;
  readonly patientMonths: number;
}

/**
 * Simulates the scenarios of a family and delivers the outcome of each as soon as it is known. A scenario that fails does
 * not stop the others.
 * @throws MaillageError `interrupted` when `signal` aborts.
 */
export async function runFamily(
  starts: StartingWorlds,
  scenarios: readonly ParametersJson[],
  options: FamilyOptions,
  deliver: (outcome: Outcome) => void,
): Promise<void> {
  const members = new Map<number, Member>();
  for (const [member, json] of scenarios.entries()) {
    try {
      const parameters = parametersFromJSON(json);
      members.set(member, { json, parameters, size: sizeOf(parameters, options) });
    } catch (error) {
      deliver({ member, error });
    }
  }
  const able = [...members.keys()];
  const list = [...members.values()].map(({ parameters }) => parameters);
  const from = monthOf(FIRST_YEAR, 1);
  const last = monthOf(options.to, MONTHS_PER_YEAR);
  const trees = sharedHistory(list, from, last, options.fork).map((tree) => renamed(tree, able));
  const progress = { done: 0, total: monthsIn(trees) + trees.length * FROZEN_MONTHS };
  for (const tree of trees) await runTree(starts, tree, members, options, progress, deliver);
}

function sizeOf(parameters: ResolvedParameters, { geography, scale, threads, to }: FamilyOptions) {
  return worldSize(geography, parameters, { scale, lanes: threads, to });
}

function renamed({ members, branches, ...months }: Stretch, names: readonly number[]): Stretch {
  return {
    ...months,
    members: members.map((s) => names[s]),
    branches: branches.map((branch) => renamed(branch, names)),
  };
}

async function runTree(
  starts: StartingWorlds,
  tree: Stretch,
  members: ReadonlyMap<number, Member>,
  options: FamilyOptions,
  progress: { done: number; readonly total: number },
  deliver: (outcome: Outcome) => void,
): Promise<void> {
  const memberOf = (s: number) => members.get(s) as Member;
  const run = runKey(options.seed, options.replicate);
  const onProgress: RunOptions['onProgress'] = ({ month, agents }) => {
    progress.done++;
    options.onProgress?.({ month, agents, done: progress.done, total: progress.total });
  };

  /** Memory held by copies at the forks behind: of scenarios that change in turn there are a dozen. */
  let held = 0;

  /** Simulates a stretch and all that follows from it; a failure fails every run that would have passed through. */
  async function live(world: World, stretch: Stretch, before: Reached | undefined): Promise<void> {
    const [first] = stretch.members;
    const months = { ...options, parameters: memberOf(first).json, onProgress };
    const recorder = createRecorder(world, recorded(options), before?.recorder);
    let patientMonths = before?.patientMonths ?? 0;
    registerOf(world).use(before === undefined ? 'none' : registerUse(world, first));
    await runSpan(
      world,
      months,
      { from: stretch.from, to: stretch.to, frozen: false, run },
      async (month) => {
        recorder.month(month);
        patientMonths += countAgents(world);
        await afterMonth(world, months, month);
      },
    );
    if (stretch.branches.length === 0) {
      const digest = options.digest ? worldDigest(world) : undefined;
      const result = { recording: recorder.finish(), patientMonths, digest };
      for (const member of stretch.members) deliver({ member, result });
      return;
    }
    const reached = { recorder: recorder.save(), patientMonths };
    const copy = copyWorld(world, options.folder, COPIES_IN_MEMORY - held);
    held += copy.memory;
    try {
      for (const [b, branch] of stretch.branches.entries()) {
        await failing(branch.members, async () => {
          if (b > 0) copy.restore();
          await live(world, branch, reached);
        });
      }
    } finally {
      copy.drop();
      held -= copy.memory;
    }
  }

  /** After the first fork the first scenario writes the civil register, and others read it while demography is alike. */
  function registerUse(world: World, member: number): RegisterUse {
    const lead = tree.members[0];
    // Each thread of a team would have a register of its own.
    if (options.threads > 1 || world.patients.table.rows > MOST_REGISTERED) return 'none';
    if (member === lead) return 'write';
    const [a, b] = [memberOf(lead).parameters, memberOf(member).parameters];
    return { until: firstDifference(a, b, DEMOGRAPHIC_PARAMETERS) };
  }

  async function failing(concerned: readonly number[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof MaillageError && error.code === 'interrupted') throw error;
      for (const member of concerned) deliver({ member, error });
    }
  }

  await failing(tree.members, async () => {
    const { json, parameters } = memberOf(tree.members[0]);
    const size = largest(tree.members.map((s) => memberOf(s).size));
    const settle = (world: World) => settleWorld(world, { ...options, parameters: json, onProgress });
    const world = await starts.get(options.geography, parameters, size, settle);
    registerOf(world).clear();
    await live(world, tree, undefined);
  });
}

/** A size that holds all of these. */
function largest(sizes: readonly WorldSize[]): WorldSize {
  const most = (of: (size: WorldSize) => number) => Math.max(...sizes.map(of));
  return {
    ...sizes[0],
    physicians: most(({ physicians }) => physicians),
    nurses: most(({ nurses }) => nurses),
    moverCapacity: most(({ moverCapacity }) => moverCapacity),
    patientCapacity: sizes[0].patientCapacity.map((_, z) => most((size) => size.patientCapacity[z])),
  };
}

function recorded({ from, to, months }: FamilyOptions): Recorded {
  return { from: monthOf(from, 1), to: monthOf(to, MONTHS_PER_YEAR), months };
}
