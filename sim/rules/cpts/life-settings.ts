/** What life under the agreement is set to in a month: members, missions, hours, depth, and what depth buys. */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { YES } from '../yes-or-no.js';

type List = readonly number[];

export interface LifeSettings {
  readonly members: {
    readonly gp: number;
    readonly other: number;
    /** Monthly share that leaves. */
    readonly leave: number;
    readonly aversion: number;
    /** Pace of joining before the signature at full momentum, and pull of display against depth. */
    readonly before: number;
    readonly display: number;
    /** Hours a month of an active member, and shares that are active. */
    readonly hours: number;
    readonly activeOthers: number;
  };
  readonly depth: DepthSettings;
  readonly end: {
    readonly hollow: number;
    /** Part of their usual number below which members are so few that the CPTS is weakened. */
    readonly deserted: number;
    readonly merge: number;
    readonly mergeMost: number;
    readonly leaderless: number;
    /** Momentum that one leader alone can carry. */
    readonly alone: number;
    /** Momentum that crisis work gives a month. */
    readonly covidBond: number;
  };
  readonly evaluation: {
    readonly isHeld: (region: number) => boolean;
    readonly price: number;
    readonly gain: number;
  };
  readonly effect: EffectSettings;
  readonly covidContacts: number;
  /** Months from the signature to start and to full deployment, by mission. */
  readonly start: List;
  readonly deploy: List;
}

export interface DepthSettings {
  /** Hours a month of a full-time coordinator. */
  readonly coordinatorHours: number;
  /** Weight of indicators in the hours, before bonus and pressure. */
  readonly review: number;
  /** Bonus of the CPAM's managers on numbers. */
  readonly bonus: number;
  /** How far the whole bonus and the whole pressure raise that weight. */
  readonly reviewBonus: number;
  readonly reviewPressure: number;
  readonly payDepth: number;
  readonly hours: number;
  /** Parts of joint work lost under a board of doctors only, and without any method after the supporter's exit. */
  readonly balanceLoss: number;
  readonly methodLoss: number;
  readonly months: number;
  readonly displayHours: number;
  readonly displayMonths: number;
  /** Months after the supporter's exit in which the team works by the method it learnt. */
  readonly afterSupport: number;
}

/** What full depth buys. */
export interface EffectSettings {
  /** People placed a month per person, and the fatigue beyond which a GP places nobody. */
  readonly placements: number;
  readonly tired: number;
  readonly slots: number;
  readonly recall: number;
  readonly prevention: number;
  readonly welcome: number;
}

export function lifeSettings(parameters: Parameters, month: number): LifeSettings {
  const read = (path: string) => parameters.number(`cpts.${path}`, month);
  const list = (path: string) => parameters.list(`cpts.${path}`, month);
  const evaluation = list('evaluation');
  const level = read('effect.level');
  return {
    members: {
      gp: read('join.gp'),
      other: read('join.other'),
      leave: read('join.leave') / MONTHS_PER_YEAR,
      aversion: read('join.aversion'),
      before: read('join.before'),
      display: read('join.display'),
      hours: read('members.hours'),
      activeOthers: read('members.activeOthers'),
    },
    depth: {
      coordinatorHours: read('coordinator.hours'),
      review: read('review.weight'),
      bonus: parameters.number('cpam.bonus', month),
      reviewBonus: read('review.bonus'),
      reviewPressure: read('review.pressure'),
      payDepth: read('aci.payDepth'),
      hours: read('depth.hours'),
      balanceLoss: read('depth.balance'),
      methodLoss: read('depth.method'),
      months: read('depth.months'),
      displayHours: read('display.hours'),
      displayMonths: read('display.months'),
      afterSupport: read('afterSupport.months'),
    },
    end: {
      hollow: read('hollow.depth'),
      deserted: read('weakened.members'),
      merge: read('merge.rate') / MONTHS_PER_YEAR,
      mergeMost: read('merge.most'),
      leaderless: read('leaders.expires'),
      alone: read('leaders.alone'),
      covidBond: read('covid.bond'),
    },
    evaluation: {
      isHeld: (region) => evaluation[region] === YES,
      price: read('evaluation.price'),
      gain: read('evaluation.gain'),
    },
    effect: {
      placements: (level * read('effect.placements')) / MONTHS_PER_YEAR,
      tired: read('effect.tired'),
      slots: level * read('effect.slots'),
      recall: Math.min(1, level * read('effect.recall')),
      prevention: (level * read('effect.prevention')) / MONTHS_PER_YEAR,
      welcome: level * read('effect.welcome'),
    },
    covidContacts: read('covid.contacts'),
    start: list('mission.start'),
    deploy: list('mission.deploy'),
  };
}
