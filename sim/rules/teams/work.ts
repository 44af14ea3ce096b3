/**
 * Work moves projects, and momentum carries them: shared by MSP and CPTS.
 *
 * Each stage needs days of work. Momentum goes towards 1 while work keeps the pace and towards 0 while nothing moves, with
 * one half-life: waiting for a commission, a supporter or money is no chance of failure, it is months in which momentum
 * burns (Gauthier 2021; Ménard 2024: a team that has waited for years without progress is spent).
 */

export interface MomentumRules {
  /** Months in which a stage is done at full pace. */
  readonly monthsAtPace: number;
  /** Months in which momentum halves when nothing moves. */
  readonly halfLife: number;
}

/**
 * Momentum next month.
 * @param done days of work this month
 * @param need days that the stage needs
 */
export function nextMomentum(momentum: number, done: number, need: number, rules: MomentumRules): number {
  const pace = need > 0 ? Math.min(1, (done * rules.monthsAtPace) / need) : 1;
  return momentum + (pace - momentum) * (1 - Math.exp(-Math.LN2 / rules.halfLife));
}
