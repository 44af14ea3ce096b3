/**
 * The forms of the JSON answers, for programs that read them. One definition gives the check in the tests and
 * the published JSON Schema, `bin/answers.schema.json`.
 */
import { z } from 'zod';
import { STATUSES } from '../sim/parameters/entry.js';
import { COMPARISON_FORMS } from './comparison-forms.js';
import { JSON_FORMS, type JsonForm, schemaName } from './json.js';
import { pattern, trace } from './json-forms-history.js';
import { studyForms } from './json-forms-study.js';
import { supplyForms } from './json-forms-supply.js';
import { tableForms } from './json-forms-tables.js';
import { trialForms } from './json-forms-trials.js';

const bilingual = z.strictObject({ en: z.string(), fr: z.string() });
const named = z.strictObject({ id: z.string(), en: z.string(), fr: z.string() });
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('YYYY-MM');
const interval = z.tuple([z.number(), z.number()]);
const place = z.string().describe('file:line:column, or an option such as --set #1');
const scalar = z.union([z.number(), z.string()]);
const missing = z.number().nullable().describe('null where there is no such value');

const parameter = z.strictObject({
  path: z.string(),
  label: bilingual,
  unit: z.string(),
  status: z.enum(STATUSES),
  source: z.string().optional(),
  url: z.string().optional(),
  checked: month.optional().describe('month in which the value was last checked'),
  note: z.string().optional(),
  argument: z.string().optional(),
  range: interval.optional().describe('plausible values'),
  factor: interval.optional().describe('plausible multiples of all the values together'),
  distribution: z.string().optional(),
  limits: interval.optional().describe('values that no scenario may leave'),
  kind: z.enum(['number', 'list', 'choice']),
  by: z.string().optional().describe('domain of a list'),
  members: z.array(z.string()).optional().describe('members of the domain, in the order of the values'),
  choices: z
    .array(z.string())
    .optional()
    .describe('words among which the values are, one by member for a list'),
  interpolate: z.boolean(),
  where: place,
  values: z.record(month, z.union([scalar, z.array(z.number()), z.array(z.string())])),
});

const change = z.strictObject({
  parameter: z.string(),
  from: month.optional().describe('absent: from the beginning'),
  to: month.optional().describe('month in which the former values resume; absent: for good'),
  operation: z.enum(['value', 'multiply', 'add']),
  operand: z.union([scalar, z.record(z.string(), scalar)]),
  members: z.array(z.string()).optional(),
  reason: z.string().optional(),
  source: z.string().optional(),
  layer: z.string().describe('scenario that brought it'),
  where: place,
  valueWhere: place,
});

const located = z.strictObject({ text: z.string(), where: place });
const said = z.strictObject({ where: place, message: z.string() });

const scenario = z.strictObject({
  name: z.string(),
  title: bilingual,
  description: bilingual.optional(),
  reason: z.string(),
  sources: z.array(z.string()),
  file: z.string(),
  lineage: z.array(z.string()).describe('from the scenario that extends nothing to this one'),
  changes: z.array(change),
  expects: z.array(
    z.strictObject({
      indicator: z.string(),
      direction: z.enum(['up', 'down', 'none']),
      from: z.number().optional(),
      place: scalar.optional(),
      note: z.string().optional(),
      where: place,
    }),
  ),
  from: z.number().optional(),
  to: z.number().optional(),
  territories: z.array(located),
  warnings: z.array(said),
});

const indicator = z.strictObject({
  id: z.string(),
  label: bilingual,
  definition: bilingual,
  headline: z.boolean(),
  unit: named,
  base: named,
  date: named,
  family: named,
  better: z.enum(['more', 'less']).optional().describe('for patients; absent where one may argue'),
  kind: z.string(),
  payer: named.optional().describe('of an instrument of money'),
  payee: named.optional().describe('of an instrument of money'),
});

const territory = z.strictObject({
  index: z.number().int(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  epci: z.string(),
  epciPopulation: z.number(),
  departement: z.string(),
  region: z.string(),
  population: z.number(),
  latitude: z.number(),
  longitude: z.number(),
  ruralClass: z.string(),
});
const block = z.strictObject({
  code: z.string(),
  name: z.string(),
  population: z.number(),
  latitude: z.number(),
  longitude: z.number(),
  located: z.boolean().describe('false: the point is that of the territory'),
});

const setting = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, origin: z.enum(['option', 'scenario', 'default', 'cores', 'small']) });

const target = z.strictObject({
  id: z.string(),
  indicator: z.string(),
  unit: z.string(),
  place: z.string(),
  dated: z.string(),
  simulated: missing,
  halfWidth: missing,
  replicates: z.number().int(),
  scale: missing,
  observed: z.union([z.number(), interval.describe('lowest and highest')]),
  allowed: z.strictObject({ low: missing, high: missing }),
  use: z.string().describe('fit: used to calibrate; check: not used'),
  judged: z.boolean(),
  verdict: z.enum(['ok', 'miss', 'unread', 'unjudgeable']),
  status: z.string(),
  source: z.string(),
  note: bilingual.nullable(),
});

