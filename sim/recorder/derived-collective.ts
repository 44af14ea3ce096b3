/**
 * Columns of coordinated practice that the tables do not hold by territory: effort days at the seat of each project,
 * and the state of agencies and delegations weighted by the people they answer for.
 */
import { areasOf } from '../world/teams/areas.js';
import { SLOTS } from '../world/teams/institutions.js';
import { lives, PROJECT_ROWS } from '../world/teams/projects.js';
import type { World } from '../world/world.js';
import type { DerivedColumn } from './measure.js';

/** Slot of consulting firms, the last of the domain `supporterSlot`. */
const FIRMS = SLOTS - 1;

/** Adds to columns that were emptied; reads `people`, others then low income, as it stands. */
export function countCollective(world: World, columns: Readonly<Record<DerivedColumn, Float64Array>>): void {
  countDays(world, columns);
  weighInstitutions(world, columns);
}

function countDays(world: World, columns: Readonly<Record<DerivedColumn, Float64Array>>): void {
  const { territory } = areasOf(world.geography);
  const { stage, seat, supporter, daysLeaders, daysCoordinator, daysSupporter, daysAgency } =
    world.projects.columns;
  for (let row = 0; row < PROJECT_ROWS; row++) {
    if (!lives(stage[row])) continue;
    const z = territory[seat[row]];
    columns.daysLeaders[z] += daysLeaders[row];
    columns.daysCoordinator[z] += daysCoordinator[row];
    columns.daysSupporter[z] += daysSupporter[row];
    if (supporter[row] === FIRMS) columns.daysFirms[z] += daysSupporter[row];
    columns.daysAgency[z] += daysAgency[row];
  }
}

function weighInstitutions(world: World, columns: Readonly<Record<DerivedColumn, Float64Array>>): void {
  const { regionOf, departementOf } = world.geography;
  const { skill, dominance, drift } = world.agencies.columns;
  const { alignment } = world.delegations.columns;
  for (let z = 0; z < regionOf.length; z++) {
    const people = columns.people[z + z] + columns.people[z + z + 1];
    columns.agencySkill[z] = people * skill[regionOf[z]];
    columns.dominance[z] = people * dominance[regionOf[z]];
    columns.drift[z] = people * drift[regionOf[z]];
    columns.alignment[z] = people * alignment[departementOf[z]];
  }
}
