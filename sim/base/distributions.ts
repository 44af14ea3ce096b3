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
  return count > atSwitch ? count : atSwitch;
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
  3.387132872796366608,
  133.14166789178437745,
  1971.5909503065514427,
  13731.693765509461125,
  45921.953931549871457,
  67265.770927008700853,
  33430.575583588128105,
  2509.0809287301226727,
);
const CENTRE_BOTTOM = Float64Array.of(
  1,
  42.313330701600911252,
  687.1870074920579083,
  5394.1960214247511077,
  21213.794301586595867,
  39307.89580009271061,
  28729.085735721942674,
  5226.495278852545925,
);
const NEAR_TOP = Float64Array.of(
  1.42343711074968357734,
  4.6303378461565452959,
  5.7694972214606914055,
  3.64784832476320460504,
  1.27045825245236838258,
  0.24178072517745061177,
  0.0227238449892691845833,
  7.7454501427834140764e-4,
);
const NEAR_BOTTOM = Float64Array.of(
  1,
  2.05319162663775882187,
  1.6763848301838038494,
  0.68976733498510000455,
  0.14810397642748007459,
  0.0151986665636164571966,
  5.475938084995344946e-4,
  1.05075007164441684324e-9,
);
const FAR_TOP = Float64Array.of(
  6.6579046435011037772,
  5.4637849111641143699,
  1.7848265399172913358,
  0.29656057182850489123,
  0.026532189526576123093,
  0.0012426609473880784386,
  2.71155556874348757815e-5,
  2.01033439929228813265e-7,
);
const FAR_BOTTOM = Float64Array.of(
  1,
  0.59983220655588793769,
  0.13692988092273580531,
  0.0148753612908506148525,
  7.868691311456132591e-4,
  1.8463183175100546818e-5,
  1.4215117583164458887e-7,
  2.04426310338993978564e-15,
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
  0.99999999999980993,
  676.5203681218851,
  -1259.1392167224028,
  771.32342877765313,
  -176.61502916214059,
  12.507343278686905,
  -0.13857109526572012,
  9.9843695780195716e-6,
  1.5056327351493116e-7,
);

/** Hazard that rises with age as Gompertz (1825): `level` at `pivot`, multiplied by exp(slope) each year of age. */
export function gompertz(level: number, slope: number, age: number, pivot: number): number {
  return level * Math.exp(slope * (age - pivot));
}
