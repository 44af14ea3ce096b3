/**
 * Measures: the additive quantities read from the tables each month, by territory and, where the tables tell
 * them apart, by income. Every indicator is made of them, so that any group of territories is a sum.
 *
 * A flow is summed over the months of a year; a stock is the state at the end of December.
 */
import { DELAY_CLASSES } from '../world/delay-classes.js';
import { derived, inDecember, type Measure, people, state } from './measure.js';
import { COLLECTIVE_MEASURES } from './measures-collective.js';
import { DELEGATION_MEASURES } from './measures-delegation.js';

/** Fixed-point unit of the tally `seen` (tallies.ts). */
const SEEN_UNIT = 1024;

export const MEASURES = {
  // people
  people: derived('stock', 'people'),
  personMonths: derived('flow', 'people'),
  ages0to19: people('stock', 'ages', 0),
  ages20to39: people('stock', 'ages', 1),
  ages40to59: people('stock', 'ages', 2),
  ages60to74: people('stock', 'ages', 3),
  ages75plus: people('stock', 'ages', 4),
  births: people('flow', 'births'),
  deaths: people('flow', 'deaths'),
  arrivals: people('flow', 'arrivals'),
  departures: people('flow', 'departures'),
  adults: people('stock', 'adults'),
  ald: people('stock', 'ald'),
  aldAdults: people('stock', 'aldAdults'),
  // attachment
  withoutLost: people('stock', 'withoutLost'),
  withoutNever: people('stock', 'withoutNever'),
  aldWithout: people('stock', 'aldWithout'),
  searching: people('stock', 'searching'),
  searchingOver6: people('stock', 'searchingOver6'),
  attached: people('flow', 'attached'),
  lost: people('flow', 'lost'),
  childrenDeclared: people('stock', 'childrenDeclared'),
  // care received
  followUpToDate: people('stock', 'followUpToDate'),
  recentUnmet: people('stock', 'recentUnmet'),
  seen: inDecember(people('stock', 'seen'), { fixedPoint: SEEN_UNIT }),
  requests: {
    ...people('flow', 'requests'),
    source: { table: 'tallies', column: 'requests', part: 0, agents: false },
  },
  followUpRequests: {
    ...people('flow', 'followUpRequests'),
    source: { table: 'tallies', column: 'followUpRequests', part: 0, agents: false },
  },
  acts: state('flow', 'acts'),
  actsUnscheduled: state('flow', 'actsUnscheduled'),
  actsOwn: state('flow', 'actsOwn'),
  actsCentre: state('flow', 'actsCentre'),
  teleconsultations: state('flow', 'teleconsultations'),
  emergency: state('flow', 'emergency'),
  renounced: derived('flow', 'renounced'),
  fees: state('flow', 'fees'),
  flatPayments: inDecember(state('flow', 'flatPayments')),
  waiting: state('stock', 'waiting'),
  delayDays: inDecember(state('stock', 'delayDays')),
  delayActs: inDecember(state('stock', 'delayActs')),
  delays: inDecember(state('stock', 'delayClasses'), { width: DELAY_CLASSES }),
  // accessibility: people weighted by the accessibility of their territory, and people below the threshold
  aplPeople: inDecember(derived('stock', 'aplPeople')),
  aplBelowPeople: inDecember(derived('stock', 'aplBelowPeople')),
  // professionals
  gps: state('stock', 'gps'),
  gpRefusing: state('stock', 'gpRefusing'),
  gpsLiberal: derived('stock', 'gpsLiberal'),
  gpLiberalMonths: derived('flow', 'gpsLiberal'),
  gpsCentre: derived('stock', 'gpsCentre'),
  gpsGroup: derived('stock', 'gpsGroup'),
  gpHours: derived('flow', 'gpHours'),
  gpFatigue: derived('flow', 'gpFatigue'),
  gpMinutes: derived('flow', 'gpMinutes'),
  gpEntries: derived('flow', 'gpEntries'),
  gpExits: derived('flow', 'gpExits'),
  gpsUnder50: inDecember(derived('stock', 'gpsUnder50')),
  gpsUnder50Group: inDecember(derived('stock', 'gpsUnder50Group')),
  gps50to59: inDecember(derived('stock', 'gps50to59')),
  gps50to59Group: inDecember(derived('stock', 'gps50to59Group')),
  gps60plus: inDecember(derived('stock', 'gps60plus')),
  gps60plusGroup: inDecember(derived('stock', 'gps60plusGroup')),
  gpsSettled: inDecember(derived('stock', 'gpsSettled')),
  gpsSettledNear: inDecember(derived('stock', 'gpsSettledNear')),
  nurses: inDecember(derived('stock', 'nurses')),
  ...COLLECTIVE_MEASURES,
  ...DELEGATION_MEASURES,
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];

/** The definition of a measure, without the narrowing of the table. */
export function measureOf(id: MeasureId): Measure {
  return MEASURES[id];
}

/** Values a measure occupies: others then low income when split, else its classes. */
function slotsOf(id: MeasureId): number {
  return measureOf(id).split ? measureOf(id).width + measureOf(id).width : measureOf(id).width;
}

/** First slot of each measure in a record, in the order of the dictionary. */
export const SLOT_OF: Readonly<Record<MeasureId, number>> = Object.fromEntries(
  MEASURE_IDS.map((id, i) => [id, MEASURE_IDS.slice(0, i).reduce((sum, before) => sum + slotsOf(before), 0)]),
) as Record<MeasureId, number>;

export const SLOT_COUNT = MEASURE_IDS.reduce((sum, id) => sum + slotsOf(id), 0);

/** Whose values are added: everybody's, or those of people of low income. */
export type Scope = 'everybody' | 'lowIncome';

/** Values of every slot for one group or territory: slot s stands at `s × stride + offset`. */
export interface Slots {
  readonly values: Float64Array;
  readonly stride: number;
  readonly offset: number;
}

/** Where a measure stands. */
export interface Place {
  readonly slot: number;
  readonly split: boolean;
}

export function placeOf(id: MeasureId): Place {
  return { slot: SLOT_OF[id], split: measureOf(id).split };
}

/** Total of a measure; NaN where the income is not told apart. */
export function totalOf(slots: Slots, id: MeasureId, scope: Scope): number {
  return totalAt(slots, placeOf(id), scope);
}

/** The same, for a measure whose place is known. */
export function totalAt({ values, stride, offset }: Slots, { slot, split }: Place, scope: Scope): number {
  const first = slot * stride + offset;
  if (!split) return scope === 'everybody' ? values[first] : Number.NaN;
  const low = values[first + stride];
  return scope === 'everybody' ? values[first] + low : low;
}
