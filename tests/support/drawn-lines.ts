/** Charts of lines, areas and rows of dots, beside what `maillage query` answers. */
import type { Chart } from '../../analysis/charts/chart.js';
import type { PlanDataset } from '../../analysis/charts/runtime/drawable.js';
import { MORE_CHARTS } from '../../analysis/wording/charts-groups.js';
import { GROUPS } from '../../sim/recorder/cells.js';
import { INDICATORS } from '../../sim/recorder/dictionary.js';
import { at, type Dot, datasetOf, type Held, indicatorOf, type Kind, LAST, type Pair } from './drawn.js';
import { FIRST, OTHER, TWIN } from './report-study.js';
import { context } from './studies.js';
import type { Answer, Cell } from './study-answers.js';

/** Scenario and year of three points of a line. */
const THREE = [
  [FIRST, 2013],
  [TWIN, 2015],
  [OTHER, 2017],
] as const;

/** A point of a line with the ends of its band. */
const ofLine = (dataset: PlanDataset, place: number, { mean, low, high }: Answer): Pair[] => [
  [at(dataset.data, place), mean],
  [at(dataset.low, place), low],
  [at(dataset.high, place), high],
];

/** Three rows of a chart of dots, from its first to its last. */
function ofDots(
  { plan }: Chart,
  cellOf: (label: string) => Omit<Cell, 'scenario'>,
  { answers }: Held,
): Pair[] {
  const { rows = [], headings = [] } = plan.axes.y;
  const lines = rows.map((_, line) => line).filter((line) => !headings.includes(line));
  return [lines[0], lines[lines.length >> 1], lines[lines.length - 1]].flatMap((line): Pair[] => {
    const dots = datasetOf(plan, OTHER).data as unknown as readonly Dot[];
    const dot = dots.find(({ y }) => Math.round(y - 0.01) === line);
    const { mean, low, high } = answers.difference({
      scenario: OTHER,
      ...cellOf((rows[line] as { en: string }).en),
    });
    return [
      [dot?.x, mean],
      [dot?.lowX, low],
      [dot?.highX, high],
    ];
  });
}

const groupOf = (label: string) =>
  Object.entries({ ...GROUPS, ...MORE_CHARTS.shortGroups }).find(([, { en }]) => en === label)?.[0] ??
  Object.entries(GROUPS).find(([, { en }]) => en === label)?.[0] ??
  '';
const regionOf = (label: string) =>
  context()
    .catalogue.domains.get('region')
    ?.members.find(({ en }) => en === label)?.id ?? '';
const PEOPLE_ROWS: Readonly<Record<string, Omit<Cell, 'scenario' | 'period'>>> = {
  'everybody of 17 and over': { indicator: 'withoutMedecinTraitant' },
  'of 17 and over with a low income': { indicator: 'withoutMedecinTraitant', group: 'lowIncome' },
  'of 17 and over with a long-term condition (ALD)': { indicator: 'aldWithoutMedecinTraitant' },
};
const DEPTH_ROWS = ['no effect of depth (× 0)', 'central assumption (× 1)', 'high (× 2)'];

export const LINES_AND_ROWS: readonly Kind[] = [
  [
    /^(worst-tenth-)?(.+)-level$/,
    ({ plan }, { answers }, [, worst, id]) =>
      THREE.flatMap(([scenario, year]) => {
        const cell = { scenario, period: String(year), indicator: indicatorOf(id).id };
        const answer = answers.level(worst === undefined ? cell : { ...cell, group: 'worstTenth' });
        return ofLine(datasetOf(plan, scenario), year - 2013, answer);
      }),
  ],
  [
    /^(worst-tenth-)?(.+)-difference$/,
    ({ plan }, { answers }, [, worst, id]) =>
      [2013, 2015, 2017].flatMap((year) => {
        const cell = { scenario: OTHER, period: String(year), indicator: indicatorOf(id).id };
        const answer = answers.difference(worst === undefined ? cell : { ...cell, group: 'worstTenth' });
        return ofLine(datasetOf(plan, OTHER), year - 2013, answer);
      }),
  ],
  [
    /^cpts-signed-and-effective$/,
    ({ plan }, { answers }) =>
      [
        ['signed', 'cptsCoverage'],
        ['effective', 'cptsEffectiveCoverage'],
      ].flatMap(([label, indicator]) =>
        THREE.flatMap(([scenario, year]) =>
          ofLine(
            datasetOf(plan, scenario, label),
            year - 2013,
            answers.level({ scenario, period: String(year), indicator }),
          ),
        ),
      ),
  ],
  [
    /^stages-(.+)$/,
    ({ plan }, { answers }, [, scenario]) => {
      const stages = { signed: 'cptsSigned', writing: 'cptsWriting', 'pre-project': 'cptsPreProject' };
      return Object.entries(stages).map(([label, indicator], i): Pair => {
        const area = plan.data.datasets.find(
          (one) => (one.label as { en: string } | undefined)?.en === label,
        );
        return [
          at(area?.data, 2 * i),
          answers.level({ scenario, period: String(2013 + 2 * i), indicator }).mean,
        ];
      });
    },
  ],
  [
    /^money-by-instrument$/,
    (chart, held) =>
      ofDots(
        chart,
        (label) => ({
          period: LAST,
          indicator: INDICATORS.find((one) => one.label.en.replaceAll("'", '’') === label)?.id ?? '',
        }),
        held,
      ),
  ],
  [
    /^groups-people$/,
    (chart, held) => ofDots(chart, (label) => ({ period: LAST, ...PEOPLE_ROWS[label] }), held),
  ],
  [
    /^groups-(.+)$/,
    (chart, held, [, id]) =>
      ofDots(
        chart,
        (label) => ({ period: LAST, indicator: indicatorOf(id).id, group: groupOf(label) }),
        held,
      ),
  ],
  [
    /^regions-(.+)$/,
    (chart, held, [, id]) =>
      ofDots(
        chart,
        (label) => ({ period: LAST, indicator: indicatorOf(id).id, place: regionOf(label) }),
        held,
      ),
  ],
  [
    /^depth-(.+)$/,
    (chart, held, [, id]) =>
      ofDots(
        chart,
        (label) => ({ period: LAST, indicator: indicatorOf(id).id, point: DEPTH_ROWS.indexOf(label) }),
        held,
      ),
  ],
];
