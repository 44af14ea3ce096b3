/**
 * The table of aids to settle or to stay, as in force in one month: who may have which, where, and what it is worth.
 *
 * An aid is a row of the domain `aid` (parameters `settlement.aid.*`). Newcomers who settle in a zone turn the aids open to
 * them over, the best paid first, and take the first that they apply for (`takeUp`): one contract a GP, since the texts
 * exclude each other. What aids are worth is compared over the same years (`settlement.aid.horizon`), however long each pays or
 * binds.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { GROUP, SOLO } from '../../world/physicians.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { ZAC, ZIP } from '../../world/zones.js';
import { YES } from '../yes-or-no.js';

/** Whom an aid is for (`settlement.aid.target`), as positions of its words: who settles; who settles near an old solo GP. */
export const NEWCOMERS = 0;
export const HEIRS = 1;
/** Settled GPs: members of a team, those who work some days in a zone, those past an age near a newcomer. */
export const MEMBERS = 2;
export const HELPERS = 3;
export const LEAVING_SOON = 4;

export interface Aid {
  /** Its row in `AIDS`. */
  readonly row: number;
  readonly instrument: number;
  /** Euros a year, over so many months, and months bound to the zone. */
  readonly amount: number;
  readonly months: number;
  readonly bound: number;
  /** Euros of each year of the horizon, in a ZIP. */
  readonly worth: number;
  /** Share of the amount in a ZAC. */
  readonly inZac: number;
  readonly target: number;
  /** Only for practice in a team. */
  readonly team: boolean;
  readonly takeUp: number;
}

/** What else decides about rights in a territory. */
export interface PlaceForAid {
  readonly zone: number;
  /** Free seats in a team; a solo GP past the age of `settlement.senior` without successor. */
  readonly hasSeat: boolean;
  readonly hasSenior: boolean;
}

/** Instruments by row of `AIDS`; the contracts of students have theirs in `commitments.ts`. */
const INSTRUMENT_OF_AID = [
  'optionDemographie',
  'ptmg',
  'ptma',
  'caim',
  'coscom',
  'cstm',
  'cotram',
  'settlingAid2026',
  'takeoverAid',
] as const;
const INSTRUMENTS_BY_AID = INSTRUMENT_OF_AID.map(instrumentOf);

/** Instrument through which the aid of a GP (`physicians.aid`) is paid; undefined for what pays settled GPs nothing. */
export function instrumentOfAid(aid: number): number | undefined {
  return INSTRUMENTS_BY_AID[aid - 1];
}

/** Aids that can be signed in a month, the best paid first. Reads every parameter of the table. */
export function openAids(parameters: Parameters, month: number): readonly Aid[] {
  const list = (path: string) => parameters.list(`settlement.aid.${path}`, month);
  const [amount, years, commitment, open, inZac, target, team, takeUp] = [
    'amount',
    'years',
    'commitment',
    'open',
    'inZac',
    'target',
    'team',
    'takeUp',
  ].map(list);
  const horizon = parameters.number('settlement.aid.horizon', month);
  return INSTRUMENTS_BY_AID.map((instrument, row) => ({
    row,
    instrument,
    amount: amount[row],
    months: Math.round(years[row] * MONTHS_PER_YEAR),
    bound: Math.round(commitment[row] * MONTHS_PER_YEAR),
    worth: (amount[row] * years[row]) / Math.max(horizon, years[row]),
    inZac: inZac[row],
    target: target[row],
    team: team[row] === YES,
    takeUp: takeUp[row],
  }))
    .filter((aid) => open[aid.row] === YES && aid.takeUp > 0 && aid.amount > 0)
    .sort((a, b) => b.worth - a.worth || a.row - b.row);
}

/** Share of the amount of an aid that a zone gives right to. */
export function shareIn({ inZac }: Aid, zone: number): number {
  return zone === ZIP ? 1 : zone === ZAC ? inZac : 0;
}

/** Whether who settles in this place and form of practice has a right to the aid. */
export function isForNewcomer(aid: Aid, place: PlaceForAid, form: number): boolean {
  if (shareIn(aid, place.zone) <= 0 || (form !== SOLO && form !== GROUP)) return false;
  if (aid.team && !(form === GROUP && place.hasSeat)) return false;
  return aid.target === NEWCOMERS || (aid.target === HEIRS && form === SOLO && place.hasSenior);
}

/** Euros a year that a newcomer to a place and form may expect of the aids open. */
export function eurosExpected(aids: readonly Aid[], place: PlaceForAid, form: number): number {
  let euros = 0;
  let left = 1;
  for (const aid of aids) {
    if (!isForNewcomer(aid, place, form)) continue;
    euros += left * aid.takeUp * shareIn(aid, place.zone) * aid.worth;
    left *= 1 - aid.takeUp;
  }
  return euros;
}

/** The aid that a newcomer of this leaning (uniform in 0 to 1) takes in a place and form, undefined none. */
export function aidTaken(
  aids: readonly Aid[],
  place: PlaceForAid,
  form: number,
  leaning: number,
): Aid | undefined {
  let left = leaning;
  for (const aid of aids) {
    if (!isForNewcomer(aid, place, form)) continue;
    if (left < aid.takeUp) return aid;
    left = (left - aid.takeUp) / (1 - aid.takeUp);
  }
  return undefined;
}
