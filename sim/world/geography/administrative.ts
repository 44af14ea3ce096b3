/**
 * The administrative division of France as `@etalab/decoupage-administratif` publishes it (Insee, Code officiel
 * géographique; Banatic): communes with their census population, intercommunalities, départements, régions.
 */
import type { Place, TerritoryKind } from '../territory.js';
import type { SourceFile } from './files.js';
import { badData, type Fields, rowsOf, shown, textOf } from './refusal.js';

/** A commune or a municipal arrondissement, which stands for a part of its commune. */
export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly departement: string;
  readonly region: string;
  readonly population: number;
  readonly postalCodes: readonly string[];
}

export interface Communes {
  /** The communes of today in metropolitan France and the five overseas départements, by code. */
  readonly current: ReadonlyMap<string, Commune>;
  /** Municipal arrondissements of Paris, Lyon and Marseille, by the code of their commune. */
  readonly arrondissements: ReadonlyMap<string, readonly Commune[]>;
  /** Commune of today that holds a former one, by the former one's code. */
  readonly successors: ReadonlyMap<string, string>;
}

export interface Intercommunality {
  readonly code: string;
  readonly name: string;
  readonly kind: TerritoryKind;
  /** Codes of the member communes. */
  readonly members: readonly string[];
}

const FRENCH_ZONES = new Set<unknown>(['metro', 'drom']);

const KINDS: ReadonlyMap<string, TerritoryKind> = new Map([
  ['CC', 'CC'],
  ['CA', 'CA'],
  ['CU', 'CU'],
  ['METRO', 'METRO'],
  ['MET69', 'METRO'],
  ['EPT', 'EPT'],
]);

/**
 * Communes from the parsed `communes.json`; populations are inhabitants of the package's census year. The
 * overseas collectivities (zone `com`) are left out: the model covers the 101 départements.
 * @throws MaillageError `bad-data` naming the commune, when a population is missing, negative or not whole, or
 * when arrondissements do not add up to their commune.
 */
export function readCommunes(parsed: unknown, file: SourceFile): Communes {
  const current = new Map<string, Commune>();
  const arrondissements = new Map<string, Commune[]>();
  const successors = new Map<string, string>();
  for (const row of rowsOf(parsed, file, 'the list of communes')) {
    const code = textOf(row, 'code', file, `commune ${shown(row.nom)}`);
    const subject = `commune ${code}`;
    if (row.type === 'commune-actuelle') {
      if (!FRENCH_ZONES.has(row.zone)) continue;
      if (current.has(code)) throw badData(file, subject, 'is listed twice');
      current.set(code, {
        code,
        name: textOf(row, 'nom', file, subject),
        departement: textOf(row, 'departement', file, subject),
        region: textOf(row, 'region', file, subject),
        population: inhabitants(row.population, file, subject),
        postalCodes: Array.isArray(row.codesPostaux) ? (row.codesPostaux as string[]) : [],
      });
    } else if (row.type === 'arrondissement-municipal') {
      const commune = textOf(row, 'commune', file, subject);
      const list = arrondissements.get(commune) ?? [];
      list.push({
        code,
        name: textOf(row, 'nom', file, subject),
        departement: textOf(row, 'departement', file, subject),
        region: textOf(row, 'region', file, subject),
        population: inhabitants(row.population, file, subject),
        postalCodes: [],
      });
      arrondissements.set(commune, list);
    } else if (typeof row.chefLieu === 'string') {
      successors.set(code, row.chefLieu);
    }
  }
  for (const [code, parts] of arrondissements) {
    const whole = current.get(code);
    if (!whole)
      throw badData(file, `commune ${code}`, 'has arrondissements and is not in the list of communes');
    const sum = parts.reduce((total, part) => total + part.population, 0);
    if (sum !== whole.population) {
      throw badData(
        file,
        `commune ${code}`,
        `its arrondissements hold ${sum} people, expected ${whole.population}`,
      );
    }
  }
  return { current, arrondissements, successors };
}

/**
 * Intercommunalities from the parsed `epci.json` or `ept.json`.
 * @throws MaillageError `bad-data` naming the intercommunality, when its kind or a member is unknown, or when a
 * commune belongs to two of them.
 */
export function readIntercommunalities(
  parsed: unknown,
  file: SourceFile,
  communes: Communes,
): readonly Intercommunality[] {
  const ownerOf = new Map<string, string>();
  return rowsOf(parsed, file, 'the list of intercommunalities').map((row) => {
    const code = textOf(row, 'code', file, `intercommunality ${shown(row.nom)}`);
    const subject = `intercommunality ${code}`;
    const kind = KINDS.get(String(row.type));
    if (!kind)
      throw badData(file, subject, `type is ${shown(row.type)}, expected ${[...KINDS.keys()].join(', ')}`);
    const members = rowsOf(row.membres, file, `${subject}, its members`).map((member) => {
      const commune = textOf(member, 'code', file, `${subject}, member ${shown(member.nom)}`);
      if (!communes.current.has(commune)) {
        throw badData(file, subject, `its member ${commune} is not in the list of communes`);
      }
      const owner = ownerOf.get(commune);
      if (owner) throw badData(file, subject, `its member ${commune} already belongs to ${owner}`);
      ownerOf.set(commune, code);
      return commune;
    });
    if (members.length === 0) throw badData(file, subject, 'has no member');
    return { code, name: textOf(row, 'nom', file, subject), kind, members };
  });
}

/**
 * Régions from the parsed `regions.json`, ordered by code, without the overseas collectivities.
 * @throws MaillageError `bad-data`
 */
export function readRegions(parsed: unknown, file: SourceFile): readonly Place[] {
  return rowsOf(parsed, file, 'the list of régions')
    .filter((row) => FRENCH_ZONES.has(row.zone))
    .map((row) => place(row, file))
    .sort(byCode);
}

/**
 * Départements from the parsed `departements.json`, ordered by code, without the overseas collectivities.
 * @throws MaillageError `bad-data`
 */
export function readDepartements(
  parsed: unknown,
  file: SourceFile,
): readonly (Place & { readonly region: string })[] {
  return rowsOf(parsed, file, 'the list of départements')
    .filter((row) => FRENCH_ZONES.has(row.zone))
    .map((row) => ({
      ...place(row, file),
      region: textOf(row, 'region', file, `département ${shown(row.code)}`),
    }))
    .sort(byCode);
}

/** Order of two coded things by code, character by character (no locale). */
export function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

function place(row: Fields, file: SourceFile): Place {
  const subject = `place ${shown(row.code)}`;
  return { code: textOf(row, 'code', file, subject), name: textOf(row, 'nom', file, subject) };
}

function inhabitants(value: unknown, file: SourceFile, subject: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw badData(
    file,
    subject,
    `population is ${shown(value)}, expected a whole number of people, 0 or more; run \`npm ci\` to install the package again`,
  );
}
