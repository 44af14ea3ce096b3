/** From the plan of a chart to what Chart.js draws: one language, one theme, one size. */
import { cut, localeOf, shown } from './formats.js';
import {
  cornerWords,
  type Inset,
  intervals,
  landUnder,
  type Ring,
  rowStripes,
  sameScale,
  zeroLine,
} from './marks.js';
import { coloured, THEMES, type ThemeName } from './theme.js';
import { type Language, localized, type Tree } from './tree.js';

/** A chart as plain data. */
export interface Plan {
  readonly type: 'line' | 'scatter' | 'bar';
  readonly data: { readonly labels?: readonly Tree[]; readonly datasets: readonly PlanDataset[] };
  readonly axes: { readonly x: PlanAxis; readonly y: PlanAxis };
  /** Decimals of values in tooltips. */
  readonly digits: number;
  /** Values are differences, shown with their sign. */
  readonly signed?: boolean;
  /** Axes along which nil is marked. */
  readonly zero?: 'x' | 'y' | 'xy';
  /** What the corners of a plane mean: upper left, upper right, lower left, lower right. */
  readonly corners?: readonly Tree[];
  /** Width over height; charts of many rows are taller. */
  readonly aspect?: number;
  /** Bars lie. */
  readonly lying?: boolean;
  readonly land?: { readonly rings: readonly Ring[]; readonly insets: readonly Inset[] };
}

export interface PlanDataset {
  readonly [key: string]: Tree;
  readonly label?: Tree;
  /** Scenario whose box hides it. */
  readonly scenario?: string;
  /** `band`: an edge of a band, neither in the legend nor in tooltips. */
  readonly role?: 'value' | 'band';
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
  readonly data: readonly Tree[];
}

export interface PlanAxis {
  readonly title?: Tree;
  /** Whole positions and their names, of an axis of rows. */
  readonly rows?: readonly Tree[];
  readonly type?: 'linear' | 'category';
  readonly stacked?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly reverse?: boolean;
  /** Positions of rows that head the rows after them and hold no mark. */
  readonly headings?: readonly number[];
  readonly hidden?: boolean;
}

export interface Look {
  readonly language: Language;
  readonly theme: ThemeName;
  /** Letters in px; lines and points grow with them. */
  readonly letters: number;
  /** Width in px below which long labels are cut. */
  readonly narrow: boolean;
  /** Scenarios whose box is not ticked. */
  readonly hidden?: readonly string[];
}

/** Letters of the size for which the widths of lines are given. */
const USUAL_LETTERS = 13;
/** Bubbles of a map keep their share of it on a narrow screen. */
const SMALL_BUBBLES = 0.55;
/** Share of the values left free above and below them, for the words in the corners of a plane. */
const CORNER_ROOM = '12%';
/** Letters of a label of a row: on a narrow screen, elsewhere. */
const ROW_LETTERS = { narrow: 18, wide: 30 } as const;
/** Letters of a line of the title of an axis. */
const TITLE_LETTERS = { narrow: { x: 40, y: 26 }, wide: { x: 110, y: 36 } } as const;

/** A configuration of Chart.js; plugins that need functions are added to plain data here. */
export function drawable(plan: Plan, look: Look): Record<string, unknown> {
  const theme = THEMES[look.theme];
  const size = look.letters / USUAL_LETTERS;
  const words = (tree: Tree) => coloured(localized(tree, look.language), theme);
  const datasets = (words(plan.data.datasets as Tree) as readonly PlanDataset[]).map((dataset) =>
    scaled(dataset, size, look, plan.land !== undefined && look.narrow ? SMALL_BUBBLES : 1),
  );
  const shownOnes = datasets.filter((dataset) => dataset.role !== 'band' && dataset.label !== undefined);
  return {
    type: plan.type,
    data: { labels: words(plan.data.labels as Tree), datasets },
    options: {
      locale: localeOf(look.language),
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      indexAxis: plan.lying ? 'y' : 'x',
      color: theme.ink,
      font: fontOf(look),
      interaction: { mode: plan.type === 'line' ? 'index' : 'nearest', intersect: plan.type !== 'line' },
      scales: {
        x: { ...axisOf(plan.axes.x, 'x', words, look), ...reach(plan.data.datasets, 'X') },
        y: {
          ...axisOf(plan.axes.y, 'y', words, look, plan.corners === undefined ? undefined : CORNER_ROOM),
          ...reach(plan.data.datasets, 'Y'),
        },
      },
      plugins: {
        legend: {
          display: shownOnes.length > 1,
          position: 'bottom',
          // Boxes of the page hide scenarios in all charts at once, by keyboard too.
          onClick: () => undefined,
          labels: {
            filter: (item: { datasetIndex: number }) =>
              datasets[item.datasetIndex].role !== 'band' && datasets[item.datasetIndex].label !== undefined,
            sort: (a: { datasetIndex: number }, b: { datasetIndex: number }) =>
              a.datasetIndex - b.datasetIndex,
            color: theme.ink,
            font: fontOf(look),
            usePointStyle: true,
            pointStyleWidth: look.letters * 0.9,
            boxHeight: look.letters * 0.6,
          },
        },
        tooltip: tooltipOf(plan, datasets, look),
      },
    },
    plugins: [
      ...(plan.land === undefined
        ? []
        : [
            sameScale,
            landUnder(
              plan.land.rings,
              words(plan.land.insets as unknown as Tree) as unknown as readonly Inset[],
              theme,
              look.letters * 0.85,
            ),
          ]),
      ...(plan.axes.y.rows === undefined || plan.lying ? [] : [rowStripes(plan.axes.y.rows.length, theme)]),
      ...(plan.zero === undefined ? [] : [zeroLine(plan.zero, theme)]),
      ...(plan.corners === undefined
        ? []
        : [
            cornerWords(
              words(plan.corners as Tree) as readonly string[],
              theme,
              look.letters * (look.narrow ? 0.8 : 0.9),
            ),
          ]),
      intervals,
    ],
  };
}

