/** Every scenario of a study against its baseline: the contrasts shown, adjusted as one family, and their costs. */
import type { CellValues, StudyCells, Unit } from '../../sim/results/study/cells.js';
import { type CostedOption, costEffectiveness } from './costs.js';
import { type Contrast, pairedContrast } from './paired.js';
import { type Sampler, type SamplingUnit, samplerOf, samplingUnit } from './sampling.js';
import type { CostPair, Selection } from './selection.js';
import { holm, LEVEL } from './several.js';
import type { StudyFacts, StudyIndicator } from './study.js';

/** Where a value was measured. */
export interface Where {
  readonly period: string;
  readonly place: string;
  readonly group: string;
}

export interface ComparedRow extends Where {
  readonly scenario: string;
  readonly indicator: StudyIndicator;
  /** Set when each point is compared on its own. */
  readonly point: number | undefined;
  readonly contrast: Contrast;
  /** p-value adjusted by Holm over all rows; NaN where there is no test. */
  readonly adjusted: number;
  readonly significant: boolean;
}

export interface ComparedCosts extends Where {
  readonly pair: CostPair;
  readonly observations: number;
  readonly options: readonly CostedOption[];
}

export interface Comparison {
  readonly baseline: string;
  readonly sampling: SamplingUnit;
  /** What intervals count: draws of parameters that all meet the same chance do not tell its part. */
  readonly uncertainty: 'chance' | 'parameters' | 'chanceAndParameters';
  /** Replicates of the study. */
  readonly replicates: number;
  /** Points of the design; 1 when nothing is varied. */
  readonly points: number;
  /** By scenario, then period, place, group, indicator and point, each in the order of the selection. */
  readonly rows: readonly ComparedRow[];
  /** Tests adjusted together, and how many stay significant. */
  readonly family: { readonly size: number; readonly significant: number };
  readonly costs: readonly ComparedCosts[];
  /** Most units left out of a row because a run of one of the two scenarios is missing or failed. */
  readonly leftOut: number;
}

/** Compares the cells of a selection; `cells` may hold more than was selected. */
export function compareScenarios(
  cells: StudyCells,
  selection: Selection,
  { design }: Pick<StudyFacts, 'design'>,
): Comparison {
  const { baseline, by } = selection;
  const points = [...new Set(cells.units.map(({ point }) => point))].sort((a, b) => a - b);
  const sampling = by === 'point' ? 'replicate' : samplingUnit(design.method, cells.units);
  const others = selection.scenarios.filter((name) => name !== baseline);
  const selected = selectedCells(cells, selection);
  const samplers =
    by === 'point'
      ? pointSamplers(cells.units, points)
      : [{ point: undefined, sample: samplerOf(cells.units, sampling) }];
  const compared = others.flatMap((scenario) =>
    selected.flatMap(({ cell, indicator }) =>
      samplers.map(({ point, sample }) => {
        const { columns, leftOut } = sample(columnsOf(cells, cell, [scenario, baseline]));
        const contrast = pairedContrast(columns[0], columns[1], indicator.better);
        return { scenario, indicator, point, ...whereOf(cell), contrast, leftOut };
      }),
    ),
  );
  const { size, adjusted, significant } = holm(compared.map(({ contrast }) => contrast.pValue));
  return {
    baseline,
    sampling,
    uncertainty: sampling === 'replicate' ? 'chance' : design.ownSeeds ? 'chanceAndParameters' : 'parameters',
    replicates: new Set(cells.units.map(({ replicate }) => replicate)).size,
    points: points.length,
    rows: compared.map(({ leftOut: _, ...row }, i) => ({
      ...row,
      adjusted: adjusted[i],
      significant: adjusted[i] <= LEVEL,
    })),
    family: { size, significant },
    costs: costsOf(cells, selection, [baseline, ...others], samplingUnit(design.method, cells.units)),
    leftOut: compared.reduce((most, { leftOut }) => Math.max(most, leftOut), 0),
  };
}

/** The cells of the selection, in its order. */
function selectedCells({ cells }: StudyCells, { indicators, periods, places, groups }: Selection) {
  const byKey = new Map(cells.map((cell) => [keyOf(cell, cell.indicator), cell]));
  return periods.flatMap((period) =>
    places.flatMap((place) =>
      groups.flatMap((group) =>
        indicators.flatMap((indicator) => {
          const cell = byKey.get(keyOf({ period, place, group }, indicator.id));
          return cell === undefined ? [] : [{ cell, indicator }];
        }),
      ),
    ),
  );
}

function keyOf({ period, place, group }: Where, indicator: string): string {
  return JSON.stringify([period, place, group, indicator]);
}

function whereOf({ period, place, group }: CellValues): Where {
  return { period, place, group };
}

/** Values of each named scenario by unit; NaN throughout for one that the cells do not hold. */
function columnsOf(cells: StudyCells, { values }: CellValues, names: readonly string[]): Float64Array[] {
  const count = cells.units.length;
  return names.map((name) => {
    const s = cells.scenarios.findIndex((scenario) => scenario.name === name);
    return s < 0 ? new Float64Array(count).fill(Number.NaN) : values.subarray(s * count, (s + 1) * count);
  });
}

/** For each point, a sampler of its replicates alone. */
function pointSamplers(units: readonly Unit[], points: readonly number[]) {
  return points.map((point) => {
    const own = units.map((_, u) => u).filter((u) => units[u].point === point);
    const inside = samplerOf(
      own.map((u) => units[u]),
      'replicate',
    );
    const sample: Sampler = (columns) =>
      inside(columns.map((values) => Float64Array.from(own, (u) => values[u])));
    return { point, sample };
  });
}

/** Costs and effects on the units that all scenarios share, for each period, place and group selected. */
function costsOf(
  cells: StudyCells,
  selection: Selection,
  names: readonly string[],
  sampling: SamplingUnit,
): ComparedCosts[] {
  const { costs: pair } = selection;
  if (pair === undefined) return [];
  const sample = samplerOf(cells.units, sampling);
  const effects = selectedCells(cells, { ...selection, indicators: [pair.effect] });
  return selectedCells(cells, { ...selection, indicators: [pair.cost] }).flatMap(({ cell: priced }) => {
    const where = whereOf(priced);
    const key = keyOf(where, pair.effect.id);
    const effect = effects.find(({ cell }) => keyOf(cell, cell.indicator) === key)?.cell;
    if (effect === undefined) return [];
    const { columns } = sample([...columnsOf(cells, priced, names), ...columnsOf(cells, effect, names)]);
    const observations = columns[0].length;
    if (observations === 0) return [];
    const costed = names.map((scenario, s) => ({
      scenario,
      cost: columns[s],
      effect: columns[names.length + s],
    }));
    return [
      { ...where, pair, observations, options: costEffectiveness(costed, pair.effect.better ?? 'more') },
    ];
  });
}
