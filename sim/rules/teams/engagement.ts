/**
 * Engagement: what GPs give to collective work this month, what it costs and spares them, and what it does to their trust.
 *
 * *What happens.* Leaders of teams and projects who no longer practise there are struck off; the others have their role.
 * Hours come from one function (`hours-offered.ts`): a leader may offer hours, a member a fraction of one; an hour that
 * the team's treasury or a levy of health insurance pays is offered more. A team's common means free hours and relieve
 * fatigue by its level, not by its label (`careers` reads both). Trust in collective work rises with meetings and falls
 * with conflicts and teams without a leader; trust in institutions goes towards the stance of the ARS; both fall where the
 * agency opens projects by itself.
 * *Evidence.* A few build and many use (seminar book M12), meetings repeated make trust (M45), leaders wear out (M40),
 * fees compete with coordination (M47–M51); no survey gives sizes, all are assumptions with wide ranges.
 * *Leaves out.* Friendship, quarrels between two people; other professions have no state of their own.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import * as physicians from '../../world/physicians.js';
import { MEETING_HOURS } from '../../world/teams/collective-counts.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import * as projects from '../../world/teams/projects.js';
import * as teams from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import * as leadership from './leadership.js';
import { countLeaderLost } from './msp-month.js';
import { isPaidAsTeam } from './payment-mix.js';
import { type TeamSettings, teamSettings } from './settings.js';
import * as trusting from './trust.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { LEADS_PROJECT, LEADS_TEAM, practises } = physicians;
const { lives, MOST_LEADERS, OVERLAP, PROJECT_ROWS, SIGNED } = projects;
const { CENTRE_TEAM, HIGHEST_LEVEL, isAlive, isAtWork, MSP, OPEN, TEAM_ROWS } = teams;
const { hoursOf, leaderHours, leaderPaid, memberPaid } = leadership;
const { trustAgency, trustWork } = trusting;

export const engagement: Rule = {
  name: 'engagement',
  reads: [
    'physicians.openness',
    'physicians.fatigue',
    'physicians.freed',
    'physicians.territory',
    'physicians.team',
    'physicians.project',
    'teams.state',
    'teams.level',
    'teams.momentum',
    'teams.treasury',
    'projects.leaders',
    'projects.stage',
    'projects.side',
    'projects.momentum',
    'agencies.stance',
    'delegations.opposition',
    'tallies.ages',
    'tallies.followUpToDate',
  ],
  writes: [
    'physicians.roles',
    'physicians.trust',
    'physicians.trustInstitutions',
    'physicians.coordination',
    'physicians.unpaid',
    'physicians.freedTeam',
    'physicians.relief',
    'physicians.sharing',
    'teams.leader',
    'teams.meeting',
    'teams.gps',
    'teams.stability',
    'delegations.mspShare',
    'projects.memberHours',
    'territories.meetingHours',
    'territories.teamFlows',
    'territories.euros',
  ],
  open: openEngagement,
};

const HOURS = Object.keys(MEETING_HOURS).length;
const PAID_HOURS = instrumentOf('meetingHours');

function openEngagement(world: World, parameters: Parameters): RunningRule {
  const { physicians, teams, projects, agencies, gpOrder, gpStart } = world;
  const gp = columnsUsed(world);
  const team = teams.columns;
  const project = projects.columns;
  const { regionOf, departementOf } = world.geography;
  const { meetingHours } = world.territories.columns;
  const { mspShare, opposition } = world.delegations.columns;
  /** Project led by the GP in a row, −1; hours a month given to each team and its GPs; share of an hour its money pays. */
  const leads = new Int32Array(physicians.rows);
  const given = new Float64Array(TEAM_ROWS);
  const gps = new Int32Array(TEAM_ROWS);
  const paid = new Float64Array(TEAM_ROWS);
  const paidMember = new Float64Array(PROJECT_ROWS);

  return {
    serial(month) {
      const settings = teamSettings(world, parameters, month);
      nameLeaders();
      payableHours(settings);
      payableMembers(settings);
      given.fill(0);
      gps.fill(0);
      for (let z = 0; z + 1 < gpStart.length; z++) {
        trustAgencyOf(z, settings);
        engageThose(z, settings);
      }
      countMembers();
      shareOfTeams();
    },
  };

  /** Roles of the month; a team whose leader has left has none. */
  function nameLeaders(): void {
    const { roles } = gp;
    const practising = gpStart[gpStart.length - 1];
    for (let i = 0; i < practising; i++) roles[gpOrder[i]] = 0;
    leads.fill(-1);
    for (let t = 0; t < TEAM_ROWS; t++) {
      if (!isAlive(team.state[t]) || team.leader[t] < 0) continue;
      const row = gp.rowOf[team.leader[t]];
      if (practises(gp.status[row]) && gp.team[row] === t) gp.roles[row] |= LEADS_TEAM;
      else {
        team.leader[t] = -1;
        countLeaderLost(world, t);
      }
    }
    for (let p = 0; p < project.stage.length; p++) {
      if (!lives(project.stage[p])) continue;
      for (let k = 0; k < MOST_LEADERS; k++) {
        const who = project.leaders[p * MOST_LEADERS + k];
        if (who < 0 || !practises(gp.status[gp.rowOf[who]])) continue;
        gp.roles[gp.rowOf[who]] |= LEADS_PROJECT;
        leads[gp.rowOf[who]] = p;
      }
    }
  }

  /** What a team's money would pay of the hours it met last month; meetings of salaried GPs are all paid. */
  function payableHours({ hourPrice, hourPaid, money }: TeamSettings): void {
    for (let t = 0; t < TEAM_ROWS; t++) {
      if (!isAlive(team.state[t])) continue;
      const price = team.meeting[t] * team.gps[t] * hourPrice;
      const bearable = price > 0 ? Math.min(1, team.treasury[t] / price) : 1;
      const funded = team.aciSince[t] > 0 || (money.perPatient > 0 && isPaidAsTeam(team, t));
      const own = funded && team.treasury[t] > 0 ? bearable : 0;
      paid[t] = team.kind[t] === CENTRE_TEAM ? 1 : Math.max(hourPaid, own);
    }
  }

  /** What the money of each signed CPTS would pay of the hours of its members. */
  function payableMembers(settings: TeamSettings): void {
    for (let p = 0; p < PROJECT_ROWS; p++) {
      if (project.stage[p] === SIGNED) paidMember[p] = memberPaid(world, p, settings);
      project.memberHours[p] = 0;
    }
  }

  function trustAgencyOf(z: number, settings: TeamSettings): void {
    const stance = agencies.columns.stance[regionOf[z]];
    const coercion = settings.coercion[regionOf[z]];
    const opposed = settings.opposition * opposition[departementOf[z]];
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++)
      trustAgency(gp, gpOrder[i], stance, settings.institutionsPace, coercion, opposed);
  }

  /** Who belongs to a team or a project of territory z, or leads one, takes part; nobody else gives or is spared anything. */
  function engageThose(z: number, settings: TeamSettings): void {
    const { team: teamOf, project: projectOf, coordination, unpaid, freedTeam, relief, sharing } = gp;
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = gpOrder[i];
      if (teamOf[row] >= 0 || projectOf[row] >= 0 || leads[row] >= 0) {
        engage(row, z, settings);
        continue;
      }
      coordination[row] = 0;
      unpaid[row] = 0;
      freedTeam[row] = 0;
      relief[row] = 0;
      sharing[row] = 0;
    }
  }

  function engage(row: number, z: number, settings: TeamSettings): void {
    const t = gp.team[row];
    const p = gp.project[row];
    const led = leads[row];
    const { level } = settings;
    const isOpen = t >= 0 && isAtWork(team, t);
    const inTeam = t < 0 ? 0 : teamHours(row, t, settings);
    const inProject = p >= 0 && led < 0 && project.stage[p] === SIGNED ? projectHours(row, p, settings) : 0;
    const leading = led < 0 ? 0 : leaderHours(world, row, led, settings);
    const paidHours =
      inTeam * (t < 0 ? 0 : paid[t]) +
      inProject * (p < 0 ? 0 : paidMember[p]) +
      leading * (led < 0 ? 0 : leaderPaid(world, led, settings));
    gp.coordination[row] = inTeam + inProject + leading;
    gp.unpaid[row] = gp.coordination[row] - paidHours;
    const reached = isOpen ? team.level[t] : 0;
    gp.freedTeam[row] = level.freed * Math.min(1, reached);
    gp.relief[row] = (level.relief * reached) / HIGHEST_LEVEL;
    gp.sharing[row] = (level.sharing * reached) / HIGHEST_LEVEL;
    const met = (isOpen ? inTeam : 0) + inProject;
    trustWork(gp, row, met, conflict(t, led >= 0 ? led : p), settings);
    account(row, z, inTeam, inProject, leading, settings);
  }

  /** Hours given to a signed CPTS by one of its members. */
  function projectHours(row: number, p: number, settings: TeamSettings): number {
    const hours = hoursOf(gp, row, 'member', paidMember[p] * settings.worthOfPaid, 1, settings, world);
    project.memberHours[p] += hours * settings.weeksAMonth;
    return hours;
  }

  /** Hours given to the team; who leads it or only belongs to it. */
  function teamHours(row: number, t: number, settings: TeamSettings): number {
    const momentum = isAtWork(team, t) ? 1 : team.momentum[t];
    const role = (gp.roles[row] & LEADS_TEAM) !== 0 ? 'leader' : 'member';
    // Who is salaried loses no fee.
    const worth = team.kind[t] === CENTRE_TEAM ? paid[t] : paid[t] * settings.worthOfPaid;
    const hours = hoursOf(gp, row, role, worth, momentum, settings, world);
    given[t] += hours * settings.weeksAMonth;
    gps[t]++;
    return hours;
  }

  /** True when what a GP takes part in is fought over, or has nobody at its head. */
  function conflict(t: number, p: number): boolean {
    return (t >= 0 && team.leaderless[t] > 0) || (p >= 0 && (project.side[p] & OVERLAP) !== 0);
  }

  /** The territory's account of hours, and what a levy of health insurance pays of them. */
  function account(
    row: number,
    z: number,
    inTeam: number,
    inProject: number,
    leading: number,
    { hourPaid, hourPrice, weeksAMonth }: TeamSettings,
  ): void {
    const p = gp.project[row];
    const worked = p < 0 ? 0 : project.joint[p] + project.indicator[p];
    const inIndicators = worked > 0 ? (inProject * project.indicator[p]) / worked : 0;
    const at = z * HOURS;
    meetingHours[at + MEETING_HOURS.joint] += (inTeam + inProject - inIndicators) * weeksAMonth;
    meetingHours[at + MEETING_HOURS.indicators] += inIndicators * weeksAMonth;
    meetingHours[at + MEETING_HOURS.leadership] += leading * weeksAMonth;
    meetingHours[at + MEETING_HOURS.unpaid] += gp.unpaid[row] * weeksAMonth;
    if (hourPaid > 0)
      payOutside(world, z, PAID_HOURS, gp.coordination[row] * hourPaid * weeksAMonth * hourPrice);
  }

  /** GPs of each team and hours a GP gave; how far members stay: each who left takes its share, a year makes good. */
  function countMembers(): void {
    for (let t = 0; t < TEAM_ROWS; t++) {
      if (!isAlive(team.state[t])) continue;
      const lost = Math.max(0, team.gps[t] - gps[t]);
      const stay = lost > 0 ? 1 - lost / team.gps[t] : 1;
      team.stability[t] = team.stability[t] * stay + (1 - team.stability[t]) / MONTHS_PER_YEAR;
      team.gps[t] = gps[t];
      team.meeting[t] = gps[t] > 0 ? given[t] / gps[t] : 0;
    }
  }

  /** Share of the GPs of each département who belong to an open MSP. */
  function shareOfTeams(): void {
    const inMsp = new Int32Array(mspShare.length);
    const all = new Int32Array(mspShare.length);
    for (let z = 0; z + 1 < gpStart.length; z++) all[departementOf[z]] += gpStart[z + 1] - gpStart[z];
    for (let t = 0; t < TEAM_ROWS; t++)
      if (team.state[t] === OPEN && team.kind[t] === MSP) inMsp[departementOf[team.territory[t]]] += gps[t];
    for (let d = 0; d < mspShare.length; d++) mspShare[d] = all[d] > 0 ? inMsp[d] / all[d] : 0;
  }
}

/** The columns of GPs that engagement walks, in an object of fixed shape: far faster to read than the table's own. */
function columnsUsed({ physicians }: World) {
  const { rowOf, status, team, project, roles, openness, fatigue } = physicians.columns;
  const { trust, trustInstitutions, coordination, unpaid, freed, freedTeam, relief, sharing } =
    physicians.columns;
  const who = { rowOf, status, team, project, roles, openness, fatigue };
  return { ...who, trust, trustInstitutions, coordination, unpaid, freed, freedTeam, relief, sharing };
}
