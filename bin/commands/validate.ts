/** `maillage validate`: simulates history and compares it with what was observed. */
import { RUN } from '../../analysis/wording/run.js';
import { TRIALS } from '../../analysis/wording/trials.js';
import { VALIDATION } from '../../analysis/wording/validation.js';
import type { Command } from '../command.js';
import { DATA_OPTION, JSON_OPTION, QUIET_OPTION } from '../options.js';

const { options } = VALIDATION;

export const validate: Command = {
  name: 'validate',
  describe: VALIDATION.describe,
  positionals: [{ name: 'scenario', describe: VALIDATION.scenario, optional: true }],
  options: [
    { name: 'seed', describe: RUN.options.seed },
    { name: 'replicates', describe: options.replicates },
    { name: 'scale', describe: RUN.options.scale },
    { name: 'fine', describe: options.fine },
    { name: 'draws', describe: options.draws },
    { name: 'threads', describe: RUN.options.threads },
    { name: 'to', describe: options.to },
    { name: 'set', describe: RUN.options.set, takes: 'many' },
    { name: 'only', describe: options.only, takes: 'many' },
    { name: 'trials', describe: TRIALS.option, takes: 'flag' },
    DATA_OPTION,
    { name: 'quick', describe: options.quick, takes: 'flag' },
    JSON_OPTION,
    QUIET_OPTION,
  ],
  examples: [
    'maillage validate',
    'maillage validate --quick --draws 20',
    'maillage validate --scale 10',
    'maillage validate --trials --only asalee',
  ],
  // The engine is loaded only when something runs.
  run: async (invocation) =>
    invocation.flag('trials')
      ? (await import('../validation/validate-trials.js')).validateTrials(invocation)
      : (await import('../validation/validate-scenario.js')).validateScenario(invocation),
};
