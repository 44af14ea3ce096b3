/**
 * Columns that the recorder makes itself each month: counts of professionals by territory, people by territory
 * and income, and accessibility weighted by people.
 */
import { calendarMonthOf, MONTHS_PER_YEAR } from '../base/calendar.js';
import { distanceKm } from '../base/sphere.js';
import * as physicians from '../world/physicians.js';
import type { World } from '../world/world.js';
import { countCollective } from './derived-collective.js';
import { DERIVED_SPLIT, DERIVED_WHOLE, type DerivedColumn } from './measure.js';

// Constants of this file, which V8 compiles in (`world/once-per-world.ts`).
const { ACTIVE, CENTRE, GROUP, practises } = physicians;

/** Accessibility under which a territory counts as under-served, acts per person and year (DREES, ER 1144, 2020). */
export const APL_THRESHOLD = 2.5;
/** Distance within which a GP is said to practise near the birthplace, km (Insee Première 2024, median of GPs). */
export const BIRTHPLACE_KM = 85;
const AGE_50 = 50 * MONTHS_PER_YEAR;
const AGE_60 = 60 * MONTHS_PER_YEAR;
const AGE_CLASSES = 5;

export interface Derived {
  readonly columns: Readonly<Record<DerivedColumn, Float64Array>>;
  /**
   * Territory of each liberal GP at the end of the month before, or of the last one for a GP between two places;
   * −1 for any other; by `id`. Tells entries and exits.
   */
  readonly before: Int32Array;
  /** Rewrites the columns from the tables as they stand at the end of `month`. */
  update(month: number): void;
}

/** Columns for a world; entries and exits are counted from the state it has now, or from that of `before`. */
export function derivedColumns(world: World, before?: Int32Array): Derived {
  const n = world.geography.territories.length;
  const sized = (names: readonly DerivedColumn[], length: number) =>
    names.map((name) => [name, new Float64Array(length)] as const);
  const columns = Object.fromEntries([...sized(DERIVED_SPLIT, n + n), ...sized(DERIVED_WHOLE, n)]) as Record<
    DerivedColumn,
    Float64Array
  >;
  const last = before?.slice() ?? liberalTerritories(world);
  const now = new Int32Array(last.length);
  return {
    columns,
    before: last,
    update(month) {
      for (const name of DERIVED_WHOLE) columns[name].fill(0);
      countPeople(world, columns);
      countGps(world, columns);
      countFlows(world, columns, last, now);
      countCollective(world, columns);
      if (calendarMonthOf(month) === MONTHS_PER_YEAR) {
        describeGps(world, columns, month);
        countNurses(world, columns);
      }
    },
  };
}

/** True for a physician who practises as a liberal this month. */
export function isLiberal(status: number, form: number): boolean {
  return practises(status) && form !== CENTRE;
}

function liberalTerritories(world: World): Int32Array {
  const { rowOf, status, form, territory } = world.physicians.columns;
  return Int32Array.from(rowOf, (row) => (isLiberal(status[row], form[row]) ? territory[row] : -1));
}

function countPeople(world: World, columns: Record<DerivedColumn, Float64Array>): void {
  const { ages } = world.tallies.columns;
  const { apl, renounced, renouncedLow } = world.territories.columns;
  const { people, aplPeople, aplBelowPeople } = columns;
  for (let z = 0; z < apl.length; z++) {
    for (let row = z + z; row <= z + z + 1; row++) {
      let agents = 0;
      for (let c = 0; c < AGE_CLASSES; c++) agents += ages[row * AGE_CLASSES + c];
      people[row] = agents * world.size.scale;
      aplPeople[row] = people[row] * apl[z];
      aplBelowPeople[row] = apl[z] < APL_THRESHOLD ? people[row] : 0;
    }
    columns.renounced[z + z] = renounced[z] - renouncedLow[z];
    columns.renounced[z + z + 1] = renouncedLow[z];
  }
}

