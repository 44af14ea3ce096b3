/** The tables of trials, at most 80 columns wide: a table for each trial, then what it rests on. */
import type { AidJudgement, OutcomeJudgement, TrialJudgement } from '../../analysis/trials/judge-trials.js';
import type { ControlledTrial, DeadweightTrial, Like, Outcome } from '../../analysis/trials/trial.js';
import { decimal, signed } from '../../analysis/wording/numbers.js';
import { TRIALS } from '../../analysis/wording/trials.js';
import { formatMonth } from '../../sim/base/calendar.js';
import type { Interval } from '../../sim/recorder/statistics.js';
import { type Column, dashed, tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

const EFFECT_WIDTH = 12;

export interface TrialSettings {
  readonly scenario: string;
  readonly scale: number;
  readonly replicates: number;
  readonly quick: boolean;
}

export function trialLines(
  judgements: readonly TrialJudgement[],
  failed: readonly string[],
  { scenario, scale, replicates, quick }: TrialSettings,
  terminal: Terminal,
): string[] {
  const title = replicates === 1 ? TRIALS.titleOne : TRIALS.title;
  const end =
    failed.length === 0
      ? terminal.tell(TRIALS.allOk)
      : terminal.tell(TRIALS.failed, { names: failed.join(terminal.tell(TRIALS.list)) });
  return [
    ...wrap(terminal.tell(title, { scenario, scale, replicates })).map(terminal.strong),
    '',
    ...judgements.flatMap((judgement) => [
      ...wrap(terminal.tell(judgement.trial.title)).map(terminal.strong),
      ...wrap(judgement.trial.source),
      ...(judgement.trial.note === undefined ? [] : wrap(terminal.tell(judgement.trial.note))),
      '',
      ...('aids' in judgement
        ? aidLines(judgement.trial, judgement.aids, terminal)
        : outcomeLines(judgement.trial, judgement.outcomes, terminal)),
      '',
    ]),
    ...wrap(terminal.tell(TRIALS.legend)),
    ...wrap(end),
    ...(quick ? wrap(terminal.tell(TRIALS.quickEnd)) : []),
  ];
}

function outcomeLines(
  { joined, read, outcomes }: ControlledTrial,
  judgements: readonly OutcomeJudgement[],
  terminal: Terminal,
): string[] {
  const { columns } = TRIALS;
  const right = (title: keyof typeof columns): Column => ({
    title: terminal.tell(columns[title]),
    align: 'right',
  });
  const rows = judgements.map((one) => [
    terminal.tell(one.outcome.label),
    count(one.treated, terminal),
    count(one.controls, terminal),
    effectText(one.outcome, one.effect, terminal),
    effectText(one.outcome, one.twin, terminal),
    observedText(one.outcome, terminal),
    terminal.tell(TRIALS.verdicts[one.verdict]),
  ]);
  const like = mostShared(outcomes);
  const values = { from: joined.from, to: joined.to, before: read.before, after: read.after };
  return [
    ...tableLines(
      [
        { title: terminal.tell(columns.outcome), wraps: true },
        right('treated'),
        right('controls'),
        right('effect'),
        right('twin'),
        right('observed'),
        { title: terminal.tell(columns.verdict) },
      ],
      rows,
    ),
    '',
    ...dashed(terminal.tell(TRIALS.joined, { ...values, like: likeText(like, terminal) })),
    ...useLines(judgements, terminal),
    ...relaxedLines(judgements, terminal),
    ...judgements.flatMap((one) => remarks(one, like, terminal)).flatMap((line) => dashed(line)),
  ];
}

/** What the controls of most outcomes share: the list of the first one that has no shorter list of its own. */
function mostShared(outcomes: readonly Outcome[]): readonly Like[] {
  return [...outcomes].sort((a, b) => b.like.length - a.like.length)[0].like;
}

function likeText(like: readonly Like[], terminal: Terminal): string {
  if (like.length === 0) return terminal.tell(TRIALS.noLike);
  return like.map((one) => terminal.tell(TRIALS.like[one])).join(terminal.tell(TRIALS.list));
}

/** Which outcomes served to fit and which are out of sample; one line when all are alike. */
function useLines(judgements: readonly OutcomeJudgement[], terminal: Terminal): string[] {
  const uses = (['fit', 'check'] as const).flatMap((use) => {
    const list = judgements.filter(({ outcome }) => outcome.use === use);
    return list.length === 0 ? [] : [{ use, list }];
  });
  return uses.flatMap(({ use, list }) => {
    const names = list.map(({ outcome }) => terminal.tell(outcome.label)).join(terminal.tell(TRIALS.list));
    const text = terminal.tell(TRIALS.uses[use]);
    return dashed(uses.length === 1 ? text : terminal.tell(TRIALS.uses.mixed, { names, use: text }));
  });
}

/** For how many treated GPs controls were too few; outcomes that share their controls share the line. */
function relaxedLines(judgements: readonly OutcomeJudgement[], terminal: Terminal): string[] {
  const told = judgements
    .filter(({ relaxed, leftOut }) => relaxed > 0 || leftOut > 0)
    .map(({ relaxed, leftOut }) =>
      terminal.tell(TRIALS.relaxed, { relaxed: count(relaxed, terminal), leftOut: count(leftOut, terminal) }),
    );
  return [...new Set(told)].flatMap((line) => dashed(line));
}

function remarks(one: OutcomeJudgement, shared: readonly Like[], terminal: Terminal): string[] {
  const { like, note, observed } = one.outcome;
  const outcome = terminal.tell(one.outcome.label);
  const lines: string[] = [];
  if (one.verdict === 'miss' && typeof observed === 'number') {
    const distance = unitText(one.outcome, signed(one.distance, terminal.language, 1), terminal);
    lines.push(terminal.tell(TRIALS.missed, { outcome, distance }));
  }
  if (like !== shared && like.join() !== shared.join())
    lines.push(terminal.tell(TRIALS.otherLike, { outcome, like: likeText(like, terminal) }));
  if (note !== undefined) lines.push(terminal.tell(TRIALS.noted, { outcome, note: terminal.tell(note) }));
  return lines;
}

function aidLines({ from, to }: DeadweightTrial, judged: AidJudgement, terminal: Terminal): string[] {
  const { aidColumns: columns } = TRIALS;
  const { firstMonth, aids, share, gpsGained, millions, eurosPerGp, verdict } = judged;
  const right = (title: keyof typeof columns): Column => ({
    title: terminal.tell(columns[title]),
    align: 'right',
  });
  const sum = (of: 'signed' | 'deadweight') => aids.reduce((total, aid) => total + aid[of], 0);
  const row = (name: string, one: { signed: number; deadweight: number; share: Interval }) => [
    name,
    count(one.signed, terminal),
    count(one.deadweight, terminal),
    one.signed === 0 ? '–' : intervalText(one.share, terminal, ' %'),
  ];
  const signing = aids.filter((aid) => aid.signed > 0);
  const all = { signed: sum('signed'), deadweight: sum('deadweight'), share };
  return [
    ...tableLines(
      [{ title: terminal.tell(columns.aid) }, right('signed'), right('deadweight'), right('share')],
      [...signing.map((aid) => row(aid.aid, aid)), row(terminal.tell(TRIALS.allAids), all)],
    ),
    '',
    ...dashed(
      terminal.tell(TRIALS.firstMonth, {
        month: formatMonth(from),
        ...firstMonth,
        verdict: terminal.tell(TRIALS.verdicts[verdict]),
      }),
    ),
    ...dashed(
      terminal.tell(TRIALS.gained, {
        year: to,
        gps: intervalText(gpsGained, terminal),
        millions: intervalText(millions, terminal),
      }),
    ),
    ...dashed(
      Number.isNaN(eurosPerGp)
        ? terminal.tell(TRIALS.noGp)
        : terminal.tell(TRIALS.perGp, { euros: decimal(eurosPerGp, terminal.language) }),
    ),
  ];
}

function count(value: number, { language }: Terminal): string {
  return Number.isNaN(value) ? '–' : decimal(value, language);
}

/** `+6.9 ±0.4 %`; a dash where there is no value. */
function effectText(outcome: Outcome, { mean, halfWidth }: Interval, terminal: Terminal): string {
  if (Number.isNaN(mean)) return '–';
  const value = signed(mean, terminal.language, 1);
  if (Number.isNaN(halfWidth)) return unitText(outcome, value, terminal);
  const width = ` ±${decimal(halfWidth, terminal.language, 1)}`;
  const text = unitText(outcome, value + width, terminal);
  return text.length <= EFFECT_WIDTH ? text : text.replace(' ±', '\n±');
}

function unitText({ reading }: Outcome, value: string, terminal: Terminal): string {
  return terminal.tell(reading === 'points' ? TRIALS.units.points : TRIALS.units.percent, { value });
}

function observedText(outcome: Outcome, terminal: Terminal): string {
  const { observed, tolerance } = outcome;
  if (typeof observed !== 'number') return terminal.tell(TRIALS.signs[observed.sign]);
  const value = signed(observed, terminal.language, 1);
  const around = tolerance === undefined ? '' : ` ±${decimal(tolerance, terminal.language)}`;
  return unitText(outcome, value + around, terminal).replace(' ±', '\n±');
}

function intervalText({ mean, halfWidth }: Interval, { language }: Terminal, unit = ''): string {
  if (Number.isNaN(mean)) return '–';
  const around = Number.isNaN(halfWidth) ? '' : ` ±${decimal(halfWidth, language, 1)}`;
  return `${decimal(mean, language, 1)}${around}${unit}`;
}
