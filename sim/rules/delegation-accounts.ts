/** Accounts of delegation and settlement: what stands at the end of the month, by territory. */
import type { Rule } from './rule.js';

export const delegationAccounts: Rule = {
  name: 'delegationAccounts',
  reads: [],
  writes: [],
  open: () => ({}),
};
