/** The life of a traced project in words: a heading a month, a sentence an event. */
import type { Cause, TraceEvent } from '../../analysis/trace/event.js';
import { eventsOf } from '../../analysis/trace/events.js';
import { decimal, percent } from '../../analysis/wording/numbers.js';
import {
  type Noun,
  TRACE,
  TRACE_MISSIONS,
  TRACE_NOUNS,
  TRACE_STAGES,
  TRACE_SUPPORTERS,
} from '../../analysis/wording/trace.js';
import {
  TRACE_CAUSES,
  TRACE_EVENTS,
  TRACE_MONEY,
  TRACE_WAITS,
  TRACE_WORK,
} from '../../analysis/wording/trace-events.js';
import { calendarMonthOf, yearOf } from '../../sim/base/calendar.js';
import { indicatorOf } from '../../sim/recorder/dictionary.js';
import type { ProjectTrace, TraceResult } from '../../sim/recorder/trace.js';
import type { InstrumentId } from '../../sim/world/teams/instruments.js';
import type { Wait } from '../../sim/world/teams/projects.js';
import { tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import type { TraceAsked } from './trace-asked.js';

const INDENT = '  ';
/** Projects named when none was found, and of each stage in the list. */
const NAMED = 5;
const LISTED_BY_STAGE = 3;

/** What is printed for `--trace`. */
export function traceLines(result: TraceResult, asked: TraceAsked, terminal: Terminal): string[] {
  if (asked.request === undefined) return listLines(result, asked, terminal);
  if (result.project === undefined) return noneLines(result, asked, terminal);
  return lifeLines(result.project, asked, terminal);
}

function lifeLines(project: ProjectTrace, asked: TraceAsked, terminal: Terminal): string[] {
  const { seat: code, ordinal } = project;
  const words = ordinal === 1 ? TRACE.title : TRACE.titleNth;
  const title = terminal.tell(words, { seat: asked.nameOf(code), code, ordinal });
  const lines = [...wrap(title).map(terminal.strong)];
  let month = -1;
  for (const event of eventsOf(project.months)) {
    if (event.month !== month) lines.push('', monthName(event.month, terminal));
    month = event.month;
    const said = sentence(event, terminal);
    if (said !== undefined) lines.push(...wrap(INDENT + said, undefined, INDENT));
  }
  return [...lines, ''];
}

/** `March 2017`, `mars 2017`. */
function monthName(month: number, { language }: Terminal): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const name = format.format(new Date(Date.UTC(yearOf(month), calendarMonthOf(month) - 1)));
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** One event in words; `undefined` where there is nothing to say of it. */
export function sentence({ id, values }: TraceEvent, terminal: Terminal): string | undefined {
  const number = (name: string) => Number(values[name] ?? 0);
  if (id === 'waited') {
    const words = TRACE_WAITS[values.wait as Exclude<Wait, 'nothing'>];
    return terminal.tell(words, { months: counted(number('months'), TRACE_NOUNS.months, terminal) });
  }
  if (id === 'received' || id === 'spent') {
    const instrument = values.instrument as InstrumentId;
    const euros = counted(Math.round(number('euros')), TRACE_NOUNS.euros, terminal);
    const words = TRACE_MONEY[instrument];
    if (words !== undefined) return terminal.tell(words, { euros });
    const label = terminal.tell(indicatorOf(instrument).label);
    return terminal.tell(TRACE_EVENTS[id], { euros, instrument: label });
  }
  const said = terminal.tell(TRACE_EVENTS[id], wordsOf({ values }, terminal));
  return said.charAt(0).toLocaleUpperCase(terminal.language) + said.slice(1);
}

const COUNTED: Readonly<Record<string, { readonly noun: Noun; readonly digits: number }>> = {
  months: { noun: TRACE_NOUNS.months, digits: 0 },
  doctors: { noun: TRACE_NOUNS.doctors, digits: 0 },
  others: { noun: TRACE_NOUNS.others, digits: 0 },
  leaders: { noun: TRACE_NOUNS.leaders, digits: 0 },
  count: { noun: TRACE_NOUNS.leaders, digits: 0 },
  people: { noun: TRACE_NOUNS.people, digits: 0 },
  members: { noun: TRACE_NOUNS.members, digits: 0 },
  gps: { noun: TRACE_NOUNS.doctors, digits: 0 },
  left: { noun: TRACE_NOUNS.days, digits: 1 },
  joint: { noun: TRACE_NOUNS.hours, digits: 0 },
  indicator: { noun: TRACE_NOUNS.hours, digits: 0 },
  treasury: { noun: TRACE_NOUNS.euros, digits: 0 },
};
const SHARES = ['momentum', 'share', 'depth', 'display'];

/** Values of an event as they are read: counted nouns, percentages, names. */
function wordsOf({ values }: Pick<TraceEvent, 'values'>, terminal: Terminal): Record<string, string> {
  const { language } = terminal;
  const entries = Object.entries(values).map(([name, value]) => {
    const number = Number(value);
    const noun = COUNTED[name];
    if (noun !== undefined) return [name, counted(number, noun.noun, terminal, noun.digits)];
    if (SHARES.includes(name)) return [name, percent(number, language, 0)];
    // A territory grows from so many people; momentum goes from one share to another.
    if (name === 'from' || name === 'to')
      return [name, number > 1 ? decimal(number, language) : percent(number, language, 0)];
    if (name === 'supporter' && values.months === undefined)
      return [name, terminal.tell(TRACE_SUPPORTERS[number])];
    if (name === 'cause') return [name, terminal.tell(TRACE_CAUSES[value as Cause])];
    if (name === 'mission') return [name, terminal.tell(TRACE_MISSIONS[number])];
    return [name, decimal(number, language)];
  });
  return { ...Object.fromEntries(entries), work: workOf(values, terminal) };
}

/** `3.2 days of the leaders and 10 days of the supporter`. */
function workOf(values: TraceEvent['values'], terminal: Terminal): string {
  const who = ['leaders', 'coordinator', 'supporter', 'agency'] as const;
  const parts = who.flatMap((name) => {
    const days = Number(values[name] ?? 0);
    const said = counted(days, TRACE_NOUNS.days, terminal, 1);
    return days < 0.05 ? [] : [terminal.tell(TRACE_WORK[name], { days: said })];
  });
  if (parts.length === 0) return terminal.tell(TRACE_WORK.nobody);
  const [last, ...before] = [...parts].reverse();
  if (before.length === 0) return last;
  return before.reverse().join(terminal.tell(TRACE.listSeparator)) + terminal.tell(TRACE.lastAnd) + last;
}

/** A number and its noun: `1 month`, `0 mois`, `1,5 jour`. */
function counted(value: number, { one, many }: Noun, { language, tell }: Terminal, digits = 0): string {
  // What is shown decides: 1.02 days are told as 1 day.
  const rounded = digits > 0 ? Math.round(value * 10) / 10 : Math.round(value);
  const isOne = language === 'fr' ? Math.abs(rounded) < 2 : rounded === 1;
  const shown = Number.isInteger(rounded) ? 0 : digits;
  return `${decimal(rounded, language, shown)}\u00a0${tell(isOne ? one : many)}`;
}

function noneLines({ alive }: TraceResult, { request, nameOf }: TraceAsked, terminal: Terminal): string[] {
  const code = request?.code ?? '';
  const ordinal = request?.ordinal;
  const words = ordinal === undefined ? TRACE.none : TRACE.noneNth;
  const said = terminal.tell(words, { place: nameOf(code), code, ordinal: ordinal ?? 1 });
  // Codes of one département begin alike.
  const near = [...alive].sort((a, b) => distance(a.seat, code) - distance(b.seat, code));
  const names = near.slice(0, NAMED).map(({ seat }) => `${nameOf(seat)} (${seat})`);
  const more =
    names.length === 0
      ? terminal.tell(TRACE.noneAlive)
      : terminal.tell(TRACE.someAlive, { names: names.join(terminal.tell(TRACE.listSeparator)) });
  return [...wrap(said), ...wrap(more)];
}

/** How far two codes lie apart in their list: régions and départements are written first. */
function distance(a: string, b: string): number {
  return Math.abs(Number.parseInt(a, 36) - Number.parseInt(b, 36));
}

function listLines({ alive }: TraceResult, { nameOf }: TraceAsked, terminal: Terminal): string[] {
  if (alive.length === 0) return wrap(terminal.tell(TRACE.noneAlive));
  const shown = TRACE_STAGES.flatMap((_, stage) =>
    alive.filter((one) => one.stage === stage).slice(0, LISTED_BY_STAGE),
  );
  const { code, seat, stage } = TRACE.columns;
  const rows = shown.map((one) => [
    one.ordinal === 1 ? one.seat : `${one.seat}:${one.ordinal}`,
    nameOf(one.seat),
    terminal.tell(TRACE_STAGES[one.stage]),
  ]);
  return [
    ...wrap(terminal.tell(TRACE.listTitle, { count: alive.length })).map(terminal.strong),
    '',
    ...tableLines(
      [
        { title: terminal.tell(code) },
        { title: terminal.tell(seat), wraps: true },
        { title: terminal.tell(stage) },
      ],
      rows,
    ),
  ];
}
