/** `maillage run`: simulates one scenario, once or several times, and says what happened. */
import { RUN } from '../../analysis/wording/run.js';
import { SCENARIOS } from '../../analysis/wording/scenarios.js';
import { TRACE } from '../../analysis/wording/trace.js';
import type { Command } from '../command.js';
import { DATA_OPTION, JSON_OPTION, QUIET_OPTION } from '../options.js';

const { options } = RUN;

export const run: Command = {
  name: 'run',
  describe: RUN.describe,
  positionals: [{ name: 'scenario', describe: SCENARIOS.scenario }],
  options: [
    { name: 'seed', describe: options.seed },
    { name: 'replicates', describe: options.replicates },
    { name: 'scale', describe: options.scale },
    { name: 'threads', describe: options.threads },
    { name: 'from', describe: options.from },
    { name: 'to', describe: options.to },
    { name: 'out', describe: options.out },
    { name: 'force', describe: options.force, takes: 'flag' },
    { name: 'set', describe: options.set, takes: 'many' },
    { name: 'check', describe: options.check, takes: 'flag' },
    DATA_OPTION,
    { name: 'trace', describe: TRACE.option },
    JSON_OPTION,
    QUIET_OPTION,
  ],
  examples: [
    'maillage run baseline --scale 100 --out out/demo',
    'maillage run baseline --replicates 8',
    'maillage run baseline --set care.minutes=17',
    'maillage run baseline --trace cpts:45234',
  ],
  // The engine and the results store are loaded only when something runs.
  run: async (invocation) => (await import('../run/run-scenario.js')).runScenario(invocation),
};
