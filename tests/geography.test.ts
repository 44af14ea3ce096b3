import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '../sim/base/sphere.js';
import { buildGeography, readGeographySources } from '../sim/world/geography/build.js';
import { loadFaculties } from '../sim/world/geography/faculties.js';
import { RURAL_CLASSES, type Territory } from '../sim/world/territory.js';

const sources = readGeographySources();
const geography = buildGeography(sources);
const { territories, neighbours } = geography;

const total = (list: readonly { population: number }[]) => list.reduce((sum, x) => sum + x.population, 0);
const named = (name: string): Territory => {
  const found = territories.find((territory) => territory.name === name);
  if (!found) throw new Error(`no territory ${name}`);
  return found;
};
const neighboursOf = ({ index }: Territory): { territory: Territory; minutes: number }[] =>
  Array.from({ length: neighbours.start[index + 1] - neighbours.start[index] }, (_, k) => ({
    territory: territories[neighbours.territory[neighbours.start[index] + k]],
    minutes: neighbours.minutes[neighbours.start[index] + k],
  }));
const ISLAND_REGIONS = new Set(['01', '02', '03', '04', '06', '94']);
const landmass = ({ region }: Territory): string => (ISLAND_REGIONS.has(region) ? region : 'mainland');

describe('the territories of France', () => {
  it('hold every inhabitant of the 101 départements once', () => {
    expect(total(territories)).toBe(68_350_798);
    for (const territory of territories) expect(total(territory.blocks)).toBe(territory.population);
    const codes = territories.flatMap((territory) => territory.blocks.map((block) => block.code));
    expect(new Set(codes).size).toBe(codes.length);
    // 34,875 communes, three of which are cut into 45 arrondissements.
    expect(codes.length).toBe(34_746 + 129 - 3 + 45);
  });

  it('are about 1,300 to 1,400, in order and none empty', () => {
    expect(territories.length).toBeGreaterThan(1250);
    expect(territories.length).toBeLessThan(1420);
    expect(new Set(territories.map(({ code }) => code)).size).toBe(territories.length);
    territories.forEach((territory, i) => {
      expect(territory.index).toBe(i);
      expect(territory.population).toBeGreaterThan(0);
      expect(territory.blocks.length).toBeGreaterThan(0);
    });
    const keys = territories.map(({ region, departement, code }) => `${region}/${departement}/${code}`);
    expect([...keys].sort()).toEqual(keys);
  });

  it('are the arrondissements in Paris, Lyon and Marseille and the territoires in Grand Paris', () => {
    const count = (departement: string, kind: string) =>
      territories.filter((territory) => territory.departement === departement && territory.kind === kind)
        .length;
    expect(count('75', 'ARM')).toBe(20);
    expect(count('69', 'ARM')).toBe(9);
    expect(count('13', 'ARM')).toBe(16);
    expect(territories.filter(({ kind }) => kind === 'EPT')).toHaveLength(11);
    expect(total(territories.filter(({ departement }) => departement === '75'))).toBe(2_103_778);
  });

  it('hold at most 200,000 people when cut, unless they are a single commune', () => {
    for (const { kind, blocks, population, name } of territories) {
      if (kind !== 'EPT' && blocks.length > 1) expect(population, name).toBeLessThanOrEqual(200_000);
    }
    expect(named('Toulouse Métropole – Toulouse').blocks).toHaveLength(1);
    expect(named('Toulouse Métropole – Toulouse').population).toBeGreaterThan(500_000);
  });

  it('come from 1,255 intercommunalities, spread over régions as official counts say', () => {
    // Statistics §15: EPCI by région.
    const official: Record<string, number> = {
      '01': 6,
      '02': 3,
      '03': 4,
      '04': 5,
      '06': 5,
      '11': 52,
      '24': 79,
      '27': 113,
      '28': 69,
      '32': 90,
      '44': 150,
      '52': 69,
      '53': 60,
      '75': 154,
      '76': 161,
      '84': 164,
      '93': 52,
      '94': 19,
    };
    const regionOf = new Map<string, Map<string, number>>();
    for (const { epci, region, population } of territories) {
      const people = regionOf.get(epci) ?? new Map<string, number>();
      regionOf.set(epci, people.set(region, (people.get(region) ?? 0) + population));
    }
    const counts: Record<string, number> = {};
    for (const people of regionOf.values()) {
      const [region] = [...people].sort((a, b) => b[1] - a[1])[0];
      counts[region] = (counts[region] ?? 0) + 1;
    }
    expect(counts).toEqual(official);
  });

  const bpe = new URL('../../../shared/data/bpe2013_sante_EPCI.csv', import.meta.url);
  it.skipIf(!existsSync(bpe))(
    'bear the codes of the official file of health facilities (skipped without it)',
    () => {
      const codes = readFileSync(bpe, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]);
      const ours = new Set(territories.map(({ epci }) => epci));
      expect(codes).toHaveLength(1255);
      expect(codes.filter((code) => !ours.has(code))).toEqual([]);
    },
  );

  it('take in the islands that belong to no intercommunality', () => {
    const holder = (code: string) =>
      territories.find(({ blocks }) => blocks.some((block) => block.code === code))?.departement;
    expect(['22016', '29083', '29155', '85113'].map(holder)).toEqual(['22', '29', '29', '85']);
  });

  it('lie inside their département', () => {
    const departementOf = (code: string) => code.slice(0, code.startsWith('97') ? 3 : 2);
    const located = territories.flatMap(({ blocks }) => blocks.filter((block) => block.located));
    const box = new Map<string, { south: number; north: number; west: number; east: number }>();
    for (const { code, latitude, longitude } of located) {
      const key = departementOf(code);
      const b = box.get(key) ?? { south: 90, north: -90, west: 180, east: -180 };
      box.set(key, {
        south: Math.min(b.south, latitude),
        north: Math.max(b.north, latitude),
        west: Math.min(b.west, longitude),
        east: Math.max(b.east, longitude),
      });
    }
    for (const { latitude, longitude, departement, name } of territories) {
      const b = box.get(departement);
      if (!b) throw new Error(`no located commune in ${departement}`);
      expect(latitude, name).toBeGreaterThan(b.south - 0.1);
      expect(latitude, name).toBeLessThan(b.north + 0.1);
      expect(longitude, name).toBeGreaterThan(b.west - 0.1);
      expect(longitude, name).toBeLessThan(b.east + 0.1);
    }
    // A box is wider than a département: a located commune of the same one must also be near.
    for (const { latitude, longitude, departement, name } of territories) {
      const distances = located
        .filter((block) => departementOf(block.code) === departement)
        .map((block) => distanceKm(latitude, longitude, block.latitude, block.longitude));
      expect(Math.min(...distances), name).toBeLessThan(departement === '973' ? 75 : 25);
    }
  });

  it('keep each located commune near its neighbours of the same intercommunality', () => {
    for (const { blocks, name, departement } of territories) {
      const located = blocks.filter((block) => block.located && block.population > 0);
      if (located.length < 2 || departement === '973') continue;
      for (const block of located) {
        const nearest = Math.min(
          ...located
            .filter((other) => other !== block)
            .map((other) => distanceKm(block.latitude, block.longitude, other.latitude, other.longitude)),
        );
        expect(nearest, `${name}: ${block.name}`).toBeLessThan(45);
      }
    }
  });

  it('have every rural class, with about three people in ten in rural ones', () => {
    const share = (name: string) =>
      total(territories.filter(({ ruralClass }) => ruralClass === name)) / total(territories);
    for (const name of RURAL_CLASSES) expect(share(name)).toBeGreaterThan(0.1);
    expect(share('rural')).toBeGreaterThan(0.25);
    expect(share('rural')).toBeLessThan(0.36);
    expect(named('Paris 11e Arrondissement').ruralClass).toBe('metropolis');
    expect(named('CC Coeur de Brenne').ruralClass).toBe('rural');
  });

  it('are the same bytes when built twice, and can be sent to a thread', () => {
    const again = buildGeography(readGeographySources());
    expect(JSON.stringify(again)).toBe(JSON.stringify(geography));
    expect(structuredClone(geography)).toEqual(geography);
    expect(geography.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('know their row among régions and départements', () => {
    expect(geography.regions).toHaveLength(18);
    expect(geography.departements).toHaveLength(101);
    territories.forEach(({ region, departement }, z) => {
      expect(geography.regions[geography.regionOf[z]].code).toBe(region);
      expect(geography.departements[geography.departementOf[z]].code).toBe(departement);
      expect(geography.departements[geography.departementOf[z]].region).toBe(region);
    });
  });
});

describe('travel', () => {
  it('is symmetric, sorted, and reaches at least the three nearest territories of the landmass', () => {
    const islands = new Map([
      ['972', 3],
      ['973', 4],
    ]);
    for (const territory of territories) {
      const row = neighboursOf(territory);
      const others = (islands.get(territory.departement) ?? Number.POSITIVE_INFINITY) - 1;
      expect(row.length, territory.name).toBeGreaterThanOrEqual(Math.min(3, others));
      row.forEach(({ territory: other, minutes }, k) => {
        expect(other.index).not.toBe(territory.index);
        expect(minutes).toBeGreaterThan(0);
        if (k > 0) {
          const before = row[k - 1];
          expect(
            before.minutes < minutes || (before.minutes === minutes && before.territory.index < other.index),
          ).toBe(true);
        }
        const back = neighboursOf(other).find((link) => link.territory.index === territory.index);
        expect(back?.minutes).toBe(minutes);
      });
    }
  });

  it('keeps everything within an hour and nothing across the sea', () => {
    for (const territory of territories) {
      const row = neighboursOf(territory);
      if (row.length > 8) expect(row[7].minutes, territory.name).toBeLessThanOrEqual(60);
      for (const { territory: other } of row) {
        expect(landmass(other)).toBe(landmass(territory));
      }
    }
    const ajaccio = neighboursOf(named('CA du Pays Ajaccien'));
    expect(ajaccio.length).toBeGreaterThanOrEqual(3);
    for (const { territory } of ajaccio) expect(territory.region).toBe('94');
  });

  it('takes plausible times between known places', () => {
    const minutes = (a: string, b: string) =>
      neighboursOf(named(a)).find(({ territory }) => territory.name === b)?.minutes ?? Number.NaN;
    const adjacent = minutes('Paris 11e Arrondissement', 'Paris 12e Arrondissement');
    expect(adjacent).toBeGreaterThan(5);
    expect(adjacent).toBeLessThan(25);
    const lille = minutes('Métropole Européenne de Lille – Lille', 'Métropole Européenne de Lille – Roubaix');
    expect(lille).toBeGreaterThan(15);
    expect(lille).toBeLessThan(45);
    const barge = minutes('CC de Petite-Terre', 'CA de Dembeni / Mamoudzou');
    expect(barge).toBeGreaterThan(30);
    expect(barge).toBeLessThan(60);
    // No bridge spans the Gironde below Bordeaux.
    expect(minutes('CC Médoc Atlantique', 'CA Royan Atlantique')).toBeNaN();
  });

  it('inside a territory takes minutes, more in the countryside than in a city', () => {
    const inner = (name: string) => {
      const own = territories.filter(({ ruralClass }) => ruralClass === name);
      return own.reduce((sum, { index }) => sum + geography.innerMinutes[index], 0) / own.length;
    };
    for (const value of geography.innerMinutes) {
      expect(value).toBeGreaterThan(4);
      expect(value).toBeLessThan(30);
    }
    expect(inner('rural')).toBeGreaterThan(inner('metropolis'));
  });
});

describe('distances on the sphere', () => {
  it('are those of the atlas', () => {
    expect(distanceKm(48.8566, 2.3522, 43.2965, 5.3698)).toBeCloseTo(660.5, 0); // Paris – Marseille
    expect(distanceKm(10, 20, 10, 20)).toBe(0);
    expect(distanceKm(0, 0, 0, 180)).toBeCloseTo(Math.PI * 6371.0088, 6);
    expect(distanceKm(48, 2, 45, 5)).toBe(distanceKm(45, 5, 48, 2));
  });
});

describe('faculties', () => {
  it('are some forty, in every région that has a CHU, each in its territory', () => {
    const faculties = loadFaculties(geography);
    expect(faculties.length).toBeGreaterThanOrEqual(36);
    expect(faculties.length).toBeLessThanOrEqual(42);
    for (const { commune, territory, latitude, longitude, name } of faculties) {
      const block = territories[territory].blocks.find(({ code }) => code === commune);
      if (!block) throw new Error(name);
      expect(distanceKm(latitude, longitude, block.latitude, block.longitude), name).toBeLessThan(5);
    }
    // Corse and Mayotte train no interns of their own.
    expect(new Set(faculties.map(({ region }) => region)).size).toBe(16);
  });
});
