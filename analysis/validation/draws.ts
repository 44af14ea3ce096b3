/**
 * Parameter draws of a validation: what no study settles about teams, CPTS and institutions is drawn, all at once, each
 * over its whole plausible range (Latin hypercube), and the patterns are looked for in one run of each draw.
 *
 * Fitted numbers, statistics, law and agreements stay as they are: a draw is not fitted again, so that many draws miss the
 * observed counts. That is meant: a pattern that only shows where everything else fits would be no finding.
 */

import { pointChanges, pointSeed } from '../../sim/batch/design/points.js';
import type { Design } from '../../sim/batch/design/types.js';
import { allDimensions } from '../../sim/batch/plan/dimensions.js';
import { simulateMany } from '../../sim/engine/run-scenario.js';
import type { Catalogue } from '../../sim/parameters/catalogue.js';
import type { Recording } from '../../sim/recorder/recording.js';
import type { Scenario } from '../../sim/scenario/types.js';
import type { Geography } from '../../sim/world/territory.js';
import { FIRST_YEAR } from './plan.js';

/** Teams, projects, their supporters and institutions count the same at any scale: the coarsest one is enough. */
export const DRAWS_SCALE = 1000;
/** First parts of the paths of the assumptions that are drawn. */
const FAMILIES = ['teams', 'msp', 'cpts', 'agencies', 'delegations', 'cpam', 'unions', 'supporters'];
/** Runs simulated together before their recordings are read and let go. */
const RUNS_TOGETHER = 10;

/** A Latin hypercube of `points` draws of the assumptions on teams, CPTS and institutions; each draw has its own chance. */
export function assumptionDraws(catalogue: Catalogue, points: number, seed: string): Design {
  const dimensions = allDimensions(catalogue, 'all-assumptions')
    .dimensions.filter(({ parameter }) => FAMILIES.includes(parameter.split('.')[0]))
    .map((dimension) => ({ ...dimension, name: dimension.parameter }));
  return { method: 'latin-hypercube', points, seed, ownSeeds: true, dimensions };
}

/** The scenario over the assumptions of a draw: where it sets one of them itself, the scenario wins. */
export function drawnScenario(scenario: Scenario, design: Design, draw: number): Scenario {
  return { ...scenario, changes: [...pointChanges(design, draw).under, ...scenario.changes] };
}

export interface DrawOptions {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly geography: Geography;
  readonly design: Design;
  readonly seed: string;
  readonly threads: number;
  /** Last year simulated. */
  readonly to: number;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Called once with the recording of each draw. */
  readonly onRecording: (recording: Recording) => void;
  readonly signal?: AbortSignal;
}

/**
 * One run of each draw.
 * @throws MaillageError `out-of-range` when a draw under the scenario leaves the limits of a parameter, and `interrupted`
 * when `signal` aborts.
 */
export async function simulateDraws(options: DrawOptions): Promise<void> {
  const { design, threads, geography, signal } = options;
  const total = design.points;
  for (let first = 0; first < total; first += RUNS_TOGETHER) {
    const count = Math.min(RUNS_TOGETHER, total - first);
    const runs = Array.from({ length: count }, (_, i) => ({
      scenario: drawnScenario(options.scenario, design, first + i),
      catalogue: options.catalogue,
      seed: pointSeed(options.seed, design, first + i),
      scale: DRAWS_SCALE,
      from: FIRST_YEAR,
      to: options.to,
    }));
    const onProgress = ({ done, total: work }: { readonly done: number; readonly total: number }) =>
      options.onProgress?.({ done: first + count * (work > 0 ? done / work : 0), total });
    const results = await simulateMany(runs, { threads, geography, signal, onProgress });
    for (const { recording } of results) options.onRecording(recording);
  }
}
