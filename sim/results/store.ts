/**
 * The results of one run, in a folder:
 *   results.parquet      period, place, group, indicator, value
 *   territories.parquet  year, territory, then the sixteen headline indicators
 *   manifest.json        what the run is, and the digests of the two tables
 *   provenance.json      threads, host, times: the one file that two equal runs may write differently
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canonicalJson, digestFile } from '../base/digest.js';
import type { MaillageError } from '../base/errors.js';
import { checkWritable, writeFolderAtomic } from '../base/files.js';
import { displayPath } from '../base/paths.js';
import { refusal, refused } from '../base/refusals.js';
import { HEADLINE } from '../recorder/dictionary.js';
import type { Recording } from '../recorder/recording.js';
import { territoryHeadlines, tidyRows } from '../recorder/rows.js';
import { identityDifferences, identityDigest, type Provenance, type RunIdentity } from './identity.js';
import { type Column, writeParquet } from './parquet.js';

export const RESULTS = 'results.parquet';
export const TERRITORIES = 'territories.parquet';
export const MANIFEST = 'manifest.json';
export const PROVENANCE = 'provenance.json';
const FORMAT = 'maillage-run';
const FORMAT_VERSION = 1;

export interface Manifest {
  readonly format: typeof FORMAT;
  readonly version: typeof FORMAT_VERSION;
  readonly identityDigest: string;
  readonly identity: RunIdentity;
  /** SHA-256 of each table. */
  readonly files: Readonly<Record<string, string>>;
}

const TIDY: readonly Column[] = [
  { name: 'period', type: 'text', key: true },
  { name: 'place', type: 'text', key: true },
  { name: 'group', type: 'text', key: true },
  { name: 'indicator', type: 'text', key: true },
  { name: 'value', type: 'double' },
];
const WIDE: readonly Column[] = [
  { name: 'year', type: 'integer', key: true },
  { name: 'territory', type: 'text', key: true },
  ...HEADLINE.map(({ id }): Column => ({ name: id, type: 'double' })),
];

/**
 * What a folder holds: nothing (`absent`, also an empty folder), this very run, whole (`same`), another run or a
 * run whose tables were changed (`other`), or files that are not a run (`foreign`).
 */
export type Existing = 'absent' | 'same' | 'other' | 'foreign';

export function existingRun(dir: string, identity: RunIdentity): Existing {
  if (!existsSync(dir)) return 'absent';
  checkWritable(dir);
  if (readdirSync(dir).length === 0) return 'absent';
  const manifest = readManifest(dir);
  if (manifest === undefined) return 'foreign';
  return manifest.identityDigest === identityDigest(identity) && isIntact(dir, manifest) ? 'same' : 'other';
}

/**
 * To call before simulating: says whether the results can be written to `dir`.
 * @returns `same` when the folder already holds this run, else `absent` or (with `force`) `other`.
 * @throws MaillageError `not-writable`, or `identity-clash` for another run (unless `force`) and for foreign files.
 */
export function checkOutput(
  dir: string,
  identity: RunIdentity,
  { force = false }: { force?: boolean } = {},
): Exclude<Existing, 'foreign'> {
  checkWritable(dir);
  const existing = existingRun(dir, identity);
  if (existing === 'foreign') {
    throw refused('identity-clash', refusal('notRunFiles', { folder: displayPath(resolve(dir)) }));
  }
  if (existing === 'other' && !force) throw clash(dir, identity);
  return existing;
}

function clash(dir: string, asked: RunIdentity): MaillageError {
  const there = readManifest(dir)?.identity;
  const differences = there === undefined ? [] : identityDifferences(there, asked);
  const told = {
    folder: displayPath(resolve(dir)),
    differences: differences.length > 0 ? differences : [refusal('changedTables')],
  };
  return refused('identity-clash', refusal('otherRun', told));
}

/**
 * Writes a run's folder, whole or not at all. A folder that already holds this run is left as it is.
 * @returns `written`, or `same` when nothing had to be written.
 * @throws MaillageError as `checkOutput`.
 */
export async function writeRun(
  dir: string,
  recording: Recording,
  identity: RunIdentity,
  provenance: Provenance,
  options: { force?: boolean } = {},
): Promise<'written' | 'same'> {
  if (checkOutput(dir, identity, options) === 'same') return 'same';
  await writeFolderAtomic(dir, async (folder) => {
    await writeParquet(join(folder, RESULTS), TIDY, tidyCells(recording, identity));
    await writeParquet(join(folder, TERRITORIES), WIDE, wideCells(recording));
    const manifest: Manifest = {
      format: FORMAT,
      version: FORMAT_VERSION,
      identityDigest: identityDigest(identity),
      identity,
      files: Object.fromEntries([RESULTS, TERRITORIES].map((name) => [name, digestFile(join(folder, name))])),
    };
    writeJson(join(folder, MANIFEST), manifest);
    writeJson(join(folder, PROVENANCE), provenance);
  });
  return 'written';
}

/** Keys in one order, whatever the order in which the caller built them. */
function writeJson(file: string, value: object): void {
  const sorted: unknown = JSON.parse(canonicalJson({ ...value }));
  writeFileSync(file, `${JSON.stringify(sorted, undefined, 2)}\n`);
}

function* tidyCells(recording: Recording, identity: RunIdentity): Generator<(string | number)[]> {
  for (const { period, place, group, indicator, value } of tidyRows(recording, identity.detail)) {
    yield [period, place, group, indicator, value];
  }
}

function* wideCells(recording: Recording): Generator<(string | number | null)[]> {
  for (const { year, territory, values } of territoryHeadlines(recording)) {
    yield [year, territory, ...values.map((value) => (Number.isFinite(value) ? value : null))];
  }
}

/** The manifest of a folder, or `undefined` when it holds no run of this format. */
export function readManifest(dir: string): Manifest | undefined {
  const file = join(dir, MANIFEST);
  if (!existsSync(file)) return undefined;
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    return manifest.format === FORMAT && manifest.version === FORMAT_VERSION ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** True when the tables are those that the manifest was written for. */
export function isIntact(dir: string, manifest: Manifest): boolean {
  return Object.entries(manifest.files).every(
    ([name, digest]) => existsSync(join(dir, name)) && digestFile(join(dir, name)) === digest,
  );
}
