/** What the parts of the rule of MSP share in a month: world, settings, members, draws, and how a team opens and ends. */
import { monthOf, yearOf } from '../../base/calendar.js';
import { type DrawKey, drawKey, streamId, uniformsOf } from '../../base/draws.js';
import { GROUP } from '../../world/physicians.js';
import { affordable } from '../../world/settlement/collectivities.js';
import { TEAM_FLOWS } from '../../world/teams/collective-counts.js';
import { type InstrumentId, instrumentOf } from '../../world/teams/instruments.js';
import { payOutside, payTeam } from '../../world/teams/ledger.js';
import { CLOSED, ESP, MSP, OPEN } from '../../world/teams/teams.js';
import { RURAL_CLASSES } from '../../world/territory.js';
import type { World } from '../../world/world.js';
import type { TeamSettings } from './settings.js';
import { moveIn, newPractice, type TeamMembers } from './team-members.js';

export interface MspMonth {
  readonly world: World;
  readonly month: number;
  readonly settings: TeamSettings;
  readonly members: TeamMembers;
  /** The columns of GPs that the rule walks, in an object of fixed shape: far faster to read than the table's own. */
  readonly gp: GpColumns;
  /** Liberal nurses of each territory who belong to no team. */
  readonly nurses: Int32Array;
  /** The activity of the busiest (`activity`): a bound that spares looking at the others. */
  readonly mostActivity: number;
  /** A uniform draw of a named decision for a GP or for the founder of a team (ids). */
  uniform(decision: Decision): (key: number) => number;
  /** The key of these draws, for loops over all GPs. */
  drawKey(decision: Decision): DrawKey;
}

export type GpColumns = ReturnType<typeof gpColumns>;

/** Columns of GPs that founding and joining read for each of them. */
export function gpColumns({ physicians }: World) {
  const { id, birth, status, team, roles, form, practice, marginal } = physicians.columns;
  const { openness, fatigue, trust, listTrait, hoursTrait } = physicians.columns;
  const who = { id, birth, status, team, roles, form, practice, marginal };
  return { ...who, openness, fatigue, trust, listTrait, hoursTrait };
}

/** Factor of trust of somebody who trusts entirely. */
export const MOST_TRUST = 1 + 0.5;

const DECISIONS = {
  found: streamId('msp.found'),
  grow: streamId('msp.grow'),
  ask: streamId('msp.ask'),
  join: streamId('msp.join'),
  joinTeam: streamId('msp.joinTeam'),
  leave: streamId('msp.leave'),
  premises: streamId('msp.premises'),
  quit: streamId('msp.leader'),
  aci: streamId('msp.aci'),
  close: streamId('msp.close'),
} as const;
export type Decision = keyof typeof DECISIONS;

/** Draws of a month by decision and key. */
export function drawsOf(run: DrawKey, month: number): Pick<MspMonth, 'uniform' | 'drawKey'> {
  return {
    uniform: (decision) => uniformsOf(run, DECISIONS[decision], month),
    drawKey: (decision) => drawKey(run, DECISIONS[decision], month),
  };
}

const FLOWS = Object.keys(TEAM_FLOWS).length;

/** Adds to a flow of the month where the team is. */
export function countFlow({ territories }: World, z: number, flow: number, amount = 1): void {
  territories.columns.teamFlows[z * FLOWS + flow] += amount;
}

/**
 * Counts a GP of the territory who becomes a member of an MSP, with what was seen and listed before; one who has not had a whole
 * calendar year here yet counts as new.
 */
export function countJoiner(
  { world, month }: Pick<MspMonth, 'world' | 'month'>,
  row: number,
  z: number,
): void {
  const { seenYear, adultList, since } = world.physicians.columns;
  if (since[row] >= monthOf(yearOf(month) - 1, 1)) {
    countFlow(world, z, TEAM_FLOWS.joinedFar);
    return;
  }
  countFlow(world, z, TEAM_FLOWS.joinedLocal);
  countFlow(world, z, TEAM_FLOWS.joinersSeen, seenYear[row]);
  countFlow(world, z, TEAM_FLOWS.joinersList, adultList[row]);
}

/** Counts the loss of the leader of an open MSP: one who stepped down, retired or left. */
export function countLeaderLost(world: World, t: number): void {
  const { kind, state, territory } = world.teams.columns;
  if (kind[t] === MSP && state[t] === OPEN) countFlow(world, territory[t], TEAM_FLOWS.leadersLost);
}

/** Pays an amount out of or into the treasury of a team. */
export function pay(world: World, t: number, instrument: InstrumentId, euros: number): void {
  if (euros > 0) payTeam(world, t, instrumentOf(instrument), euros);
}

/**
 * A team opens. The GPs of an MSP become one group practice, that of the founders if they had one; those of an ESP stay
 * where they are.
 */
export function openTeam(now: MspMonth, t: number): void {
  const { world, month, settings, members, uniform } = now;
  const team = world.teams.columns;
  const gp = world.physicians.columns;
  const z = team.territory[t];
  team.state[t] = OPEN;
  team.espAtWork[t] = 0;
  team.opened[t] = month;
  team.stateSince[t] = month;
  if (team.kind[t] === ESP) {
    team.practice[t] = -1;
    return;
  }
  const rows = members.of(t);
  for (const row of rows) countJoiner(now, row, z);
  countFlow(world, z, TEAM_FLOWS.opened);
  countFlow(world, z, TEAM_FLOWS.preparationMonths, month - team.founded[t]);
  const housed = rows.find((row) => gp.form[row] === GROUP);
  team.practice[t] = housed === undefined ? newPractice(world, z) : gp.practice[housed];
  for (const row of rows) moveIn(gp, row, team.practice[t]);
  const { premises, premisesCommunes } = settings.level;
  const wished = communesOf(world, z, settings);
  const communes = wished * affordable(world.collectivities, z, settings.money.premisesAid * wished);
  team.premises[t] = uniform('premises')(team.key[t]) < premises + premisesCommunes * communes ? 1 : 0;
  if (team.premises[t] === 1 && communes > 0) {
    payOutside(world, z, instrumentOf('communeAid'), settings.money.premisesAid * communes);
    world.collectivities.columns.premises[z] += 1;
  }
}

/** A team ends, or is given up before it opens: its GPs stay where they are, what is left in hand pays its last wages. */
export function endTeam({ world, month, members }: MspMonth, t: number): void {
  const team = world.teams.columns;
  const flow = team.state[t] === OPEN ? TEAM_FLOWS.closed : TEAM_FLOWS.abandoned;
  if (team.kind[t] === MSP) countFlow(world, team.territory[t], flow);
  pay(world, t, 'mspCoordination', team.treasury[t]);
  for (const row of members.of(t)) members.remove(t, row);
  team.state[t] = CLOSED;
  team.espAtWork[t] = 0;
  team.stateSince[t] = month;
  team.leader[t] = -1;
}

/** Commitment of the communes of territory z to teams. */
export function communesOf({ geography }: World, z: number, { founding }: TeamSettings): number {
  return founding.communes[RURAL_CLASSES.indexOf(geography.territories[z].ruralClass)];
}
