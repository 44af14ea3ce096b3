/** The three-territory country with communes, and teams and projects written into its tables by hand. */
import { PRE_PROJECT, type ProjectColumns } from '../../sim/world/teams/projects.js';
import { MSP, OPEN, type TeamColumns } from '../../sim/world/teams/teams.js';
import type { Geography } from '../../sim/world/territory.js';
import { allocateWorld, type World } from '../../sim/world/world.js';
import { TINY_END, TINY_START, tinyGeography } from './tiny-world.js';

const COMMUNES = [
  ['91001', 'Abbéville', 6000],
  ['91002', 'Angerville', 4000],
  ['91003', 'Arpajon', 10_000],
  ['45001', 'Adon', 7000],
  ['45002', 'Aillant', 3000],
] as const;

/** Areas of `collectiveCountry` are the communes above: 0 and 1 in territory 0, 2 in 1, 3 and 4 in 2. */
export function collectiveGeography(): Geography {
  const geography = tinyGeography();
  const blocks = COMMUNES.map(([code, name, population]) => ({
    code,
    name,
    population,
    latitude: 47,
    longitude: 2,
    located: true,
  }));
  const parts = [blocks.slice(0, 2), blocks.slice(2, 3), blocks.slice(3)];
  return {
    ...geography,
    territories: geography.territories.map((one, z) => ({ ...one, blocks: parts[z] })),
  };
}

/** 1,000 agents of ten people in each territory, no team, no project, every area free. */
export function collectiveCountry(): World {
  const agents = 1000;
  const size = {
    scale: 10,
    lanes: 1,
    physicians: 20,
    nurses: 4,
    patientCapacity: [agents, agents, agents],
    moverCapacity: agents,
    startMonth: TINY_START,
    endMonth: TINY_END,
  };
  const world = allocateWorld(size, collectiveGeography());
  for (let z = 0; z < 3; z++) {
    world.patients.count[z] = agents;
    world.tallies.columns.ages[(z + z) * 5 + 2] = agents;
  }
  const gp = world.physicians.columns;
  for (let row = 0; row < gp.id.length; row++) gp.id[row] = gp.rowOf[row] = row;
  for (const column of [gp.team, gp.project, gp.area, world.areaOwner]) column.fill(-1);
  const { leaders, supporter, rival } = world.projects.columns;
  for (const column of [leaders, supporter, rival]) column.fill(-1);
  return world;
}

type Single<C> = Partial<Record<keyof C, number>>;

function write<C extends object>(columns: C, row: number, values: Single<C>): void {
  for (const [name, value] of Object.entries(values)) {
    const column = columns[name as keyof C] as { [row: number]: number };
    column[row] = value as number;
  }
}

/** An open MSP in territory 0, unless told otherwise. */
export function putTeam(world: World, row: number, values: Single<TeamColumns> = {}): void {
  write(world.teams.columns, row, { kind: MSP, state: OPEN, territory: 0, leader: -1, ...values });
}

/** A pre-project at area 0 with one other leader, holding `areas`. */
export function putProject(
  world: World,
  row: number,
  areas: readonly number[],
  values: Single<ProjectColumns> = {},
): void {
  const usual = { key: row + 1, stage: PRE_PROJECT, seat: areas[0], otherLeaders: 1, founded: TINY_START };
  write(world.projects.columns, row, { ...usual, ...values });
  for (const area of areas) world.areaOwner[area] = row;
}
