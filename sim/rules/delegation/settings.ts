/**
 * Settings of delegation in one month, read at once: how willing GPs are, how caseloads go, Asalée, IPA. Lists are in the
 * order of the domains `protocol`, `delegate`, `ageClass5`, `ipaField` or `region`.
 */
import { MONTHS_PER_QUARTER, MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import type { World } from '../../world/world.js';
import { type PaymentMix, paymentMix } from '../teams/payment-mix.js';
import type { EligibleRules } from './eligible.js';

export const MINUTES_PER_HOUR = 60;

/** Kinds of delegate: rows of the domain `delegate`. */
export const BY_ASALEE = 0;
export const BY_IPA = 1;
export const BY_PROTOCOL = 2;

/** Words of `ipa.access` (who may see an IPA) and of `ipa.prescription` (what she may begin), fewest rights first. */
export const ACCESS = ['referral', 'coordinated', 'everywhere'];
export const PRESCRIPTION = ['none', 'first'];
/** Positions in the first. */
export const REFERRAL = 0;
export const COORDINATED = 1;

/** What willingness to delegate depends on beside the GP (`willingness.ts`). */
export interface DelegatingSettings {
  /** Factor on the openness of all GPs. */
  readonly openness: number;
  /** Wait at which half of a freed hour is filled at once, days. */
  readonly waitScale: number;
  /** How GPs are paid, in teams that are paid for their patients and elsewhere. */
  readonly mix: PaymentMix;
}

export function delegatingSettings(world: World, parameters: Parameters, month: number): DelegatingSettings {
  const openness = parameters.number('teams.openness', month);
  const waitScale = parameters.number('careers.fatigue.waitScale', month);
  return { openness, waitScale, mix: paymentMix(world, parameters, month) };
}

/** How people come to be followed by delegates, and what GPs are spared. */
export interface CaseloadSettings {
  readonly eligible: EligibleRules;
  /** Visits a year of one person, and minutes of a visit, by kind of delegate. */
  readonly visits: readonly number[];
  readonly minutes: readonly number[];
  /** Hours with patients of a full-time delegate in a year; weeks of work in a year of a GP. */
  readonly hours: number;
  readonly weeks: number;
  /** Share of the people of an Asalée nurse who have diabetes. */
  readonly diabetics: number;
  readonly takeUp: number;
  readonly pace: number;
  readonly replaces: number;
  /** GP hours that one visit spares. */
  readonly hoursSpared: number;
  readonly chronicShare: number;
}

export function caseloadSettings(parameters: Parameters, month: number): CaseloadSettings {
  const read = (path: string) => parameters.number(`delegation.${path}`, month);
  const list = (path: string) => parameters.list(`delegation.eligible.${path}`, month);
  const visits = parameters.list('asalee.visits', month);
  // Visits are given in proportion to the nurse's time, so that people are visits over visits of a person.
  const given = parameters.list('asalee.timeShare', month);
  const people = given.map((share, k) => share / visits[k]);
  const everybody = people.reduce((sum, one) => sum + one, 0);
  const mean = everybody > 0 ? given.reduce((sum, one) => sum + one, 0) / everybody : visits[0];
  return {
    eligible: {
      diabetes: list('diabetes'),
      others: [list('cardiovascular'), list('copd'), list('cognition')],
    },
    visits: [mean, parameters.number('ipa.visits', month), mean],
    minutes: parameters.list('delegation.minutes', month),
    hours: read('year') * read('withPatients'),
    weeks: parameters.number('care.weeks', month),
    diabetics: everybody > 0 ? people[0] / everybody : 0,
    takeUp: read('takeUp'),
    pace: read('pace'),
    replaces: read('replaces'),
    hoursSpared: read('minutesSpared') / MINUTES_PER_HOUR,
    chronicShare: read('chronicShare'),
  };
}

/** People whom a delegate of a kind can follow in `hours` of a year with patients. */
export function capacityOf(kind: number, hours: number, { visits, minutes }: CaseloadSettings): number {
  return (hours * MINUTES_PER_HOUR) / (visits[kind] * minutes[kind]);
}

/** Tests of diabetics in a year (`tests-done.ts`). */
export interface TestSettings {
  /** Follow-ups of a diabetic in a year, whoever does them; those of them that are with a nurse who follows her. */
  readonly followUps: number;
  readonly withNurse: number;
  readonly met: number;
  readonly asked: number;
  readonly ordered: number;
}

export function testSettings(parameters: Parameters, month: number): TestSettings {
  const read = (path: string) => parameters.number(path, month);
  const followUps = Math.round(read('followUp.duePerMonth') * MONTHS_PER_YEAR);
  return {
    followUps,
    withNurse: Math.round(parameters.list('asalee.visits', month)[0]),
    met: read('delegation.met'),
    asked: Math.round(read('followUp.testsAsked')),
    ordered: read('followUp.testOrdered'),
  };
}

export interface AsaleeSettings {
  /** Posts that are paid, number of nurses; full-time equivalents of one, GPs of one. */
  readonly posts: number;
  readonly fte: number;
  readonly gps: number;
  readonly volunteer: number;
  readonly peers: number;
  readonly solo: number;
  /** Euros a month of one post. */
  readonly cost: number;
  /** Of a volunteer of each région when a post opens. */
  readonly weights: readonly number[];
}

export function asaleeSettings(parameters: Parameters, month: number): AsaleeSettings {
  const read = (path: string) => parameters.number(`asalee.${path}`, month);
  const fte = read('fte');
  return {
    posts: Math.round(read('posts') / fte),
    fte,
    gps: read('gpsPerFte') * fte,
    volunteer: read('volunteer'),
    peers: read('peers'),
    solo: read('solo'),
    cost: (read('fteCost') * fte) / MONTHS_PER_YEAR,
    weights: parameters.list('asalee.weight', month),
  };
}

/** Classes of IPA (`ipa-training.ts`). */
export interface ClassSettings {
  readonly places: number;
  readonly months: number;
  readonly graduates: number;
  readonly fields: readonly number[];
  readonly town: number;
  /** Euros a month of a student. */
  readonly cost: number;
}

export function classSettings(parameters: Parameters, month: number): ClassSettings {
  const read = (path: string) => parameters.number(`ipa.${path}`, month);
  return {
    places: Math.round(read('places')),
    months: Math.round(read('months')),
    graduates: read('graduates'),
    fields: parameters.list('ipa.field', month),
    town: read('town'),
    cost: read('trainingCost') / MONTHS_PER_YEAR,
  };
}

/** How much of the eligible a GP refers (`ipa-referral.ts`). */
export interface ReferralSettings extends DelegatingSettings {
  readonly easyShare: number;
  readonly timeToRefer: number;
}

export function referralSettings(world: World, parameters: Parameters, month: number): ReferralSettings {
  const read = (path: string) => parameters.number(`ipa.${path}`, month);
  return {
    easyShare: read('easyShare'),
    timeToRefer: read('timeToRefer'),
    ...delegatingSettings(world, parameters, month),
  };
}

/** Fees and income of liberal IPA (`ipa-income.ts`). */
export interface FeeSettings {
  readonly start: number;
  readonly yearly: number;
  readonly contact: number;
  /** Euros a month, and the months in which they are paid. */
  readonly startAid: number;
  readonly startMonths: number;
  readonly netShare: number;
}

export function feeSettings(parameters: Parameters, month: number): FeeSettings {
  const read = (path: string) => parameters.number(`ipa.${path}`, month);
  return {
    start: read('fee.start'),
    yearly: read('fee.yearly'),
    contact: read('fee.contact'),
    startAid: read('startAid'),
    startMonths: read('startMonths'),
    netShare: read('netShare'),
  };
}

/** Where IPA work, who gets to know them, who leaves, what they may do (`ipa.ts`). */
export interface IpaSettings {
  readonly referral: ReferralSettings;
  /** Shares of teams and of signed CPTS with a paid post, and euros a month of one. */
  readonly posts: number;
  readonly postsCpts: number;
  readonly postCost: number;
  readonly knownStart: number;
  /** Part of what is not yet known that is learnt in a quarter where everybody works together. */
  readonly learn: number;
  readonly apart: number;
  readonly livelihood: number;
  /** Monthly chance to leave without any income. */
  readonly leave: number;
  /** Position of `ipa.access`, and of access and prescription together: rises with any right. */
  readonly access: number;
  readonly regime: number;
  /** Part of the opposition that fades in a month. */
  readonly fading: number;
}

export function ipaSettings(world: World, parameters: Parameters, month: number): IpaSettings {
  const read = (path: string) => parameters.number(`ipa.${path}`, month);
  const access = ACCESS.indexOf(parameters.choice('ipa.access', month));
  const prescription = PRESCRIPTION.indexOf(parameters.choice('ipa.prescription', month));
  return {
    referral: referralSettings(world, parameters, month),
    posts: read('posts'),
    postsCpts: read('postsCpts'),
    postCost: read('postCost') / MONTHS_PER_YEAR,
    knownStart: read('knownStart'),
    learn: (read('learn') * MONTHS_PER_QUARTER) / MONTHS_PER_YEAR,
    apart: read('apart'),
    livelihood: read('livelihood'),
    leave: read('leave') / MONTHS_PER_YEAR,
    access,
    regime: access * PRESCRIPTION.length + prescription,
    fading: 1 - Math.exp(-Math.LN2 / read('oppositionMonths')),
  };
}
