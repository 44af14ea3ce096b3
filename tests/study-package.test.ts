/** A study folder as a Frictionless data package and as an RO-Crate, against the validators of npm. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { digestFile, type Json } from '../sim/base/digest.js';
import { dataPackage } from '../sim/results/study/data-package.js';
import type { DescribedFile, StudyDescription } from '../sim/results/study/description.js';
import { CRATE, DATA_PACKAGE, README, STUDY_PROVENANCE, TABLE_NAMES } from '../sim/results/study/names.js';
import { roCrate } from '../sim/results/study/ro-crate.js';
import { PROJECT } from './support/project.js';
import { describeTinyStudy, writeTinyStudy } from './support/tiny-study.js';

const require = createRequire(import.meta.url);
let dir = '';
let study: StudyDescription;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'maillage-documents-'));
  study = await writeTinyStudy(dir);
  writeFileSync(join(dir, README), '');
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
      const content = new Uint8Array(readFileSync(file)).buffer;
      const metadata = await parquetMetadataAsync(content);
      const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(columns);
      expect(columns).toEqual(expect.arrayContaining(schema.primaryKey));
      const rows = await parquetReadObjects({ file: content });
      const keys = rows.map((row) => JSON.stringify(schema.primaryKey.map((key: string) => row[key])));
      expect(keys.length).toBeGreaterThan(0);
      expect(new Set(keys).size, `the key of ${path} tells all its rows apart`).toBe(keys.length);
    }
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
