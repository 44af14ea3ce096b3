/**
 * Agencies: what regional health agencies (ARS), their delegations in each département and the local health insurance
 * funds (CPAM) bring each month, before anybody asks.
 *
 * Days of staff follow dated posts (ARS lost a thousand posts from 2011 to 2017, Pierru 2020; pairs of ARS and CPAM from
 * the instruction of October 2019; Covid), and the agency's own skill, which grows with what its staff follows and fades
 * where others do everything (Ménard 2024). Days that files left last month, and those that the pressure of the national
 * target moves away from files, look for leaders. The pressure hardens the stance. In January the FIR is refilled; what
 * was left is lost. A delegation that animates its territory looks for leaders more, one organised by trade does files
 * faster (Gauthier 2021). Leaves out: who the people are, politics between directors, negotiations of budgets.
 */
import { calendarMonthOf, MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { SLOTS } from '../../world/teams/institutions.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import {
  lives,
  NEGOTIATING,
  NO_PROJECT,
  PROJECT_ROWS,
  SIGNED,
  SUBMITTED,
} from '../../world/teams/projects.js';
import { MSP, OPEN, TEAM_ROWS } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { YES } from '../yes-or-no.js';
import { type Offices, officesOf } from './offices.js';
import { type AgencySettings, ANIMATION, agencySettings, COUNTS_DEPTH, COUNTS_SIGNED } from './settings.js';

const AGENCY_STAFF = instrumentOf('agencyStaff');
const CPAM_STAFF = instrumentOf('cpamStaff');

export const agencies: Rule = {
  name: 'agencies',
  reads: [
    'projects.stage',
    'projects.depth',
    'teams.state',
    'teams.aciSince',
    'supporters.given',
    'territories.cptsShare',
  ],
  writes: [
    'agencies.staff',
    'agencies.fir',
    'delegations.staff',
    'delegations.prospecting',
    'territories.euros',
  ],
  open: openAgencies,
};

/** What stands in a région, and the agreements of CPTS and MSP to sign or signed in a département, as of last month. */
interface Standing {
  readonly projects: Float64Array;
  readonly signed: Float64Array;
  readonly depth: Float64Array;
  readonly waitingInDepartement: Float64Array;
  readonly signedInDepartement: Float64Array;
}

function openAgencies(world: World, parameters: Parameters): RunningRule {
  const offices = officesOf(world.geography);
  return {
    serial(month) {
      const settings = agencySettings(parameters, month);
      const standing = standingOf(world);
      if (month === world.size.startMonth) start(world, settings);
      runAgencies(world, settings, offices, standing, month);
      runDelegations(world, settings, offices, standing);
      observe(world, offices);
    },
  };
}

function start({ agencies, delegations }: World, settings: AgencySettings): void {
  agencies.columns.skill.fill(settings.skillStart);
  agencies.columns.stance.set(settings.stance.slice(0, agencies.rows));
  delegations.columns.alignment.fill(settings.alignment);
}

function standingOf(world: World): Standing {
  const { projects, agencies, delegations } = world;
  const { stage, region, departement, depth } = projects.columns;
  const standing: Standing = {
    projects: new Float64Array(agencies.rows),
    signed: new Float64Array(agencies.rows),
    depth: new Float64Array(agencies.rows),
    waitingInDepartement: new Float64Array(delegations.rows),
    signedInDepartement: new Float64Array(delegations.rows),
  };
  for (let row = 0; row < PROJECT_ROWS && stage[row] !== NO_PROJECT; row++) {
    if (!lives(stage[row])) continue;
    standing.projects[region[row]]++;
    if (stage[row] === SUBMITTED || stage[row] === NEGOTIATING)
      standing.waitingInDepartement[departement[row]]++;
    if (stage[row] !== SIGNED) continue;
    standing.signed[region[row]]++;
    standing.signedInDepartement[departement[row]]++;
    standing.depth[region[row]] += depth[row];
  }
  countMsp(world, standing);
  return standing;
}

/** An open MSP waits for its agreement, or has one. */
function countMsp({ teams, geography }: World, standing: Standing): void {
  const { kind, state, aciSince, territory } = teams.columns;
  for (let t = 0; t < TEAM_ROWS; t++) {
    if (state[t] !== OPEN || kind[t] !== MSP) continue;
    const cases = aciSince[t] > 0 ? standing.signedInDepartement : standing.waitingInDepartement;
    cases[geography.departementOf[territory[t]]]++;
  }
}

function runAgencies(
  world: World,
  settings: AgencySettings,
  { regionPeople, regionOf }: Offices,
  standing: Standing,
  month: number,
): void {
  const agency = world.agencies.columns;
  const { staff, offered } = world.delegations.columns;
  const france = regionPeople.reduce((sum, people) => sum + people, 0);
  const ownDays = new Float64Array(world.agencies.rows);
  for (let dep = 0; dep < regionOf.length; dep++)
    ownDays[regionOf[dep]] += Math.max(0, offered[dep] - staff[dep]);
  for (let r = 0; r < world.agencies.rows; r++) {
    agency.projects[r] = standing.projects[r];
    agency.signed[r] = standing.signed[r];
    agency.planned[r] = (settings.target * regionPeople[r]) / france;
    const counted = countedBy(settings.metric[r], standing, r);
    agency.pressure[r] =
      agency.planned[r] > 0 ? settings.pressure * Math.max(0, 1 - counted / agency.planned[r]) : 0;
    const stance = Math.max(0, settings.stance[r] - settings.pressureStance * agency.pressure[r]);
    agency.stance[r] += (stance - agency.stance[r]) / settings.inertia;
    const others = givenIn(world, r);
    if (ownDays[r] + others > 0)
      agency.skill[r] += (ownDays[r] / (ownDays[r] + others) - agency.skill[r]) / settings.skillMonths;
    agency.staff[r] = settings.headquarters[r] * settings.daysPerFte * settings.covid;
    if (calendarMonthOf(month) === 1) agency.fir[r] = settings.fir[r] * regionPeople[r];
  }
}

