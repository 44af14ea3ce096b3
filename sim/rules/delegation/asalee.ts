/** Asalée: posts of nurses open and close, and GPs who volunteer share them. */
import type { Rule } from '../rule.js';

export const asalee: Rule = {
  name: 'asalee',
  reads: [],
  writes: [],
  open: () => ({}),
};
