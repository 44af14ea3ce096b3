/** Every scenario of a study against its baseline: the contrasts shown, adjusted as one family, and their costs. */
import type { CellValues, StudyCells, Unit } from '../../sim/results/study/cells.js';
import { type CostedOption, costEffectiveness } from './costs.js';
import { type Contrast, pairedContrast } from './paired.js';
import { type SamplingUnit, sampleOf, samplingUnit } from './sampling.js';
import type { CostPair, Selection } from './selection.js';
import { holm, LEVEL } from './several.js';
import type { Method, StudyIndicator } from './study.js';

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
  /** Points of the design; 1 when nothing is varied. */
  readonly points: number;
  /** By scenario, then period, place, group, point, indicator. */
  readonly rows: readonly ComparedRow[];
  /** Tests adjusted together, and how many stay significant. */
  readonly family: { readonly size: number; readonly significant: number };
  readonly costs: readonly ComparedCosts[];
  /** Most units left out of a row because a run of one of the two scenarios is missing or failed. */
  readonly leftOut: number;
}

/** Compares the cells of a selection; `cells` may hold more than was selected. */
export function compareScenarios(cells: StudyCells, selection: Selection, method: Method): Comparison {
  const { baseline, by } = selection;
  const points = [...new Set(cells.units.map(({ point }) => point))].sort((a, b) => a - b);
  const sampling = by === 'point' ? 'replicate' : samplingUnit(method, cells.units);
  const others = selection.scenarios.filter((name) => name !== baseline);
  const compared = others.flatMap((scenario) =>
    cells.cells
      .filter((cell) => isSelected(cell, selection))
      .flatMap((cell) =>
        (by === 'point' ? points : [undefined]).map((point) => {
          const { columns, leftOut } = sampleOf(
            ...atPoint(cells.units, columnsOf(cells, cell, [scenario, baseline]), point),
            sampling,
          );
          const indicator = indicatorOf(selection, cell);
          const contrast = pairedContrast(columns[0], columns[1], indicator.better);
          return { scenario, indicator, point, ...whereOf(cell), contrast, leftOut };
        }),
      ),
  );
  const { size, adjusted, significant } = holm(compared.map(({ contrast }) => contrast.pValue));
  return {
    baseline,
    sampling,
    points: points.length,
    rows: compared.map(({ leftOut: _, ...row }, i) => ({
      ...row,
      adjusted: adjusted[i],
      significant: adjusted[i] <= LEVEL,
    })),
    family: { size, significant },
    costs: costsOf(cells, selection, [baseline, ...others], samplingUnit(method, cells.units)),
    leftOut: Math.max(0, ...compared.map(({ leftOut }) => leftOut)),
  };
}

function isSelected({ period, place, group, indicator }: CellValues, selection: Selection): boolean {
  return (
    isPlaced({ period, place, group }, selection) && selection.indicators.some(({ id }) => id === indicator)
  );
}

function isPlaced({ period, place, group }: Where, { periods, places, groups }: Selection): boolean {
  return periods.includes(period) && places.includes(place) && groups.includes(group);
}

function indicatorOf({ indicators }: Selection, cell: CellValues): StudyIndicator {
  return indicators[indicators.findIndex(({ id }) => id === cell.indicator)];
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

/** The units of one point and their values; all of them when none is named. */
function atPoint(
  units: readonly Unit[],
  columns: readonly Float64Array[],
  point: number | undefined,
): [readonly Unit[], readonly Float64Array[]] {
  if (point === undefined) return [units, columns];
  const isThere = (_: unknown, u: number) => units[u].point === point;
  return [units.filter(isThere), columns.map((values) => values.filter(isThere))];
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
  return cells.cells.flatMap((priced) => {
    if (priced.indicator !== pair.cost.id || !isPlaced(priced, selection)) return [];
    const where = whereOf(priced);
    const effect = cells.cells.find(
      (cell) => cell.indicator === pair.effect.id && keyOf(cell) === keyOf(where),
    );
    if (effect === undefined) return [];
    const { columns } = sampleOf(
      cells.units,
      [...columnsOf(cells, priced, names), ...columnsOf(cells, effect, names)],
      sampling,
    );
    const observations = columns[0].length;
    if (observations === 0) return [];
    const costed = names.map((scenario, s) => ({
      scenario,
      cost: columns[s],
      effect: columns[names.length + s],
    }));
    const options = costEffectiveness(costed, pair.effect.better ?? 'more');
    return [{ ...where, pair, observations, options }];
  });
}

function keyOf({ period, place, group }: Where): string {
  return JSON.stringify([period, place, group]);
}
