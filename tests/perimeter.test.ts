/** Perimeters of CPTS: whole communes around a seat, and what ARS and the agreement make them add. */
import { beforeEach, describe, expect, test } from 'vitest';
import { chaseThreshold, growPerimeter, sumOf, whiteZones } from '../sim/rules/cpts/perimeter.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { areasOf } from '../sim/world/teams/areas.js';

const geography = buildGeography();
const areas = areasOf(geography);
const RULES = { people: 90_000, reach: 35, overshoot: 0.25, subcommune: false };

interface Ground {
  geography: typeof geography;
  areaOwner: Int32Array;
  freePeople: Float64Array;
}

let ground: Ground;

/** All of France free. */
beforeEach(() => {
  const freePeople = new Float64Array(geography.territories.length);
  for (let area = 0; area < areas.people.length; area++)
    freePeople[areas.territory[area]] += areas.people[area];
  ground = { geography, areaOwner: new Int32Array(areas.people.length).fill(-1), freePeople };
});

function own(list: Iterable<number>): void {
  for (const area of list) {
    ground.areaOwner[area] = 0;
    ground.freePeople[areas.territory[area]] -= areas.people[area];
  }
}

const seatIn = (name: string) => {
  const z = geography.territories.findIndex((territory) => territory.name.includes(name));
  return areas.start[z];
};
const largeCommune = () =>
  areas.parts.findIndex(
    (parts, area) => parts > 2 && geography.territories[areas.territory[area]].region !== '11',
  );
const everyArea = () => Array.from(areas.people.keys());

describe('a perimeter', () => {
  test('holds its seat and about the people wanted, each area once', () => {
    for (let seat = 0; seat < areas.people.length; seat += 997) {
      if (areas.parts[seat] > 1) continue;
      const list = growPerimeter(ground, { ...RULES, seat });
      expect(list).toContain(seat);
      expect(new Set(list).size).toBe(list.length);
      expect(sumOf(areas, list)).toBeLessThan(RULES.people * 2);
    }
  });

  test('takes a large commune whole, and a part of it where communes may be cut', () => {
    const seat = largeCommune();
    const whole = growPerimeter(ground, { ...RULES, seat });
    const parts = Array.from({ length: areas.parts[seat] }, (_, part) => seat + part);
    expect(whole).toEqual(expect.arrayContaining(parts));
    const cut = growPerimeter(ground, { ...RULES, seat, subcommune: true });
    expect(cut).toContain(seat);
    expect(parts.every((part) => cut.includes(part))).toBe(false);
    expect(sumOf(areas, cut)).toBeLessThanOrEqual(RULES.people * (1 + RULES.overshoot));
  });

  test('adds no neighbour, however near to the wish it brings, beyond what founders accept', () => {
    const beyond = { seats: 0, exceeded: 0, wider: 0 };
    for (let seat = 0; seat < areas.people.length; seat += 97) {
      const z = areas.territory[seat];
      if (areas.parts[seat] > 1 || geography.territories[z].population > RULES.people) continue;
      const most = (overshoot: number) => sumOf(areas, growPerimeter(ground, { ...RULES, overshoot, seat }));
      beyond.seats++;
      if (most(RULES.overshoot) > RULES.people * (1 + RULES.overshoot)) beyond.exceeded++;
      if (most(10) > RULES.people * (1 + RULES.overshoot)) beyond.wider++;
    }
    expect(beyond.seats).toBeGreaterThan(50);
    expect(beyond.exceeded).toBe(0);
    expect(beyond.wider).toBeGreaterThan(0);
  });

  test('takes nothing that somebody holds, and nothing at all when nothing is free', () => {
    const seat = seatIn('Redon');
    const first = growPerimeter(ground, { ...RULES, seat });
    own(first);
    const second = growPerimeter(ground, { ...RULES, seat });
    expect(second.filter((area) => first.includes(area))).toEqual([]);
    own(everyArea());
    expect(growPerimeter(ground, { ...RULES, seat })).toEqual([]);
  });
});

describe('a size class near at hand', () => {
  const thresholds = [0, 40_000, 80_000, 175_000];

  test('is reached with the areas nearest by, and left alone when farther than people accept', () => {
    const wish = { ...RULES, people: 75_000, overshoot: 0.05, seat: seatIn('Redon') };
    const list = growPerimeter(ground, wish);
    const people = sumOf(areas, list);
    own(list);
    const aim = people * 1.05;
    const added = chaseThreshold(ground, wish, people, { thresholds: [0, aim], chase: 0.1 });
    expect(added.length).toBeGreaterThan(0);
    expect(people + sumOf(areas, added)).toBeGreaterThanOrEqual(aim);
    expect(chaseThreshold(ground, wish, people, { thresholds: [0, people * 1.2], chase: 0.1 })).toEqual([]);
  });

  test('is not sought by who is in the highest, nor reached where nothing is free', () => {
    const wish = { ...RULES, seat: seatIn('Redon') };
    expect(chaseThreshold(ground, wish, 200_000, { thresholds, chase: 0.25 })).toEqual([]);
    own(everyArea());
    expect(chaseThreshold(ground, wish, 79_000, { thresholds, chase: 0.1 })).toEqual([]);
  });
});

describe('white zones', () => {
  test('are asked for only where projects hold most of a territory, and within what leaders accept', () => {
    const seat = seatIn('Redon');
    const wish = { ...RULES, seat };
    expect(whiteZones(ground, wish, 0.7, 1e9)).toEqual([]);
    const z = areas.territory[seat];
    const here = everyArea().filter((area) => areas.territory[area] === z);
    own(here.slice(0, -2));
    const left = here.slice(-2);
    expect(whiteZones(ground, wish, 0.5, 1e9)).toEqual(expect.arrayContaining(left));
    expect(whiteZones(ground, wish, 0.5, 1)).toEqual([]);
  });
});
