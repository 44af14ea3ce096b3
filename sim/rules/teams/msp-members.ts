/**
 * Members of open teams come and go inside a territory, with their lists: GPs who join a team with a free seat, the more
 * so the better it works, and GPs who leave it to work alone. GPs from elsewhere come by settling (`installation`), which
 * reads the seats announced here. Centres de santé opened since last month get their row.
 *
 * Evidence: seminar book M9, M18; Chevillard (thesis): GPs who come to MSP come from near, so that places around may lose
 * them. Leaves out: conflicts about money between members.
 */
import * as draws from '../../base/draws.js';
import { ACTIVE, CENTRE } from '../../world/physicians.js';
import { foundTeam } from '../../world/teams/found-team.js';
import { CENTRE_TEAM, ESP, HIGHEST_LEVEL, MSP, OPEN, TEAM_ROWS } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import { activity } from './msp-founding.js';
import { countJoiner, MOST_TRUST, type MspMonth } from './msp-month.js';
import { opennessOf } from './settings.js';
import { moveIn, moveOut, staysPut } from './team-members.js';

// Constants of this file, which V8 compiles in (`world/once-per-world.ts`).
const { draw: drawBits, unit } = draws;

/** Leaves and joins of the month, then the seats that newcomers will see. */
export function turnOver(now: MspMonth): void {
  rowsForCentres(now);
  leave(now);
  join(now);
  announceSeats(now);
}

/** GPs whose trust has gone leave, though none in the month in which the team opens; the list stays theirs. */
function leave({ world, month, gp, settings, members, uniform }: MspMonth): void {
  const { state, kind, opened, leader } = world.teams.columns;
  const { id, trust } = gp;
  const { leaveRate } = settings.members;
  const u = uniform('leave');
  for (let t = 0; t < TEAM_ROWS; t++) {
    if (state[t] !== OPEN || kind[t] === CENTRE_TEAM || opened[t] === month) continue;
    for (let row = members.first(t); row >= 0; row = members.after(row)) {
      const distrust = (1 - trust[row]) * 2;
      if (id[row] === leader[t] || u(id[row]) >= leaveRate * distrust) continue;
      members.remove(t, row);
      if (kind[t] === MSP) moveOut(gp, row);
    }
  }
}

/** GPs of a territory in no team join one of its teams with a free seat. */
function join(now: MspMonth): void {
  const { world, month, gp, settings, members } = now;
  const { gpOrder, gpStart } = world;
  const { level, kind, practice } = world.teams.columns;
  const { id, team } = gp;
  const { a, b } = now.drawKey('joinTeam');
  const { joinRate, seats, movesUntil } = settings.members;
  const most = joinRate * MOST_TRUST * now.mostActivity;
  for (const [z, open] of teamsWithSeats(world, seats)) {
    let free = open;
    let highest = most * slices(free);
    const end = gpStart[z + 1];
    for (let i = gpStart[z]; i < end; i++) {
      const row = gpOrder[i];
      if (team[row] >= 0) continue;
      // The draw first: hardly anybody joins in a month, whatever else is true of them.
      const draw = unit(drawBits(a, b, id[row]));
      if (draw >= highest || !mayJoin(row)) continue;
      const own =
        opennessOf(gp.openness[row], settings.openness) * (0.5 + gp.trust[row]) * activity(gp, row, settings);
      const chosen = teamOf(free, draw, joinRate * own);
      if (chosen < 0) continue;
      members.add(chosen, row);
      if (kind[chosen] === MSP) {
        moveIn(gp, row, practice[chosen]);
        countJoiner(now, row, z);
      }
      free = free.filter((t) => members.size(t) < seats);
      highest = most * slices(free);
    }
  }

  function mayJoin(row: number): boolean {
    if (gp.status[row] !== ACTIVE || gp.roles[row] !== 0) return false;
    if (gp.form[row] === CENTRE || gp.marginal[row] === 1) return false;
    return !staysPut(gp, row, month, movesUntil);
  }

  /** How much a team draws: its slice of the one draw of a GP. */
  function slice(t: number): number {
    return 0.5 + level[t] / HIGHEST_LEVEL;
  }
  function slices(teams: readonly number[]): number {
    let sum = 0;
    for (const t of teams) sum += slice(t);
    return sum;
  }
  function teamOf(teams: readonly number[], draw: number, rate: number): number {
    let left = draw;
    for (const t of teams) {
      left -= rate * slice(t);
      if (left < 0) return t;
    }
    return -1;
  }
}

/** Open MSP and ESP with a free seat, by territory. */
function teamsWithSeats({ teams }: World, seats: number): Map<number, number[]> {
  const { state, kind, gps, territory } = teams.columns;
  const found = new Map<number, number[]>();
  for (let t = 0; t < TEAM_ROWS; t++) {
    if (state[t] !== OPEN || (kind[t] !== MSP && kind[t] !== ESP) || gps[t] >= seats) continue;
    const here = found.get(territory[t]);
    if (here === undefined) found.set(territory[t], [t]);
    else here.push(t);
  }
  return found;
}

/** What free seats of teams that work together are worth to a newcomer, by territory. */
function announceSeats({ world, settings }: MspMonth): void {
  const { teamPull } = world.territories.columns;
  const { state, kind, gps, level, territory } = world.teams.columns;
  teamPull.fill(0);
  for (let t = 0; t < TEAM_ROWS; t++) {
    if (state[t] !== OPEN || kind[t] !== MSP) continue;
    const free = Math.max(0, settings.members.seats - gps[t]);
    teamPull[territory[t]] += (free * level[t]) / HIGHEST_LEVEL;
  }
  for (let z = 0; z < teamPull.length; z++) teamPull[z] = settings.level.pull * Math.log(1 + teamPull[z]);
}

/** Each practice of salaried GPs is a team: the first of its GPs names it. */
function rowsForCentres({ world, month, gp, members }: MspMonth): void {
  const { gpOrder, gpStart } = world;
  const { form, team } = gp;
  for (let z = 0; z + 1 < gpStart.length; z++) {
    // Hardly any territory has one without team: no map for the others.
    let made: Map<number, number> | undefined;
    const end = gpStart[z + 1];
    for (let i = gpStart[z]; i < end; i++) {
      const row = gpOrder[i];
      if (form[row] !== CENTRE || team[row] >= 0) continue;
      const practice = gp.practice[row];
      made ??= new Map();
      const t = made.get(practice) ?? openCentre(world, month, row);
      made.set(practice, t);
      if (t >= 0) members.add(t, row);
    }
  }
}

/** A row for the centre of the GP in `row`. */
export function openCentre(world: World, month: number, row: number): number {
  const { id, territory, practice, area } = world.physicians.columns;
  const place = { territory: territory[row], practice: practice[row], area: area[row] };
  const key = id[row];
  const t = foundTeam(world, month, {
    kind: CENTRE_TEAM,
    state: OPEN,
    ...place,
    key,
    leader: -1,
    founded: month,
  });
  if (t >= 0) world.teams.columns.opened[t] = month;
  return t;
}
