/** What the parts of the rules of CPTS share in one month, and small things they all do to a project. */
import { type DrawKey, streamId, uniformsOf } from '../../base/draws.js';
import { areasOf } from '../../world/teams/areas.js';
import { CPTS_FLOWS } from '../../world/teams/collective-counts.js';
import { setOwner } from '../../world/teams/owners.js';
import { lives, MOST_LEADERS, OVERLAP, PROJECT_ROWS, sortByKey } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import type { CptsSettings } from './settings.js';

const OTHERS = streamId('cpts.others');

export interface CptsMonth {
  readonly world: World;
  readonly run: DrawKey;
  readonly month: number;
}

/** Uniform draws of a stream this month, by key. */
export function uniforms({ run, month }: CptsMonth, stream: string): (key: number) => number {
  return uniformsOf(run, streamId(stream), month);
}

/** Rows of living projects, in the order of their keys: no place in the table decides anything. */
export function livingProjects(world: World): number[] {
  const { stage } = world.projects.columns;
  const rows: number[] = [];
  for (let row = 0; row < PROJECT_ROWS; row++) if (lives(stage[row])) rows.push(row);
  return sortByKey(world.projects, rows);
}

/** Those of the rows that still live. */
export function stillLiving({ projects }: World, rows: readonly number[]): number[] {
  return rows.filter((row) => lives(projects.columns.stage[row]));
}

/** Territory of the seat. */
export function seatTerritory(world: World, row: number): number {
  return areasOf(world.geography).territory[world.projects.columns.seat[row]];
}

/** Adds to a flow of the month, at the seat. */
export function countFlow(world: World, row: number, flow: keyof typeof CPTS_FLOWS, amount = 1): void {
  const { cptsFlows } = world.territories.columns;
  cptsFlows[seatTerritory(world, row) * Object.keys(CPTS_FLOWS).length + CPTS_FLOWS[flow]] += amount;
}

/** Rows of the GPs who lead a project now. */
export function leadersOf(world: World, row: number): number[] {
  const { leaders } = world.projects.columns;
  const found: number[] = [];
  for (let k = row * MOST_LEADERS; k < (row + 1) * MOST_LEADERS; k++)
    if (leaders[k] >= 0) found.push(world.physicians.columns.rowOf[leaders[k]]);
  return found;
}

/** Seats a GP as a leader in the first empty place; false when there is none. */
export function addLeader(world: World, row: number, id: number): boolean {
  const { leaders } = world.projects.columns;
  for (let k = row * MOST_LEADERS; k < (row + 1) * MOST_LEADERS; k++) {
    if (leaders[k] >= 0) continue;
    leaders[k] = id;
    return true;
  }
  return false;
}

/** Governance: 0 doctors only, towards 1 as other professions lead. */
export function balanceOf(gps: number, others: number, rule: number): number {
  return Math.max(rule, gps + others > 0 ? others / (gps + others) : 0);
}

/** Seats on the board for other professions, by the liberal nurses of the perimeter; the same as long as those are. */
export function otherSeats(
  { world, run, settings }: CptsMonth & { readonly settings: CptsSettings },
  row: number,
): number {
  const { key, liberalNurses } = world.projects.columns;
  const { othersPerNurse, mostOthers } = settings.founding;
  const seats = Math.floor(othersPerNurse * liberalNurses[row] + uniformsOf(run, OTHERS, 0)(key[row]));
  return Math.min(mostOthers, seats);
}

/** Gives areas to a project: its people grow, and its liberal nurses. */
export function giveAreas(world: World, row: number, list: readonly number[]): void {
  const areas = areasOf(world.geography);
  const { people, liberalNurses } = world.projects.columns;
  const nurses = world.territories.columns.liberalNurses;
  for (const area of list) {
    const z = areas.territory[area];
    people[row] += areas.people[area];
    liberalNurses[row] += (nurses[z] * areas.people[area]) / world.geography.territories[z].population;
  }
  setOwner(world, list, row);
}

/** Areas that a project holds. */
export function areasHeld(world: World, row: number): number[] {
  const held: number[] = [];
  for (let area = 0; area < world.areaOwner.length; area++)
    if (world.areaOwner[area] === row) held.push(area);
  return held;
}

/** A project ends, or merges into another: it holds no place, and has neither leader nor members. */
export function closeProject(world: World, row: number, month: number, stage: number): void {
  const p = world.projects.columns;
  setOwner(world, areasHeld(world, row), -1);
  p.stage[row] = stage;
  p.stageSince[row] = month;
  p.side[row] = 0;
  p.leaders.fill(-1, row * MOST_LEADERS, (row + 1) * MOST_LEADERS);
  p.coordinator[row] = 0;
  const { project } = world.physicians.columns;
  const practising = world.gpStart[world.gpStart.length - 1];
  for (let i = 0; i < practising; i++) {
    const d = world.gpOrder[i];
    if (project[d] === row) project[d] = -1;
  }
  const rival = p.rival[row];
  p.rival[row] = -1;
  if (rival < 0) return;
  p.rival[rival] = -1;
  p.side[rival] &= ~OVERLAP;
}

/** Moves a project to another stage. */
export function enterStage(world: World, row: number, month: number, stage: number): void {
  const { stage: stageOf, stageSince } = world.projects.columns;
  stageOf[row] = stage;
  stageSince[row] = month;
}
