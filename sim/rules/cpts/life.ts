/** CPTS after the signature. */
import type { Rule } from '../rule.js';

export const cptsLife: Rule = { name: 'cptsLife', reads: [], writes: [], open: () => ({}) };
