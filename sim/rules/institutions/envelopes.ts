/**
 * Envelopes: what an ARS grants a team towards its health project, as claims on the FIR (`fir.ts`), and what the conseil
 * régional adds. A région pays the whole from the validation of the letter (Grand Est, "FIR pré-ACI"), or a part then and
 * the rest when the health project is validated (Gauthier 2021: 0 to 90,000 € a team, 31,036 € on average over fourteen ARS). The
 * share asked for at the letter is remembered: where a région changes its ways between the two, the rest is due, no more and
 * no less. The aid of the région is not FIR.
 */
import { councilOf } from '../../world/settlement/collectivities.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payProject } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';
import type { Claim } from './fir.js';
import { PAID_AT_LETTER, type SupportSettings } from './settings.js';

const ENVELOPE = instrumentOf('firEnvelope');
const PRE_ACI = instrumentOf('firPreAci');
const REGION_AID = instrumentOf('regionAid');

/** Months at which an envelope is due. */
export const LETTER_VALIDATED = 0;
export const PROJECT_VALIDATED = 1;

/** Share of the envelope due at an event, what had been asked for before, and whether it is due whole at the letter. */
export function envelopeDue(
  { envelopeWhen, advance }: Pick<SupportSettings, 'envelopeWhen' | 'advance'>,
  region: number,
  event: number,
  before: number,
): { share: number; atLetter: boolean } {
  const atLetter = envelopeWhen[region] === PAID_AT_LETTER && before === 0;
  const reached = atLetter || event === PROJECT_VALIDATED ? 1 : advance;
  return { share: Math.max(0, reached - before), atLetter };
}

/** Claims for the project in `row` at an event: grant them with all those of the month (`grantFromFir`). */
export function envelopes(world: World, settings: SupportSettings, row: number, event: number): Claim[] {
  const { region: regionOf, envelope } = world.projects.columns;
  const region = regionOf[row];
  const { share, atLetter } = envelopeDue(settings, region, event, envelope[row]);
  const euros = settings.envelope[region] * share;
  envelope[row] += share;
  if (euros <= 0) return [];
  const instrument = atLetter ? PRE_ACI : ENVELOPE;
  return [{ region, euros, grant: (granted) => payProject(world, row, instrument, granted) }];
}

/** Pays the aid of the conseil régional, at the validation of the letter, as far as its money goes. */
export function payRegionAid(world: World, { regionAid }: SupportSettings, row: number): void {
  const region = world.projects.columns.region[row];
  const council = world.collectivities.columns.money[councilOf(world.geography, region)];
  const euros = Math.min(regionAid[region], council);
  if (euros > 0) payProject(world, row, REGION_AID, euros);
}
