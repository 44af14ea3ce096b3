/** A GP who stops, or goes elsewhere, leaves what the doctors of the place do together: team, project, roles, hours. */
import type { World } from '../world.js';

export function leaveCollective(world: World, row: number): void {
  const { team, project, roles, coordination, unpaid, freed, relief, sharing, extraPlaces, reserve } =
    world.physicians.columns;
  team[row] = -1;
  project[row] = -1;
  roles[row] = 0;
  for (const column of [coordination, unpaid, freed, relief, sharing, extraPlaces, reserve]) column[row] = 0;
}
