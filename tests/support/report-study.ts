/**
 * A study of France with made-up smooth numbers, for tests of the report: what each scenario changes is known. The first
 * two scenarios are equal to the last digit; the third does better by 1 everywhere, a little more in each replicate.
 */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEVERS_MONEY } from '../../analysis/report/findings.js';
import { HEADLINE } from '../../sim/recorder/dictionary.js';
import { runName, writeStudyManifest } from '../../sim/results/study/manifest.js';
import { PENDING, writePending } from '../../sim/results/study/pending.js';
import { atEndOfFile } from './end-of-file.js';
import { finish, MADE_ERROR, newFolder, planIn, runsOf, storeOptions, studyOf } from './studies.js';

/** Twins, then the one that differs. */
export const SCENARIOS = ['ars-liberal-2017', 'ars-unique-2017', 'ars-delegue-2017'] as const;
export const [FIRST, TWIN, OTHER] = SCENARIOS;
/** What the third scenario adds to every indicator, before the noise of its replicates. */
export const EFFECT = 1;

export interface ReportStudy {
  readonly scenarios?: readonly string[];
  readonly replicates?: number;
  /** Runs kept; all unless told. */
  readonly runs?: number;
  /** Further lines of the plan. */
  readonly more?: string;
  readonly territories?: boolean;
  readonly to?: number;
  /** What the plan keeps, instead of everything of France and the régions. */
  readonly keep?: string;
  /** Names of runs that failed, as `scenario/point/replicate`. */
  readonly failed?: (name: string) => boolean;
}

/** What a plan keeps where a test is not about every chart: the usual indicators, a twelfth of all. */
export const USUAL = `{ indicators: [${[...HEADLINE.map(({ id }) => id), LEVERS_MONEY].join(', ')}], places: [FR, regions], territories: false }`;

/** Studies that the tests of a file have asked for. */
const made = new Map<string, Promise<string>>();

/** A folder with such a study, whole unless fewer runs are asked for; yours to change. */
export async function reportStudy(asked: ReportStudy = {}): Promise<string> {
  if (asked.failed !== undefined) return makeStudy(asked);
  const name = JSON.stringify(asked);
  if (made.size === 0) atEndOfFile(() => made.clear());
  const first = made.get(name) ?? makeStudy(asked);
  made.set(name, first);
  const dir = newFolder();
  cpSync(await first, dir, { recursive: true, preserveTimestamps: true });
  return dir;
}

async function makeStudy(asked: ReportStudy): Promise<string> {
  const { scenarios = SCENARIOS, replicates = 5, more = '', territories = true, to = 2017 } = asked;
  const folder = newFolder();
  const plan = join(folder, 'plan.yaml');
  writeFileSync(
    plan,
    [
      'name: made-for-reports',
      'title: { en: A made-up study, fr: "Une étude inventée pour l\'essai" }',
      `scenarios: [${scenarios.join(', ')}]`,
      'seed: tiny',
      'scale: 1000',
      'from: 2013',
      `to: ${to}`,
      `replicates: ${replicates}`,
      `keep: ${asked.keep ?? `{ places: [FR, regions], territories: ${territories} }`}`,
      more,
    ].join('\n'),
  );
  const manifest = studyOf(await planIn(plan));
  const dir = newFolder();
  const { axes, identityOf } = storeOptions(manifest);
  writeStudyManifest(dir, manifest);
  const runs = runsOf(manifest);
  for (const run of runs.slice(0, asked.runs ?? runs.length)) {
    if (asked.failed?.(runName(run)) === true) {
      writePending(join(dir, PENDING), run, identityOf(run.scenario) ?? '', { error: MADE_ERROR });
      continue;
    }
    const { periods, cells, indicators } = axes;
    const size = periods.length * cells.length * indicators.length;
    const territoryCount = axes.territories.length;
    const ofIndicator = indicators.map(numberOf);
    const ofHeadline = HEADLINE.map(({ id }) => numberOf(id));
    const at = (position: number) => {
      const own = ofIndicator[position % indicators.length];
      const cell = Math.floor(position / indicators.length) % cells.length;
      const period = Math.floor(position / indicators.length / cells.length);
      return value(run, 20 + own + 0.3 * cell + period, own + 11 * cell + 5 * period);
    };
    const inTerritory = (position: number) => {
      const own = ofHeadline[position % HEADLINE.length];
      const territory = Math.floor(position / HEADLINE.length) % territoryCount;
      const year = Math.floor(position / HEADLINE.length / territoryCount);
      return value(run, 20 + own + 10 * Math.sin(territory) + year, own + 11 * territory + 5 * year);
    };
    const frame = {
      values: Float64Array.from({ length: size }, (_, position) => at(position)),
      territories: Float64Array.from(
        { length: territories ? axes.years.length * territoryCount * HEADLINE.length : 0 },
        (_, position) => inTerritory(position),
      ),
    };
    writePending(join(dir, PENDING), run, identityOf(run.scenario) ?? '', { frame });
  }
  if (asked.runs === undefined) await finish(dir);
  return dir;
}

/** A number of an indicator's own, 0 to 96: a new indicator moves the made-up values of no other. */
function numberOf(indicator: string): number {
  let sum = 0;
  for (const letter of indicator) sum = (31 * sum + letter.charCodeAt(0)) % 97;
  return sum;
}

/** A level, chance common to all scenarios, and what the third adds. */
function value(
  run: { readonly scenario: string; readonly replicate: number },
  level: number,
  position: number,
) {
  const chance = Math.sin(7 * run.replicate + position);
  const effect = run.scenario === OTHER ? EFFECT + 0.1 * Math.cos(5 * run.replicate + position) : 0;
  return level + chance + effect;
}
