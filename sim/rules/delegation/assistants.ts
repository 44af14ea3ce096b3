/** Assistants médicaux: who signs a contract, what it pays, hours it frees, people it promises. */
import type { Rule } from '../rule.js';

export const assistants: Rule = {
  name: 'assistants',
  reads: [],
  writes: [],
  open: () => ({}),
};
