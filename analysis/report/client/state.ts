/** What the reader of the page has chosen, and the charts that are drawn. */
import type { Look, Plan } from '../../charts/runtime/drawable.js';
import type { PaintCanvas, Tools } from '../../charts/runtime/paint.js';
import type { ThemeName } from '../../charts/runtime/theme.js';
import type { Language, Text } from '../../charts/runtime/tree.js';

/** A chart as it travels in the page. */
export interface PageChart {
  readonly id: string;
  readonly title: Text;
  readonly note: Text;
  readonly plan: Plan;
  /** The data of the chart; the map has its own. */
  readonly table?: PageTable;
}

export interface PageTable {
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly (string | number | Text | null)[])[];
}

export interface DrawnChart {
  resize(width: number, height: number): void;
  destroy(): void;
}

/** Chart.js, which stands in the page before this script. */
declare const Chart: new (canvas: never, configuration: never) => DrawnChart;

export interface PageState {
  readonly language: Language;
  readonly theme: ThemeName;
  readonly hidden: readonly string[];
  /** Told under pictures: which study. */
  readonly source: string;
  readonly charts: Map<string, PageChart>;
  readonly drawn: Map<string, DrawnChart>;
}

/** Px of the screen under which the page is a phone's. */
const NARROW = 560;
const LETTERS = { narrow: 12, wide: 13, paper: 18 } as const;
/** Px beyond which a chart would be taller than it needs. */
const BROAD = 800;
const ASPECT = { narrow: 1.15, wide: 1.75, broad: 2.4 } as const;
/** Lines of letters that a legend may take under a map. */
const LEGEND_LINES = { narrow: 5, wide: 3 } as const;
const LEAST_HEIGHT = 220;
/** Px of a row, whose name takes up to three lines on a phone. */
const ROW_HEIGHT = { narrow: 50, wide: 32 } as const;

/** Language, theme and size of drawings now. */
export function lookOf({ language, theme, hidden }: PageState, width: number): Look {
  const narrow = width < NARROW;
  // Paper takes two charts side by side at half their size on a screen.
  const size = document.documentElement.dataset.printing === 'yes' ? 'paper' : narrow ? 'narrow' : 'wide';
  return { language, theme, hidden, narrow, letters: LETTERS[size] };
}

/** Height in px of a chart of this width. */
export function heightOf(plan: Plan, width: number): number {
  const size = width < NARROW ? 'narrow' : 'wide';
  const legend = plan.land === undefined ? 0 : LEGEND_LINES[size] * LETTERS[size] * 1.6;
  const usual = width > BROAD ? ASPECT.broad : ASPECT[size];
  const tall =
    plan.aspect === undefined ? usual : Math.min(usual, size === 'narrow' ? plan.aspect * 0.62 : plan.aspect);
  const aspect = plan.land === undefined ? tall : (plan.aspect ?? usual);
  const rows = (plan.axes.y.rows?.length ?? 0) * ROW_HEIGHT[size];
  return Math.max(LEAST_HEIGHT, rows + ROW_HEIGHT.narrow * 2, Math.round(width / aspect + legend));
}

/** A new chart of Chart.js. */
export function made(canvas: HTMLCanvasElement, configuration: Record<string, unknown>): DrawnChart {
  return new Chart(canvas as never, configuration as never);
}

/** What pictures are painted with. */
export const PAINTERS: Tools = {
  canvas: (width, height) => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    return canvas as unknown as PaintCanvas;
  },
  Chart,
};
