/**
 * One more entity changes only what it should (ARCHITECTURE §2.3): a patient, a GP, a young doctor are added before the
 * first month, and a year later everybody out of their reach is in the very same state. The twins show that the
 * comparison would see an engine whose draws depend on the order of creation.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { DECLARED } from '../sim/world/patients.js';
import { ACTIVE, FUTURE, LOCUM, SOLO } from '../sim/world/physicians.js';
import { regroupPhysicians } from '../sim/world/synthesis/regroup.js';
import { restoreWorld, saveWorld, type World } from '../sim/world/world.js';
import {
  frozenSpan,
  historySpan,
  newWorld,
  type Person,
  type PersonColumn,
  peopleByKey,
  readSources,
  runMonths,
  type Sources,
} from './support/months.js';

const CORSE = '94';
const YEAR = 12;
/** A few frozen months are enough for appointment books to fill; the promise does not depend on them. */
const FROZEN = 4;
/** A key that neither the first people, nor newborns, nor immigrants have. */
const NEW_KEY = 0x7ffffff1;
const STATE: readonly PersonColumn[] = ['birth', 'flags', 'doctor'];
const EVERYTHING: readonly PersonColumn[] = [...STATE, 'need', 'monthsWithout', 'sinceUnmet', 'overdue'];

/** A starting world to come back to, and what a year makes of it. */
interface Bench {
  readonly sources: Sources;
  readonly world: World;
  readonly plain: Snapshot;
  /** The year after `change` to the starting world. */
  after(change: (world: World) => void): Snapshot;
}

interface Snapshot {
  readonly state: Map<number, Person>;
  readonly everything: Map<number, Person>;
  /** Territory of each practising GP's row, −1 for the others. */
  readonly places: Int32Array;
}

function makeBench(places: readonly string[], scale: number): Bench {
  const sources = readSources(places);
  const world = newWorld(sources, scale);
  const start = saveWorld(world);
  const after = (change: (world: World) => void): Snapshot => {
    restoreWorld(world, start);
    change(world);
    runMonths(world, sources.parameters, frozenSpan(world, FROZEN));
    runMonths(world, sources.parameters, historySpan(world, YEAR));
    return {
      state: peopleByKey(world, STATE),
      everything: peopleByKey(world, EVERYTHING),
      places: placesOfGps(world),
    };
  };
  return { sources, world, plain: after(() => {}), after };
}

function placesOfGps({ physicians, gpStart, gpOrder }: World): Int32Array {
  const places = new Int32Array(physicians.rows).fill(-1);
  for (const row of gpOrder.subarray(0, gpStart[gpStart.length - 1]))
    places[row] = physicians.columns.territory[row];
  return places;
}

/** Keys whose state differs, or who live in one world only, with the territory where they live. */
function differing(a: Map<number, Person>, b: Map<number, Person>): Map<number, number> {
  const found = new Map<number, number>();
  for (const [key, person] of a) {
    const other = b.get(key);
    if (other === undefined || other.territory !== person.territory || other.values !== person.values)
      found.set(key, person.territory);
  }
  for (const [key, person] of b) if (!a.has(key)) found.set(key, person.territory);
  return found;
}

/** The territories named and those whose people can drive to their GPs. */
function reachOf({ geography }: Sources, rows: Iterable<number>): Set<number> {
  const { start, territory } = geography.neighbours;
  return new Set([...rows].flatMap((z) => [z, ...territory.subarray(start[z], start[z + 1])]));
}

/** A territory of Corse with a few thousand people. */
function corsican({ geography }: Sources): number {
  return geography.territories.findIndex(({ region, population }) => region === CORSE && population > 5000);
}

/** The double of a declared adult of territory z, under a new key, on the list of the same GP. */
function addPatient(world: World, z: number): void {
  const { start, count, columns } = world.patients;
  const fortyYearsAgo = world.size.startMonth - 40 * YEAR;
  let like = start[z];
  while (!(columns.flags[like] & DECLARED) || columns.birth[like] > fortyYearsAgo) like++;
  const row = start[z] + count[z]++;
  for (const column of Object.values(columns)) column[row] = column[like];
  columns.key[row] = NEW_KEY;
  world.physicians.columns.list[columns.doctor[row]] += world.size.scale;
}

/** First row of the doctors whom no month of this history wakes. */
function sleeper({ physicians }: World): number {
  return physicians.columns.status.lastIndexOf(FUTURE);
}

