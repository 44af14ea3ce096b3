/**
 * Leaders of projects: giving up, retiring, being replaced; projects that nobody leads end.
 *
 * *Evidence.* Exhaustion of leaders and dependence on one person are the first risks named (Gauthier 2021; Ménard 2024;
 * seminar book M40); whoever leaves puts the balance of the board in danger (Gauthier 2021, l.1135). *Leaves out.* Elections of
 * boards. A leader of another profession is a number, not somebody: it gives up as a GP of the usual fatigue would.
 */
import { drawIndexed, drawKey, streamId, unit } from '../../base/draws.js';
import { practises } from '../../world/physicians.js';
import { areasOf } from '../../world/teams/areas.js';
import { lives, MOST_LEADERS, OVERLAP, SIGNED } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import type { WillSettings } from '../teams/settings.js';
import { addLeader, balanceOf, type CptsMonth, countFlow, leadersOf, otherSeats, uniforms } from './month.js';
import type { CptsSettings } from './settings.js';

const OTHERS_QUIT = streamId('cpts.quitOther');

export interface TurnoverMonth extends CptsMonth {
  readonly settings: CptsSettings;
  readonly will: WillSettings;
  readonly leads: Uint8Array;
  readonly builders: ReadonlyMap<number, readonly number[]>;
}

/** Chance a month that a leader gives up: tired ones and those of a project that is stuck sooner. */
export function quitChance(
  fatigue: number,
  momentum: number,
  will: Pick<WillSettings, 'quitRate' | 'quitFatigue' | 'usualFatigue'>,
  weariness: number,
): number {
  const tired = will.quitFatigue * (fatigue - will.usualFatigue);
  return Math.min(1, will.quitRate * Math.exp(tired + weariness * (0.5 - momentum)));
}

/** Who leads the projects after this month. */
export function turnOver(m: TurnoverMonth, rows: readonly number[]): void {
  const gives = uniforms(m, 'cpts.quit');
  const comes = uniforms(m, 'cpts.replace');
  for (const row of rows) {
    dropLeaders(m, row, gives);
    replace(m, row, comes);
    turnOverOthers(m, row);
    const { leaders, otherLeaders, balance, leaderless } = m.world.projects.columns;
    let gps = 0;
    for (let k = row * MOST_LEADERS; k < (row + 1) * MOST_LEADERS; k++) if (leaders[k] >= 0) gps++;
    balance[row] = balanceOf(gps, otherLeaders[row], m.settings.founding.balanceRule);
    leaderless[row] = gps + otherLeaders[row] > 0 ? 0 : Math.min(leaderless[row] + 1, MOST_MONTHS);
  }
}

/** What one byte holds. */
const MOST_MONTHS = 255;

/** Leaders who retired, moved away or give up leave their seat. */
function dropLeaders(m: TurnoverMonth, row: number, gives: (key: number) => number): void {
  const { world, settings, will, leads } = m;
  const p = world.projects.columns;
  const gp = world.physicians.columns;
  for (let k = row * MOST_LEADERS; k < (row + 1) * MOST_LEADERS; k++) {
    const id = p.leaders[k];
    if (id < 0) continue;
    const d = gp.rowOf[id];
    const isThere = practises(gp.status[d]) && gp.project[d] === row && isNear(world, row, d);
    const chance = quitChance(gp.fatigue[d], p.momentum[row], will, settings.leaders.weariness);
    if (isThere && gives(id) >= chance) continue;
    p.leaders[k] = -1;
    leads[id] = 0;
    countFlow(world, row, 'leadersLost');
  }
}

/**
 * Leaders of other professions give up, and others take the empty seats where anybody led as the month began: one in a project without any, or
 * one a month in a signed one.
 */
function turnOverOthers(m: TurnoverMonth, row: number): void {
  const { world, run, month, settings, will } = m;
  const p = world.projects.columns;
  const before = p.otherLeaders[row];
  const chance = quitChance(will.usualFatigue, p.momentum[row], will, settings.leaders.weariness);
  const { a, b } = drawKey(run, OTHERS_QUIT, month);
  for (let k = 0; k < before; k++) if (unit(drawIndexed(a, b, p.key[row], k)) < chance) p.otherLeaders[row]--;
  const isLed = before > 0 || leadersOf(world, row).length > 0;
  const isSought = p.otherLeaders[row] === 0 || p.stage[row] === SIGNED;
  if (!isLed || !isSought || p.otherLeaders[row] >= otherSeats(m, row)) return;
  if (uniforms(m, 'cpts.replaceOther')(p.key[row]) < settings.leaders.replace) p.otherLeaders[row]++;
}

/** In the perimeter, or on the place that two projects dispute. */
function isNear(world: World, row: number, d: number): boolean {
  const { area } = world.physicians.columns;
  const { side, seat } = world.projects.columns;
  const owner = world.areaOwner[area[d]];
  if (owner === row || (side[row] & OVERLAP) !== 0) return true;
  const { territory } = areasOf(world.geography);
  return owner < 0 && territory[area[d]] === territory[seat[row]];
}

/** A builder of the perimeter takes an empty seat: of a project with few leaders, or of a signed one. */
function replace(m: TurnoverMonth, row: number, comes: (key: number) => number): void {
  const { world, settings, leads } = m;
  const p = world.projects.columns;
  const seated = leadersOf(world, row).length;
  if (seated === MOST_LEADERS || (seated > 1 && p.stage[row] !== SIGNED)) return;
  if (comes(p.key[row]) >= settings.leaders.replace) return;
  const { rowOf, openness, trust, project } = world.physicians.columns;
  const will = (id: number) => openness[rowOf[id]] * (0.5 + trust[rowOf[id]]);
  let best = -1;
  for (const id of m.builders.get(row) ?? []) {
    if (leads[id] === 1) continue;
    if (best < 0 || will(id) > will(best) || (will(id) === will(best) && id < best)) best = id;
  }
  if (best < 0 || !lives(p.stage[row]) || !addLeader(world, row, best)) return;
  project[rowOf[best]] = row;
  leads[best] = 1;
}
