/** Teams made by hand, for tests of what teams do once they are there. */
import { ACTIVE } from '../../sim/world/physicians.js';
import { foundTeam } from '../../sim/world/teams/found-team.js';
import { MSP, OPEN, type TeamColumns } from '../../sim/world/teams/teams.js';
import type { World } from '../../sim/world/world.js';

/** Rows of the first `count` GPs in full practice of a territory that holds as many, who are in no team. */
export function freeGps(world: World, count: number, after = 0): number[] {
  const { status, marginal, team, territory } = world.physicians.columns;
  const { gpOrder, gpStart } = world;
  for (let z = after; z + 1 < gpStart.length; z++) {
    const rows = [...gpOrder.subarray(gpStart[z], gpStart[z + 1])].filter(
      (d) => status[d] === ACTIVE && marginal[d] === 0 && team[d] < 0 && territory[d] === z,
    );
    if (rows.length >= count) return rows.slice(0, count);
  }
  throw new Error(`no territory has ${count} free GPs`);
}

/** An open MSP of these GPs, with nurses, ready to delegate; `fields` overrides its columns. */
export function madeTeam(
  world: World,
  rows: readonly number[],
  fields: Partial<Record<keyof TeamColumns, number>> = {},
): number {
  const gp = world.physicians.columns;
  const [first] = rows;
  const t = foundTeam(world, world.size.startMonth, {
    kind: MSP,
    state: OPEN,
    territory: gp.territory[first],
    area: gp.area[first],
    key: gp.id[first],
    leader: gp.id[first],
    practice: gp.practice[first],
    founded: world.size.startMonth,
  });
  for (const row of rows) gp.team[row] = t;
  const made = { gps: rows.length, nurses: 4, readiness: 1, level: 3, ...fields };
  for (const [name, value] of Object.entries(made)) {
    world.teams.columns[name as keyof TeamColumns][t] = value;
  }
  return t;
}
