/** What a person reads of a comparison: one table per scenario against the baseline, then what it means. */
import { type ComparedRow, type Comparison, compareScenarios } from '../../analysis/comparison/compare.js';
import type { Selection } from '../../analysis/comparison/selection.js';
import { groupWords, type StudyFacts } from '../../analysis/comparison/study.js';
import { COMPARE } from '../../analysis/wording/compare.js';
import { decimal, digitsFor, percent, signed, withInterval } from '../../analysis/wording/numbers.js';
import { type PlaceNames, placeNames } from '../../analysis/wording/places.js';
import type { StudyCells } from '../../sim/results/study/cells.js';
import { coarseNotes } from '../coarse.js';
import { besideNames, intervalStrip } from '../terminal/charts.js';
import { type Column, dashed, tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { costLines } from './cost-lines.js';
import { noteLines } from './notes.js';

const { columns } = COMPARE;

/** Letters of a difference beyond which its interval goes under it. */
const WIDEST = 18;
/** Runs beyond which it no longer matters how many a pair is worth. */
const MOST_WORTH = 10_000;

export interface ComparisonOptions {
  readonly facts: StudyFacts;
  readonly selection: Selection;
  /** Names of the places selected; looked up when left out. */
  readonly places?: PlaceNames;
}

/** The comparison of a selection of cells, as lines of at most 80 columns. */
export function comparisonLines(
  cells: StudyCells,
  { facts, selection, places = placeNames(selection.places) }: ComparisonOptions,
  terminal: Terminal,
): string[] {
  const comparison = compareScenarios(cells, selection, facts);
  const context = { facts, places, axis: selection.by ?? 'indicator', terminal } as const;
  return [
    ...tablesOf(comparison.rows, context.axis).flatMap((rows) => contrastTable(rows, comparison, context)),
    ...noteLines(comparison, terminal),
    ...coarseNotes(facts.scale, terminal).flatMap((note) => dashed(note)),
    ...comparison.costs.flatMap((costs) =>
      costLines(costs, wordsOf(costs, { ...context, axis: 'indicator' }), facts, terminal),
    ),
  ];
}

/** What tells the rows of a table apart; everything else is the same in all of them and stands in the heading. */
type Axis = 'indicator' | 'place' | 'group' | 'point';

interface Context {
  readonly facts: StudyFacts;
  readonly places: PlaceNames;
  readonly axis: Axis;
  readonly terminal: Terminal;
}

/** Rows that share a table, in the order in which they come. */
function tablesOf(rows: readonly ComparedRow[], axis: Axis): ComparedRow[][] {
  const tables = new Map<string, ComparedRow[]>();
  for (const row of rows) {
    const { scenario, period, place, group, point } = row;
    const told = { place, group, point, indicator: row.indicator.id, [axis]: '' };
    const key = JSON.stringify([scenario, period, told]);
    tables.set(key, [...(tables.get(key) ?? []), row]);
  }
  return [...tables.values()];
}

function contrastTable(rows: readonly ComparedRow[], { baseline }: Comparison, context: Context): string[] {
  const { axis, facts, terminal } = context;
  const [{ scenario, indicator }] = rows;
  const words = wordsOf(rows[0], context);
  const where = axis === 'indicator' ? words : `${indicatorWords(indicator, terminal)}, ${words}`;
  const title = facts.scenarios.find(({ name }) => name === scenario)?.title[terminal.language] ?? scenario;
  const heading = terminal.tell(COMPARE.heading, { title, name: scenario, baseline, where });
  const right = { align: 'right' } as const;
  const layout: Column[] = [
    { title: terminal.tell(columns[axis]), wraps: true },
    { title: terminal.tell(columns.baseline), ...right },
    { title: terminal.tell(columns.difference), ...right },
    { title: '' },
    ...[columns.better, columns.pairing, columns.worth].map((text) => ({
      title: terminal.tell(text),
      ...right,
    })),
  ];
  return [
    ...wrap(heading).map(terminal.strong),
    '',
    ...tableLines(
      layout,
      rows.map((row) => [labelOf(row, context), ...numbersOf(row, terminal)]),
    ),
    '',
    ...stripLines(rows, context),
  ];
}

/** Letters of the name of a row beside its interval. */
const NAME_WIDTH = 36;

/** On a screen, the intervals of a table about zero. */
function stripLines(rows: readonly ComparedRow[], context: Context): string[] {
  const { axis, terminal } = context;
  const told = rows.filter(({ contrast }) => contrast.pairs > 0);
  if (!terminal.charts || told.length === 0) return [];
  const strips = told.map((row): [string, string] => [
    axis === 'indicator' ? row.indicator.label[terminal.language] : labelOf(row, context),
    intervalStrip(row.contrast.difference, row.contrast.halfWidth),
  ]);
  return [...wrap(terminal.tell(COMPARE.strips)), '', ...besideNames(strips, NAME_WIDTH), ''];
}

/** Place, group and period, but for the one that rows tell. */
function wordsOf(
  { place, group, period }: Pick<ComparedRow, 'place' | 'group' | 'period'>,
  { places, axis, terminal: { language } }: Context,
): string {
  const parts = [
    axis === 'place' ? [] : [places.get(place)?.[language] ?? place],
    axis === 'group' ? [] : [groupWords(group)[language]],
    [period],
  ];
  return parts.flat().join(', ');
}

function labelOf(
  { indicator, place, group, point = 0 }: ComparedRow,
  { axis, facts, places, terminal }: Context,
): string {
  if (axis === 'indicator') return indicatorWords(indicator, terminal);
  if (axis === 'place') return places.get(place)?.[terminal.language] ?? place;
  if (axis === 'group') return groupWords(group)[terminal.language];
  return facts.pointWords?.(point) ?? String(point);
}

function indicatorWords({ label, unit }: ComparedRow['indicator'], { language }: Terminal): string {
  return `${label[language]} (${unit[language]})`;
}

/** Baseline, difference, mark, share of pairs in which the scenario is better, gain of pairing, what a pair is worth. */
function numbersOf({ contrast, significant }: ComparedRow, terminal: Terminal): string[] {
  const { language } = terminal;
  const { pairs, baseline, difference, halfWidth, identical, shareBetter, varianceReduction } = contrast;
  const none = terminal.tell(COMPARE.none);
  if (pairs === 0) return [none, none, '', none, none, none];
  const digits = digitsFor(halfWidth, difference === 0 ? baseline : difference);
  const level = decimal(baseline, language, digits);
  if (identical) return [level, terminal.tell(COMPARE.noDifference), '', none, none, none];
  const share = (value: number) => (pairs === 1 || Number.isNaN(value) ? none : percent(value, language, 0));
  return [
    level,
    withInterval(signed(difference, language, digits), halfWidth, digits, WIDEST, language),
    significant ? '*' : '',
    share(shareBetter),
    // Rounded down: 100 % is said of a difference that never varies.
    share(Math.floor(varianceReduction * 100) / 100),
    worthText(contrast.equivalentUnpaired, terminal),
  ];
}

function worthText(runs: number, terminal: Terminal): string {
  if (Number.isNaN(runs)) return terminal.tell(COMPARE.none);
  if (runs > MOST_WORTH) return `>\u00a0${decimal(MOST_WORTH, terminal.language)}`;
  return decimal(runs, terminal.language);
}
