/** The seed of everything synthetic that all runs share: who lives where, which GPs exist. */
import { type DrawKey, runKey } from '../../base/draws.js';

export const DATA_SEED: DrawKey = runKey('maillage data 2013', 0);
