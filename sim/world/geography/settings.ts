/** The named numbers of the geography, from `scenarios/data/travel.yaml` and `scenarios/data/territories.yaml`. */
import { RURAL_CLASSES, type RuralClass } from '../territory.js';
import type { SourceFile } from './files.js';
import { badData, type Fields, fieldsOf, listOf, numberOf, rowsOf, shown, textOf } from './refusal.js';

/** An estuary or a bay: minutes of the way round, beyond the straight road. */
export interface Barrier {
  readonly one: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
  readonly extraMinutes: number;
}

export interface TravelSettings {
  /** Road distance over great-circle distance. */
  readonly detour: number;
  /** Minutes added to any trip. */
  readonly accessMinutes: number;
  /** Kilometres an hour by rural class. */
  readonly speed: Readonly<Record<RuralClass, number>>;
  /** Longest trip kept between neighbours, minutes. */
  readonly reachMinutes: number;
  /** Neighbours kept even beyond reach. */
  readonly leastNeighbours: number;
  /** Share of the territory's spread travelled to a practice. */
  readonly innerShare: number;
  /** Bounds of the straight distance to a practice inside a territory. */
  readonly innerLeastKm: number;
  readonly innerMostKm: number;
  /** Mean area of a mainland commune, square kilometres. */
  readonly communeKm2: number;
  /** Minutes by boat from the intercommunality of this code to the rest of its landmass. */
  readonly crossings: ReadonlyMap<string, number>;
  /** Water between two sets of intercommunalities that the road goes round. */
  readonly barriers: readonly Barrier[];
  /** Landmass of a département that no road links to the mainland. */
  readonly landmassOf: ReadonlyMap<string, string>;
}

export interface TerritorySettings {
  /** Population above which an intercommunality is cut. */
  readonly cutAbove: number;
  /** Least population of a part, as a share of an even one. */
  readonly leastShare: number;
  readonly classes: {
    readonly radiusKm: number;
    readonly metropolis: number;
    readonly city: number;
    readonly town: number;
    readonly townCommune: number;
  };
  /** Code of the commune whose territory takes in an island commune, by the island's code. */
  readonly portOf: ReadonlyMap<string, string>;
}

/**
 * Travel settings from the parsed `travel.yaml`.
 * @throws MaillageError `bad-data` naming the key, when a value, its unit or its source is missing.
 */
export function readTravelSettings(parsed: unknown, file: SourceFile): TravelSettings {
  const root = fieldsOf(parsed, file, 'the file');
  const speeds = fieldsOf(root.speed, file, 'speed');
  const speed = Object.fromEntries(
    RURAL_CLASSES.map((name) => [name, sourcedNumber(speeds, name, 'km/h', file)]),
  ) as Record<RuralClass, number>;
  const crossings = rowsOf(root.crossings, file, 'crossings').map((row): [string, number] => {
    const epci = textOf(row, 'epci', file, `crossing ${shown(row.name)}`);
    textOf(row, 'source', file, `crossing ${epci}`);
    return [epci, numberOf(row, 'minutes', file, `crossing ${epci}`)];
  });
  const landmasses = Object.entries(fieldsOf(root.landmasses, file, 'landmasses'));
  return {
    detour: sourcedNumber(root, 'detour', 'ratio', file),
    accessMinutes: sourcedNumber(root, 'access', 'min', file),
    speed,
    reachMinutes: sourcedNumber(root, 'reach', 'min', file),
    leastNeighbours: sourcedNumber(root, 'leastNeighbours', 'count', file),
    innerShare: sourcedNumber(root, 'innerShare', 'ratio', file),
    innerLeastKm: sourcedNumber(root, 'innerLeastKm', 'km', file),
    innerMostKm: sourcedNumber(root, 'innerMostKm', 'km', file),
    communeKm2: sourcedNumber(root, 'communeArea', 'km2', file),
    crossings: new Map(crossings),
    barriers: rowsOf(root.barriers, file, 'barriers').map((row) => readBarrier(row, file)),
    landmassOf: new Map(
      landmasses.flatMap(([name, codes]) =>
        listOf(codes, file, `landmasses.${name}`).map((code): [string, string] => [String(code), name]),
      ),
    ),
  };
}

/**
 * Territory settings from the parsed `territories.yaml`.
 * @throws MaillageError `bad-data` naming the key, when a value, its unit or its source is missing.
 */
export function readTerritorySettings(parsed: unknown, file: SourceFile): TerritorySettings {
  const root = fieldsOf(parsed, file, 'the file');
  const classes = fieldsOf(root.classes, file, 'classes');
  return {
    cutAbove: sourcedNumber(root, 'cutAbove', 'people', file),
    leastShare: sourcedNumber(root, 'leastShare', 'ratio', file),
    classes: {
      radiusKm: sourcedNumber(classes, 'radius', 'km', file),
      metropolis: sourcedNumber(classes, 'metropolis', 'people', file),
      city: sourcedNumber(classes, 'city', 'people', file),
      town: sourcedNumber(classes, 'town', 'people', file),
      townCommune: sourcedNumber(classes, 'townCommune', 'people', file),
    },
    portOf: new Map(
      rowsOf(root.islands, file, 'islands').map((row) => {
        const commune = textOf(row, 'commune', file, `island ${shown(row.name)}`);
        textOf(row, 'reason', file, `island ${commune}`);
        return [commune, textOf(row, 'port', file, `island ${commune}`)];
      }),
    ),
  };
}

function readBarrier(row: Fields, file: SourceFile): Barrier {
  const subject = `barrier ${shown(row.name)}`;
  textOf(row, 'source', file, subject);
  const codes = (side: string) => new Set(listOf(row[side], file, `${subject}, ${side}`).map(String));
  return {
    one: codes('one'),
    other: codes('other'),
    extraMinutes: numberOf(row, 'extraMinutes', file, subject),
  };
}

/** A number above zero with its unit and either its source or its range and argument. */
function sourcedNumber(parent: Fields, key: string, unit: string, file: SourceFile): number {
  const entry = fieldsOf(parent[key], file, key);
  if (entry.unit !== unit) throw badData(file, key, `unit is ${shown(entry.unit)}, expected ${unit}`);
  const value = numberOf(entry, 'value', file, key);
  if (value <= 0) throw badData(file, key, `value is ${value}, expected a number above 0`);
  if (entry.status !== 'assumption') {
    textOf(entry, 'source', file, key);
    return value;
  }
  textOf(entry, 'argument', file, key);
  const [low, high] = listOf(entry.range, file, `${key}.range`);
  if (typeof low !== 'number' || typeof high !== 'number' || value < low || value > high) {
    throw badData(file, key, `range is ${shown(entry.range)}, expected [lowest, highest] around ${value}`);
  }
  return value;
}
