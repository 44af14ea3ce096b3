/**
 * The audit of the catalogue: how much of the model rests on what kind of evidence, and what is amiss.
 */
import { MONTHS_PER_YEAR, parseMonth } from '../base/calendar.js';
import type { Catalogue } from './catalogue.js';
import { STATUSES } from './entry.js';
import type { Status } from './types.js';

export interface AuditOptions {
  /** Month (`YYYY-MM`) of the audit; the caller knows the date, the simulator does not. */
  readonly now?: string;
  /** A `checked` older than this many years is stale. Used with `now`. */
  readonly maxAgeYears?: number;
  /** Paths read by a run; without it nothing is called unread. */
  readonly readPaths?: ReadonlySet<string>;
}

export interface Audit {
  readonly total: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  /** Paths of entries that name no source (only assumptions may). */
  readonly withoutSource: readonly string[];
  /** Paths whose last check is older than `maxAgeYears`. */
  readonly stale: readonly string[];
  /** Paths that no rule read. */
  readonly unread: readonly string[];
}

/** Counts by status and lists of entries without source, stale or unread, in catalogue order. */
export function auditCatalogue(catalogue: Catalogue, options: AuditOptions = {}): Audit {
  const all = [...catalogue.parameters.values()];
  const count = (status: Status): number => all.filter((parameter) => parameter.status === status).length;
  const now = options.now === undefined ? undefined : parseMonth(options.now);
  const oldest =
    now === undefined || options.maxAgeYears === undefined
      ? -Infinity
      : now - options.maxAgeYears * MONTHS_PER_YEAR;
  const isStale = (checked: string | undefined): boolean =>
    checked !== undefined && (parseMonth(checked) ?? Infinity) < oldest;
  return {
    total: all.length,
    byStatus: Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<Status, number>,
    withoutSource: all.filter((parameter) => parameter.source === undefined).map(({ path }) => path),
    stale: all.filter((parameter) => isStale(parameter.checked)).map(({ path }) => path),
    unread: all
      .filter(({ path }) => options.readPaths !== undefined && !options.readPaths.has(path))
      .map(({ path }) => path),
  };
}
