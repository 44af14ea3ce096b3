/**
 * Founding: a GP open enough to build, not yet in a team, gathers partners, other GPs of the place and paramedics.
 *
 * The chance of a month rises with teams seen around (contagion by département), public money in prospect, the habit of a
 * group practice, communes that commit themselves, scarcity (both signs: too few GPs call for a team, overwhelmed ones
 * have no evening for it), an active practice, rest and trust. Where too few GPs join, an ESP is founded once the law
 * knows it; one that GPs have joined since may begin the project of an MSP, of which it has written a part. Evidence: seminar book M12, M63, M74, M76; Gauthier 2021 (M33); IRDES QES 258: who joins saw 8.3 % more
 * people before. Money alone founds little: it multiplies the will of a few.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { ACTIVE, CENTRE, GROUP, SOLO } from '../../world/physicians.js';
import { TEAM_FLOWS } from '../../world/teams/collective-counts.js';
import { foundTeam } from '../../world/teams/found-team.js';
import { preparationDays } from '../../world/teams/preparation.js';
import { ESP, MSP, OPEN, PREPARING, TEAM_ROWS } from '../../world/teams/teams.js';
import { type Claim, grantFromFir } from '../institutions/fir.js';
import { communesOf, countFlow, type GpColumns, MOST_TRUST, type MspMonth, pay } from './msp-month.js';
import { isBuilder, opennessOf, type TeamSettings } from './settings.js';
import { staysPut } from './team-members.js';

interface Proposal {
  readonly row: number;
  readonly z: number;
  readonly u: number;
}

/** Founds the teams of the month and pays the aid they start with. */
export function foundTeams(now: MspMonth): void {
  const { world } = now;
  const { id } = world.physicians.columns;
  const proposals = proposalsOf(now).sort((x, y) => x.u - y.u || id[x.row] - id[y.row]);
  const claims: Claim[] = [];
  for (const { row, z } of proposals) {
    const t = gather(now, row, z);
    if (t < 0) continue;
    countFlow(world, z, TEAM_FLOWS.founded);
    if (world.teams.columns.kind[t] === MSP) claims.push(aidOf(now, t));
  }
  for (const t of growing(now)) {
    beginMsp(now, t);
    claims.push(aidOf(now, t));
  }
  grantFromFir(world, claims);
}

/** The aid with which an MSP in preparation starts. */
function aidOf({ world, settings }: MspMonth, t: number): Claim {
  const region = world.geography.regionOf[world.teams.columns.territory[t]];
  const grant = (euros: number) => pay(world, t, 'firMsp', euros);
  return { region, euros: settings.money.aid[region], grant };
}

/** Open ESP that have a leader and the GPs of an MSP, and begin the project of one this month. */
function growing({ world, settings, uniform }: MspMonth): number[] {
  const { kind, state, gps, leader, key } = world.teams.columns;
  const { leastGps, espGrows } = settings.founding;
  const u = uniform('grow');
  const rows: number[] = [];
  for (let t = 0; t < TEAM_ROWS; t++) {
    const isAble = kind[t] === ESP && state[t] === OPEN && gps[t] >= leastGps && leader[t] >= 0;
    if (isAble && u(key[t]) < espGrows) rows.push(t);
  }
  return rows;
}

/** The ESP stays what it is, its meetings serving the new project, which lacks what its own had not written. */
function beginMsp(now: MspMonth, t: number): void {
  const { world, month, settings } = now;
  const team = world.teams.columns;
  team.kind[t] = MSP;
  team.state[t] = PREPARING;
  team.espAtWork[t] = 1;
  team.founded[t] = month;
  team.stateSince[t] = month;
  team.work[t] = 0;
  team.need[t] = workOf(now, t) * (1 - settings.founding.espWork);
  team.momentum[t] = settings.work.startMomentum;
  countFlow(world, team.territory[t], TEAM_FLOWS.founded);
}

