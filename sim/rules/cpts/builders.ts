/** Who could lead a project: builders (`teams/settings.ts`) at work who lead none. */
import { practises } from '../../world/physicians.js';
import { areasOf } from '../../world/teams/areas.js';
import { lives, MOST_LEADERS, PROJECT_ROWS } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { isBuilder, type WillSettings } from '../teams/settings.js';

interface Readers {
  readonly world: World;
  readonly will: WillSettings;
  /** 1 for the ids of GPs who lead a project (`leadersById`). */
  readonly leads: Uint8Array;
}

/** Ids of builders who lead nothing, in the perimeter made of the areas listed. */
export function freeBuilders(
  { world, will, leads }: Readers,
  row: number,
  list: readonly number[],
): number[] {
  const gp = world.physicians.columns;
  const { gpOrder, gpStart, areaOwner } = world;
  const { territory } = areasOf(world.geography);
  const ids: number[] = [];
  for (const z of new Set(list.map((area) => territory[area]))) {
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const d = gpOrder[i];
      if (isFreeBuilder(world, d, will, leads) && areaOwner[gp.area[d]] === row) ids.push(gp.id[d]);
    }
  }
  return ids;
}

/** True for a GP open enough to build, at work, who leads no project. */
export function isFreeBuilder(
  { physicians }: World,
  d: number,
  will: WillSettings,
  leads: Uint8Array,
): boolean {
  const { openness, status, marginal, id } = physicians.columns;
  return isBuilder(openness[d], will) && practises(status[d]) && marginal[d] === 0 && leads[id[d]] === 0;
}

/**
 * One look at all GPs: rows of builders who lead no project, and how many GPs each project has in its perimeter.
 * @param gps GPs by project, filled here
 */
export function lookAtGps({ world, will, leads }: Readers, gps: Float64Array): number[] {
  const { area, openness, status } = world.physicians.columns;
  const { gpOrder, gpStart, areaOwner } = world;
  const builders: number[] = [];
  const end = gpStart[gpStart.length - 1];
  for (let i = 0; i < end; i++) {
    const d = gpOrder[i];
    const owner = areaOwner[area[d]];
    if (owner >= 0 && practises(status[d])) gps[owner]++;
    if (isBuilder(openness[d], will) && isFreeBuilder(world, d, will, leads)) builders.push(d);
  }
  return builders;
}

/** Ids of free builders by the project that holds their area. */
export function buildersByProject(
  { physicians, areaOwner }: World,
  builders: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const { area, id } = physicians.columns;
  const found = new Map<number, number[]>();
  for (const d of builders) {
    const owner = areaOwner[area[d]];
    if (owner < 0) continue;
    const list = found.get(owner);
    if (list === undefined) found.set(owner, [id[d]]);
    else list.push(id[d]);
  }
  return found;
}

/** 1 for the ids of GPs who lead a project. */
export function leadersById({ physicians, projects }: World): Uint8Array {
  const { stage, leaders } = projects.columns;
  const leads = new Uint8Array(physicians.rows);
  for (let row = 0; row < PROJECT_ROWS; row++) {
    if (!lives(stage[row])) continue;
    for (let k = row * MOST_LEADERS; k < (row + 1) * MOST_LEADERS; k++)
      if (leaders[k] >= 0) leads[leaders[k]] = 1;
  }
  return leads;
}
