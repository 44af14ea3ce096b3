/** A comparison for programs: tidy rows, as JSON or CSV. */
import type { ComparedCosts, ComparedRow, Comparison } from '../../analysis/comparison/compare.js';
import { LEVEL } from '../../analysis/comparison/several.js';
import type { Interval } from '../../sim/recorder/statistics.js';
import { csvText } from '../terminal/csv.js';

/** One difference, in the order of the columns of the CSV; NaN where there is no such number. */
function tidy(row: ComparedRow, baseline: string) {
  const { contrast, indicator } = row;
  return {
    scenario: row.scenario,
    baseline,
    period: row.period,
    place: row.place,
    group: row.group,
    point: row.point,
    indicator: indicator.id,
    unit: indicator.unitId,
    pairs: contrast.pairs,
    scenarioMean: contrast.scenario,
    baselineMean: contrast.baseline,
    difference: contrast.difference,
    halfWidth: contrast.halfWidth,
    pValue: contrast.pValue,
    pHolm: row.adjusted,
    significant: row.significant,
    identical: contrast.identical,
    shareBetter: contrast.shareBetter,
    shareHigher: contrast.shareHigher,
    correlation: contrast.correlation,
    varianceReduction: contrast.varianceReduction,
    equivalentUnpaired: contrast.equivalentUnpaired,
  };
}

/** Header, then a record a difference; a number that is missing or unbounded is left empty. */
export function csvOf({ rows, baseline }: Comparison): string {
  const table = rows.map((row) => finite(tidy(row, baseline)));
  return csvText([Object.keys(table[0] ?? {}), ...table.map((row) => Object.values(row))]);
}

/** Content of the answer `compare/1`: null where there is no such number or it is unbounded. */
export function jsonOf(study: string, comparison: Comparison): Record<string, unknown> {
  const { baseline, sampling, uncertainty, replicates, points, rows, family, costs, leftOut } = comparison;
  return {
    study,
    baseline,
    sampling,
    uncertainty,
    replicates,
    points,
    leftOut,
    holm: { level: LEVEL, family: family.size, significant: family.significant },
    differences: rows.map((row) => finite(tidy(row, baseline))),
    costs: costs.map(costsOf),
  };
}

function costsOf({ period, place, group, pair, observations, options }: ComparedCosts) {
  const interval = ({ mean, halfWidth }: Interval) => finite({ mean, halfWidth });
  return {
    period,
    place,
    group,
    cost: pair.cost.id,
    costUnit: pair.cost.unitId,
    effect: pair.effect.id,
    effectUnit: pair.effect.unitId,
    better: pair.effect.better,
    observations,
    options: options.map(({ scenario, cost, effect, standing, after, icer, increment }) => ({
      scenario,
      cost,
      effect,
      standing,
      after: after === undefined ? null : options[after].scenario,
      icer: Number.isFinite(icer) ? icer : null,
      increment:
        increment === undefined
          ? null
          : {
              cost: interval(increment.cost),
              gain: interval(increment.gain),
              quadrants: increment.quadrants,
              ratio: finite({ ...increment.ratio }),
            },
    })),
  };
}

function finite<T extends Record<string, unknown>>(object: T): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      typeof value === 'number' && !Number.isFinite(value) ? null : value,
    ]),
  );
}