function countedBy(metric: number, { projects, signed, depth }: Standing, region: number): number {
  if (metric === COUNTS_DEPTH) return depth[region];
  return metric === COUNTS_SIGNED ? signed[region] : projects[region];
}

/** Days that supporters gave in a région last month. */
function givenIn({ supporters }: World, region: number): number {
  let days = 0;
  for (let row = region * SLOTS; row < (region + 1) * SLOTS; row++) days += supporters.columns.given[row];
  return days;
}

function runDelegations(world: World, settings: AgencySettings, offices: Offices, standing: Standing): void {
  const { regionOf, regionPeople, departementPeople, departementSeat } = offices;
  const agency = world.agencies.columns;
  const here = world.delegations.columns;
  const kept = Math.exp(-settings.forgetting / MONTHS_PER_YEAR);
  for (let dep = 0; dep < world.delegations.rows; dep++) {
    const r = regionOf[dep];
    const fromHeadquarters =
      regionPeople[r] > 0 ? (agency.staff[r] * departementPeople[dep]) / regionPeople[r] : 0;
    const present = settings.staff[dep] * settings.daysPerFte * settings.covid + fromHeadquarters;
    const able = present * (0.5 + agency.skill[r]);
    const animates = settings.logic[dep] === ANIMATION;
    const moved = able * settings.pressureStaff * agency.pressure[r];
    const sits = committeeSits(world, dep, settings);
    const left = here.offered[dep] > 0 ? Math.max(0, here.staff[dep]) / here.offered[dep] : 0;
    here.prospecting[dep] =
      ((able - moved) * left + moved) *
      (animates ? settings.animation : 1) *
      (1 + (sits ? settings.committeeProspecting : 0));
    here.offered[dep] = (able - moved) * (animates ? 1 : settings.animation);
    here.staff[dep] = here.offered[dep];
    const cpamDays = settings.cpamStaff[dep] * settings.daysPerFte * settings.covid;
    here.cpam[dep] = cpamDays * shareForSignatures(settings, standing, dep);
    here.experience[dep] *= kept;
    here.cpamExperience[dep] *= kept;
    const aligned = Math.min(
      1,
      settings.alignment +
        (settings.committee[dep] === YES ? settings.alignmentCommittee : 0) +
        (settings.oneStop[r] === YES ? settings.alignmentOneStop : 0),
    );
    here.alignment[dep] += (aligned - here.alignment[dep]) / settings.inertia;
    payOutside(world, departementSeat[dep], AGENCY_STAFF, present * settings.dayPrice);
    payOutside(world, departementSeat[dep], CPAM_STAFF, cpamDays * settings.dayPrice);
  }
}

/** The committee of coordinated practice of a département sits every few months, where there is one. */
function committeeSits({ delegations }: World, dep: number, settings: AgencySettings): boolean {
  const { sinceCommittee } = delegations.columns;
  if (settings.committee[dep] !== YES) {
    sinceCommittee[dep] = 0;
    return false;
  }
  sinceCommittee[dep]++;
  if (sinceCommittee[dep] < settings.committeeEvery) return false;
  sinceCommittee[dep] = 0;
  return true;
}

/**
 * Share of the CPAM's days that goes to contracts to sign, the rest following signed ones: equal time a case, moved
 * towards signatures by the bonus of its managers on the number of ACI (Gauthier 2021).
 */
function shareForSignatures(
  { bonus }: AgencySettings,
  { waitingInDepartement, signedInDepartement }: Standing,
  dep: number,
): number {
  const cases = waitingInDepartement[dep] + signedInDepartement[dep];
  const share = cases > 0 ? waitingInDepartement[dep] / cases : 1;
  return share + (1 - share) * bonus;
}

/** Share of people under signed CPTS, and people without project, by département: what projects announced last month. */
function observe(world: World, { departementPeople }: Offices): void {
  const { departementOf, territories } = world.geography;
  const here = world.delegations.columns;
  const { cptsShare } = world.territories.columns;
  const signed = new Float64Array(world.delegations.rows);
  here.freePeople.fill(0);
  for (let z = 0; z < territories.length; z++) {
    const dep = departementOf[z];
    signed[dep] += cptsShare[z] * territories[z].population;
    here.freePeople[dep] += world.freePeople[z];
  }
  for (let dep = 0; dep < signed.length; dep++)
    here.cptsShare[dep] = departementPeople[dep] > 0 ? Math.min(1, signed[dep] / departementPeople[dep]) : 0;
}
