/**
 * The shape of a plan file: one definition for the types, for the checks and for the JSON Schema that editors complete from.
 */
import { z } from 'zod';
import { bilingual, finite, interval, month, text } from '../../base/shape.js';
import { RUN_BOUNDS, RUN_DEFAULTS } from '../../engine/settings.js';
import { DISTRIBUTIONS } from '../../parameters/entry.js';
import { code, members, parameterPath, slug } from '../../scenario/file.js';
import { METHODS } from '../design/types.js';

/** Lowest and highest value of the numbers of a plan. */
export const BOUNDS = {
  ...RUN_BOUNDS,
  points: [2, 100_000],
  levels: [2, 100],
} as const;
/** Runs of the largest plan: scenarios × points × replicates. */
export const MOST_RUNS = 100_000;

const OPERATIONS = ['value', 'multiply', 'add'] as const;

function whole([low, high]: readonly [number, number]) {
  const error = `a whole number from ${low} to ${high}`;
  return z.int({ error }).gte(low, { error }).lte(high, { error });
}

const flag = z.boolean({ error: 'true or false' });
const texts = (error: string) => z.array(text, { error }).min(1, { error });
const ids = texts('a list of ids of indicators, such as [gpsLiberal]');

const SOME_LEVELS = `a number of levels from ${BOUNDS.levels.join(' to ')}, or a list of at least two values`;

const Varied = z.strictObject(
  {
    parameter: parameterPath,
    name: z
      .string({ error: 'letters, digits and underscores' })
      .regex(/^[A-Za-z][A-Za-z0-9_]*$/, { error: 'ASCII letters, digits and underscores, such as minutes' })
      .optional()
      .describe('Column of this dimension in the table of runs; by default made from the path'),
    range: interval
      .optional()
      .describe('Lowest and highest value, or factor; by default those of the parameter'),
    levels: z
      .union(
        [
          whole(BOUNDS.levels),
          z.array(z.union([finite, text])).min(BOUNDS.levels[0], { error: SOME_LEVELS }),
        ],
        {
          error: SOME_LEVELS,
        },
      )
      .optional()
      .describe('Values of a factorial: a list, or the number of evenly spaced values over the range'),
    distribution: z
      .enum(DISTRIBUTIONS, { error: `one of: ${DISTRIBUTIONS.join(', ')}` })
      .optional()
      .describe('How a sample spreads over the range; by default that of the parameter'),
    mode: finite.optional().describe('Most likely value of a triangular distribution'),
    operation: z
      .enum(OPERATIONS, { error: `one of: ${OPERATIONS.join(', ')}` })
      .optional()
      .describe(
        'What the number does to the parameter; by default value for one number, multiply for a list or a series',
      ),
    from: month
      .optional()
      .describe(
        'First month, YYYY-MM: makes it a lever, laid over the scenarios; without it, an uncertain parameter',
      ),
    to: month.optional().describe('Month in which the former values resume, YYYY-MM'),
    members: members.optional().describe('Members of the domain that vary; without it, all of them'),
  },
  { error: 'a varied parameter, { parameter, ... }' },
);
export type VariedShape = z.output<typeof Varied>;

export const ALL = ['all', 'all-assumptions'] as const;
const overAll = z.enum(ALL, { error: `one of: ${ALL.join(', ')}, or a list of { parameter, ... }` });
const overList = z
  .array(Varied, { error: 'a list of { parameter, ... }' })
  .min(1, { error: 'at least one parameter' });

const FormulaShape = z.strictObject(
  {
    id: z
      .string({ error: 'an id in ASCII letters and digits, such as exitsPer100' })
      .regex(/^[a-z][A-Za-z0-9]*$/, { error: 'an id in ASCII letters and digits, such as exitsPer100' }),
    formula: text.describe(
      'Numbers, ids of indicators, + - * /, comparisons, and or not, a ? b : c, functions',
    ),
    unit: text,
    label: bilingual,
    better: z
      .enum(['more', 'less'], { error: 'one of: more, less' })
      .optional()
      .describe('Whether more or less of it is better, when somebody can say'),
  },
  { error: 'an indicator, { id, formula, unit, label }' },
);

