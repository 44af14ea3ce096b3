/** The monthly laws of birth, death, chronic onset, moves and migration. */
import { beforeAll, describe, expect, test } from 'vitest';
import { MONTHS_PER_YEAR } from '../sim/base/calendar.js';
import { type Catalogue, loadCatalogue } from '../sim/parameters/catalogue.js';
import type { Parameters } from '../sim/parameters/types.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { restrictGeography } from '../sim/world/geography/restrict.js';
import {
  CHRONIC_MASK,
  DECLARED,
  EVER_DECLARED,
  FEMALE,
  LOW_INCOME,
  SEARCHING,
} from '../sim/world/patients.js';
import { GP_COUNTERS, GP_LIST_CHANGE } from '../sim/world/tallies.js';
import type { Geography } from '../sim/world/territory.js';
import type { World } from '../sim/world/world.js';
import {
  agents,
  everybody,
  parametersWith,
  peopleOf2013,
  runPeople,
  START,
  total,
} from './support/people.js';

let france: Geography;
let corse: Geography;
let catalogue: Catalogue;
let baseline: Parameters;

beforeAll(() => {
  france = buildGeography();
  corse = restrictGeography(france, ['94']);
  catalogue = loadCatalogue();
  baseline = parametersWith(catalogue);
});

describe('chances of nothing and of everything', () => {
  const still = [
    'migration.moves=0',
    'migration.emigration=0',
    ...['0to19', '20to39', '40to59', '60to74', '75plus'].map((c) => `migration.net.${c}=0`),
  ];

  function afterOneMonth(...settings: string[]): World {
    const parameters = parametersWith(catalogue, ...settings);
    const world = peopleOf2013(corse, parameters, { scale: 100, to: 2013 });
    runPeople(world, parameters, 1);
    return world;
  }

  test('without mortality nobody dies, without births nobody is born, without migration nobody moves', () => {
    expect(total(afterOneMonth('mortality.level=0'), 'deaths')).toBe(0);
    expect(total(afterOneMonth('births.perWoman=0'), 'births')).toBe(0);
    const world = afterOneMonth(...still);
    expect(total(world, 'departures') + total(world, 'arrivals')).toBe(0);
    expect(total(world, 'deaths')).toBeGreaterThan(0);
    expect(total(world, 'births')).toBeGreaterThan(0);
  });

  test('a mortality without bound kills everybody in the month', () => {
    const world = afterOneMonth('mortality.level=1e9', 'births.perWoman=0', ...still);
    expect(agents(world)).toBe(0);
    expect(total(world, 'deaths')).toBe(3200);
  });

  test('without onset no further person falls chronically ill', () => {
    const parameters = parametersWith(catalogue, 'chronic.onset=0', 'mortality.level=0', ...still);
    const world = peopleOf2013(corse, parameters, { scale: 100, to: 2013 });
    const before = total(world, 'ald');
    runPeople(world, parameters, 12);
    expect(total(world, 'ald')).toBe(before);
    const usual = peopleOf2013(corse, baseline, { scale: 100, to: 2013 });
    runPeople(usual, parametersWith(catalogue, 'mortality.level=0', ...still), 12);
    expect(total(usual, 'ald')).toBeGreaterThan(before);
  });

  test('a territory without room refuses one more person in a sentence', () => {
    const parameters = parametersWith(catalogue, 'births.perWoman=5');
    const world = peopleOf2013(corse, baseline, { scale: 100, to: 2013 });
    expect(() => runPeople(world, parameters, 12)).toThrow(/has room for \d+ agents and one more arrives/);
  });
});

