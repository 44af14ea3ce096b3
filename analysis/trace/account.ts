/** The account of some months of a traced project: work, momentum, waiting, money; after signature, what it does. */
import type { TraceMonth } from '../../sim/recorder/trace.js';
import { INSTRUMENTS } from '../../sim/world/teams/instruments.js';
import {
  ACI_WORK,
  ENDED,
  LETTER_FILED,
  LETTER_WORK,
  MERGED,
  PROJECT_WORK,
  SIGNED,
  SUBMITTED,
  type Wait,
} from '../../sim/world/teams/projects.js';
import type { TraceEvent } from './event.js';

/** Days under this are nobody's work. */
const HARDLY = 0.05;
/** Momentum that moves by less reads the same. */
const HARDLY_MOVED = 0.01;

/**
 * Events that sum months up.
 * @param months consecutive months, at least one
 * @param before the month before them
 */
export function accountOf(months: readonly TraceMonth[], before?: TraceMonth): TraceEvent[] {
  const last = months[months.length - 1];
  const base = { month: last.month };
  if (last.stage >= ENDED) return [];
  const isSigned = last.stage === SIGNED;
  const work = isSigned
    ? [{ ...base, id: 'yearAfter' as const, values: afterSignature(months) }]
    : workOf(months);
  const from = (before ?? months[0]).momentum;
  const momentum = { ...base, id: 'momentum' as const, values: { from, to: last.momentum } };
  return [
    ...work,
    ...waitsOf(months),
    ...(isSigned || Math.abs(last.momentum - from) < HARDLY_MOVED ? [] : [momentum]),
    ...moneyOf(months),
  ];
}

function workOf(months: readonly TraceMonth[]): TraceEvent[] {
  const last = months[months.length - 1];
  const days = (name: 'daysLeaders' | 'daysCoordinator' | 'daysSupporter' | 'daysAgency') =>
    months.reduce((sum, one) => sum + one[name], 0);
  const which = last.stage <= LETTER_FILED ? LETTER_WORK : last.stage <= SUBMITTED ? PROJECT_WORK : ACI_WORK;
  const values = {
    months: months.length,
    leaders: days('daysLeaders'),
    coordinator: days('daysCoordinator'),
    supporter: days('daysSupporter'),
    agency: days('daysAgency'),
    left: Math.max(0, last.need[which] - last.work[which]),
  };
  const all = values.leaders + values.coordinator + values.supporter + values.agency;
  return [{ month: last.month, id: 'worked', values: { ...values, all: all < HARDLY ? 0 : all } }];
}

function afterSignature(months: readonly TraceMonth[]) {
  const { gps, others, professionals, depth, display } = months[months.length - 1];
  const hours = (name: 'joint' | 'indicator') => months.reduce((sum, one) => sum + one[name], 0);
  return {
    months: months.length,
    members: gps + others,
    gps,
    professionals,
    joint: hours('joint'),
    indicator: hours('indicator'),
    depth,
    display,
  };
}

/** What was waited for most, and for how many of the months. */
function waitsOf(months: readonly TraceMonth[]): TraceEvent[] {
  const counts = new Map<Wait, number>();
  for (const { wait } of months) if (wait !== 'nothing') counts.set(wait, (counts.get(wait) ?? 0) + 1);
  return [...counts].map(([wait, count]) => ({
    month: months[months.length - 1].month,
    id: 'waited',
    values: { wait, months: count },
  }));
}

/** Euros by instrument: into the treasury, out of it, and to others for it. */
function moneyOf(months: readonly TraceMonth[]): TraceEvent[] {
  const { month, stage } = months[months.length - 1];
  return INSTRUMENTS.flatMap(({ id, payer, payee }) => {
    const euros = months.reduce((sum, { paid }) => sum + (paid[id] ?? 0), 0);
    if (Math.round(euros) === 0) return [];
    // The treasury of a merged project is given by who ends and received by who lives on.
    const isSpent = payer === 'projects' && (payee !== 'projects' || stage === MERGED);
    const side = isSpent ? ('spent' as const) : ('received' as const);
    return [{ month, id: side, values: { instrument: id, euros } }];
  });
}
