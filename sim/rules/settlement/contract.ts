/** Contracts of GPs: an aid is signed, and counted where the GP practises. */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { AIDS } from '../../world/delegation/delegation-counts.js';
import type { World } from '../../world/world.js';
import { type Aid, HELPERS, shareIn } from './aid-table.js';

const WIDTH = Object.keys(AIDS).length;

/** The GP in `row` signs an aid this month: paid from the next month on, bound from now. */
export function signAid(world: World, month: number, row: number, aid: Aid): void {
  const gp = world.physicians.columns;
  const z = gp.territory[row];
  // Who helps elsewhere is paid for that zone, not for the own.
  const share = aid.target === HELPERS ? 1 : shareIn(aid, world.territories.columns.zone[z]);
  gp.aid[row] = aid.row + 1;
  gp.aidPay[row] = (share * aid.amount) / MONTHS_PER_YEAR;
  gp.aidSince[row] = month;
  gp.aidUntil[row] = month + aid.months;
  gp.commitment[row] = aid.bound > 0 ? month + aid.bound : 0;
  countSigned(world, z, aid.row);
}

/** Counts a recipient of row `aid` of `AIDS` in territory z. */
export function countSigned(world: World, z: number, aid: number): void {
  world.territories.columns.aidFlows[z * WIDTH + aid] += 1;
}

/** Counts a recipient who would have come, or stayed, without the aid. */
export function countDeadweight(world: World, z: number, aid: number): void {
  world.territories.columns.aidDeadweight[z * WIDTH + aid] += 1;
}
