/** Supporters: chosen, queued for, at work, gone. */
import type { Rule } from '../rule.js';

export const supporters: Rule = { name: 'supporters', reads: [], writes: [], open: () => ({}) };
