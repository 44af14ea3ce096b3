/** What a person reads at the end of `maillage run`: one table for one run, tables by year for several. */
import { type HeadlineGroup, type Headlines, shownYears } from '../../analysis/headlines.js';
import type { Text } from '../../analysis/wording/language.js';
import { decimal } from '../../analysis/wording/numbers.js';
import { RUN } from '../../analysis/wording/run.js';
import { type Indicator, UNITS } from '../../sim/recorder/indicator.js';
import type { Interval } from '../../sim/recorder/statistics.js';
import type { Scenario } from '../../sim/scenario/types.js';
import { besideNames, sparkline } from '../terminal/charts.js';
import { type Column, dashed, pad, tableLines, textWidth, wrap } from '../terminal/table.js';
import { type Terminal, WIDTH } from '../terminal/terminal.js';

/** Width given to the title of a column of numbers, and years shown at most. */
const TITLE_WIDTH = 13;
const MOST_YEARS = 13;
const GAP = 2;

/** Digits after the point that fit a unit read without its interval. */
function unitDigits(unit: Indicator['unit']): number {
  if (unit === 'actsPerPersonYear' || unit === 'index') return 2;
  return ['percent', 'days', 'hoursPerWeek', 'minutes', 'per100PerYear', 'per10000'].includes(unit) ? 1 : 0;
}

/** What a summary is about: a scenario, the place simulated, and the results. */
export interface Subject {
  readonly scenario: Scenario;
  readonly place: string;
  readonly headlines: Headlines;
  /** Sentences about this run: where GPs and nurses practise at the start, what its scale allows. */
  readonly notes: readonly string[];
}

/** Summary of one run: its first and last year, for France and for the worst-served tenth. */
export function summaryLines(
  { scenario, place, headlines, notes: own }: Subject,
  terminal: Terminal,
): string[] {
  const { language } = terminal;
  const first = headlines.years[0];
  const last = headlines.years[headlines.years.length - 1];
  const years = first === last ? [first] : [first, last];
  const groups: readonly [HeadlineGroup, string][] = [
    ['all', place],
    ['worstTenth', terminal.tell(RUN.worstShort)],
  ];
  const layout: Column[] = [
    { title: terminal.tell(RUN.indicator), wraps: true },
    ...groups.flatMap(([, name]) =>
      years.map((year): Column => ({ title: [...wrap(name, TITLE_WIDTH), year].join('\n'), align: 'right' })),
    ),
  ];
  const rows = headlines.indicators.map((indicator) => [
    `${indicator.label[language]} (${UNITS[indicator.unit][language]})`,
    ...groups.flatMap(([group]) =>
      years.map((year) => {
        const value = headlines.at(year, group, indicator.id);
        return value === undefined ? '–' : decimal(value.mean, language, unitDigits(indicator.unit));
      }),
    ),
  ]);
  const title = first === last ? RUN.titles.oneYear : RUN.titles.one;
  const heading = terminal.tell(title, { title: scenario.title[language], from: first, to: last });
  const { notes } = RUN;
  return [
    ...wrap(heading).map(terminal.strong),
    '',
    ...tableLines(layout, rows),
    '',
    ...chartLines({ place, headlines }, terminal),
    ...noteLines([notes.oneRun, notes.worst], terminal),
    ...own.flatMap((note) => dashed(note)),
    ...noteLines([notes.define], terminal),
  ];
}

/** Letters of the name of an indicator beside its line. */
const NAME_WIDTH = 38;
/** Letters for a first or last value. */
const VALUE_WIDTH = 9;

/** On a screen, each indicator over the years, from its lowest to its highest value. */
function chartLines({ place, headlines }: Omit<Subject, 'scenario' | 'notes'>, terminal: Terminal): string[] {
  const { years, indicators } = headlines;
  if (!terminal.charts || years.length < 3) return [];
  const { language } = terminal;
  const rows = indicators.map((indicator): [string, string] => {
    const values = years.map((year) => headlines.at(year, 'all', indicator.id)?.mean ?? Number.NaN);
    const text = (value: number) =>
      Number.isNaN(value) ? '–' : decimal(value, language, unitDigits(indicator.unit));
    const chart = `${pad(text(values[0]), VALUE_WIDTH, 'right')} ${sparkline(values)} ${text(values[values.length - 1])}`;
    return [indicator.label[language], chart];
  });
  const heading = terminal.tell(RUN.overYears, { place, from: years[0], to: years[years.length - 1] });
  return [...wrap(heading), '', ...besideNames(rows, NAME_WIDTH), ''];
}

