/** The cost-effectiveness plane, pair by pair, and the frontier through the means. */
import type { ComparedCosts } from '../comparison/compare.js';
import type { CostedOption } from '../comparison/costs.js';
import { CHARTS } from '../wording/charts.js';
import { COST_CHARTS } from '../wording/charts-certainty.js';
import type { Text } from '../wording/language.js';
import {
  differenceOf,
  digitsOf,
  joined,
  quantity,
  quoted,
  SEMICOLON,
  said,
  same,
  typeset,
} from '../wording/said.js';
import { drawn } from './bands.js';
import { type Chart, cellOf } from './chart.js';
import { smallest } from './differences.js';
import type { Frame, FrameScenario } from './frame.js';
import type { PlanDataset } from './runtime/drawable.js';
import { styleOf } from './style.js';

/** Charts of the costs of a comparison; none where no scenario is compared with the baseline. */
export function costCharts(frame: Frame, costs: ComparedCosts | undefined): Chart[] {
  if (costs === undefined || frame.others.length === 0) return [];
  return [planeChart(frame, costs), frontierChart(frame, costs)];
}

/** Upper left, upper right, lower left, lower right. */
const { dearerAndWorse, dearerAndBetter, cheaperAndWorse, cheaperAndBetter } = COST_CHARTS.corners;
const CORNERS = [dearerAndWorse, dearerAndBetter, cheaperAndWorse, cheaperAndBetter];

interface Pairs {
  readonly scenario: FrameScenario;
  readonly option: CostedOption;
  readonly cost: Float64Array;
  readonly gain: Float64Array;
}

/** Increments of each other scenario, on the units that all scenarios share. */
function pairsOf(frame: Frame, { pair, options }: ComparedCosts): Pairs[] {
  const names = [frame.baseline.name, ...frame.others.map(({ name }) => name)];
  const cost = frame.columns(names, { indicator: pair.cost.id, period: frame.last });
  const effect = frame.columns(names, { indicator: pair.effect.id, period: frame.last });
  const sign = pair.effect.better === 'less' ? -1 : 1;
  return frame.others.flatMap((scenario, i) => {
    const option = options.find((one) => one.scenario === scenario.name);
    if (option === undefined) return [];
    return [
      {
        scenario,
        option,
        cost: cost[i + 1].map((value, o) => value - cost[0][o]),
        gain: effect[i + 1].map((value, o) => sign * (value - effect[0][o])),
      },
    ];
  });
}

function axesOf({ pair }: ComparedCosts) {
  const { cost, effect } = pair;
  const words = { effect: typeset(effect.label), unit: effect.unit };
  return {
    x: { title: said(effect.better === 'less' ? COST_CHARTS.gainLess : COST_CHARTS.gainMore, words) },
    y: { title: said(COST_CHARTS.cost, { cost: typeset(cost.label), unit: cost.unit }) },
  };
}

function planeChart(frame: Frame, costs: ComparedCosts): Chart {
  const pairs = pairsOf(frame, costs);
  const share = (value: number) => quantity(value * 100, { unitId: 'percent', unit: same('%') }, 0);
  return {
    id: 'cost-plane',
    section: 'cost',
    title: said(COST_CHARTS.planeTitle, { baseline: quoted(frame.baseline.label), year: frame.last }),
    summary: joined(
      pairs.map(({ scenario, option: { increment } }) =>
        said(COST_CHARTS.quadrant, {
          scenario: scenario.label,
          a: share(increment?.quadrants.dearerAndBetter ?? 0),
          b: share(increment?.quadrants.cheaperAndBetter ?? 0),
          c: share(increment?.quadrants.cheaperAndWorse ?? 0),
          d: share(increment?.quadrants.dearerAndWorse ?? 0),
        }),
      ),
      '. ',
    ),
    note: said(COST_CHARTS.planeNote, { runs: costs.observations }),
    plan: {
      type: 'scatter',
      digits: 1,
      signed: true,
      zero: 'xy',
      corners: CORNERS,
      data: {
        datasets: pairs.map(({ scenario, cost, gain }) => {
          const { color, shape } = styleOf(scenario);
          return {
            role: 'value',
            label: scenario.label,
            scenario: scenario.name,
            data: Array.from(cost, (value, o) => ({ x: drawn(gain[o]), y: drawn(value) })),
            backgroundColor: `${color}/55`,
            borderColor: color,
            borderWidth: 1,
            pointRadius: 4,
            pointStyle: shape,
          };
        }),
      },
      axes: axesOf(costs),
    },
    table: {
      columns: [
        { title: CHARTS.scenario },
        { title: COST_CHARTS.gain, numeric: true },
        { title: COST_CHARTS.moreCost, numeric: true },
      ],
      rows: pairs.flatMap(({ scenario, cost, gain }) =>
        Array.from(cost, (value, o) => [scenario.name, cellOf(gain[o], 1, true), cellOf(value, 3, true)]),
      ),
    },
  };
}

