/** Accounts of coordinated practice by territory: pure counts, no rule reads them. */
import type { Rule } from './rule.js';

export const collectiveAccounts: Rule = {
  name: 'collectiveAccounts',
  reads: [],
  writes: [],
  open: () => ({}),
};
