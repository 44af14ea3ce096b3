/**
 * How GPs are paid: the share of income that does not come from acts, which teams that are paid for their patients raise
 * for their members by what they share out among them.
 *
 * Payment acts on what GPs do through this share alone (`hours-offered.ts`, `delegation/willingness.ts`,
 * `delegation/freed-time.ts`): a bonus for follow-up is income, and buys no follow-up by hand. Payments beside the fees are
 * shares of the fees of a year: what a listed person asks at the tariff. A mix is national, as `teams.flatShare` is.
 * Evidence: flat payments some 15 % of fees (Assurance Maladie 2021), half and half proposed (Aubert report 2019); no
 * French study tells what a mix does to delegation.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { agentsOf } from '../../world/tallies.js';
import { CENTRE_TEAM, MSP, OPEN, OPERATIONAL, type TeamColumns } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import type { OfferRules } from './hours-offered.js';

/** What an unpaid hour is worth to a GP (`worthOf`). */
export type WorthRules = Omit<OfferRules, 'most' | 'freedOffered'>;

export interface PaymentMix {
  readonly usual: WorthRules;
  /** Of members of a team that is paid for their patients. */
  readonly inTeam: WorthRules;
}

export function paymentMix(world: World, parameters: Parameters, month: number): PaymentMix {
  const unpaid = parameters.number('teams.unpaid', month);
  const flatShare = parameters.number('teams.flatShare', month);
  const bonus = parameters.number('payments.followUpBonus', month);
  const team = parameters.number('payments.team', month);
  const sharedOut = parameters.number('payments.teamShare', month);
  const tariff = parameters.number('payments.consultation', month);
  if (bonus <= 0 && team <= 0) return { usual: { unpaid, flatShare }, inTeam: { unpaid, flatShare } };
  const { fees, upToDate } = yearOfPerson(world, tariff);
  const ofFees = (euros: number) => (fees > 0 ? euros / fees : 0);
  const usual = flatShare + ofFees(bonus * upToDate);
  return {
    usual: { unpaid, flatShare: Math.min(1, usual) },
    inTeam: { unpaid, flatShare: Math.min(1, usual + ofFees(team * sharedOut)) },
  };
}

/** The part of the mix that holds for a member of team `t`, −1 none. */
export function mixOf({ usual, inTeam }: PaymentMix, teams: TeamColumns, t: number): WorthRules {
  return t >= 0 && isPaidAsTeam(teams, t) ? inTeam : usual;
}

/** True for the teams whose members' patients a flat payment counts: an open MSP or centre that works together. */
export function isPaidAsTeam({ kind, state, level }: TeamColumns, t: number): boolean {
  return state[t] === OPEN && (kind[t] === MSP || kind[t] === CENTRE_TEAM) && level[t] >= OPERATIONAL;
}

/** Fees of a year for a person of the country, euros, and the share of people who are chronic and up to date. */
function yearOfPerson({ tallies, territories }: World, tariff: number): { fees: number; upToDate: number } {
  const { followUpToDate } = tallies.columns;
  const { requestsPerPerson } = territories.columns;
  let people = 0;
  let asked = 0;
  let upToDate = 0;
  for (let z = 0; z < requestsPerPerson.length; z++) {
    const here = agentsOf(tallies.columns, z);
    people += here;
    asked += here * requestsPerPerson[z] * MONTHS_PER_YEAR;
    upToDate += followUpToDate[z + z] + followUpToDate[z + z + 1];
  }
  return people > 0
    ? { fees: (asked / people) * tariff, upToDate: upToDate / people }
    : { fees: 0, upToDate: 0 };
}
