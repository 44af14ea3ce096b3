/**
 * Feeds: one per slot of a record, saying where its values lie in the tables. Compiled once, so that a month of
 * recording is a plain walk over typed arrays, territory by territory.
 */
import type { World } from '../world/world.js';
import type { Derived } from './derived.js';
import type { Measure } from './measure.js';
import { MEASURE_IDS, measureOf, SLOT_OF } from './measures.js';

type Values = ArrayLike<number>;

export interface Feed {
  readonly slot: number;
  readonly flow: boolean;
  /** True when only December's value counts. */
  readonly december: boolean;
  readonly values: Values;
  /** Value of territory z is `values[z × stride + offset] × factor`. */
  readonly stride: number;
  readonly offset: number;
  readonly factor: number;
}

export function feedsOf(world: World, derived: Derived): Feed[] {
  return MEASURE_IDS.flatMap((id) => {
    const measure = measureOf(id);
    const { values, rowWidth, part, factor } = place(world, derived, measure);
    const rows = measure.split ? [0, 1] : [0];
    return rows.flatMap((income) =>
      Array.from({ length: measure.width }, (_, k) => ({
        slot: SLOT_OF[id] + income * measure.width + k,
        flow: measure.timing === 'flow',
        december: measure.december,
        values,
        stride: rowWidth * rows.length,
        offset: income * rowWidth + part + k,
        factor: factor / measure.fixedPoint,
      })),
    );
  });
}

function place(
  world: World,
  derived: Derived,
  { source }: Measure,
): { values: Values; rowWidth: number; part: number; factor: number } {
  if (source.table === 'derived') {
    return { values: derived.columns[source.column], rowWidth: 1, part: 0, factor: 1 };
  }
  if (source.table === 'territories') {
    const values = world.territories.columns[source.column];
    return { values, rowWidth: values.length / world.territories.rows, part: source.part, factor: 1 };
  }
  const values = world.tallies.columns[source.column];
  const factor = source.agents ? world.size.scale : 1;
  return { values, rowWidth: values.length / world.tallies.rows, part: source.part, factor };
}

/**
 * Adds one month to the sums of the year, by territory: slot s of territory z at `s × territories + z`. A year's stock is
 * that of December. Territories outside `kept` stay empty.
 */
export function addToYear(
  feeds: readonly Feed[],
  territories: number,
  year: Float64Array,
  isDecember: boolean,
  kept?: Uint8Array,
): void {
  for (const { slot, flow, december, values, stride, offset, factor } of feeds) {
    if (!isDecember && (december || !flow)) continue;
    const base = slot * territories;
    for (let z = 0; z < territories; z++) {
      if (kept !== undefined && kept[z] === 0) continue;
      const value = values[z * stride + offset] * factor;
      if (flow) year[base + z] += value;
      else year[base + z] = value;
    }
  }
}

/**
 * Adds one month to its sums by région, in territory order: slot s of région r at `s × regions + r`. What the tables tell in
 * December only has no month of its own.
 */
export function addToMonth(
  feeds: readonly Feed[],
  regionOf: Int32Array,
  month: Float64Array,
  regions: number,
  isDecember: boolean,
  kept?: Uint8Array,
): void {
  for (const { slot, december, values, stride, offset, factor } of feeds) {
    if (december && !isDecember) continue;
    const base = slot * regions;
    // Territories of a région lie together: its sum is put down when another région begins.
    let region = 0;
    let sum = month[base];
    for (let z = 0; z < regionOf.length; z++) {
      if (kept !== undefined && kept[z] === 0) continue;
      if (regionOf[z] !== region) {
        month[base + region] = sum;
        region = regionOf[z];
        sum = month[base + region];
      }
      sum += values[z * stride + offset] * factor;
    }
    month[base + region] = sum;
  }
}