/** Days that the project of an MSP of this size takes. */
function workOf({ world, settings }: MspMonth, t: number): number {
  const { gps, nurses, others } = world.teams.columns;
  return preparationDays(gps[t] + nurses[t] + others[t], settings.work);
}

function proposalsOf({ world, month, gp, settings, mostActivity, uniform }: MspMonth): Proposal[] {
  const { gpOrder, gpStart } = world;
  const { founding, usualFatigue } = settings;
  const { openness, team, roles } = gp;
  const u = uniform('found');
  const peoplePerGp = peopleOf(world) / Math.max(1, gpStart[gpStart.length - 1]);
  // Hardly anybody founds in a month: the draw first, against the most that anybody's state could make of the chance.
  const most = (mostActivity * MOST_TRUST * Math.max(1, founding.habit)) / (1 - usualFatigue);
  const proposals: Proposal[] = [];
  for (let z = 0; z + 1 < gpStart.length; z++) {
    const here = localWill(world, gp.fatigue, z, settings, peoplePerGp);
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = gpOrder[i];
      if (!isBuilder(openness[row], settings) || team[row] >= 0 || roles[row] !== 0) continue;
      if (gp.status[row] !== ACTIVE || gp.form[row] === CENTRE || gp.marginal[row] === 1) continue;
      if (staysPut(gp, row, month, settings.members.movesUntil)) continue;
      const draw = u(gp.id[row]);
      if (draw >= here * most) continue;
      const rest = Math.max(0, 1 - gp.fatigue[row]) / (1 - usualFatigue);
      const habit = gp.form[row] === GROUP ? founding.habit : 1;
      const own = activity(gp, row, settings) * rest * (0.5 + gp.trust[row]) * habit;
      if (draw < here * own) proposals.push({ row, z, u: draw });
    }
  }
  return proposals;
}

/** The part of the monthly chance that is the same for all GPs of territory z. */
function localWill(
  world: MspMonth['world'],
  fatigue: Float32Array,
  z: number,
  settings: TeamSettings,
  peoplePerGp: number,
): number {
  const { geography, gpStart, gpOrder } = world;
  const { founding, money, usualFatigue, leader, hourPrice, weeksAMonth } = settings;
  const gps = gpStart[z + 1] - gpStart[z];
  if (gps === 0) return 0;
  let tired = 0;
  const end = gpStart[z + 1];
  for (let i = gpStart[z]; i < end; i++) tired += fatigue[gpOrder[i]];
  const density = (gps * peoplePerGp) / geography.territories[z].population;
  const overwhelmed = Math.max(0, tired / gps / usualFatigue - 1);
  const scarcity = Math.max(0, 1 + founding.scarcity * (Math.max(0, 1 - density) - overwhelmed));
  // Money in prospect, in years of the hours that a leader gives.
  const yearOfLeader = leader.most * weeksAMonth * MONTHS_PER_YEAR * hourPrice;
  const prospect = money.aci * MONTHS_PER_YEAR + money.aid[geography.regionOf[z]];
  const moneyPull = yearOfLeader > 0 ? founding.moneyPull * (prospect / yearOfLeader) : 0;
  const seen = world.delegations.columns.mspShare[geography.departementOf[z]];
  const around = (1 + founding.contagion * seen) * (1 + communesOf(world, z, settings));
  return founding.rate * around * (1 + moneyPull) * scarcity;
}

function peopleOf({ geography }: MspMonth['world']): number {
  return geography.territories.reduce((sum, { population }) => sum + population, 0);
}

/** Those who found and join are busier than others (selection). */
export function activity(
  { listTrait, hoursTrait }: MspMonth['gp'],
  row: number,
  { founding }: TeamSettings,
): number {
  return Math.exp(founding.selection * Math.log(listTrait[row] * hoursTrait[row]));
}

