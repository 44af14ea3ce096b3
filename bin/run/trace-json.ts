/** The life of a traced project for programs: events with ids and numbers, and every month as it was. */
import { eventsOf } from '../../analysis/trace/events.js';
import { formatMonth } from '../../sim/base/calendar.js';
import type { TraceResult } from '../../sim/recorder/trace.js';

export function traceJson({ project, alive }: TraceResult) {
  if (project === undefined) return { project: null, alive };
  const dated = <T extends { readonly month: number }>(one: T) => ({ ...one, month: formatMonth(one.month) });
  const { seat, ordinal, months } = project;
  return {
    project: { seat, ordinal, events: eventsOf(months).map(dated), months: months.map(dated) },
    alive,
  };
}
