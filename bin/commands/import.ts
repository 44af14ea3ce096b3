/** `maillage import`: official files made into datasets that runs start from. */
import { SUPPLY } from '../../analysis/wording/supply.js';
import type { Command } from '../command.js';
import { JSON_OPTION, QUIET_OPTION } from '../options.js';

const supply: Command = {
  name: 'supply',
  describe: SUPPLY.describe,
  positionals: [{ name: 'files', describe: SUPPLY.files, many: true }],
  options: [
    { name: 'out', describe: SUPPLY.out },
    { name: 'year', describe: SUPPLY.year },
    { name: 'force', describe: SUPPLY.force, takes: 'flag' },
    JSON_OPTION,
    QUIET_OPTION,
  ],
  examples: [
    'maillage import supply bpe2013_sante_commune.csv --out out/supply',
    'maillage run baseline --data out/supply',
  ],
  run: async (invocation) => (await import('../import/import-supply.js')).importSupplyCommand(invocation),
};

export const importData: Command = {
  name: 'import',
  describe: SUPPLY.group,
  commands: [supply],
};
