/**
 * `study.json`: what a study is and what it holds. Equal studies have equal manifests; a study is its own manifest's
 * digest away from being known to be undamaged.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digestJson, type Json } from '../../base/digest.js';
import type { MaillageError } from '../../base/errors.js';
import { writeFileAtomic } from '../../base/files.js';
import { displayPath } from '../../base/paths.js';
import { refusal, refused } from '../../base/refusals.js';
import type { Group } from '../../recorder/cells.js';
import type { FrameFormula } from '../../recorder/frame.js';
import type { Words } from '../../recorder/indicator.js';
import { SPARE_MANIFEST, STUDY_MANIFEST } from './names.js';

const FORMAT = 'maillage-study';
const VERSION = 1;

/** A change of a scenario or of a point; months as `YYYY-MM`, absent where it has no first or last one. */
export interface StudyChange {
  readonly parameter: string;
  readonly from?: string;
  readonly to?: string;
  readonly operation: 'value' | 'multiply' | 'add';
  readonly operand: number | string | Readonly<Record<string, number | string>>;
  readonly members?: readonly string[];
}

export interface StudyScenario {
  readonly name: string;
  readonly title: Words;
  /** Of all its parameters as resolved. */
  readonly digest: string;
  readonly changes: readonly StudyChange[];
}

/** A user-defined indicator. */
export interface StudyFormula extends FrameFormula {
  readonly unit: string;
  readonly label: Words;
  readonly better?: 'more' | 'less';
}

/** A design of experiments; `points` is null where their number can grow. */
export interface StudyDesign {
  readonly method: 'none' | 'factorial' | 'latin-hypercube' | 'sobol';
  readonly points: number | null;
  readonly seed: string;
  readonly ownSeeds: boolean;
  readonly dimensions: readonly { readonly name: string; readonly [key: string]: Json | undefined }[];
}

/** What every run of a study has in common: results of other values could not stand beside them. */
export interface StudyIdentity {
  readonly seed: string;
  readonly scale: number;
  /** First and last year. */
  readonly from: number;
  readonly to: number;
  /** Codes of the régions or territories simulated; empty for all of France. */
  readonly territories: readonly string[];
  /** Design of experiments, as the batch describes it; its points where their number cannot grow. */
  readonly design: StudyDesign;
  readonly keep: {
    readonly indicators: readonly string[];
    readonly places: readonly string[];
    /** Null: every group for France, everybody elsewhere. */
    readonly groups: readonly string[] | null;
    /** Places and groups, in the order of the tables. */
    readonly cells: readonly { readonly place: string; readonly group: Group }[];
    readonly months: boolean;
    readonly territories: boolean;
  };
  readonly formulas: readonly StudyFormula[];
  /** Invariants are checked after each month. */
  readonly check: boolean;
  /** Digests of the geography and of the catalogue of parameters; version and digest of the code. */
  readonly geography: string;
  /** Imported supply, by name; absent where places of practice are synthetic. */
  readonly supply?: string;
  readonly catalogue: string;
  readonly code: string;
}

/** Runs that one call added: every scenario × point × replicate; ends excluded. */
export interface Addition {
  readonly scenarios: readonly string[];
  readonly points: readonly [number, number];
  readonly replicates: readonly [number, number];
}

/** One simulation of a study. */
export interface RunId {
  readonly scenario: string;
  readonly point: number;
  readonly replicate: number;
}

export interface Failure extends RunId {
  readonly code: string;
  readonly message: string;
}

export interface StudyFile {
  readonly bytes: number;
  readonly sha256: string;
}

export interface StudyManifest {
  readonly name: string;
  readonly title: Words;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Scenario with which the others are compared unless told otherwise. */
  readonly baseline: string;
  readonly identity: StudyIdentity;
  readonly scenarios: readonly StudyScenario[];
  readonly additions: readonly Addition[];
  /** Runs that failed, in the order of the table of runs. */
  readonly failures: readonly Failure[];
  /** Files of the tables that are finished, and the documents as they were last written, by path. */
  readonly files: Readonly<Record<string, StudyFile>>;
}

/** The manifest as JSON, with its form and its own digest. */
export function manifestJson(manifest: StudyManifest): Json {
  const content = { format: FORMAT, version: VERSION, ...JSON.parse(JSON.stringify(manifest)) } as Record<
    string,
    Json
  >;
  return { ...content, digest: digestJson(content) };
}

