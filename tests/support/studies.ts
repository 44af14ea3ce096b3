/** Small studies for tests: plans in a folder of their own, made-up runs, and what tells two folders apart. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { digestFile } from '../../sim/base/digest.js';
import { loadPlan } from '../../sim/batch/plan/load.js';
import type { Plan, PlanOverrides } from '../../sim/batch/plan/types.js';
import { type BatchResult, runBatch } from '../../sim/batch/run-batch.js';
import { extendStudy, studyOfPlan } from '../../sim/batch/study-of-plan.js';
import { studyRuns } from '../../sim/batch/study-runs.js';
import { type Catalogue, loadCatalogue } from '../../sim/parameters/catalogue.js';
import { HEADLINE } from '../../sim/recorder/dictionary.js';
import { axesOf } from '../../sim/results/study/axes.js';
import { blocksOf } from '../../sim/results/study/blocks.js';
import {
  type RunId,
  readStudy,
  runName,
  type StudyManifest,
  writeStudyManifest,
} from '../../sim/results/study/manifest.js';
import { PENDING, type RunOutcome, writePending } from '../../sim/results/study/pending.js';
import type { StoreOptions } from '../../sim/results/study/store.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import type { Geography } from '../../sim/world/territory.js';
import { atEndOfFile } from './end-of-file.js';
import { fewDoctorsScenario } from './few-doctors.js';

export interface Context {
  readonly catalogue: Catalogue;
  readonly geography: Geography;
}

export function context(): Context {
  return { catalogue: loadCatalogue(), geography: buildGeography() };
}

/** A folder of its own, removed when the tests of the file have ended. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-studies-'));
  atEndOfFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Scenarios of Corse and few doctors: rules in force, a change in mid-2013, another one, and one that cannot be simulated. */
const CHANGES = {
  calm: '[]',
  longer: '[{ parameter: care.minutes, from: 2013-08, value: 20, reason: A test. }]',
  fewer: '[{ parameter: training.places, from: 2013-04, multiply: 0.9, reason: A test. }]',
  crowded: '[{ parameter: training.places, from: 2013-02, multiply: 3, reason: A test. }]',
} as const;
export type Known = keyof typeof CHANGES;

export interface AskedPlan {
  readonly scenarios?: readonly Known[];
  readonly replicates?: number;
  readonly to?: number;
  readonly keep?: string;
  /** Further lines of YAML. */
  readonly more?: string;
}

export const KEEP =
  '{ indicators: [aplMean, gpsLiberal, population], places: [FR, "94"], territories: true }';

/** Writes a plan of 1 agent for 1000 people, 2013, and its scenarios; returns its file. */
export function planFile(asked: AskedPlan = {}, folder = newFolder()): string {
  const { scenarios = ['calm', 'longer'], replicates = 2, to = 2013, keep = KEEP, more = '' } = asked;
  for (const [name, changes] of Object.entries(CHANGES)) writeScenario(folder, name, changes);
  const file = join(folder, 'plan.yaml');
  const files = scenarios.map((name) => `${name}.yaml`).join(', ');
  const size = `seed: tiny\nscale: 1000\nfrom: 2013\nto: ${to}\nreplicates: ${replicates}`;
  writeFileSync(file, `name: small\nscenarios: [${files}]\n${size}\nkeep: ${keep}\n${more}\n`);
  return file;
}

/** Writes a scenario of Corse and few doctors with these changes, as YAML. */
export function writeScenario(folder: string, name: string, changes: string): void {
  const title = `{ en: Scenario ${name}, fr: Scénario ${name} }`;
  writeFileSync(join(folder, 'few-doctors.yaml'), fewDoctorsScenario('few-doctors'));
  writeFileSync(
    join(folder, `${name}.yaml`),
    `name: ${name}\ntitle: ${title}\nextends: few-doctors.yaml\nreason: A test.\nterritories: ["94"]\nchanges: ${changes}\n`,
  );
}

/** The plan of a file as `batch` reads it. */
export function planIn(file: string, overrides: PlanOverrides = {}): Promise<Plan> {
  const { catalogue, geography } = context();
  return loadPlan(file, catalogue, geography, overrides);
}