const content = {
  'params-list': { parameters: z.array(parameter) },
  'params-show': { parameter },
  'params-audit': {
    total: z.number().int(),
    byStatus: z.record(z.enum(STATUSES), z.number().int()),
    withoutSource: z.array(z.string()),
    stale: z.array(z.string()),
  },
  'scenarios-list': {
    scenarios: z.array(
      z.strictObject({
        name: z.string(),
        file: z.string(),
        title: bilingual.optional().describe('absent when the file cannot be read'),
        extends: z.string().optional(),
      }),
    ),
  },
  'scenarios-show': { scenario },
  'scenarios-check': {
    scenario: z.string(),
    problems: z.array(said.extend({ code: z.string() })),
    warnings: z.array(said),
  },
  'scenarios-diff': {
    a: z.string(),
    b: z.string(),
    differences: z.array(
      z.strictObject({
        parameter: z.string(),
        label: bilingual,
        unit: z.string(),
        member: z.string().optional(),
        from: month.optional(),
        to: month.optional(),
        a: scalar,
        b: scalar,
      }),
    ),
  },
  'indicators-list': { indicators: z.array(indicator) },
  'indicators-show': { indicator },
  'territories-list': { territories: z.array(territory.extend({ communes: z.number().int() })) },
  'territories-show': {
    territory: territory.extend({ blocks: z.array(block) }),
    neighbours: z.array(z.strictObject({ code: z.string(), name: z.string(), minutes: z.number() })),
  },
  run: {
    scenario: z.string(),
    settings: z.strictObject({
      seed: setting(z.string()),
      scale: setting(z.number().int()),
      threads: setting(z.number().int()),
      from: setting(z.number().int()),
      to: setting(z.number().int()),
      replicates: setting(z.number().int()),
    }),
    supply: z
      .strictObject({ name: z.string(), digest: z.string(), matched: z.number() })
      .optional()
      .describe('with --data'),
    runs: z.array(
      z.strictObject({
        replicate: z.number().int(),
        folder: z.string().optional(),
        simulated: z.boolean().describe('false: its folder held it already'),
      }),
    ),
    values: z.array(
      z.strictObject({
        year: z.number().int(),
        place: z.string(),
        group: z.string(),
        indicator: z.string(),
        unit: z.string(),
        mean: z.number(),
        halfWidth: missing.describe('of the 95 % interval of the mean; null for a single run'),
      }),
    ),
    trace: trace.optional().describe('with --trace'),
  },
  ...COMPARISON_FORMS,
  validate: {
    scenario: z.string(),
    changes: z.array(z.string()),
    seed: z.string(),
    quick: z.boolean(),
    runs: z.array(z.looseObject({ scale: z.number().int(), replicates: z.number().int() })),
    draws: z.number().int().describe('draws of the assumptions on teams, CPTS and institutions'),
    targets: z.array(target),
    patterns: z.array(pattern).describe('what was looked for in the runs, never judged'),
    counts: z.looseObject({ judged: z.number().int(), ok: z.number().int(), missed: z.array(z.string()) }),
  },
  ...studyForms,
  bench: {
    settings: z.strictObject({
      seed: z.string(),
      scale: z.number().int(),
      to: z.number().int(),
      rounds: z.number().int(),
      threads: z.array(z.number().int()),
    }),
    digest: z.string(),
    runs: z.array(
      z.strictObject({
        threads: z.number().int(),
        round: z.number().int(),
        digest: z.string(),
        seconds: z.number(),
        setUpSeconds: z.number(),
        phases: z.record(z.string(), z.number()).describe('seconds by phase'),
        patientMonths: z.number(),
        patientMonthsPerSecond: z.number(),
        residentGiB: z.number(),
      }),
    ),
  },
  ...tableForms,
  ...trialForms,
  ...supplyForms,
} as const satisfies Record<JsonForm, Record<string, z.ZodType>>;

/** The form of one answer, its `schema` field included. */
export function answerForm(form: JsonForm): z.ZodType {
  return z.strictObject({ schema: z.literal(schemaName(form)), ...content[form] });
}

/** JSON Schema of every answer: any of the forms, each under its name in `definitions`. */
export function answersJsonSchema(): Record<string, unknown> {
  const forms = Object.keys(JSON_FORMS) as JsonForm[];
  const definitions = Object.fromEntries(
    forms.map((form) => {
      const { $schema, ...definition } = z.toJSONSchema(answerForm(form), { target: 'draft-7' });
      return [form, definition];
    }),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Answers of maillage --json',
    anyOf: forms.map((form) => ({ $ref: `#/definitions/${form}` })),
    definitions,
  };
}
