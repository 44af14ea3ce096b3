/** The values of a study that its charts read, by scenario and cell, with their spread over runs. */

import type { Better } from '../../sim/recorder/indicator.js';
import { mean, sortedQuantile } from '../../sim/recorder/statistics.js';
import { studentFactor } from '../../sim/recorder/student.js';
import type { CellValues, StudyCells, Unit } from '../../sim/results/study/cells.js';
import { type Contrast, pairedContrast } from '../comparison/paired.js';
import { type SamplingUnit, samplerOf, samplingUnit } from '../comparison/sampling.js';
import { type StudyFacts, type StudyIndicator, usualGroup, usualPlace } from '../comparison/study.js';
import type { Text } from '../wording/language.js';
import { typeset } from '../wording/said.js';
import { shortLabels } from './short-names.js';

/** Where a value was measured; the usual place and group where they are left out. */
export interface At {
  readonly indicator: string;
  readonly period: string;
  readonly place?: string;
  readonly group?: string;
}

export interface FrameScenario {
  readonly name: string;
  readonly title: Text;
  /** A few words that tell it from the others. */
  readonly label: Text;
  /** Place in the study: its colour, dash and shape. */
  readonly rank: number;
}

/** Mean over observations, and quantiles between which half and 95 % of them lie; NaN for fewer than two. */
export interface Spread {
  readonly observations: number;
  readonly mean: number;
  readonly low: number;
  readonly lowHalf: number;
  readonly highHalf: number;
  readonly high: number;
}

/** A paired difference with half-widths of its 95 % and 50 % intervals. */
export interface Difference extends Contrast {
  readonly halfWidth50: number;
}

export interface Frame {
  readonly facts: StudyFacts;
  /** Those of which some run is there, in the order of the study. */
  readonly scenarios: readonly FrameScenario[];
  readonly baseline: FrameScenario;
  readonly others: readonly FrameScenario[];
  readonly years: readonly number[];
  readonly last: string;
  readonly units: readonly Unit[];
  readonly sampling: SamplingUnit;
  readonly uncertainty: 'chance' | 'parameters' | 'chanceAndParameters';
  readonly place: string;
  readonly placeWords: Text;
  readonly group: string;
  /** The indicator, if the study keeps it. */
  indicator(id: string): StudyIndicator | undefined;
  /** True when some scenario has a value there. */
  has(at: At): boolean;
  /** Values by observation of the scenarios, over the units that all of them share. */
  columns(scenarios: readonly string[], at: At): readonly Float64Array[];
  spread(scenario: string, at: At): Spread;
  difference(scenario: string, at: At, baseline?: string): Difference;
}

const HALF = 0.5;
const WHOLE = 0.95;

/** The frame of these cells, which must hold what charts will ask for. */
export function frameOf(
  facts: StudyFacts,
  cells: StudyCells,
  { baseline, placeWords }: { readonly baseline: string; readonly placeWords: Text },
): Frame {
  const { units } = cells;
  const count = units.length;
  const place = usualPlace(facts);
  const group = usualGroup(facts);
  const keyOf = ({ indicator, period, ...where }: At) =>
    `${indicator}|${period}|${where.place ?? place}|${where.group ?? group}`;
  const byKey = new Map<string, CellValues>(cells.cells.map((cell) => [keyOf(cell), cell]));
  const position = new Map(cells.scenarios.map(({ name }, s) => [name, s]));
  const sampling = samplingUnit(facts.design.method, units);
  const sample = samplerOf(units, sampling);
  const none = new Float64Array(count).fill(Number.NaN);
  const raw = (scenario: string, at: At) => {
    const s = position.get(scenario);
    const values = byKey.get(keyOf(at))?.values;
    return s === undefined || values === undefined ? none : values.subarray(s * count, (s + 1) * count);
  };
  const columns = (scenarios: readonly string[], at: At) =>
    sample(scenarios.map((scenario) => raw(scenario, at))).columns;
  const labels = shortLabels(facts.scenarios);
  const scenarios = facts.scenarios
    .map(({ name, title }, rank) => ({ name, title: typeset(title), label: labels[rank], rank }))
    .filter(({ name }) => cells.cells.some((cell) => hasValue(cell, position.get(name), count)));
  const chosen = scenarios.find(({ name }) => name === baseline) ?? scenarios[0];
  return {
    facts,
    scenarios,
    baseline: chosen,
    others: scenarios.filter(({ name }) => name !== chosen?.name),
    years: Array.from({ length: facts.to - facts.from + 1 }, (_, y) => facts.from + y),
    last: String(facts.to),
    units,
    sampling,
    uncertainty:
      sampling === 'replicate' ? 'chance' : facts.design.ownSeeds ? 'chanceAndParameters' : 'parameters',
    place,
    placeWords,
    group,
    indicator: (id) => facts.indicators.find((one) => one.id === id),
    has: (at) => byKey.has(keyOf(at)),
    columns,
    spread: (scenario, at) => spreadOf(columns([scenario], at)[0]),
    difference: (scenario, at, against = chosen.name) => {
      const [own, other] = columns([scenario, against], at);
      const better = facts.indicators.find(({ id }) => id === at.indicator)?.better;
      return differenceBetween(own, other, better);
    },
  };
}

/** The cells of one point of a design alone. */
export function cellsOfPoint(cells: StudyCells, point: number): StudyCells {
  const { units, scenarios } = cells;
  const own = units.map((_, u) => u).filter((u) => units[u].point === point);
  return {
    scenarios,
    units: own.map((u) => units[u]),
    cells: cells.cells.map((cell) => ({
      ...cell,
      values: Float64Array.from(
        scenarios.flatMap((_, s) => own.map((u) => cell.values[s * units.length + u])),
      ),
    })),
  };
}

/** Mean and quantiles of observations. */
export function spreadOf(values: Float64Array): Spread {
  const sorted = Float64Array.from(values).sort();
  const at = (p: number) => (sorted.length < 2 ? Number.NaN : sortedQuantile(sorted, p));
  return {
    observations: values.length,
    mean: values.length === 0 ? Number.NaN : mean(values),
    low: at((1 - WHOLE) / 2),
    lowHalf: at((1 - HALF) / 2),
    highHalf: at((1 + HALF) / 2),
    high: at((1 + WHOLE) / 2),
  };
}

/** The paired difference of two columns. */
export function differenceBetween(
  own: Float64Array,
  other: Float64Array,
  better: Better | undefined,
): Difference {
  const contrast = pairedContrast(own, other, better);
  const freedom = contrast.pairs - 1;
  const factor = freedom < 1 ? Number.NaN : studentFactor(HALF, freedom) / studentFactor(WHOLE, freedom);
  return { ...contrast, halfWidth50: contrast.halfWidth * factor };
}

function hasValue({ values }: CellValues, s: number | undefined, count: number): boolean {
  return (
    s !== undefined && values.subarray(s * count, (s + 1) * count).some((value) => Number.isFinite(value))
  );
}
