/**
 * Which supporter a team takes, as pure functions: phases of a project, the span in which help is due, and the choice.
 *
 * A team looks at days on offer, knowledge of the territory, method passed on and price against the money it has (Gauthier 2021: prices, delays and knowledge of the place are what teams and agencies say
 * of firms and unions); a team that knows how to do it takes nobody (Gauthier 2021). Teams differ in these weights, each by its own
 * draws: no draw belongs to a supporter, so that who a supporter is can never matter, only what it offers.
 */
import { normalQuantile } from '../../base/distributions.js';
import {
  LETTER_FILED,
  NEGOTIATING,
  OWN_HANDS,
  PRE_PROJECT,
  SIGNED,
  SUBMITTED,
  WRITING,
} from '../../world/teams/projects.js';
import type { ChoiceWeights } from './settings.js';

/** Phases in which a project may be helped; their order is that of the domain `supportPhase`, from 1. */
export const NO_PHASE = 0;
export const LETTER_PHASE = 1;
export const PROJECT_PHASE = 2;
export const ACI_PHASE = 3;
export const AFTER_PHASE = 4;

export function phaseOf(stage: number): number {
  if (stage === PRE_PROJECT || stage === LETTER_FILED) return LETTER_PHASE;
  if (stage === WRITING || stage === SUBMITTED) return PROJECT_PHASE;
  if (stage === NEGOTIATING) return ACI_PHASE;
  return stage === SIGNED ? AFTER_PHASE : NO_PHASE;
}

/** True when the file is with the institutions: there is nothing to help with. */
export function isFiled(stage: number): boolean {
  return stage === LETTER_FILED || stage === SUBMITTED;
}

/** Last phase of the span that ends at `spanTo` (positions of its words: project, aci, after). */
export function lastPhase(spanTo: number): number {
  return PROJECT_PHASE + spanTo;
}

/** True when help is due in the phase; a span that begins at prospecting has the letter as its first phase. */
export function isInSpan(phase: number, spanFrom: number, spanTo: number): boolean {
  return phase >= Math.max(LETTER_PHASE, spanFrom) && phase <= lastPhase(spanTo);
}

/** What a supporter offers a project. */
export interface Offer {
  readonly knowledge: number;
  readonly transfer: number;
  /** EUR of the mission; 0 when the team does not pay. */
  readonly cost: number;
  /** Days a month nobody has asked for. */
  readonly freeDays: number;
  /** What tells equal offers apart: the designated partner, then who sits in the commission. Weighs nothing otherwise. */
  readonly standing: number;
}

/** In which weights teams differ. */
type Varied = 'days' | 'knowledge' | 'price';

/** The weights of one team: those of the model, times its own factors. */
export type Taste = Pick<ChoiceWeights, Varied | 'transfer'>;

/** Taste of a team from three uniform draws of its own. */
export function tasteOf(weights: ChoiceWeights, draws: Readonly<Record<Varied, number>>): Taste {
  const own = (weight: number, u: number) => weight * Math.exp(weights.spread * normalQuantile(u));
  return {
    days: own(weights.days, draws.days),
    knowledge: own(weights.knowledge, draws.knowledge),
    price: own(weights.price, draws.price),
    transfer: weights.transfer,
  };
}

/**
 * Utility of an offer for a team that may spend `budget` euros: what the part of the mission that it can pay is worth, less
 * the part of its money that goes there.
 */
export function utilityOf(offer: Offer, taste: Taste, budget: number): number {
  const part = offer.cost > 0 ? Math.min(1, budget / offer.cost) : 1;
  if (part <= 0) return -Infinity;
  const help =
    taste.days * Math.log(1 + Math.max(0, offer.freeDays)) +
    taste.knowledge * offer.knowledge +
    taste.transfer * offer.transfer;
  return part * help - taste.price * Math.min(1, offer.cost / Math.max(budget, 1));
}

/**
 * The slot of the best offer, or OWN_HANDS.
 * @param offers by slot; undefined for a slot that is no candidate
 * @param budget EUR that the team may spend
 * @param maturity what the team can do by itself, 0 to 1; −∞ where it may not do without an offer it can pay for
 * @param u uniform draw that picks among equal offers of equal standing: two supporters who differ in their names alone
 */
export function chooseSlot(
  offers: readonly (Offer | undefined)[],
  taste: Taste,
  weights: ChoiceWeights,
  { budget, maturity, u }: { budget: number; maturity: number; u: number },
): number {
  const utilities = offers.map((offer) =>
    offer === undefined ? -Infinity : utilityOf(offer, taste, budget),
  );
  const best = Math.max(...utilities);
  if (!(best > weights.ownHands + maturity)) return OWN_HANDS;
  const standing = (slot: number) => offers[slot]?.standing ?? 0;
  const bests = utilities.flatMap((utility, slot) => (utility === best ? [slot] : []));
  const highest = Math.max(...bests.map(standing));
  const equals = bests.filter((slot) => standing(slot) === highest);
  return equals[Math.floor(u * equals.length)];
}
