/** MSP: founded, opened, joined, led, tired of, left. */
import type { Rule } from '../rule.js';

export const msp: Rule = { name: 'msp', reads: [], writes: [], open: () => ({}) };
