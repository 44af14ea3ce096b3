/** What a newcomer finds in each territory this month: GPs, practices, posts left open, how tired people are. */
import { CENTRE, GROUP, LEAVING, LOCUM, PRACTICE_FORMS, practises, RETIRED } from '../../world/physicians.js';
import type { World } from '../../world/world.js';

export const FORMS = PRACTICE_FORMS.length;

export interface LocalSupply {
  /** Practising liberal GPs, and GPs in groups and centres. */
  readonly liberal: Int32Array;
  readonly inGroup: Int32Array;
  readonly inCentre: Int32Array;
  /** Practising GPs of all forms and the sum of their fatigue. */
  readonly gps: Int32Array;
  readonly fatigue: Float64Array;
  /** Announced and recent exits not yet followed by an arrival, by territory × form. */
  readonly openings: Int32Array;
  /** Rows of those who settle this month. */
  readonly settlers: number[];
}

export function emptySupply(territories: number): LocalSupply {
  const counts = () => new Int32Array(territories);
  return {
    liberal: counts(),
    inGroup: counts(),
    inCentre: counts(),
    gps: counts(),
    fatigue: new Float64Array(territories),
    openings: new Int32Array(territories * FORMS),
    settlers: [],
  };
}

/** Recounts `supply` for `month`; exits and arrivals of the last `memory` months make and fill openings. */
export function countSupply(world: World, month: number, memory: number, supply: LocalSupply): void {
  const { status, form, territory, since, exit, fatigue } = world.physicians.columns;
  for (const counts of [
    supply.liberal,
    supply.inGroup,
    supply.inCentre,
    supply.gps,
    supply.fatigue,
    supply.openings,
  ])
    counts.fill(0);
  supply.settlers.length = 0;
  const horizon = month - memory;
  for (let row = 0; row < world.physicians.rows; row++) {
    const now = status[row];
    if (practises(now)) {
      const z = territory[row];
      supply.gps[z]++;
      supply.fatigue[z] += fatigue[row];
      if (form[row] === CENTRE) supply.inCentre[z]++;
      else supply.liberal[z]++;
      if (form[row] === GROUP) supply.inGroup[z]++;
      if (now === LEAVING) supply.openings[z * FORMS + form[row]]++;
      if (since[row] >= horizon) supply.openings[z * FORMS + form[row]]--;
    } else if (now === RETIRED) {
      if (exit[row] >= horizon) supply.openings[territory[row] * FORMS + form[row]]++;
      // A GP who moves is RETIRED from the old place with a date of settling after the exit (careers).
      if (since[row] > exit[row] && since[row] <= month) supply.settlers.push(row);
    } else if (now === LOCUM && since[row] <= month) supply.settlers.push(row);
  }
  for (let i = 0; i < supply.openings.length; i++) if (supply.openings[i] < 0) supply.openings[i] = 0;
}
