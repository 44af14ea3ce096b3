/** The value of an indicator in a cell: one function per kind, over sums of measures. NaN where it has none. */
import { DELAY_CLASSES, DELAY_EDGES } from '../world/delay-classes.js';
import { type Cell, termIds } from './cells.js';
import type { GpVariable, Indicator, Kind, Ratio, Terms } from './indicator.js';
import { PERCENT } from './indicator.js';
import { type MeasureId, type Scope, SLOT_COUNT, SLOT_OF, type Slots, totalOf } from './measures.js';
import type { Recording, YearRecord } from './recording.js';
import { selectQuantile } from './selection.js';
import { histogramQuantile, mean, theil, weightedQuantile } from './statistics.js';

/** What the indicators of one cell and year share. */
export interface CellYear {
  readonly cell: Cell;
  readonly record: YearRecord;
  readonly territories: number;
  /** Sums of every slot over the members, in territory order. */
  readonly sums: Slots;
}

export function cellYear(recording: Recording, record: YearRecord, cell: Cell): CellYear {
  const n = recording.territories.length;
  const sums = new Float64Array(SLOT_COUNT);
  for (let s = 0; s < SLOT_COUNT; s++) {
    let sum = 0;
    for (const z of cell.members) sum += record.slots[s * n + z];
    sums[s] = sum;
  }
  return { cell, record, territories: n, sums: wholeSlots(sums) };
}

/** Slots side by side. */
export function wholeSlots(values: Float64Array): Slots {
  return { values, stride: 1, offset: 0 };
}

export function evaluate(indicator: Indicator, at: CellYear): number {
  const kind: Kind = indicator.kind;
  switch (kind.kind) {
    case 'ratio':
      return ratioValue(kind, at.sums, at.cell.scope);
    case 'delayShare':
      return delayShare(at.sums, kind.from, kind.below);
    case 'delayQuantile':
      return histogramQuantile(delays(at.sums), DELAY_EDGES, kind.p);
    case 'territoryQuantile': {
      const { values, weights } = byTerritory(kind.value, kind.weight, at);
      return weightedQuantile(values, weights, kind.p);
    }
    case 'concentration': {
      const { values, weights } = byTerritory(kind.value, kind.weight, at);
      if (kind.measure === 'theil') return theil(values, weights);
      return weightedQuantile(values, weights, 0.9) / weightedQuantile(values, weights, 0.1);
    }
    case 'gpMean':
      return mean(valuesOfGps(kind.variable, at));
    case 'gpQuantile':
      return selectQuantile(valuesOfGps(kind.variable, at), kind.p);
    case 'gpShareAbove': {
      const values = valuesOfGps(kind.variable, at);
      return (values.filter((value) => value > kind.threshold).length / values.length) * PERCENT;
    }
    default:
      return kind satisfies never;
  }
}

/** A ratio over summed slots; NaN where a measure does not tell the income apart. */
export function ratioValue({ of, per, factor }: Ratio, slots: Slots, scope: Scope): number {
  const above = sumOf(of, slots, scope);
  return (per === undefined ? above : above / sumOf(per, slots, scope)) * factor;
}

function sumOf(terms: Terms, slots: Slots, scope: Scope): number {
  let sum = 0;
  for (const id of termIds(terms)) sum += totalOf(slots, id, scope) * (terms[id] ?? 0);
  return sum;
}

function delays(sums: Slots): Float64Array {
  return sums.values.subarray(SLOT_OF.delays, SLOT_OF.delays + DELAY_CLASSES);
}

function delayShare(sums: Slots, from: number, below: number): number {
  let inside = 0;
  let all = 0;
  delays(sums).forEach((acts, c) => {
    all += acts;
    if (DELAY_EDGES[c] >= from && DELAY_EDGES[c] < below) inside += acts;
  });
  return (inside / all) * PERCENT;
}

function byTerritory(value: Ratio, weight: MeasureId, { cell, record, territories }: CellYear) {
  const values = new Float64Array(cell.members.length);
  const weights = new Float64Array(cell.members.length);
  cell.members.forEach((z, i) => {
    const slots = { values: record.slots, stride: territories, offset: z };
    values[i] = ratioValue(value, slots, cell.scope);
    weights[i] = totalOf(slots, weight, cell.scope);
  });
  return { values, weights };
}

/** Known values of the members' GPs, by territory then row. */
function valuesOfGps(variable: GpVariable, { cell, record }: CellYear): Float32Array {
  const { start } = record.gps;
  const source = record.gps[variable];
  let gps = 0;
  for (const z of cell.members) gps += start[z + 1] - start[z];
  const values = new Float32Array(gps);
  let next = 0;
  for (const z of cell.members) {
    for (let i = start[z]; i < start[z + 1]; i++) if (!Number.isNaN(source[i])) values[next++] = source[i];
  }
  return values.subarray(0, next);
}
