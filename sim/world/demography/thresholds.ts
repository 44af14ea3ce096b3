/**
 * What can happen to a person in a month, as thresholds of one 32-bit draw by région and cell (census.ts).
 *
 * Each event owns a fixed stretch of the draw, so that a change of one chance moves no other event: death from 0,
 * onset of a chronic condition from one quarter, a move from one half, leaving the région or the country from
 * three quarters. Death comes first where a large chance makes stretches meet.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { threshold } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { CHRONIC_MASK, CHRONIC_SHIFT, FEMALE } from '../patients.js';
import { AGES, FEMALE_ROW, MALE_ROW } from './ages.js';
import { CELL_BITS, CELLS } from './census.js';
import { chronicRates } from './chronic.js';
import type { MigrationRates } from './migration-rates.js';
import { deathHazards } from './mortality.js';
import { REGIONS } from './regions.js';

/** Bits of a draw below its quarter. */
export const QUARTER_BITS = 30;
export const QUARTER = 1 << QUARTER_BITS;
export const BELOW_QUARTER = QUARTER - 1;
export const ONSET = 1;
export const MOVE = 2;
export const LEAVE = 3;

export interface Thresholds {
  /** By région row × CELLS + cell. No event can happen when the draw within its quarter reaches this. */
  readonly rare: Int32Array;
  /** On the whole draw. */
  readonly death: Float64Array;
  /** On the draw within its quarter: onset; move; emigration, then emigration or leaving the région. */
  readonly onset: Int32Array;
  readonly move: Int32Array;
  readonly abroad: Int32Array;
  readonly leave: Int32Array;
}

export function makeThresholds(): Thresholds {
  const size = REGIONS * CELLS;
  return {
    rare: new Int32Array(size),
    death: new Float64Array(size),
    onset: new Int32Array(size),
    move: new Int32Array(size),
    abroad: new Int32Array(size),
    leave: new Int32Array(size),
  };
}

/**
 * Writes the chances of `month`; `moveFactor` turns the yearly chance to change territory into that of trying to.
 */
export function fillThresholds(
  into: Thresholds,
  parameters: Parameters,
  month: number,
  start: number,
  rates: MigrationRates,
  moveFactor: number,
): void {
  const hazards = deathHazards(parameters, month, start);
  const regional = parameters.list('mortality.regional', month);
  const both = hazards[MALE_ROW].map((hazard, age) => (hazard + hazards[FEMALE_ROW][age]) / 2);
  const chronic = chronicRates(parameters, month, start, both);
  const states = chronic.mortality.length / AGES;
  for (let age = 0; age < AGES; age++) {
    const move = withinQuarter(rates.move[age] * moveFactor);
    const abroad = withinQuarter(rates.abroad[age]);
    for (let bits = 0; bits < CELL_BITS; bits++) {
      const state = Math.min(states - 1, (bits & CHRONIC_MASK) >> CHRONIC_SHIFT);
      const hazard =
        hazards[bits & FEMALE ? FEMALE_ROW : MALE_ROW][age] * chronic.mortality[state * AGES + age];
      const onset = state === 0 ? chronic.first[age] : state === 1 ? chronic.further[age] : 0;
      const onsetThreshold = withinQuarter(onset);
      for (let region = 0; region < REGIONS; region++) {
        const at = region * CELLS + age * CELL_BITS + bits;
        // Nobody outlives the tables.
        const death = age === AGES - 1 ? threshold(1) : monthlyThreshold(hazard * regional[region]);
        const leave = withinQuarter(rates.leaving[region][age]);
        into.death[at] = death;
        into.onset[at] = onsetThreshold;
        into.move[at] = move;
        into.abroad[at] = abroad;
        into.leave[at] = leave;
        into.rare[at] = Math.min(QUARTER, Math.max(death, onsetThreshold, move, leave));
      }
    }
  }
}

/** Threshold on a whole draw of an event of this yearly hazard in one month. */
function monthlyThreshold(hazard: number): number {
  return threshold(1 - Math.exp(-hazard / MONTHS_PER_YEAR));
}

/** The same on the draw within a quarter, at most all of it: a chance above one quarter a month is cut to it. */
function withinQuarter(hazard: number): number {
  return Math.min(QUARTER, Math.ceil(monthlyThreshold(hazard)));
}
