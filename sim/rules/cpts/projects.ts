/** CPTS from the pre-project to the signature. */
import type { Rule } from '../rule.js';

export const cptsProjects: Rule = { name: 'cptsProjects', reads: [], writes: [], open: () => ({}) };
