/**
 * One run: a scenario, a seed, a replicate, a scale, months in order. The same run gives the same bytes for any number
 * of threads.
 */
import { MONTHS_PER_YEAR, monthOf } from '../base/calendar.js';
import { runKey } from '../base/draws.js';
import { MaillageError } from '../base/errors.js';
import { type ParametersJson, parametersFromJSON } from '../parameters/resolved.js';
import { createPanel, type GpPanel, type PanelRequest } from '../recorder/gp-panel.js';
import { createRecorder } from '../recorder/recorder.js';
import type { Recording } from '../recorder/recording.js';
import { createTracer, type TraceRequest, type TraceResult } from '../recorder/trace.js';
import { SCHEDULE } from '../rules/schedule.js';
import { worldDigest } from '../world/digest.js';
import { buildGeography } from '../world/geography/build.js';
import { checkInvariants } from '../world/invariants.js';
import { DATA_SEED } from '../world/synthesis/data-seed.js';
import type { Geography } from '../world/territory.js';
import type { World } from '../world/world.js';
import { refuseConflicts } from './plan.js';
import { FIRST_YEAR, FROZEN_MONTHS, LAST_YEAR, setUpWorld } from './setup.js';
import { runSpan } from './span.js';

export interface RunOptions {
  /** Resolved parameters of the scenario, as plain data (`ResolvedParameters.toJSON`). */
  readonly parameters: ParametersJson;
  readonly seed: string;
  readonly replicate: number;
  /** People per agent. */
  readonly scale: number;
  readonly threads: number;
  /** First and last recorded year. */
  readonly from: number;
  readonly to: number;
  /** Check the invariants after every month (slow). */
  readonly check?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** Digest the last world too (slow at scale 1). */
  readonly digest?: boolean;
  /** Follow one CPTS project month by month, or, with `list`, only tell which there are at the end. */
  readonly trace?: TraceRequest | 'list';
  /** Keep liberal GPs one by one, each December; a run of a family (`family.ts`) keeps none. */
  readonly panel?: PanelRequest;
  /** Called when the world is set up and its frozen months are done, before the first month of history. */
  readonly onHistory?: () => void;
  /** Called after each phase of each month, for whoever keeps time. */
  readonly onPhase?: (name: string) => void;
  /** Built once and reused by callers that run several. */
  readonly geography?: Geography;
}

export interface Progress {
  readonly month: number;
  /** Months done and in all, frozen months included. */
  readonly done: number;
  readonly total: number;
  /** Agents alive. */
  readonly agents: number;
}

export interface RunResult {
  readonly recording: Recording;
  /** Agent-months of history simulated. */
  readonly patientMonths: number;
  /** Digest of the last world, when asked for. */
  readonly digest?: string;
  /** The project followed, when asked for. */
  readonly trace?: TraceResult;
  /** The panel, when asked for. */
  readonly panel?: GpPanel;
}

/**
 * Simulates one run.
 * @throws MaillageError `bad-option` for years outside 2013–2050 or a scale below 1, `interrupted` when `signal` aborts.
 */
export async function runSimulation(options: RunOptions): Promise<RunResult> {
  refuseConflicts(SCHEDULE);
  refuseBadOptions(options);
  const parameters = parametersFromJSON(options.parameters);
  const geography = options.geography ?? buildGeography();
  const world = setUpWorld(geography, parameters, {
    scale: options.scale,
    lanes: options.threads,
    to: options.to,
  });
  await settleWorld(world, options);
  options.onHistory?.();
  return runHistory(world, options);
}

/** Months of a run, frozen months included. */
function monthsOf(world: World, to: number): number {
  return FROZEN_MONTHS + monthOf(to, MONTHS_PER_YEAR) - world.size.startMonth + 1;
}

/**
 * The frozen months of a world that has just been set up. They belong to the start: like it they take the data seed, so
 * that every run of the same parameters starts history from the same France.
 */
export async function settleWorld(world: World, options: RunOptions): Promise<void> {
  const { startMonth } = world.size;
  const span = { from: startMonth - FROZEN_MONTHS, to: startMonth - 1, frozen: true, run: DATA_SEED };
  await runSpan(world, options, span, (month) => afterMonth(world, options, month));
}

/** The history of a world whose frozen months are done. */
export async function runHistory(world: World, options: RunOptions): Promise<RunResult> {
  const { startMonth } = world.size;
  const to = monthOf(options.to, MONTHS_PER_YEAR);
  const recorder = createRecorder(world, { from: monthOf(options.from, 1), to });
  const { trace } = options;
  const panel = options.panel === undefined ? undefined : createPanel(world, options.panel);
  const tracer = trace === undefined ? undefined : createTracer(world, trace === 'list' ? undefined : trace);
  let patientMonths = 0;
  const span = { from: startMonth, to, frozen: false, run: runKey(options.seed, options.replicate) };
  await runSpan(world, options, span, async (month) => {
    recorder.month(month);
    tracer?.month(month);
    panel?.month(month);
    patientMonths += countAgents(world);
    await afterMonth(world, options, month);
  });
  const digest = options.digest ? worldDigest(world) : undefined;
  return {
    recording: recorder.finish(),
    patientMonths,
    digest,
    trace: tracer?.finish(),
    panel: panel?.finish(),
  };
}

/** What follows the phases of every month: the check when asked for, progress, and a chance to stop. */
export async function afterMonth(world: World, options: RunOptions, month: number): Promise<void> {
  if (options.check) checkInvariants(world, month);
  const done = month - world.size.startMonth + FROZEN_MONTHS + 1;
  options.onProgress?.({ month, done, total: monthsOf(world, options.to), agents: countAgents(world) });
  await refuseIfAborted(options.signal);
}

/** Agents alive. */
export function countAgents(world: World): number {
  const { count } = world.patients;
  let agents = 0;
  for (let z = 0; z < count.length - 1; z++) agents += count[z];
  return agents;
}

/** Lets signals and messages in between months, and stops when asked to. */
async function refuseIfAborted(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (signal?.aborted)
    throw new MaillageError('interrupted', 'the run was interrupted; nothing was written', { exitCode: 1 });
}

function refuseBadOptions({ scale, threads, from, to }: RunOptions): void {
  if (!Number.isInteger(scale) || scale < 1) {
    throw new MaillageError(
      'bad-option',
      `a scale of ${scale} is impossible: give the number of people per agent, a whole number from 1 (for example 100)`,
    );
  }
  if (!Number.isInteger(threads) || threads < 1) {
    throw new MaillageError('bad-option', `${threads} threads is impossible: give a whole number from 1`);
  }
  if (from < FIRST_YEAR || to > LAST_YEAR || from > to) {
    throw new MaillageError(
      'bad-option',
      `the years ${from}–${to} are impossible: history starts in ${FIRST_YEAR} and the model ends in ${LAST_YEAR}; give --from ≤ --to within them`,
    );
  }
}
