/**
 * The life of a traced project as events: what differs from one month to the next, and every three months until it is
 * signed (every twelve after) who worked, what was paid and what was waited for.
 */
import { calendarMonthOf, MONTHS_PER_YEAR } from '../../sim/base/calendar.js';
import type { TraceMonth } from '../../sim/recorder/trace.js';
import {
  BLOCKED,
  CASH_GAP,
  ENDED,
  FROZEN,
  HOLLOW,
  LETTER_FILED,
  MERGED,
  NEGOTIATING,
  OVERLAP,
  PRE_PROJECT,
  QUEUED,
  SIGNED,
  SUBMITTED,
  WEAKENED,
  WRITING,
} from '../../sim/world/teams/projects.js';
import { accountOf } from './account.js';
import { CAUSES, type Cause, type EventId, type TraceEvent } from './event.js';

/** Months between two accounts before signature. */
const QUARTER = 3;
/** A perimeter that moved by less than this share of its people has not moved. */
const SAME_PEOPLE = 0.005;
/** Deployment from which a mission is said to be at work. */
const DEPLOYED = 0.999;

const SIDES: readonly { readonly bit: number; readonly on: EventId; readonly off?: EventId }[] = [
  { bit: OVERLAP, on: 'overlap', off: 'overlapEnded' },
  { bit: QUEUED, on: 'queued' },
  { bit: BLOCKED, on: 'blocked' },
  { bit: CASH_GAP, on: 'cashGap' },
  { bit: WEAKENED, on: 'weakened', off: 'recovered' },
  { bit: HOLLOW, on: 'hollow', off: 'filled' },
  { bit: FROZEN, on: 'frozen', off: 'revived' },
];

/** Events in the order of months; none for a project without months. */
export function eventsOf(months: readonly TraceMonth[]): TraceEvent[] {
  if (months.length === 0) return [];
  let since = 0;
  return months.flatMap((now, i) => {
    const before = months[i - 1];
    const events = before === undefined ? [founded(now)] : changesOf(before, now, months.slice(0, i + 1));
    if (!isAccountMonth(months, i, since)) return events;
    const account = accountOf(months.slice(since, i + 1), months[since - 1]);
    since = i + 1;
    return [...events, ...account];
  });
}

/** Every quarter of a project's life before signature, each December after, and its last month. */
function isAccountMonth(months: readonly TraceMonth[], i: number, since: number): boolean {
  if (i === months.length - 1) return true;
  const signs = months[i].stage === SIGNED;
  if (!signs) return i - since + 1 >= QUARTER || months[i + 1].stage === SIGNED;
  return calendarMonthOf(months[i].month) === MONTHS_PER_YEAR;
}

function founded(now: TraceMonth): TraceEvent {
  const { leaders, otherLeaders, people, momentum } = now;
  const values = { doctors: leaders.length, others: otherLeaders, people, momentum };
  return { month: now.month, id: 'founded', values };
}

function changesOf(before: TraceMonth, now: TraceMonth, past: readonly TraceMonth[]): TraceEvent[] {
  const event = (id: EventId, values: TraceEvent['values'] = {}): TraceEvent => ({
    month: now.month,
    id,
    values,
  });
  if (now.stage === ENDED) return [event('ended', { months: past.length - 1 })];
  if (now.stage === MERGED) return [event('merged', { months: past.length - 1 })];
  const sides = SIDES.flatMap(({ bit, on, off }) => {
    const [was, is] = [(before.side & bit) !== 0, (now.side & bit) !== 0];
    if (was === is) return [];
    if (is) return [event(on, { cause: causeOf(past), treasury: now.treasury, depth: now.depth })];
    return off === undefined ? [] : [event(off, { momentum: now.momentum })];
  });
  return [
    ...leaderEvents(before, now, event),
    ...placeEvents(before, now, event),
    ...stageEvents(before, now, past, event),
    ...sides,
    ...helpEvents(before, now, event),
    ...missionEvents(before, now, event),
  ];
}

type Make = (id: EventId, values?: TraceEvent['values']) => TraceEvent;

