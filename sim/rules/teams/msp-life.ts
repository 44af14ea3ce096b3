/**
 * The life of an open team: who leads it, at what level it works together, and how it ends.
 *
 * The level (below 1 logistical, to 2 operational, above collective) goes towards what the joint hours of a member allow,
 * the more slowly the higher it stands, and faster in a team that stays together; without a builder a team shares
 * premises and secretary, with one it works, with two it can act for a population (seminar book M25–M28). Leaders step
 * down, the more so when tired (M40); a team that finds no other weakens and ends.
 * Leaves out: salaried posts shared (assistants, advanced practice nurses).
 */
import { LEADS_TEAM } from '../../world/physicians.js';
import {
  CENTRE_TEAM,
  COLLECTIVE,
  ESP,
  HIGHEST_LEVEL,
  OPEN,
  OPERATIONAL,
  PREPARING,
  TEAM_ROWS,
} from '../../world/teams/teams.js';
import { countLeaderLost, endTeam, type MspMonth } from './msp-month.js';
import { isBuilder, opennessOf } from './settings.js';

/** One month of leaders, levels and ends. */
export function liveTeams(now: MspMonth): void {
  const { state, kind } = now.world.teams.columns;
  const quits = now.uniform('quit');
  for (let t = 0; t < TEAM_ROWS; t++) {
    if (state[t] !== OPEN && state[t] !== PREPARING) continue;
    if (kind[t] !== CENTRE_TEAM) lead(now, t, quits);
    if (state[t] !== OPEN) continue;
    if (ends(now, t)) endTeam(now, t);
    else {
      advance(now, t);
      staff(now, t);
    }
  }
}

/** The leader steps down or stays; where there is none, the most open member who is nearly a builder takes over. */
function lead({ world, settings, members }: MspMonth, t: number, quits: (id: number) => number): void {
  const team = world.teams.columns;
  const { id, rowOf, openness, fatigue, roles } = world.physicians.columns;
  const { quitRate, quitFatigue, usualFatigue, builders } = settings;
  let quitter = -1;
  if (team.leader[t] >= 0) {
    const row = rowOf[team.leader[t]];
    const hazard = quitRate * Math.exp(quitFatigue * (fatigue[row] - usualFatigue));
    if (quits(id[row]) >= hazard) {
      team.leaderless[t] = 0;
      return;
    }
    countLeaderLost(world, t);
    roles[row] &= ~LEADS_TEAM;
    quitter = row;
  }
  let best = -1;
  for (let row = members.first(t); row >= 0; row = members.after(row)) {
    if (row === quitter || opennessOf(openness[row], settings.openness) <= 1 - builders - builders) continue;
    if (best < 0 || openness[row] > openness[best]) best = row;
  }
  team.leader[t] = best < 0 ? -1 : id[best];
  team.leaderless[t] = best < 0 ? team.leaderless[t] + 1 : 0;
}

/** Without a leader for too long, with too few GPs (each month a chance), or without any. */
function ends({ world, settings, members, uniform }: MspMonth, t: number): boolean {
  const { kind, leaderless, key } = world.teams.columns;
  const gps = members.size(t);
  if (gps === 0) return true;
  if (kind[t] === CENTRE_TEAM) return false;
  if (leaderless[t] >= settings.level.leaderless) return true;
  const least = kind[t] === ESP ? 1 : settings.founding.leastGps;
  return gps < least && uniform('close')(key[t]) < 1 / settings.level.tooFew;
}

function advance({ world, settings, members }: MspMonth, t: number): void {
  const team = world.teams.columns;
  const { openness } = world.physicians.columns;
  const rules = settings.level;
  const people = team.gps[t] + team.nurses[t] + team.others[t];
  const paid = people > 0 ? (team.coordinator[t] * settings.weeksAMonth) / people : 0;
  const apart = team.kind[t] !== CENTRE_TEAM && team.premises[t] === 0 ? rules.multiSite : 1;
  const joint = (team.meeting[t] + paid) * apart;
  const reach = HIGHEST_LEVEL * (1 - Math.exp(-joint / rules.hours));
  const level = team.level[t];
  const floor = Math.min(rules.months.length - 1, Math.floor(level));
  const moved =
    reach > level
      ? level + ((reach - level) / rules.months[floor]) * team.stability[t]
      : level - (level - reach) / rules.forget;
  let builders = 0;
  for (let row = members.first(t); row >= 0; row = members.after(row))
    if (isBuilder(openness[row], settings)) builders++;
  const own = Math.min(HIGHEST_LEVEL, OPERATIONAL + rules.perBuilder * builders);
  const most = team.kind[t] === ESP ? Math.min(own, COLLECTIVE) : own;
  team.level[t] = Math.min(moved, most);
  team.readiness[t] = Math.max(0, team.level[t] - OPERATIONAL) / (HIGHEST_LEVEL - OPERATIONAL);
}

/** Nurses and other professionals come or go, one a month at most, towards their usual number for the GPs there are. */
function staff({ world, settings, nurses: free }: MspMonth, t: number): void {
  const { gps, nurses, others, territory } = world.teams.columns;
  const { othersPerGp, nurseShare } = settings.members;
  const z = territory[t];
  const usual = Math.round(othersPerGp * gps[t]);
  const usualNurses = Math.round(othersPerGp * gps[t] * nurseShare);
  const all = nurses[t] + others[t];
  if (all < usual) {
    if (nurses[t] < usualNurses && free[z] > 0) {
      nurses[t]++;
      free[z]--;
    } else others[t]++;
  } else if (all > usual) {
    if (nurses[t] > usualNurses) {
      nurses[t]--;
      free[z]++;
    } else others[t]--;
  }
}