/** Founder, partners and other GPs who say yes, with paramedics, as a team in preparation; −1 when nothing comes of it. */
function gather(now: MspMonth, founder: number, z: number): number {
  const { world, month, settings, members } = now;
  const gp = world.physicians.columns;
  const { founding, members: rules, work } = settings;
  if (gp.team[founder] >= 0) return -1;
  const partners = partnersOf(now, founder, z);
  if (partners.some((row) => gp.team[row] >= 0)) return -1;
  const joining = [
    founder,
    ...willing(now, partners, founding.partnerJoins),
    ...willingSolos(now, founder, z),
  ];
  const isMsp = joining.length >= founding.leastGps;
  if (!isMsp && !founding.esp) return -1;
  const key = gp.id[founder];
  const kind = isMsp ? MSP : ESP;
  const place = { territory: z, area: gp.area[founder], practice: -1 };
  const t = foundTeam(world, month, { kind, state: PREPARING, ...place, key, leader: key, founded: month });
  if (t < 0) return -1;
  const team = world.teams.columns;
  for (const row of joining) members.add(t, row);
  const others = rules.othersPerGp * joining.length;
  team.nurses[t] = Math.max(0, Math.min(now.nurses[z], Math.round(others * rules.nurseShare)));
  team.others[t] = Math.round(others * (1 - rules.nurseShare));
  now.nurses[z] -= team.nurses[t];
  team.need[t] = workOf(now, t) * (isMsp ? 1 : founding.espWork);
  team.momentum[t] = work.startMomentum;
  return t;
}

/** Other GPs of the founder's group practice; one in marginal practice (emergency calls, angiology) works apart. */
function partnersOf({ world }: MspMonth, founder: number, z: number): number[] {
  const { form, practice, status, marginal } = world.physicians.columns;
  if (form[founder] !== GROUP) return [];
  return [...world.gpOrder.subarray(world.gpStart[z], world.gpStart[z + 1])].filter(
    (row) =>
      row !== founder &&
      status[row] === ACTIVE &&
      marginal[row] === 0 &&
      form[row] === GROUP &&
      practice[row] === practice[founder],
  );
}

/** Those asked who accept. */
function willing({ gp, settings, uniform }: MspMonth, asked: readonly number[], share: number): number[] {
  const { id, openness, trust } = gp;
  const u = uniform('join');
  return asked.filter((row) => {
    const will = (1 + opennessOf(openness[row], settings.openness)) * 0.5 * (0.5 + trust[row]);
    return u(id[row]) < share * will * activity(gp, row, settings);
  });
}

/** GPs of the territory who work alone: a few are asked, the same ones whoever asks this month. */
function willingSolos(now: MspMonth, founder: number, z: number): number[] {
  const { world, month, settings, uniform } = now;
  const gp = world.physicians.columns;
  const { id, form, status, team, marginal } = gp;
  const u = uniform('ask');
  const asked = [...world.gpOrder.subarray(world.gpStart[z], world.gpStart[z + 1])]
    .filter(
      (row) =>
        row !== founder &&
        form[row] === SOLO &&
        status[row] === ACTIVE &&
        team[row] < 0 &&
        marginal[row] === 0 &&
        !staysPut(gp, row, month, settings.members.movesUntil),
    )
    .sort((x, y) => u(id[x]) - u(id[y]) || id[x] - id[y])
    .slice(0, Math.round(settings.founding.soloAsked));
  return willing(now, asked, settings.founding.soloJoins);
}

/** The activity of the busiest of all who practise or may settle. */
export function mostActivity({ listTrait, hoursTrait }: GpColumns, { founding }: TeamSettings): number {
  let most = 0;
  let least = Infinity;
  for (let row = 0; row < listTrait.length; row++) {
    const both = listTrait[row] * hoursTrait[row];
    if (both > most) most = both;
    if (both > 0 && both < least) least = both;
  }
  return Math.exp(Math.max(founding.selection * Math.log(most), founding.selection * Math.log(least)));
}
