/** The value of an indicator in a cell: one function per kind, over sums of measures. NaN where it has none. */
import { DELAY_CLASSES, DELAY_EDGES } from '../world/delay-classes.js';
import { type Cell, termIds } from './cells.js';
import type { GpVariable, Indicator, Kind, Ratio, Terms } from './indicator.js';
import { PERCENT } from './indicator.js';
import {
  type MeasureId,
  type Place,
  placeOf,
  type Scope,
  SLOT_COUNT,
  SLOT_OF,
  type Slots,
  totalAt,
  totalOf,
} from './measures.js';
import type { Recording, YearRecord } from './recording.js';
import { selectQuantile } from './selection.js';
import { histogramQuantile, mean, quantileInOrder, theil, weightedOrder } from './statistics.js';

/** What the indicators of one cell and year share. */
export interface CellYear {
  readonly cell: Cell;
  readonly record: YearRecord;
  readonly territories: number;
  /** Sums of every slot over the members, in territory order. */
  readonly sums: Slots;
  /** Values of the members' GPs, and a copy in any order for quantiles; filled when an indicator first asks. */
  readonly gps: Map<GpVariable, GpValues>;
  /** Territories by a ratio, in rising order; likewise. */
  readonly orders: Map<Ratio, WeightedOrder>;
}

/** Values of a ratio by territory, what they weigh, and their positions by rising value. */
interface WeightedOrder {
  readonly weight: MeasureId;
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly order: readonly number[];
}

interface GpValues {
  readonly values: Float32Array;
  readonly shuffled: Float32Array;
  /** Ranks of `shuffled` in their place (selectQuantile). */
  readonly placed: number[];
}

export function cellYear(recording: Recording, record: YearRecord, cell: Cell): CellYear {
  const n = recording.territories.length;
  return { cell, record, territories: n, sums: slotsOf(record, n, cell), gps: new Map(), orders: new Map() };
}

/** Sums of every slot over the members; those of one territory where they lie, since few of them are read. */
function slotsOf(record: YearRecord, n: number, { members }: Cell): Slots {
  if (members.length === 1) return { values: record.slots, stride: n, offset: members[0] };
  const sums = new Float64Array(SLOT_COUNT);
  for (let s = 0; s < SLOT_COUNT; s++) {
    let sum = 0;
    for (let i = 0; i < members.length; i++) sum += record.slots[s * n + members[i]];
    sums[s] = sum;
  }
  return wholeSlots(sums);
}

/** Sums of every slot over régions (positions in the recording) in one month, added in the order given. */
export function monthSlots(recording: Recording, month: number, regions: readonly number[]): Slots {
  const width = recording.regions.length;
  const start = (month - recording.from) * SLOT_COUNT * width;
  const sumOf = (s: number) => regions.reduce((sum, r) => sum + recording.months[start + s * width + r], 0);
  return wholeSlots(Float64Array.from({ length: SLOT_COUNT }, (_, s) => sumOf(s)));
}

/** Slots side by side. */
function wholeSlots(values: Float64Array): Slots {
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
      const { values, weights, order } = orderOf(kind.value, kind.weight, at);
      return quantileInOrder(values, weights, order, kind.p);
    }
    case 'concentration': {
      const { values, weights, order } = orderOf(kind.value, kind.weight, at);
      if (kind.measure === 'theil') return theil(values, weights);
      return quantileInOrder(values, weights, order, 0.9) / quantileInOrder(values, weights, order, 0.1);
    }
    case 'ipaMean':
      return mean(caseloads(at));
    case 'ipaQuantile':
      return selectQuantile(caseloads(at), kind.p);
    case 'gpMean':
      return mean(gpsOf(kind.variable, at).values);
    case 'gpQuantile':
      return quantileOfGps(gpsOf(kind.variable, at), kind.p);
    case 'gpShareAbove': {
      const { values } = gpsOf(kind.variable, at);
      let above = 0;
      for (let i = 0; i < values.length; i++) if (values[i] > kind.threshold) above++;
      return (above / values.length) * PERCENT;
    }
    case 'gpExcess': {
      const value = ratioValue(kind.value, at.sums, at.cell.scope);
      return (value / mean(gpsOf(kind.variable, at).values) - 1) * PERCENT;
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
  for (const { place, weight } of placedTerms(terms)) sum += totalAt(slots, place, scope) * weight;
  return sum;
}

/** Terms by where they stand: looking names up took half the time of a value. */
const PLACED = new WeakMap<Terms, readonly { readonly place: Place; readonly weight: number }[]>();

function placedTerms(terms: Terms) {
  const found =
    PLACED.get(terms) ?? termIds(terms).map((id) => ({ place: placeOf(id), weight: terms[id] ?? 0 }));
  PLACED.set(terms, found);
  return found;
}

function delays({ values, stride, offset }: Slots): Float64Array {
  const acts = new Float64Array(DELAY_CLASSES);
  for (let c = 0; c < DELAY_CLASSES; c++) acts[c] = values[(SLOT_OF.delays + c) * stride + offset];
  return acts;
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

function orderOf(value: Ratio, weight: MeasureId, at: CellYear): WeightedOrder {
  const found = at.orders.get(value);
  if (found?.weight === weight) return found;
  const { values, weights } = byTerritory(value, weight, at);
  const made = { weight, values, weights, order: weightedOrder(values, weights) };
  at.orders.set(value, made);
  return made;
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

function quantileOfGps({ shuffled, placed }: GpValues, p: number): number {
  return selectQuantile(shuffled, p, placed);
}

function gpsOf(variable: GpVariable, at: CellYear) {
  const found = at.gps.get(variable);
  if (found) return found;
  const values = valuesOfGps(variable, at);
  const made: GpValues = { values, shuffled: values.slice(), placed: [] };
  at.gps.set(variable, made);
  return made;
}

/** People followed by each liberal IPA of the members. */
function caseloads({ cell, record: { ipa } }: CellYear): Float32Array {
  return knownValues(cell.members, ipa.start, ipa.caseload);
}

function valuesOfGps(variable: GpVariable, { cell, record: { gps } }: CellYear): Float32Array {
  return knownValues(cell.members, gps.start, gps[variable]);
}

/** Known values of the members, by territory then row: those of z are `source[start[z]]` … `source[start[z + 1]]`. */
function knownValues(members: Int32Array, start: Int32Array, source: Float32Array): Float32Array {
  let all = 0;
  for (const z of members) all += start[z + 1] - start[z];
  const values = new Float32Array(all);
  let next = 0;
  for (const z of members) {
    for (let i = start[z]; i < start[z + 1]; i++) if (!Number.isNaN(source[i])) values[next++] = source[i];
  }
  return values.subarray(0, next);
}
