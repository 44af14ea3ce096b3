/** CPTS: how many at each stage, and how many people they cover on paper and in effect. */
import { CHARTS } from '../wording/charts.js';
import { MORE_CHARTS } from '../wording/charts-groups.js';
import { digitsOf, listed, number, quantity, said } from '../wording/said.js';
import { bandedLine, drawn } from './bands.js';
import { type Chart, cellOf } from './chart.js';
import type { Frame, FrameScenario } from './frame.js';
import type { PlanDataset } from './runtime/drawable.js';

export const STAGES = ['cptsPreProject', 'cptsWriting', 'cptsNegotiating', 'cptsSigned'] as const;
export const COVERAGES = ['cptsCoverage', 'cptsEffectiveCoverage'] as const;
const ALL_STAGES = 'cptsAll';
const SIGNED_FIRST = [...STAGES].reverse();

/** One chart of stacked areas a scenario, all to the same height. */
export function stageCharts(frame: Frame): Chart[] {
  if (![...STAGES, ALL_STAGES].every((id) => frame.has({ indicator: id, period: frame.last }))) return [];
  const tops = frame.scenarios.flatMap(({ name }) =>
    frame.years.flatMap((year) => {
      const { mean, high } = frame.spread(name, { indicator: ALL_STAGES, period: String(year) });
      return [mean, high].filter(Number.isFinite);
    }),
  );
  const top = Math.ceil(Math.max(...tops) / 100) * 100;
  return frame.scenarios.map((scenario) => stageChart(frame, scenario, top));
}

function stageChart(frame: Frame, scenario: FrameScenario, top: number): Chart {
  const spreads = (indicator: string) =>
    frame.years.map((year) => frame.spread(scenario.name, { indicator, period: String(year) }));
  const stages = SIGNED_FIRST.map((id) => ({ id, name: MORE_CHARTS.stageNames[id], spreads: spreads(id) }));
  const total = spreads(ALL_STAGES);
  const last = frame.years.length - 1;
  const runs = total[last].observations;
  const edge = (pick: (one: (typeof total)[number]) => number): PlanDataset => ({
    role: 'band',
    order: -1,
    data: total.map((one) => drawn(pick(one))),
    borderColor: '@ink',
    borderWidth: 1.2,
    borderDash: [5, 3],
    pointRadius: 0,
    fill: false,
    // Its own stack: the edges are of all stages, not upon them.
    stack: pick === high ? 'high' : 'low',
  });
  const low = (one: (typeof total)[number]) => one.low;
  const high = (one: (typeof total)[number]) => one.high;
  return {
    id: `stages-${scenario.name}`,
    section: 'coverage',
    title: said(MORE_CHARTS.stagesTitle, { scenario: scenario.label }),
    summary: said(MORE_CHARTS.stagesSummary, {
      scenario: scenario.label,
      year: frame.last,
      values: listed(
        stages.map(({ name, spreads }) =>
          said(
            { en: '{count} {name}', fr: '{count} {name}' },
            { count: number(spreads[last].mean, 0), name },
          ),
        ),
      ),
      total: number(total[last].mean, 0),
    }),
    note: runs < 2 ? CHARTS.oneRun : said(MORE_CHARTS.stagesNote, { runs }),
    plan: {
      type: 'line',
      digits: 0,
      data: {
        labels: frame.years.map(String),
        datasets: [
          ...stages.map(
            ({ id, name, spreads }, s): PlanDataset => ({
              role: 'value',
              label: name,
              data: spreads.map(({ mean }) => drawn(mean)),
              borderColor: '@paper',
              borderWidth: 0.8,
              backgroundColor: `@stage${STAGES.indexOf(id)}`,
              pointRadius: 0,
              pointStyle: 'rect',
              fill: s === 0 ? 'origin' : '-1',
              stack: 'stages',
            }),
          ),
          ...(runs < 2 ? [] : [edge(low), edge(high)]),
        ],
      },
      axes: {
        x: { type: 'category' },
        y: { title: MORE_CHARTS.cptsUnit, stacked: true, min: 0, max: top },
      },
    },
    table: {
      columns: [
        { title: MORE_CHARTS.stage },
        ...[CHARTS.year, CHARTS.mean, CHARTS.low, CHARTS.high].map((title) => ({ title, numeric: true })),
      ],
      rows: [...stages, { name: MORE_CHARTS.allStages, spreads: total }].flatMap(({ name, spreads }) =>
        spreads.map(({ mean, low, high }, y) => [
          name,
          String(frame.years[y]),
          ...[mean, low, high].map((value) => cellOf(value, 1)),
        ]),
      ),
    },
  };
}

