/** The supply side with zones, collectivités and aids: who settles where under which contract, without patients. */
import { careers } from '../../sim/rules/careers.js';
import { collectiveBooks } from '../../sim/rules/collective-books.js';
import { installation } from '../../sim/rules/installation/installation.js';
import type { Rule } from '../../sim/rules/rule.js';
import { settlementAids } from '../../sim/rules/settlement/aids.js';
import { collectivities } from '../../sim/rules/settlement/collectivities.js';
import { zoning } from '../../sim/rules/settlement/zoning.js';
import { training } from '../../sim/rules/training.js';
import { isKept } from '../../sim/world/geography/restrict.js';
import type { World } from '../../sim/world/world.js';
import { type SupplyOptions, type SupplyRun, type SupplySources, startSupply } from './supply-harness.js';

export const SETTLEMENT_RULES: readonly Rule[] = [
  collectiveBooks,
  careers,
  training,
  zoning,
  collectivities,
  settlementAids,
  installation,
];

/** A supply side whose accessibility is its GPs per inhabitant, and whose tallies hold the people of the geography. */
export function startSettlement(sources: SupplySources, options: SupplyOptions = {}): SupplyRun {
  const run = startSupply(sources, { rules: SETTLEMENT_RULES, ...options });
  fillPlaces(run.world);
  return run;
}

/** People and accessibility by hand. */
export function fillPlaces(world: World): void {
  const { ages } = world.tallies.columns;
  const { territories } = world.geography;
  const width = ages.length / territories.length;
  for (const { index, population } of territories) {
    ages[index * width] = isKept(world.geography, index) ? Math.round(population / world.size.scale) : 0;
    world.territories.columns.apl[index] =
      ((world.gpStart[index + 1] - world.gpStart[index]) * 5000) / population;
  }
}
