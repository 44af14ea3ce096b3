/**
 * Money of open MSP: the agreement with health insurance (ACI, before it the ENMR trials and the règlement arbitral) comes
 * in by twelfths, where it is on offer a flat payment for the patients of the team's GPs too (as the trials of article 51
 * of the LFSS 2018); it pays the hours GPs meet, then hours of coordination.
 *
 * Evidence: 735 MSP of 1,253 under ACI and 46.7 M€ for 2018 (Assurance Maladie, egora); about 7.5 % of GPs in 2019, 11.5 % in 2021
 * (Assurance Maladie). A signature takes days of the CPAM: where these are short fewer sign.
 */
import { TEAM_FLOWS } from '../../world/teams/collective-counts.js';
import { MSP, OPEN, TEAM_ROWS } from '../../world/teams/teams.js';
import { countFlow, type MspMonth, pay } from './msp-month.js';
import { isPaidAsTeam } from './payment-mix.js';

/** Signs agreements, and pays and spends the month's money. */
export function fundTeams(now: MspMonth): void {
  sign(now);
  const teams = now.world.teams.columns;
  const { perPatient } = now.settings.money;
  for (let t = 0; t < TEAM_ROWS; t++) {
    const hasAgreement = teams.state[t] === OPEN && teams.aciSince[t] > 0;
    const forPatients = perPatient > 0 && isPaidAsTeam(teams, t);
    if (hasAgreement) pay(now.world, t, 'aciMsp', now.settings.money.aci);
    if (forPatients) payForPatients(now, t);
    if (hasAgreement || forPatients) spend(now, t);
    else teams.coordinator[t] = 0;
  }
}

/** Comes into the treasury, out of which a part goes to the GPs as income (`payment-mix.ts`). */
function payForPatients(now: MspMonth, t: number): void {
  const { perPatient, sharedOut } = now.settings.money;
  const euros = perPatient * listedBy(now, t);
  pay(now.world, t, 'teamFlatPay', euros);
  pay(now.world, t, 'teamShares', euros * sharedOut);
}

/** People on the lists of the GPs of a team. */
function listedBy({ world, members }: MspMonth, t: number): number {
  const { list } = world.physicians.columns;
  let people = 0;
  for (let row = members.first(t); row >= 0; row = members.after(row)) people += list[row];
  return people;
}

function sign({ world, month, settings, uniform }: MspMonth): void {
  const { signing, aciMonths, aciLevel, aciDays } = settings.money;
  const { kind, state, aciSince, opened, level, key, territory } = world.teams.columns;
  const { departementOf } = world.geography;
  const { cpam } = world.delegations.columns;
  const u = uniform('aci');
  const asked = new Float64Array(cpam.length);
  const willing: number[] = [];
  for (let t = 0; t < TEAM_ROWS; t++) {
    if (state[t] !== OPEN || kind[t] !== MSP || aciSince[t] > 0) continue;
    if (month - opened[t] < aciMonths || level[t] < aciLevel || u(key[t]) >= signing) continue;
    willing.push(t);
    asked[departementOf[territory[t]]] += aciDays;
  }
  const share = asked.map((days, d) => (days > cpam[d] ? Math.max(0, cpam[d]) / days : 1));
  for (const t of willing) {
    const d = departementOf[territory[t]];
    if (u(key[t]) >= signing * share[d]) continue;
    cpam[d] = Math.max(0, cpam[d] - aciDays);
    aciSince[t] = month;
    countFlow(world, territory[t], TEAM_FLOWS.aciSigned);
  }
}

function spend({ world, settings }: MspMonth, t: number): void {
  const { hourPaid, hourPrice, dayHours, dayPrice, money, weeksAMonth } = settings;
  const { treasury, meeting, gps, coordinator } = world.teams.columns;
  pay(world, t, 'mspMeetings', Math.min(treasury[t], meeting[t] * gps[t] * hourPrice * (1 - hourPaid)));
  const coordination = treasury[t] * money.coordination;
  pay(world, t, 'mspCoordination', coordination);
  coordinator[t] = ((coordination / dayPrice) * dayHours) / weeksAMonth;
}
