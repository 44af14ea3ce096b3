/**
 * Liberal nurses come and go once a year, in January: exits by age, entries by a dated national number.
 *
 * Exit = yearly level + logistic rise around the retirement age. Entrants settle in proportion to a mix of the
 * nurses already there (practices pass on) and of the population (zoning has closed over-dense areas since 2012).
 * Entries are calibrated on the national stock (ADELI), not explained. Leaves to others: what nurses do (the
 * delegation issue). Evidence: ST §1, §15.
 */

import { OLDEST_MONTHS } from '../base/ages.js';
import { calendarMonthOf, MONTHS_PER_YEAR, yearOf } from '../base/calendar.js';
import { pick, runningSums } from '../base/cumulated.js';
import { type DrawKey, draw, drawKey, streamId, threshold, unit } from '../base/draws.js';
import { MaillageError } from '../base/errors.js';
import type { Parameters } from '../parameters/types.js';
import { ACTIVE, RETIRED } from '../world/physicians.js';
import { nurseLayout } from '../world/synthesis/nurses.js';
import type { World } from '../world/world.js';
import type { Rule, RunningRule } from './rule.js';

const EXIT = streamId('nurses.exit');
const PLACE = streamId('nurses.place');

export const nurseCareers: Rule = {
  name: 'nurse-careers',
  reads: ['nurses.birth'],
  writes: ['nurses.status', 'nurses.territory', 'nurses.since', 'nurses.exit'],
  open: openNurseCareers,
};

function openNurseCareers(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const nurse = world.nurses.columns;
  const { territories } = world.geography;
  const { startMonth, endMonth } = world.size;
  return {
    serial(month) {
      // The nurses of the first month are the observed stock.
      if (calendarMonthOf(month) !== 1 || month === startMonth) return;
      const stop = exitTable(parameters, month);
      const exitKey = drawKey(run, EXIT, month);
      const here = new Float64Array(territories.length);
      let active = 0;
      for (let row = 0; row < world.nurses.rows; row++) {
        if (nurse.status[row] !== ACTIVE) continue;
        const age = Math.min(OLDEST_MONTHS, month - nurse.birth[row]);
        if (draw(exitKey.a, exitKey.b, row) < stop[age]) {
          nurse.status[row] = RETIRED;
          nurse.exit[row] = month;
        } else {
          here[nurse.territory[row]]++;
          active++;
        }
      }
      const ofPeople = parameters.number('nurses.entryByPopulation', month);
      const people = territories.reduce((sum, { population }) => sum + population, 0);
      const weights = here.map(
        (count, z) => (1 - ofPeople) * (count / active) + ofPeople * (territories[z].population / people),
      );
      const sums = runningSums(weights);
      const placeKey = drawKey(run, PLACE, month);
      const entrants = Math.round(parameters.number('nurses.entries', month));
      const layout = nurseLayout(parameters, startMonth, endMonth);
      if (entrants > layout.classRows) throw tooMany(entrants, layout.classRows);
      const first = layout.initial + (yearOf(month) - layout.firstYear) * layout.classRows;
      for (let row = first; row < first + entrants; row++) {
        nurse.status[row] = ACTIVE;
        nurse.since[row] = month;
        nurse.territory[row] = pick(sums, unit(draw(placeKey.a, placeKey.b, row)));
      }
    },
  };
}

/** Yearly probability to stop, by months lived, as a threshold on a draw. */
function exitTable(parameters: Parameters, month: number): Float64Array {
  const read = (path: string) => parameters.number(`nurses.exit.${path}`, month);
  const [base, ceiling, middle, width] = [read('base'), read('ceiling'), read('middleAge'), read('width')];
  return Float64Array.from({ length: OLDEST_MONTHS + 1 }, (_, lived) => {
    const rise = 1 / (1 + Math.exp((middle - lived / MONTHS_PER_YEAR) / width));
    return threshold(1 - Math.exp(-(base + ceiling * rise)));
  });
}

function tooMany(asked: number, limit: number): MaillageError {
  return new MaillageError(
    'out-of-range',
    `nurses.entries asks for ${asked} entrants in a year, but nurses.classRows keeps ${limit} rows: lower the first or raise the second`,
  );
}
