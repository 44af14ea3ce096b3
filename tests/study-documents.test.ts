/** The documents of a study folder: data package, crate and README.md, against the validators of their formats. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { digestFile, type Json } from '../sim/base/digest.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { DATA_SOURCES, readCitation } from '../sim/results/study/credits.js';
import { dataPackage } from '../sim/results/study/data-package.js';
import {
  type DescribedFile,
  describedParameters,
  describedTables,
  type StudyDescription,
} from '../sim/results/study/description.js';
import {
  CRATE,
  DATA_PACKAGE,
  README,
  STUDY_MANIFEST,
  STUDY_PROVENANCE,
  TABLE_NAMES,
} from '../sim/results/study/names.js';
import { studyReadme } from '../sim/results/study/readme.js';
import { roCrate } from '../sim/results/study/ro-crate.js';
import { type DescribedDimension, dimensionWords, runColumns } from '../sim/results/study/run-columns.js';
import { PROJECT } from './support/project.js';
import { describeTinyStudy, writeTinyStudy } from './support/tiny-study.js';

const require = createRequire(import.meta.url);
let dir = '';
let study: StudyDescription;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'maillage-documents-'));
  study = await writeTinyStudy(dir);
  writeFileSync(join(dir, README), studyReadme(study));
  writeFileSync(join(dir, DATA_PACKAGE), JSON.stringify(dataPackage(study)));
  writeFileSync(join(dir, CRATE), JSON.stringify(roCrate(study)));
  writeFileSync(join(dir, STUDY_PROVENANCE), '{}');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** As many files as a study of 10,000 runs has. */
function manyFiles(): DescribedFile[] {
  return Array.from({ length: 400 }, (_, i) => {
    const table = i === 399 ? 'runs' : TABLE_NAMES[i % 2];
    const path = `${table}/0000-${String(i).padStart(4, '0')}.parquet`;
    return { path, bytes: 1000 + i, sha256: i.toString(16).padStart(64, '0'), table };
  });
}

const readJson = (name: string) => JSON.parse(readFileSync(join(dir, name), 'utf8'));

describe('the columns of the tables', () => {
  const dimension: DescribedDimension = {
    name: 'minutes',
    parameter: 'care.minutes',
    operation: 'add',
    members: ['11', '24'],
    from: 1452,
    to: Number.POSITIVE_INFINITY,
    under: false,
  };

  test('every parameter of the catalogue has its column of runs, beside those of the dimensions', () => {
    const parameters = describedParameters(loadCatalogue());
    const columns = runColumns([dimension], parameters);
    expect(parameters.length).toBeGreaterThan(200);
    expect(columns.filter(({ key }) => key).map(({ name }) => name)).toEqual([
      'scenario',
      'point',
      'replicate',
    ]);
    expect(columns.slice(-parameters.length).map(({ name }) => name)).toEqual(
      parameters.map(({ path }) => `parameter:${path}`),
    );
    expect(columns.find(({ name }) => name === 'minutes')).toMatchObject({
      type: 'double',
      unit: parameters.find(({ path }) => path === 'care.minutes')?.unit,
    });
  });

  test('every column is described in both languages', () => {
    const columns = describedTables(study).flatMap((table) => table.columns);
    expect(columns.filter(({ description: { en, fr } }) => en.length < 5 || fr.length < 5)).toEqual([]);
  });

  test('a dimension says what it does, for whom and from when', () => {
    const said = 'Lever: care.minutes (11, 24) is increased by this value from 2021-01.';
    expect(dimensionWords(dimension).en).toBe(said);
    const closed = { ...dimension, members: undefined, under: true, to: 1464 };
    expect(dimensionWords(closed).fr).toBe(
      'Paramètre incertain\u00a0: care.minutes est augmenté de cette valeur à partir de 2021-01 jusqu’à 2022-01.',
    );
  });

  test('a dimension may not have the name of another column, whatever its capitals', () => {
    for (const name of ['scenario', 'Scale']) {
      expect(() => runColumns([{ ...dimension, name }], [])).toThrow(/two columns named/);
    }
    expect(() => runColumns([{ ...dimension, name: 'care.minutes' }], study.parameters)).not.toThrow();
  });
});

