/** A row of the table of teams for a team that begins: every column of a former one is wiped. */
import type { World } from '../world.js';
import { freeTeam } from './teams.js';

export interface NewTeam {
  readonly kind: number;
  readonly state: number;
  readonly territory: number;
  readonly area: number;
  /** Id of the GP who founds it, or of the first of its GPs. */
  readonly key: number;
  readonly leader: number;
  readonly practice: number;
  readonly founded: number;
}

/** Row of the new team, −1 when the table is full. */
export function foundTeam(world: World, month: number, made: NewTeam): number {
  const t = freeTeam(world.teams, month);
  if (t < 0) return t;
  const team = world.teams.columns;
  for (const column of Object.values(team)) column[t] = 0;
  team.kind[t] = made.kind;
  team.state[t] = made.state;
  team.territory[t] = made.territory;
  team.area[t] = made.area;
  team.key[t] = made.key;
  team.leader[t] = made.leader;
  team.practice[t] = made.practice;
  team.founded[t] = made.founded;
  team.stateSince[t] = month;
  team.stability[t] = 1;
  team.protocolGp[t] = -1;
  return t;
}
