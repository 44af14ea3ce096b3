/** Where history begins: the month of every starting figure of the synthesis. */
import { monthOf } from '../../base/calendar.js';

/** First year of history: the régions' practice sites, ages and numbers are those of that January. */
export const FIRST_YEAR = 2013;
export const HISTORY_START = monthOf(FIRST_YEAR, 1);
