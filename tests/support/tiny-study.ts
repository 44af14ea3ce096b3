/** A small study folder and its description, made by hand: two scenarios, two points, three replicates, two years. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestFile, type Json } from '../../sim/base/digest.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import { HEADLINE, indicatorOf } from '../../sim/recorder/dictionary.js';
import { type Column, writeParquet } from '../../sim/results/parquet.js';
import {
  type DescribedFile,
  describedFormula,
  describedIndicator,
  type StudyDescription,
} from '../../sim/results/study/description.js';
import { SPARE_MANIFEST, STUDY_MANIFEST, type TableName } from '../../sim/results/study/names.js';
import { type DescribedDimension, runColumns } from '../../sim/results/study/run-columns.js';
import { resultColumns, territoryColumns } from '../../sim/results/study/tables.js';

export const SCENARIOS = ['baseline', 'more-places'] as const;
export const PLACES = [FRANCE, '01', '94'] as const;
export const KEPT = ['aplMean', 'withoutMedecinTraitant'] as const;
export const POINTS = 2;
export const REPLICATES = 3;
export const YEARS = [2013, 2014] as const;

const DIMENSION: DescribedDimension = {
  name: 'care.minutes',
  parameter: 'care.minutes',
  operation: 'multiply',
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  under: true,
};
const PARAMETERS = [
  {
    path: 'care.minutes',
    label: { en: 'Minutes of an act', fr: 'Minutes d’un acte' },
    unit: { en: 'minutes (of work)', fr: 'minutes (de travail)' },
  },
];

/** Values differ from row to row and need all their digits. */
export function tinyValue(...ids: readonly number[]): number {
  return ids.reduce((sum, id) => sum * 7 + id + 1, 0) / 3;
}

interface Run {
  readonly scenario: string;
  readonly s: number;
  readonly point: number;
  readonly replicate: number;
}

function runsOf(replicates: readonly number[]): Run[] {
  return SCENARIOS.flatMap((scenario, s) =>
    Array.from({ length: POINTS }, (_, point) =>
      replicates.map((replicate) => ({ scenario, s, point, replicate })),
    ).flat(),
  );
}

type Row = readonly (string | number | null)[];

function resultRows(runs: readonly Run[]): Row[] {
  return runs.flatMap(({ scenario, s, point, replicate }) =>
    YEARS.flatMap((year, y) =>
      PLACES.flatMap((place, p) =>
        KEPT.map((indicator, i) => {
          const value = tinyValue(s, point, replicate, y, p, i);
          return [scenario, point, replicate, String(year), place, 'all', indicator, value];
        }),
      ),
    ),
  );
}

function territoryRows(runs: readonly Run[]): Row[] {
  return runs.flatMap(({ scenario, s, point, replicate }) =>
    YEARS.map((year, y) => [
      scenario,
      point,
      replicate,
      year,
      '200023778',
      ...HEADLINE.map((_, h) => (h === 0 ? null : tinyValue(s, point, replicate, y, h))),
    ]),
  );
}

function runRows(runs: readonly Run[]): Row[] {
  return runs.map(({ scenario, s, point, replicate }) => {
    const failed = s === 1 && point === 1 && replicate === 1;
    const ended = failed ? ['failed', 'internal', 'a sentence, with a comma'] : ['done', null, null];
    const facts = ['demo', `digest-${s}`, 1000, YEARS[0], YEARS[1], '0.1.0+0'];
    const timeline = point === 0 ? '17' : '{"2013-01":17,"2020-01":18.5}';
    return [scenario, point, replicate, ...ended, ...facts, 1 + point / 3, timeline];
  });
}

/** Writes the study: two blocks of results, one file of runs; returns the description of it. */
export async function writeTinyStudy(dir: string): Promise<StudyDescription> {
  const blocks = [runsOf([0, 1]), runsOf([2])];
  const manifest: Json = { format: 'maillage-study', name: 'Tiny', list: [1, { a: null }] };
  const files: DescribedFile[] = [];
  const write = async (table: TableName, name: string, columns: readonly Column[], rows: readonly Row[]) => {
    const path = `${table}/${name}.parquet`;
    mkdirSync(join(dir, table), { recursive: true });
    await writeParquet(join(dir, path), columns, rows);
    const file = join(dir, path);
    files.push({ path, bytes: statSync(file).size, sha256: digestFile(file), table });
  };
  for (const [b, runs] of blocks.entries()) {
    await write('results', `0000-000${b}`, resultColumns, resultRows(runs));
    await write('territories', `0000-000${b}`, territoryColumns, territoryRows(runs));
  }
  await write('runs', '0000', runColumns([DIMENSION], PARAMETERS), runRows(blocks.flat()));
  writeFileSync(join(dir, STUDY_MANIFEST), JSON.stringify(manifest));
  writeFileSync(join(dir, SPARE_MANIFEST), JSON.stringify(manifest));
  return describeTinyStudy(files);
}

/** The description of the tiny study, over any list of files. */
export function describeTinyStudy(files: readonly DescribedFile[]): StudyDescription {
  return {
    name: 'Tiny',
    title: { en: 'A tiny study', fr: 'Une toute petite étude' },
    date: '2026-11-22',
    maillageVersion: '0.1.0',
    code: '0.1.0+0123456789abcdef',
    scenarios: SCENARIOS.map((name, s) => ({
      name,
      title: { en: `Scenario ${name}`, fr: `Scénario ${name}` },
      digest: String(s).repeat(64),
    })),
    seed: 'demo',
    scale: 1000,
    from: YEARS[0],
    to: YEARS[1],
    design: { method: 'sobol', points: POINTS, replicates: REPLICATES },
    dimensions: [DIMENSION],
    parameters: PARAMETERS,
    indicators: [
      ...KEPT.map((id) => describedIndicator(indicatorOf(id))),
      describedFormula({
        id: 'gap',
        formula: 'aplP90 - aplP10 | 0',
        unit: 'acts',
        label: { en: 'Gap', fr: 'Écart' },
      }),
    ],
    places: PLACES,
    months: false,
    files,
  };
}
