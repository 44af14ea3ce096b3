/**
 * Whole numbers in few bytes, for the map: each as its difference from a neighbour that is nearly equal, in base 128
 * with the sign in the last bit (the "zigzag varint" of Protocol Buffers). Compression comes after.
 */

/** The bytes of these numbers. */
export function packed(numbers: ArrayLike<number>): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < numbers.length; i++) {
    let rest = numbers[i] < 0 ? -2 * numbers[i] - 1 : 2 * numbers[i];
    while (rest > 127) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** The numbers of these bytes. */
export function unpacked(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let value = 0;
  let weight = 1;
  for (const byte of bytes) {
    value += (byte % 128) * weight;
    weight *= 128;
    if (byte < 128) {
      numbers.push(value % 2 === 0 ? value / 2 : -(value + 1) / 2);
      value = 0;
      weight = 1;
    }
  }
  return numbers;
}

/** Lengths of the axes of the map's values: scenarios, years, territories. */
export type MapSize = readonly [scenarios: number, years: number, territories: number];

/**
 * Values less what their neighbour lets expect: the year before for the first scenario, the first scenario for the
 * others. Position (scenario × years + year) × territories + territory.
 */
export function deltas(values: ArrayLike<number>, size: MapSize): number[] {
  return Array.from({ length: values.length }, (_, at) => values[at] - expected(values, at, size));
}

/** The values again. */
export function fromDeltas(differences: ArrayLike<number>, size: MapSize): number[] {
  const values: number[] = [];
  for (let at = 0; at < differences.length; at++) values.push(differences[at] + expected(values, at, size));
  return values;
}

function expected(values: ArrayLike<number>, at: number, [, years, territories]: MapSize): number {
  const scenario = Math.floor(at / (years * territories));
  if (scenario > 0) return values[at - scenario * years * territories];
  return at >= territories ? values[at - territories] : 0;
}
