/** Twins of the draw, weakened on purpose: a test of randomness that lets one of them pass tests nothing. */

/** One round: neighbours stay alike, and the second key word leaves a plain trace. */
export function weakMix(a: number, b: number, key: number): number {
  const h = Math.imul(key ^ a, 0x7feb352d);
  return (h ^ (h >>> 15) ^ b) >>> 0;
}

/** The draw but for one xor-shift: high bits of the second key word move few bits of the result. */
export function nearlyGoodMix(a: number, b: number, key: number): number {
  let h = key ^ a;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = ((h ^ (h >>> 15)) + b) | 0;
  h = Math.imul(h, 0x846ca68b);
  h = ((h ^ (h >>> 16)) + a) | 0;
  h = Math.imul(h ^ (h >>> 15), 0x31848bab);
  return (h ^ (h >>> 14)) >>> 0;
}
