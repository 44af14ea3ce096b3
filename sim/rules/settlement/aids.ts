/** Aids to settle or stay: contracts signed and paid, and what they are worth to newcomers. */
import type { Rule } from '../rule.js';

export const settlementAids: Rule = {
  name: 'settlementAids',
  reads: [],
  writes: [],
  open: () => ({}),
};
