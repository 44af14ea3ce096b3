/**
 * Assistants médicaux: which GPs sign a contract, what it pays, what it frees and what it promises.
 *
 * *What happens.* Each quarter since September 2019 a liberal GP with a list above a floor, in a group practice (or alone
 * in a zone short of doctors), signs by a chance that grows with willingness to delegate: who is open, trusts institutions
 * (the contract is with health insurance) and is busy. Health insurance pays a part of the wage, less from year to year.
 * The assistant frees hours, which the one rule of freed hours disposes of (`freed-time.ts`). The contract asks for more
 * patients: the list promised opens the GP's list, never beyond the wait at which nobody is taken (`openings`). It is
 * renewed at its term as long as the scheme is open.
 * *Evidence.* Amendment 7 of 2019 to the convention médicale; the 4,000 contracts that the State announced for 2022. What
 * is known of contracts and lists is of 2022 and later and has no control group: it is not fitted.
 * *Leaves out.* Posts that find nobody, premises, training, one assistant shared by several contracts; contracts ended for
 * a promise not kept (no figure).
 */
import { beginsQuarter, MONTHS_PER_QUARTER, MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, draw, drawKey, streamId, threshold } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { DELEGATION_FLOWS } from '../../world/delegation/delegation-counts.js';
import { ACTIVE, GROUP, SOLO } from '../../world/physicians.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';
import { ZIP } from '../../world/zones.js';
import type { Rule, RunningRule } from '../rule.js';
import { MOST_TRUST } from '../teams/msp-month.js';
import { mixOf } from '../teams/payment-mix.js';
import { opennessOf } from '../teams/settings.js';
import { type DelegatingSettings, delegatingSettings } from './settings.js';
import { busyShare, willingness } from './willingness.js';

const SIGN = streamId('assistants.sign');
const AID = instrumentOf('assistantAid');
const FLOWS = Object.keys(DELEGATION_FLOWS).length;

export const assistants: Rule = {
  name: 'assistants',
  reads: [
    'physicians.status',
    'physicians.marginal',
    'physicians.form',
    'physicians.planned',
    'physicians.openness',
    'physicians.trustInstitutions',
    'physicians.wait',
    'physicians.covered',
    'physicians.team',
    'teams.kind',
    'teams.state',
    'teams.level',
    'territories.zone',
    'territories.requestsPerPerson',
    'tallies.ages',
    'tallies.followUpToDate',
  ],
  writes: [
    'physicians.assistant',
    'physicians.assistantSince',
    'physicians.assistantList',
    'physicians.freedAssistant',
    'territories.delegationFlows',
    'territories.euros',
  ],
  open: openAssistants,
};

interface AssistantSettings extends DelegatingSettings {
  readonly isOpen: boolean;
  /** Chance of a quarter of a willing GP. */
  readonly chance: number;
  /** Where a GP who practises alone may sign, and how willing such a GP is. */
  readonly alone: string;
  readonly solo: number;
  readonly leastList: number;
  readonly fte: number;
  /** Weekly hours of the GP that a whole post frees. */
  readonly freed: number;
  readonly promise: number;
  readonly months: number;
  /** Euros a month for a whole post, by year of the contract. */
  readonly aid: readonly number[];
}

function assistantSettings(world: World, parameters: Parameters, month: number): AssistantSettings {
  const read = (path: string) => parameters.number(`assistants.${path}`, month);
  return {
    isOpen: parameters.choice('assistants.open', month) === 'yes',
    chance: (read('rate') * MONTHS_PER_QUARTER) / MONTHS_PER_YEAR,
    alone: parameters.choice('assistants.alone', month),
    solo: read('solo'),
    leastList: read('leastList'),
    fte: read('fte'),
    freed: read('week') * read('yield'),
    promise: read('promise'),
    months: Math.round(read('months')),
    aid: parameters.list('assistants.aid', month).map((euros) => euros / MONTHS_PER_YEAR),
    ...delegatingSettings(world, parameters, month),
  };
}

function openAssistants(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const { gpOrder, gpStart } = world;
  const { zone, delegationFlows } = world.territories.columns;
  const { id, status, marginal, form, planned, openness, trustInstitutions, wait, covered, team } =
    world.physicians.columns;
  const { assistant, assistantSince, assistantList, freedAssistant } = world.physicians.columns;

  return {
    serial(month) {
      const settings = assistantSettings(world, parameters, month);
      const isSigning = settings.isOpen && beginsQuarter(month) && settings.chance > 0;
      const { a, b } = drawKey(run, SIGN, month);
      // Few draws come near: most GPs need not be looked at. Nobody is more willing than who is open and trusts entirely.
      const most = threshold(settings.chance * Math.max(1, settings.solo) * MOST_TRUST);
      for (let z = 0; z + 1 < gpStart.length; z++) {
        for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
          const row = gpOrder[i];
          if (assistant[row] > 0) {
            if (isOver(row, month, settings)) end(row);
            else employ(row, z, month, settings);
          } else if (isSigning) {
            const bits = draw(a, b, id[row]);
            if (bits >= most || !mayAsk(row, settings)) continue;
            if (bits < threshold(settings.chance * willOf(row, z, settings))) sign(row, z, month, settings);
          }
        }
      }
    },
  };

  function mayAsk(row: number, { leastList }: AssistantSettings): boolean {
    return status[row] === ACTIVE && marginal[row] === 0 && planned[row] >= leastList;
  }

  /** Willingness of a GP to sign, nothing for one who may not. */
  function willOf(row: number, z: number, settings: AssistantSettings): number {
    const { alone, solo, waitScale, mix } = settings;
    const mayAlone = alone === 'everywhere' || (alone === 'ZIP' && zone[z] === ZIP);
    const ofForm = form[row] === GROUP ? 1 : form[row] === SOLO && mayAlone ? solo : 0;
    if (ofForm === 0) return 0;
    const open = opennessOf(openness[row], settings.openness);
    const busy = busyShare(wait[row], waitScale);
    const will = willingness(open, trustInstitutions[row], busy, mixOf(mix, world.teams.columns, team[row]));
    return ofForm * will * (1 - covered[row]);
  }

  function sign(row: number, z: number, month: number, settings: AssistantSettings): void {
    if (settings.fte <= 0) return;
    assistant[row] = settings.fte;
    assistantSince[row] = month;
    assistantList[row] = planned[row] * (1 + settings.promise);
    delegationFlows[z * FLOWS + DELEGATION_FLOWS.assistantsSigned]++;
    employ(row, z, month, settings);
  }

  /** A month of the contract: hours freed, and the aid of its year. */
  function employ(row: number, z: number, month: number, { freed, aid }: AssistantSettings): void {
    const years = Math.floor((month - assistantSince[row]) / MONTHS_PER_YEAR);
    freedAssistant[row] = assistant[row] * freed;
    payOutside(world, z, AID, assistant[row] * aid[Math.min(years, aid.length - 1)]);
  }

  /** True at the term of a contract that cannot be renewed. */
  function isOver(row: number, month: number, { isOpen, months }: AssistantSettings): boolean {
    return !isOpen && (month - assistantSince[row]) % months === 0;
  }

  function end(row: number): void {
    assistant[row] = 0;
    assistantSince[row] = 0;
    assistantList[row] = 0;
    freedAssistant[row] = 0;
  }
}
