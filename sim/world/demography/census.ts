/**
 * Counting people by what tallies publish: a cell is (completed age, sex, income, chronic state); cells fold into
 * a few groups, and groups into the columns of the patient tallies.
 */
import { AGE_CLASSES } from '../../base/ages.js';
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { CHRONIC_MASK, FEMALE, LOW_INCOME } from '../patients.js';
import type { PatientTallyColumns } from '../tallies.js';
import { AGES, CLASSES } from './ages.js';

/** Bits of `patients.flags` that are part of a cell. */
export const CELL_MASK = FEMALE | LOW_INCOME | CHRONIC_MASK;
export const CELL_BITS = CELL_MASK + 1;
export const CELLS = AGES * CELL_BITS;

/** Women counted for births, and adults in the sense of the médecin traitant: completed ages. */
export const MOTHER_FROM = 15;
export const MOTHER_BEFORE = 50;
export const ADULT_FROM = 17;

/** Ages at which some column of the tallies begins or ends. */
const STEPS = [...AGE_CLASSES, MOTHER_FROM, MOTHER_BEFORE, ADULT_FROM].sort((a, b) => a - b);
const HELD = 4;
const GROUP_BITS = HELD + HELD;
/** Groups: (step of age, sex, income, holds an ALD or not). */
export const GROUPS = STEPS.length * GROUP_BITS;

/** First cell of each number of months lived, by months. */
export function cellOfMonths(): Uint16Array {
  return Uint16Array.from(
    { length: AGES * MONTHS_PER_YEAR },
    (_, months) => Math.floor(months / MONTHS_PER_YEAR) * CELL_BITS,
  );
}

/** Group of each cell. */
export function groupOfCells(): Uint8Array {
  return Uint8Array.from({ length: CELLS }, (_, cell) => {
    const age = Math.floor(cell / CELL_BITS);
    const bits = cell % CELL_BITS;
    const step = STEPS.findLastIndex((from) => age >= from);
    return step * GROUP_BITS + (bits & (FEMALE | LOW_INCOME)) + (bits & CHRONIC_MASK ? HELD : 0);
  });
}

/** Writes the counts by group of territory z into its two rows of the tallies (others, low income). */
export function writeCensus(counts: Int32Array, tally: PatientTallyColumns, z: number): void {
  const { ages, women15to49, adults, ald, aldAdults } = tally;
  for (let row = 2 * z; row <= 2 * z + 1; row++) {
    ages.fill(0, row * CLASSES, (row + 1) * CLASSES);
    women15to49[row] = 0;
    adults[row] = 0;
    ald[row] = 0;
    aldAdults[row] = 0;
  }
  for (let group = 0; group < GROUPS; group++) {
    const people = counts[group];
    if (people === 0) continue;
    const row = 2 * z + (group & LOW_INCOME ? 1 : 0);
    const age = STEPS[Math.floor(group / GROUP_BITS)];
    ages[row * CLASSES + CLASS_OF_STEP[Math.floor(group / GROUP_BITS)]] += people;
    if (group & FEMALE && age >= MOTHER_FROM && age < MOTHER_BEFORE) women15to49[row] += people;
    if (age >= ADULT_FROM) adults[row] += people;
    if (group & HELD) {
      ald[row] += people;
      if (age >= ADULT_FROM) aldAdults[row] += people;
    }
  }
}

const CLASS_OF_STEP = STEPS.map((age) => AGE_CLASSES.findLastIndex((from) => age >= from));
