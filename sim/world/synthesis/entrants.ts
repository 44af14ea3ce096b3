/**
 * Doctors who may settle later: the pool already out of residency in the first month, and each class of residents.
 * A class is drawn when it ends residency, by the numbers of its month of entry, so that a scenario that changes later
 * training shares all earlier history with the others. Every draw is keyed by the id of the doctor.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { LOCUM } from '../physicians.js';
import type { World } from '../world.js';
import { type CohortLayout, classMonth, classSize } from './cohorts.js';
import { originsOf } from './origins.js';
import { type Trait, traitOf } from './traits.js';

/** Young doctors out of residency who will settle. */
export function drawPool(world: World, layout: CohortLayout, parameters: Parameters, seed: DrawKey): void {
  const gp = world.physicians.columns;
  const { startMonth } = world.size;
  gp.territory.fill(-1, layout.poolStart);
  const wait = traitOf(seed, 'entrants.wait');
  const poolWait = parameters.number('training.pool.wait', startMonth) * MONTHS_PER_YEAR;
  const describe = describing(world, parameters, seed);
  for (let row = layout.poolStart; row < layout.poolStart + layout.pool; row++) {
    describe(row, startMonth, 'training.pool.age');
    gp.status[row] = LOCUM;
    gp.since[row] = startMonth + Math.floor(Math.abs(wait.normal(row, 0, poolWait)));
  }
}

/**
 * Age, sex, marginal practice, birthplace and place of training of those of a class who will settle.
 * @returns their rows
 * @throws MaillageError `out-of-range` when they are more than the rows of a class.
 */
export function drawClass(
  world: World,
  layout: CohortLayout,
  parameters: Parameters,
  year: number,
  seed: DrawKey,
): Int32Array {
  const { rowOf } = world.physicians.columns;
  const first = layout.classStart + (year - layout.firstClass) * layout.classRows;
  const size = classSize(parameters, layout, year);
  const describe = describing(world, parameters, seed);
  const rows = rowOf.slice(first, first + size);
  for (const row of rows) describe(row, classMonth(year), 'training.age');
  return rows;
}

/** Draws the doctor of a row as one who enters residency in a month. */
function describing(world: World, parameters: Parameters, seed: DrawKey) {
  const gp = world.physicians.columns;
  const trait = (name: string): Trait => traitOf(seed, `entrants.${name}`);
  const [age, sex, side] = ['age', 'sex', 'marginal'].map(trait);
  const origins = originsOf(world.geography, seed);
  return (row: number, entry: number, agePath: string) => {
    const read = (path: string) => parameters.number(path, entry);
    const id = gp.id[row];
    const years = age.normal(id, read(`${agePath}.mean`), read(`${agePath}.sd`));
    gp.birth[row] = Math.round(entry - years * MONTHS_PER_YEAR);
    gp.female[row] = sex.chance(id, read('training.womenShare')) ? 1 : 0;
    gp.marginal[row] = side.chance(id, read('training.marginalShare')) ? 1 : 0;
    origins.entrant(gp, row, parameters, entry);
  };
}
