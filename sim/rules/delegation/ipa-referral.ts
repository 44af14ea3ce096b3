/**
 * Referral to IPA: which GPs begin to refer, to whom, and how much of the eligible follow-up they hand over.
 *
 * GPs do not know the role, keep easy patients (paid the same for less time), and have no minute to explain when they are
 * swamped; being under one roof helps (IGAS 2021; Cour des comptes 2023; seminar book of the project, Bourgeois). Easy
 * patients are kept as far as income comes from acts and the hour would stay empty. No French measure gives a rate.
 */

import type { DrawKey } from '../../base/draws.js';
import { draw, drawKey, streamId, threshold } from '../../base/draws.js';
import { ACTIVE } from '../../world/physicians.js';
import type { World } from '../../world/world.js';
import { worthOf } from '../teams/hours-offered.js';
import { mixOf, type WorthRules } from '../teams/payment-mix.js';
import type { Eligible } from './eligible.js';
import type { TownIpa } from './ipa-town.js';
import type { IpaSettings, ReferralSettings } from './settings.js';
import { busyShare, type WillColumns, willColumns, willingnessOf } from './willingness.js';

const TASTE = streamId('ipa.refer');

/**
 * Share of the eligible follow-up that a GP hands over to an IPA, 0 to 1.
 * @param willing willingness to delegate, 0 to 1.5
 * @param busy share of a freed hour that waiting patients fill at once (`busyShare`)
 * @param known share of the GPs of the place who know what an IPA does
 * @param mix what an hour that nobody pays is worth to the GP
 */
export function sharedOut(
  willing: number,
  busy: number,
  known: number,
  { easyShare, timeToRefer }: Pick<ReferralSettings, 'easyShare' | 'timeToRefer'>,
  mix: WorthRules,
): number {
  const easy = busy + (1 - busy) * worthOf(0, mix);
  return known * Math.min(1, willing) * (1 - easyShare + easyShare * easy) * (1 - busy * timeToRefer);
}

/** The same for the GP in a row. */
export function referredShare(
  gp: WillColumns,
  row: number,
  known: number,
  settings: ReferralSettings,
): number {
  const busy = busyShare(gp.wait[row], settings.waitScale);
  const mix = mixOf(settings.mix, gp.teams, gp.team[row]);
  return sharedOut(willingnessOf(gp, row, settings), busy, known, settings, mix);
}

/** GPs without IPA who know and are willing begin with that of the team, else with the one of most room in the territory. */
export function beginReferrals(
  world: World,
  run: DrawKey,
  town: TownIpa,
  eligible: Eligible,
  { referral, apart }: IpaSettings,
): void {
  const { gpStart, gpOrder, geography } = world;
  const { ipa, id, status, marginal, covered, team, list } = world.physicians.columns;
  const { ipaKnown } = world.delegations.columns;
  const gp = willColumns(world);
  const { a, b } = drawKey(run, TASTE, 0);
  for (const z of town.territories()) {
    const known = ipaKnown[geography.departementOf[z]];
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = gpOrder[i];
      if (ipa[row] >= 0 || status[row] !== ACTIVE || marginal[row] === 1) continue;
      const chosen = town.bestFor(z, team[row]);
      if (chosen < 0) continue;
      const proximity = town.isOfTeam(chosen, team[row]) ? 1 : apart;
      const chance = known * willingnessOf(gp, row, referral) * (1 - covered[row]) * proximity;
      if (draw(a, b, id[row]) >= threshold(chance)) continue;
      ipa[row] = chosen;
      town.ask(chosen, list[row] * eligible.all[z] * referredShare(gp, row, known, referral));
    }
  }
}
