/**
 * Which territories a code or a name stands for. Communes merged since a file was made are found by the Code officiel
 * géographique of Insee, which names the commune that a former one became part of. Names of départements and régions are
 * compared without accents, capitals and hyphens.
 */
import type { Communes } from '../../sim/world/geography/administrative.js';
import type { Geography } from '../../sim/world/territory.js';
import type { Level } from './supply-format.js';

export interface Match {
  readonly level: Level;
  /** Territories that it stands for, with the people of it who live in each. */
  readonly territories: readonly { readonly z: number; readonly people: number }[];
}

/** Names that publishers give to a département of another one: DREES calls Pas-de-Calais so. */
const ALIASES: ReadonlyMap<string, string> = new Map([['nord pas de calais', 'pas de calais']]);
const LEADING_CODE = /^(\d{1,3}|2[AB])\s*-\s*/i;
/** Mergers in a row that a commune may have gone through. */
const MOST_MERGERS = 5;

/** A function that finds places of a geography. */
export function placeFinder(
  geography: Geography,
  { successors, arrondissements }: Communes,
): (place: string, level?: Level) => Match | undefined {
  const byCommune = new Map<string, { z: number; people: number }[]>();
  const byEpci = new Map<string, { z: number; people: number }[]>();
  const byDepartement = new Map<string, { z: number; people: number }[]>();
  const byRegion = new Map<string, { z: number; people: number }[]>();
  const add = (map: typeof byCommune, key: string, z: number, people: number) =>
    map.set(key, [...(map.get(key) ?? []), { z, people }]);
  for (const { index, epci, departement, region, population, blocks } of geography.territories) {
    add(byEpci, epci, index, population);
    add(byDepartement, departement, index, population);
    add(byRegion, region, index, population);
    for (const block of blocks) add(byCommune, block.code, index, block.population);
  }
  // A city as a whole where its arrondissements are the blocks, and an arrondissement where the city is.
  for (const [code, parts] of arrondissements) {
    const whole = byCommune.get(code);
    const inParts = parts.flatMap((part) => byCommune.get(part.code) ?? []);
    if (whole === undefined) byCommune.set(code, inParts);
    else for (const part of parts) byCommune.set(part.code, byCommune.get(part.code) ?? whole);
  }
  const named = (list: readonly { code: string; name: string }[]) =>
    new Map(
      list.flatMap(({ code, name }) => [
        [plainName(name), code],
        [code.toLowerCase(), code],
      ]),
    );
  const departements = named(geography.departements);
  const regions = named(geography.regions);

  const commune = (code: string) => {
    for (let now: string | undefined = code, steps = 0; now !== undefined && steps < MOST_MERGERS; steps++) {
      const found = byCommune.get(now);
      if (found) return found;
      now = successors.get(now);
    }
    return undefined;
  };
  const byName = (names: ReadonlyMap<string, string>, map: typeof byCommune, place: string) => {
    const bare = plainName(place.replace(LEADING_CODE, ''));
    const code = LEADING_CODE.exec(place)?.[1] ?? place;
    const known = names.get(code.toLowerCase().padStart(2, '0')) ?? names.get(ALIASES.get(bare) ?? bare);
    return known === undefined ? undefined : map.get(known);
  };
  const finders: Readonly<Record<Level, (place: string) => { z: number; people: number }[] | undefined>> = {
    // A spreadsheet drops leading zeros.
    commune: (place) => commune(/^\d{4}$/.test(place) ? `0${place}` : place),
    epci: (place) => byEpci.get(place),
    departement: (place) => byName(departements, byDepartement, place),
    region: (place) => byName(regions, byRegion, place),
  };
  const of = (level: Level, place: string): Match | undefined => {
    const territories = finders[level](place);
    return territories === undefined ? undefined : { level, territories };
  };
  return (place, level) =>
    level === undefined
      ? (of('commune', place) ?? of('epci', place) ?? of('departement', place))
      : of(level, place);
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
