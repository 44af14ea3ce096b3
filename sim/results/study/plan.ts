/** The plan of a study, read back from its folder. */

export declare function readStudyPlan(dir: string): Promise<{
  readonly name: string;
  readonly scenarios: readonly {
    readonly name: string;
    readonly title: { readonly en: string; readonly fr: string };
  }[];
  readonly baseline: string;
  readonly from: number;
  readonly to: number;
  readonly design: { readonly method: 'none' | 'factorial' | 'latin-hypercube' | 'sobol' };
  readonly keep: {
    readonly indicators: readonly string[];
    readonly places: readonly string[];
    readonly groups: readonly string[] | undefined;
    readonly months: boolean;
  };
  readonly formulas: readonly {
    readonly id: string;
    readonly unit: string;
    readonly label: { readonly en: string; readonly fr: string };
    readonly better?: 'more' | 'less';
  }[];
}>;
