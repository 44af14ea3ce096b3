/**
 * Turns of supporters: where rotation is compulsory, a supporter takes a project only if none of the others who work in the
 * région has taken fewer in the département within the years of the rotation.
 *
 * *Evidence.* The framework of Hauts-de-France makes pre-selected firms take turns, that of Grand Est has them compete for
 * each letter (Ménard 2024, EHESP, l.491–497). *Leaves out.* Turns between firms of one slot.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { SLOTS } from '../../world/teams/institutions.js';
import { NO_PROJECT } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';

/**
 * Projects that each slot has taken, by département × SLOTS + slot, among those founded in the last years of the rotation of
 * their région; none where there is no rotation. Counted before any mission of the month begins, so that the order of
 * projects means nothing: two of one month may meet the same supporter.
 * @param rotation years, by région
 */
export function projectsTaken(world: World, rotation: readonly number[], month: number): Float64Array {
  const taken = new Float64Array(world.delegations.rows * SLOTS);
  if (rotation.every((years) => years <= 0)) return taken;
  const { stage, supporter, region, departement, founded } = world.projects.columns;
  for (let row = 0; row < stage.length; row++) {
    if (stage[row] === NO_PROJECT || supporter[row] < 0) continue;
    if (month - founded[row] < rotation[region[row]] * MONTHS_PER_YEAR)
      taken[departement[row] * SLOTS + supporter[row]]++;
  }
  return taken;
}

/**
 * True when no other slot that works there has taken fewer projects of the département; always without rotation.
 * @param works whether a slot is in the turn at all: a candidate with days to give
 */
export function isItsTurn(
  taken: Float64Array,
  departement: number,
  slot: number,
  works: (slot: number) => boolean,
): boolean {
  const of = (one: number) => taken[departement * SLOTS + one];
  for (let other = 0; other < SLOTS; other++) if (works(other) && of(other) < of(slot)) return false;
  return true;
}
