/** The files of a study that follow from its manifest and the program: the tables of runs, README.md, data package, crate. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../base/digest.js';
import { writeFileAtomic } from '../base/files.js';
import { packageRoot } from '../base/paths.js';
import type { Catalogue } from '../parameters/catalogue.js';
import { indicatorOf } from '../recorder/dictionary.js';
import { writeParquet } from '../results/parquet.js';
import { dataPackage } from '../results/study/data-package.js';
import {
  describedFormula,
  describedIndicator,
  describedParameters,
  type StudyDescription,
} from '../results/study/description.js';
import { jsonText, runName, type StudyFile, type StudyManifest } from '../results/study/manifest.js';
import { CRATE, DATA_PACKAGE, DOCUMENTS, README, type TableName } from '../results/study/names.js';
import { isDamaged } from '../results/study/reading.js';
import { studyReadme } from '../results/study/readme.js';
import { roCrate } from '../results/study/ro-crate.js';
import { runColumns } from '../results/study/run-columns.js';
import { pointValues } from './design/points.js';
import { designOf } from './design-json.js';
import { studyRuns } from './study-runs.js';

/** Writes the table of runs of an addition. */
export async function writeRunsTable(
  file: string,
  manifest: StudyManifest,
  addition: number,
  catalogue: Catalogue,
): Promise<void> {
  const { identity } = manifest;
  const design = designOf(identity.design);
  const parameters = describedParameters(catalogue);
  const columns = runColumns(design.dimensions, parameters);
  await writeParquet(file, columns, runRows(manifest, addition, catalogue));
}

function* runRows(
  manifest: StudyManifest,
  addition: number,
  catalogue: Catalogue,
): Generator<(string | number | null)[]> {
  const { identity, failures } = manifest;
  const runs = studyRuns(manifest, catalogue);
  const design = designOf(identity.design);
  const paths = describedParameters(catalogue).map(({ path }) => path);
  const failed = new Map(failures.map((failure) => [runName(failure), failure]));
  const { scenarios, points, replicates } = manifest.additions[addition];
  for (const scenario of scenarios) {
    const digest = manifest.scenarios.find(({ name }) => name === scenario)?.digest ?? '';
    for (let point = points[0]; point < points[1]; point++) {
      const values = parameterTexts(runs, scenario, point, paths);
      const dimensions = [...pointValues(design, point)];
      for (let replicate = replicates[0]; replicate < replicates[1]; replicate++) {
        const failure = failed.get(runName({ scenario, point, replicate }));
        yield [
          scenario,
          point,
          replicate,
          failure ? 'failed' : 'done',
          failure?.code ?? null,
          failure?.message ?? null,
          runs.seed(point),
          digest,
          identity.scale,
          identity.from,
          identity.to,
          identity.code,
          ...dimensions,
          ...values,
        ];
      }
    }
  }
}

/** Each parameter as JSON: its values by month, a plain number or word where it never changes. */
function parameterTexts(
  runs: ReturnType<typeof studyRuns>,
  scenario: string,
  point: number,
  paths: readonly string[],
): (string | null)[] {
  try {
    const resolved = runs.parameters(scenario, point).toJSON();
    return paths.map((path) => {
      const values = Object.values(resolved[path].values);
      return JSON.stringify(values.length === 1 ? values[0] : resolved[path].values);
    });
  } catch {
    // A point that leaves the limits of a parameter makes no parameters; the run's error says which.
    return paths.map(() => null);
  }
}

/** Texts of the documents, by file name, as this program writes them. */
export function documentTexts(
  manifest: StudyManifest,
  catalogue: Catalogue,
): Readonly<Record<string, string>> {
  const study = describe(manifest, catalogue);
  return {
    [README]: studyReadme(study),
    [DATA_PACKAGE]: jsonText(dataPackage(study)),
    [CRATE]: jsonText(roCrate(study)),
  };
}

/** Writes those of the documents. @returns what the manifest has to tell of them */
export function writeDocuments(
  dir: string,
  manifest: StudyManifest,
  catalogue: Catalogue,
  names: readonly string[],
): Record<string, StudyFile> {
  const texts = names.length > 0 ? documentTexts(manifest, catalogue) : {};
  const files = names.map((name) => {
    const bytes = Buffer.from(texts[name]);
    writeFileAtomic(join(dir, name), bytes);
    return [name, { bytes: bytes.length, sha256: digestOf(bytes) }] as const;
  });
  return Object.fromEntries(files);
}

function describe(manifest: StudyManifest, catalogue: Catalogue): StudyDescription {
  const { identity, name, title, date, scenarios, files, additions } = manifest;
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  const design = designOf(identity.design);
  const most = (of: 'points' | 'replicates') => Math.max(0, ...additions.map((addition) => addition[of][1]));
  return {
    name,
    title,
    date,
    maillageVersion: version,
    code: identity.code,
    scenarios,
    seed: identity.seed,
    ...(identity.supply === undefined ? {} : { supply: identity.supply }),
    scale: identity.scale,
    from: identity.from,
    to: identity.to,
    design: { method: design.method, points: most('points'), replicates: most('replicates') },
    dimensions: design.dimensions,
    parameters: describedParameters(catalogue),
    indicators: identity.keep.indicators.map((id) => {
      const formula = identity.formulas.find((one) => one.id === id);
      return formula === undefined ? describedIndicator(indicatorOf(id)) : describedFormula(formula);
    }),
    places: identity.keep.places,
    months: identity.keep.months,
    files: Object.keys(files)
      .filter((path) => !isDocument(path))
      .sort()
      .map((path) => ({ path, ...files[path], table: path.slice(0, path.indexOf('/')) as TableName })),
  };
}

/** A file that is not what the manifest tells. */
export interface Damage {
  /** Relative to the study. */
  readonly file: string;
  readonly what: 'absent' | 'changed';
}

/** How a file that should be there is not as it should. */
export function damageOf(dir: string, file: string): Damage {
  return { file, what: existsSync(join(dir, file)) ? 'changed' : 'absent' };
}

function isDocument(path: string): boolean {
  return DOCUMENTS.some((name) => name === path);
}

/** Tables whose bytes are not those that the manifest tells. */
export function damagedTables(dir: string, manifest: StudyManifest): string[] {
  const tables = Object.keys(manifest.files).filter((path) => !isDocument(path));
  return tables.sort().filter((path) => isDamaged(dir, path, manifest));
}

/** Documents of a finished study whose bytes are not those that the manifest tells, whichever program wrote them. */
export function damagedDocuments(dir: string, manifest: StudyManifest): string[] {
  return DOCUMENTS.filter((name) => isDamaged(dir, name, manifest));
}
