/** Zoning in force: the zones in which aids to settle hold change when an arrêté says so. */
import type { Rule } from '../rule.js';

export const zoning: Rule = {
  name: 'zoning',
  reads: [],
  writes: [],
  open: () => ({}),
};
