/**
 * The one door through which money moves: an amount goes from the payer to the payee of its instrument, treasuries of
 * teams and projects and the money of collectivités follow, and the territory's account of the instrument grows. So every
 * euro has a payer, a payee and an instrument, and a treasury is the sum of what came in less what went out (`laws.ts`).
 */
import { payingCollectivity } from '../settlement/collectivities.js';
import type { World } from '../world.js';
import { areasOf } from './areas.js';
import { INSTRUMENT_COUNT, INSTRUMENTS, instrumentOf } from './instruments.js';

const MERGED_TREASURY = instrumentOf('mergedTreasury');

/**
 * Pays to, from or for the project in `row`, counted at its seat: its treasury moves where the instrument names it payee or
 * payer, and stays where others pay each other for its sake (a supporter paid by the ARS).
 */
export function payProject(world: World, row: number, instrument: number, euros: number): void {
  const { treasury, paid, seat } = world.projects.columns;
  const { payer, payee } = INSTRUMENTS[instrument];
  if (payee === 'projects') treasury[row] += euros;
  if (payer === 'projects') treasury[row] -= euros;
  paid[row * INSTRUMENT_COUNT + instrument] += euros;
  count(world, areasOf(world.geography).territory[seat[row]], instrument, euros);
}

/**
 * Passes the whole treasury of a project to the one that absorbs it: the same euros in the account of both, counted once,
 * at the seat of who receives.
 */
export function passTreasury(world: World, from: number, into: number): void {
  const { treasury, paid, seat } = world.projects.columns;
  const euros = treasury[from];
  if (euros <= 0) return;
  treasury[from] = 0;
  treasury[into] += euros;
  for (const row of [from, into]) paid[row * INSTRUMENT_COUNT + MERGED_TREASURY] += euros;
  count(world, areasOf(world.geography).territory[seat[into]], MERGED_TREASURY, euros);
}

/** Pays to or from the treasury of the team in `row`, as the instrument says. */
export function payTeam(world: World, row: number, instrument: number, euros: number): void {
  const { treasury, territory } = world.teams.columns;
  treasury[row] += INSTRUMENTS[instrument].payee === 'teams' ? euros : -euros;
  count(world, territory[row], instrument, euros);
}

/** A payment between others, counted in territory z. */
export function payOutside(world: World, z: number, instrument: number, euros: number): void {
  count(world, z, instrument, euros);
}

function count(world: World, z: number, instrument: number, euros: number): void {
  world.territories.columns.euros[z * INSTRUMENT_COUNT + instrument] += euros;
  const row = payingCollectivity(world.geography, z, instrument);
  if (row >= 0) world.collectivities.columns.money[row] -= euros;
}
