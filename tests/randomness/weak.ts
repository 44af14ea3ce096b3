/** Twins of the draw, weakened on purpose: a test of randomness that lets one of them pass tests nothing. */

/** One round too few: the second key word leaves a plain trace, and neighbours stay alike. */
export function weakMix(a: number, b: number, key: number): number {
  const h = Math.imul(key ^ a, 0x7feb352d);
  return (h ^ (h >>> 15) ^ b) >>> 0;
}
