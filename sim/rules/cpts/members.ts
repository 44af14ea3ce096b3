/**
 * Members of projects and their missions.
 *
 * *What happens.* GPs of the perimeter join one by one, the more open and trusting sooner, and sooner where the CPTS does
 * something; other professions are counted. Members come more slowly while the project is written. Who moves out of
 * the perimeter or retires is no member. Missions begin some months after the signature and are deployed in a line, sooner
 * for leaders carried by momentum. *Evidence.* About 25 % of GPs and 65 % of professionals after three years (FCPTS); the
 * agreement's calendar (Journal officiel). *Leaves out.* Why one adheres: most adhere and use.
 */
import * as draws from '../../base/draws.js';
import { drawKey, streamId } from '../../base/draws.js';
import { practises } from '../../world/physicians.js';
import { lives, MISSION_COUNT, OVERLAP, PROJECT_ROWS, SIGNED, WRITING } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { type AgreementSettings, takesMission } from './aci.js';
import { leadersById } from './builders.js';
import type { LifeSettings } from './life-settings.js';
import type { CptsMonth } from './month.js';

// Constants of this file, which V8 compiles in (`world/once-per-world.ts`).
const { draw, unit } = draws;

/** What each project offers to who might join this month; 0 for one that takes nobody yet. */
function attraction({ projects, agencies }: World, { members }: LifeSettings): Float64Array {
  const p = projects.columns;
  const pull = new Float64Array(PROJECT_ROWS);
  for (let row = 0; row < PROJECT_ROWS; row++) {
    if (p.stage[row] < WRITING || p.stage[row] > SIGNED) continue;
    const services = meanMission(p.missions, row) * (members.display * p.display[row] + p.depth[row]);
    const stage = p.stage[row] === SIGNED ? 1 : members.before * p.momentum[row];
    pull[row] = stage * (1 + services) * (1 - members.aversion * agencies.columns.pressure[p.region[row]]);
  }
  return pull;
}

/** Mean deployment of missions, 0 to 1. */
export function meanMission(missions: Float32Array, row: number): number {
  let sum = 0;
  for (let k = row * MISSION_COUNT; k < (row + 1) * MISSION_COUNT; k++) sum += missions[k];
  return sum / MISSION_COUNT;
}

/** GPs join, leave, or are no longer there; members of each project are counted. */
export function joinAndLeave(m: CptsMonth, settings: LifeSettings): void {
  const { world } = m;
  const { area, id, status, project, openness, trust } = world.physicians.columns;
  const { gps, side, stage } = world.projects.columns;
  const { gpOrder, gpStart, areaOwner } = world;
  const pull = attraction(world, settings);
  const leads = leadersById(world);
  const { a, b } = drawKey(m.run, streamId('cpts.join'), m.month);
  const { gp: rate, leave } = settings.members;
  const practising = gpStart[gpStart.length - 1];
  gps.fill(0);
  for (let i = 0; i < practising; i++) {
    const d = gpOrder[i];
    const owner = areaOwner[area[d]];
    const row = project[d];
    if (row >= 0) {
      const stays = owner === row || (side[row] & OVERLAP) !== 0;
      const isGone = !lives(stage[row]) || !stays || !practises(status[d]);
      if (isGone || (unit(draw(a, b, id[d])) < leave && leads[id[d]] === 0)) project[d] = -1;
      else gps[row]++;
    } else if (owner >= 0 && pull[owner] > 0 && practises(status[d])) {
      const chance = rate * (0.5 + openness[d]) * (0.5 + trust[d]) * pull[owner];
      if (unit(draw(a, b, id[d])) >= chance) continue;
      project[d] = owner;
      gps[owner]++;
    }
  }
}

/** Members of other professions. */
export function joinOthers({ projects, agencies }: World, row: number, { members }: LifeSettings): void {
  const p = projects.columns;
  if (p.stage[row] < WRITING) return;
  const stage = p.stage[row] === SIGNED ? 1 : members.before * p.momentum[row];
  const wary = 1 - members.aversion * agencies.columns.pressure[p.region[row]];
  const others = Math.max(0, p.professionals[row] - p.liberalNurses[row]);
  const come = (of: number, already: number) =>
    Math.max(0, of - already) * members.other * stage * wary - already * members.leave;
  p.nurses[row] += come(p.liberalNurses[row], p.nurses[row]);
  p.others[row] += come(others, p.others[row]);
}

/** How far a mission is deployed, some months after the signature. */
export function deployment(months: number, start: number, deploy: number): number {
  if (months < start) return 0;
  return deploy > start ? Math.min(1, (months - start) / (deploy - start)) : 1;
}

/** Missions of a signed CPTS this month; none goes back. */
export function deployMissions(
  { world, run, month }: CptsMonth,
  row: number,
  aci: AgreementSettings,
  { start, deploy }: LifeSettings,
): void {
  const { missions, signedAt, key, momentum } = world.projects.columns;
  for (let k = 0; k < MISSION_COUNT; k++) {
    const at = row * MISSION_COUNT + k;
    if (!takesMission(run, key[row], k, aci)) continue;
    const reached = deployment(month - signedAt[row], start[k], deploy[k]) * momentum[row];
    missions[at] = Math.max(missions[at], reached);
  }
}
