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
 * Adds one month to the sums of the year (territories) and of the month (régions), in territory order.
 * A year's stock is that of December. Territories outside `kept` stay empty.
 */
export function addMonth(
  feeds: readonly Feed[],
  regionOf: Int32Array,
  year: Float64Array,
  month: Float64Array,
  regions: number,
  isDecember: boolean,
  kept?: Uint8Array,
): void {
  const n = regionOf.length;
  for (const feed of feeds) {
    if (feed.december && !isDecember) continue;
    const { flow, values, stride, offset, factor } = feed;
    const base = feed.slot * n;
    const monthBase = feed.slot * regions;
    // Territories of a région lie together: its sum is put down when another région begins.
    let region = 0;
    let sum = month[monthBase];
    for (let z = 0; z < n; z++) {
      if (kept !== undefined && kept[z] === 0) continue;
      const value = values[z * stride + offset] * factor;
      if (flow) year[base + z] += value;
      else if (isDecember) year[base + z] = value;
      if (regionOf[z] !== region) {
        month[monthBase + region] = sum;
        region = regionOf[z];
        sum = month[monthBase + region];
      }
      sum += value;
    }
    month[monthBase + region] = sum;
  }
}
