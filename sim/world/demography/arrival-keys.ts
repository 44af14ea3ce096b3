/** Who shares the keys of one territory and month: newborns take the low ordinals, people from abroad the rest. */
import { arrivalKey } from '../patients.js';

/** Newborns of families above a low income, and with one, that one territory can have in a month (at scale 1: ~800, ~250). */
export const MOST_NEWBORNS = 1024;
export const MOST_POOR_NEWBORNS = 512;
/** People from abroad that one territory can receive in a month (at scale 1: ~350). */
export const MOST_IMMIGRANTS = 512;

/** Key of the n-th newborn of a family above a low income or with one: a birth in one group renames nobody in the other. */
export function newbornKey(territory: number, monthsSinceStart: number, n: number, isPoor: boolean): number {
  return arrivalKey(territory, monthsSinceStart, isPoor ? MOST_NEWBORNS + n : n);
}

/** Key of the n-th person from abroad. */
export function immigrantKey(territory: number, monthsSinceStart: number, n: number): number {
  return arrivalKey(territory, monthsSinceStart, MOST_NEWBORNS + MOST_POOR_NEWBORNS + n);
}

/** Need class of a 32-bit draw: its top eight bits. */
export function needClass(bits: number): number {
  return bits >>> 24;
}