describe('nobody is lost', () => {
  test('people of a month are those of the month before, plus births and arrivals, less deaths and departures', () => {
    const world = peopleOf2013(france, baseline, { scale: 1000, to: 2014 });
    let before = agents(world);
    let moving = 0;
    let counts = world.patients.count.slice();
    runPeople(world, baseline, 24, (month) => {
      const { births, deaths, arrivals, departures, ages } = world.tallies.columns;
      const unbalanced = france.territories.filter((_, z) => {
        const of = (column: Int32Array) => column[2 * z] + column[2 * z + 1];
        const change = of(births) + of(arrivals) - of(deaths) - of(departures);
        return world.patients.count[z] !== counts[z] + change;
      });
      expect(unbalanced).toEqual([]);
      const immigrants = total(world, 'arrivals') - moving;
      const emigrants = total(world, 'departures') - month.moving;
      const now = agents(world) + month.moving;
      expect(now).toBe(before + total(world, 'births') - total(world, 'deaths') + immigrants - emigrants);
      expect(
        ages.reduce((sum, n) => sum + n, 0),
        'movers are counted where they were',
      ).toBe(now);
      expect(month.moving).toBeGreaterThan(50);
      expect(emigrants).toBeGreaterThan(0);
      before = now;
      moving = month.moving;
      counts = world.patients.count.slice();
    });
    expect(everybody(world).size).toBe(agents(world));
  });

  test('whoever moves arrives next month with the same birth, sex and need, sorted by key', () => {
    const world = peopleOf2013(france, baseline, { scale: 1000, lanes: 2, to: 2013 });
    const traits = (birth: number, flags: number, need: number) =>
      [birth, flags & (FEMALE | LOW_INCOME), need].join(' ');
    const { key, birth, flags, need } = world.patients.columns;
    let sent = new Map<number, [number, string]>();
    runPeople(world, baseline, 6, ({ moving }) => {
      for (const [id, [z, person]] of sent) {
        const rows = key.subarray(world.patients.start[z], world.patients.start[z] + world.patients.count[z]);
        const i = world.patients.start[z] + rows.indexOf(id);
        // Not there: dead or gone on in the month of arrival, which is rare.
        if (i >= world.patients.start[z]) {
          expect(traits(birth[i], flags[i], need[i])).toBe(person);
          sent.delete(id);
        }
      }
      expect(sent.size).toBeLessThan(8);
      sent = new Map();
      const { inbox, arrivalStart } = world.movers;
      for (let z = 0; z < france.territories.length; z++) {
        for (let m = arrivalStart[z]; m < arrivalStart[z + 1]; m++) {
          expect(inbox.destination[m]).toBe(z);
          if (m > arrivalStart[z]) expect(inbox.key[m]).toBeGreaterThan(inbox.key[m - 1]);
          sent.set(inbox.key[m], [z, traits(inbox.birth[m], inbox.flags[m], inbox.need[m])]);
        }
      }
      expect(sent.size).toBe(moving);
    });
  });

  test('the tallies are what a count of the rows finds', () => {
    const world = peopleOf2013(corse, baseline, { scale: 10, to: 2014 });
    runPeople(world, parametersWith(catalogue, 'migration.moves=0'), 13);
    const now = START + 12;
    const { birth, flags } = world.patients.columns;
    const found = { women15to49: 0, adults: 0, ald: 0, aldAdults: 0 };
    for (let z = 0; z < corse.territories.length; z++) {
      for (let i = world.patients.start[z]; i < world.patients.start[z] + world.patients.count[z]; i++) {
        const age = Math.floor((now - birth[i]) / MONTHS_PER_YEAR);
        const isIll = (flags[i] & CHRONIC_MASK) !== 0;
        if (flags[i] & FEMALE && age >= 15 && age <= 49) found.women15to49++;
        if (age >= 17) found.adults++;
        if (isIll) found.ald++;
        if (isIll && age >= 17) found.aldAdults++;
      }
    }
    for (const [column, people] of Object.entries(found)) {
      const tally = world.tallies.columns[column as keyof typeof found];
      expect(tally.reduce((sum, n) => sum + n, 0)).toBe(people);
    }
  });

  test('a GP loses from the list exactly those who die, leave or move too far, and who moves far searches', () => {
    const everyoneLoses = parametersWith(catalogue, 'migration.losesGp=1');
    const world = peopleOf2013(france, everyoneLoses, { scale: 1000, lanes: 2, to: 2014 });
    const { doctor, flags } = world.patients.columns;
    const gps = world.size.physicians;
    doctor.forEach((_, i) => {
      doctor[i] = i % gps;
      flags[i] |= DECLARED | EVER_DECLARED;
    });
    const lists = () => {
      const people = new Array<number>(gps).fill(0);
      for (let z = 0; z < france.territories.length; z++) {
        const from = world.patients.start[z];
        for (const d of doctor.subarray(from, from + world.patients.count[z])) if (d >= 0) people[d]++;
      }
      return people;
    };
    let before = lists();
    let kept = 0;
    let lost = 0;
    runPeople(world, everyoneLoses, 6, () => {
      const now = lists();
      const changed = before.map((people, d) =>
        world.gpLanes.reduce((sum, lane) => sum + lane[d * GP_COUNTERS + GP_LIST_CHANGE], people),
      );
      expect(now).toEqual(changed);
      for (const lane of world.gpLanes) lane.fill(0);
      before = now;
      const { inbox, arrivalStart } = world.movers;
      for (let m = 0; m < arrivalStart[france.territories.length]; m++) {
        if (inbox.doctor[m] >= 0) kept++;
        else if (inbox.flags[m] & EVER_DECLARED) {
          lost++;
          expect(inbox.flags[m] & (DECLARED | SEARCHING)).toBe(SEARCHING);
          expect(inbox.monthsWithout[m]).toBe(0);
        }
      }
    });
    expect(kept).toBeGreaterThan(100);
    expect(lost).toBeGreaterThan(kept);
  });
});

