/** Where and how doctors settle: the published geography of settlement, shared tastes, and what each policy moves. */
import { beforeAll, describe, expect, test } from 'vitest';
import { MONTHS_PER_YEAR, monthOf } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import { bestOption, gumbel, optionsOf, placeGroups } from '../sim/base/gumbel.js';
import { distanceKm } from '../sim/base/sphere.js';
import { CENTRE, GROUP, practises, RETIRED } from '../sim/world/physicians.js';
import { regroupPhysicians } from '../sim/world/synthesis/regroup.js';
import type { World } from '../sim/world/world.js';
import {
  practising,
  type SupplyOptions,
  type SupplySources,
  sameColumn,
  startSupply,
  supplySources,
} from './support/supply-harness.js';

const END = monthOf(2021, 12);
/** DREES RPPS, GPs of all modes on 1 January 2013 and 2022, in the order of the régions (statistics §15). */
const RPPS_2013 = [
  497, 477, 308, 1271, 101, 18425, 3336, 4173, 4700, 8827, 8329, 5142, 5005, 9662, 9567, 12029, 9048, 487,
];
const RPPS_2022 = [
  569, 533, 399, 1463, 142, 16459, 2970, 3967, 4501, 8341, 8046, 5512, 5587, 9985, 9625, 12512, 8789, 539,
];

let sources: SupplySources;
/** The supply of 2013, and two histories of it to the end of 2021. */
let initial: World;
let worlds: World[];
let liberalOf2013: number[];

function worldAt(options: SupplyOptions): World {
  const run = startSupply(sources, options);
  run.until(monthOf(options.to ?? 2021, 12));
  return run.world;
}

function liberalByRegion(world: World): number[] {
  const { form, territory } = world.physicians.columns;
  const counts = sources.geography.regions.map(() => 0);
  for (const row of practising(world))
    if (form[row] !== CENTRE) counts[sources.geography.regionOf[territory[row]]]++;
  return counts;
}

/** Liberal GPs who had not settled in 2013. */
const newcomers = (world: World) =>
  practising(world, (row) => row >= 54_300 + 2_150 && world.physicians.columns.form[row] !== CENTRE);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const share = (rows: readonly number[], holds: (row: number) => boolean) =>
  rows.filter(holds).length / rows.length;

function km(a: number, b: number): number {
  const [from, to] = [sources.geography.territories[a], sources.geography.territories[b]];
  return distanceKm(from.latitude, from.longitude, to.latitude, to.longitude);
}

beforeAll(() => {
  sources = supplySources();
  initial = startSupply(sources).world;
  liberalOf2013 = liberalByRegion(initial);
  worlds = [0, 1].map((replicate) => worldAt({ replicate }));
});

