/**
 * Feeds: one per slot of a record, saying where its values lie in the tables. Compiled once, so that a month of
 * recording is a plain walk over typed arrays, territory by territory.
 */
import type { World } from '../world/world.js';
import type { Derived } from './derived.js';
import type { Measure } from './measure.js';
import { MEASURE_IDS, measureOf, SLOT_OF } from './measures.js';

type Values = ArrayLike<number>;

interface Feed {
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

/** Feeds out of one column, read side by side: a column of many values a row is fetched once and not once for each. */
interface Source {
  readonly values: Values;
  readonly stride: number;
  readonly factor: number;
  /** Flows stand first, then stocks. */
  readonly flows: number;
  readonly slots: Int32Array;
  readonly offsets: Int32Array;
}

export interface Feeds {
  /** What counts in December, and what counts in any other month. */
  readonly december: readonly Source[];
  readonly others: readonly Source[];
}

/** Feeds of all measures. */
export function feedsOf(world: World, derived: Derived): Feeds {
  const feeds = MEASURE_IDS.flatMap((id): Feed[] => {
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
  return { december: sourcesOf(feeds), others: sourcesOf(feeds.filter(({ december }) => !december)) };
}

function sourcesOf(feeds: readonly Feed[]): Source[] {
  const byColumn = new Map<Values, Feed[]>();
  for (const feed of feeds) byColumn.set(feed.values, [...(byColumn.get(feed.values) ?? []), feed]);
  return [...byColumn.values()].map((ofColumn) => {
    const flows = ofColumn.filter(({ flow }) => flow);
    const sorted = [...flows, ...ofColumn.filter(({ flow }) => !flow)];
    const [{ values, stride, factor }] = sorted;
    const slots = Int32Array.from(sorted, ({ slot }) => slot);
    const offsets = Int32Array.from(sorted, ({ offset }) => offset);
    return { values, stride, factor, flows: flows.length, slots, offsets };
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

/** Where a month is added. */
export interface Sums {
  /** Sums of the year by territory: slot s of territory z at `s × territories + z`. A year's stock is that of December. */
  readonly year: Float64Array;
  /** Sums of the month by région, empty so far: slot s of région r at `s × regions + r`; none where months are not kept. */
  readonly month: Float64Array | undefined;
}

/** Adds one month, in territory order; territories outside `kept` stay empty. */
export function addMonth(
  { december, others }: Feeds,
  regionOf: Int32Array,
  regions: number,
  sums: Sums,
  isDecember: boolean,
  kept?: Uint8Array,
): void {
  for (const source of isDecember ? december : others) addSource(source, regionOf, regions, sums, kept);
  if (!isDecember) return;
  for (const source of december) takeStocks(source, regionOf.length, sums.year, kept);
}

function addSource(
  { values, stride, factor, flows, slots, offsets }: Source,
  regionOf: Int32Array,
  regions: number,
  { year, month }: Sums,
  kept?: Uint8Array,
): void {
  const territories = regionOf.length;
  const wanted = month === undefined ? flows : slots.length;
  for (let z = 0; z < territories; z++) {
    if (kept !== undefined && kept[z] === 0) continue;
    const row = z * stride;
    const region = regionOf[z];
    for (let k = 0; k < wanted; k++) {
      const value = values[row + offsets[k]] * factor;
      // Most instruments pay nothing in most places.
      if (value === 0) continue;
      if (k < flows) year[slots[k] * territories + z] += value;
      if (month !== undefined) month[slots[k] * regions + region] += value;
    }
  }
}

function takeStocks(
  { values, stride, factor, flows, slots, offsets }: Source,
  territories: number,
  year: Float64Array,
  kept?: Uint8Array,
): void {
  for (let k = flows; k < slots.length; k++)
    for (let z = 0; z < territories; z++)
      if (kept === undefined || kept[z] !== 0)
        year[slots[k] * territories + z] = values[z * stride + offsets[k]] * factor;
}
