/**
 * What institutions are set to in a month: every parameter of agencies, unions and supporters, read eagerly, lists by
 * région, by département or by slot. Words by member arrive as positions in their `choices`; the constants below name the
 * positions (a test holds them against the catalogue). A strategy is nothing but some of these values.
 */
import type { Parameters } from '../../parameters/types.js';
import { SUPPORTER_WORDS } from '../../world/teams/institutions.js';

/** Word of `unions.election`, the one that is not by member. */
const ELECTION_HELD = 'yes';

/** Who picks the supporter of a team (`cpts.support.chooser`). */
export const TEAM_CHOOSES = 0;
export const AGENCY_CHOOSES = 1;
export const NOBODY_CHOOSES = 2;

/** Where public money for support goes (`cpts.support.payee`). */
export const TEAM_IS_PAID = 0;
export const PARTNER_IS_PAID = 1;
export const SELECTED_IS_PAID = 2;
export const NOBODY_IS_PAID = 3;

/** First and last phase of the help (`cpts.support.spanFrom`, `.spanTo`). */
export const FROM_PROSPECTING = 0;
export const FROM_LETTER = 1;
export const FROM_PROJECT = 2;
export const TO_PROJECT = 0;
export const TO_ACI = 1;
export const TO_AFTER = 2;

/** When the envelope is paid (`cpts.envelope.when`). */
export const PAID_AT_LETTER = 0;
export const PAID_WITH_PROJECT = 1;

/** What the national target counts (`agencies.metric`). */
export const COUNTS_PROJECTS = 0;
export const COUNTS_SIGNED = 1;
export const COUNTS_DEPTH = 2;

/** How a delegation is organised (`delegations.logic`). */
export const ANIMATION = 0;
export const TRADE = 1;

type List = readonly number[];

export interface AgencySettings {
  /** By région. */
  readonly headquarters: List;
  readonly stance: List;
  readonly metric: List;
  readonly oneStop: List;
  readonly fir: List;
  /** By département. */
  readonly staff: List;
  readonly cpamStaff: List;
  readonly logic: List;
  readonly committee: List;
  readonly target: number;
  readonly pressure: number;
  readonly pressureStaff: number;
  readonly pressureStance: number;
  readonly covid: number;
  readonly daysPerFte: number;
  readonly dayPrice: number;
  readonly animation: number;
  readonly committeeEvery: number;
  readonly committeeProspecting: number;
  readonly alignment: number;
  readonly alignmentCommittee: number;
  readonly alignmentOneStop: number;
  readonly inertia: number;
  readonly skillStart: number;
  readonly skillMonths: number;
  readonly forgetting: number;
  readonly bonus: number;
}

export function agencySettings(parameters: Parameters, month: number): AgencySettings {
  const number = (path: string) => parameters.number(path, month);
  const list = (path: string) => parameters.list(path, month);
  return {
    headquarters: list('agencies.staff'),
    stance: list('agencies.stance'),
    metric: list('agencies.metric'),
    oneStop: list('agencies.oneStop'),
    fir: list('agencies.fir'),
    staff: list('delegations.staff'),
    cpamStaff: list('cpam.staff'),
    logic: list('delegations.logic'),
    committee: list('delegations.committee'),
    target: number('agencies.target'),
    pressure: number('agencies.pressure'),
    pressureStaff: number('agencies.pressureStaff'),
    pressureStance: number('agencies.pressureStance'),
    covid: number('agencies.covid'),
    daysPerFte: number('agencies.daysPerFte'),
    dayPrice: number('agencies.dayPrice'),
    animation: number('delegations.animation'),
    committeeEvery: number('delegations.committee.every'),
    committeeProspecting: number('delegations.committee.prospecting'),
    alignment: number('delegations.alignment'),
    alignmentCommittee: number('delegations.alignment.committee'),
    alignmentOneStop: number('delegations.alignment.oneStop'),
    inertia: number('agencies.inertia'),
    skillStart: number('agencies.skill.start'),
    skillMonths: number('agencies.skill.months'),
    forgetting: number('delegations.forgetting'),
    bonus: number('cpam.bonus'),
  };
}

