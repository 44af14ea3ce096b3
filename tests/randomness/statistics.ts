/** Statistics of 32-bit words that are standard normal, or close to it, when the words are chance. */

const BITS = 32;

/** A χ² of `freedom` degrees as a standard normal (Wilson and Hilferty 1931). */
export function chiSquareZ(chi: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(chi / freedom) - (1 - spread)) / Math.sqrt(spread);
}

/**
 * Avalanche: how evenly one flipped bit of the input flips each bit of the output, over `samples` inputs.
 * `flip(n, bit)` is the output for the n-th input with that bit flipped, bit −1 for none.
 * Returns the standard normal of all 32 × 32 cells together, and the farthest cell.
 */
export function avalanche(
  samples: number,
  flip: (n: number, bit: number) => number,
): { all: number; worst: number } {
  const flips = new Int32Array(BITS * BITS);
  for (let n = 0; n < samples; n++) {
    const plain = flip(n, -1);
    for (let bit = 0; bit < BITS; bit++) {
      const moved = plain ^ flip(n, bit);
      for (let out = 0; out < BITS; out++) flips[bit * BITS + out] += (moved >>> out) & 1;
    }
  }
  let chi = 0;
  let worst = 0;
  for (const count of flips) {
    const z = (count - samples / 2) / Math.sqrt(samples / 4);
    chi += z * z;
    if (Math.abs(z) > Math.abs(worst)) worst = z;
  }
  return { all: chiSquareZ(chi, flips.length), worst };
}

/**
 * Independence of two words drawn together: χ² of four bits of one by four bits of the other, 256 cells. `shift` is
 * the lowest of the four bits. Pairs must not share words.
 */
export function jointBits(
  pairs: number,
  shift: number,
  pair: (n: number) => readonly [number, number],
): number {
  const cells = new Int32Array(256);
  for (let n = 0; n < pairs; n++) {
    const [x, y] = pair(n);
    cells[(((x >>> shift) & 15) << 4) | ((y >>> shift) & 15)]++;
  }
  const expected = pairs / cells.length;
  let chi = 0;
  for (const count of cells) chi += ((count - expected) * (count - expected)) / expected;
  return chiSquareZ(chi, cells.length - 1);
}

/** Correlation of a sequence of words with itself `lag` words later, as a standard normal. */
export function lagCorrelation(words: Uint32Array, lag: number): number {
  const middle = 2147483647.5;
  const variance = (2 ** BITS * 2 ** BITS) / 12;
  const n = words.length - lag;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (words[i] - middle) * (words[i + lag] - middle);
  return sum / variance / Math.sqrt(n);
}

/** Two-sided p-value of a standard normal (Abramowitz and Stegun 26.2.17, error below 10⁻⁷). */
export function twoSided(z: number): number {
  const x = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * x);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.min(1, 2 * Math.exp((-x * x) / 2) * 0.3989422804014327 * series);
}
