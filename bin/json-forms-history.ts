/** Forms of the JSON answers about what happened in runs: patterns of a validation, the trace of a project. */
import { z } from 'zod';

const bilingual = z.strictObject({ en: z.string(), fr: z.string() });
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('YYYY-MM');
const scalar = z.union([z.number(), z.string()]);
const missing = z.number().nullable().describe('null where there is no such value');

/** A pattern looked for in the runs of a validation. */
export const pattern = z.strictObject({
  id: z.string(),
  label: bilingual,
  source: z.string(),
  runs: z.number().int().describe('runs that could tell'),
  share: missing.describe('share of them that show it'),
  draws: z.number().int().describe('draws of parameters that could tell'),
  drawsShare: missing.describe('share of them that show it'),
  verdict: z
    .enum(['seen', 'notSeen', 'unclear', 'unread'])
    .describe('by the draws where some could tell, else by the runs'),
});

const project = z.strictObject({
  seat: z.string().describe('INSEE code of the commune of the founder'),
  ordinal: z.number().int().describe('n-th that began there, from 1'),
});
/** The life of one CPTS project, and those that live at the end. */
export const trace = z.strictObject({
  project: project
    .extend({
      events: z.array(z.strictObject({ month, id: z.string(), values: z.record(z.string(), scalar) })),
      months: z.array(z.looseObject({ month, stage: z.number().int(), momentum: z.number() })),
    })
    .nullable()
    .describe('null when no project ever held the place'),
  alive: z.array(project.extend({ stage: z.number().int() })).describe('projects that live at the end'),
});