interface Checked {
  readonly valid: boolean;
  readonly errors: readonly Error[];
}
const frictionless = require('datapackage') as {
  Package: { load(descriptor: unknown, options?: { basePath: string; strict: boolean }): Promise<Checked> };
  Profile: { load(name: string): Promise<{ validate(descriptor: unknown): Checked }> };
};

describe('datapackage.json', () => {
  async function check(descriptor: unknown): Promise<Checked> {
    const { valid, errors } = await frictionless.Package.load(descriptor, { basePath: dir, strict: false });
    return { valid, errors };
  }

  test('passes the profiles of Frictionless Data', async () => {
    const descriptor = readJson(DATA_PACKAGE);
    expect(await check(descriptor)).toEqual({ valid: true, errors: [] });
    const resource = await frictionless.Profile.load('data-resource');
    for (const one of descriptor.resources) expect(resource.validate(one).errors).toEqual([]);
  });

  test('passes them with the 400 files of 10,000 runs', async () => {
    const descriptor = dataPackage(describeTinyStudy(manyFiles())) as { resources: Json[] };
    expect(descriptor.resources.length).toBe(400);
    expect(await check(descriptor)).toEqual({ valid: true, errors: [] });
  });

  test.each([
    ['a resource without a name', (resource: Record<string, unknown>) => delete resource.name],
    [
      'a digest that is none',
      (resource: Record<string, unknown>) => Object.assign(resource, { hash: 'sha' }),
    ],
  ])('%s would not pass', async (_, spoil) => {
    const descriptor = readJson(DATA_PACKAGE);
    spoil(descriptor.resources[0]);
    expect((await check(descriptor)).valid).toBe(false);
  });

  test('names every Parquet file once with its size, its SHA-256 and the columns that it holds', async () => {
    const { resources } = readJson(DATA_PACKAGE);
    const stored = TABLE_NAMES.flatMap((table) =>
      readdirSync(join(dir, table)).map((name) => `${table}/${name}`),
    );
    expect(resources.map(({ path }: { path: string }) => path).sort()).toEqual(stored.sort());
    expect(new Set(resources.map(({ name }: { name: string }) => name)).size).toBe(stored.length);
    for (const { path, bytes, hash, schema } of resources) {
      const file = join(dir, path);
      expect({ path, bytes, hash }).toEqual({
        path,
        bytes: statSync(file).size,
        hash: `sha256:${digestFile(file)}`,
      });
      const content = readFileSync(file);
      const metadata = await parquetMetadataAsync(new Uint8Array(content).buffer);
      const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(columns);
      expect(columns).toEqual(expect.arrayContaining(schema.primaryKey));
    }
  });

  test('holds a spare copy of the manifest', () => {
    expect(readJson(DATA_PACKAGE).maillage.manifest).toEqual(readJson(STUDY_MANIFEST));
  });
});

