/**
 * Preparation: the health project is written by leaders, members, facilitators and whom the aid pays, then approved by the
 * ARS when its delegation has read it. A project that gets nowhere loses momentum and is given up.
 *
 * Evidence: 366 projects for 1,889 open MSP in mid-2021 and some 270 openings a year, so 16 months each (Ministry of
 * health); aid and facilitators (seminar book, M63–M64); no refusals are reported, only files that wait or come back incomplete.
 */
import { TEAM_FLOWS } from '../../world/teams/collective-counts.js';
import { AWAITING, ESP, OPEN, PREPARING, TEAM_ROWS } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import { countFlow, endTeam, type MspMonth, openTeam, pay } from './msp-month.js';
import { nextMomentum } from './work.js';

/** One month of every team that is not yet open. */
export function prepareTeams(now: MspMonth): void {
  const { state } = now.world.teams.columns;
  const share = facilitatorDays(now);
  for (let t = 0; t < TEAM_ROWS; t++) if (state[t] === PREPARING) prepare(now, t, share);
  decideFiles(now);
}

/** Days of facilitators for each team in preparation, by région. */
function facilitatorDays({ world, settings }: MspMonth): Float64Array {
  const { state, territory } = world.teams.columns;
  const { regionOf, regions } = world.geography;
  const teams = new Int32Array(regions.length);
  for (let t = 0; t < TEAM_ROWS; t++) if (state[t] === PREPARING) teams[regionOf[territory[t]]]++;
  const { facilitators, facilitatorMost } = settings.work;
  return Float64Array.from(teams, (count, r) =>
    Math.min(facilitatorMost, facilitators[r] / Math.max(1, count)),
  );
}

function prepare(now: MspMonth, t: number, facilitators: Float64Array): void {
  const { world, month, settings, members } = now;
  const { dayHours, dayPrice, otherLeader, founding, work, money } = settings;
  const team = world.teams.columns;
  if (members.size(t) === 0) {
    endTeam(now, t);
    return;
  }
  const region = world.geography.regionOf[team.territory[t]];
  const spent = Math.min(team.treasury[t], money.aid[region] / money.aidMonths);
  pay(world, t, 'mspCoordination', spent);
  const own = (team.meeting[t] * team.gps[t]) / dayHours + otherLeader * team.momentum[t];
  const done = own + facilitators[region] + spent / dayPrice;
  team.work[t] += done;
  team.momentum[t] = nextMomentum(team.momentum[t], done, team.need[t], work);
  const isWritten = team.work[t] >= team.need[t];
  if (isWritten && team.kind[t] === ESP) openTeam(now, t);
  else if (isWritten && isLegal(world, t, founding)) {
    team.state[t] = AWAITING;
    team.stateSince[t] = month;
    team.work[t] = 0;
    team.need[t] = work.fileDays;
  } else if (isGivenUp(now, t, isWritten)) giveUp(now, t);
}

/** A project given up is the end of the team; an ESP remains one, and spends what is left of the aid. */
function giveUp(now: MspMonth, t: number): void {
  const { world, month } = now;
  const team = world.teams.columns;
  if (team.espAtWork[t] === 0) {
    endTeam(now, t);
    return;
  }
  countFlow(world, team.territory[t], TEAM_FLOWS.abandoned);
  pay(world, t, 'mspCoordination', team.treasury[t]);
  team.espAtWork[t] = 0;
  team.kind[t] = ESP;
  team.state[t] = OPEN;
  team.stateSince[t] = month;
}

/** A project out of momentum is given up; a written one that is no MSP any more ends like an open team with too few. */
function isGivenUp({ world, settings, uniform }: MspMonth, t: number, isWritten: boolean): boolean {
  const { key, momentum } = world.teams.columns;
  return isWritten
    ? uniform('close')(key[t]) < 1 / settings.level.tooFew
    : momentum[t] < settings.work.abandonBelow;
}

/** The legal least of an MSP: GPs, and others. */
function isLegal(
  world: World,
  t: number,
  { leastGps, leastOthers }: { readonly leastGps: number; readonly leastOthers: number },
): boolean {
  const { gps, nurses, others } = world.teams.columns;
  return gps[t] >= leastGps && nurses[t] + others[t] >= leastOthers;
}

/** Files with the delegations, each read in proportion when staff is short; decided the month after filing at the earliest. */
function decideFiles(now: MspMonth): void {
  const { world, month, settings } = now;
  const { state, stateSince, work, need, territory } = world.teams.columns;
  const { departementOf } = world.geography;
  const { staff } = world.delegations.columns;
  const waiting: number[] = [];
  const asked = new Float64Array(staff.length);
  for (let t = 0; t < TEAM_ROWS; t++) {
    if (state[t] !== AWAITING || stateSince[t] >= month) continue;
    waiting.push(t);
    asked[departementOf[territory[t]]] += need[t] - work[t];
  }
  const share = asked.map((days, d) => (days > staff[d] ? Math.max(0, staff[d]) / days : 1));
  for (const t of waiting) {
    const d = departementOf[territory[t]];
    const given = (need[t] - work[t]) * share[d];
    staff[d] = Math.max(0, staff[d] - given);
    work[t] += given;
    if (work[t] < need[t]) continue;
    if (isLegal(world, t, settings.founding)) openTeam(now, t);
    else state[t] = PREPARING;
  }
}
