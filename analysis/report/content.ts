/** Everything a report says, read from a study: its charts, its comparison, what is missing from it. */
import { MaillageError } from '../../sim/base/errors.js';
import { pointValues } from '../../sim/batch/design/points.js';
import { designOf } from '../../sim/batch/design-json.js';
import type { Catalogue } from '../../sim/parameters/catalogue.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import type { Words } from '../../sim/recorder/indicator.js';
import { codeVersion } from '../../sim/results/code-version.js';
import { countRuns } from '../../sim/results/study/blocks.js';
import type { StudyCells } from '../../sim/results/study/cells.js';
import type { StudyManifest } from '../../sim/results/study/manifest.js';
import { readTerritoryValues } from '../../sim/results/study/territory-values.js';
import { keptTerritories, restrictGeography } from '../../sim/world/geography/restrict.js';
import type { Geography } from '../../sim/world/territory.js';
import { cellsNeeded, chartsOf, mergedCells } from '../charts/all.js';
import type { Chart } from '../charts/chart.js';
import { type Frame, type FrameScenario, frameOf } from '../charts/frame.js';
import { mapLayout } from '../charts/map/layout.js';
import { MAP_SCENARIOS, type TerritoryData, territoryData } from '../charts/map/map-data.js';
import { indicatorsDrawn } from '../charts/sections.js';
import { DEPTH_PARAMETER, type DepthLevel } from '../charts/sure.js';
import { territoryCharts } from '../charts/territories.js';
import { type Comparison, compareScenarios } from '../comparison/compare.js';
import { filterOf, selectCells } from '../comparison/selection.js';
import { headlinesKept, type StudyFacts, type StudySource } from '../comparison/study.js';
import { fill, type Language } from '../wording/language.js';
import { placeNames } from '../wording/places.js';
import { REPORT } from '../wording/report.js';
import { LEVERS_MONEY } from './findings.js';
import { type GainsTable, gainsTable } from './parts/gains.js';

export interface ReportAsked {
  readonly baseline?: string;
  readonly indicators?: readonly string[];
}

export interface ReportContent {
  readonly manifest: StudyManifest;
  readonly frame: Frame;
  readonly comparison: Comparison | undefined;
  readonly charts: readonly Chart[];
  readonly gains: GainsTable | undefined;
  readonly territories: TerritoryData | undefined;
  readonly catalogue: Catalogue;
  /** Version and digest of the simulator of this program. */
  readonly code: string;
  /** Runs asked of the study, and those whose values were read. */
  readonly runs: { readonly asked: number; readonly done: number };
  /** The design varies what depth buys; it samples uncertain parameters. */
  readonly varies: { readonly depth: boolean; readonly parameters: boolean };
}

export interface ReportStudy {
  readonly dir: string;
  readonly manifest: StudyManifest;
  readonly source: StudySource;
  readonly catalogue: Catalogue;
  readonly geography: Geography;
}

/**
 * Reads what the report of a study says.
 * @throws MaillageError `bad-data` for a study without finished runs, `unknown-name` for a baseline or an indicator
 * that it does not hold.
 */
export async function reportContent(
  study: ReportStudy,
  asked: ReportAsked,
  language: Language,
): Promise<ReportContent> {
  const { manifest, source, catalogue, dir } = study;
  const { facts } = source;
  // Names are checked, and the baseline chosen, as `maillage compare` does; one scenario alone may be reported.
  const isAlone = facts.scenarios.length < 2;
  const selection = isAlone
    ? undefined
    : selectCells(facts, { baseline: asked.baseline, indicators: comparedIds(facts) }, language);
  const more = asked.indicators ?? [];
  const named = more.length === 0 ? [] : selectedIndicators(study, more, language);
  const charted = { indicators: indicatorsDrawn(facts, named) };
  const readings: StudyCells[] = [];
  for (const filter of [...cellsNeeded(facts, charted), ...(selection ? [filterOf(selection)] : [])])
    readings.push(await source.cells(filter));
  const cells = mergedCells(readings);
  const refuse = (sentence: keyof typeof REFUSALS, baseline: string): never => {
    throw new MaillageError(
      'bad-data',
      fill(REFUSALS[sentence], language, { study: facts.name, baseline, dir }),
    );
  };
  const baseline = selection?.baseline ?? facts.scenarios[0].name;
  const place = facts.places.includes(FRANCE) ? FRANCE : facts.places[0];
  const placeWords = placeNames([place]).get(place) ?? { en: place, fr: place };
  const frame = frameOf(facts, cells, { baseline, placeWords });
  if (frame.scenarios.length === 0) refuse('noRun', baseline);
  if (!frame.scenarios.some(({ name }) => name === baseline)) refuse('noRunOfBaseline', baseline);
  const present = new Set(frame.scenarios.map(({ name }) => name));
  const comparison =
    selection === undefined || frame.others.length === 0
      ? undefined
      : compareScenarios(
          cells,
          { ...selection, scenarios: selection.scenarios.filter((name) => present.has(name)) },
          facts,
        );
  const { territories, scenarios } = await readTerritories(study, frame);
  const depth = depthLevels(manifest);
  return {
    manifest,
    frame,
    comparison,
    charts: chartsOf({
      frame,
      cells,
      asked: charted,
      regions: regionNames(catalogue),
      costs: comparison?.costs[0],
      depth,
      territories: territories === undefined ? [] : territoryCharts(frame, scenarios, territories),
    }),
    gains: gainsTable(frame),
    territories,
    catalogue,
    code: codeVersion(),
    runs: { asked: countRuns(manifest.additions), done: finishedRuns(cells) },
    varies: { depth: depth.length > 1, parameters: frame.sampling === 'point' },
  };
}

