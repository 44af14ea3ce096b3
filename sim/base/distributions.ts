/**
 * Distributions by inversion: one uniform in, one value out, monotone in the uniform and in the parameter, so
 * that a small change of a rate changes a count little (common random numbers).
 */

/** Poisson means below this are inverted exactly; from it on, by the corrected normal quantile. */
export const POISSON_EXACT_BELOW = 16;
/** Above the switch the normal quantile is held at or above the exact count at the switch over this width. */
const POISSON_SEAM = 4;

/**
 * Number of events of a Poisson law of `mean` at the uniform `u` in (0, 1).
 *
 * Below `POISSON_EXACT_BELOW` the distribution function is inverted exactly; above, the normal quantile
 * corrected for skewness, kurtosis and the lattice is rounded down (Giles 2016, ACM TOMS 42, algorithm 955,
 * first three terms). The count never falls when `u` or `mean` rises.
 */
export function poisson(mean: number, u: number): number {
  if (!(mean > 0)) return 0;
  if (mean < POISSON_EXACT_BELOW) return poissonExact(mean, u);
  const count = poissonNormal(mean, u);
  if (mean >= POISSON_EXACT_BELOW + POISSON_SEAM) return count;
  const atSwitch = poissonExact(POISSON_EXACT_BELOW, u);
  return Math.max(count, atSwitch);
}

function poissonExact(mean: number, u: number): number {
  let probability = Math.exp(-mean);
  let sum = probability;
  let count = 0;
  // A probability that no longer adds to the sum ends the search at the far tail.
  while (u > sum && probability > 0) {
    count++;
    probability *= mean / count;
    sum += probability;
  }
  return count;
}

function poissonNormal(mean: number, u: number): number {
  const z = normalQuantile(u);
  const deviation = Math.sqrt(mean);
  const x = mean + deviation * z + (z * z + 2) / 6 - (2 * z + z * z * z) / (72 * deviation);
  return x > 0 ? Math.floor(x) : 0;
}

/**
 * `mean` agents as a whole number: a Poisson number of people of mean `mean × scale`, divided by `scale`, the
 * remainder rounded by `v`. So the relative spread of the count is that of people at every scale.
 */
export function poissonAgents(mean: number, scale: number, u: number, v: number): number {
  return Math.floor(poisson(mean * scale, u) / scale + v);
}

/**
 * Quantile of the standard normal law at `p` in (0, 1), to about 1e-15 relative.
 * Source: Wichura (1988), algorithm AS 241 (PPND16), Applied Statistics 37, 477–484.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q <= 0.425 && q >= -0.425) {
    const r = 0.180625 - q * q;
    return q * ratio(CENTRE_TOP, CENTRE_BOTTOM, r);
  }
  const tail = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const x = tail <= 5 ? ratio(NEAR_TOP, NEAR_BOTTOM, tail - 1.6) : ratio(FAR_TOP, FAR_BOTTOM, tail - 5);
  return q < 0 ? -x : x;
}

function ratio(top: Float64Array, bottom: Float64Array, r: number): number {
  let above = top[7];
  let below = bottom[7];
  for (let i = 6; i >= 0; i--) {
    above = above * r + top[i];
    below = below * r + bottom[i];
  }
  return above / below;
}

const CENTRE_TOP = Float64Array.of(
  3.3871328727963665,
  133.14166789178438,
  1971.5909503065513,
  13731.69376550946,
  45921.95393154987,
  67265.7709270087,
  33430.57558358813,
  2509.0809287301227,
);
const CENTRE_BOTTOM = Float64Array.of(
  1,
  42.31333070160091,
  687.1870074920579,
  5394.196021424751,
  21213.794301586597,
  39307.89580009271,
  28729.085735721943,
  5226.495278852546,
);
const NEAR_TOP = Float64Array.of(
  1.4234371107496835,
  4.630337846156546,
  5.769497221460691,
  3.6478483247632045,
  1.2704582524523684,
  0.2417807251774506,
  0.022723844989269184,
  0.0007745450142783414,
);
const NEAR_BOTTOM = Float64Array.of(
  1,
  2.053191626637759,
  1.6763848301838038,
  0.6897673349851,
  0.14810397642748008,
  0.015198666563616457,
  0.0005475938084995345,
  1.0507500716444169e-9,
);
const FAR_TOP = Float64Array.of(
  6.657904643501103,
  5.463784911164114,
  1.7848265399172913,
  0.29656057182850487,
  0.026532189526576124,
  0.0012426609473880784,
  2.7115555687434876e-5,
  2.0103343992922881e-7,
);
const FAR_BOTTOM = Float64Array.of(
  1,
  0.599832206555888,
  0.1369298809227358,
  0.014875361290850615,
  0.0007868691311456133,
  1.8463183175100548e-5,
  1.421511758316446e-7,
  2.0442631033899397e-15,
);

/**
 * Quantile at `p` in (0, 1) of the gamma law of mean 1 and the given shape: Wilson–Hilferty start, then Newton
 * steps kept inside a bracket until the probability is right to 1e-12.
 */
