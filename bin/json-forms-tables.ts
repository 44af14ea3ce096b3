/** Forms of the JSON answers about stored tables and what is made of them. */
import { z } from 'zod';

const table = z.enum(['results', 'territories', 'runs']);

export const tableForms = {
  query: {
    columns: z.array(z.strictObject({ name: z.string(), type: z.string().describe('as DuckDB names it') })),
    rows: z
      .array(z.array(z.unknown()))
      .describe('values in the order of the columns; dates, and numbers that no double holds, are texts'),
  },
  export: {
    format: z.enum(['parquet', 'csv']),
    files: z.array(
      z.strictObject({
        table,
        path: z.string(),
        rows: z.number().int(),
        bytes: z.number().int(),
        sha256: z.string(),
        written: z.boolean().describe('false: the same file was there already'),
      }),
    ),
  },
  report: {
    study: z.string(),
    page: z
      .strictObject({ file: z.string(), bytes: z.number().int() })
      .nullable()
      .describe('null: only pictures were asked for'),
    charts: z.array(z.string()).describe('ids, in the order of the page'),
    pictures: z.array(z.string()),
  },
} as const;