function leaderEvents(before: TraceMonth, now: TraceMonth, event: Make): TraceEvent[] {
  const came = now.leaders.filter((id) => !before.leaders.includes(id)).length;
  const gone = before.leaders.filter((id) => !now.leaders.includes(id));
  const oldest = Math.max(0, ...gone.map((id) => before.ages[before.leaders.indexOf(id)]));
  const others = now.otherLeaders - before.otherLeaders;
  const left = gone.length + Math.max(0, -others);
  const rest = now.leaders.length + now.otherLeaders;
  const joined = came + Math.max(0, others);
  return [
    ...(joined > 0 ? [event('leadersJoined', { count: joined, leaders: rest })] : []),
    ...(left > 0 && rest > 0 ? [event('leadersLeft', { count: left, leaders: rest, age: oldest })] : []),
    ...(left > 0 && rest === 0 ? [event('nobodyLeads')] : []),
  ];
}

function placeEvents(before: TraceMonth, now: TraceMonth, event: Make): TraceEvent[] {
  const moved = now.people - before.people;
  if (Math.abs(moved) <= SAME_PEOPLE * before.people) return [];
  return [event(moved > 0 ? 'grew' : 'shrank', { people: now.people, from: before.people })];
}

function stageEvents(
  before: TraceMonth,
  now: TraceMonth,
  past: readonly TraceMonth[],
  event: Make,
): TraceEvent[] {
  const drafts = now.drafts > before.drafts ? [event('drafted', { drafts: now.drafts })] : [];
  if (before.stage === now.stage) return drafts;
  const months = past.slice(0, -1).filter(({ stage }) => classOf(stage) === classOf(before.stage)).length;
  const steps: TraceEvent[] = [];
  const goesBack = now.stage < before.stage;
  if (goesBack) steps.push(event(now.stage <= LETTER_FILED ? 'letterReturned' : 'projectReturned'));
  // Stages passed within one month are told one by one.
  for (let stage = before.stage + 1; stage <= now.stage; stage++) {
    const id = ENTERED[stage];
    if (id !== undefined) steps.push(event(id, { months, people: now.people, treasury: now.treasury }));
  }
  return [...drafts, ...steps];
}

/** Event of a project that enters a stage. */
const ENTERED: Readonly<Partial<Record<number, EventId>>> = {
  [LETTER_FILED]: 'letterFiled',
  [WRITING]: 'letterValidated',
  [SUBMITTED]: 'projectFiled',
  [NEGOTIATING]: 'projectValidated',
  [SIGNED]: 'signed',
};

/** Stages of one work: the file that waits belongs to the work that made it. */
function classOf(stage: number): number {
  if (stage <= LETTER_FILED) return PRE_PROJECT;
  return stage <= SUBMITTED ? WRITING : stage;
}

/** Months looked back on for the cause of a freeze, and those of one wait that make it the cause. */
const LOOK_BACK = 12;
const MAIN_WAIT = 3;

/** Why a project stopped: nobody leads it, what it waited for most in the last year, or else too little time. */
function causeOf(past: readonly TraceMonth[]): Cause {
  const now = past[past.length - 1];
  if (now.leaders.length + now.otherLeaders === 0) return 'nobody';
  const last = past.slice(-LOOK_BACK);
  const months = (wait: Cause) => last.filter((one) => one.wait === wait).length;
  const waits = CAUSES.filter((cause) => months(cause) >= MAIN_WAIT);
  return waits.reduce<Cause>((best, cause) => (months(cause) > months(best) ? cause : best), 'tooSlow');
}

function helpEvents(before: TraceMonth, now: TraceMonth, event: Make): TraceEvent[] {
  const events: TraceEvent[] = [];
  if (before.supporter >= 0 && before.supporter !== now.supporter)
    events.push(event('supporterLeft', { supporter: before.supporter }));
  if (now.supporter >= 0 && before.supporter !== now.supporter)
    events.push(event('supporterCame', { supporter: now.supporter }));
  if (before.coordinator === 0 && now.coordinator > 0)
    events.push(event('coordinatorHired', { share: now.coordinator }));
  if (before.coordinator > 0 && now.coordinator === 0)
    events.push(event('coordinatorGone', { treasury: now.treasury }));
  return events;
}

function missionEvents(before: TraceMonth, now: TraceMonth, event: Make): TraceEvent[] {
  return now.missions.flatMap((deployed, mission) => {
    const was = before.missions[mission];
    if (was === 0 && deployed > 0) return [event('missionStarted', { mission })];
    if (was < DEPLOYED && deployed >= DEPLOYED) return [event('missionDeployed', { mission })];
    return [];
  });
}
