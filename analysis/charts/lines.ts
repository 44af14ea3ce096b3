/** An indicator over the years, scenarios side by side: its level, and its difference from the baseline. */
import type { StudyIndicator } from '../comparison/study.js';
import { CHARTS } from '../wording/charts.js';
import type { Text } from '../wording/language.js';
import {
  amount,
  capitalized,
  digitsOf,
  joined,
  listed,
  quoted,
  SEMICOLON,
  said,
  same,
  signOfDifference,
  typeset,
  unitOfDifference,
} from '../wording/said.js';
import { type Banded, bandedLine } from './bands.js';
import { type Chart, cellOf, type Section, type Table } from './chart.js';
import { differenceWords, smallest, withLevel } from './differences.js';
import type { At, Difference, Frame, FrameScenario, Spread } from './frame.js';

/** What to draw: an indicator, of whom, in which section. */
export interface LineSubject {
  readonly section: Section;
  readonly indicator: StudyIndicator;
  readonly group?: string;
  /** Words added to the title: the group, where it is not everybody. */
  readonly of?: Text;
}

/** The level of an indicator by year with bands of 50 and 95 % of the runs. */
export function levelChart(frame: Frame, subject: LineSubject): Chart {
  const { indicator, section } = subject;
  const at = (year: number): At => ({ indicator: indicator.id, period: String(year), group: subject.group });
  const all = frame.scenarios.map((scenario) => ({
    scenario,
    spreads: frame.years.map((year) => frame.spread(scenario.name, at(year))),
  }));
  const final = all.map(({ spreads }) => spreads[spreads.length - 1]);
  const digits = digitsOf(medianWidth(final), final[0]?.mean ?? 0);
  const runs = Math.max(...final.map(({ observations }) => observations));
  return {
    id: idOf(subject, 'level'),
    section,
    title: said(CHARTS.levelTitle, { indicator: labelOf(subject), unit: indicator.unit }),
    summary: levelSummary(frame, subject, all, digits),
    note:
      runs < 2
        ? CHARTS.oneRun
        : said(frame.sampling === 'point' ? CHARTS.levelNotePoints : CHARTS.levelNote, { runs }),
    plan: {
      type: 'line',
      digits,
      data: {
        labels: frame.years.map(String),
        datasets: all.flatMap(({ scenario, spreads }) => bandedLine(scenario, spreads)),
      },
      axes: {
        x: { type: 'category' },
        y: { title: indicator.unit },
      },
    },
    table: bandTable(
      frame,
      CHARTS.mean,
      all.map(({ scenario, spreads }) => ({
        scenario,
        values: spreads.map((spread) => ({ ...spread, runs: spread.observations })),
      })),
      digits,
      false,
    ),
  };
}

/** The paired difference from the baseline by year with its intervals; none where nothing is compared. */
export function differenceChart(frame: Frame, subject: LineSubject): Chart | undefined {
  if (frame.others.length === 0) return undefined;
  const { indicator, section } = subject;
  const at = (year: number): At => ({ indicator: indicator.id, period: String(year), group: subject.group });
  const all = frame.others.map((scenario) => ({
    scenario,
    differences: frame.years.map((year) => frame.difference(scenario.name, at(year))),
  }));
  const final = all.map(({ scenario, differences }) => ({
    scenario,
    difference: differences[differences.length - 1],
  }));
  const digits = digitsOf(
    smallest(final.map(({ difference }) => difference.halfWidth)),
    Math.max(...final.map(({ difference }) => Math.abs(difference.difference))),
  );
  const unit = unitOfDifference(indicator);
  const runs = Math.max(...final.map(({ difference }) => difference.pairs));
  return {
    id: idOf(subject, 'difference'),
    section,
    title: said(CHARTS.differenceTitle, {
      indicator: labelOf(subject),
      baseline: quoted(frame.baseline.label),
      unit,
    }),
    summary: said(CHARTS.differenceSummary, {
      baseline: quoted(frame.baseline.label),
      year: frame.last,
      unit,
      values: joined(
        final.map(({ scenario, difference }) => differenceWords(scenario.label, difference, digits)),
        SEMICOLON,
      ),
    }),
    note: withLevel(
      runs < 2
        ? CHARTS.oneRun
        : said(CHARTS.differenceNote, { runs, uncertainty: CHARTS.uncertainty[frame.uncertainty] }),
      frame,
      indicator,
      at(frame.years[frame.years.length - 1]),
    ),
    plan: {
      type: 'line',
      digits,
      signed: true,
      zero: 'y',
      data: {
        labels: frame.years.map(String),
        datasets: all.flatMap(({ scenario, differences }) => bandedLine(scenario, differences.map(bandsOf))),
      },
      axes: { x: { type: 'category' }, y: { title: signOfDifference(indicator, 'y') } },
    },
    table: bandTable(
      frame,
      CHARTS.difference,
      all.map(({ scenario, differences }) => ({
        scenario,
        values: differences.map((difference) => ({ ...bandsOf(difference), runs: difference.pairs })),
      })),
      digits,
      true,
    ),
  };
}

