/** What the report needs of the territories of a study: the map, the spread of people over them, who gains. */
import { isDefined } from '../../../sim/recorder/cells.js';
import { HEADLINE, indicatorOf } from '../../../sim/recorder/dictionary.js';
import { quantile } from '../../../sim/recorder/statistics.js';
import type { TerritoryValues } from '../../../sim/results/study/territory-values.js';
import { entryOf, type StudyIndicator } from '../../comparison/study.js';
import { MAP } from '../../wording/charts-territories.js';
import { typeset, unitOfDifference } from '../../wording/said.js';
import type { Frame } from '../frame.js';
import { type MapFacts, type MapIndicator, type MapValues, MISSING } from '../runtime/map-view.js';
import type { MapLayout } from './layout.js';
import {
  type GainShares,
  gainShares,
  peopleQuantiles,
  type TerritoryMeans,
  type TerritoryShape,
  territoryMeans,
} from './territory-means.js';

/** Indicators that readers ask of a map first, in the order of its list. */
const MAP_FIRST: readonly string[] = [
  'aplMean',
  'withoutMedecinTraitant',
  'aldWithoutMedecinTraitant',
  'delayMedian',
  'unmet',
  'peopleSeen',
  'cptsCoverage',
  'cptsEffectiveCoverage',
  'gpsInMspShare',
  'collectiveMoneyPerPerson',
];
/** Indicators on the map at most. */
export const MAP_MOST = 10;
/** Indicators whose spread over people is drawn. */
export const SPREAD_INDICATORS: readonly string[] = ['aplMean', 'delayMedian', 'withoutMedecinTraitant'];
/** Indicators of the shares of people who gain and lose. */
export const GAIN_INDICATORS: readonly string[] = [
  'withoutMedecinTraitant',
  'delayMedian',
  'unmet',
  'aplMean',
];
/** Shares of people at which quantiles are read. */
export const SHARES: readonly number[] = [
  0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99,
];
/** Scenarios on the map at most: the baseline and those that follow in the study. */
export const MAP_SCENARIOS = 6;

export interface SpreadOverPeople {
  readonly indicator: StudyIndicator;
  /** By scenario, then share: quantiles of the observations. */
  readonly quantiles: readonly (readonly Float64Array[])[];
}

export interface GainsOfPeople {
  readonly indicator: StudyIndicator;
  /** By scenario. */
  readonly shares: readonly GainShares[];
}

export interface TerritoryData {
  readonly facts: MapFacts;
  readonly values: readonly MapValues[];
  readonly spreads: readonly SpreadOverPeople[];
  readonly gains: readonly GainsOfPeople[];
  /** Runs of a scenario that were read. */
  readonly runs: number;
  /** Indicators that the tables of territories hold and the plan keeps; the page may show fewer. */
  readonly indicators: number;
  /** Scenarios of the study that the map leaves out. */
  readonly leftOut: number;
  /** Imported supply, by name; absent where places of practice are synthetic. */
  readonly supply?: string;
}

/** Reads values of indicators one by one, as `readTerritoryValues` does. */
export type TerritoryReader = (
  indicators: readonly string[],
  visit: (indicator: string, values: TerritoryValues) => void,
) => Promise<void>;

/**
 * Headline indicators with a value in each territory, those of maps first. What the plan keeps (`keep: indicators:`)
 * chooses among them; a plan that keeps none of them leaves the choice to the order.
 */
export function territoryIndicators(
  { indicators }: Pick<Frame['facts'], 'indicators'>,
  headline = HEADLINE,
): readonly string[] {
  const ids = headline.filter((one) => isDefined(one, 'territory', 'all')).map(({ id }) => id);
  const rank = (id: string) =>
    MAP_FIRST.includes(id) ? MAP_FIRST.indexOf(id) : MAP_FIRST.length + ids.indexOf(id);
  const ordered = [...ids].sort((a, b) => rank(a) - rank(b));
  const kept = ordered.filter((id) => indicators.some((one) => one.id === id));
  return kept.length > 0 ? kept : ordered;
}

