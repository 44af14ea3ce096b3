/** `maillage compare`: the scenarios of a study against a baseline, pair by pair. */
import { ROWS_BY } from '../../analysis/comparison/selection.js';
import { COMPARE } from '../../analysis/wording/compare.js';
import type { Command } from '../command.js';
import { JSON_OPTION } from '../options.js';

const { options } = COMPARE;

export const compare: Command = {
  name: 'compare',
  describe: COMPARE.describe,
  positionals: [{ name: 'dir', describe: COMPARE.dir }],
  options: [
    { name: 'baseline', describe: options.baseline },
    { name: 'scenarios', describe: options.scenarios, takes: 'many' },
    { name: 'indicators', describe: options.indicators, takes: 'many' },
    { name: 'years', describe: options.years, takes: 'many' },
    { name: 'by', describe: options.by, choices: ROWS_BY },
    { name: 'places', describe: options.places, takes: 'many' },
    { name: 'groups', describe: options.groups, takes: 'many' },
    { name: 'cost', describe: options.cost },
    { name: 'effect', describe: options.effect },
    { name: 'csv', describe: options.csv, takes: 'flag' },
    JSON_OPTION,
  ],
  examples: [
    'maillage compare out/study',
    'maillage compare out/study --years 2025,2030 --groups worstTenth',
    'maillage compare out/study --by place --indicators unmet',
  ],
  // The statistics and the results store are loaded only when something is compared.
  run: async (invocation) => {
    const { compareStudy } = await import('../compare/compare-study.js');
    const { openStudy } = await import('../compare/source.js');
    return compareStudy(invocation, openStudy);
  },
};
