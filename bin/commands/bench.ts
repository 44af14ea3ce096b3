/** `maillage bench`: how fast the real engine runs, and whether equal runs are equal. */
import { BENCH } from '../../analysis/wording/bench.js';
import { RUN } from '../../analysis/wording/run.js';
import type { Command } from '../command.js';
import { DATA_OPTION, JSON_OPTION, QUIET_OPTION } from '../options.js';

const { options } = BENCH;

export const bench: Command = {
  name: 'bench',
  describe: BENCH.describe,
  options: [
    { name: 'seed', describe: RUN.options.seed },
    { name: 'scale', describe: RUN.options.scale },
    { name: 'threads', describe: options.threads },
    { name: 'to', describe: options.to },
    { name: 'rounds', describe: options.rounds },
    DATA_OPTION,
    { name: 'study', describe: options.study, takes: 'flag' },
    { name: 'store', describe: options.store },
    JSON_OPTION,
    QUIET_OPTION,
  ],
  examples: [
    'maillage bench',
    'maillage bench --scale 1 --rounds 1',
    'maillage bench --study',
    'maillage bench --store 10000',
  ],
  // The engine is loaded only when something runs.
  run: async (invocation) => {
    if (invocation.flag('study')) return (await import('../bench/bench-study.js')).runStudyBench(invocation);
    if (invocation.text('store') !== undefined)
      return (await import('../bench/bench-study.js')).runStoreBench(invocation);
    return (await import('../bench/run-bench.js')).runBench(invocation);
  },
};