/** Writes `study.json`, whole or not at all, then its spare copy. */
export function writeStudyManifest(dir: string, manifest: StudyManifest): void {
  for (const name of [STUDY_MANIFEST, SPARE_MANIFEST])
    writeFileAtomic(join(dir, name), jsonText(manifestJson(manifest)));
}

/** True for a copy of a manifest none of whose bytes was changed. */
export function isSoundManifest(dir: string, name: string): boolean {
  const file = join(dir, name);
  const manifest = fromJson(readJson(file));
  // Compared as text: a byte changed between two values leaves the digest of the values as it was.
  return manifest !== undefined && readFileSync(file, 'utf8') === jsonText(manifestJson(manifest));
}

/** True when the spare copy is that of the manifest; a writer killed between the two leaves an older one. */
export function isSpareOf(dir: string, manifest: StudyManifest): boolean {
  const file = join(dir, SPARE_MANIFEST);
  return existsSync(file) && readFileSync(file, 'utf8') === jsonText(manifestJson(manifest));
}

/** Indented JSON with the keys in code-point order: equal data, equal text. */
export function jsonText(json: Json): string {
  return `${JSON.stringify(sorted(json), null, 1)}\n`;
}

function sorted(json: Json): Json {
  if (Array.isArray(json)) return json.map(sorted);
  if (json === null || typeof json !== 'object') return json;
  const object = json as { readonly [key: string]: Json };
  return Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, sorted(object[key])]),
  );
}

/** What stands in a folder under the name of a manifest. */
export type ManifestState =
  | { readonly state: 'absent' }
  | { readonly state: 'damaged'; readonly spare: StudyManifest | undefined }
  | { readonly state: 'whole'; readonly manifest: StudyManifest };

export function manifestState(dir: string): ManifestState {
  if (!existsSync(join(dir, STUDY_MANIFEST))) {
    const copy = spareManifest(dir);
    return copy === undefined ? { state: 'absent' } : { state: 'damaged', spare: copy };
  }
  const manifest = fromJson(readJson(join(dir, STUDY_MANIFEST)));
  return manifest === undefined
    ? { state: 'damaged', spare: spareManifest(dir) }
    : { state: 'whole', manifest };
}

function spareManifest(dir: string): StudyManifest | undefined {
  return fromJson(readJson(join(dir, SPARE_MANIFEST)));
}

function readJson(file: string): Json | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch {
    return undefined;
  }
}

/** The manifest of this JSON, `undefined` unless it is one, whole. */
function fromJson(json: Json | undefined): StudyManifest | undefined {
  if (json === undefined || json === null || typeof json !== 'object' || Array.isArray(json))
    return undefined;
  const { digest, ...content } = json as { readonly [key: string]: Json };
  if (content.format !== FORMAT || digest !== digestJson(content)) return undefined;
  if (content.version !== VERSION) {
    const versions = { found: String(content.version), version: VERSION };
    throw refused('bad-data', refusal('otherFormat', versions));
  }
  const { format: _format, version: _version, ...manifest } = content;
  return manifest as unknown as StudyManifest;
}

/**
 * The manifest of a study.
 * @throws MaillageError `bad-data` when the folder holds no study or its manifest is damaged.
 */
export function readStudy(dir: string): StudyManifest {
  const found = manifestState(dir);
  if (found.state === 'whole') return found.manifest;
  throw unreadable(dir, found);
}

/** The error `bad-data` for a folder whose manifest cannot be read: absent, damaged, or damaged with its spare copy. */
export function unreadable(dir: string, found: ManifestState): MaillageError {
  const folder = displayPath(resolve(dir));
  if (found.state === 'absent') return refused('bad-data', refusal('noStudy', { folder }));
  const file = join(folder, STUDY_MANIFEST);
  const hasSpare = found.state === 'damaged' && found.spare !== undefined;
  const what = hasSpare
    ? refusal('manifestDamaged', { file, folder })
    : refusal('manifestLost', { file, copy: SPARE_MANIFEST });
  return refused('bad-data', what);
}

/** `baseline/0/3`: a run in logs and messages, as scenario/point/replicate. */
export function runName({ scenario, point, replicate }: RunId): string {
  return `${scenario}/${point}/${replicate}`;
}