/** Lines and points that keep their proportion to letters, hidden where the box of the scenario is empty. */
function scaled(dataset: PlanDataset, size: number, { hidden = [] }: Look, bubble: number): PlanDataset {
  const grown = Object.fromEntries(
    ['borderWidth', 'pointRadius', 'radius'].flatMap((key): [string, Tree][] => {
      const value = dataset[key];
      if (typeof value === 'number') return [[key, value * size]];
      return Array.isArray(value) ? [[key, value.map((one) => (one as number) * size * bubble)]] : [];
    }),
  );
  const dash = Array.isArray(dataset.borderDash)
    ? { borderDash: dataset.borderDash.map((one) => (one as number) * size) }
    : {};
  const off = dataset.scenario !== undefined && hidden.includes(dataset.scenario);
  return { ...dataset, ...grown, ...dash, hidden: off };
}

/** Room for the intervals of the points, of which Chart.js knows nothing. */
function reach(datasets: readonly PlanDataset[], side: 'X' | 'Y'): object {
  const ends = datasets
    .filter(({ interval }) => interval !== undefined)
    .flatMap(({ data }) => data as readonly Readonly<Record<string, number | undefined>>[])
    .flatMap((point) => [point[`low${side}`], point[`high${side}`]])
    .filter((end) => typeof end === 'number');
  return ends.length === 0 ? {} : { suggestedMin: Math.min(...ends), suggestedMax: Math.max(...ends) };
}

function fontOf({ letters }: Look) {
  return { family: '"Source Sans 3", sans-serif', size: letters };
}

function axisOf(
  axis: PlanAxis,
  side: 'x' | 'y',
  words: (tree: Tree) => Tree,
  look: Look,
  grace?: string,
): object {
  const theme = THEMES[look.theme];
  const rows = words(axis.rows as Tree) as readonly string[] | undefined;
  const title = words(axis.title) as string | undefined;
  const letters = look.narrow ? ROW_LETTERS.narrow : ROW_LETTERS.wide;
  return {
    display: axis.hidden !== true,
    ...(axis.type === undefined ? {} : { type: axis.type }),
    // Room for the words in the corners.
    ...(grace === undefined ? {} : { grace }),
    stacked: axis.stacked ?? false,
    reverse: axis.reverse ?? false,
    ...(axis.min === undefined ? {} : { min: axis.min }),
    ...(axis.max === undefined ? {} : { max: axis.max }),
    grid: { color: theme.grid, display: rows === undefined },
    border: { color: theme.grid },
    title: {
      display: title !== undefined,
      text: title === undefined ? title : cut(title, TITLE_LETTERS[look.narrow ? 'narrow' : 'wide'][side]),
      color: theme.muted,
      font: fontOf(look),
    },
    ...(rows === undefined || axis.type === 'category'
      ? {}
      : {
          afterBuildTicks: (built: { ticks: { value: number }[] }) => {
            built.ticks = rows.map((_, value) => ({ value }));
          },
        }),
    ticks: {
      color: theme.muted,
      font: fontOf(look),
      maxRotation: 0,
      // Nil has no sign.
      ...(rows === undefined ? { format: { signDisplay: 'negative' } } : {}),
      ...(rows === undefined
        ? {}
        : {
            autoSkip: false,
            color: theme.ink,
            font: ({ tick }: { readonly tick?: { readonly value: number } }) => ({
              ...fontOf(look),
              ...(axis.headings?.includes(tick?.value ?? Number.NaN) ? { weight: 600 } : {}),
            }),
            callback: (value: number) => (rows[value] === undefined ? '' : cut(rows[value], letters)),
          }),
    },
  };
}

/** `liberal: 12.5 (12.4 – 12.6)` */
function tooltipOf(plan: Plan, datasets: readonly PlanDataset[], look: Look): object {
  const { language } = look;
  const text = (value: number) => shown(value, language, plan.digits, plan.signed);
  return {
    filter: (item: { datasetIndex: number }) => datasets[item.datasetIndex].role !== 'band',
    titleFont: fontOf(look),
    bodyFont: fontOf(look),
    callbacks: {
      label: ({ datasetIndex, dataIndex, raw, parsed }: TooltipItem) => {
        const { label, low, high } = datasets[datasetIndex];
        const point = (typeof raw === 'object' && raw !== null ? raw : {}) as Readonly<
          Record<string, unknown>
        >;
        if (typeof point.say === 'string') return point.say;
        const value = plan.lying || point.lowX !== undefined ? parsed.x : parsed.y;
        const from = (point.lowX ?? point.lowY ?? low?.[dataIndex]) as number | null | undefined;
        const to = (point.highX ?? point.highY ?? high?.[dataIndex]) as number | null | undefined;
        const range =
          typeof from === 'number' && typeof to === 'number' ? ` (${text(from)} – ${text(to)})` : '';
        return `${String(label ?? '')}${language === 'fr' ? '\u00a0: ' : ': '}${text(value)}${range}`;
      },
    },
  };
}

interface TooltipItem {
  readonly datasetIndex: number;
  readonly dataIndex: number;
  readonly raw: unknown;
  readonly parsed: { readonly x: number; readonly y: number };
}
