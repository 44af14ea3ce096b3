/**
 * Deadweight of aids: a doctor who receives one and would have come to such a zone without it. The run counts them by a second
 * look of the same doctor at the same market (`rules/installation`). In the first month in which the worlds with and without
 * aids differ, the market is the same in both, so that the count must equal the one made by hand from the other run: which
 * of the recipients settled in such a zone there too. Later months differ by what came before; what the aids changed in all
 * is then the net number of GPs in zones.
 */
import type { ResolvedParameters } from '../../sim/parameters/resolved.js';
import type { Settlers } from '../../sim/recorder/gp-panel.js';
import { AIDS } from '../../sim/world/delegation/delegation-counts.js';
import { ZAC, ZIP } from '../../sim/world/zones.js';

export interface FirstMonth {
  /** Who signed, those whom the run counts as deadweight, and those who settle in such a zone without the aid. */
  readonly recipients: number;
  readonly counted: number;
  readonly byHand: number;
}

/**
 * The first month of two worlds that differ by nothing but the aids.
 * @param holdsInZac whether an aid is paid in a ZAC too; in a ZIP every one is
 * @param aids rows of `AIDS` that the other world does not open
 */
export function firstMonthOf(
  withAids: Settlers,
  withoutAids: Settlers,
  holdsInZac: (aid: number) => boolean,
  aids: readonly number[],
): FirstMonth {
  const zoneWithout = new Map(Array.from(withoutAids.id, (id, at) => [id, withoutAids.zone[at]]));
  let byHand = 0;
  let recipients = 0;
  withAids.aid.forEach((aid, at) => {
    if (!aids.includes(aid - 1)) return;
    recipients++;
    const zone = zoneWithout.get(withAids.id[at]);
    if (zone === ZIP || (zone === ZAC && holdsInZac(aid - 1))) byHand++;
  });
  return { recipients, counted: aids.reduce((sum, aid) => sum + withAids.deadweight[aid], 0), byHand };
}

/** Positions of the aids that some month of the run gives to newcomers and the other run does not open. */
export function stoppedAids(
  withAids: ResolvedParameters,
  withoutAids: ResolvedParameters,
  month: number,
): number[] {
  const isOpen = (parameters: ResolvedParameters) => parameters.list('settlement.aid.open', month);
  const before = isOpen(withAids);
  const after = isOpen(withoutAids);
  return before.flatMap((open, aid) => (open !== after[aid] && aid < AIDS.cesp ? [aid] : []));
}
