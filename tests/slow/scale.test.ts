/**
 * An agent of a hundred people, of ten or of one tells the same story: headline indicators and delays agree between
 * scales, means within 1 % and points of a distribution (quantiles, shares beyond a threshold) within 5 %. CPTS are read
 * once some have worked for years, and in France only: Corse has too few to tell a scale from chance.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { simulateMany } from '../../sim/engine/run-scenario.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import { HEADLINE, INDICATORS } from '../../sim/recorder/dictionary.js';
import type { Indicator } from '../../sim/recorder/indicator.js';
import { tidyRows } from '../../sim/recorder/rows.js';
import { mean, meanInterval } from '../../sim/recorder/statistics.js';
import { loadScenario } from '../../sim/scenario/load.js';
import { buildGeography } from '../../sim/world/geography/build.js';

const THREADS = 2;
/** Four years after the start, what the synthesis put in place has given way to what the rules make. */
const YEAR = 2016;
const YEAR_OF_CPTS = 2025;
const MEAN_TOLERANCE = 0.01;
const POINT_TOLERANCE = 0.05;
/** Kinds that read one point or one tail of a distribution, and a ratio that does. */
const POINT_KINDS: readonly string[] = [
  'delayShare',
  'delayQuantile',
  'territoryQuantile',
  'concentration',
  'gpQuantile',
  'gpShareAbove',
];
const POINT_IDS: readonly string[] = ['aplBelowThreshold', 'cptsEffectiveCoverage'];

const DELAYS = INDICATORS.filter(({ id }) => id.startsWith('delay'));
const JUDGED = [...new Set([...HEADLINE, ...DELAYS])];
const isOfCpts = ({ id }: Indicator) => id.startsWith('cpts');
const CPTS_IDS = new Set(INDICATORS.filter(isOfCpts).map(({ id }) => id));

const catalogue = loadCatalogue();
const geography = buildGeography();
const baseline = loadScenario('baseline', catalogue);

/** Value of each indicator in the year judged, one per replicate. */
type Values = Map<string, number[]>;

const yearOf = (indicator: string) => (CPTS_IDS.has(indicator) ? YEAR_OF_CPTS : YEAR);

async function valuesAt(scale: number, replicates: number, region?: string): Promise<Values> {
  const territories = region === undefined ? [] : [{ text: region, where: 'scale.test.ts' }];
  const list = Array.from({ length: replicates }, (_, replicate) => ({
    scenario: { ...baseline, territories },
    catalogue,
    seed: 'scale',
    replicate,
    scale,
    to: region === undefined ? YEAR_OF_CPTS : YEAR,
  }));
  const values: Values = new Map();
  for (const { recording } of await simulateMany(list, { threads: THREADS, geography })) {
    for (const { period, place, group, indicator, value } of tidyRows(recording, 'headline')) {
      if (period !== String(yearOf(indicator)) || place !== FRANCE || group !== 'all') continue;
      values.set(indicator, [...(values.get(indicator) ?? []), value]);
    }
  }
  return values;
}

function toleranceOf({ id, kind }: Indicator): number {
  return POINT_KINDS.includes(kind.kind) || POINT_IDS.includes(id) ? POINT_TOLERANCE : MEAN_TOLERANCE;
}

interface Comparison {
  readonly indicator: Indicator;
  /** Coarse over fine: mean over replicates, each paired with itself at the other scale, and its 95 % half-width. */
  readonly ratio: number;
  readonly halfWidth: number;
}

/** Replicates keep their number across scales, and with it every draw of a physician. */
function compare(indicator: Indicator, coarse: Values, fine: Values): Comparison {
  const below = fine.get(indicator.id) ?? [];
  const ratios = (coarse.get(indicator.id) ?? []).map((value, replicate) => value / below[replicate]);
  const { mean: ratio, halfWidth } = meanInterval(ratios);
  return { indicator, ratio, halfWidth };
}

/** Chance between replicates may hide a small gap, never one that its interval excludes. */
function agrees({ indicator, ratio, halfWidth }: Comparison): boolean {
  return Math.abs(ratio - 1) - halfWidth <= toleranceOf(indicator);
}

function print(title: string, coarse: Values, fine: Values): void {
  const judged = new Set(JUDGED);
  const lines = [...judged, ...INDICATORS.filter((indicator) => !judged.has(indicator))].map((indicator) => {
    const comparison = compare(indicator, coarse, fine);
    const { ratio, halfWidth } = comparison;
    const tolerance = toleranceOf(indicator);
    const verdict = agrees(comparison) ? 'ok' : judged.has(indicator) ? 'OUT' : 'out, not judged';
    const means = [coarse, fine].map((values) => mean(values.get(indicator.id) ?? []).toPrecision(5));
    return `${indicator.id.padEnd(32)} ${means.map((value) => value.padStart(11)).join(' ')} ${ratio.toFixed(4)} ± ${halfWidth.toFixed(4)} (${tolerance}) ${verdict}`;
  });
  console.log([title, ...lines].join('\n'));
}

describe.each([
  {
    title: 'France, one agent for 100 people against one for 10',
    coarse: [100, 4],
    fine: [10, 4],
    region: undefined,
  },
  { title: 'Corse, one agent for 10 people against one for 1', coarse: [10, 6], fine: [1, 6], region: '94' },
])('$title', ({ title, coarse, fine, region }) => {
  let ofCoarse: Values;
  let ofFine: Values;

  beforeAll(async () => {
    ofCoarse = await valuesAt(coarse[0], coarse[1], region);
    ofFine = await valuesAt(fine[0], fine[1], region);
    print(title, ofCoarse, ofFine);
  });

  const judged = JUDGED.filter((indicator) => region === undefined || !isOfCpts(indicator));
  test.each(judged.map((indicator) => ({ id: indicator.id, indicator })))('agree on $id', ({ indicator }) => {
    const comparison = compare(indicator, ofCoarse, ofFine);
    expect(agrees(comparison), `${comparison.ratio} ± ${comparison.halfWidth}`).toBe(true);
  });
});

test('an indicator two per cent off would be seen', () => {
  const values: Values = new Map([['population', [100, 100]]]);
  const off: Values = new Map([['population', [102, 102]]]);
  const population = INDICATORS.find(({ id }) => id === 'population')!;
  expect(agrees(compare(population, off, values))).toBe(false);
  expect(agrees(compare(population, values, values))).toBe(true);
});
