/**
 * One for one: where there are more GPs per inhabitant than `installation.replaceAbove` times the country's, one GP may come
 * for one who leaves, or has said so, and no more.
 *
 * Vacancies are kept in the table of territories from the month in which one is above that density; those of before do not
 * count. Who finds the vacancies of the month taken waits for the next. Debated in France, practised by German doctors'
 * associations (Schweyer, seminar book).
 */
import type { World } from '../../world/world.js';
import { type Market, relativeDensity } from './utility.js';

export interface OneForOne {
  /** Counts those who have left since last month's settlers. */
  begin(month: number, market: Market, replaceAbove: number): void;
  /** Notes a GP who settles in territory z; false, and nothing noted, where no vacancy is left. */
  enter(z: number): boolean;
}

export function oneForOne(world: World): OneForOne {
  const { stayingGps, vacancies } = world.territories.columns;
  const isDense = new Uint8Array(stayingGps.length);
  return {
    begin(month, market, replaceAbove) {
      const { staying } = market.supply;
      for (let z = 0; z < stayingGps.length; z++) {
        isDense[z] = relativeDensity(market, z) > replaceAbove ? 1 : 0;
        const left = month === world.size.startMonth ? 0 : stayingGps[z] - staying[z];
        vacancies[z] = isDense[z] === 1 ? vacancies[z] + left : 0;
        stayingGps[z] = staying[z];
      }
    },
    enter(z) {
      if (isDense[z] === 1) {
        if (vacancies[z] <= 0) return false;
        vacancies[z]--;
      }
      stayingGps[z]++;
      return true;
    },
  };
}
