/**
 * Each ready scenario does what its file expects of it: on the same seeds, the 95 % interval of its difference to the
 * scenario it extends lies on the side announced, or holds zero where the file says that nothing is expected. A scenario
 * that expects nothing ends its reason with a question.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { simulateMany } from '../../sim/engine/run-scenario.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import { tidyRows } from '../../sim/recorder/rows.js';
import { excludesZero, type Interval, mean, pairedInterval } from '../../sim/recorder/statistics.js';
import type { Direction } from '../../sim/scenario/file.js';
import { listScenarios } from '../../sim/scenario/list.js';
import { loadScenario } from '../../sim/scenario/load.js';
import type { Scenario } from '../../sim/scenario/types.js';
import { buildGeography } from '../../sim/world/geography/build.js';

const SCALE = 1000;
const REPLICATES = 4;
const THREADS = 2;
const LAST_YEAR = 2035;

/** Yearly values of one run by `place indicator`, for the years in order. */
type Series = Map<string, { year: number; value: number }[]>;
type Expectation = Scenario['expects'][number];

const catalogue = loadCatalogue();
const geography = buildGeography();
const scenarios = listScenarios().map(({ name }) => loadScenario(name, catalogue));
const named = new Map(scenarios.map((scenario) => [scenario.name, scenario]));
const expectations = scenarios.flatMap((scenario) =>
  scenario.expects.map((expected) => ({
    scenario: scenario.name,
    indicator: expected.indicator,
    direction: expected.direction,
    expected,
  })),
);

/** Replicates of a scenario; the recordings are large, so only yearly values are kept. */
async function replicatesOf(scenario: Scenario): Promise<Series[]> {
  const list = Array.from({ length: REPLICATES }, (_, replicate) => ({
    scenario,
    catalogue,
    seed: 'expectations',
    replicate,
    scale: SCALE,
    to: LAST_YEAR,
  }));
  const results = await simulateMany(list, { threads: THREADS, geography });
  return results.map(({ recording }) => {
    const series: Series = new Map();
    for (const { period, place, group, indicator, value } of tidyRows(recording, 'headline')) {
      if (group !== 'all' || period.length !== 'YYYY'.length) continue;
      const key = `${place} ${indicator}`;
      series.set(key, [...(series.get(key) ?? []), { year: Number(period), value }]);
    }
    return series;
  });
}

/** Code of the place of an expectation: France, or a région by code or name. */
function placeOf({ place }: Expectation): string {
  if (place === undefined) return FRANCE;
  const region = geography.regions.find(({ code, name }) => [code, name].includes(String(place)));
  if (region === undefined) throw new Error(`the place ${place} is neither France nor a région`);
  return region.code;
}

/** Mean of the years from the one expected on, by replicate. */
function meansOf(replicates: readonly Series[], expected: Expectation): number[] {
  return replicates.map((series) => {
    const years = series.get(`${placeOf(expected)} ${expected.indicator}`) ?? [];
    return mean(years.filter(({ year }) => year >= (expected.from ?? 0)).map(({ value }) => value));
  });
}

function holds(interval: Interval, direction: Direction): boolean {
  if (direction === 'none') return !excludesZero(interval);
  return excludesZero(interval) && interval.mean > 0 === (direction === 'up');
}

describe('the ready scenarios', () => {
  const runs = new Map<string, Series[]>();
  const difference = (name: string, expected: Expectation): Interval => {
    const parent = named.get(name)!.lineage.at(-2)!;
    return pairedInterval(meansOf(runs.get(name)!, expected), meansOf(runs.get(parent)!, expected));
  };

  beforeAll(async () => {
    for (const scenario of scenarios) runs.set(scenario.name, await replicatesOf(scenario));
    for (const { scenario, expected } of expectations) {
      const { mean: centre, halfWidth } = difference(scenario, expected);
      const level = mean(meansOf(runs.get(scenario)!, expected));
      console.log(
        `${scenario} ${expected.indicator} from ${expected.from}: ${centre.toPrecision(3)} ± ${halfWidth.toPrecision(3)} at a level of ${level.toPrecision(4)}, expected ${expected.direction}`,
      );
    }
  });

  test('each says what it expects, or asks what nobody knows', () => {
    const silent = scenarios.filter(
      ({ lineage, expects, changes, reason }) =>
        lineage.length > 1 &&
        expects.length === 0 &&
        !reason.includes('?') &&
        // A way of support changed and nothing else is the question that the project is there to ask.
        !changes.every(({ parameter }) => parameter.startsWith('cpts.support.')),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test.each(expectations)('$scenario moves $indicator: $direction', ({ scenario, direction, expected }) => {
    const interval = difference(scenario, expected);
    expect(
      holds(interval, direction),
      `difference of ${interval.mean} ± ${interval.halfWidth}, expected ${direction}`,
    ).toBe(true);
  });

  test('the baseline against itself, and against its own runs in another order, moves nothing', () => {
    for (const { expected } of expectations) {
      const same = meansOf(runs.get('baseline')!, expected);
      const turned = [...same.slice(1), same[0]];
      for (const other of [same, turned]) {
        const interval = pairedInterval(other, same);
        expect(holds(interval, 'none')).toBe(true);
        expect(holds(interval, 'up') || holds(interval, 'down')).toBe(false);
      }
    }
  });
});
