/** Lines over the years with their bands, as datasets of a chart. */
import type { FrameScenario } from './frame.js';
import type { PlanDataset } from './runtime/drawable.js';
import { faint, styleOf } from './style.js';

/** Values by year: a mean, and the edges of the 50 % and of the 95 % band. */
export interface Banded {
  readonly mean: number;
  readonly low: number;
  readonly lowHalf: number;
  readonly highHalf: number;
  readonly high: number;
}

/** What is drawn last has the lowest order. */
const ORDER = { band: 100, line: 50 };
/** Years between two shapes on a line, counted from the last. */
const MARKED = 3;

function markAt(fromLast: number): number {
  if (fromLast === 0) return 4.5;
  return fromLast % MARKED === 0 ? 3 : 0;
}

const OPACITY = { whole: 14, half: 24 };

/** Five datasets: two bands by their edges, then the line. */
export function bandedLine(scenario: FrameScenario, values: readonly Banded[]): PlanDataset[] {
  const { color, dash, shape } = styleOf(scenario);
  const edge = (pick: (value: Banded) => number, fill: string | false, share: number): PlanDataset => ({
    role: 'band',
    scenario: scenario.name,
    order: ORDER.band,
    data: values.map((value) => drawn(pick(value))),
    borderWidth: 0,
    pointRadius: 0,
    fill,
    backgroundColor: faint(color, share),
  });
  const hasBand = values.some(({ low }) => Number.isFinite(low));
  const bands = hasBand
    ? [
        edge(({ low }) => low, false, OPACITY.whole),
        edge(({ high }) => high, '-1', OPACITY.whole),
        edge(({ lowHalf }) => lowHalf, false, OPACITY.half),
        edge(({ highHalf }) => highHalf, '-1', OPACITY.half),
      ]
    : [];
  return [
    ...bands,
    {
      role: 'value',
      label: scenario.label,
      scenario: scenario.name,
      // The first scenario lies under the dashes of the others.
      order: ORDER.line - scenario.rank,
      data: values.map(({ mean }) => drawn(mean)),
      low: values.map(({ low }) => drawn(low)),
      high: values.map(({ high }) => drawn(high)),
      borderColor: color,
      backgroundColor: color,
      borderWidth: 2.2,
      borderDash: dash,
      pointStyle: shape,
      pointRadius: values.map((_, i) => markAt(values.length - 1 - i)),
      fill: false,
    },
  ];
}

/** Significant digits kept of what is drawn: more than a screen can show, fewer than take room. */
const DIGITS = 8;

/** A number of the plan of a chart; null where there is none. */
export function drawn(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null;
}
