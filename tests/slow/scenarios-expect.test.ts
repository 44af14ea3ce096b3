/**
 * Each ready scenario does what its file expects of it: on the same seeds, the 95 % interval of its difference to the
 * scenario it extends lies on the side announced, or holds zero where the file says that nothing is expected. A scenario
 * that expects nothing ends its reason with a question.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import { excludesZero, type Interval, mean, pairedInterval } from '../../sim/recorder/statistics.js';
import { readCells, type StudyCells } from '../../sim/results/study/cells.js';
import type { Direction } from '../../sim/scenario/file.js';
import { listScenarios } from '../../sim/scenario/list.js';
import { loadScenario } from '../../sim/scenario/load.js';
import type { Scenario } from '../../sim/scenario/types.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import { PROGRAM } from '../support/program.js';
import { PROJECT } from '../support/project.js';

const REPLICATES = 4;
const LAST_YEAR = 2035;
const GROUP = 'all';

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
const indicators = [...new Set(expectations.map(({ indicator }) => indicator))];

/** The study of all ready scenarios. Left in `EXPECTATIONS` when that names a folder, where a run cut short goes on. */
const kept = process.env.EXPECTATIONS;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'maillage-expectations-'));
const study = join(folder, 'study');
afterAll(() => {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
});

/** Simulates what the study lacks, as a person would: half an hour on two cores, with progress told on the terminal. */
function simulateAll(): void {
  const plan = join(folder, 'plan.yaml');
  const list = scenarios.map(({ name }) => name).join(', ');
  const keep = `keep: { indicators: [${indicators.join(', ')}], places: [${FRANCE}, regions] }`;
  const size = `seed: expectations\nscale: 1000\nfrom: 2013\nto: ${LAST_YEAR}\nreplicates: ${REPLICATES}`;
  writeFileSync(plan, `name: expectations\nscenarios: [${list}]\nbaseline: baseline\n${size}\n${keep}\n`);
  const words = [PROGRAM, 'batch', plan, '--out', study];
  const { status } = spawnSync(process.execPath, words, {
    cwd: PROJECT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  expect(status).toBe(0);
}

/** Code of the place of an expectation: France, or a région by code or name. */
function placeOf({ place }: Expectation): string {
  if (place === undefined) return FRANCE;
  const region = geography.regions.find(({ code, name }) => [code, name].includes(String(place)));
  if (region === undefined) throw new Error(`the place ${place} is neither France nor a région`);
  return region.code;
}

/**
 * Mean of the years from the one expected on, by replicate of a scenario: the years in which neither it nor the one
 * `beside` it is without a value, as are the months to a letter where nobody finished one.
 */
function meansOf(
  { scenarios: order, cells }: StudyCells,
  name: string,
  expected: Expectation,
  beside = name,
): number[] {
  const [s, other] = [name, beside].map((of) => order.findIndex((scenario) => scenario.name === of));
  const place = placeOf(expected);
  const years = cells.filter(
    (cell) =>
      cell.indicator === expected.indicator &&
      cell.place === place &&
      cell.group === GROUP &&
      cell.period.length === 'YYYY'.length &&
      Number(cell.period) >= (expected.from ?? 0),
  );
  return Array.from({ length: REPLICATES }, (_, replicate) => {
    const told = years.filter(({ values }) =>
      [s, other].every((of) => Number.isFinite(values[of * REPLICATES + replicate])),
    );
    return mean(told.map(({ values }) => values[s * REPLICATES + replicate]));
  });
}

function holds(interval: Interval, direction: Direction): boolean {
  if (direction === 'none') return !excludesZero(interval);
  return excludesZero(interval) && interval.mean > 0 === (direction === 'up');
}

describe('the ready scenarios', () => {
  let cells: StudyCells;
  const difference = (name: string, expected: Expectation): Interval => {
    const parent = named.get(name)!.lineage.at(-2)!;
    return pairedInterval(meansOf(cells, name, expected, parent), meansOf(cells, parent, expected, name));
  };

  beforeAll(async () => {
    simulateAll();
    cells = await readCells(study, { groups: [GROUP] });
    for (const { scenario, expected } of expectations) {
      const { mean: centre, halfWidth } = difference(scenario, expected);
      const level = mean(meansOf(cells, scenario, expected));
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
      const same = meansOf(cells, 'baseline', expected);
      const turned = [...same.slice(1), same[0]];
      for (const other of [same, turned]) {
        const interval = pairedInterval(other, same);
        expect(holds(interval, 'none')).toBe(true);
        expect(holds(interval, 'up') || holds(interval, 'down')).toBe(false);
      }
    }
  });
});
