/** Caseloads: people whom delegates follow, requests they answer, GP hours they spare. */
import type { Rule } from '../rule.js';

export const caseloads: Rule = {
  name: 'caseloads',
  reads: [],
  writes: [],
  open: () => ({}),
};
