/**
 * The increase of the flat payment for patients in a ZIP (convention of 2024, from 2026): a tenth for the GPs who practise there,
 * more in the first two years of those who settled there first. Paid each December on what the people of the list bring; a
 * newcomer expects the mean of three years on the payment of a usual list. Leaves out: quartiers prioritaires (QPV), and GPs who
 * give up an older contract for it.
 */
import { FLAT_PAYMENT_AGES } from '../../base/ages.js';
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { keptTerritories } from '../../world/geography/restrict.js';
import { CENTRE, practises } from '../../world/physicians.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';

const ZIP_MAJORATION = instrumentOf('zipMajoration');
const AGES = FLAT_PAYMENT_AGES.length;

/** Shares added in the first, the second and the later years of a GP who settled first in the place. */
export type Majoration = readonly number[];

/** The shares in force in a month; undefined where there are none. */
export function majorationIn(parameters: Parameters, month: number): Majoration | undefined {
  const shares = parameters.list('settlement.majoration', month);
  return shares.some((share) => share > 0) ? shares : undefined;
}

/** What the people of a territory bring, as counted last December. */
export interface FlatPayment {
  /** Euros a year for its agents, each for one person. */
  readonly euros: number;
  /** Agents with a declared médecin traitant and an ALD. */
  readonly chronic: number;
}

/** Flat payments for the people of territory z, of low income and others; amounts by age, without and with an ALD. */
export function flatPaymentOf(
  { tallies }: World,
  z: number,
  others: readonly number[],
  ald: readonly number[],
): FlatPayment {
  const { declaredOthers, declaredAld } = tallies.columns;
  let euros = 0;
  let chronic = 0;
  const first = (z + z) * AGES;
  for (let at = first; at < first + AGES + AGES; at++) {
    const age = at % AGES;
    euros += declaredOthers[at] * others[age] + declaredAld[at] * ald[age];
    chronic += declaredAld[at];
  }
  return { euros, chronic };
}

/** Euros a year that a newcomer to a ZIP may expect: the mean of three years on the flat payment of a usual GP. */
export function majorationExpected(world: World, parameters: Parameters, month: number): number {
  const shares = majorationIn(parameters, month);
  if (shares === undefined) return 0;
  const others = parameters.list('payments.patient.others', month);
  const ald = parameters.list('payments.patient.ald', month);
  let euros = 0;
  let gps = 0;
  for (const { index } of keptTerritories(world.geography)) {
    euros += flatPaymentOf(world, index, others, ald).euros * world.size.scale;
    gps += world.gpStart[index + 1] - world.gpStart[index];
  }
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return gps > 0 ? (mean * euros) / gps : 0;
}

/** Pays the GPs of z, a ZIP, on their lists; `perPerson` is what a person of z on a list brings, declared or not, in euros. */
export function payMajoration(
  world: World,
  z: number,
  month: number,
  shares: Majoration,
  perPerson: number,
): void {
  const { list, form, status, since, settled } = world.physicians.columns;
  let euros = 0;
  for (let i = world.gpStart[z]; i < world.gpStart[z + 1]; i++) {
    const row = world.gpOrder[i];
    if (form[row] === CENTRE || !practises(status[row])) continue;
    const years = Math.floor((month - since[row]) / MONTHS_PER_YEAR);
    const isFirstPlace = settled[row] > 0 && settled[row] === since[row];
    euros +=
      list[row] * perPerson * shares[isFirstPlace ? Math.min(years, shares.length - 1) : shares.length - 1];
  }
  payOutside(world, z, ZIP_MAJORATION, euros);
}
