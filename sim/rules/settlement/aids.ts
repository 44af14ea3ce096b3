/**
 * Aids to settle or stay: what those of newcomers are worth this month, contracts of settled GPs, payments, contracts of
 * students.
 *
 * *What happens.* For each territory and form, the euros a year that a newcomer may expect of the aids open there become a
 * utility (`installation.money` × log of one plus their part of a GP's income). Who settles with a right signs in
 * `installation`, settled GPs in `settled.ts`. Contracts are paid month by month to their end, and die
 * with the GP's leave. Students under contract: `commitments.ts`.
 * *Evidence.* Texts and amounts: settlement.yaml; weight of money: McIsaac, Scott and Kalb 2019.
 * *Leaves out.* Aids of settled GPs move nobody here (a GP leaves by age and moves by rate): they are money only, and counted
 * as deadweight, but for days given. Breach of contract; part-time rules; local variants of the ARS.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { oncePerWorld } from '../../world/once-per-world.js';
import { CENTRE, PRACTICE_FORMS, practises } from '../../world/physicians.js';
import { payOutside } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';
import { NO_ZONE, ZAC, ZIP } from '../../world/zones.js';
import type { Rule, RunningRule } from '../rule.js';
import { type Aid, eurosExpected, HEIRS, instrumentOfAid, openAids } from './aid-table.js';
import { type StudentContracts, studentContracts } from './commitments.js';
import { majorationExpected } from './list-majoration.js';
import { territoriesWithSenior } from './seniors.js';
import { signSettled } from './settled.js';

const FORMS = PRACTICE_FORMS.length;
// Kinds of place in the order of their numbers.
const ZONES = [NO_ZONE, ZAC, ZIP];
const NO_OR_YES = [false, true];

export const settlementAids: Rule = {
  name: 'settlementAids',
  reads: [
    'territories.zone',
    'territories.teamPull',
    'physicians.status',
    'physicians.team',
    'teams.state',
    'tallies.declaredOthers',
    'tallies.declaredAld',
  ],
  writes: [
    ...['aid', 'aidPay', 'aidSince', 'aidUntil', 'commitment'].map((column) => `physicians.${column}`),
    ...['aidUtility', 'aidFlows', 'aidDeadweight', 'euros'].map((column) => `territories.${column}`),
    'collectivities.money',
  ],
  open: openSettlementAids,
};

function openSettlementAids(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const payContracts = paying(world);
  let students: StudentContracts;
  return {
    start() {
      students = studentContracts(world, parameters, run);
    },
    serial(month) {
      const aids = openAids(parameters, month);
      const senior = parameters.number('settlement.senior', month) * MONTHS_PER_YEAR;
      writeUtility(world, aids, month - senior, {
        money: parameters.number('installation.money', month),
        income: parameters.number('installation.income', month),
        inZip: majorationExpected(world, parameters, month),
      });
      payContracts(month);
      signSettled(world, aids, run, month, senior);
      students.pay(month);
      students.sign(month);
    },
  };
}

/** What the aids open are worth to newcomers, by territory and form: the same in all places of one kind. */
function writeUtility(
  world: World,
  aids: readonly Aid[],
  bornBefore: number,
  { money, income, inZip }: { readonly money: number; readonly income: number; readonly inZip: number },
): void {
  const { zone, teamPull, aidUtility } = world.territories.columns;
  const hasSenior = aids.some(({ target }) => target === HEIRS)
    ? territoriesWithSenior(world, bornBefore)
    : [];
  const kinds = ZONES.flatMap((zone) =>
    NO_OR_YES.flatMap((hasSeat) => NO_OR_YES.map((hasSenior) => ({ zone, hasSeat, hasSenior }))),
  );
  const worth = kinds.map((place) =>
    PRACTICE_FORMS.map((_, form) => {
      const more = place.zone === ZIP && form !== CENTRE ? inZip : 0;
      return money * Math.log(1 + (eurosExpected(aids, place, form) + more) / income);
    }),
  );
  for (let z = 0; z < zone.length; z++) {
    const seat = teamPull[z] > 0 ? 1 : 0;
    const kind = (zone[z] * NO_OR_YES.length + seat) * NO_OR_YES.length + (hasSenior[z] ?? 0);
    for (let form = 0; form < FORMS; form++) aidUtility[z * FORMS + form] = worth[kind][form];
  }
}

/** Pays every contract in force; what has neither payment nor commitment left is over. */
const paying = oncePerWorld((world) => {
  const { aid, aidPay, aidSince, aidUntil, commitment, territory, status } = world.physicians.columns;
  const { gpOrder, gpStart } = world;
  return (month: number): void => {
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
  };
});
