/**
 * Which communes make which territory: intercommunalities, the territoires of Grand Paris, municipal
 * arrondissements, parts of large intercommunalities, islands joined to their harbour's territory.
 */
import type { TerritoryKind } from '../territory.js';
import type { Commune, Communes, Intercommunality } from './administrative.js';
import { centreOf, type Point } from './coordinates.js';
import { cutIntoGroups } from './cut.js';
import type { SourceFile } from './files.js';
import { badData } from './refusal.js';
import type { TerritorySettings } from './settings.js';

/** A territory before it has a place in the list. */
export interface Group {
  readonly code: string;
  readonly name: string;
  readonly kind: TerritoryKind;
  readonly epci: string;
  readonly epciPopulation: number;
  readonly communes: readonly Commune[];
}

/**
 * All groups of communes; each commune is in exactly one.
 * @throws MaillageError `bad-data` naming a commune that no intercommunality holds.
 */
export function groupCommunes(
  communes: Communes,
  epcis: readonly Intercommunality[],
  epts: readonly Intercommunality[],
  points: ReadonlyMap<string, Point>,
  settings: TerritorySettings,
  file: SourceFile,
): readonly Group[] {
  const islandsOf = islandsByPort(communes, epcis, settings, file);
  const members = (owner: Intercommunality): readonly Commune[] =>
    owner.members
      .flatMap((code) => [code, ...(islandsOf.get(code) ?? [])])
      .map((code) => communes.current.get(code) as Commune);
  const inTerritoire = new Set(epts.flatMap((ept) => ept.members));

  return epcis.flatMap((epci) => {
    const all = members(epci);
    const common = { kind: epci.kind, epci: epci.code, epciPopulation: populationOf(all) };
    const arrondissements = all.flatMap((commune) => communes.arrondissements.get(commune.code) ?? []);
    const rest = all.filter((commune) => !communes.arrondissements.has(commune.code));
    const cores = arrondissements.map(
      (part): Group => ({ ...common, kind: 'ARM', code: part.code, name: part.name, communes: [part] }),
    );
    if (rest.some(({ code }) => inTerritoire.has(code))) {
      const outside = rest.find(({ code }) => !inTerritoire.has(code));
      if (outside) throw badData(file, `commune ${outside.code}`, `is in no territoire of ${epci.name}`);
      const territoires = epts.map(
        (ept): Group => ({ ...common, kind: 'EPT', code: ept.code, name: ept.name, communes: members(ept) }),
      );
      return [...cores, ...territoires];
    }
    if (cores.length === 0 && common.epciPopulation <= settings.cutAbove) {
      return [{ ...common, code: epci.code, name: epci.name, communes: rest }];
    }
    const parts = cut(rest, points, settings).map(
      (own, i): Group => ({
        ...common,
        code: `${epci.code}-${i + 1}`,
        name: `${epci.name} – ${seatOf(own).name}`,
        communes: own,
      }),
    );
    return [...cores, ...parts];
  });
}

/** Inhabitants of a list of communes. */
export function populationOf(communes: readonly Commune[]): number {
  return communes.reduce((sum, commune) => sum + commune.population, 0);
}

/** Département of most of the people of a list of communes; ties go to the lower code. */
export function departementOf(communes: readonly Commune[]): string {
  const people = new Map<string, number>();
  for (const { departement, population } of communes) {
    people.set(departement, (people.get(departement) ?? 0) + population);
  }
  return [...people].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
}

/** The most populous commune of the département where most of the people live. */
function seatOf(communes: readonly Commune[]): Commune {
  const home = departementOf(communes);
  return communes
    .filter((commune) => commune.departement === home)
    .reduce((best, commune) => (commune.population > best.population ? commune : best));
}

function cut(
  communes: readonly Commune[],
  points: ReadonlyMap<string, Point>,
  settings: TerritorySettings,
): readonly (readonly Commune[])[] {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const blocks = communes.map((commune) => ({
    code: commune.code,
    population: commune.population,
    ...(points.get(commune.code) ?? guessedPoint(commune, communes, points)),
  }));
  return cutIntoGroups(blocks, settings.cutAbove, settings.leastShare).map((codes) =>
    codes.map((code) => byCode.get(code) as Commune),
  );
}

/**
 * Where to put an unlocated commune while cutting: among the located communes of its postal codes, or else of
 * the whole intercommunality. The block itself later takes its territory's point.
 */
function guessedPoint(
  commune: Commune,
  members: readonly Commune[],
  points: ReadonlyMap<string, Point>,
): Point {
  const near = members.filter((other) =>
    other.postalCodes.some((code) => commune.postalCodes.includes(code)),
  );
  // Without any located commune all share one point here, and the territory is refused when assembled.
  return centreOf(near, points) ?? centreOf(members, points) ?? { latitude: 0, longitude: 0 };
}

/** Island communes by the harbour commune whose territory takes them in. */
function islandsByPort(
  communes: Communes,
  epcis: readonly Intercommunality[],
  settings: TerritorySettings,
  file: SourceFile,
): ReadonlyMap<string, readonly string[]> {
  const held = new Set(epcis.flatMap((epci) => epci.members));
  const result = new Map<string, string[]>();
  for (const code of communes.current.keys()) {
    if (held.has(code)) continue;
    const port = settings.portOf.get(code);
    if (port === undefined || !held.has(port)) {
      throw badData(
        file,
        `commune ${code}`,
        'belongs to no intercommunality; say under `islands` in scenarios/data/territories.yaml which one takes it in',
      );
    }
    result.set(port, [...(result.get(port) ?? []), code]);
  }
  return result;
}
