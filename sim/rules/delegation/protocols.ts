/** Protocols of cooperation: files that teams begin, wait for, give up or work under. */
import type { Rule } from '../rule.js';

export const protocols: Rule = {
  name: 'protocols',
  reads: [],
  writes: [],
  open: () => ({}),
};
