/** Forms of the JSON answers about studies. */
import { z } from 'zod';

const run = z.string().describe('scenario/point/replicate');
const failure = z.strictObject({ run, code: z.string(), message: z.string() });
const count = z.number().int().nonnegative();
const damage = z.strictObject({ file: z.string(), what: z.enum(['absent', 'changed']) });

const measured = z.strictObject({ seconds: z.number(), residentGiB: z.number() });

export const studyForms = {
  batch: {
    study: z.string(),
    folder: z.string(),
    dryRun: z.boolean().describe('true when nothing was simulated'),
    runs: count.describe('runs of the whole study'),
    ran: z.array(run).describe('runs simulated by this call, in the order in which they ended'),
    failed: z.array(failure).describe('failed runs of the whole study'),
    missing: count,
    precision: z.array(
      z.strictObject({
        indicator: z.string(),
        scenario: z.string(),
        baseline: z.string().nullable(),
        wanted: z.number().describe('half-width asked'),
        halfWidth: z.number().nullable(),
        replicates: count.describe('replicates that it took'),
        reached: z.boolean(),
      }),
    ),
    estimate: z
      .strictObject({ minutes: z.number(), diskBytes: z.number(), memoryBytes: z.number() })
      .optional()
      .describe('of a dry run'),
  },
  status: {
    study: z.string(),
    folder: z.string(),
    complete: z.boolean().describe('every run in a table, every file sound'),
    runs: count,
    done: count,
    failed: z.array(failure),
    missing: z.array(run),
    incompleteShards: z
      .strictObject({ count, indices: z.array(count).describe('counted from 1') })
      .nullable()
      .describe('null without shards'),
    damaged: z.array(damage),
    lock: z
      .strictObject({
        fate: z.enum(['alive', 'dead', 'elsewhere', 'broken']),
        host: z.string().nullable(),
        pid: z.number().nullable(),
      })
      .nullable(),
  },
  merge: {
    study: z.string(),
    folder: z.string(),
    runs: count,
    missing: z.array(run),
    merged: z.boolean(),
  },
  'bench-study': {
    settings: z.strictObject({
      scale: count,
      to: count,
      rounds: count,
      threads: count,
      held: z
        .boolean()
        .describe('each batch was held on its cores; else the lone worker had help from the others'),
    }),
    machinery: z.strictObject({
      simulationSeconds: z.number(),
      machinerySeconds: z.number(),
      share: z.number().describe('machinery over simulation'),
    }),
    cores: z.array(z.strictObject({ atOnce: count, round: count, secondsPerRun: z.number() })),
    ratio: z
      .strictObject({ median: z.number(), best: z.number() })
      .describe('seconds a run on one core over those on all'),
  },
  'bench-store': {
    settings: z.record(z.string(), z.number()),
    runs: count,
    files: count,
    bytes: count,
    writeSeconds: z.number(),
    france: measured,
    everywhere: measured,
  },
  repair: { folder: z.string(), damaged: z.array(damage), ran: z.array(run) },
} as const;
