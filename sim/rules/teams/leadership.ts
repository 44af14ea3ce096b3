/**
 * Hours of those who lead a CPTS project: the same offer as in teams, shared between both by who leads both, as freed hours are by
 * who works for both. The rule of projects turns them into days of work, that of engagement into time away from patients: one function, one number.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { LEADS_PROJECT, LEADS_TEAM, type PhysicianColumns } from '../../world/physicians.js';
import { MOST_LEADERS, SIGNED } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { hoursOffered } from './hours-offered.js';
import { isPaidAsTeam } from './payment-mix.js';
import { type Offers, opennessOf, type WillSettings } from './settings.js';

/** Columns of GPs on which an offer depends. */
type OfferColumns = Pick<
  PhysicianColumns,
  'openness' | 'fatigue' | 'trust' | 'freed' | 'team' | 'project' | 'roles'
>;

/**
 * Weekly hours that the GP in `row` offers in a role.
 * @param paid worth of the hour that somebody pays, 0 to 1
 * @param momentum of what the hours are for
 */
export function hoursOf(
  { openness, fatigue, trust, freed, team, project, roles }: OfferColumns,
  row: number,
  role: keyof Offers,
  paid: number,
  momentum: number,
  settings: WillSettings,
  { teams, projects }: Pick<World, 'teams' | 'projects'>,
): number {
  const leadsProject = (roles[row] & LEADS_PROJECT) !== 0;
  const leadsBoth = leadsProject && (roles[row] & LEADS_TEAM) !== 0;
  const isMember = project[row] >= 0 && projects.columns.stage[project[row]] === SIGNED;
  const worksForBoth = team[row] >= 0 && (leadsProject || isMember);
  const offering = {
    openness: opennessOf(openness[row], settings.openness),
    fatigue: fatigue[row],
    trust: trust[row],
    paid,
    momentum,
    freed: worksForBoth ? freed[row] * 0.5 : freed[row],
    part: role === 'leader' && leadsBoth ? 0.5 : 1,
  };
  const inPaidTeam = team[row] >= 0 && isPaidAsTeam(teams.columns, team[row]);
  const { leader, member } = inPaidTeam ? settings.inTeam : settings;
  return hoursOffered(offering, role === 'leader' ? leader : member);
}

/** Weekly hours that the GP in `row` gives as a leader to the project in row `project`. */
export function leaderHours(world: World, row: number, project: number, settings: WillSettings): number {
  const gp = world.physicians.columns;
  const paid = leaderPaid(world, project, settings) * settings.worthOfPaid;
  const momentum = world.projects.columns.momentum[project];
  return hoursOf(gp, row, 'leader', paid, momentum, settings, world);
}

/** Share of a leader's hours that somebody pays: what the treasury would bear for a year, or health insurance. */
export function leaderPaid(
  world: World,
  project: number,
  { leader, hourPrice, hourPaid, weeksAMonth }: WillSettings,
): number {
  const { treasury } = world.projects.columns;
  const yearOfLeaders = MOST_LEADERS * leader.most * weeksAMonth * hourPrice * MONTHS_PER_YEAR;
  const bearable = yearOfLeaders > 0 ? Math.min(1, Math.max(0, treasury[project]) / yearOfLeaders) : 0;
  return Math.max(hourPaid, bearable);
}

/** Share of the hours of members of a signed CPTS that somebody pays: what the treasury would bear for a year, or a levy. */
export function memberPaid(world: World, project: number, { memberPrice, hourPaid }: WillSettings): number {
  const { treasury, memberHours, otherHours } = world.projects.columns;
  const held = Math.max(0, treasury[project]);
  const yearOfMembers = (memberHours[project] + otherHours[project]) * memberPrice * MONTHS_PER_YEAR;
  return Math.max(hourPaid, yearOfMembers > 0 ? Math.min(1, held / yearOfMembers) : Math.min(1, held));
}
