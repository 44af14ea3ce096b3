/** Whole-number arithmetic without branches: what no processor foresees costs more than what it computes. */

const SIGN_SHIFT = 31;
const BYTE_BITS = 8;
/** Largest value of a byte. */
export const LAST_BYTE = (1 << BYTE_BITS) - 1;

/** 1 when `a` < `b`, else 0, for 32-bit integers whose difference is one too. */
export function isBelow(a: number, b: number): number {
  return (a - b) >>> SIGN_SHIFT;
}

/** `value` when `a` < `b`, else 0, for 32-bit integers whose difference is one too. */
export function ifBelow(a: number, b: number, value: number): number {
  return value & ((a - b) >> SIGN_SHIFT);
}

/** One more than `byte`, which stays `LAST_BYTE` once there. */
export function nextByte(byte: number): number {
  return byte + 1 - ((byte + 1) >>> BYTE_BITS);
}
