/** Liberal nurses of the starting month, drawn with the fixed data seed, and those who may come later (asleep). */

import { AGE_BANDS } from '../../base/ages.js';
import { MONTHS_PER_YEAR, yearOf } from '../../base/calendar.js';
import { pick, runningSums } from '../../base/cumulated.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { ACTIVE } from '../physicians.js';
import type { Geography } from '../territory.js';
import type { World } from '../world.js';
import { HISTORY_START } from './history.js';
import { largestRemainder, spreadOverTerritories } from './spread.js';
import { traitOf } from './traits.js';

export interface NurseLayout {
  readonly initial: number;
  readonly firstYear: number;
  readonly years: number;
  readonly classRows: number;
  readonly rows: number;
}

/** Rows: the nurses of the start, then one block per calendar year of entry. */
export function nurseLayout(parameters: Parameters, startMonth: number, endMonth: number): NurseLayout {
  const initial = parameters.list('nurses.byRegion', startMonth).reduce((sum, count) => sum + count, 0);
  const classRows = parameters.number('nurses.classRows', startMonth);
  const firstYear = yearOf(startMonth);
  const years = yearOf(endMonth) - firstYear + 1;
  return { initial, firstYear, years, classRows, rows: initial + years * classRows };
}

/** Rows of the nurses table for a history that ends in `endMonth`. */
export function nurseRows(parameters: Parameters, endMonth: number): number {
  return nurseLayout(parameters, HISTORY_START, endMonth).rows;
}

/** Liberal nurses of each territory by the synthetic spread, or by imported numbers brought to the national one. */
export function nursesByTerritory(
  geography: Geography,
  parameters: Parameters,
  month: number,
  seed: DrawKey,
): Int32Array {
  const byRegion = parameters.list('nurses.byRegion', month);
  const imported = geography.supply?.nurses;
  if (imported !== undefined) {
    const all = byRegion.reduce((sum, count) => sum + count, 0);
    return Int32Array.from(largestRemainder(Array.from(imported), all));
  }
  return spreadOverTerritories(
    geography,
    {
      byRegion,
      sizeFactor: parameters.list('nurses.sizeFactor', month),
      excessSd: parameters.list('nurses.excessSd', month),
      sizeFrom: parameters.list('physicians.sizeFrom', month),
    },
    seed,
    'nurses',
  );
}

/** Fills the nurses of a new world. */
export function synthesiseNurses(world: World, parameters: Parameters, dataSeed: DrawKey): void {
  const { startMonth, endMonth } = world.size;
  const layout = nurseLayout(parameters, startMonth, endMonth);
  const nurse = world.nurses.columns;
  const counts = nursesByTerritory(world.geography, parameters, startMonth, dataSeed);
  nurse.territory.fill(-1);
  let next = 0;
  counts.forEach((count, z) => {
    nurse.territory.fill(z, next, next + count);
    next += count;
  });
  const [band, within, sex, since] = ['band', 'age', 'sex', 'since'].map((name) =>
    traitOf(dataSeed, `nurses.${name}`),
  );
  const read = (path: string) => parameters.number(`nurses.${path}`, startMonth);
  const pyramid = runningSums(parameters.list('nurses.agePyramid', startMonth));
  const [women, entryAge, entrySd] = [read('womenShare'), read('entryAge.mean'), read('entryAge.sd')];
  const bandWidth = (AGE_BANDS[1] - AGE_BANDS[0]) * MONTHS_PER_YEAR;
  for (let row = 0; row < layout.rows; row++) {
    nurse.female[row] = sex.chance(row, women) ? 1 : 0;
    const ageAtEntry = Math.round(since.normal(row, entryAge, entrySd) * MONTHS_PER_YEAR);
    if (row < layout.initial) {
      const years = AGE_BANDS[pick(pyramid, band.uniform(row))];
      const age = years * MONTHS_PER_YEAR + Math.floor(within.uniform(row) * bandWidth);
      nurse.birth[row] = startMonth - age;
      nurse.status[row] = ACTIVE;
      nurse.since[row] = Math.min(startMonth - 1, startMonth - age + ageAtEntry);
    } else {
      const year = Math.floor((row - layout.initial) / layout.classRows);
      nurse.birth[row] = startMonth + year * MONTHS_PER_YEAR - ageAtEntry;
    }
  }
}
