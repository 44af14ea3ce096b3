/** How sure: more runs, other parameters, other effects of depth. */
import type { StudyCells } from '../../sim/results/study/cells.js';
import type { StudyIndicator } from '../comparison/study.js';
import { CHARTS } from '../wording/charts.js';
import { SURE_CHARTS } from '../wording/charts-certainty.js';
import type { Text } from '../wording/language.js';
import {
  digitsOf,
  joined,
  listed,
  number,
  quantity,
  quoted,
  SEMICOLON,
  said,
  same,
  signOfDifference,
  typeset,
  unitOfDifference,
} from '../wording/said.js';
import { bandedLine, drawn } from './bands.js';
import { type Chart, cellOf } from './chart.js';
import { differenceWords, smallest } from './differences.js';
import { dotChart } from './dots.js';
import { cellsOfPoint, type Difference, differenceBetween, type Frame, frameOf } from './frame.js';
import { kebab } from './groups.js';
import { bandsOf } from './lines.js';
import { styleOf } from './style.js';

/** Indicators whose certainty is shown. */
export const SURE_INDICATORS = ['withoutMedecinTraitant', 'unmet'] as const;
/** Indicators compared at each level of the effects of depth. */
export const DEPTH_INDICATORS = ['withoutMedecinTraitant', 'delayMedian', 'unmet'] as const;
/** The parameter that scales what depth buys. */
export const DEPTH_PARAMETER = 'cpts.effect.level';

/** The mean difference as pairs of runs are added, with its intervals. */
export function convergenceChart(frame: Frame, indicator: StudyIndicator): Chart | undefined {
  const at = { indicator: indicator.id, period: frame.last };
  const all = frame.others.map((scenario) => {
    const [own, other] = frame.columns([scenario.name, frame.baseline.name], at);
    const steps = Array.from({ length: Math.max(0, own.length - 1) }, (_, i) => i + 2);
    return {
      scenario,
      differences: steps.map((n) => differenceBetween(own.slice(0, n), other.slice(0, n), indicator.better)),
    };
  });
  const most = Math.max(0, ...all.map(({ differences }) => differences.length));
  if (most < 2) return undefined;
  const final = all.map(({ scenario, differences }) => ({
    scenario,
    last: differences[differences.length - 1],
  }));
  const digits = digitsOf(
    smallest(final.map(({ last }) => last?.halfWidth ?? Number.NaN)),
    Math.max(...final.map(({ last }) => Math.abs(last?.difference ?? 0))),
  );
  const words = {
    indicator: typeset(indicator.label),
    year: frame.last,
    baseline: quoted(frame.baseline.label),
    unit: unitOfDifference(indicator),
  };
  const counts = Array.from({ length: most }, (_, i) => String(i + 2));
  return {
    id: `convergence-${kebab(indicator.id)}`,
    section: 'sure',
    title: said(SURE_CHARTS.convergenceTitle, words),
    summary: said(CHARTS.differenceSummary, {
      ...words,
      values: joined(
        final.flatMap(({ scenario, last }) =>
          last === undefined ? [] : [differenceWords(scenario.label, last, digits)],
        ),
        SEMICOLON,
      ),
    }),
    note: SURE_CHARTS.convergenceNote,
    plan: {
      type: 'line',
      digits,
      signed: true,
      zero: 'y',
      data: {
        labels: counts,
        datasets: all.flatMap(({ scenario, differences }) => bandedLine(scenario, differences.map(bandsOf))),
      },
      axes: {
        x: {
          type: 'category',
          title: frame.sampling === 'point' ? SURE_CHARTS.convergenceAxisPoints : SURE_CHARTS.convergenceAxis,
        },
        y: { title: signOfDifference(indicator, 'y') },
      },
    },
    table: {
      columns: [
        { title: CHARTS.scenario },
        ...[SURE_CHARTS.convergenceAxis, CHARTS.difference, CHARTS.low, CHARTS.high].map((title) => ({
          title,
          numeric: true,
        })),
      ],
      rows: all.flatMap(({ scenario, differences }) =>
        differences.map(({ pairs, difference, halfWidth }) => [
          scenario.name,
          cellOf(pairs, 0),
          ...[difference, difference - halfWidth, difference + halfWidth].map((value) =>
            cellOf(value, digits, true),
          ),
        ]),
      ),
    },
  };
}