/** GPs of each territory, and of the liberal ones the form, hours, fatigue, minutes and trust. */
function countGps(world: World, columns: Record<DerivedColumn, Float64Array>): void {
  const { status, form, hours, fatigue, minutes, trust } = world.physicians.columns;
  const { gpOrder, gpStart } = world;
  for (let z = 0; z + 1 < gpStart.length; z++) {
    let centre = 0;
    let liberal = 0;
    let grouped = 0;
    let hoursOfAll = 0;
    let fatigueOfAll = 0;
    let minutesOfAll = 0;
    let trustOfAll = 0;
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = gpOrder[i];
      if (!practises(status[row])) continue;
      if (form[row] === CENTRE) {
        centre++;
        continue;
      }
      liberal++;
      if (form[row] === GROUP) grouped++;
      hoursOfAll += hours[row];
      fatigueOfAll += fatigue[row];
      minutesOfAll += minutes[row];
      trustOfAll += trust[row];
    }
    columns.gpsCentre[z] = centre;
    columns.gpsLiberal[z] = liberal;
    columns.gpsGroup[z] = grouped;
    columns.gpHours[z] = hoursOfAll;
    columns.gpFatigue[z] = fatigueOfAll;
    columns.gpMinutes[z] = minutesOfAll;
    columns.gpTrust[z] = trustOfAll;
  }
}

/** Liberal GPs who came or went since the month before, by territory of where they are or were; `now` is scratch by `id`. */
function countFlows(
  { physicians, gpOrder, gpStart }: World,
  columns: Record<DerivedColumn, Float64Array>,
  before: Int32Array,
  now: Int32Array,
): void {
  const { id, rowOf, status, form, since, exit } = physicians.columns;
  now.fill(-1);
  for (let z = 0; z + 1 < gpStart.length; z++) {
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = gpOrder[i];
      if (isLiberal(status[row], form[row])) now[id[row]] = z;
    }
  }
  for (let who = 0; who < before.length; who++) {
    const was = before[who];
    const is = now[who];
    if (is === was) continue;
    const row = rowOf[who];
    // Between two places: a date of settling after the exit (careers).
    if (is < 0 && !practises(status[row]) && since[row] > exit[row]) continue;
    if (is < 0) columns.gpExits[was]++;
    else if (was < 0) columns.gpEntries[is]++;
    before[who] = is;
  }
}

/** December: liberal GPs by age and form, and how near their birthplace those who settled during the run are. */
function describeGps(world: World, columns: Record<DerivedColumn, Float64Array>, month: number): void {
  const { status, form, territory, birth, since, origin } = world.physicians.columns;
  const places = world.geography.territories;
  for (let row = 0; row < world.physicians.rows; row++) {
    if (!isLiberal(status[row], form[row])) continue;
    const z = territory[row];
    const grouped = form[row] === GROUP ? 1 : 0;
    const age = month - birth[row];
    if (age < AGE_50) {
      columns.gpsUnder50[z]++;
      columns.gpsUnder50Group[z] += grouped;
    } else if (age < AGE_60) {
      columns.gps50to59[z]++;
      columns.gps50to59Group[z] += grouped;
    } else {
      columns.gps60plus[z]++;
      columns.gps60plusGroup[z] += grouped;
    }
    if (since[row] < world.size.startMonth || origin[row] < 0) continue;
    columns.gpsSettled[z]++;
    const from = places[origin[row]];
    const to = places[z];
    const km = distanceKm(from.latitude, from.longitude, to.latitude, to.longitude);
    if (km <= BIRTHPLACE_KM) columns.gpsSettledNear[z]++;
  }
}

function countNurses(world: World, columns: Record<DerivedColumn, Float64Array>): void {
  const { status, territory } = world.nurses.columns;
  for (let row = 0; row < world.nurses.rows; row++) {
    if (status[row] === ACTIVE) columns.nurses[territory[row]]++;
  }
}
