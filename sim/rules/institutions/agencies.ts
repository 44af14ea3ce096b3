/** Agencies: staff, budget, pressure and stance of ARS, and the pairs of ARS and CPAM. */
import type { Rule } from '../rule.js';

export const agencies: Rule = { name: 'agencies', reads: [], writes: [], open: () => ({}) };
