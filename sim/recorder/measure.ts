/** What a measure is, and the short forms in which `measures.ts` and `measures-collective.ts` write theirs. */
import type { PATIENT_TALLY_SCHEMA } from '../world/tallies.js';
import type { TERRITORY_SCHEMA } from '../world/territory-state.js';

/** Columns made by `derived.ts` from more than one column or table; those marked split have two values a row. */
export const DERIVED_SPLIT = ['people', 'renounced', 'aplPeople', 'aplBelowPeople'] as const;
export const DERIVED_WHOLE = [
  'gpsLiberal',
  'gpsCentre',
  'gpsGroup',
  'gpHours',
  'gpFatigue',
  'gpMinutes',
  'gpEntries',
  'gpExits',
  'gpsUnder50',
  'gpsUnder50Group',
  'gps50to59',
  'gps50to59Group',
  'gps60plus',
  'gps60plusGroup',
  'gpsSettled',
  'gpsSettledNear',
  'nurses',
  'gpTrust',
  // coordinated practice (`derived-collective.ts`)
  'daysLeaders',
  'daysCoordinator',
  'daysSupporter',
  'daysFirms',
  'daysAgency',
  'agencySkill',
  'alignment',
  'dominance',
  'drift',
] as const;
export type DerivedColumn = (typeof DERIVED_SPLIT)[number] | (typeof DERIVED_WHOLE)[number];

type Timing = 'flow' | 'stock';

export type MeasureSource =
  /** Tallies count agents (`agents: true`, turned into people) or whole things such as requests. */
  | { table: 'tallies'; column: keyof typeof PATIENT_TALLY_SCHEMA; part: number; agents: boolean }
  /** A column of several values a row has its `part`. */
  | { table: 'territories'; column: keyof typeof TERRITORY_SCHEMA; part: number }
  | { table: 'derived'; column: DerivedColumn };

export interface Measure {
  readonly timing: Timing;
  /** True when the value is known for people of low income and for others apart. */
  readonly split: boolean;
  /** Values per territory: 1, or the classes of a histogram. */
  readonly width: number;
  /** True when the tables give it in December only, so that no month has a value of its own. */
  readonly december: boolean;
  /** Divisor of fixed-point columns. */
  readonly fixedPoint: number;
  readonly source: MeasureSource;
}

const whole = { width: 1, december: false, fixedPoint: 1 };
export const people = (timing: Timing, column: keyof typeof PATIENT_TALLY_SCHEMA, part = 0): Measure => ({
  ...whole,
  timing,
  split: true,
  source: { table: 'tallies', column, part, agents: true },
});
export const state = (timing: Timing, column: keyof typeof TERRITORY_SCHEMA, part = 0): Measure => ({
  ...whole,
  timing,
  split: false,
  source: { table: 'territories', column, part },
});
export const derived = (timing: Timing, column: DerivedColumn): Measure => ({
  ...whole,
  timing,
  split: (DERIVED_SPLIT as readonly string[]).includes(column),
  source: { table: 'derived', column },
});
export const inDecember = (measure: Measure, change: Partial<Measure> = {}): Measure => ({
  ...measure,
  december: true,
  ...change,
});
