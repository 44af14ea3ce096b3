/** Freed hours: what a GP does with them, whatever freed them. */
import type { Rule } from '../rule.js';

export const freedTime: Rule = {
  name: 'freedTime',
  reads: [],
  writes: [],
  open: () => ({}),
};
