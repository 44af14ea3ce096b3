/** Who is a member of which team this month: GPs by team in the order of ids, kept in step as they join and leave. */
import { ACTIVE, GROUP, type PhysicianColumns, SOLO } from '../../world/physicians.js';
import { isAlive, TEAM_ROWS } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';

export interface TeamMembers {
  /** Rows of the GPs of a team, by id; what was given stays as it is when somebody leaves. */
  of(team: number): readonly number[];
  add(team: number, row: number): void;
  remove(team: number, row: number): void;
}

/** Members of all teams, from the practising GPs. */
export function teamMembers(world: World): TeamMembers {
  const { team, id } = world.physicians.columns;
  const { gpOrder, gpStart } = world;
  const members: number[][] = [];
  const practising = gpStart[gpStart.length - 1];
  for (let i = 0; i < practising; i++) {
    const row = gpOrder[i];
    const t = team[row];
    if (t < 0) continue;
    const list = members[t];
    if (list === undefined) members[t] = [row];
    else list.push(row);
  }
  const { gps } = world.teams.columns;
  const count = (t: number) => {
    gps[t] = members[t].length;
  };
  return {
    of: (t) => members[t] ?? [],
    add(t, row) {
      team[row] = t;
      members[t] ??= [];
      members[t].push(row);
      members[t].sort((a, b) => id[a] - id[b]);
      count(t);
    },
    remove(t, row) {
      team[row] = -1;
      members[t] = members[t].filter((one) => one !== row);
      count(t);
    },
  };
}

/** The number of a practice that nobody of territory z has yet. */
export function newPractice(world: World, z: number): number {
  const { practice } = world.physicians.columns;
  let next = 0;
  for (let i = world.gpStart[z]; i < world.gpStart[z + 1]; i++)
    next = Math.max(next, practice[world.gpOrder[i]] + 1);
  return next;
}

/** True for a GP who would have to leave own premises to join, so near the end of work that it is not worth it. */
export function staysPut(
  { form, birth }: Pick<PhysicianColumns, 'form' | 'birth'>,
  row: number,
  month: number,
  movesUntil: number,
): boolean {
  return form[row] === SOLO && month - birth[row] > movesUntil;
}

/** Moves a GP into the premises of a team, or out of them to work alone; the list stays. */
export function moveIn(
  { form, practice }: Pick<PhysicianColumns, 'form' | 'practice'>,
  row: number,
  number: number,
): void {
  form[row] = GROUP;
  practice[row] = number;
}
export function moveOut({ form, practice }: Pick<PhysicianColumns, 'form' | 'practice'>, row: number): void {
  form[row] = SOLO;
  practice[row] = -1;
}

/** Liberal nurses of each territory (they come and go in January only). */
export function nursesByTerritory({ nurses, geography }: World): Int32Array {
  const { territory, status } = nurses.columns;
  const count = new Int32Array(geography.territories.length);
  for (let row = 0; row < territory.length; row++) if (status[row] === ACTIVE) count[territory[row]]++;
  return count;
}

/** Those who are not yet members of a team; a team that took more than there are leaves none. */
export function freeNurses({ teams }: World, liberal: Int32Array): Int32Array {
  const free = liberal.slice();
  const { state, nurses, territory } = teams.columns;
  for (let t = 0; t < TEAM_ROWS; t++) if (isAlive(state[t])) free[territory[t]] -= nurses[t];
  return free;
}
