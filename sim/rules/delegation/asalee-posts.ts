/**
 * Posts of Asalée: how many GPs one nurse has, which posts close, where new ones open, which volunteers they take.
 * Shared by the rule (`asalee.ts`) and by the start of history (`start.ts`).
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, streamId, uniformsOf } from '../../base/draws.js';
import {
  ACTIVE_POST,
  ASALEE_NURSE,
  GONE,
  nextParamedic,
  PARAMEDIC_ROWS,
} from '../../world/delegation/paramedics.js';
import type { World } from '../../world/world.js';
import type { AsaleeSettings } from './settings.js';
import type { Volunteers } from './volunteers.js';

const PLACE = streamId('asalee.place');
const TASTE = streamId('asalee.volunteer');

/** GPs of the post of an ordinal, so that the mean of all is `gps` though each is whole. */
export function seatsOf(ordinal: number, gps: number): number {
  return Math.floor((ordinal + 1) * gps) - Math.floor(ordinal * gps);
}

/** Rows of the posts that are open, in the order in which they opened. */
export function activePosts({ paramedics }: World): number[] {
  const { kind, state } = paramedics.columns;
  const rows: number[] = [];
  for (let row = 0; row < PARAMEDIC_ROWS && kind[row] !== 0; row++)
    if (kind[row] === ASALEE_NURSE && state[row] === ACTIVE_POST) rows.push(row);
  return rows;
}

/** Closes the least occupied posts beyond a number, the newest of equals first; their GPs have no nurse any more. */
export function closeBeyond(world: World, most: number, month: number): void {
  const open = activePosts(world);
  if (open.length <= most) return;
  const { key, caseload, capacity } = world.paramedics.columns;
  const occupied = (row: number) => (capacity[row] > 0 ? caseload[row] / capacity[row] : 0);
  const emptiestFirst = open.sort((x, y) => occupied(x) - occupied(y) || key[y] - key[x]);
  close(world, emptiestFirst.slice(0, open.length - most), month);
}

/** Counts the GPs of each post; beyond what the rule allows, those least keen to have a nurse have none any more. */
export function keepToTheRule(world: World, run: DrawKey, { gps: mean }: AsaleeSettings): void {
  const { key, gps } = world.paramedics.columns;
  const { asalee, id } = world.physicians.columns;
  for (const post of activePosts(world)) gps[post] = 0;
  const crowded = new Map<number, number[]>();
  forEachGp(world, (row) => {
    const post = asalee[row];
    if (post < 0) return;
    gps[post]++;
    if (gps[post] > seatsOf(key[post], mean)) crowded.set(post, []);
  });
  if (crowded.size === 0) return;
  forEachGp(world, (row) => crowded.get(asalee[row])?.push(row));
  const taste = uniformsOf(run, TASTE, 0);
  for (const [post, rows] of crowded) {
    rows.sort((x, y) => taste(id[x]) - taste(id[y]));
    for (const row of rows.slice(seatsOf(key[post], mean))) asalee[row] = -1;
    gps[post] = Math.min(rows.length, seatsOf(key[post], mean));
  }
}

/** Free seats of open posts go to volunteers of the same territory; a post without any GP for a year is given up. */
export function refill(
  world: World,
  volunteers: Volunteers,
  { gps: mean }: AsaleeSettings,
  month: number,
): void {
  const { key, territory, gps, since } = world.paramedics.columns;
  const deserted: number[] = [];
  for (const post of activePosts(world)) {
    const free = seatsOf(key[post], mean) - gps[post];
    if (free > 0) gps[post] += volunteers.give(territory[post], post, free);
    if (gps[post] > 0) since[post] = month;
    else if (month - since[post] >= MONTHS_PER_YEAR) deserted.push(post);
  }
  close(world, deserted, month);
}

/** Opens posts up to the number paid, each where its ordinal draws one of the volunteers; none where nobody volunteers. */
export function openPosts(
  world: World,
  run: DrawKey,
  volunteers: Volunteers,
  { posts, gps: mean, fte: time, weights }: AsaleeSettings,
  month: number,
): void {
  const { paramedics, geography } = world;
  const { kind, key, state, territory, since, entered, fte, gps } = paramedics.columns;
  const { left } = volunteers;
  const weight = Float64Array.from(geography.regionOf, (region) => weights[region]);
  const u = uniformsOf(run, PLACE, 0);
  let ordinal = nextOrdinal(world);
  for (let missing = posts - activePosts(world).length; missing > 0; missing--) {
    const z = drawTerritory(left, weight, u(ordinal));
    if (z < 0) return;
    const row = nextParamedic(paramedics);
    kind[row] = ASALEE_NURSE;
    key[row] = ordinal;
    state[row] = ACTIVE_POST;
    territory[row] = z;
    since[row] = month;
    entered[row] = month;
    fte[row] = time;
    gps[row] = volunteers.give(z, row, seatsOf(ordinal, mean));
    ordinal++;
  }
}

/** Share of the practising GPs of each département who have a nurse: what peers see until it is counted again. */
export function countShares(world: World): void {
  const { geography, gpStart, gpOrder, physicians, delegations } = world;
  const { asaleeShare } = delegations.columns;
  const { asalee } = physicians.columns;
  const gps = new Int32Array(asaleeShare.length);
  const withNurse = new Int32Array(asaleeShare.length);
  for (let z = 0; z + 1 < gpStart.length; z++) {
    const dep = geography.departementOf[z];
    gps[dep] += gpStart[z + 1] - gpStart[z];
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) if (asalee[gpOrder[i]] >= 0) withNurse[dep]++;
  }
  for (let dep = 0; dep < gps.length; dep++) asaleeShare[dep] = gps[dep] > 0 ? withNurse[dep] / gps[dep] : 0;
}

/** Territory drawn by the volunteers left, each with the weight of the territory; −1 where there is none. */
function drawTerritory(left: Int32Array, weight: Float64Array, u: number): number {
  let all = 0;
  for (let z = 0; z < left.length; z++) all += left[z] * weight[z];
  let target = u * all;
  let last = -1;
  for (let z = 0; z < left.length; z++) {
    if (left[z] * weight[z] <= 0) continue;
    last = z;
    target -= left[z] * weight[z];
    if (target < 0) break;
  }
  return last;
}

/** Posts that were ever open are numbered in the order in which they opened. */
function nextOrdinal({ paramedics }: World): number {
  const { kind, key } = paramedics.columns;
  let next = 0;
  for (let row = 0; row < PARAMEDIC_ROWS && kind[row] !== 0; row++)
    if (kind[row] === ASALEE_NURSE) next = key[row] + 1;
  return next;
}

function close(world: World, posts: readonly number[], month: number): void {
  if (posts.length === 0) return;
  const { state, since, gps, asked, caseload, capacity, visits } = world.paramedics.columns;
  const { asalee } = world.physicians.columns;
  for (const post of posts) {
    state[post] = GONE;
    since[post] = month;
    for (const column of [gps, asked, caseload, capacity, visits]) column[post] = 0;
  }
  forEachGp(world, (row) => {
    if (asalee[row] >= 0 && state[asalee[row]] === GONE) asalee[row] = -1;
  });
}

/** Every practising GP, by territory and id. */
function forEachGp({ gpOrder, gpStart }: World, visit: (row: number) => void): void {
  const practising = gpStart[gpStart.length - 1];
  for (let i = 0; i < practising; i++) visit(gpOrder[i]);
}
