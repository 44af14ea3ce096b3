/**
 * Cost-effectiveness of the scenarios of a study: what each costs and gains beyond the baseline, pair by pair, where
 * the pairs lie on the cost-effectiveness plane (Black, Medical Decision Making 10, 1990), the cost of one more unit
 * of effect with its interval (Fieller), and the frontier.
 */
import type { Better } from '../../sim/recorder/indicator.js';
import { type Interval, mean, meanInterval } from '../../sim/recorder/statistics.js';
import { frontierOf, type Placed } from './frontier.js';
import { type RatioInterval, ratioInterval } from './ratio.js';

/** Costs and effects of a scenario; observation i is the same in every scenario. */
export interface Costed {
  readonly scenario: string;
  readonly cost: Float64Array;
  readonly effect: Float64Array;
}

/** Shares of pairs in the quadrants of the plane; a pair on an axis counts half in each quadrant beside it. */
export interface Quadrants {
  readonly dearerAndBetter: number;
  readonly cheaperAndBetter: number;
  readonly cheaperAndWorse: number;
  readonly dearerAndWorse: number;
}

/** A scenario against the baseline. */
export interface Increment {
  readonly cost: Interval;
  /** Rise of the effect where more is better, fall where less is. */
  readonly gain: Interval;
  readonly quadrants: Quadrants;
  /** Cost of one unit gained, or saving for one unit lost when both are negative. */
  readonly ratio: RatioInterval;
}

export interface CostedOption extends Placed {
  readonly scenario: string;
  readonly cost: number;
  /** In the unit and direction of the indicator. */
  readonly effect: number;
  /** `undefined` for the baseline. */
  readonly increment: Increment | undefined;
}

/** Compares scenarios, the first of which is the baseline. `better` says which direction of the effect is a gain. */
export function costEffectiveness(scenarios: readonly Costed[], better: Better): CostedOption[] {
  const sign = better === 'more' ? 1 : -1;
  const means = scenarios.map(({ cost, effect }) => ({ cost: mean(cost), gain: sign * mean(effect) }));
  const placed = frontierOf(means);
  const [baseline] = scenarios;
  return scenarios.map(({ scenario, cost, effect }, s) => ({
    scenario,
    cost: means[s].cost,
    effect: mean(effect),
    increment:
      s === 0
        ? undefined
        : incrementOf(
            cost.map((value, i) => value - baseline.cost[i]),
            effect.map((value, i) => sign * (value - baseline.effect[i])),
          ),
    ...placed[s],
  }));
}

function incrementOf(cost: Float64Array, gain: Float64Array): Increment {
  const share = (dearer: 1 | -1, better: 1 | -1) =>
    mean(cost.map((c, i) => side(c, dearer) * side(gain[i], better)));
  return {
    cost: meanInterval(cost),
    gain: meanInterval(gain),
    quadrants: {
      dearerAndBetter: share(1, 1),
      cheaperAndBetter: share(-1, 1),
      cheaperAndWorse: share(-1, -1),
      dearerAndWorse: share(1, -1),
    },
    ratio: ratioInterval(cost, gain),
  };
}

/** 1 on that side of zero, 0 on the other, half on it. */
function side(value: number, sign: 1 | -1): number {
  return (1 + sign * Math.sign(value)) / 2;
}
