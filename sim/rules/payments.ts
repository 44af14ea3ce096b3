/**
 * Payments: what the acts of the month cost, at the tariff of a consultation in force.
 *
 * Every act of a GP, liberal or in a centre de santé, is counted at the tariff that binds GPs of sector 1 (tarif
 * opposable, 95 % of GPs), whoever pays: Assurance Maladie, complementary insurance or the patient. Evidence: medical
 * conventions and their dates; DREES, accounts of health, for the sum. A pure account: no rule reads it yet.
 * Leaves out: fees above the tariff (dépassements, 2 % of fees in 2021), supplements (visits, young children, nights,
 * overseas), technical acts, flat payments, shares of payers; teleconsultations and emergency visits for want of a GP.
 */
import type { Parameters } from '../parameters/types.js';
import type { World } from '../world/world.js';
import type { Rule, RunningRule } from './rule.js';

export const payments: Rule = {
  name: 'payments',
  reads: ['territories.acts'],
  writes: ['territories.fees'],
  open: (world, parameters) => openPayments(world, parameters),
};

function openPayments(world: World, parameters: Parameters): RunningRule {
  const { acts, fees } = world.territories.columns;
  let tariff = 0;
  return {
    begin(month) {
      tariff = parameters.number('payments.consultation', month);
    },
    territory(z) {
      fees[z] = acts[z] * tariff;
    },
  };
}
