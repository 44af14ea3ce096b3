/**
 * `datapackage.json` of a study: a Frictionless Data Package, version 1 (specs.frictionlessdata.io). One resource
 * per Parquet file, not one per table: the parts of a resource must make one file when joined end to end, which
 * Parquet files do not, and each file keeps its size and its SHA-256 where tools look for them.
 */
import type { Json } from '../../base/digest.js';
import type { Column } from '../parquet.js';
import { DATA_SOURCES, licenceUrl, readCitation } from './credits.js';
import {
  type DescribedFile,
  type DescribedTable,
  describedTables,
  type StudyDescription,
} from './description.js';
import { PARQUET } from './names.js';
import { TABLES, type TableColumn } from './tables.js';

const FIELD_TYPES: Readonly<Record<Column['type'], string>> = {
  text: 'string',
  integer: 'integer',
  double: 'number',
};
export const PARQUET_MEDIA_TYPE = 'application/vnd.apache.parquet';

/** The descriptor. Its key `maillage` holds what the format has no word for. */
export function dataPackage(study: StudyDescription): Json {
  const { title, authors, license } = readCitation();
  return {
    profile: 'data-package',
    name: study.name.toLowerCase(),
    title: study.title.en,
    description: description(study),
    version: study.maillageVersion,
    created: `${study.date}T00:00:00Z`,
    keywords: ['agent-based model', 'primary care', 'France'],
    licenses: [{ name: license, path: licenceUrl(license), title: license }],
    contributors: authors.map(({ name }) => ({ title: name, role: 'author' })),
    sources: [
      { title: `${title}, ${study.code}` },
      ...DATA_SOURCES.map((source) => ({
        title: source.title.en,
        ...(source.url === undefined ? {} : { path: source.url }),
      })),
    ],
    resources: describedTables(study).flatMap((table) => table.files.map((file) => resource(table, file))),
    maillage: { title: { ...study.title } },
  };
}

function description({ title, scenarios, seed, scale, from, to }: StudyDescription): string {
  const names = scenarios.map(({ name }) => name).join(', ');
  return (
    `Simulations of access to primary care in France, ${from} to ${to}, at 1:${scale}, seed "${seed}". ` +
    `Scenarios: ${names}. README.md explains every column. — ` +
    `${title.fr} : simulations de l’accès aux soins primaires en France, de ${from} à ${to}. ` +
    'README.md explique chaque colonne.'
  );
}

function resource({ name, columns }: DescribedTable, { path, bytes, sha256 }: DescribedFile): Json {
  const { title, description: words } = TABLES[name];
  return {
    profile: 'data-resource',
    name: resourceName(path),
    path,
    title: title.en,
    description: `${words.en} — ${words.fr}`,
    format: 'parquet',
    mediatype: PARQUET_MEDIA_TYPE,
    bytes,
    hash: `sha256:${sha256}`,
    schema: {
      fields: columns.map(field),
      primaryKey: columns.filter(({ key }) => key).map((column) => column.name),
    },
    maillage: { table: name },
  };
}

/** `results/0001-0002.parquet` → `results-0001-0002`; the format allows small letters, digits and `.-_/`. */
function resourceName(path: string): string {
  const bare = path.endsWith(PARQUET) ? path.slice(0, -PARQUET.length) : path;
  return bare.toLowerCase().replace(/[^a-z0-9._]+/g, '-');
}

function field({ name, type, description: words, unit, key }: TableColumn): Json {
  return {
    name,
    type: FIELD_TYPES[type],
    description: `${words.en} — ${words.fr}`,
    ...(unit === undefined ? {} : { unit: unit.en }),
    ...(key ? { constraints: { required: true } } : {}),
  };
}