/** A plan file whose `vary.over` has this shape: a union would lose the places of the mistakes inside it. */
function planShape<Over extends z.ZodType>(over: Over) {
  return z.strictObject(
    {
      name: slug.optional().describe('Name of the study; by default that of the file'),
      title: bilingual.optional().describe('Title in English and in French'),
      description: bilingual.optional(),
      date: z.iso
        .date({ error: 'a day written as 2026-01-31' })
        .optional()
        .describe('Date of the study, YYYY-MM-DD, written into its metadata'),
      scenarios: z
        .array(text, { error: 'a list of scenarios, such as [baseline, my-scenario.yaml]' })
        .min(1, { error: 'at least one scenario' })
        .describe('Names of ready scenarios, or paths of files relative to this one'),
      baseline: text
        .optional()
        .describe('Name of the scenario that the others are compared with; by default the first'),
      seed: code.optional().describe('Any text; the same seed meets the same chance'),
      scale: whole(BOUNDS.scale).optional().describe(`People per agent; by default ${RUN_DEFAULTS.scale}`),
      from: whole(BOUNDS.years).optional().describe('First recorded year; by default that of the scenarios'),
      to: whole(BOUNDS.years).optional().describe('Last recorded year; by default that of the scenarios'),
      replicates: whole(BOUNDS.replicates)
        .optional()
        .describe(
          'Runs of each scenario and point, by default 10; with a precision the most, by default 100',
        ),
      precision: z
        .record(
          text,
          z.number({ error: 'a half-width above 0' }).positive({ error: 'a half-width above 0' }),
          {
            error: 'half-widths by indicator, such as { gpsLiberal: 100 }',
          },
        )
        .optional()
        .describe('Half-widths of 95 % intervals to reach by more replicates, by indicator'),
      vary: z
        .strictObject(
          {
            method: z.enum(METHODS, { error: `one of: ${METHODS.join(', ')}` }),
            points: whole(BOUNDS.points).optional().describe('Number of points of a sample'),
            seed: code.optional().describe('Seed of the points; by default that of the plan'),
            chance: z
              .enum(['common', 'own'], { error: 'one of: common, own' })
              .optional()
              .describe(
                'Whether points meet the same chance or each its own; by default common in a factorial, own in a sample',
              ),
            over: over.describe('Parameters and levers varied, or all, or all-assumptions'),
          },
          { error: 'what is varied, { method, over }' },
        )
        .optional(),
      keep: z
        .strictObject(
          {
            indicators: z
              .union([z.enum(['all', 'headline']), ids], {
                error: 'all, headline, or a list of ids of indicators',
              })
              .optional(),
            places: z
              .array(code, { error: 'a list of places, such as [FR, regions]' })
              .min(1, { error: 'at least one place' })
              .optional()
              .describe('FR, regions, territories, names or codes; by default FR and regions'),
            groups: texts('a list of groups, such as [all, worstTenth]').optional(),
            months: flag.optional().describe('Monthly values too; by default false'),
            territories: flag
              .optional()
              .describe('The sixteen headline indicators of every territory and year; by default true'),
          },
          { error: 'what is kept, { indicators, places, groups, months, territories }' },
        )
        .optional(),
      indicators: z
        .array(FormulaShape, { error: 'a list of { id, formula, unit, label }' })
        .optional()
        .describe('Indicators defined by formulas over those of Maillage'),
    },
    { error: 'a plan, which has a list `scenarios: [...]`' },
  );
}

/** A plan that names what it varies, and one that varies all; `PlanFile` is either, for the schema of editors. */
export const PlanOverList = planShape(overList);
export const PlanOverAll = planShape(overAll);
export const PlanFile = planShape(z.union([overAll, overList]));
export type PlanShape = z.output<typeof PlanFile>;
export type VaryShape = NonNullable<PlanShape['vary']>;
