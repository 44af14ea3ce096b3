/** Runs of scenarios, for programs: the functions behind the library door. */
import type { Catalogue } from '../parameters/catalogue.js';
import { loadCatalogue } from '../parameters/catalogue.js';
import type { PanelRequest } from '../recorder/gp-panel.js';
import type { TraceRequest } from '../recorder/trace.js';
import { resolveParameters } from '../scenario/apply.js';
import type { Scenario } from '../scenario/types.js';
import { buildGeography } from '../world/geography/build.js';
import { restrictGeography } from '../world/geography/restrict.js';
import type { Geography } from '../world/territory.js';
import { type ManyProgress, runMany } from './many.js';
import { RUN_DEFAULTS } from './settings.js';
import { type Progress, type RunResult, runSimulation } from './simulate.js';

export interface SimulationOptions {
  readonly scenario: Scenario;
  /** Any text; runs of the same seed and replicate meet the same chance. */
  readonly seed: string;
  readonly replicate?: number;
  /** People per agent (1, 10, 100 …). */
  readonly scale: number;
  /** Threads of this run; default 1. */
  readonly threads?: number;
  /** First and last recorded year; default those of the scenario, else 2013–2035. */
  readonly from?: number;
  readonly to?: number;
  /** Check the invariants after every month (slow). */
  readonly check?: boolean;
  /** Follow one CPTS project month by month (`simulate` only). */
  readonly trace?: TraceRequest | 'list';
  /** Keep liberal GPs one by one, each December (`simulate` only). */
  readonly panel?: PanelRequest;
  readonly catalogue?: Catalogue;
  readonly geography?: Geography;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Simulates a scenario once.
 * @throws MaillageError for options that make no run, and `interrupted` when `signal` aborts.
 */
export function simulate(options: SimulationOptions): Promise<RunResult> {
  const { scenario, catalogue, replicate = 0, threads = 1, ...rest } = options;
  const geography = restrictGeography(options.geography ?? buildGeography(), places(scenario));
  return runSimulation({
    ...rest,
    geography,
    replicate,
    threads,
    ...horizon(options),
    parameters: resolved(scenario, catalogue),
  });
}

export interface ManyOptions {
  readonly threads: number;
  readonly geography?: Geography;
  readonly onProgress?: (progress: ManyProgress) => void;
  readonly signal?: AbortSignal;
}

/** Simulates several runs side by side, one thread each; results in the order of the list. */
export function simulateMany(list: readonly SimulationOptions[], options: ManyOptions): Promise<RunResult[]> {
  const runs = list.map((one) => ({
    parameters: resolved(one.scenario, one.catalogue),
    seed: one.seed,
    replicate: one.replicate ?? 0,
    scale: one.scale,
    check: one.check,
    places: places(one.scenario),
    ...horizon(one),
  }));
  return runMany(runs, options);
}

function resolved(scenario: Scenario, catalogue?: Catalogue) {
  return resolveParameters(catalogue ?? loadCatalogue(), scenario).toJSON();
}

/** Places that the scenario keeps; empty for all of France. */
function places(scenario: Scenario): string[] {
  return scenario.territories.map(({ text }) => text);
}

function horizon({ scenario, from, to }: SimulationOptions): { from: number; to: number } {
  return { from: from ?? scenario.from ?? RUN_DEFAULTS.from, to: to ?? scenario.to ?? RUN_DEFAULTS.to };
}
