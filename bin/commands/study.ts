/** `maillage status`, `merge` and `repair`: the upkeep of a study. */
import { BATCH, MERGE, REPAIR, STATUS } from '../../analysis/wording/batch.js';
import { RUN } from '../../analysis/wording/run.js';
import type { Command } from '../command.js';
import { DATA_OPTION, JSON_OPTION, QUIET_OPTION } from '../options.js';

const DIR = [{ name: 'dir', describe: BATCH.dir }];
const STEAL = { name: 'steal', describe: BATCH.options.steal, takes: 'flag' } as const;

export const status: Command = {
  name: 'status',
  describe: STATUS.describe,
  positionals: DIR,
  options: [JSON_OPTION],
  examples: ['maillage status out/study'],
  run: async (invocation) => (await import('../batch/status.js')).studyStatus(invocation),
};

export const merge: Command = {
  name: 'merge',
  describe: MERGE.describe,
  positionals: DIR,
  options: [STEAL, JSON_OPTION, QUIET_OPTION],
  examples: ['maillage merge out/study'],
  run: async (invocation) => (await import('../batch/merge.js')).mergeShards(invocation),
};

export const repair: Command = {
  name: 'repair',
  describe: REPAIR.describe,
  positionals: DIR,
  options: [
    { name: 'threads', describe: RUN.options.threads },
    DATA_OPTION,
    STEAL,
    JSON_OPTION,
    QUIET_OPTION,
  ],
  examples: ['maillage repair out/study'],
  run: async (invocation) => (await import('../batch/repair.js')).repairCommand(invocation),
};
