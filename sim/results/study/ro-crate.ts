/**
 * `ro-crate-metadata.json` of a study: an RO-Crate 1.2 (w3id.org/ro/crate/1.2) that follows the Process Run Crate
 * profile 0.5: the program, applied to the scenarios, created the tables.
 */
import type { Json } from '../../base/digest.js';
import { type Citation, DATA_SOURCES, licenceUrl, readCitation } from './credits.js';
import { PARQUET_MEDIA_TYPE } from './data-package.js';
import type { StudyDescription } from './description.js';
import { CRATE, DATA_PACKAGE, README, SPARE_MANIFEST, STUDY_MANIFEST, STUDY_PROVENANCE } from './names.js';
import { TABLES } from './tables.js';

const SPECIFICATION = 'https://w3id.org/ro/crate/1.2';
const PROFILE = 'https://w3id.org/ro/wfrun/process/0.5';
const PROFILE_VERSION = '0.5';
const SOFTWARE = '#maillage';
const ACTION = '#batch';

/** Files of the folder that are no tables; without size and digest, since some hold those of the others. */
const DOCUMENTS: readonly { readonly path: string; readonly name: string; readonly format: string }[] = [
  { path: README, name: 'Every table and column in words', format: 'text/markdown' },
  { path: STUDY_MANIFEST, name: 'Manifest of the study', format: 'application/json' },
  { path: SPARE_MANIFEST, name: 'Spare copy of the manifest', format: 'application/json' },
  { path: DATA_PACKAGE, name: 'Frictionless data package', format: 'application/json' },
  { path: STUDY_PROVENANCE, name: 'Hosts, threads and times', format: 'application/json' },
];

type Entity = { readonly '@id': string; readonly '@type': string } & { readonly [key: string]: Json };

/** The metadata document: a flat graph of the folder, its files, the program and the act that made them. */
export function roCrate(study: StudyDescription): Json {
  const citation = readCitation();
  const authors = citation.authors.map(
    ({ type, name }, i): Entity => ({ '@id': `#author-${i + 1}`, '@type': type, name }),
  );
  const scenarios = scenarioEntities(study);
  const sources = DATA_SOURCES.map(
    ({ title, url, licence }, i): Entity => ({
      '@id': url ?? `#source-${i + 1}`,
      '@type': 'CreativeWork',
      name: title.en,
      ...(licence === undefined ? {} : { license: reference(licenceUrl(licence)) }),
    }),
  );
  const tables = tableFiles(study);
  const files = [...tables, ...documents(study)];
  return {
    '@context': `${SPECIFICATION}/context`,
    '@graph': [
      { '@id': CRATE, '@type': 'CreativeWork', conformsTo: reference(SPECIFICATION), about: reference('./') },
      {
        ...rootDataset(study, citation),
        author: authors.map(referenceTo),
        publisher: authors.map(referenceTo),
        isBasedOn: sources.map(referenceTo),
        mentions: reference(ACTION),
        hasPart: files.map(referenceTo),
      },
      ...files,
      {
        '@id': ACTION,
        '@type': 'CreateAction',
        name: `Batch of simulations "${study.name}"`,
        instrument: reference(SOFTWARE),
        object: scenarios.map(referenceTo),
        result: tables.map(referenceTo),
      },
      software(study, citation),
      ...scenarios,
      ...sources,
      ...authors,
      ...licences(citation),
      { '@id': PROFILE, '@type': 'CreativeWork', name: 'Process Run Crate', version: PROFILE_VERSION },
    ],
  };
}

function rootDataset(study: StudyDescription, { license, keywords }: Citation): Entity {
  const { name, title, date, scenarios, seed, scale, from, to } = study;
  return {
    '@id': './',
    '@type': 'Dataset',
    name: title.en,
    alternateName: title.fr,
    identifier: name,
    description:
      `Simulations of access to primary care in France, ${from} to ${to}: ${scenarios.length} scenarios, ` +
      `seed "${seed}", one simulated patient for ${scale} people. They show what stated mechanisms imply; ` +
      'they are neither observations nor forecasts.',
    datePublished: date,
    license: reference(licenceUrl(license)),
    keywords: keywords.join(', '),
    temporalCoverage: `${from}/${to}`,
    conformsTo: reference(PROFILE),
  };
}

function scenarioEntities({ scenarios }: StudyDescription): Entity[] {
  return scenarios.map(({ name, title, digest }) => ({
    '@id': `#scenario-${encodeURIComponent(name)}`,
    '@type': 'CreativeWork',
    name,
    alternateName: [title.en, title.fr],
    identifier: `sha256:${digest}`,
  }));
}

function tableFiles({ files }: StudyDescription): Entity[] {
  return files.flatMap(({ path, bytes, sha256, table }) =>
    table === undefined
      ? []
      : [
          {
            ...fileEntity(path, `${TABLES[table].title.en}, ${path}`, PARQUET_MEDIA_TYPE),
            contentSize: String(bytes),
            sha256,
          },
        ],
  );
}

function documents({ files }: StudyDescription): Entity[] {
  const known = new Set(DOCUMENTS.map(({ path }) => path));
  const others = files.filter(({ path, table }) => table === undefined && !known.has(path));
  return [
    ...DOCUMENTS.map(({ path, name, format }) => fileEntity(path, name, format)),
    ...others.map(({ path, bytes, sha256 }) => ({
      ...fileEntity(path, path, 'application/octet-stream'),
      contentSize: String(bytes),
      sha256,
    })),
  ];
}

function fileEntity(path: string, name: string, encodingFormat: string): Entity {
  return { '@id': encodeURI(path), '@type': 'File', name, encodingFormat };
}

function software({ maillageVersion, code }: StudyDescription, citation: Citation): Entity {
  return {
    '@id': SOFTWARE,
    '@type': 'SoftwareApplication',
    name: 'maillage',
    alternateName: citation.title,
    description: citation.abstract.trim(),
    softwareVersion: maillageVersion,
    identifier: code,
    license: reference(licenceUrl(citation.license)),
  };
}

/** Each licence once, whoever refers to it. */
function licences({ license }: Citation): Entity[] {
  const ids = [license, ...DATA_SOURCES.flatMap(({ licence }) => licence ?? [])];
  return [...new Set(ids)].map((id) => ({
    '@id': licenceUrl(id),
    '@type': 'CreativeWork',
    name: id,
    description: `Licence ${id}, by its SPDX identifier`,
  }));
}

function reference(id: string): Json {
  return { '@id': id };
}

function referenceTo(entity: Entity): Json {
  return reference(entity['@id']);
}
