/**
 * The shape of a scenario file: one definition for the types, for the checks and for the JSON Schema that
 * editors complete from.
 */
import { z } from 'zod';
import { bilingual, finite, month, text, year } from '../base/shape.js';

/** Name of the parameter path in the JSON Schema, where the known paths are filled in. */
export const PARAMETER_PATH = 'parameterPath';

export const DIRECTIONS = ['up', 'down', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A code or a name; a code without leading zero reads as a number. */
export const code = z.union([text, finite], { error: 'a code or a name' });
/** Path of a parameter, completed by editors from the JSON Schema. */
export const parameterPath = text.meta({
  id: PARAMETER_PATH,
  description: 'Path of a parameter (maillage params list)',
});
/** Members of a parameter's domain. */
export const members = z
  .array(code, { error: 'a list of members, such as [11, 93]' })
  .min(1, { error: 'at least one member' });
/** Name of a scenario or a plan, and of what is written for it. */
export const slug = z
  .string({ error: 'the name of the file without .yaml' })
  .regex(/^[a-z][a-z0-9-]*$/, { error: 'small ASCII letters, digits and hyphens, such as more-places' });
// Words among numbers are refused with the parameter in hand (check-operand.ts), where more can be said.
const perMember = z.record(text, z.union([finite, text], { error: 'a number or a word' }));
const operand = z.union([finite, perMember], { error: 'a number, or a mapping of members' });

const Expectation = z.strictObject(
  {
    indicator: text.describe('Id of an indicator (maillage indicators list)'),
    direction: z
      .enum(DIRECTIONS, { error: 'one of: up, down, none' })
      .describe(
        'Expected sign of the paired difference to the scenario extended; none: its interval holds zero',
      ),
    from: year.optional().describe('First year in which it is expected'),
    place: code.optional().describe('Territory, region or zone, when not France'),
    note: text.optional(),
  },
  { error: 'an expectation, { indicator, direction }' },
);
export type Expectation = z.output<typeof Expectation>;

export const changeShape = z.strictObject(
  {
    parameter: parameterPath,
    from: month.describe('First month of the change, YYYY-MM'),
    to: month
      .optional()
      .describe('Month in which the former values resume, YYYY-MM; without it the change lasts'),
    value: z
      .union([finite, text, perMember], { error: 'a number, a word, or a mapping of members' })
      .optional()
      .describe(
        'New value, in the unit of the parameter, or a word among its choices; a mapping gives it for the members named',
      ),
    multiply: operand.optional().describe('Factor applied to the value in force'),
    add: operand.optional().describe('Quantity added to the value in force, in the unit of the parameter'),
    members: members
      .optional()
      .describe('Members of the domain that change, such as [11, 93]; without it, all of them'),
    unit: text.optional().describe('Unit of the value; must be that of the parameter'),
    reason: text.optional(),
    source: text.optional(),
  },
  { error: 'a change, { parameter, from, value }' },
);
export type ChangeShape = z.output<typeof changeShape>;

export const ScenarioFile = z.strictObject(
  {
    name: slug.describe('Name of the file without .yaml'),
    title: bilingual.describe('Title in English and in French'),
    description: bilingual.optional(),
    extends: text.optional().describe('Name or relative path of the scenario that this one changes'),
    reason: text.describe('Why somebody would simulate this'),
    sources: z.array(text, { error: 'a list of texts' }).optional(),
    from: year.optional().describe('First year simulated and recorded'),
    to: year.optional().describe('Last year simulated'),
    territories: z
      .array(code, { error: 'a list of codes of territories or regions' })
      .min(1, { error: 'at least one territory; leave the key out for all of France' })
      .optional()
      .describe('Territories or regions kept; without it, all of France'),
    expects: z.array(Expectation, { error: 'a list of { indicator, direction }' }).optional(),
    changes: z.array(changeShape, { error: 'a list of changes' }).optional(),
  },
  { error: 'a scenario, which begins with `name: ...`' },
);
export type ScenarioFile = z.output<typeof ScenarioFile>;
