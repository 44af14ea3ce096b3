/** What a person may ask of a run, and what it uses when nobody says: one source for `run`, `batch` and plans. */
import { FIRST_YEAR, LAST_YEAR } from './setup.js';

/** Lowest and highest value. */
export const RUN_BOUNDS = {
  /** People per agent: beyond a thousand, small territories have no patients of many kinds. */
  scale: [1, 1000],
  years: [FIRST_YEAR, LAST_YEAR],
  replicates: [1, 1000],
} as const;

/** The years are those of the scenario where it says. */
export const RUN_DEFAULTS = { seed: 'maillage', scale: 100, from: FIRST_YEAR, to: 2035 } as const;
