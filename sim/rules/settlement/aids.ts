/**
 * Aids to settle or stay: what those of newcomers are worth this month, contracts of settled GPs, payments, contracts of
 * students.
 *
 * *What happens.* For each territory and form, the euros a year that a newcomer may expect of the aids open there become a
 * utility (`installation.money` × log of one plus their part of a GP's income). Who settles with a right signs in
 * `installation`; settled GPs sign in January: members of a team in a zone, GPs who promise days in the zones of their
 * département, GPs past an age in a zone where a newcomer has come. Contracts are paid month by month to their end, and die
 * with the GP's leave. Students under contract: `commitments.ts`.
 * *Evidence.* Texts and amounts: settlement.yaml; weight of money: McIsaac, Scott and Kalb 2019.
 * *Leaves out.* Aids of settled GPs move nobody here (a GP leaves by age and moves by rate): they are money only, and counted
 * as deadweight, but for days given. Breach of contract; part-time rules; local variants of the ARS.
 */
import { calendarMonthOf, MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { CENTRE, PRACTICE_FORMS, practises } from '../../world/physicians.js';
import { payOutside } from '../../world/teams/ledger.js';
import { OPEN } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import { NO_ZONE, ZIP } from '../../world/zones.js';
import type { Rule, RunningRule } from '../rule.js';
import {
  type Aid,
  eurosExpected,
  HEIRS,
  HELPERS,
  instrumentOfAid,
  LEAVING_SOON,
  MEMBERS,
  openAids,
  shareIn,
} from './aid-table.js';
import { studentContracts } from './commitments.js';
import { countDeadweight, signAid } from './contract.js';
import { territoriesWithSenior } from './seniors.js';

const FORMS = PRACTICE_FORMS.length;
const CONTRACT = streamId('settlement.contract');

export const settlementAids: Rule = {
  name: 'settlementAids',
  reads: ['territories.zone', 'territories.teamPull', 'physicians.status', 'physicians.team', 'teams.state'],
  writes: [
    ...['aid', 'aidPay', 'aidSince', 'aidUntil', 'commitment'].map((column) => `physicians.${column}`),
    ...['aidUtility', 'aidFlows', 'aidDeadweight', 'euros'].map((column) => `territories.${column}`),
    'collectivities.money',
  ],
  open: openSettlementAids,
};

function openSettlementAids(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const students = studentContracts(world, parameters, run);
  return {
    serial(month) {
      const aids = openAids(parameters, month);
      const senior = parameters.number('settlement.senior', month) * MONTHS_PER_YEAR;
      writeUtility(world, aids, month - senior, {
        money: parameters.number('installation.money', month),
        income: parameters.number('installation.income', month),
      });
      payContracts(world, month);
      if (calendarMonthOf(month) === 1) signSettled(world, aids, run, month, senior);
      students.pay(month);
      students.sign(month);
    },
  };
}

/** What the aids open are worth to newcomers, by territory and form. */
function writeUtility(
  world: World,
  aids: readonly Aid[],
  bornBefore: number,
  { money, income }: { readonly money: number; readonly income: number },
): void {
  const { zone, teamPull, aidUtility } = world.territories.columns;
  const hasSenior = aids.some(({ target }) => target === HEIRS)
    ? territoriesWithSenior(world, bornBefore)
    : [];
  for (let z = 0; z < zone.length; z++) {
    const place = { zone: zone[z], hasSeat: teamPull[z] > 0, hasSenior: hasSenior[z] === 1 };
    for (let form = 0; form < FORMS; form++) {
      const euros = zone[z] === NO_ZONE ? 0 : eurosExpected(aids, place, form);
      aidUtility[z * FORMS + form] = money * Math.log(1 + euros / income);
    }
  }
}

/** Pays every contract in force; what has neither payment nor commitment left is over. */
function payContracts(world: World, month: number): void {
  const { aid, aidPay, aidSince, aidUntil, commitment, territory, status } = world.physicians.columns;
  const { gpOrder, gpStart } = world;
  const practising = gpStart[gpStart.length - 1];
  for (let i = 0; i < practising; i++) {
    const row = gpOrder[i];
    if (aid[row] === 0 || !practises(status[row])) continue;
    const instrument = instrumentOfAid(aid[row]);
    if (instrument !== undefined && month <= aidUntil[row])
      payOutside(world, territory[row], instrument, aidPay[row]);
    if (month < aidUntil[row] || month < commitment[row]) continue;
    aid[row] = 0;
    aidPay[row] = 0;
    aidSince[row] = 0;
    aidUntil[row] = 0;
    commitment[row] = 0;
  }
}

/** In January, settled GPs without aid sign what they have a right to and apply for, the best paid first. */
function signSettled(world: World, aids: readonly Aid[], run: DrawKey, month: number, senior: number): void {
  const settled = aids.filter(({ target }) => target >= MEMBERS);
  if (settled.length === 0) return;
  const { id, aid, birth, form, marginal, since, status, team } = world.physicians.columns;
  const { zone } = world.territories.columns;
  const { state } = world.teams.columns;
  const { geography, gpOrder, gpStart } = world;
  const keys = settled.map(({ row }) => drawKey(run, CONTRACT, row));
  const helped = departementsWithZip(world);
  for (let z = 0; z < zone.length; z++) {
    const gps = gpOrder.subarray(gpStart[z], gpStart[z + 1]);
    const isNew = (row: number) => since[row] > month - MONTHS_PER_YEAR && practises(status[row]);
    const hasNewcomer = zone[z] !== NO_ZONE && gps.some(isNew);
    const canHelp = zone[z] !== ZIP && helped[geography.departementOf[z]] === 1;
    if (zone[z] === NO_ZONE && !canHelp) continue;
    for (const row of gps) {
      if (aid[row] !== 0 || form[row] === CENTRE || marginal[row] === 1 || !practises(status[row])) continue;
      for (let at = 0; at < settled.length; at++) {
        const { target } = settled[at];
        const isInZone = shareIn(settled[at], zone[z]) > 0;
        const hasRight =
          (target === MEMBERS && isInZone && team[row] >= 0 && state[team[row]] === OPEN) ||
          (target === HELPERS && canHelp) ||
          (target === LEAVING_SOON && isInZone && hasNewcomer && month - birth[row] >= senior);
        if (!hasRight || unit(draw(keys[at].a, keys[at].b, id[row])) >= settled[at].takeUp) continue;
        signAid(world, month, row, settled[at]);
        if (target !== HELPERS) countDeadweight(world, z, settled[at].row);
        break;
      }
    }
  }
}

/** 1 for each département that has a ZIP. */
function departementsWithZip({ geography, territories }: World): Uint8Array {
  const found = new Uint8Array(geography.departements.length);
  territories.columns.zone.forEach((zone, z) => {
    if (zone === ZIP) found[geography.departementOf[z]] = 1;
  });
  return found;
}
