/** The charts of a report, in the order in which they are read, and the values of the study that they need. */
import { FRANCE } from '../../sim/recorder/cells.js';
import type { Words } from '../../sim/recorder/indicator.js';
import type { CellFilter, StudyCells } from '../../sim/results/study/cells.js';
import type { ComparedCosts } from '../comparison/compare.js';
import { groupWords, type StudyFacts, type StudyIndicator } from '../comparison/study.js';
import type { Chart, Section } from './chart.js';
import { costCharts } from './costs.js';
import { COVERAGES, coverageChart, STAGES, stageCharts } from './cpts.js';
import type { Frame } from './frame.js';
import { ALD_INDICATORS, GROUP_INDICATORS, gainCharts, REGION_INDICATORS } from './groups.js';
import { instrumentsChart, MONEY_INDICATORS } from './instruments.js';
import { differenceChart, type LineSubject, levelChart } from './lines.js';
import { ALL_SECTIONS, linesOf } from './sections.js';
import {
  convergenceChart,
  DEPTH_INDICATORS,
  type DepthLevel,
  depthCharts,
  drawsChart,
  SURE_INDICATORS,
} from './sure.js';

/** Told of the worst-served tenth, whose membership is fixed at the start. */
const WORST = { group: 'worstTenth', indicators: ['aplMean', 'withoutMedecinTraitant', 'unmet'] } as const;

/** Charts of other kinds stand between its lines and those of other sections. */
const DRAWN_APART: readonly Section[] = ['coverage'];

/** What a report draws besides the usual. */
export interface ChartsAsked {
  /** Indicators asked for by name, and the formulas of the plan. */
  readonly indicators: readonly StudyIndicator[];
}

/** The cells that the charts read: France by year, everything by group and by région in the last year. */
export function cellsNeeded(facts: StudyFacts, { indicators }: ChartsAsked): CellFilter[] {
  const years = Array.from({ length: facts.to - facts.from + 1 }, (_, y) => String(facts.from + y));
  const last = [String(facts.to)];
  const here = { places: [facts.places.includes(FRANCE) ? FRANCE : facts.places[0]] };
  const all = { groups: [facts.groups.includes('all') ? 'all' : facts.groups[0]] };
  return [
    {
      ...here,
      ...all,
      periods: years,
      indicators: [
        ...new Set([
          ...linesOf(facts).flatMap(([, lines]) => lines.map(({ id }) => id)),
          ...COVERAGES,
          ...STAGES,
          'cptsAll',
          ...ALD_INDICATORS,
          ...DEPTH_INDICATORS,
          ...indicators.map(({ id }) => id),
        ]),
      ],
    },
    { ...here, groups: [WORST.group], periods: years, indicators: WORST.indicators },
    { ...here, ...all, periods: last, indicators: MONEY_INDICATORS },
    { ...here, periods: last, indicators: GROUP_INDICATORS },
    { ...all, periods: last, indicators: REGION_INDICATORS },
  ];
}

/** Several readings of one study as one; of a cell read twice, the first counts. */
export function mergedCells(readings: readonly StudyCells[]): StudyCells {
  const found = new Map<string, StudyCells['cells'][number]>();
  for (const { cells } of readings) {
    for (const cell of cells) {
      const key = JSON.stringify([cell.period, cell.place, cell.group, cell.indicator]);
      if (!found.has(key)) found.set(key, cell);
    }
  }
  return { ...readings[0], cells: [...found.values()] };
}

export interface ChartSources {
  readonly frame: Frame;
  readonly cells: StudyCells;
  readonly asked: ChartsAsked;
  readonly regions: ReadonlyMap<string, Words>;
  readonly costs: ComparedCosts | undefined;
  readonly depth: readonly DepthLevel[];
  readonly territories: readonly Chart[];
}

/** Every chart that the study allows, in the order of the report. */
export function chartsOf({ frame, cells, asked, regions, costs, depth, territories }: ChartSources): Chart[] {
  const pair = (subject: LineSubject) => [levelChart(frame, subject), differenceChart(frame, subject)];
  const lines = new Map(
    linesOf(frame.facts).map(([section, indicators]) => [
      section,
      indicators
        .filter(({ id }) => frame.has({ indicator: id, period: frame.last }))
        .flatMap((indicator) => pair({ section, indicator })),
    ]),
  );
  const own = ALL_SECTIONS.filter((section) => !DRAWN_APART.includes(section));
  const worst = WORST.indicators.flatMap((id) => {
    const indicator = frame.indicator(id);
    const { group } = WORST;
    return indicator === undefined || !frame.has({ indicator: id, period: frame.last, group })
      ? []
      : pair({ section: 'worst', indicator, group, of: groupWords(group) });
  });
  const sure = SURE_INDICATORS.flatMap((id) => {
    const indicator = frame.indicator(id);
    if (indicator === undefined || !frame.has({ indicator: id, period: frame.last })) return [];
    return [convergenceChart(frame, indicator), drawsChart(frame, indicator)];
  });
  const charts: (Chart | undefined)[] = [
    coverageChart(frame),
    ...(lines.get('coverage') ?? []),
    ...stageCharts(frame),
    ...own.flatMap((section) => lines.get(section) ?? []),
    instrumentsChart(frame),
    ...asked.indicators.flatMap((indicator) => pair({ section: 'asked', indicator })),
    ...territories,
    ...worst,
    ...gainCharts(frame, regions),
    ...costCharts(frame, costs),
    ...sure,
    ...depthCharts(frame, cells, depth),
  ];
  return charts.filter((chart) => chart !== undefined);
}
