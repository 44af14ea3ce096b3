/** The month of everybody in a territory: one draw each, which leaves nearly all of them alone. */
import * as draws from '../../base/draws.js';
import * as census from '../../world/demography/census.js';
import * as thresholds from '../../world/demography/thresholds.js';
import { oncePerWorld } from '../../world/once-per-world.js';
import type { World } from '../../world/world.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { draw } = draws;
const { CELL_MASK, CELLS, cellOfMonths, groupOfCells } = census;
const { BELOW_QUARTER } = thresholds;

/** What changes from month to month. */
export interface SweepMonth {
  now: number;
  key: draws.DrawKey;
  /** `Thresholds.rare`. */
  readonly rare: Int32Array;
  /** What the draw `bits` brings to row `i` in cell `at` of the thresholds; true when the row is gone. */
  readonly befall: (i: number, z: number, lane: number, bits: number, at: number) => boolean;
}

/** Draws the month of everybody in z and counts who stays, by group. */
export type Sweep = (z: number, lane: number, region: number, counts: Int32Array, month: SweepMonth) => void;

export const sweepOf: (world: World) => Sweep = oncePerWorld(({ patients }) => {
  const { key, birth, flags } = patients.columns;
  const { start, count } = patients;
  const cellOf = cellOfMonths();
  const groupOf = groupOfCells();

  return (z, lane, region, counts, { now, key: { a, b }, rare, befall }) => {
    const base = region * CELLS;
    let i = start[z];
    let end = i + count[z];
    while (i < end) {
      let cell = cellOf[now - birth[i]] | (flags[i] & CELL_MASK);
      const bits = draw(a, b, key[i]);
      if ((bits & BELOW_QUARTER) < rare[base + cell]) {
        if (befall(i, z, lane, bits, base + cell)) {
          end--;
          continue;
        }
        cell = cellOf[now - birth[i]] | (flags[i] & CELL_MASK);
      }
      counts[groupOf[cell]]++;
      i++;
    }
  };
});