/** Prepares what the charts of territories show. */
export async function territoryData(
  frame: Frame,
  scenarios: readonly Frame['scenarios'][number][],
  territories: {
    readonly names: readonly string[];
    readonly people: readonly number[];
    readonly layout: MapLayout;
  },
  read: TerritoryReader,
): Promise<TerritoryData> {
  const shape: TerritoryShape = {
    scenarios: scenarios.length,
    baseline: scenarios.findIndex(({ name }) => name === frame.baseline.name),
    years: frame.years.length,
    people: Float64Array.from(territories.people),
    units: frame.units,
    sampling: frame.sampling,
  };
  const indicators: MapIndicator[] = [];
  const values: MapValues[] = [];
  const spreads: SpreadOverPeople[] = [];
  const gains: GainsOfPeople[] = [];
  const year = frame.years.length - 1;
  const order = scenarios.map((_, s) => s);
  const kept = territoryIndicators(frame.facts);
  await read(kept.slice(0, MAP_MOST), (id, found) => {
    const indicator = frame.indicator(id) ?? entryOf(indicatorOf(id));
    const means = territoryMeans(found, shape);
    const prepared = mapIndicator(indicator, means);
    indicators.push(prepared);
    values.push(mapValues(means, prepared.step, shape));
    if (SPREAD_INDICATORS.includes(id)) {
      const quantiles = order.map((scenario) =>
        peopleQuantiles(found, shape, { scenario, year, shares: SHARES }),
      );
      spreads.push({ indicator, quantiles });
    }
    if (GAIN_INDICATORS.includes(id) && frame.units.length > 1) {
      const better = indicator.better ?? 'more';
      gains.push({
        indicator,
        shares: order.map((scenario) => gainShares(means, shape, { scenario, year, better })),
      });
    }
  });
  const { points, rings, insets, frame: box } = territories.layout;
  return {
    facts: {
      scenarios: scenarios.map(({ name, label }) => ({ name, label })),
      baseline: shape.baseline,
      years: frame.years,
      names: territories.names,
      people: territories.people,
      points: points.map(({ territory, x, y }) => ({ territory, x: tenths(x), y: tenths(y) })),
      rings,
      insets,
      frame: box,
      indicators,
      words: MAP,
    },
    values,
    spreads,
    gains,
    runs: frame.units.length,
    indicators: kept.length,
    leftOut: frame.scenarios.length - scenarios.length,
  };
}

/** Steps between the 1st and the 99th percentile of the values. */
const STEPS = 1000;
/** Quantiles between which classes lie. */
const CLASSES = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95];
/** Parts of the usual size of a clear difference at which its classes end. */
const DIFFERENCE_CLASSES = [-1, -0.4, 0, 0.4, 1];
const USUAL = 0.8;
const MOST_DIGITS = 4;

function mapIndicator(
  indicator: StudyIndicator,
  { mean, difference, halfWidth }: TerritoryMeans,
): MapIndicator {
  const known = mean.filter(Number.isFinite).sort();
  const range = known.length === 0 ? 1 : at(known, 0.99) - at(known, 0.01) || Math.abs(at(known, 0.99)) || 1;
  const step = roundStep(range / STEPS);
  const digits = Math.min(MOST_DIGITS, Math.max(0, -Math.floor(Math.log10(range / 100) + 1e-9)));
  const clear = difference.filter((d, i) => Math.abs(d) > halfWidth[i]).map(Math.abs);
  const usual = clear.length === 0 ? range / 10 : quantile(clear, USUAL);
  const edges = unique(CLASSES.map((p) => rounded(at(known, p), digits)));
  return {
    id: indicator.id,
    label: typeset(indicator.label),
    unit: indicator.unit,
    unitOfDifference: unitOfDifference(indicator),
    step,
    digits,
    // Half empty and half full, such as a coverage that begins late: even classes.
    edges:
      edges.length >= 3
        ? edges
        : unique(
            [1, 2, 3, 4].map((i) => rounded(at(known, 0) + (i / 5) * (at(known, 1) - at(known, 0)), digits)),
          ),
    differenceEdges: unique(DIFFERENCE_CLASSES.map((part) => rounded(part * usual, digits + 1))),
  };
}

function at(sorted: Float64Array, p: number): number {
  return sorted.length === 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
}

/** 1, 2 or 5 times a power of ten, at most the size asked. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const part = size / power;
  return (part >= 5 ? 5 : part >= 2 ? 2 : 1) * power;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function unique(values: readonly number[]): number[] {
  return [...new Set(values.map((value) => (value === 0 ? 0 : value)))];
}

/** Values in whole steps; half-widths pooled over the years. */
function mapValues(means: TerritoryMeans, step: number, shape: TerritoryShape): MapValues {
  const steps = (value: number) => (Number.isFinite(value) ? Math.round(value / step) : MISSING);
  const { scenarios, years, people } = shape;
  const pooled = (widths: Float64Array) =>
    Array.from({ length: scenarios * people.length }, (_, i) => {
      const [s, z] = [Math.floor(i / people.length), i % people.length];
      let [known, squares] = [0, 0];
      for (let y = 0; y < years; y++) {
        const width = widths[(s * years + y) * people.length + z];
        if (!Number.isFinite(width)) continue;
        known++;
        squares += width ** 2;
      }
      return known === 0 ? -1 : Math.round(Math.sqrt(squares / known) / step);
    });
  return {
    level: Array.from(means.mean, steps),
    clear: Array.from(means.difference, (d, i) => (Math.abs(d) > means.halfWidth[i] ? 1 : 0)),
    halfWidth: pooled(means.meanHalfWidth),
    differenceHalfWidth: pooled(means.halfWidth),
  };
}

function tenths(km: number): number {
  return Math.round(km * 10) / 10;
}
