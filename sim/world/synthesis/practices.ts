/** Group practices and centres de santé of the starting month: GPs of one territory and form, side by side. */
import { pick, runningSums } from '../../base/cumulated.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { CENTRE, GROUP, type PhysicianColumns } from '../physicians.js';
import type { CohortLayout } from './cohorts.js';
import { traitOf } from './traits.js';

/**
 * Numbers the practices inside each territory, filling each to a size drawn from `physicians.groupSize`
 * (or `physicians.centreSize`); the last one of a territory takes what is left. Practices mix ages.
 */
export function practiceNumbers(
  gp: PhysicianColumns,
  layout: CohortLayout,
  parameters: Parameters,
  month: number,
  seed: DrawKey,
): void {
  const order = traitOf(seed, 'physicians.practiceOrder');
  const size = traitOf(seed, 'physicians.practiceSize');
  const sizes = {
    [GROUP]: runningSums(parameters.list('physicians.groupSize', month)),
    [CENTRE]: runningSums(parameters.list('physicians.centreSize', month)),
  };
  const members = new Map<number, number[]>();
  for (let row = 0; row < layout.poolStart; row++) {
    if (gp.form[row] !== GROUP && gp.form[row] !== CENTRE) continue;
    const key = gp.territory[row] * (CENTRE + 1) + gp.form[row];
    const found = members.get(key);
    if (found === undefined) members.set(key, [row]);
    else found.push(row);
  }
  const next = new Map<number, number>();
  for (const [key, rows] of members) {
    const form = key % (CENTRE + 1) === GROUP ? GROUP : CENTRE;
    const territory = gp.territory[rows[0]];
    const shuffled = rows
      .map((row) => ({ row, rank: order.uniform(row) }))
      .sort((a, b) => a.rank - b.rank || a.row - b.row);
    let left = 0;
    let practice = (next.get(territory) ?? 0) - 1;
    for (const { row } of shuffled) {
      if (left === 0) {
        practice++;
        left = pick(sizes[form], size.uniform(row)) + 1;
      }
      gp.practice[row] = practice;
      left--;
    }
    next.set(territory, practice + 1);
  }
}
