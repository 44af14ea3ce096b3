/** Who is a member of which team this month: GPs by team in the order of ids, kept in step as they join and leave. */
import { ACTIVE, GROUP, type PhysicianColumns, SOLO } from '../../world/physicians.js';
import { isAlive, TEAM_ROWS } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';

export interface TeamMembers {
  /** Reads the members of the month from the practising GPs. */
  recount(): void;
  /** GPs of a team. */
  size(team: number): number;
  /** First GP of a team, and the one after a GP: rows by id, −1 at the end. */
  first(team: number): number;
  after(row: number): number;
  /** Rows of the GPs of a team, by id, as they are now. */
  of(team: number): number[];
  add(team: number, row: number): void;
  remove(team: number, row: number): void;
}

/** Members of all teams: a chain of rows for each, since thousands of small lists a month cost more than the rule itself. */
export function teamMembers(world: World): TeamMembers {
  const { team, id } = world.physicians.columns;
  const { gps } = world.teams.columns;
  const { gpOrder, gpStart } = world;
  const head = new Int32Array(TEAM_ROWS);
  const next = new Int32Array(world.physicians.rows);
  const count = new Int32Array(TEAM_ROWS);

  /** The row of a team's chain before `row`, or before where it would stand by id; −1 before the first. */
  function before(t: number, row: number): number {
    let previous = -1;
    for (let one = head[t]; one >= 0 && id[one] < id[row]; one = next[one]) previous = one;
    return previous;
  }

  return {
    recount() {
      head.fill(-1);
      count.fill(0);
      for (let i = gpStart[gpStart.length - 1] - 1; i >= 0; i--) {
        const row = gpOrder[i];
        const t = team[row];
        if (t < 0) continue;
        next[row] = head[t];
        head[t] = row;
        count[t]++;
      }
    },
    size: (t) => count[t],
    first: (t) => head[t],
    after: (row) => next[row],
    of(t) {
      const rows: number[] = [];
      for (let row = head[t]; row >= 0; row = next[row]) rows.push(row);
      return rows;
    },
    add(t, row) {
      const previous = before(t, row);
      team[row] = t;
      next[row] = previous < 0 ? head[t] : next[previous];
      if (previous < 0) head[t] = row;
      else next[previous] = row;
      gps[t] = ++count[t];
    },
    remove(t, row) {
      const previous = before(t, row);
      team[row] = -1;
      if (previous < 0) head[t] = next[row];
      else next[previous] = next[row];
      gps[t] = --count[t];
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