/** A study that lacks all the runs of a plan, or those it asks beyond `existing`. */
export function studyOf(plan: Plan, existing?: StudyManifest): StudyManifest {
  const { points } = plan.design;
  return extendStudy(existing, studyOfPlan(plan, context()), { points, replicates: plan.replicates }, 'here');
}

export async function studyAsked(asked: AskedPlan = {}): Promise<StudyManifest> {
  return studyOf(await planIn(planFile(asked)));
}

/** How the store of a study is opened. */
export function storeOptions(manifest: StudyManifest): StoreOptions {
  return {
    axes: axesOf(manifest, context().geography),
    identityOf: studyRuns(manifest, context().catalogue).identity,
  };
}

/** The made-up value at a position of a frame: all its digits count, and one in eleven does not exist. */
export function madeValue(run: RunId, at: number): number {
  const name = [...run.scenario].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1009;
  const mixed = (name * 7919 + run.point * 104729 + run.replicate * 1299709 + at * 15485863) % 1000003;
  return mixed % 11 === 0 ? Number.NaN : mixed / 7;
}

/** A run that was never simulated. */
export function madeRun(run: RunId, { axes }: Pick<StoreOptions, 'axes'>): RunOutcome {
  const { periods, cells, indicators, years, territories } = axes;
  const size = periods.length * cells.length * indicators.length;
  const numbers = (length: number, start: number) =>
    Float64Array.from({ length }, (_, at) => madeValue(run, start + at));
  return {
    frame: {
      values: numbers(size, 0),
      territories: numbers(years.length * territories.length * HEADLINE.length, size),
    },
  };
}

/** Every file and folder below `dir`, by path, with its digest; the provenance, which may differ, is left out. */
export function contents(dir: string): Readonly<Record<string, string>> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [relative(dir, path), entry.isDirectory() ? 'folder' : digestFile(path)] as const;
  });
  const sorted = entries.filter(([path]) => path !== 'provenance.json').sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

/** Inode and time of last change of every file of the tables: a file written again has others. */
export function stamps(dir: string): Readonly<Record<string, string>> {
  const tables = Object.keys(contents(dir)).filter((path) => path.endsWith('.parquet'));
  return Object.fromEntries(
    tables.map((path) => {
      const { ino, mtimeNs } = statSync(join(dir, path), { bigint: true });
      return [path, `${ino} ${mtimeNs}`];
    }),
  );
}

/** Keeps made-up runs of a study, as a batch that was killed would have left them; `failed` have failed. */
export function keepMadeRuns(
  dir: string,
  manifest: StudyManifest,
  runs: readonly RunId[],
  { folder = PENDING, failed = [] }: { readonly folder?: string; readonly failed?: readonly string[] } = {},
): void {
  const { axes, identityOf } = storeOptions(manifest);
  writeStudyManifest(dir, manifest);
  for (const run of runs) {
    const outcome = failed.includes(runName(run)) ? { error: MADE_ERROR } : madeRun(run, { axes });
    writePending(join(dir, folder), run, identityOf(run.scenario) ?? '', outcome);
  }
}

export const MADE_ERROR = { code: 'out-of-range', message: 'there is no room for it' } as const;

/** Every run of a study. */
export function runsOf({ additions }: StudyManifest): RunId[] {
  return blocksOf(additions).flatMap(({ runs }) => runs);
}

/** Finishes a study whose runs are all there; fails if something were simulated. */
export async function finish(dir: string, manifest = readStudy(dir)): Promise<BatchResult> {
  const result = await runBatch(dir, manifest, { ...context(), atOnce: 1, threads: 1, only: new Set() });
  if (result.ran.length > 0) throw new Error('something was simulated');
  return result;
}

/** A folder with a finished study of made-up runs. */
export async function madeStudy(
  manifest: StudyManifest,
  failed: readonly string[] = [],
  dir = newFolder(),
): Promise<string> {
  keepMadeRuns(dir, manifest, runsOf(manifest), { failed });
  await finish(dir);
  return dir;
}
