/** `maillage batch`: many runs of several scenarios, kept in a study. */
import { BATCH } from '../../analysis/wording/batch.js';
import { RUN } from '../../analysis/wording/run.js';
import type { Command } from '../command.js';
import { DATA_OPTION, JSON_OPTION, QUIET_OPTION } from '../options.js';

const { options } = BATCH;

export const batch: Command = {
  name: 'batch',
  describe: BATCH.describe,
  positionals: [{ name: 'plans', describe: BATCH.plans, many: true }],
  options: [
    { name: 'replicates', describe: options.replicates },
    { name: 'precision', describe: options.precision, takes: 'many' },
    { name: 'out', describe: options.out },
    { name: 'seed', describe: RUN.options.seed },
    { name: 'scale', describe: RUN.options.scale },
    { name: 'from', describe: RUN.options.from },
    { name: 'to', describe: RUN.options.to },
    { name: 'threads', describe: RUN.options.threads },
    { name: 'at-once', describe: options.atOnce },
    { name: 'shard', describe: options.shard },
    { name: 'dry-run', describe: options.dryRun, takes: 'flag' },
    { name: 'retry-failed', describe: options.retryFailed, takes: 'flag' },
    { name: 'no-fork', describe: options.noFork, takes: 'flag' },
    DATA_OPTION,
    { name: 'check', describe: RUN.options.check, takes: 'flag' },
    { name: 'steal', describe: options.steal, takes: 'flag' },
    { name: 'force', describe: options.force, takes: 'flag' },
    JSON_OPTION,
    QUIET_OPTION,
  ],
  examples: [
    'maillage batch baseline training-in-deserts --replicates 20 --out out/study',
    'maillage batch scenarios/plans/first-comparison.yaml --dry-run',
    'maillage batch baseline later-retirement --precision gpsLiberal=50',
  ],
  // The engine and the results store are loaded only when something runs.
  run: async (invocation) => (await import('../batch/batch.js')).runBatchCommand(invocation),
};