describe('the geography of settlement by 2021', () => {
  test('half practise within 85 km of the birthplace, ± 10 points, and about six in ten in their région of birth', () => {
    const { origin, territory } = worlds[0].physicians.columns;
    const rows = newcomers(worlds[0]);
    const near = share(rows, (row) => km(origin[row], territory[row]) < 85);
    expect(Math.abs(near - 0.5)).toBeLessThan(0.1);
    const { regionOf } = sources.geography;
    const sameRegion = share(rows, (row) => regionOf[origin[row]] === regionOf[territory[row]]);
    expect(Math.abs(sameRegion - 0.59)).toBeLessThan(0.06);
  });

  test('half practise within 43 km of where they trained, ± 10 points', () => {
    const { training, territory } = worlds[0].physicians.columns;
    const near = share(newcomers(worlds[0]), (row) => km(training[row], territory[row]) < 43);
    expect(Math.abs(near - 0.5)).toBeLessThan(0.1);
  });

  test('Île-de-France, with 18 % of people, gets about 13 % of the newcomers', () => {
    const { territory } = worlds[0].physicians.columns;
    const paris = share(
      newcomers(worlds[0]),
      (row) => sources.geography.territories[territory[row]].region === '11',
    );
    expect(Math.abs(paris - 0.131)).toBeLessThan(0.025);
  });

  test('every région keeps its share moved by its trend: 5 % above 1,000 GPs, 15 % or two roots below; Mayotte loses', () => {
    const simulated = sources.geography.regions.map((_, i) =>
      sum(worlds.map((world) => liberalByRegion(world)[i])),
    );
    const target = liberalOf2013.map((count, i) => (count * RPPS_2022[i]) / RPPS_2013[i]);
    const scale = sum(simulated) / sum(target);
    const out = sources.geography.regions.flatMap(({ name }, i) => {
      const expected = target[i] * scale;
      const one = expected / worlds.length;
      const tolerance = liberalOf2013[i] > 1000 ? 0.05 : Math.max(0.15, 2 / Math.sqrt(one));
      return Math.abs(simulated[i] / expected - 1) > tolerance
        ? [`${name} ${simulated[i]} for ${expected}`]
        : [];
    });
    // A known miss, told by `maillage validate` too: natives alone do not make up for those who leave Mayotte.
    expect(out.filter((line) => !line.startsWith('Mayotte'))).toEqual([]);
  });

  test('in group: 81 % under 50, 57 % at 50–59, 44 % at 60 and over, ± 6 points', () => {
    const { birth, form } = worlds[0].physicians.columns;
    const age = (row: number) => (END - birth[row]) / MONTHS_PER_YEAR;
    const inGroup = (from: number, to: number) =>
      share(
        practising(worlds[0], (row) => form[row] !== CENTRE && age(row) >= from && age(row) < to),
        (row) => form[row] === GROUP,
      );
    expect(Math.abs(inGroup(0, 50) - 0.81)).toBeLessThan(0.06);
    expect(Math.abs(inGroup(50, 60) - 0.57)).toBeLessThan(0.06);
    expect(Math.abs(inGroup(60, 120) - 0.44)).toBeLessThan(0.06);
  });

  test('the index of practising GPs says what the rows say', () => {
    const world = worlds[0];
    const index = () => [Array.from(world.gpStart), Array.from(world.gpOrder.slice(0, world.gpStart.at(-1)))];
    const kept = index();
    regroupPhysicians(world);
    for (const [i, found] of index().entries()) expect(sameColumn(found, kept[i])).toBe(true);
  });
});

describe('shared tastes', () => {
  const key = runKey('tastes', 0);
  const places = 40;
  const kinds = 3;
  const common = Float64Array.from({ length: places * kinds }, (_, i) => Math.sin(i));
  const own = Float64Array.from({ length: places }, (_, z) => Math.cos(z) - 1);
  // Groups of unequal size, their places apart.
  const groups = placeGroups(Int32Array.from({ length: places }, (_, z) => (z < 5 ? 0 : 1 + (z % 3))));
  const attraction = {
    to: (place: number) => own[place],
    within: (group: number) => Math.max(...own.filter((_, z) => groups.groupOf[z] === group)),
  };
  const agents = Array.from({ length: 20_000 }, (_, agent) => agent);
  const choices = (utility: Float64Array) =>
    agents.map((agent) => bestOption(key, agent, optionsOf(utility, kinds, groups), attraction));

  test('options are chosen in proportion to the exponential of their utility', () => {
    const found = choices(common);
    const weights = Array.from(common, (value, option) => Math.exp(value + own[Math.floor(option / kinds)]));
    const distance = sum(
      weights.map((weight, option) => {
        const expected = (agents.length * weight) / sum(weights);
        return (found.filter((choice) => choice === option).length - expected) ** 2 / expected;
      }),
    );
    // Chi-square with 119 degrees of freedom: 175 is its 99.95th centile.
    expect(distance).toBeLessThan(175);
  });

  test('closing one option moves those who had chosen it, and nobody else', () => {
    const closed = common.slice();
    closed[7] = -Infinity;
    const [before, after] = [choices(common), choices(closed)];
    expect(before.some((choice) => choice === 7)).toBe(true);
    agents.forEach((agent) => {
      if (before[agent] === 7) expect(after[agent]).not.toBe(7);
      else expect(after[agent]).toBe(before[agent]);
    });
  });

  test('a better option draws people to itself only', () => {
    const better = common.slice();
    better[11] += 1;
    const [before, after] = [choices(common), choices(better)];
    expect(agents.every((agent) => after[agent] === before[agent] || after[agent] === 11)).toBe(true);
    expect(after.filter((choice) => choice === 11).length).toBeGreaterThan(
      before.filter((choice) => choice === 11).length,
    );
  });

  test('where the search begins changes no choice', () => {
    const from = (first: number) =>
      agents
        .slice(0, 2000)
        .map((agent) => bestOption(key, agent, optionsOf(common, kinds, groups), attraction, first));
    expect(from(3)).toEqual(from(0));
  });

  test('when everything is closed nothing is chosen', () => {
    const shut = new Float64Array(6).fill(-Infinity);
    const alone = placeGroups(Int32Array.of(0, 0));
    const nothing = { to: () => 0, within: () => 0 };
    expect(bestOption(key, 1, optionsOf(shut, 3, alone), nothing)).toBe(-1);
  });

  test('a Gumbel taste has its median at 0.37', () => {
    expect(gumbel(0.5)).toBeCloseTo(0.3665, 4);
  });

  test('the same seed settles the same doctors in the same places, another seed elsewhere', () => {
    const [one, again, other] = [
      worldAt({ to: 2013 }),
      worldAt({ to: 2013 }),
      worldAt({ to: 2013, seed: 'other' }),
    ].map((world) => world.physicians.columns.territory);
    expect(sameColumn(again, one)).toBe(true);
    expect(sameColumn(other, one)).toBe(false);
  });
});

