/** Differences with their intervals by row (groups of people, régions, settings), scenarios side by side. */

import { holm, LEVEL } from '../comparison/several.js';
import type { StudyIndicator } from '../comparison/study.js';
import { CHARTS } from '../wording/charts.js';
import { MORE_CHARTS } from '../wording/charts-groups.js';
import type { Text } from '../wording/language.js';
import {
  digitsOf,
  joined,
  listed,
  number,
  quoted,
  SEMICOLON,
  said,
  same,
  signOfDifference,
} from '../wording/said.js';
import { drawn } from './bands.js';
import { type Chart, cellOf, type Section, type Table } from './chart.js';
import { type Standing, smallest, standingOf } from './differences.js';
import type { Difference, Frame, FrameScenario } from './frame.js';
import type { PlanDataset } from './runtime/drawable.js';
import { styleOf } from './style.js';

/** A row of the chart: what it concerns, and the difference of a scenario there. */
export interface DotRow {
  readonly label: Text;
  readonly difference: (scenario: FrameScenario) => Difference;
  /** What stands beside the row, where its heading says the rest. */
  readonly short?: Text;
  /** Written in a row of its own above the first of the rows that share it. */
  readonly heading?: Text;
}

export interface DotSubject {
  readonly id: string;
  readonly section: Section;
  readonly title: Text;
  readonly indicator: Pick<StudyIndicator, 'unitId' | 'unit' | 'better'>;
  /** Heading of the rows in the table. */
  readonly rowTitle: Text;
  readonly rows: readonly DotRow[];
  /** Sentences added to how the chart is read. */
  readonly aside?: (note: Text) => Text;
}

/** Share of a row that its scenarios take. */
const SPREAD = 0.62;
/** Share of intervals that miss the truth. */
const MISSES = 0.05;
/** Rows without a finding that are named; more are counted. */
const MOST_NAMED = 3;
/** Width over height of a chart with few rows, and rows that make it half as flat again. */
const FLATTEST = 2;
const ROWS_OF_SQUARE = 15;

/** A chart of differences by row; none where nothing is compared. */
export function dotChart(frame: Frame, subject: DotSubject): Chart | undefined {
  const { id, section, title, indicator, rows, aside = (note: Text) => note } = subject;
  if (frame.others.length === 0 || rows.length === 0) return undefined;
  const all = frame.others.map((scenario) => ({
    scenario,
    differences: rows.map(({ difference }) => difference(scenario)),
  }));
  const flat = all.flatMap(({ differences }) => differences);
  const runs = Math.max(...flat.map(({ pairs }) => pairs));
  const digits = digitsOf(
    smallest(flat.map(({ halfWidth }) => halfWidth)),
    Math.max(...flat.map(({ difference }) => Math.abs(difference)).filter(Number.isFinite)),
  );
  const lines = linesOf(rows);
  const at = rows.map((row) => lines.findIndex((line) => line.row === row));
  const tests = flat.filter(({ pairs, identical }) => pairs > 1 && !identical).length;
  const words = {
    runs,
    uncertainty: CHARTS.uncertainty[frame.uncertainty],
    tests,
    chance: number(tests * MISSES, tests * MISSES < 2 ? 1 : 0),
  };
  return {
    id,
    section,
    title,
    summary: dotSummary(frame, subject, all),
    note: aside(runs < 2 ? CHARTS.oneRun : said(MORE_CHARTS.dotsNote, words)),
    plan: {
      type: 'scatter',
      digits,
      signed: true,
      zero: 'x',
      aspect: Math.min(FLATTEST, ROWS_OF_SQUARE / (lines.length + 1)),
      data: {
        datasets: all.map((one, s) => dotsOf(one, at, all.length < 2 ? 0 : s / (all.length - 1) - 0.5)),
      },
      axes: {
        x: { title: signOfDifference(indicator, 'x') },
        y: {
          rows: lines.map(({ label }) => label),
          headings: lines.flatMap(({ row }, line) => (row === undefined ? [line] : [])),
          min: -0.5,
          max: lines.length - 0.5,
          reverse: true,
        },
      },
    },
    table: dotTable(subject, all, digits),
  };
}

interface Dots {
  readonly scenario: FrameScenario;
  readonly differences: readonly Difference[];
}

