/** Charts of territories: the map, the spread of people over them, how many people live where things get better. */
import { CHARTS } from '../wording/charts.js';
import { TERRITORIES } from '../wording/charts-territories.js';
import type { Text } from '../wording/language.js';
import {
  amount,
  joined,
  listed,
  number,
  quantity,
  quoted,
  SEMICOLON,
  said,
  same,
  typeset,
} from '../wording/said.js';
import { bandedLine, drawn } from './bands.js';
import { type Chart, cellOf, type TableCell } from './chart.js';
import { type Frame, type FrameScenario, spreadOf } from './frame.js';
import { kebab } from './groups.js';
import { TOLERANCE_KM } from './map/fitted.js';
import { type GainsOfPeople, SHARES, type SpreadOverPeople, type TerritoryData } from './map/map-data.js';
import type { MapChoice } from './runtime/map-view.js';
import { mapPlan, mapSummary, mapTable, mapTitle } from './runtime/map-view.js';

/** Charts of the territories of a study, the map first. */
export function territoryCharts(
  frame: Frame,
  scenarios: readonly FrameScenario[],
  data: TerritoryData,
): Chart[] {
  return [
    mapChart(data, {
      indicator: 0,
      scenario: data.facts.baseline,
      year: data.facts.years.length - 1,
      difference: false,
    }),
    ...data.spreads.map((spread) => spreadChart(frame, scenarios, spread)),
    ...(frame.others.length > 0 && data.gains.length > 0 ? [gainsChart(frame, scenarios, data.gains)] : []),
  ];
}

/** The map of a choice as a chart. */
export function mapChart(data: TerritoryData, choice: MapChoice): Chart {
  const { facts, runs, supply } = data;
  const values = data.values[choice.indicator];
  const { digits } = facts.indicators[choice.indicator];
  const { headings, rows } = mapTable(facts, values, choice);
  return {
    id: 'map',
    section: 'territories',
    title: mapTitle(facts, choice),
    summary: mapSummary(facts, values, choice),
    note: said(TERRITORIES.mapNote, {
      runs,
      tolerance: TOLERANCE_KM,
      supply:
        supply === undefined
          ? TERRITORIES.supplySynthetic
          : said(TERRITORIES.supplyImported, { name: supply }),
    }),
    plan: mapPlan(facts, values, choice),
    table: {
      columns: headings.map((title, c) => ({ title, numeric: c > 0 && c < 4 })),
      rows: rows.map((row) =>
        row.map(
          (cell, c): TableCell => (typeof cell === 'number' ? cellOf(cell, c === 1 ? 0 : digits) : cell),
        ),
      ),
    },
  };
}

function spreadChart(
  frame: Frame,
  scenarios: readonly FrameScenario[],
  { indicator, quantiles }: SpreadOverPeople,
): Chart {
  const spreads = quantiles.map((shares) => shares.map(spreadOf));
  const width = spreads[0][Math.floor(SHARES.length / 2)].mean;
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(width) || 1)));
  const runs = quantiles[0][0].length;
  const words = (value: number) => amount(value, indicator, digits);
  const [tenth, ninth] = [SHARES.indexOf(0.1), SHARES.indexOf(0.9)];
  const numeric = true;
  return {
    id: `spread-${kebab(indicator.id)}`,
    section: 'territories',
    title: said(TERRITORIES.quantileTitle, {
      indicator: typeset(indicator.label),
      year: frame.last,
      unit: indicator.unit,
    }),
    summary: said(TERRITORIES.quantileSummary, {
      unit: indicator.unit,
      values: listed(
        scenarios.map(({ label }, s) =>
          said(TERRITORIES.quantileOf, {
            scenario: label,
            low: words(spreads[s][tenth].mean),
            high: words(spreads[s][ninth].mean),
          }),
        ),
      ),
    }),
    note: runs < 2 ? CHARTS.oneRun : said(TERRITORIES.quantileNote, { runs }),
    plan: {
      type: 'line',
      digits,
      data: {
        labels: SHARES.map((share) => number(share * 100, Number.isInteger(share * 100) ? 0 : 1)),
        datasets: scenarios.flatMap((scenario, s) => bandedLine(scenario, spreads[s])),
      },
      axes: { x: { type: 'category', title: TERRITORIES.quantileAxis }, y: { title: indicator.unit } },
    },
    table: {
      columns: [
        { title: CHARTS.scenario },
        ...[TERRITORIES.share, CHARTS.mean, CHARTS.low, CHARTS.lowHalf, CHARTS.highHalf, CHARTS.high].map(
          (title) => ({ title, numeric }),
        ),
      ],
      rows: scenarios.flatMap((scenario, s) =>
        spreads[s].map(({ mean, low, lowHalf, highHalf, high }, i) => [
          scenario.name,
          cellOf(SHARES[i] * 100, 1),
          ...[mean, low, lowHalf, highHalf, high].map((value) => cellOf(value, digits)),
        ]),
      ),
    },
  };
}

