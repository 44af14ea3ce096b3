/** Help for people who write plans in an editor: the JSON Schema that gives completion. */
import { z } from 'zod';
import type { Catalogue } from '../../parameters/catalogue.js';
import { nameParameters } from '../../scenario/schema.js';
import { PlanFile } from './file.js';

/** File name of the JSON Schema beside the plans, as named in their first line. */
export const PLAN_SCHEMA_FILE = 'plan.schema.json';

/** JSON Schema of plan files, with every parameter path, its label and its unit. */
export function planSchema(catalogue: Catalogue): Record<string, unknown> {
  const schema = z.toJSONSchema(PlanFile, { target: 'draft-7', io: 'input' }) as Record<string, unknown>;
  nameParameters(schema, catalogue);
  return { ...schema, title: 'Plan of Maillage' };
}
