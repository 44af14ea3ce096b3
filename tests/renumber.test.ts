/** Rows of physicians change in January, and could in any month; nobody's history does. */
import { beforeAll, describe, expect, test } from 'vitest';
import { digestColumns } from '../sim/base/digest.js';
import { renumberPhysicians } from '../sim/world/renumber-physicians.js';
import { GP_ANNOUNCED, GP_COUNTERS } from '../sim/world/tallies.js';
import type { World } from '../sim/world/world.js';
import { frozenSpan, historySpan, newWorld, readSources, runMonths, type Sources } from './support/months.js';

const SCALE = 1000;
const MONTHS = 40;
const BREIZH = '53';

/** The people of one région and all GPs of France; `change` meets the world before each further month. */
function runWith(sources: Sources, change: (world: World, month: number) => void): World {
  const world = newWorld(sources, SCALE, 2016);
  runMonths(world, sources.parameters, frozenSpan(world, 2));
  runMonths(world, sources.parameters, historySpan(world, MONTHS), {
    after: (month) => change(world, month + 1),
  });
  return world;
}

/** January is one of them, and every other calendar month sooner or later. */
const everyFifthMonth = (month: number) => month % 5 === 0;

/** State of the world with every physician named by id. */
function stateOf(world: World): Record<string, string> {
  const { columns } = world.physicians;
  const { rowOf, id } = columns;
  const named = (rows: ArrayLike<number>) => Int32Array.from(rows, (row) => (row >= 0 ? id[row] : -1));
  const physicians = Object.entries(columns)
    .filter(([name]) => name !== 'rowOf' && name !== 'successor')
    .map(([name, values]) => [name, Float64Array.from(rowOf, (row) => values[row])] as const);
  const announced = (row: number) => world.gpLanes[0][row * GP_COUNTERS + GP_ANNOUNCED];
  const { start, count } = world.patients;
  const living = Array.from(count.slice(0, -1), (n, z) => [start[z], start[z] + n] as const);
  return {
    physicians: digestColumns(physicians),
    successors: digestColumns([
      ['successor', named(Int32Array.from(rowOf, (row) => columns.successor[row]))],
    ]),
    announced: digestColumns([['announced', Int32Array.from(rowOf, announced)]]),
    order: digestColumns([['order', named(world.gpOrder.subarray(0, world.gpStart.at(-1)))]]),
    lists: digestColumns(
      living.map(([from, to], z) => [String(z), named(world.patients.columns.doctor.subarray(from, to))]),
    ),
    territories: digestColumns(Object.entries(world.territories.columns)),
    tallies: digestColumns(Object.entries(world.tallies.columns)),
  };
}

describe('renumbering physicians', () => {
  let sources: Sources;
  let plain: World;
  let renumbered: World;

  beforeAll(() => {
    sources = readSources([BREIZH]);
    plain = runWith(sources, () => {});
    renumbered = runWith(sources, (world, month) => {
      if (everyFifthMonth(month)) renumberPhysicians(world);
    });
  });

  test('changes rows, and nothing of what becomes of anybody', () => {
    const moved = renumbered.physicians.columns.id.filter((id, row) => id !== row).length;
    expect(moved).toBeGreaterThan(1000);
    expect(stateOf(renumbered)).toEqual(stateOf(plain));
  });

  test('puts the GPs of a territory side by side', () => {
    renumberPhysicians(renumbered);
    const practising = renumbered.gpStart.at(-1) as number;
    expect(Array.from(renumbered.gpOrder.subarray(0, practising))).toEqual(
      Array.from({ length: practising }, (_, row) => row),
    );
  });

  test('two GPs who change rows unknown to their patients would be seen', () => {
    const swapped = runWith(sources, (world, month) => {
      if (!everyFifthMonth(month)) return;
      const { doctor } = world.patients.columns;
      const z = world.patients.count.findIndex((living) => living > 0);
      const [first, second] = world.gpOrder.subarray(world.gpStart[z], world.gpStart[z] + 2);
      for (let i = 0; i < doctor.length; i++) {
        if (doctor[i] === first) doctor[i] = second;
        else if (doctor[i] === second) doctor[i] = first;
      }
    });
    expect(stateOf(swapped)).not.toEqual(stateOf(plain));
  });
});