const KINDS = ['better', 'unclear', 'worse'] as const;

function gainsChart(
  frame: Frame,
  scenarios: readonly FrameScenario[],
  gains: readonly GainsOfPeople[],
): Chart {
  const rows = gains.flatMap(({ indicator, shares }) =>
    frame.others.flatMap((scenario) => {
      const s = scenarios.findIndex(({ name }) => name === scenario.name);
      const label: Text = said(TERRITORIES.gainsRow, {
        indicator: typeset(indicator.label),
        scenario: scenario.label,
      });
      return s < 0 ? [] : [{ label, indicator, scenario, shares: shares[s] }];
    }),
  );
  // Each indicator heads the scenarios that are told of it.
  const lines = rows.flatMap((row, r) => [
    ...(row.indicator === rows[r - 1]?.indicator ? [] : [{ label: typeset(row.indicator.label) }]),
    { label: row.scenario.label, row },
  ]);
  const percent = { unitId: 'percent', unit: same('%') };
  return {
    id: 'gains-of-people',
    section: 'territories',
    title: said(TERRITORIES.gainsTitle, { baseline: quoted(frame.baseline.label), year: frame.last }),
    summary: said(TERRITORIES.gainsSummary, {
      values: joined(
        rows.map(({ label, shares }) =>
          said(TERRITORIES.gainsOf, {
            row: label,
            better: quantity(shares.better * 100, percent, 0),
            worse: quantity(shares.worse * 100, percent, 0),
          }),
        ),
        SEMICOLON,
      ),
    }),
    note: TERRITORIES.gainsNote,
    plan: {
      type: 'bar',
      lying: true,
      digits: 1,
      aspect: Math.min(2, 16 / (lines.length + 3)),
      data: {
        labels: lines.map(({ label }) => label),
        datasets: KINDS.map((kind) => ({
          role: 'value' as const,
          label: TERRITORIES[kind],
          data: lines.map(({ row }) => (row === undefined ? null : drawn(row.shares[kind] * 100))),
          backgroundColor: `@${kind}`,
          borderColor: '@paper',
          borderWidth: 1,
          pointStyle: 'rect',
        })),
      },
      axes: {
        x: { title: TERRITORIES.percentOfPeople, stacked: true, min: 0, max: 100 },
        y: {
          type: 'category',
          rows: lines.map(({ label }) => label),
          headings: lines.flatMap(({ row }, line) => (row === undefined ? [line] : [])),
          stacked: true,
        },
      },
    },
    table: {
      columns: [
        { title: CHARTS.indicator },
        { title: CHARTS.scenario },
        ...KINDS.map((kind) => ({ title: TERRITORIES[kind], numeric: true })),
      ],
      rows: rows.map(({ indicator, scenario, shares }) => [
        typeset(indicator.label),
        scenario.name,
        ...KINDS.map((kind) => cellOf(shares[kind] * 100, 1)),
      ]),
    },
  };
}
