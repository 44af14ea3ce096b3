/**
 * Projects that the agency opens by itself: the state-run service of the draft law of 2014 (service territorial de santé au
 * public), set aside before the law of 2016.
 *
 * *What happens.* In a région where the agency has the initiative, each delegation opens one project a month as long as it
 * has the days, where most people have no project, and names the most open GPs of the place as its leaders, builders or not.
 * Coercion costs trust (`teams/engagement.ts`), and so hours. *Evidence.* Gauthier 2021: a duty of public service for all
 * liberal professions, the threat of revolt that ended it, restrictive instruments that raise resistance (after
 * Hassenteufel 2010); it has never been tried, so that this is a counterfactual. *Leaves out.* Strikes, contracts imposed,
 * salaried staff of a public service.
 */
import { practises } from '../../world/physicians.js';
import { areasOf } from '../../world/teams/areas.js';
import { MOST_LEADERS } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { type FoundingMonth, openProject } from './founding.js';
import { AGENCY } from './settings.js';

/** Projects opened this month by the delegations of régions where the agency has the initiative. */
export function openByAgency(m: FoundingMonth): void {
  const { world, settings } = m;
  const { open, initiative, initiativeDays } = settings.founding;
  if (!open || !initiative.includes(AGENCY)) return;
  const { staff } = world.delegations.columns;
  for (let dep = 0; dep < staff.length; dep++) {
    if (staff[dep] < initiativeDays) continue;
    const z = freestTerritory(world, dep, initiative, settings.perimeter.least);
    if (z < 0) continue;
    const row = openProject(m, freestArea(world, z), (_, list) => mostOpen(m, list));
    if (row >= 0) staff[dep] -= initiativeDays;
  }
}

/** Territory of the département with the most people without project, enough of them for one; −1 none. */
function freestTerritory(
  { geography, freePeople }: World,
  dep: number,
  initiative: readonly number[],
  least: number,
): number {
  let best = -1;
  for (let z = 0; z < freePeople.length; z++) {
    if (geography.departementOf[z] !== dep || initiative[geography.regionOf[z]] !== AGENCY) continue;
    if (freePeople[z] >= least && (best < 0 || freePeople[z] > freePeople[best])) best = z;
  }
  return best;
}

/** The most populous free area of territory z. */
function freestArea({ geography, areaOwner }: World, z: number): number {
  const { start, people } = areasOf(geography);
  let best = -1;
  for (let area = start[z]; area < start[z + 1]; area++)
    if (areaOwner[area] < 0 && (best < 0 || people[area] > people[best])) best = area;
  return best;
}

/** Ids of the most open GPs of the areas who lead nothing. */
function mostOpen({ world, leads }: FoundingMonth, list: readonly number[]): number[] {
  const { area, id, rowOf, status, marginal, openness } = world.physicians.columns;
  const { territory } = areasOf(world.geography);
  const { gpOrder, gpStart } = world;
  const inside = new Set(list);
  const ids: number[] = [];
  for (const z of new Set(list.map((one) => territory[one])))
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const d = gpOrder[i];
      const isFree = practises(status[d]) && marginal[d] === 0 && leads[id[d]] === 0;
      if (isFree && inside.has(area[d])) ids.push(id[d]);
    }
  return ids.sort((a, b) => openness[rowOf[b]] - openness[rowOf[a]] || a - b).slice(0, MOST_LEADERS);
}
