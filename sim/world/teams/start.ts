/**
 * Coordinated practice at the start: nobody has a team, a project or a delegate, every area is free, each GP practises in an area of
 * the territory, and traits that decide who builds and who uses (seminar book M12, Gauthier 2021) are drawn once by `id`, the same for the
 * same doctor in every scenario. The MSP and centres of 2013 come after (`synthesis/teams.ts`).
 */
import { firstAbove } from '../../base/cumulated.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { traitOf } from '../synthesis/traits.js';
import type { World } from '../world.js';
import { areasOf } from './areas.js';

const AREA = streamId('physicians.area');

export function startCollective(world: World, parameters: Parameters, seed: DrawKey): void {
  const { physicians, teams, projects, paramedics, areaOwner, freePeople, size } = world;
  const gp = physicians.columns;
  for (const column of [gp.team, gp.project, gp.area, gp.asalee, gp.ipa]) column.fill(-1);
  for (const column of [teams.columns.leader, teams.columns.protocolGp]) column.fill(-1);
  for (const column of [paramedics.columns.team, paramedics.columns.project]) column.fill(-1);
  for (const column of [projects.columns.leaders, projects.columns.supporter, projects.columns.rival])
    column.fill(-1);
  areaOwner.fill(-1);
  const { start, people } = areasOf(world.geography);
  for (let z = 0; z + 1 < start.length; z++) {
    freePeople[z] = 0;
    for (let area = start[z]; area < start[z + 1]; area++) freePeople[z] += people[area];
  }
  const openness = traitOf(seed, 'physicians.openness');
  const trust = parameters.number('teams.trust.start', size.startMonth);
  const institutions = parameters.number('teams.trust.institutions', size.startMonth);
  for (let row = 0; row < gp.id.length; row++) {
    gp.openness[row] = openness.uniform(gp.id[row]);
    gp.trust[row] = trust;
    gp.trustInstitutions[row] = institutions;
  }
  const { gpOrder, gpStart } = world;
  for (let i = 0; i < gpStart[gpStart.length - 1]; i++) {
    const row = gpOrder[i];
    gp.area[row] = drawArea(world, gp.territory[row], gp.id[row], size.startMonth, seed);
  }
}

/** The area of territory z where the doctor `id` settles in `month`, drawn in proportion to people. */
export function drawArea(world: World, z: number, id: number, month: number, key: DrawKey): number {
  const { start, sums } = areasOf(world.geography);
  const { a, b } = drawKey(key, AREA, month);
  const target = unit(draw(a, b, id)) * sums[start[z + 1] - 1];
  return firstAbove(sums, target, start[z], start[z + 1] - 1);
}
