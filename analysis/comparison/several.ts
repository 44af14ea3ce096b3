/**
 * Many comparisons at once: Holm's step-down procedure, which keeps the chance of even one false discovery in the
 * family below the level whatever the dependence between the tests (Holm, "A simple sequentially rejective multiple
 * test procedure", Scandinavian Journal of Statistics 6, 1979).
 */

/** Chance of a false discovery that is accepted, the complement of the 95 % of the intervals. */
export const LEVEL = 0.05;

export interface Family {
  /** Tests in the family: those with a p-value. */
  readonly size: number;
  /** p-values adjusted for the family, in the order given; NaN where there was none. */
  readonly adjusted: readonly number[];
  /** How many stay significant at `LEVEL`. */
  readonly significant: number;
}

/** Adjusts the p-values of a family; NaN (no test) stays NaN and does not count. */
export function holm(pValues: readonly number[]): Family {
  const tests = pValues.map((_, i) => i).filter((i) => !Number.isNaN(pValues[i]));
  const rising = tests.toSorted((i, j) => pValues[i] - pValues[j] || i - j);
  const adjusted = pValues.map(() => Number.NaN);
  let highest = 0;
  for (const [rank, i] of rising.entries()) {
    // A test is never more convincing than one of smaller p-value.
    highest = Math.max(highest, Math.min(1, (rising.length - rank) * pValues[i]));
    adjusted[i] = highest;
  }
  return {
    size: tests.length,
    adjusted,
    significant: adjusted.filter((p) => p <= LEVEL).length,
  };
}
