/**
 * Accounts of delegation and settlement: at the end of the phase, counts who delegates, who is followed, what hours were
 * freed and who lives in which zone, by territory, for the recorder. No rule reads them.
 *
 * A nurse counts where she works or trains, a GP where the practice is, people where they live. What schemes free this
 * month becomes care or rest in the next (`delegation/freed-time.ts`), so that hours freed and hours used differ by a
 * month's growth. The tests of diabetics weigh the people of each list, as if diabetics were as many on all of them.
 */

import type { Parameters } from '../parameters/types.js';
import * as counted from '../world/delegation/delegation-counts.js';
import * as paramedics from '../world/delegation/paramedics.js';
import * as physicians from '../world/physicians.js';
import { isAtWork, LOCAL_AUTHORISED, NATIONAL_JOINED, TEAM_ROWS } from '../world/teams/teams.js';
import type { World } from '../world/world.js';
import { NO_ZONE, ZAC, ZIP } from '../world/zones.js';
import { weeksAMonthOf } from './agenda.js';
import type { Rule, RunningRule } from './rule.js';

// Constants of this file, which V8 compiles in (`world/once-per-world.ts`).
const { DELEGATION_COUNTS: COUNT, FREED_HOURS: HOURS } = counted;
const { ACTIVE_POST, IN_HOSPITAL, IN_TRAINING, LIBERAL_IPA, PARAMEDIC_ROWS, SALARIED_IPA } = paramedics;
const { practises } = physicians;
const COUNTS = Object.keys(COUNT).length;
const HOURS_WIDTH = Object.keys(HOURS).length;

const GP_COLUMNS = [
  'status',
  'list',
  'asalee',
  'followed',
  'protocolled',
  'assistant',
  'tested',
  'commitment',
  'freedTeam',
  'freedNurse',
  'freedAssistant',
  'rest',
  'toCare',
];

export const delegationAccounts: Rule = {
  name: 'delegationAccounts',
  reads: [
    ...GP_COLUMNS.map((column) => `physicians.${column}`),
    ...['kind', 'state', 'territory', 'fte', 'caseload'].map((column) => `paramedics.${column}`),
    ...['state', 'territory', 'protocol'].map((column) => `teams.${column}`),
    'territories.zone',
    'territories.posts',
  ],
  writes: ['territories.delegationCounts', 'territories.freedHours'],
  open: (world, parameters) => openAccounts(world, parameters),
};

function openAccounts(world: World, parameters: Parameters): RunningRule {
  return {
    serial(month) {
      world.territories.columns.delegationCounts.fill(0);
      countParamedics(world);
      countProtocols(world);
      countGps(world, month, weeksAMonthOf(parameters, month));
      countZones(world);
    },
  };
}

function countParamedics({ paramedics: { columns }, territories }: World): void {
  const { kind, state, territory, fte, caseload } = columns;
  const counts = territories.columns.delegationCounts;
  for (let row = 0; row < PARAMEDIC_ROWS && kind[row] !== 0; row++) {
    const at = territory[row] * COUNTS;
    switch (state[row]) {
      case ACTIVE_POST:
        counts[at + COUNT.asaleeNurses]++;
        counts[at + COUNT.asaleeFte] += fte[row];
        break;
      case IN_TRAINING:
        counts[at + COUNT.ipaTraining]++;
        break;
      case IN_HOSPITAL:
        counts[at + COUNT.ipaHospital]++;
        break;
      case LIBERAL_IPA:
        counts[at + COUNT.ipaLiberal]++;
        counts[at + COUNT.ipaPatients] += caseload[row];
        break;
      case SALARIED_IPA:
        counts[at + COUNT.ipaSalaried]++;
        counts[at + COUNT.ipaPatients] += caseload[row];
    }
  }
}

function countProtocols({ teams: { columns }, territories }: World): void {
  const { territory, protocol } = columns;
  const counts = territories.columns.delegationCounts;
  for (let row = 0; row < TEAM_ROWS; row++) {
    if (!isAtWork(columns, row)) continue;
    if (protocol[row] === LOCAL_AUTHORISED || protocol[row] === NATIONAL_JOINED)
      counts[territory[row] * COUNTS + COUNT.protocolTeams]++;
  }
}

/**
 * GPs in practice: those with a scheme, the people they share, those bound to a zone; their hours of the month freed by each
 * source, and what became of those that this month's week has.
 */
function countGps(
  { physicians: { columns }, territories, gpOrder, gpStart }: World,
  month: number,
  weeksAMonth: number,
): void {
  const { status, list, asalee, followed, protocolled, assistant, tested, commitment } = columns;
  const { freedTeam, freedNurse, freedAssistant, rest, toCare } = columns;
  const { delegationCounts: counts, zone, freedHours } = territories.columns;
  for (let z = 0; z + 1 < gpStart.length; z++) {
    let practising = 0;
    let listed = 0;
    let listedTested = 0;
    let withNurse = 0;
    let patients = 0;
    let underProtocol = 0;
    let assisted = 0;
    let assistants = 0;
    let committed = 0;
    let byTeam = 0;
    let byNurse = 0;
    let byAssistant = 0;
    let rested = 0;
    let kept = 0;
    const end = gpStart[z + 1];
    for (let i = gpStart[z]; i < end; i++) {
      const row = gpOrder[i];
      if (!practises(status[row])) continue;
      practising++;
      listed += list[row];
      listedTested += list[row] * tested[row];
      underProtocol += protocolled[row];
      if (asalee[row] >= 0) {
        withNurse++;
        patients += followed[row];
      }
      if (assistant[row] > 0) {
        assisted++;
        assistants += assistant[row];
      }
      if (commitment[row] >= month) committed++;
      byTeam += freedTeam[row];
      byNurse += freedNurse[row];
      byAssistant += freedAssistant[row];
      rested += rest[row];
      kept += toCare[row];
    }
    const at = z * COUNTS;
    counts[at + COUNT.listed] = listed;
    counts[at + COUNT.listedTested] = listedTested;
    counts[at + COUNT.asaleeGps] = withNurse;
    counts[at + COUNT.asaleePatients] = patients;
    counts[at + COUNT.protocolPatients] = underProtocol;
    counts[at + COUNT.assistantGps] = assisted;
    counts[at + COUNT.assistantFte] = assistants;
    counts[at + COUNT.committedGps] = committed;
    if (zone[z] !== NO_ZONE) counts[at + COUNT.zonedGps] = practising;
    const hours = z * HOURS_WIDTH;
    freedHours[hours + HOURS.team] = byTeam * weeksAMonth;
    freedHours[hours + HOURS.nurse] = byNurse * weeksAMonth;
    freedHours[hours + HOURS.assistant] = byAssistant * weeksAMonth;
    freedHours[hours + HOURS.rest] = rested * weeksAMonth;
    freedHours[hours + HOURS.care] = kept * weeksAMonth;
  }
}

/** People who live in zones in force, and posts of salaried GPs that nobody has taken. */
function countZones({ territories, patients, size }: World): void {
  const { delegationCounts: counts, zone, posts } = territories.columns;
  for (let z = 0; z < zone.length; z++) {
    const people = patients.count[z] * size.scale;
    if (zone[z] === ZIP) counts[z * COUNTS + COUNT.zipPeople] = people;
    if (zone[z] === ZAC) counts[z * COUNTS + COUNT.zacPeople] = people;
    counts[z * COUNTS + COUNT.posts] = posts[z];
  }
}
