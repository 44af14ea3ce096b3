/** Classes of advanced practice nurses (IPA): who enters, who graduates, who works in town. */
import type { Rule } from '../rule.js';

export const ipaTraining: Rule = {
  name: 'ipaTraining',
  reads: [],
  writes: [],
  open: () => ({}),
};
