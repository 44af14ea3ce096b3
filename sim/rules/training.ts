/**
 * Training: each November a class ends residency. Those of the class who will become liberal GPs, or GPs of a
 * centre de santé, work as locums until they settle; the others leave the model.
 *
 * Settlers of a class = places × share filled × yields, all of the class's own date; the first rows of the class
 * wake, so that more places wake further doctors and change none; who they are is drawn then (world/synthesis/entrants.ts). Time as a locum is log-normal around the delay
 * from thesis to settling in force when residency ends (CNAM: 5.9 years in 2011, 3.8 in 2022). The fourth year of
 * residency lengthens the residency of the classes of 2023 on, which empties one exit class.
 * Leaves to others: where they settle (installation), who stops (careers).
 */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { normalQuantile } from '../base/distributions.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../base/draws.js';
import type { Parameters } from '../parameters/types.js';
import { LOCUM } from '../world/physicians.js';
import { cohortLayout, graduation, isClassMonth } from '../world/synthesis/cohorts.js';
import { DATA_SEED } from '../world/synthesis/data-seed.js';
import { drawClass } from '../world/synthesis/entrants.js';
import type { World } from '../world/world.js';
import type { Rule, RunningRule } from './rule.js';

const DELAY = streamId('training.delay');

export const training: Rule = {
  name: 'training',
  reads: ['physicians.status', 'physicians.rowOf'],
  writes: [
    'physicians.status',
    'physicians.since',
    'physicians.birth',
    'physicians.female',
    'physicians.marginal',
    'physicians.origin',
    'physicians.training',
  ],
  open: openTraining,
};

function openTraining(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const gp = world.physicians.columns;
  return {
    serial(month) {
      if (!isClassMonth(month)) return;
      const layout = cohortLayout(parameters, world.size.startMonth, world.size.endMonth);
      // Keyed without the month: a doctor's own patience is the same whenever the class graduates.
      const { a, b } = drawKey(run, DELAY, 0);
      const mean = parameters.number('training.settlementDelay', month) * MONTHS_PER_YEAR;
      const sigma = parameters.number('training.settlementSpread', month);
      const correction = (sigma * sigma) / (1 + 1);
      for (let i = 0; i < layout.classes; i++) {
        if (graduation(parameters, layout.firstClass + i) !== month) continue;
        for (const row of drawClass(world, layout, parameters, layout.firstClass + i, DATA_SEED)) {
          const z = normalQuantile(unit(draw(a, b, gp.id[row])));
          gp.status[row] = LOCUM;
          gp.since[row] = month + Math.round(mean * Math.exp(sigma * z - correction));
        }
      }
    },
  };
}
