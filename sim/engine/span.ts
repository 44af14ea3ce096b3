/** Months in a row under one set of parameters, on one thread or on a team. */
import { calendarMonthOf } from '../base/calendar.js';
import type { DrawKey } from '../base/draws.js';
import { type ParametersJson, parametersFromJSON } from '../parameters/resolved.js';
import { renumberPhysicians } from '../world/renumber-physicians.js';
import type { World } from '../world/world.js';
import { type BoundPhase, beginMonth, bindPhases, runSerial, runTerritory, workOrder } from './execution.js';
import { makeTeam } from './team.js';

export interface Span {
  /** First and last month. */
  readonly from: number;
  readonly to: number;
  readonly frozen: boolean;
  readonly run: DrawKey;
}

export interface SpanOptions {
  readonly parameters: ParametersJson;
  readonly threads: number;
  /** Called after each phase of each month, for whoever keeps time. */
  readonly onPhase?: (name: string) => void;
}

/** Runs the months of a span; `after` is called when the phases of a month are done. */
export async function runSpan(
  world: World,
  options: SpanOptions,
  span: Span,
  after: (month: number) => Promise<void>,
): Promise<void> {
  const parameters = parametersFromJSON(options.parameters);
  const { run } = span;
  const phases = bindPhases(world, parameters, run, span.frozen);
  const team =
    options.threads > 1
      ? await makeTeam(world, phases, {
          threads: options.threads,
          parameters: options.parameters,
          run,
          order: workOrder(world),
          frozen: span.frozen,
          onPhase: options.onPhase,
        })
      : alone(phases, world.geography.territories.length, options.onPhase);
  try {
    for (let month = span.from; month <= span.to; month++) {
      if (calendarMonthOf(month) === 1) renumberPhysicians(world);
      team.month(month);
      await after(month);
    }
  } finally {
    await team.close();
  }
}

/** One thread takes the territories as they lie: neighbours share columns in its cache. */
function alone(phases: readonly BoundPhase[], territories: number, onPhase?: (name: string) => void) {
  return {
    month(month: number) {
      beginMonth(phases, month);
      for (const bound of phases) {
        if (!bound.phase.spread) runSerial(bound, month);
        else for (let z = 0; z < territories; z++) runTerritory(bound, z, 0);
        onPhase?.(bound.phase.name);
      }
    },
    async close() {},
  };
}