function frontierChart(frame: Frame, costs: ComparedCosts): Chart {
  const pairs = pairsOf(frame, costs);
  const [reference] = costs.options;
  const mark = (scenario: FrameScenario) => {
    const { color, shape } = styleOf(scenario);
    return {
      role: 'value' as const,
      label: scenario.label,
      scenario: scenario.name,
      backgroundColor: color,
      borderColor: color,
      borderWidth: 2,
      pointRadius: 6,
      pointStyle: shape,
    };
  };
  const onFrontier = [
    ...(reference.standing === 'frontier' ? [{ x: 0, y: 0 }] : []),
    ...pairs
      .filter(({ option }) => option.standing === 'frontier')
      .map(({ option: { increment } }) => ({
        x: drawn(increment?.gain.mean ?? 0),
        y: drawn(increment?.cost.mean ?? 0),
      })),
  ].sort((a, b) => (a.x ?? 0) - (b.x ?? 0));
  return {
    id: 'cost-frontier',
    section: 'cost',
    title: said(COST_CHARTS.frontierTitle, { baseline: quoted(frame.baseline.label), year: frame.last }),
    summary: said(COST_CHARTS.frontierSummary, {
      values: joined(
        [
          said(COST_CHARTS.baselineOf, {
            scenario: frame.baseline.label,
            standing: COST_CHARTS.standings[reference.standing],
          }),
          ...pairs.map((one) => optionWords(one, costs)),
        ],
        SEMICOLON,
      ),
    }),
    note: costs.observations < 2 ? CHARTS.oneRun : COST_CHARTS.frontierNote,
    plan: {
      type: 'scatter',
      digits: 1,
      signed: true,
      zero: 'xy',
      corners: CORNERS,
      data: {
        datasets: [
          ...(onFrontier.length < 2 ? [] : [joining(onFrontier)]),
          { ...mark(frame.baseline), data: [{ x: 0, y: 0 }] },
          ...pairs.map(({ scenario, option: { increment } }) => ({
            ...mark(scenario),
            interval: 'xy',
            data: [
              {
                x: drawn(increment?.gain.mean ?? Number.NaN),
                y: drawn(increment?.cost.mean ?? Number.NaN),
                ...ends('X', increment?.gain),
                ...ends('Y', increment?.cost),
              },
            ],
          })),
        ],
      },
      axes: axesOf(costs),
    },
    table: {
      columns: [
        { title: CHARTS.scenario },
        ...[COST_CHARTS.gain, CHARTS.low, CHARTS.high, COST_CHARTS.moreCost, CHARTS.low, CHARTS.high].map(
          (title) => ({ title, numeric: true }),
        ),
        { title: COST_CHARTS.standing },
      ],
      rows: pairs.map(({ scenario, option: { increment, standing } }) => [
        scenario.name,
        ...[increment?.gain, increment?.cost].flatMap((one, i) => {
          const { mean = Number.NaN, halfWidth = Number.NaN } = one ?? {};
          return [mean, mean - halfWidth, mean + halfWidth].map((value) =>
            cellOf(value, i === 0 ? 0 : 2, true),
          );
        }),
        COST_CHARTS.standings[standing],
      ]),
    },
  };
}

/** The line through the options on the frontier. */
function joining(data: readonly { readonly x: number | null; readonly y: number | null }[]): PlanDataset {
  return {
    role: 'value',
    label: COST_CHARTS.frontier,
    data,
    showLine: true,
    borderColor: '@muted',
    backgroundColor: '@muted',
    borderWidth: 1.6,
    borderDash: [6, 4],
    pointRadius: 0,
    pointStyle: 'line',
  };
}

interface MeanInterval {
  readonly mean: number;
  readonly halfWidth: number;
}

/** Ends of an interval along an axis; nothing where there is none. */
function ends(axis: 'X' | 'Y', interval: MeanInterval | undefined): Record<string, number | null> {
  if (interval === undefined || Number.isNaN(interval.halfWidth)) return {};
  const { mean, halfWidth } = interval;
  return { [`low${axis}`]: drawn(mean - halfWidth), [`high${axis}`]: drawn(mean + halfWidth) };
}

function optionWords({ scenario, option: { increment, standing } }: Pairs, { pair }: ComparedCosts): Text {
  const words = (interval: MeanInterval | undefined, indicator: typeof pair.cost) => {
    const { mean = Number.NaN, halfWidth = Number.NaN } = interval ?? {};
    const value = differenceOf(mean, indicator, digitsOf(smallest([halfWidth]), mean));
    // NaN: without an interval nothing is excluded.
    return Math.abs(mean) > halfWidth ? value : said(COST_CHARTS.unclear, { value });
  };
  return said(COST_CHARTS.optionOf, {
    scenario: scenario.label,
    cost: words(increment?.cost, pair.cost),
    gain: words(increment?.gain, pair.effect),
    standing: COST_CHARTS.standings[standing],
  });
}
