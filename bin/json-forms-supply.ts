/** Form of the JSON answer of an import of supply. */
import { z } from 'zod';

const count = z.number().int().nonnegative();
const professionals = z.strictObject({ gps: z.number(), nurses: z.number() });

export const supplyForms = {
  'import-supply': {
    folder: z.string(),
    name: z.string(),
    year: count,
    matched: z.number().describe('share of GPs and nurses of the files whose place is on the map'),
    files: z.array(
      z.strictObject({
        file: z.string(),
        format: z.string(),
        publisher: z.string(),
        sha256: z.string(),
        rows: count,
        matchedRows: count,
        totals: professionals,
        matched: professionals,
        warning: z.string().nullable(),
        unmatched: z.array(z.strictObject({ place: z.string(), gps: z.number(), nurses: z.number() })),
      }),
    ),
    professions: z.array(
      z.strictObject({
        profession: z.enum(['gps', 'nurses']),
        total: z.number().describe('sum over the territories'),
        territories: z
          .strictObject({ commune: count, epci: count, departement: count, region: count, synthetic: count })
          .describe('territories by the level that told'),
      }),
    ),
    national: professionals.describe('numbers to which a run of the baseline brings them'),
  },
} as const;