const REFUSALS = { noRun: REPORT.noRun, noRunOfBaseline: REPORT.noRunOfBaseline } as const;

/** Headline indicators, and the money of all levers: those tell that of coordinated practice only. */
function comparedIds(facts: StudyFacts): string[] {
  const headlines = headlinesKept(facts);
  return [...headlines, ...facts.indicators.filter(({ id }) => id === LEVERS_MONEY)].map(({ id }) => id);
}

function selectedIndicators({ source: { facts } }: ReportStudy, ids: readonly string[], language: Language) {
  const [first, second = first] = facts.scenarios;
  const two = { ...facts, scenarios: [first, { ...second, name: `${second.name} ` }] };
  return selectCells(two, { indicators: ids }, language).indicators;
}

/** Runs with a value in some cell. */
function finishedRuns({ scenarios, units, cells }: StudyCells): number {
  const done = new Uint8Array(scenarios.length * units.length);
  for (const { values } of cells) {
    for (let i = 0; i < done.length; i++) if (Number.isFinite(values[i])) done[i] = 1;
  }
  return done.reduce((sum, one) => sum + one, 0);
}

function regionNames(catalogue: Catalogue): ReadonlyMap<string, Words> {
  const members = catalogue.domains.get('region')?.members ?? [];
  return new Map(members.map(({ id, en, fr }) => [id, { en, fr }]));
}

/** Points of a grid that varies what depth buys and nothing else. */
function depthLevels({ identity, additions }: StudyManifest): DepthLevel[] {
  const design = designOf(identity.design);
  const [dimension, ...others] = design.dimensions;
  if (design.method !== 'factorial' || others.length > 0 || dimension?.parameter !== DEPTH_PARAMETER)
    return [];
  const points = new Set(
    additions.flatMap(({ points: [from, to] }) => Array.from({ length: to - from }, (_, i) => from + i)),
  );
  return [...points].sort((a, b) => a - b).map((point) => ({ point, level: pointValues(design, point)[0] }));
}

/** Territories of the study, where it keeps them: of the baseline and of as many others as the map holds. */
async function readTerritories(
  { dir, manifest, geography }: ReportStudy,
  frame: Frame,
): Promise<{ territories: TerritoryData | undefined; scenarios: readonly FrameScenario[] }> {
  const scenarios = frame.scenarios
    .filter(
      ({ name }, i) =>
        name === frame.baseline.name ||
        i < MAP_SCENARIOS - (frame.scenarios.indexOf(frame.baseline) < MAP_SCENARIOS ? 0 : 1),
    )
    .slice(0, MAP_SCENARIOS + 1);
  const hasTables = Object.keys(manifest.files).some((file) => file.startsWith('territories/'));
  if (!manifest.identity.keep.territories || !hasTables) return { territories: undefined, scenarios };
  const kept = keptTerritories(restrictGeography(geography, manifest.identity.territories));
  const territories = await territoryData(
    frame,
    scenarios,
    {
      names: kept.map(({ name }) => name),
      people: kept.map(({ population }) => population),
      layout: mapLayout(kept),
    },
    (indicators, visit) =>
      readTerritoryValues(
        dir,
        manifest,
        {
          indicators,
          scenarios: scenarios.map(({ name }) => name),
          years: frame.years,
          territories: kept.map(({ code }) => code),
          units: frame.units,
        },
        visit,
      ),
  );
  const { supply } = manifest.identity;
  return { territories: supply === undefined ? territories : { ...territories, supply }, scenarios };
}