describe('policies', () => {
  test('a territory above the closing density takes no new GP, in a centre either', () => {
    const { geography } = sources;
    const run = startSupply(sources, { to: 2014, settings: ['installation.closedAbove=1.1'] });
    const { since, form, territory } = run.world.physicians.columns;
    const people = sum(geography.territories.map(({ population }) => population));
    const liberalIn = () => {
      const counts = new Int32Array(geography.territories.length);
      for (const row of practising(run.world)) if (form[row] !== CENTRE) counts[territory[row]]++;
      return counts;
    };
    let before = liberalIn();
    run.until(monthOf(2014, 12), (month) => {
      const country = sum([...before]) / people;
      for (const row of practising(run.world, (settled) => since[settled] === month)) {
        const z = territory[row];
        // Exits of the month come before the choice, so that the density then is at most last month's.
        const density = before[z] / geography.territories[z].population / country;
        expect(density).toBeLessThan(1.3);
      }
      before = liberalIn();
    });
    const open = worldAt({ to: 2014 });
    const newIn = (world: World, holds: (z: number) => boolean) =>
      practising(
        world,
        (row) =>
          row >= 56_450 &&
          world.physicians.columns.form[row] !== CENTRE &&
          holds(world.physicians.columns.territory[row]),
      ).length;
    const isDense = (z: number) =>
      (liberalAtStart[z] * people) / geography.territories[z].population / 54_300 > 1.2;
    const liberalAtStart = new Int32Array(geography.territories.length);
    for (const row of practising(initial))
      if (initial.physicians.columns.form[row] !== CENTRE)
        liberalAtStart[initial.physicians.columns.territory[row]]++;
    expect(newIn(run.world, isDense)).toBeLessThan(newIn(open, isDense) * 0.4);
  });

  test('internships placed in under-served territories bring newcomers there', () => {
    const { geography } = sources;
    const density = geography.territories.map(
      ({ index, population }) => (initial.gpStart[index + 1] - initial.gpStart[index]) / population,
    );
    const ranked = [...density].sort((a, b) => a - b);
    const limit = ranked[Math.floor(ranked.length / 4)];
    const arrivals = (world: World) => {
      const { territory } = world.physicians.columns;
      // Rows of the classes of residents, past the pool.
      return newcomers(world).filter((row) => row >= 56_450 + 13_000 && density[territory[row]] <= limit)
        .length;
    };
    const settings = ['training.placement.share=1', 'installation.anchor.internship=0.6'];
    expect(arrivals(worldAt({ settings }))).toBeGreaterThan(arrivals(worlds[0]) * 1.08);
  });

  test('a GP who moves settles again the month after, in another territory, and is the same person', () => {
    const run = startSupply(sources, { to: 2013 });
    const { status, exit, since, territory, birth } = run.world.physicians.columns;
    const left = new Map<number, { month: number; from: number; born: number }>();
    let seen = 0;
    run.until(monthOf(2013, 12), (month) => {
      for (const [row, { month: gone, from, born }] of left) {
        if (gone !== month - 1) continue;
        seen++;
        expect(practises(status[row])).toBe(true);
        expect(territory[row]).not.toBe(from);
        expect(birth[row]).toBe(born);
      }
      for (let row = 0; row < run.world.physicians.rows; row++)
        if (status[row] === RETIRED && exit[row] === month && since[row] > month)
          left.set(row, { month, from: territory[row], born: birth[row] });
    });
    expect(seen).toBeGreaterThan(150);
  });
});