/** Edges of the intervals of a difference. */
export function bandsOf({ difference, halfWidth, halfWidth50 }: Difference): Banded {
  return {
    mean: difference,
    low: difference - halfWidth,
    lowHalf: difference - halfWidth50,
    highHalf: difference + halfWidth50,
    high: difference + halfWidth,
  };
}

/** `unmet-level`, `worst-tenth-unmet-difference`. */
function idOf({ indicator, group }: LineSubject, what: 'level' | 'difference'): string {
  const kebab = (name: string) =>
    name
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .toLowerCase();
  return [...(group === undefined ? [] : [kebab(group)]), kebab(indicator.id), what].join('-');
}

function labelOf({ indicator, of }: LineSubject): Text {
  const label = typeset(indicator.label);
  return of === undefined ? label : joined([label, of], ', ');
}

function medianWidth(spreads: readonly Spread[]): number {
  const widths = spreads.map(({ low, high }) => high - low).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? Number.NaN;
}

type Levels = readonly { readonly scenario: FrameScenario; readonly spreads: readonly Spread[] }[];

function levelSummary(frame: Frame, subject: LineSubject, all: Levels, digits: number): Text {
  const { indicator } = subject;
  const words = (value: number) => amount(value, indicator, digits);
  const values = all.map(({ scenario, spreads }) => {
    const { mean, low, high, observations } = spreads[spreads.length - 1];
    const told = { scenario: scenario.label, value: words(mean), low: words(low), high: words(high) };
    return said(observations < 2 ? CHARTS.levelOf : CHARTS.levelRange, told);
  });
  const first = all[0]?.spreads[0]?.mean;
  const last = said(CHARTS.levelSummary, {
    indicator: labelOf(subject),
    place: frame.placeWords,
    year: frame.last,
    unit: indicator.unit,
    values: listed(values),
  });
  if (first === undefined || !Number.isFinite(first)) return capitalized(last);
  const then = said(CHARTS.levelFrom, { first: same(String(frame.years[0])), value: words(first) });
  return joined([capitalized(last), then], ' ');
}

interface TabledValue extends Banded {
  readonly runs: number;
}

/** One row a scenario and year, so that the table of the chart is its data. */
function bandTable(
  { years }: Frame,
  what: Text,
  all: readonly { readonly scenario: FrameScenario; readonly values: readonly TabledValue[] }[],
  digits: number,
  signed: boolean,
): Table {
  const numeric = true;
  return {
    columns: [
      { title: CHARTS.scenario },
      { title: CHARTS.year, numeric },
      ...[what, CHARTS.low, CHARTS.lowHalf, CHARTS.highHalf, CHARTS.high, CHARTS.runs].map((title) => ({
        title,
        numeric,
      })),
    ],
    rows: all.flatMap(({ scenario, values }) =>
      values.map(({ mean, low, lowHalf, highHalf, high, runs }, y) => [
        scenario.name,
        String(years[y]),
        ...[mean, low, lowHalf, highHalf, high].map((value) => cellOf(value, digits, signed)),
        cellOf(runs, 0),
      ]),
    ),
  };
}
