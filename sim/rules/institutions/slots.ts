/**
 * What the three slots of a région have to give in a month, before projects ask: days, own funds, presence.
 *
 * Days that somebody pays (a team, a framework agreement) are all a slot has; where nobody pays by the piece it gives the
 * days it can give unpaid, and those that the CPOM of the designated partner buys (Gauthier 2021: six régions of fifteen
 * pay a union by CPOM). Legitimacy and unity multiply them. Paid help that nobody asks for leaves the région for the length
 * of a framework agreement (two to four years; a firm may win nothing in four, Ménard 2024).
 */
import { calendarMonthOf, MONTHS_PER_YEAR } from '../../base/calendar.js';
import { SLOTS } from '../../world/teams/institutions.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';
import { type Claim, grantFromFir } from './fir.js';
import type { Offices } from './offices.js';
import {
  FROM_PROSPECTING,
  PARTNER_IS_PAID,
  SELECTED_IS_PAID,
  type SupportSettings,
  TEAM_IS_PAID,
} from './settings.js';

const CPOM = instrumentOf('firCpom');
const OWN_DAYS = instrumentOf('supporterOwnDays');

/** True when the days of this slot are paid one by one in its région. */
export function isPaidByDay(settings: SupportSettings, region: number, slot: number): boolean {
  const payee = settings.payee[region];
  return payee === TEAM_IS_PAID || (payee === SELECTED_IS_PAID && isSelected(settings, region, slot));
}

/** True when the slot is in the framework agreement of the région; the word after the slots stands for any. */
export function isSelected({ selected }: SupportSettings, region: number, slot: number): boolean {
  return selected[region] === slot || selected[region] === SLOTS;
}

/** In January, own funds of the year. */
export function refillOwnFunds({ supporters }: World, settings: SupportSettings, month: number): void {
  if (calendarMonthOf(month) !== 1) return;
  for (let row = 0; row < supporters.rows; row++)
    supporters.columns.ownFunds[row] = settings.ownFunds[row % SLOTS][Math.floor(row / SLOTS)];
}

/** Paid help leaves where projects live and none asks for it, and tries again after as long, or when asked for. */
export function leaveOrReturn(world: World, { exitMonths, unpaid }: SupportSettings): void {
  const { asked, idle, gone } = world.supporters.columns;
  const { projects } = world.agencies.columns;
  for (let row = 0; row < world.supporters.rows; row++) {
    const isUnused = asked[row] === 0 && unpaid[row % SLOTS] < 1 && projects[Math.floor(row / SLOTS)] > 0;
    const waits = gone[row] === 1 ? asked[row] === 0 : isUnused;
    idle[row] = waits ? idle[row] + 1 : 0;
    if (gone[row] === 1 && idle[row] === 0) gone[row] = 0;
    else if (idle[row] >= exitMonths) {
      gone[row] = 1 - gone[row];
      idle[row] = 0;
    }
  }
}

/** Pays the partners under CPOM what the FIR allows; the euros received by each slot. */
export function payPartners(world: World, settings: SupportSettings, { regionSeat }: Offices): Float64Array {
  const received = new Float64Array(world.supporters.rows);
  const claims: Claim[] = [];
  for (let region = 0; region < world.agencies.rows; region++) {
    if (settings.payee[region] !== PARTNER_IS_PAID || settings.cpom[region] === 0) continue;
    const row = region * SLOTS + settings.partner[region];
    const grant = (euros: number) => {
      received[row] = euros;
      world.supporters.columns.account[row] += euros;
      payOutside(world, regionSeat[region], CPOM, euros);
    };
    claims.push({ region, euros: settings.cpom[region] / MONTHS_PER_YEAR, grant });
  }
  grantFromFir(world, claims);
  return received;
}

/**
 * Sets the days of the month, and the share of them that the slot's own funds bear when nobody pays them by the day.
 * @param received euros of CPOM by slot
 */
export function setDays(world: World, settings: SupportSettings, received: Float64Array): void {
  const { days, asked, given, ownShare, strength, unity } = world.supporters.columns;
  const { drift } = world.agencies.columns;
  asked.fill(0);
  given.fill(0);
  for (let row = 0; row < world.supporters.rows; row++) {
    const region = Math.floor(row / SLOTS);
    const slot = row % SLOTS;
    const isSeated = settings.seat[region] - 1 === slot;
    const room = isSeated ? 1 : 1 - drift[region];
    const present = sellsDays(world, settings, row) ? 1 : settings.unpaid[slot];
    const own = settings.days[slot][region] * present * strength[row] * unity[row] * room;
    const bought = settings.price[slot] > 0 ? received[row] / settings.price[slot] : 0;
    days[row] = own + bought;
    ownShare[row] = days[row] > 0 ? own / days[row] : 0;
  }
}

/** True for a slot whose days somebody pays one by one, unless it has left the région. */
function sellsDays(world: World, settings: SupportSettings, row: number): boolean {
  const slot = row % SLOTS;
  return world.supporters.columns.gone[row] === 0 && isPaidByDay(settings, Math.floor(row / SLOTS), slot);
}

/**
 * Days left this month that a slot may give where nobody pays them: of days for sale the part it can give unpaid; days that
 * nobody buys are that part already.
 */
export function spareDays(world: World, settings: SupportSettings, row: number): number {
  const { days, given } = world.supporters.columns;
  const part = sellsDays(world, settings, row) ? settings.unpaid[row % SLOTS] : 1;
  return Math.max(0, days[row] - given[row]) * part;
}

/**
 * Where help begins at prospecting, the partner spends a part of the days that no project asked for on looking for
 * leaders, where people have no project; the rest stays for what the month brings (`takeSpareDays`).
 */
export function prospect(world: World, settings: SupportSettings, { regionOf, regionSeat }: Offices): void {
  const { given, ownShare } = world.supporters.columns;
  const { prospecting, freePeople } = world.delegations.columns;
  const free = new Float64Array(world.agencies.rows);
  for (let dep = 0; dep < regionOf.length; dep++) free[regionOf[dep]] += freePeople[dep];
  const found = new Float64Array(world.agencies.rows);
  for (let region = 0; region < found.length; region++) {
    if (settings.spanFrom[region] !== FROM_PROSPECTING || free[region] <= 0) continue;
    const slot = settings.partner[region];
    const row = region * SLOTS + slot;
    found[region] = settings.prospecting * spareDays(world, settings, row);
    given[row] += found[region];
    payOutside(world, regionSeat[region], OWN_DAYS, found[region] * ownShare[row] * settings.price[slot]);
  }
  for (let dep = 0; dep < regionOf.length; dep++) {
    const region = regionOf[dep];
    if (found[region] > 0) prospecting[dep] += (found[region] * freePeople[dep]) / free[region];
  }
}

/**
 * Takes up to `wanted` of the days that a slot has left this month, for mediation in a project of territory z:
 * at its own expense, but for the part that a CPOM has bought.
 * @returns the days taken
 */
export function takeSpareDays(
  world: World,
  settings: SupportSettings,
  { region, slot, z }: { region: number; slot: number; z: number },
  wanted: number,
): number {
  const { given, ownShare } = world.supporters.columns;
  const row = region * SLOTS + slot;
  const taken = Math.min(spareDays(world, settings, row), wanted);
  given[row] += taken;
  payOutside(world, z, OWN_DAYS, taken * ownShare[row] * settings.price[slot]);
  return taken;
}
