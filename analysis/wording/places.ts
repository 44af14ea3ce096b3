/** Names of the places of a study; the dictionary of régions is read first, the geography only for territories. */

import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import type { Words } from '../../sim/recorder/indicator.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import { RUN } from './run.js';

export type PlaceNames = ReadonlyMap<string, Words>;

/** The names of these codes; a code that nothing knows stands for itself. */
export function placeNames(codes: readonly string[]): PlaceNames {
  const names = new Map<string, Words>([[FRANCE, RUN.france]]);
  const isNamed = (code: string) => names.has(code);
  if (!codes.every(isNamed)) {
    for (const { id, en, fr } of loadCatalogue().domains.get('region')?.members ?? [])
      names.set(id, { en, fr });
  }
  if (!codes.every(isNamed)) {
    for (const { code, name } of buildGeography().territories) names.set(code, { en: name, fr: name });
  }
  return new Map(codes.map((code) => [code, names.get(code) ?? { en: code, fr: code }]));
}

/** The code of a place given by code or by name, whatever the case; as typed when nothing is so called. */
export function placeCode(names: PlaceNames, typed: string): string {
  if (names.has(typed)) return typed;
  const wanted = typed.toLocaleLowerCase('fr');
  const found = [...names].find(([, words]) =>
    Object.values(words).some((name) => name.toLocaleLowerCase('fr') === wanted),
  );
  return found?.[0] ?? typed;
}
