/** Advanced practice nurses (IPA): where they settle, which GPs refer to them, what they earn, who leaves. */
import type { Rule } from '../rule.js';

export const ipa: Rule = {
  name: 'ipa',
  reads: [],
  writes: [],
  open: () => ({}),
};
