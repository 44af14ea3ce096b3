/**
 * Willingness to delegate: one function for everything a GP may hand over, to an Asalée nurse, an IPA, a protocol of the
 * team or an assistant.
 *
 * Who is open and trusts hands over more. An act handed over is a fee lost unless the hour is filled again: a GP whose
 * patients wait fills it at once, one with time to spare loses it as far as income comes from acts. Payment by the act
 * holds delegation back and flat payment helps it where there is mutual trust (seminar book of the project, Battistoni);
 * GPs of the worst-served places delegate against exhaustion, others for comfort (same, Fournier); GPs keep easy patients
 * and do not refer (Cour des comptes 2023, IGAS 2021). No study gives a size: the form is the assumption.
 */
import type { World } from '../../world/world.js';
import { worthOf } from '../teams/hours-offered.js';
import { mixOf, type WorthRules } from '../teams/payment-mix.js';
import { opennessOf } from '../teams/settings.js';
import type { DelegatingSettings } from './settings.js';

/**
 * How readily a GP hands follow-up or tasks over, from 0 to 1.5; 1 for a GP who is open, of middling trust, and swamped.
 * @param openness trait between who uses what others build (0) and who builds (1)
 * @param trust trust in collective work, 0 to 1
 * @param busy share of a freed hour that waiting patients fill at once (`busyShare`)
 * @param rules worth of an hour that nobody pays, and share of income that does not come from acts
 */
export function willingness(openness: number, trust: number, busy: number, rules: WorthRules): number {
  return openness * (0.5 + trust) * (busy + (1 - busy) * worthOf(0, rules));
}

/**
 * Share of a freed hour that waiting patients fill at once, 0 to 1.
 * @param wait days a planned request waits beyond its own lead time (`physicians.wait`)
 * @param waitScale wait at which the share is one half (`careers.fatigue.waitScale`), days, above 0
 */
export function busyShare(wait: number, waitScale: number): number {
  return wait / (wait + waitScale);
}

/** Willingness of a GP who trusts entirely and is swamped, over openness: a bound that spares looking closer at many. */
export const MOST_WILLING = 1 + 0.5;

export type WillColumns = ReturnType<typeof willColumns>;

/** The columns of GPs on which willingness depends, in an object of fixed shape: far faster to read than the table's own. */
export function willColumns({ physicians, teams }: World) {
  const { openness, trust, wait, team } = physicians.columns;
  return { openness, trust, wait, team, teams: teams.columns };
}

/** Willingness of the GP in a row. */
export function willingnessOf(
  { openness, trust, wait, team, teams }: WillColumns,
  row: number,
  settings: DelegatingSettings,
): number {
  const open = opennessOf(openness[row], settings.openness);
  const mix = mixOf(settings.mix, teams, team[row]);
  return willingness(open, trust[row], busyShare(wait[row], settings.waitScale), mix);
}
