/** Places on lists, in a world that runs: plans follow people, and nobody is sent to a full list. */
import { beforeAll, describe, expect, test } from 'vitest';
import { runKey } from '../sim/base/draws.js';
import { openings } from '../sim/rules/openings.js';
import type { World } from '../sim/world/world.js';
import { frozenSpan, historySpan, newWorld, readSources, runMonths, type Sources } from './support/months.js';
import { opened } from './support/opened.js';

const BREIZH = '53';
const SCALE = 100;
const MONTHS = 18;

describe('after a year and a half', () => {
  let sources: Sources;
  let world: World;
  let rows: (z: number) => number[];
  let kept: number[];

  /** The openings of the next month, and nothing else of it. */
  function open(): void {
    const month = world.size.startMonth + MONTHS;
    const rule = opened(openings, world, sources.parameters, runKey('months', 0));
    rule.begin?.(month);
    for (const z of kept) rule.territory?.(z, 0);
  }

  beforeAll(() => {
    sources = readSources([BREIZH]);
    world = newWorld(sources, SCALE, 2014);
    runMonths(world, sources.parameters, frozenSpan(world, 3));
    runMonths(world, sources.parameters, historySpan(world, MONTHS));
    kept = Array.from(world.patients.count.slice(0, -1), (n, z) => (n > 0 ? z : -1)).filter((z) => z >= 0);
    rows = (z) => [...world.gpOrder.subarray(world.gpStart[z], world.gpStart[z + 1])];
    open();
  });

  const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);

  test('the lists that GPs of a territory plan add up to the people on their lists', () => {
    const { list, planned } = world.physicians.columns;
    for (const z of kept) {
      const people = sum(rows(z).map((d) => list[d]));
      expect(Math.abs(sum(rows(z).map((d) => planned[d])) / people - 1)).toBeLessThan(1e-3);
    }
  });

  test('a plan keeps close to its list, and closer than lists are to their targets', () => {
    const { list, planned, listTarget, marginal } = world.physicians.columns;
    const gps = kept.flatMap((z) => rows(z)).filter((d) => marginal[d] === 0);
    const spread = (other: Float32Array) =>
      Math.sqrt(sum(gps.map((d) => (other[d] - list[d]) ** 2)) / gps.length);
    expect(spread(planned)).toBeLessThan(spread(listTarget));
  });

  test('a doctor past the list target is asked by nobody', () => {
    const { list, listTarget, places, planned } = world.physicians.columns;
    const evening = sources.parameters.number('openings.evening', world.size.startMonth);
    const { gpStart, gpOrder, placesSum } = world;
    let full = 0;
    for (const z of kept) {
      const isAsked = (d: number) =>
        list[d] < listTarget[d] && places[d] + (planned[d] - list[d]) / evening > 0;
      // Where nobody is below target and behind plan, open GPs are asked by places alone.
      if (!rows(z).some((d) => places[d] > 0 && isAsked(d))) continue;
      for (let g = gpStart[z]; g < gpStart[z + 1]; g++) {
        if (list[gpOrder[g]] < listTarget[gpOrder[g]]) continue;
        full++;
        expect(placesSum[g] - (g > gpStart[z] ? placesSum[g - 1] : 0)).toBe(0);
      }
    }
    expect(full).toBeGreaterThan(100);
  });

  test('places announced are those that open GPs offer, and a closed list offers none', () => {
    const { places, closed } = world.physicians.columns;
    for (const z of kept) {
      expect(world.territories.columns.places[z]).toBeCloseTo(sum(rows(z).map((d) => places[d])), 1);
      for (const d of rows(z)) if (closed[d] === 1) expect(places[d]).toBe(0);
    }
  });
});