/** Tables by year with intervals, for France then for the worst-served tenth. */
export function intervalLines(
  { scenario, place, headlines, notes: own }: Subject,
  replicates: number,
  terminal: Terminal,
): string[] {
  const groups: readonly [HeadlineGroup, string][] = [
    ['all', place],
    ['worstTenth', terminal.tell(RUN.worstOf, { place })],
  ];
  const tables = groups.flatMap(([group, name]) => {
    const parts = packed(headlines, group, terminal);
    return parts.flatMap(({ layout, rows }, i) => {
      const values = {
        title: scenario.title[terminal.language],
        place: name,
        part: i + 1,
        parts: parts.length,
      };
      const heading = wrap(terminal.tell(RUN.titles.many, values)).map(terminal.strong);
      return [...heading, '', ...tableLines(layout, rows), ''];
    });
  });
  const { notes } = RUN;
  return [
    ...tables,
    ...noteLines([notes.interval, notes.worst], terminal, { replicates }),
    ...own.flatMap((note) => dashed(note)),
    ...noteLines([notes.define], terminal),
  ];
}

/** Sentences under a table, one a dash. */
function noteLines(
  notes: readonly Text[],
  terminal: Terminal,
  values: Record<string, number> = {},
): string[] {
  return notes.flatMap((note) => dashed(terminal.tell(note, values)));
}

interface Part {
  readonly layout: Column[];
  readonly rows: string[][];
}

/** The indicators in as few tables of 80 columns as hold them, in the order of the dictionary. */
function packed(headlines: Headlines, group: HeadlineGroup, terminal: Terminal): Part[] {
  const years = shownYears(headlines.years, MOST_YEARS);
  const yearTitle = terminal.tell(RUN.year);
  const yearWidth = Math.max(textWidth(yearTitle), 'YYYY'.length);
  const empty = (): Part => ({ layout: [{ title: yearTitle }], rows: years.map((year) => [String(year)]) });
  const parts: Part[] = [];
  let room = 0;
  for (const indicator of headlines.indicators) {
    const cells = intervalCells(
      years.map((year) => headlines.at(year, group, indicator.id)),
      indicator,
      terminal,
    );
    const unit = `(${UNITS[indicator.unit][terminal.language]})`;
    const title = [...wrap(indicator.label[terminal.language], TITLE_WIDTH), ...wrap(unit, TITLE_WIDTH)];
    const width = GAP + Math.max(...[...title, ...cells].map(textWidth));
    if (parts.length === 0 || width > room) {
      parts.push(empty());
      room = WIDTH - yearWidth;
    }
    const part = parts[parts.length - 1];
    part.layout.push({ title: title.join('\n'), align: 'right' });
    part.rows.forEach((row, i) => {
      row.push(cells[i]);
    });
    room -= width;
  }
  return parts;
}

/** `11.32 ±0.04`, with the digits that the narrowest interval of the column needs, at most one more than its unit's. */
function intervalCells(
  values: readonly (Interval | undefined)[],
  { unit }: Indicator,
  { language }: Terminal,
): string[] {
  const widths = values.flatMap((value) =>
    value !== undefined && value.halfWidth > 0 ? [value.halfWidth] : [],
  );
  const needed = widths.length > 0 ? Math.ceil(-Math.log10(Math.min(...widths))) : 0;
  const usual = unitDigits(unit);
  const digits = Math.min(usual + 1, Math.max(usual, needed));
  return values.map((value) => {
    if (value === undefined) return '–';
    return `${decimal(value.mean, language, digits)} ±${decimal(value.halfWidth, language, digits)}`;
  });
}
