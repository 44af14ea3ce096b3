/**
 * Accessibility: each December, potential access to a GP by territory (APL-like), and the zoning made from its ranks.
 *
 * Two-step floating catchment area (Luo and Wang 2003; DREES Dossier 17, 2017): acts a GP gives, shared among the
 * age-standardised people within reach, summed over the practices within reach of each territory. Zoning: the
 * worst-served territories up to the decreed shares of people (ZIP, then ZAC). Leaves to others: the zones in force (zoning).
 */
import { AGE_BANDS, AGE_CLASSES } from '../base/ages.js';
import { calendarMonthOf, MONTHS_PER_YEAR } from '../base/calendar.js';
import type { Parameters } from '../parameters/types.js';
import type { World } from '../world/world.js';
import type { Rule, RunningRule } from './rule.js';
import { zonesByRank } from './settlement/zones-by-rank.js';

/** Weight of a practice `minutes` away: a step function, 0 beyond the last step. */
export function catchmentWeight(
  minutes: number,
  steps: readonly number[],
  weights: readonly number[],
): number {
  for (let i = 0; i < steps.length; i++) if (minutes <= steps[i]) return weights[i];
  return 0;
}

export const accessibility: Rule = {
  name: 'accessibility',
  reads: ['physicians.actsYear', 'tallies.ages'],
  writes: ['territories.apl', 'territories.zoning'],
  // The December before history fixes the worst-served tenth.
  frozen: true,
  open: (world, parameters) => openAccessibility(world, parameters),
};

function openAccessibility(world: World, parameters: Parameters): RunningRule {
  const t = world.territories.columns;
  const p = world.physicians.columns;
  const { neighbours, innerMinutes, territories } = world.geography;
  const { ages } = world.tallies.columns;
  const n = territories.length;
  const classes = ages.length / (2 * n);
  const supply = new Float64Array(n);
  const people = new Float64Array(n);
  const ratio = new Float64Array(n);

  function measure(month: number): void {
    const cap = parameters.number('apl.cap', month);
    const use = useByAgeClass(parameters, month, classes);
    let standard = 0;
    let total = 0;
    for (let z = 0; z < n; z++) {
      supply[z] = 0;
      for (let g = world.gpStart[z]; g < world.gpStart[z + 1]; g++)
        supply[z] += Math.min(cap, p.actsYear[world.gpOrder[g]]);
      people[z] = 0;
      for (let c = 0; c < classes; c++) {
        const agents = ages[2 * z * classes + c] + ages[(2 * z + 1) * classes + c];
        people[z] += agents * use[c] * world.size.scale;
        total += agents * world.size.scale;
      }
      standard += people[z];
    }
    for (let z = 0; z < n; z++) people[z] *= total / standard;
    catchments(parameters.list('apl.weightMinutes', month), parameters.list('apl.weights', month));
  }

  function catchments(steps: readonly number[], weights: readonly number[]): void {
    const { start, territory, minutes } = neighbours;
    for (let j = 0; j < n; j++) {
      let reached = people[j] * catchmentWeight(innerMinutes[j], steps, weights);
      for (let e = start[j]; e < start[j + 1]; e++)
        reached += people[territory[e]] * catchmentWeight(minutes[e], steps, weights);
      ratio[j] = reached > 0 ? supply[j] / reached : 0;
    }
    for (let i = 0; i < n; i++) {
      let access = ratio[i] * catchmentWeight(innerMinutes[i], steps, weights);
      for (let e = start[i]; e < start[i + 1]; e++)
        access += ratio[territory[e]] * catchmentWeight(minutes[e], steps, weights);
      t.apl[i] = access;
    }
  }

  return {
    serial(month) {
      if (calendarMonthOf(month) !== MONTHS_PER_YEAR) return;
      measure(month);
      zonesByRank(t.zoning, t.apl, people, {
        zip: parameters.number('zoning.zipShare', month),
        zac: parameters.number('zoning.zacShare', month),
      });
    },
  };
}

/** Acts wanted by age class relative to each other, averaged over the five-year bands of both sexes. */
function useByAgeClass(parameters: Parameters, month: number, classes: number): number[] {
  const male = parameters.list('need.ratePerYear.male', month);
  const female = parameters.list('need.ratePerYear.female', month);
  return Array.from({ length: classes }, (_, c) => {
    const until = c + 1 < classes ? AGE_CLASSES[c + 1] : Number.POSITIVE_INFINITY;
    const bands = AGE_BANDS.map((_, b) => b).filter(
      (b) => AGE_BANDS[b] >= AGE_CLASSES[c] && AGE_BANDS[b] < until,
    );
    return bands.reduce((sum, b) => sum + male[b] + female[b], 0) / (2 * bands.length);
  });
}
