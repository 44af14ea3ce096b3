/**
 * Payments: what the acts of the month cost, and each December what médecins traitants are paid for their patients.
 *
 * Every act of a GP, liberal or in a centre de santé, is counted at the tariff that binds GPs of sector 1 (tarif
 * opposable, 95 % of GPs), whoever pays: Assurance Maladie, complementary insurance or the patient. The flat payment of
 * a year is an amount for each person with a declared médecin traitant on 31 December, by age and ALD, in the territory
 * of the person; a part of it may depend on the GPs of that territory belonging to a signed CPTS; where it is on offer, a
 * bonus comes for each person with an ALD who is up to date with follow-up (their share is that of the chronically ill of
 * the territory), and where the convention says so more for the GPs of a ZIP (settlement/list-majoration.ts). Evidence:
 * medical conventions and their dates; DREES and Uncam for the sums. A pure account: what GPs do follows from the share of
 * income that does not come from acts (teams/payment-mix.ts). Leaves out: fees above the tariff (dépassements, 2 % of fees
 * in 2021), supplements (visits, young children, nights, overseas), technical acts, other flat payments (targets,
 * structure), shares of payers; teleconsultations and emergency visits for want of a GP.
 */
import { calendarMonthOf, MONTHS_PER_YEAR } from '../base/calendar.js';
import type { Parameters } from '../parameters/types.js';
import { SIGNED } from '../world/teams/projects.js';
import type { World } from '../world/world.js';
import { ZIP } from '../world/zones.js';
import type { Rule, RunningRule } from './rule.js';
import { flatPaymentOf, type Majoration, majorationIn, payMajoration } from './settlement/list-majoration.js';

export const payments: Rule = {
  name: 'payments',
  reads: [
    'territories.acts',
    'tallies.declaredOthers',
    'tallies.listed',
    'tallies.declaredAld',
    'physicians.project',
    'physicians.list',
    'physicians.settled',
    'territories.zone',
    'projects.stage',
    'tallies.ald',
    'tallies.followUpToDate',
  ],
  writes: ['territories.fees', 'territories.flatPayments', 'territories.euros'],
  open: (world, parameters) => openPayments(world, parameters),
};

function openPayments(world: World, parameters: Parameters): RunningRule {
  const { acts, fees, flatPayments, zone } = world.territories.columns;
  const { ald, followUpToDate, listed } = world.tallies.columns;
  const { project } = world.physicians.columns;
  const { stage } = world.projects.columns;
  let tariff = 0;
  let bonus = 0;
  let december = false;
  let conditional = 0;
  let now = 0;
  let majoration: Majoration | undefined;
  let forOthers: readonly number[] = [];
  let forAld: readonly number[] = [];

  return {
    begin(month) {
      tariff = parameters.number('payments.consultation', month);
      bonus = parameters.number('payments.followUpBonus', month);
      december = calendarMonthOf(month) === MONTHS_PER_YEAR;
      conditional = parameters.number('teams.conditional', month);
      if (!december) return;
      now = month;
      majoration = majorationIn(parameters, month);
      forOthers = parameters.list('payments.patient.others', month);
      forAld = parameters.list('payments.patient.ald', month);
    },
    territory(z) {
      fees[z] = acts[z] * tariff;
      flatPayments[z] = december ? forThePatientsOf(z) : 0;
    },
  };

  /** Euros of the year for the people of z, of low income and others. */
  function forThePatientsOf(z: number): number {
    const { euros, chronic: paidAld } = flatPaymentOf(world, z, forOthers, forAld);
    const onLists = listed[z + z] + listed[z + z + 1];
    if (majoration !== undefined && zone[z] === ZIP && onLists > 0)
      payMajoration(world, z, now, majoration, euros / onLists);
    const lost = conditional > 0 ? conditional * (1 - membersAmong(z)) : 0;
    const chronic = ald[z + z] + ald[z + z + 1];
    const upToDate = chronic > 0 ? (followUpToDate[z + z] + followUpToDate[z + z + 1]) / chronic : 0;
    return (euros * (1 - lost) + paidAld * upToDate * bonus) * world.size.scale;
  }

  /** Share of the GPs who practise in z that belong to a signed CPTS; 1 where nobody practises. */
  function membersAmong(z: number): number {
    const { gpOrder, gpStart } = world;
    let members = 0;
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = project[gpOrder[i]];
      if (row >= 0 && stage[row] === SIGNED) members++;
    }
    return gpStart[z + 1] > gpStart[z] ? members / (gpStart[z + 1] - gpStart[z]) : 1;
  }
}
