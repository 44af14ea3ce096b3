/** Solidarity days: hours that GPs give in under-served territories of their département. */
import type { Rule } from '../rule.js';

export const solidarity: Rule = {
  name: 'solidarity',
  reads: [],
  writes: [],
  open: () => ({}),
};