describe('one more patient in Corse, one agent for one person', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = makeBench([CORSE], 1);
  });

  test('after a year hardly anybody beyond the territory and its neighbours differs, and few within', () => {
    const z = corsican(bench.sources);
    const one = bench.after((world) => addPatient(world, z));
    const reach = reachOf(bench.sources, [z]);
    const changed = differing(bench.plain.everything, one.everything);
    expect(one.state.get(NEW_KEY)).toBeDefined();
    expect(changed.get(NEW_KEY)).toBe(z);
    // A GP at the edge of the neighbours may have room for one person more, or fewer, from beyond.
    expect([...changed.values()].filter((place) => !reach.has(place)).length).toBeLessThan(5);
    // The list of a GP who leaves goes to the partner with the most room: one person more may make it another, for hundreds.
    const around = [...bench.plain.everything.values()].filter(({ territory }) => reach.has(territory));
    expect(changed.size).toBeLessThan(around.length / 50);
    expect(one.places).toEqual(bench.plain.places);
  });

  test('one more GP takes patients near the practice and hardly changes anybody else', () => {
    const z = corsican(bench.sources);
    let row = -1;
    const one = bench.after((world) => {
      row = sleeper(world);
      const { physicians: gps, gpOrder, gpStart } = world;
      const model = gpOrder[gpStart[z]];
      const id = gps.columns.id[row];
      for (const column of Object.values(gps.columns)) column[row] = column[model];
      Object.assign(gps.columns.id, { [row]: id });
      Object.assign(gps.columns.rowOf, { [id]: row });
      Object.assign(gps.columns.list, { [row]: 0 });
      gps.columns.status[row] = ACTIVE;
      gps.columns.form[row] = SOLO;
      gps.columns.practice[row] = -1;
      gps.columns.exit[row] = 0;
      regroupPhysicians(world);
    });
    const reach = reachOf(bench.sources, [z]);
    const changed = differing(bench.plain.state, one.state);
    const outside = [...changed.values()].filter((place) => !reach.has(place));
    // Places that neighbours leave free are found by their own neighbours in turn.
    const reachOfReach = reachOf(bench.sources, reach);
    expect(one.places[row]).toBe(z);
    expect([...one.state.values()].filter(({ values }) => values.endsWith(` ${row}`)).length).toBeGreaterThan(
      10,
    );
    expect(outside.length).toBeLessThan(0.01 * changed.size);
    expect(outside.filter((place) => !reachOfReach.has(place)).length).toBeLessThan(5);
    // Of some 300,000: who settles where, and whom the lists of the place then have room for.
    expect(changed.size).toBeLessThan(4000);
  });

  test('were keys ranks, one more person before all others would change people everywhere', () => {
    const FIRST_ARRIVAL = 0x80000000;
    const renumber = (key: number, by: number) => (key < FIRST_ARRIVAL ? key + by : key);
    const shifted = bench.after(({ patients: { start, count, columns } }) => {
      for (let z = 0; z + 1 < start.length; z++)
        for (let i = start[z]; i < start[z] + count[z]; i++) columns.key[i] = renumber(columns.key[i], 1);
    });
    const back = (people: Map<number, Person>) =>
      new Map([...people].map(([key, person]) => [renumber(key, -1), person]));
    const people = bench.plain.state.size;
    const state = differing(bench.plain.state, back(shifted.state));
    const territories = new Set(state.values());
    const all = bench.sources.geography.territories.filter(({ region }) => region === CORSE);
    expect(territories.size).toBe(all.length);
    expect(state.size).toBeGreaterThan(0.05 * people);
    expect(differing(bench.plain.everything, back(shifted.everything)).size).toBeGreaterThan(0.15 * people);
  });
});

describe('one more young doctor in France', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = makeBench([], 1000);
  });

  /** A doctor whom the baseline leaves asleep is ready to settle in the third month. */
  const wake = (world: World) => {
    const row = sleeper(world);
    world.physicians.columns.status[row] = LOCUM;
    world.physicians.columns.since[row] = world.size.startMonth + 2;
    return row;
  };

  test('settles, displaces few other doctors, and changes nobody out of reach of where one came or went', () => {
    let row = -1;
    const one = bench.after((world) => {
      row = wake(world);
    });
    const { plain, sources } = bench;
    const moved = [...one.places.keys()].filter((d) => one.places[d] !== plain.places[d]);
    expect(one.places[row]).toBeGreaterThanOrEqual(0);
    expect(moved).toContain(row);
    expect(moved.length).toBeLessThan(10);
    const reach = reachOf(
      sources,
      moved.flatMap((d) => [plain.places[d], one.places[d]]).filter((z) => z >= 0),
    );
    const changed = differing(plain.state, one.state);
    expect([...changed.values()].filter((place) => !reach.has(place))).toEqual([]);
    expect(changed.size).toBeLessThan(0.01 * plain.state.size);
  });
});
