/** Engagement: trust, roles and hours of GPs in collective work. */
import type { Rule } from '../rule.js';

export const engagement: Rule = { name: 'engagement', reads: [], writes: [], open: () => ({}) };
