/** The forms of the JSON answers of `maillage compare` and `maillage verify`. */
import { z } from 'zod';

const missing = z.number().nullable().describe('null where there is no such number');
const probability = z.number().min(0).max(1);
const standing = z
  .enum(['frontier', 'dominated', 'extendedlyDominated', 'equal'])
  .describe('on the cost-effectiveness frontier, or why not');
const where = { period: z.string(), place: z.string(), group: z.string() };
const interval = z.strictObject({
  mean: z.number(),
  halfWidth: missing.describe('of the 95 % interval; null for a single observation'),
});

const difference = z.strictObject({
  scenario: z.string(),
  baseline: z.string(),
  ...where,
  point: z.number().int().optional().describe('set when each point is compared on its own'),
  indicator: z.string(),
  unit: z.string(),
  pairs: z.number().int().describe('paired observations: see sampling'),
  scenarioMean: missing,
  baselineMean: missing,
  difference: missing.describe('mean of scenario − baseline over the pairs'),
  halfWidth: missing.describe('of the 95 % Student interval; null for fewer than two pairs'),
  pValue: missing.describe('two-sided paired t-test'),
  pHolm: missing.describe('p-value adjusted over all the differences of this answer (Holm 1979)'),
  significant: z.boolean().describe('pHolm is at most the level'),
  identical: z.boolean().describe('the difference is exactly 0 in every pair'),
  shareBetter: probability.nullable().describe('share of pairs in which the scenario is better; ties half'),
  shareHigher: probability.nullable().describe('share of pairs in which the scenario is higher; ties half'),
  correlation: missing.describe('of scenario and baseline over pairs'),
  varianceReduction: missing.describe('1 − var(difference) / (var scenario + var baseline)'),
  equivalentUnpaired: missing.describe('unpaired runs of each that tell as much; null when unbounded'),
});

const option = z.strictObject({
  scenario: z.string(),
  cost: z.number(),
  effect: z.number(),
  standing,
  after: z.string().nullable().describe('option before it on the frontier, or that it equals'),
  icer: missing.describe('cost of one more unit of gain than that option gives'),
  increment: z
    .strictObject({
      cost: interval,
      gain: interval.describe('positive when better'),
      quadrants: z
        .strictObject({
          dearerAndBetter: probability,
          cheaperAndBetter: probability,
          cheaperAndWorse: probability,
          dearerAndWorse: probability,
        })
        .describe('share of pairs; a pair on an axis counts half on each side'),
      ratio: z
        .strictObject({ ratio: missing, low: missing, high: missing })
        .describe('cost per unit of gain with its 95 % interval (Fieller); null bounds when unbounded'),
    })
    .nullable()
    .describe('against the baseline; null for the baseline'),
});

const measured = z.strictObject({ value: z.number(), halfWidth: missing });

export const COMPARISON_FORMS = {
  compare: {
    study: z.string(),
    baseline: z.string(),
    sampling: z
      .enum(['replicate', 'point'])
      .describe('what one observation is: a replicate averaged over points, or a point over replicates'),
    uncertainty: z
      .enum(['chance', 'parameters', 'chanceAndParameters'])
      .describe(
        'what intervals count; parameters: every draw meets the same chance, whose part they do not tell',
      ),
    replicates: z.number().int(),
    points: z.number().int(),
    leftOut: z.number().int().describe('most units of a row left out for want of their counterpart'),
    holm: z.strictObject({
      level: probability,
      family: z.number().int().describe('tests adjusted together'),
      significant: z.number().int(),
    }),
    differences: z.array(difference),
    costs: z.array(
      z.strictObject({
        ...where,
        cost: z.string(),
        costUnit: z.string(),
        effect: z.string(),
        effectUnit: z.string(),
        better: z.enum(['more', 'less']),
        observations: z.number().int(),
        options: z.array(option),
      }),
    ),
  },
  verify: {
    study: z.string(),
    file: z.string(),
    written: z.boolean().describe('true: the file was written; false: the study was compared with it'),
    numbers: z.number().int(),
    moved: z.array(
      z.strictObject({
        scenario: z.string(),
        baseline: z.string().optional().describe('set when the number is a paired difference'),
        indicator: z.string(),
        ...where,
        before: measured,
        now: measured,
        tolerance: z.number().describe('0: compared to 12 significant digits'),
      }),
    ),
  },
} as const;
