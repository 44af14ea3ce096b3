/**
 * Caseloads: whom delegates follow in place of GPs, the requests they answer, the GP hours they spare.
 *
 * *What happens.* Each month a GP with a delegate asks for a part of the eligible follow-up of the list: `delegation.takeUp`
 * of an Asalée nurse, the same × readiness of the team under a protocol, what is referred to an IPA (`ipa-referral.ts`).
 * What the three are asked beyond the eligible is cut in proportion; so is what a delegate is asked beyond the people that
 * her hours allow. Caseloads go a part of the way there each month, and are empty at once without delegate. Visits answer
 * planned requests of the list (`moved`), spare hours (`freedNurse`), and keep chronic follow-up on time (`covered`).
 * Liberal IPA are paid by patient. In December the tests of diabetics are drawn up (`tests-done.ts`).
 * *Evidence.* 80 GP days spared a nurse FTE and year (hypothesis of the Asalée contract, IRDES); Cour des comptes on minutes
 * of IPA; IGAS 2025 on patients. *Leaves out.* Quality beyond tests and follow-up done, travel, preferences of patients.
 */
import { calendarMonthOf, MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { LIBERAL_IPA } from '../../world/delegation/paramedics.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { delegatedBy } from './delegated.js';
import { eligibleShares } from './eligible.js';
import { ipaMoney } from './ipa-income.js';
import { ipaRows } from './ipa-town.js';
import {
  BY_IPA,
  type CaseloadSettings,
  caseloadSettings,
  type FeeSettings,
  feeSettings,
  referralSettings,
  testSettings,
} from './settings.js';
import { testsDone } from './tests-done.js';

const FEES = instrumentOf('ipaFees');
const START = instrumentOf('ipaStart');

export const caseloads: Rule = {
  name: 'caseloads',
  reads: [
    ...['asalee', 'ipa', 'team', 'list', 'openness', 'trust', 'wait'].map((column) => `physicians.${column}`),
    ...['kind', 'state', 'fte', 'territory', 'since'].map((column) => `paramedics.${column}`),
    'teams.delegateHours',
    'teams.readiness',
    'delegations.ipaKnown',
    'tallies.ages',
    'tallies.ald',
    'gpLanes.announced',
  ],
  writes: [
    ...['followed', 'referred', 'protocolled', 'diabetics', 'covered', 'moved', 'freedNurse', 'tested'].map(
      (column) => `physicians.${column}`,
    ),
    ...['capacity', 'asked', 'caseload', 'visits', 'gps', 'income'].map((column) => `paramedics.${column}`),
    'teams.delegated',
    'territories.euros',
  ],
  open: openCaseloads,
};

function openCaseloads(world: World, parameters: Parameters): RunningRule {
  const eligible = eligibleShares(world);
  const delegated = delegatedBy(world, eligible);
  const { territory, since, caseload, income } = world.paramedics.columns;

  return {
    serial(month) {
      const settings = caseloadSettings(parameters, month);
      const referral = referralSettings(world, parameters, month);
      const tests = testSettings(parameters, month);
      const fees = feeSettings(parameters, month);
      eligible.recount(settings.eligible);
      // Of the year that ends, so before caseloads move on.
      if (calendarMonthOf(month) === MONTHS_PER_YEAR) testsDone(world, eligible, tests);
      delegated.ask(settings, referral);
      delegated.give(settings);
      payLiberal(month, settings, fees);
    },
  };

  function payLiberal(month: number, { visits }: CaseloadSettings, settings: FeeSettings): void {
    for (const row of ipaRows(world, (state) => state === LIBERAL_IPA)) {
      const work = { caseload: caseload[row], begun: delegated.begun(row), visits: visits[BY_IPA] };
      const money = ipaMoney({ months: month - since[row], ...work }, settings);
      income[row] = money.income;
      payOutside(world, territory[row], FEES, money.fees);
      payOutside(world, territory[row], START, money.aid);
    }
  }
}