/** Signed coverage as full lines, effective coverage as dotted ones. */
export function coverageChart(frame: Frame): Chart | undefined {
  const [signed, effective] = COVERAGES.map((id) => frame.indicator(id));
  if (signed === undefined || effective === undefined) return undefined;
  const lines = COVERAGES.flatMap((id) =>
    frame.scenarios.map((scenario) => ({
      id,
      scenario,
      spreads: frame.years.map((year) =>
        frame.spread(scenario.name, { indicator: id, period: String(year) }),
      ),
    })),
  );
  const last = frame.years.length - 1;
  const runs = Math.max(...lines.map(({ spreads }) => spreads[last].observations));
  const words = (scenario: FrameScenario, id: string) => {
    const { mean, low, high } = frame.spread(scenario.name, { indicator: id, period: frame.last });
    return quantity(mean, signed, digitsOf((high - low) / 2, mean, 1));
  };
  return {
    id: 'cpts-signed-and-effective',
    section: 'coverage',
    title: said(MORE_CHARTS.coverageTitle, { unit: signed.unit }),
    summary: said(MORE_CHARTS.coverageSummary, {
      year: frame.last,
      values: listed(
        frame.scenarios.map((scenario) =>
          said(MORE_CHARTS.coverageOf, {
            scenario: scenario.label,
            signed: words(scenario, COVERAGES[0]),
            effective: words(scenario, COVERAGES[1]),
          }),
        ),
      ),
    }),
    note: runs < 2 ? CHARTS.oneRun : said(MORE_CHARTS.coverageNote, { runs }),
    plan: {
      type: 'line',
      digits: 1,
      data: {
        labels: frame.years.map(String),
        datasets: lines.flatMap(({ id, scenario, spreads }) =>
          coverageLine(id, scenario, bandedLine(scenario, spreads)),
        ),
      },
      axes: { x: { type: 'category' }, y: { title: signed.unit, min: 0 } },
    },
    table: {
      columns: [
        { title: CHARTS.scenario },
        { title: MORE_CHARTS.kind },
        ...[CHARTS.year, CHARTS.mean, CHARTS.low, CHARTS.high].map((title) => ({ title, numeric: true })),
      ],
      rows: lines.flatMap(({ id, scenario, spreads }) =>
        spreads.map(({ mean, low, high }, y) => [
          scenario.name,
          MORE_CHARTS.kinds[id],
          String(frame.years[y]),
          ...[mean, low, high].map((value) => cellOf(value, 2)),
        ]),
      ),
    },
  };
}

/** Without the 50 % band, dotted and hollow where effective. */
function coverageLine(
  id: (typeof COVERAGES)[number],
  scenario: FrameScenario,
  datasets: readonly PlanDataset[],
): PlanDataset[] {
  const outer = datasets.length > 1 ? datasets.slice(0, 2) : [];
  const line = datasets[datasets.length - 1];
  const isEffective = id === 'cptsEffectiveCoverage';
  const look = isEffective
    ? { borderDash: [2, 4], backgroundColor: '@paper', borderWidth: 2.6 }
    : { borderDash: [] };
  const label = said(isEffective ? MORE_CHARTS.effective : MORE_CHARTS.signed, { scenario: scenario.label });
  return [...outer, { ...line, ...look, label }];
}
