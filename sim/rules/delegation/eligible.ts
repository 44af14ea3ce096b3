/**
 * Eligible follow-up: of the people of a GP's list, those who have a condition that a delegate may follow.
 *
 * The four protocols of Asalée, which IPA and protocols of cooperation share with it: type 2 diabetes, cardiovascular risk,
 * COPD, cognition (IRDES). Prevalence is by class of age (cartography of Assurance Maladie); a list has the ages of its
 * territory: the case-mix of one list is left out.
 */
import type { World } from '../../world/world.js';

/** Prevalence by `ageClass5`: of diabetes, and of the conditions of each of the other protocols. */
export interface EligibleRules {
  readonly diabetes: readonly number[];
  readonly others: readonly (readonly number[])[];
}

/** Shares of the people of each territory. */
export interface Eligible {
  /** With any condition that a delegate may follow, and with diabetes. */
  readonly all: Float64Array;
  readonly diabetes: Float64Array;
  /** With an ALD. */
  readonly chronic: Float64Array;
  /** Counts the people of last month anew; a territory without any has no share. */
  recount(rules: EligibleRules): void;
}

export function eligibleShares({ tallies, geography }: World): Eligible {
  const { ages, ald } = tallies.columns;
  const n = geography.territories.length;
  const classes = ages.length / (2 * n);
  const all = new Float64Array(n);
  const diabetes = new Float64Array(n);
  const chronic = new Float64Array(n);
  return {
    all,
    diabetes,
    chronic,
    recount(rules) {
      const weights = Float64Array.from(rules.diabetes, (share, age) =>
        Math.min(
          1,
          rules.others.reduce((sum, other) => sum + other[age], share),
        ),
      );
      for (let z = 0; z < n; z++) {
        let people = 0;
        let any = 0;
        let sugar = 0;
        for (let age = 0; age < classes; age++) {
          const here = ages[2 * z * classes + age] + ages[(2 * z + 1) * classes + age];
          people += here;
          any += here * weights[age];
          sugar += here * rules.diabetes[age];
        }
        all[z] = people > 0 ? any / people : 0;
        diabetes[z] = people > 0 ? Math.min(any, sugar) / people : 0;
        chronic[z] = people > 0 ? (ald[2 * z] + ald[2 * z + 1]) / people : 0;
      }
    },
  };
}
