/**
 * Collectivités: those who govern a place and pay for care there though nothing obliges them to. One row for the communes of
 * each territory and their groups, which house teams and hire GPs, then one for each conseil régional, which helps CPTS and
 * grants students. Rows are those of the geography and never move.
 */
import { type Columns, type Table, table } from '../../base/columns.js';
import { type Account, INSTRUMENTS } from '../teams/instruments.js';
import type { Geography } from '../territory.js';

export const COLLECTIVITY_SCHEMA = {
  /** Euros in hand for primary care. */
  money: 'f64',
  /** Houses of teams that they helped to build. */
  premises: 'f32',
  /** Posts of salaried GPs filled (those open are `territories.posts`). */
  salaried: 'f32',
} as const;

export type CollectivityColumns = Columns<typeof COLLECTIVITY_SCHEMA>;
export type Collectivities = Table<typeof COLLECTIVITY_SCHEMA>;

export function collectivitiesTable(geography: Geography, buffer?: SharedArrayBuffer): Collectivities {
  return table(COLLECTIVITY_SCHEMA, geography.territories.length + geography.regions.length, buffer);
}

/** Row of the conseil régional of a région. */
export function councilOf({ territories }: Geography, region: number): number {
  return territories.length + region;
}

/** Share of a sum that the communes of territory z can pay. */
export function affordable({ columns: { money } }: Collectivities, z: number, euros: number): number {
  return euros <= money[z] ? 1 : Math.max(0, money[z]) / euros;
}

/** Row of who pays an instrument in territory z, −1 where no collectivité does. */
export function payingCollectivity(geography: Geography, z: number, instrument: number): number {
  const payer: Account = INSTRUMENTS[instrument].payer;
  if (payer === 'commune') return z;
  return payer === 'region' ? councilOf(geography, geography.regionOf[z]) : -1;
}
