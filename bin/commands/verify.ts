/** `maillage verify`: a study against the numbers it gave before, for continuous integration. */
import { VERIFY } from '../../analysis/wording/verify.js';
import type { Command } from '../command.js';
import { JSON_OPTION } from '../options.js';

const { options } = VERIFY;

export const verify: Command = {
  name: 'verify',
  describe: VERIFY.describe,
  positionals: [{ name: 'dir', describe: VERIFY.dir }],
  options: [
    { name: 'against', describe: options.against },
    { name: 'write', describe: options.write },
    JSON_OPTION,
  ],
  examples: [
    'maillage verify out/study --write numbers.json',
    'maillage verify out/study --against numbers.json',
  ],
  // The results store is loaded only when something is read.
  run: async (invocation) => {
    const { verifyStudy } = await import('../verify/verify-study.js');
    const { openStudy } = await import('../compare/source.js');
    return verifyStudy(invocation, openStudy);
  },
};
