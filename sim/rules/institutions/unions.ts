/** Unions: elections, strength, dominance. */
import type { Rule } from '../rule.js';

export const unions: Rule = { name: 'unions', reads: [], writes: [], open: () => ({}) };