export function gammaQuantile(p: number, shape: number): number {
  const spread = 1 / (9 * shape);
  const cubic = 1 - spread + normalQuantile(p) * Math.sqrt(spread);
  // Near zero the distribution function behaves as x^shape / Gamma(shape + 1).
  const small = Math.exp((Math.log(p) + logGamma(shape + 1)) / shape);
  let x = cubic > 0.1 ? shape * cubic * cubic * cubic : small;
  let low = 0;
  let high = Infinity;
  for (let step = 0; step < 100; step++) {
    const excess = gammaProbability(shape, x) - p;
    if (Math.abs(excess) < 1e-12 * Math.min(p, 1 - p) + 1e-15) break;
    if (excess > 0) high = x;
    else low = x;
    const density = Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
    const next = x - excess / density;
    x = next > low && next < high ? next : high === Infinity ? 2 * x : (low + high) / 2;
  }
  return x / shape;
}

/**
 * Means of a gamma law of mean 1 inside `classes` intervals of equal probability: the multiplier of a class.
 * Their plain mean is 1 up to rounding.
 */
export function gammaClassMeans(shape: number, classes: number): Float64Array {
  const means = new Float64Array(classes);
  let before = 0;
  for (let i = 0; i < classes; i++) {
    const bound = i + 1 === classes ? Infinity : gammaQuantile((i + 1) / classes, shape) * shape;
    // The partial mean of a gamma law is the distribution function of the next shape.
    const below = bound === Infinity ? 1 : gammaProbability(shape + 1, bound);
    means[i] = (below - before) * classes;
    before = below;
  }
  return means;
}

/** Probability that a gamma variable of this shape (scale 1) is below `x`: series below the mean, fraction above. */
export function gammaProbability(shape: number, x: number): number {
  if (!(x > 0)) return 0;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return front * sum;
  }
  // Lentz's method on the continued fraction of the upper tail (Numerical Recipes, §6.2).
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1000; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return 1 - front * fraction;
}

/** Natural logarithm of the gamma function for x > 0. Source: Lanczos (1964), g = 7, nine terms. */
export function logGamma(x: number): number {
  let sum = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (x + i - 1);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const LANCZOS = Float64Array.of(
  0.9999999999998099,
  676.5203681218851,
  -1259.1392167224028,
  771.3234287776531,
  -176.6150291621406,
  12.507343278686905,
  -0.13857109526572012,
  9.984369578019572e-6,
  1.5056327351493116e-7,
);

/** Hazard that rises with age as Gompertz (1825): `level` at `pivot`, multiplied by exp(slope) each year of age. */
export function gompertz(level: number, slope: number, age: number, pivot: number): number {
  return level * Math.exp(slope * (age - pivot));
}