/** The difference in each draw of the parameters; only of designs that sample them. */
export function drawsChart(frame: Frame, indicator: StudyIndicator): Chart | undefined {
  if (frame.sampling !== 'point' || frame.others.length === 0) return undefined;
  const all = frame.others.map((scenario) => {
    const [own, other] = frame.columns([scenario.name, frame.baseline.name], {
      indicator: indicator.id,
      period: frame.last,
    });
    return { scenario, differences: own.map((value, o) => value - other[o]).sort() };
  });
  const flat = all.flatMap(({ differences }) => [...differences]);
  if (flat.length === 0) return undefined;
  const digits = digitsOf(Math.max(...flat.map(Math.abs)) / 10, 1);
  const words = {
    indicator: typeset(indicator.label),
    year: frame.last,
    baseline: quoted(frame.baseline.label),
    unit: unitOfDifference(indicator),
  };
  const higher = (differences: Float64Array) => differences.filter((d) => d > 0).length / differences.length;
  return {
    id: `draws-${kebab(indicator.id)}`,
    section: 'sure',
    title: said(SURE_CHARTS.drawsTitle, words),
    summary: said(SURE_CHARTS.drawsSummary, {
      ...words,
      values: listed(
        all.map(({ scenario, differences }) =>
          said(SURE_CHARTS.drawsOf, {
            scenario: scenario.label,
            share: quantity(100 * higher(differences), { unitId: 'percent', unit: same('%') }, 0),
            count: differences.length,
          }),
        ),
      ),
    }),
    note: SURE_CHARTS.drawsNote,
    plan: {
      type: 'scatter',
      digits,
      signed: true,
      zero: 'y',
      data: {
        datasets: all.map(({ scenario, differences }) => {
          const { color, shape } = styleOf(scenario);
          return {
            role: 'value',
            label: scenario.label,
            scenario: scenario.name,
            data: Array.from(differences, (y, i) => ({
              x: drawn((100 * (i + 0.5)) / differences.length),
              y: drawn(y),
            })),
            backgroundColor: color,
            borderColor: color,
            borderWidth: 1,
            pointRadius: 3,
            pointStyle: shape,
          };
        }),
      },
      axes: {
        x: { title: SURE_CHARTS.drawsAxis, min: 0, max: 100 },
        y: { title: signOfDifference(indicator, 'y') },
      },
    },
    table: {
      columns: [
        { title: CHARTS.scenario },
        { title: SURE_CHARTS.draw, numeric: true },
        { title: CHARTS.difference, numeric: true },
      ],
      rows: all.flatMap(({ scenario, differences }) =>
        Array.from(differences, (value, i) => [scenario.name, cellOf(i + 1, 0), cellOf(value, digits, true)]),
      ),
    },
  };
}

/** Points of a grid over the effects of depth alone: the level of each. */
export interface DepthLevel {
  readonly point: number;
  readonly level: number;
}

/** Differences at each level of what depth buys, from nothing upwards. */
export function depthCharts(frame: Frame, cells: StudyCells, levels: readonly DepthLevel[]): Chart[] {
  const rising = [...levels].sort((a, b) => a.level - b.level || a.point - b.point);
  const frames = rising.map(({ point }) =>
    frameOf(frame.facts, cellsOfPoint(cells, point), {
      baseline: frame.baseline.name,
      placeWords: frame.placeWords,
    }),
  );
  const usual: Readonly<Record<number, Text>> = SURE_CHARTS.depthRows;
  const charts = DEPTH_INDICATORS.map((id) => {
    const indicator = frame.indicator(id);
    if (indicator === undefined || rising.length < 2) return undefined;
    return dotChart(frame, {
      id: `depth-${kebab(id)}`,
      section: 'sure',
      title: said(SURE_CHARTS.depthTitle, {
        indicator: typeset(indicator.label),
        year: frame.last,
        baseline: quoted(frame.baseline.label),
        unit: unitOfDifference(indicator),
      }),
      indicator,
      rowTitle: SURE_CHARTS.setting,
      rows: rising.map(({ level }, r) => ({
        label:
          usual[level] ??
          said(SURE_CHARTS.depthRow, { level: number(level, Number.isInteger(level) ? 0 : 2) }),
        difference: ({ name }): Difference =>
          frames[r].difference(name, { indicator: id, period: frame.last }),
      })),
    });
  });
  return charts.filter((chart) => chart !== undefined);
}