export interface UnitySettings {
  /** By slot, then by région. */
  readonly unity: readonly List[];
  /** By région: the slot that sits in the commission + 1, 0 nobody. */
  readonly seat: List;
  readonly drift: List;
  readonly driftFrom: number;
  readonly election: boolean;
  readonly spread: number;
  readonly feedback: number;
  readonly inertia: number;
}

export function unitySettings(parameters: Parameters, month: number): UnitySettings {
  const number = (path: string) => parameters.number(path, month);
  return {
    unity: bySlot(parameters, 'unity', month),
    seat: parameters.list('supporters.seat', month),
    drift: parameters.list('unions.drift', month),
    driftFrom: number('unions.drift.from'),
    election: parameters.choice('unions.election', month) === ELECTION_HELD,
    spread: number('unions.election.spread'),
    feedback: number('unions.feedback'),
    inertia: number('agencies.inertia'),
  };
}

export interface SupportSettings {
  /** By région. */
  readonly chooser: List;
  readonly payee: List;
  readonly exclusive: List;
  readonly spanFrom: List;
  readonly spanTo: List;
  /** Slot that the agency designates. */
  readonly partner: List;
  /** Slot of the framework agreement, SLOTS for any. */
  readonly selected: List;
  readonly upstream: List;
  readonly seat: List;
  readonly cpom: List;
  readonly envelope: List;
  readonly envelopeWhen: List;
  readonly regionAid: List;
  readonly preAciMonths: List;
  /** By slot, then by région: days a month, own funds a year. */
  readonly days: readonly List[];
  readonly ownFunds: readonly List[];
  /** By slot. */
  readonly price: List;
  readonly speed: List;
  readonly knowledge: List;
  readonly transfer: List;
  readonly neutrality: List;
  readonly unpaid: List;
  /** Days of a mission by phase: letter, project, ACI, after. */
  readonly mission: List;
  readonly exitMonths: number;
  /** Part of spare days that goes to prospecting. */
  readonly prospecting: number;
  readonly preAciMonthly: number;
  readonly advance: number;
  readonly choice: ChoiceWeights;
}

/** Weights of what a team looks at, and how far teams differ in them. */
export interface ChoiceWeights {
  readonly days: number;
  readonly knowledge: number;
  readonly transfer: number;
  readonly price: number;
  readonly ownHands: number;
  readonly spread: number;
}

export function supportSettings(parameters: Parameters, month: number): SupportSettings {
  const number = (path: string) => parameters.number(path, month);
  const list = (path: string) => parameters.list(path, month);
  const choice = (path: string) => number(`supporters.choice.${path}`);
  return {
    chooser: list('cpts.support.chooser'),
    payee: list('cpts.support.payee'),
    exclusive: list('cpts.support.exclusive'),
    spanFrom: list('cpts.support.spanFrom'),
    spanTo: list('cpts.support.spanTo'),
    partner: list('cpts.support.partner'),
    selected: list('cpts.support.selected'),
    upstream: list('cpts.upstream'),
    seat: list('supporters.seat'),
    cpom: list('cpts.support.cpom'),
    envelope: list('cpts.envelope.amount'),
    envelopeWhen: list('cpts.envelope.when'),
    regionAid: list('cpts.envelope.regionAid'),
    preAciMonths: list('cpts.preAci.months'),
    days: bySlot(parameters, 'days', month),
    ownFunds: bySlot(parameters, 'ownFunds', month),
    price: list('supporters.price'),
    speed: list('supporters.speed'),
    knowledge: list('supporters.knowledge'),
    transfer: list('supporters.transfer'),
    neutrality: list('supporters.neutrality'),
    unpaid: list('supporters.unpaid'),
    mission: list('supporters.mission'),
    exitMonths: number('supporters.exitMonths'),
    prospecting: number('supporters.prospecting'),
    preAciMonthly: number('cpts.preAci.monthly'),
    advance: number('cpts.envelope.advance'),
    choice: {
      days: choice('days'),
      knowledge: choice('knowledge'),
      transfer: choice('transfer'),
      price: choice('price'),
      ownHands: choice('ownHands'),
      spread: choice('spread'),
    },
  };
}

/** `supporters.<word>.<attribute>` of each slot, in the order of slots. */
function bySlot(parameters: Parameters, attribute: string, month: number): List[] {
  return SUPPORTER_WORDS.map((word) => parameters.list(`supporters.${word}.${attribute}`, month));
}