describe('what a draw depends on', () => {
  test('one, two or three lanes leave the same people in the same rows', () => {
    const rowsAfter = (lanes: number) => {
      const world = peopleOf2013(france, baseline, { scale: 1000, lanes, to: 2014 });
      runPeople(world, baseline, 15);
      const { key, birth, flags } = world.patients.columns;
      return [...world.patients.count, ...key, ...birth, ...flags].join(' ');
    };
    const one = rowsAfter(1);
    expect(rowsAfter(2)).toBe(one);
    expect(rowsAfter(3)).toBe(one);
  });

  test('one more patient changes no other person, at most the number of later arrivals by one', () => {
    const stranger = 0x7ffffff0;
    const peopleAfter = (isThere: boolean) => {
      const world = peopleOf2013(france, baseline, { scale: 1000, to: 2014, spare: 20 });
      if (isThere) {
        const z = 700;
        const row = world.patients.start[z] + world.patients.count[z]++;
        world.patients.columns.key[row] = stranger;
        world.patients.columns.doctor[row] = -1;
        world.patients.columns.birth[row] = START - 50 * MONTHS_PER_YEAR;
      }
      runPeople(world, baseline, 24);
      return everybody(world);
    };
    const without = peopleAfter(false);
    const withOne = peopleAfter(true);
    let different = 0;
    for (const [id, person] of without) if (withOne.get(id) !== person) different++;
    for (const id of withOne.keys()) if (id !== stranger && !without.has(id)) different++;
    expect(different).toBeLessThanOrEqual(1);
    expect(withOne.has(stranger)).toBe(true);
  });

  test('who survives a higher mortality survives a lower one', () => {
    const survivors = (...settings: string[]) => {
      const parameters = parametersWith(catalogue, 'migration.moves=0', ...settings);
      const world = peopleOf2013(corse, parameters, { scale: 10, to: 2013, spare: 100 });
      runPeople(world, parameters, 1);
      return everybody(world);
    };
    const high = survivors('mortality.level=1.6');
    const low = survivors('mortality.level=0.8');
    expect(low.size).toBeGreaterThan(high.size);
    expect([...high.keys()].filter((id) => !low.has(id))).toEqual([]);
  });
});