describe('ro-crate-metadata.json', () => {
  interface Result {
    readonly status: string;
    readonly message: string;
  }
  /** Messages of the validator of npm `ro-crate` that are no success; its context is read from the package. */
  async function complaints(crate: unknown): Promise<string[]> {
    const context = readFileSync(join(PROJECT, 'node_modules/ro-crate/lib/context.json'), 'utf8');
    vi.stubGlobal('fetch', async (url: string) => {
      if (url !== 'https://w3id.org/ro/crate/1.2/context') throw new Error(`no page ${url}`);
      return new Response(context);
    });
    const { Validator } = require('ro-crate') as {
      Validator: new () => {
        readonly results: readonly Result[];
        parseJSON(json: unknown): void;
        validate(): Promise<boolean>;
        checkFiles(files: Record<string, { exists: boolean; isDir: boolean }>): void;
      };
    };
    const validator = new Validator();
    validator.parseJSON(structuredClone(crate));
    await validator.validate();
    validator.checkFiles(filesOf(dir));
    return validator.results.filter(({ status }) => status !== 'success').map(({ message }) => message);
  }
  afterAll(() => vi.unstubAllGlobals());

  function filesOf(folder: string): Record<string, { exists: boolean; isDir: boolean }> {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    return Object.fromEntries(names.map((name) => [name, { exists: true, isDir: false }]));
  }

  test('passes the validator of npm ro-crate, which finds every file of the folder in it', async () => {
    expect(await complaints(readJson(CRATE))).toEqual([]);
  });

  test('would not pass without its licence, or with a file that does not exist', async () => {
    const crate = readJson(CRATE);
    delete crate['@graph'][1].license;
    expect(await complaints(crate)).toEqual(['Missing required property: license']);
    const other = roCrate(
      describeTinyStudy([...study.files, { ...study.files[0], path: 'results/9.parquet' }]),
    );
    expect(await complaints(other)).toEqual([
      'Data Entity refers to a local file path or directory that does not exist',
    ]);
  });

  test('links the program, the scenarios and the tables by the act that made them', () => {
    const graph: Record<string, Json>[] = readJson(CRATE)['@graph'];
    const entity = (id: Json) => graph.find((one) => one['@id'] === id) ?? {};
    const act = graph.find((one) => one['@type'] === 'CreateAction') as {
      instrument: { '@id': string };
      object: { '@id': string }[];
      result: { '@id': string }[];
    };
    expect(entity(act.instrument['@id'])).toMatchObject({
      '@type': 'SoftwareApplication',
      name: 'maillage',
      softwareVersion: '0.1.0',
    });
    expect(act.object.map((one) => entity(one['@id']).name)).toEqual(['baseline', 'more-places']);
    for (const { path, bytes, sha256 } of study.files) {
      expect(entity(path)).toMatchObject({ '@type': 'File', contentSize: String(bytes), sha256 });
      expect(act.result).toContainEqual({ '@id': path });
    }
  });

  test('every reference has its entity, once', () => {
    const graph: Record<string, Json>[] = readJson(CRATE)['@graph'];
    const ids = graph.map((one) => String(one['@id']));
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]+)"\}/g)].map((match) => match[1]);
    expect(references.length).toBeGreaterThan(20);
    // The specification itself is named, not described.
    const outside = ['https://w3id.org/ro/crate/1.2'];
    expect(references.filter((id) => !ids.includes(id) && !outside.includes(id))).toEqual([]);
  });
});

describe('README.md of a study', () => {
  const halves = () => readFileSync(join(dir, README), 'utf8').split('## En français');

  test('explains every column of every table and every indicator, in English then in French', () => {
    const [english, french] = halves();
    for (const { columns } of describedTables(study)) {
      for (const { name, description } of columns) {
        expect(english).toContain(`| \`${name}\` |`);
        expect(english).toContain(description.en);
        expect(french).toContain(`| \`${name}\` |`);
        expect(french).toContain(description.fr);
      }
    }
    for (const { id, unit, definition } of study.indicators) {
      for (const [half, language] of [
        [english, 'en'],
        [french, 'fr'],
      ] as const) {
        const line = half.split('\n').find((one) => one.startsWith(`| \`${id}\` | ${unit[language]} |`));
        expect(line?.replaceAll('\\|', '|'), id).toContain(definition[language]);
      }
    }
  });

  test('leaves no mark unfilled, and keeps French marks with their words', () => {
    const [english, french] = halves();
    expect(english + french).not.toMatch(/undefined|\[object|\{[a-z]+\}(?!")/i);
    const prose = french.replace(/```.*?```/gs, '').replace(/`[^`]*`/g, '');
    expect(prose.match(/.{0,20}( [:;!?»]|« ).{0,20}/g) ?? []).toEqual([]);
  });

  test('is the same text for the same study', () => {
    expect(studyReadme(describeTinyStudy(study.files, study.manifest))).toBe(studyReadme(study));
  });
});

describe('credits', () => {
  const credits = readFileSync(join(PROJECT, 'CREDITS.md'), 'utf8');

  test('every data package of CREDITS.md is a source of a study', () => {
    const read = credits.slice(credits.indexOf('## Data that'), credits.indexOf('## Published'));
    const packages = [...read.matchAll(/npm package `([^`]+)`/g)].map((match) => match[1]);
    expect(packages.length).toBeGreaterThan(1);
    expect(packages.filter((name) => !DATA_SOURCES.some(({ title }) => title.en.includes(name)))).toEqual([]);
  });

  test('the authors and the licence are those of CITATION.cff', () => {
    const { authors, license } = readCitation();
    expect(authors).toEqual([{ type: 'Organization', name: 'The Maillage authors' }]);
    const { license: packaged } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
    expect(license).toBe(packaged);
  });
});
