/** Which project holds which area. */
import type { World } from '../world.js';
import { areasOf } from './areas.js';

/** Gives areas to a project, or frees them (−1), and keeps the people of free areas of their territories in step. */
export function setOwner(world: World, areas: Iterable<number>, project: number): void {
  const { people, territory } = areasOf(world.geography);
  for (const area of areas) {
    const isFree = world.areaOwner[area] < 0;
    if (isFree && project >= 0) world.freePeople[territory[area]] -= people[area];
    if (!isFree && project < 0) world.freePeople[territory[area]] += people[area];
    world.areaOwner[area] = project;
  }
}
