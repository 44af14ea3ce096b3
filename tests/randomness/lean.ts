/**
 * What dieharder's printed p-values are worth.
 *
 * A printed p-value is a Kolmogorov–Smirnov test of n = 100 (or 1,000) p-values against the uniform. dieharder 3.31 measures their
 * distance as max |p₍ᵢ₎ − i/(n + 1)|, which is a little less than the Kolmogorov distance it then looks up, so that its
 * p-values lean towards 1 with any generator: 2.2 % are WEAK under pure chance, not 1 % (1,500 monobit tests of its own
 * Mersenne Twister: mean 0.554, 36 WEAK). The true level of a printed p-value is read off a table: the share of sound
 * generators for which less is printed, from two million samples of 100 uniform numbers and 400,000 of 1,000.
 */
const LEVELS = [
  0, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95,
  0.975, 0.99, 0.995, 0.9975, 0.999, 0.9995, 1,
];
/** Printed p-values of these levels, by number of p-values behind them. */
const PRINTED: ReadonlyMap<number, readonly number[]> = new Map([
  [
    100,
    [
      0, 0.00085, 0.00161, 0.00389, 0.00747, 0.01466, 0.03517, 0.0683, 0.13142, 0.25259, 0.3691, 0.48093,
      0.58866, 0.69114, 0.78743, 0.87507, 0.95083, 0.9811, 0.99293, 0.99816, 0.99935, 0.99977, 0.99994,
      0.99998, 1,
    ],
  ],
  [
    1000,
    [
      0, 0.00059, 0.00115, 0.00278, 0.00575, 0.01135, 0.0276, 0.05492, 0.10836, 0.21388, 0.31896, 0.4228,
      0.52435, 0.6252, 0.72545, 0.82283, 0.91729, 0.9614, 0.98249, 0.99381, 0.9972, 0.99874, 0.99961, 0.99982,
      1,
    ],
  ],
]);

/**
 * The true level of a p-value that dieharder prints for a test of `psamples` p-values. One p-value is printed as it is.
 * @throws RangeError for another number than 1, 100 and 1,000.
 */
export function levelOf(printed: number, psamples: number): number {
  if (psamples === 1) return printed;
  const table = PRINTED.get(psamples);
  if (table === undefined) throw new RangeError(`no table for tests of ${psamples} p-values`);
  const above = Math.max(
    1,
    table.findIndex((at) => at >= printed),
  );
  const share = (printed - table[above - 1]) / (table[above] - table[above - 1]);
  return LEVELS[above - 1] + share * (LEVELS[above] - LEVELS[above - 1]);
}
