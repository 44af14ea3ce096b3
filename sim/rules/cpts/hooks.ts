/**
 * What depth buys, told to patients, GPs and newcomers of each territory: places, slots, recalls, contacts, a welcome.
 *
 * *What happens.* In each territory, depth (weighted by the people covered) sets people whom members agree to take, beyond
 * their own lists, unless they are spent; unscheduled slots that members keep for people sent by the CPTS; a better chance
 * for late chronic follow-ups; contacts of prevention, which are counted and do nothing; a welcome for newcomers. Rules of
 * openings, consultation, needs and installation read these columns from the same month on. *Evidence.* Missions of the
 * agreement; sizes are assumptions with zero in their range. *Leaves out.* Any effect of being under a CPTS without depth.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { practises } from '../../world/physicians.js';
import { areasOf } from '../../world/teams/areas.js';
import { SIGNED, THOUSAND } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import type { LifeSettings } from './life-settings.js';

/**
 * What each signed CPTS has done in the last twelve months, per 1,000 people, smoothed: last month's placements and shared
 * slots of a territory belong to those that cover it, by people and depth.
 */
export function rememberWhatWasDone(world: World): void {
  const { stage, depth, people, placements12, slots12 } = world.projects.columns;
  const { cptsDepth, placements, sharedSlots } = world.territories.columns;
  const areas = areasOf(world.geography);
  const placed = new Float64Array(stage.length);
  const shared = new Float64Array(stage.length);
  for (let area = 0; area < world.areaOwner.length; area++) {
    const owner = world.areaOwner[area];
    if (owner < 0 || stage[owner] !== SIGNED) continue;
    const z = areas.territory[area];
    if (cptsDepth[z] <= 0) continue;
    const part =
      (areas.people[area] * depth[owner]) / (cptsDepth[z] * world.geography.territories[z].population);
    placed[owner] += placements[z] * part;
    shared[owner] += sharedSlots[z] * part;
  }
  for (let row = 0; row < stage.length; row++) {
    if (stage[row] !== SIGNED) continue;
    const thousands = people[row] / THOUSAND;
    placements12[row] += placed[row] / thousands - placements12[row] / MONTHS_PER_YEAR;
    slots12[row] += shared[row] / thousands - slots12[row] / MONTHS_PER_YEAR;
  }
}

/** Fills the columns of the territories and of member GPs that other rules read. */
export function offerWhatDepthBuys(
  world: World,
  { effect, covidContacts }: LifeSettings,
  actsOf: (row: number) => number,
): void {
  const t = world.territories.columns;
  cover(world);
  const { geography, patients, size } = world;
  const { extraPlaces, reserve } = world.physicians.columns;
  extraPlaces.fill(0);
  reserve.fill(0);
  for (let z = 0; z < geography.territories.length; z++) {
    const people = patients.count[z] * size.scale;
    const depth = t.cptsDepth[z];
    const deepPeople = depth * people;
    t.cptsReach[z] = effect.slots > 0 && depth > 0 ? t.cptsShare[z] : 0;
    t.cptsRecall[z] = effect.recall * depth;
    t.welcome[z] = effect.welcome * depth;
    t.prevention[z] = effect.prevention * deepPeople;
    t.crisisContacts[z] = covidContacts * t.cptsShare[z] * people;
    t.recalls[z] = t.cptsRecall[z] * lateFollowUps(world, z);
    if (deepPeople > 0) askMembers(world, z, deepPeople, effect, actsOf);
  }
}

/** Chronically ill people of z late with their follow-up at the end of last month. */
function lateFollowUps({ tallies, size }: World, z: number): number {
  const { ald, followUpToDate } = tallies.columns;
  const low = 2 * z + 1;
  const upToDate = followUpToDate[2 * z] + followUpToDate[low];
  return Math.max(0, ald[2 * z] + ald[low] - upToDate) * size.scale;
}

/** People of each territory under signed CPTS, and the same weighted by depth, as shares. */
function cover(world: World): void {
  const { cptsShare, cptsDepth } = world.territories.columns;
  const { stage, depth } = world.projects.columns;
  const areas = areasOf(world.geography);
  const { territories } = world.geography;
  for (let z = 0; z < territories.length; z++) {
    let covered = 0;
    let deep = 0;
    for (let area = areas.start[z]; area < areas.start[z + 1]; area++) {
      const owner = world.areaOwner[area];
      if (owner < 0 || stage[owner] !== SIGNED) continue;
      covered += areas.people[area];
      deep += areas.people[area] * depth[owner];
    }
    cptsShare[z] = covered / territories[z].population;
    cptsDepth[z] = deep / territories[z].population;
  }
}

/** Shares places and slots of a territory among the GPs who are members of a signed CPTS there. */
function askMembers(
  world: World,
  z: number,
  deepPeople: number,
  { placements, slots, tired }: LifeSettings['effect'],
  actsOf: (row: number) => number,
): void {
  const gp = world.physicians.columns;
  const { stage } = world.projects.columns;
  const { gpOrder, gpStart } = world;
  const isMember = (d: number) =>
    gp.project[d] >= 0 && stage[gp.project[d]] === SIGNED && practises(gp.status[d]) && gp.marginal[d] === 0;
  const isAsked = (d: number) => isMember(d) && gp.fatigue[d] < tired;
  let asked = 0;
  let acts = 0;
  for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
    const d = gpOrder[i];
    if (!isAsked(d)) continue;
    asked++;
    acts += actsOf(d);
  }
  if (asked === 0) return;
  const share = acts > 0 ? Math.min(1, (slots * deepPeople) / acts) : 0;
  for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
    const d = gpOrder[i];
    if (!isAsked(d)) continue;
    gp.extraPlaces[d] = (placements * deepPeople) / asked;
    gp.reserve[d] = share;
  }
}