/** What stands beside the axis from the top: rows, and the headings above them. */
function linesOf(rows: readonly DotRow[]): { readonly label: Text; readonly row?: DotRow }[] {
  return rows.flatMap((row, r) => [
    ...(row.heading === undefined || row.heading === rows[r - 1]?.heading ? [] : [{ label: row.heading }]),
    { label: row.short ?? row.label, row },
  ]);
}

/** `lines` are the lines of the rows; `aside`, from -0.5 to 0.5, keeps scenarios of a row apart. */
function dotsOf({ scenario, differences }: Dots, lines: readonly number[], aside: number): PlanDataset {
  const { color, shape } = styleOf(scenario);
  return {
    role: 'value',
    label: scenario.label,
    scenario: scenario.name,
    interval: 'x',
    borderColor: color,
    backgroundColor: color,
    borderWidth: 2,
    pointStyle: shape,
    pointRadius: 4,
    data: differences.flatMap(({ difference, halfWidth, pairs }, row) =>
      pairs === 0
        ? []
        : [
            {
              x: drawn(difference),
              y: lines[row] + aside * SPREAD,
              ...(Number.isNaN(halfWidth)
                ? {}
                : { lowX: drawn(difference - halfWidth), highX: drawn(difference + halfWidth) }),
            },
          ],
    ),
  };
}

/** Rows by what their intervals allow to say. */
function dotSummary({ baseline }: Frame, { indicator, rows }: DotSubject, all: readonly Dots[]): Text {
  const standings = correctedStandings(all);
  const told = (wanted: readonly Standing[]) => {
    const parts = all.flatMap(({ scenario }, s) => {
      const found = rows.filter((_, r) => wanted.includes(standings[s][r]));
      if (found.length === 0) return [];
      const where =
        found.length === rows.length
          ? MORE_CHARTS.everywhere
          : found.length > MOST_NAMED && wanted.includes('unclear')
            ? said(MORE_CHARTS.elsewhere, { count: found.length })
            : listed(found.map(({ label }) => label));
      return [said(MORE_CHARTS.dotsRow, { scenario: scenario.label, rows: where })];
    });
    return parts.length === 0 ? undefined : joined(parts, SEMICOLON);
  };
  const { better } = indicator;
  const sentence = (text: Text, list: Text | undefined) =>
    list === undefined ? [] : [said(text, { baseline: quoted(baseline.label), list })];
  return joined(
    [
      ...sentence(
        better === undefined ? MORE_CHARTS.dotsHigher : MORE_CHARTS.dotsBetter,
        told([better === 'less' ? 'lower' : 'higher']),
      ),
      ...sentence(
        better === undefined ? MORE_CHARTS.dotsLower : MORE_CHARTS.dotsWorse,
        told([better === 'less' ? 'higher' : 'lower']),
      ),
      ...sentence(MORE_CHARTS.dotsUnclear, told(['unclear', 'same', 'alone'])),
    ],
    ' ',
  );
}

/** What may be said once all the differences of the chart are tested together (Holm), as `maillage compare` does. */
function correctedStandings(all: readonly Dots[]): Standing[][] {
  const flat = all.flatMap(({ differences }) => differences);
  const { adjusted } = holm(flat.map(({ pValue }) => pValue));
  const rows = all[0].differences.length;
  return all.map(({ differences }, s) =>
    differences.map((difference, r) => {
      const standing = standingOf(difference);
      const isFound = standing === 'higher' || standing === 'lower';
      return isFound && !(adjusted[s * rows + r] <= LEVEL) ? 'unclear' : standing;
    }),
  );
}

function dotTable({ rows, rowTitle }: DotSubject, all: readonly Dots[], digits: number): Table {
  const numeric = true;
  return {
    columns: [
      { title: rowTitle },
      { title: CHARTS.scenario },
      ...[CHARTS.difference, CHARTS.low, CHARTS.high, MORE_CHARTS.pairs].map((title) => ({ title, numeric })),
    ],
    rows: rows.flatMap(({ label }, r) =>
      all.map(({ scenario, differences }) => {
        const { difference, halfWidth, pairs } = differences[r];
        return [
          label,
          same(scenario.name),
          ...[difference, difference - halfWidth, difference + halfWidth].map((value) =>
            cellOf(value, digits, true),
          ),
          cellOf(pairs, 0),
        ];
      }),
    ),
  };
}
