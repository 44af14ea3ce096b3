/**
 * Zoning in force: the zones in which aids hold, which change when an arrêté says so and at no other time.
 *
 * *What happens.* In the month in which `zoning.arrete` names another year than the zones have, each territory gets its class
 * from its accessibility of last December: by rising APL up to the shares of people in force. In January 2013 that is the
 * December before history. Ranks are national; what part of each région is in a zone comes out. Where an imported supply names the
 * class of a territory (`--data`), that class holds at each revision instead.
 * *Evidence.* Zones by APL: arrêtés of 13 November 2017 and 1 October 2021; their shares are in accessibility.yaml.
 * *Leaves out.* What an ARS may add (10 to 20 % of the zones), communes (a territory is in or out as a whole), and years in
 * which an ARS revises alone. A run on a part of France ranks its own territories, and knows no zones outside. The class of
 * each December's rank (`territories.zoning`) is another column, read by results.
 */
import type { Parameters } from '../../parameters/types.js';
import { keepImportedZones } from '../../world/supply.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { zonesByRank } from './zones-by-rank.js';

export const zoning: Rule = {
  name: 'zoning',
  reads: ['territories.apl', 'tallies.ages'],
  writes: ['territories.zone', 'territories.zoneYear'],
  open: (world, parameters) => openZoning(world, parameters),
};

function openZoning(world: World, parameters: Parameters): RunningRule {
  const { zone, zoneYear, apl } = world.territories.columns;
  const { supply } = world.geography;
  const people = new Float64Array(apl.length);
  return {
    serial(month) {
      const year = parameters.number('zoning.arrete', month);
      const shares = {
        zip: parameters.number('zoning.zipShare', month),
        zac: parameters.number('zoning.zacShare', month),
      };
      if (zoneYear[0] === year) return;
      countPeople(world, people);
      zonesByRank(zone, apl, people, shares);
      if (supply !== undefined) keepImportedZones(zone, supply);
      zoneYear.fill(year);
    },
  };
}

/** People of each territory, all ages and incomes. */
function countPeople({ tallies, size }: World, people: Float64Array): void {
  const { ages } = tallies.columns;
  const width = ages.length / people.length;
  for (let z = 0; z < people.length; z++) {
    let agents = 0;
    for (let at = z * width; at < (z + 1) * width; at++) agents += ages[at];
    people[z] = agents * size.scale;
  }
}
