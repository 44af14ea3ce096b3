/**
 * Hours that a professional offers to collective work: one function for MSP and CPTS, leaders and members.
 *
 * A few build and many use (seminar book M12, Gauthier 2021); who is tired or trusts little offers little (seminar book M40, M45); coordination
 * competes with paid acts under fee-for-service (seminar book M47–M51, Perreau on Bontemps 2024), so that an unpaid hour is offered less; what gets
 * nowhere is left (momentum). An hour that others free is offered like any other. Money and payment mix act here and nowhere else on the will to work together.
 */

export interface OfferRules {
  /** Weekly hours of somebody open, rested, trusting and paid. */
  readonly most: number;
  /** Share of a week's hour freed by others that such a GP may offer, beside the usual. */
  readonly freedOffered: number;
  /** Share of these hours offered when nobody pays them. */
  readonly unpaid: number;
  /** Share of income that does not come from acts: time away from patients costs that much less. */
  readonly flatShare: number;
}

/** State of who offers, all between 0 and 1. */
export interface Offering {
  readonly openness: number;
  readonly fatigue: number;
  readonly trust: number;
  /** Share of the hour that somebody pays. */
  readonly paid: number;
  /** Momentum of what it is for. */
  readonly momentum: number;
  /** Weekly hours that others free (`physicians.freed`), the part for this role: time that may be offered beside the usual. */
  readonly freed: number;
  /** Part of the usual hours that goes to this role. */
  readonly part: number;
}

/** Weekly hours offered. */
export function hoursOffered(
  { openness, fatigue, trust, paid, momentum, freed, part }: Offering,
  rules: OfferRules,
): number {
  const willing = worthOf(paid, rules);
  const most = rules.most > 0 ? rules.most * part + rules.freedOffered * freed : 0;
  return most * openness * Math.max(0, 1 - fatigue) * (0.5 + trust) * willing * momentum;
}

/** What is offered of an hour of which a share `paid` is paid, over what is offered of a paid one. */
export function worthOf(
  paid: number,
  { unpaid, flatShare }: Omit<OfferRules, 'most' | 'freedOffered'>,
): number {
  const covered = Math.max(paid, flatShare);
  return covered + (1 - covered) * unpaid;
}

/**
 * Will to belong where a part of the flat payments depends on it, over the will where none does: the hours of a member, as
 * far as the income at stake pays them, are worth more. The condition is on belonging and not on hours, of which none more
 * is offered (seminar book of the project, l.1652–1664: taking part in name and in fact).
 * @param conditional part of the flat payments at stake
 * @param hours weekly hours of the GP, which the income stands for
 */
export function willToBelong(conditional: number, hours: number, member: OfferRules): number {
  if (conditional <= 0 || member.most <= 0) return 1;
  const paid = Math.min(1, (conditional * member.flatShare * hours) / member.most);
  return worthOf(paid, member) / worthOf(0, member);
}
