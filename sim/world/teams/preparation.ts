/** Work that the project of an MSP takes before it opens: the same for those under way at the start and for later ones. */

export interface PreparationWork {
  /** Days of a team of the usual size or smaller. */
  readonly days: number;
  /** Part added by each member beyond `usualMembers`. */
  readonly perMember: number;
  readonly usualMembers: number;
}

/** Days of the project of a team of so many professionals. */
export function preparationDays(people: number, { days, perMember, usualMembers }: PreparationWork): number {
  return days * (1 + perMember * Math.max(0, people - usualMembers));
}
