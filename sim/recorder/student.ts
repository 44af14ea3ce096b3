/**
 * Student's t for whole degrees of freedom, exact up to rounding: the finite series of Abramowitz & Stegun,
 * Handbook of Mathematical Functions (1964), 26.7.3 (odd) and 26.7.4 (even), inverted by bisection.
 */
import { MaillageError } from '../base/errors.js';
import { incompleteBeta } from './incomplete-beta.js';

/** Probability that |T| ≤ t for Student's T with `dof` degrees of freedom (a whole number ≥ 1). */
export function studentCentral(t: number, dof: number): number {
  const angle = Math.atan(t / Math.sqrt(dof));
  const cos2 = Math.cos(angle) * Math.cos(angle);
  const odd = dof % 2 === 1;
  // Terms cos^(2j) × (2·4·…·2j)/(3·5·…) when odd, × (1·3·…)/(2·4·…) when even.
  let term = odd ? Math.cos(angle) : 1;
  let sum = 0;
  for (let k = odd ? 1 : 0; k < dof - 1; k += 2) {
    sum += term;
    term *= (cos2 * (k + 1)) / (k + 2);
  }
  if (!odd) return Math.sin(angle) * sum;
  return ((angle + Math.sin(angle) * sum) * 2) / Math.PI;
}

/**
 * Probability that |T| > t for Student's T with `dof` degrees of freedom: the p-value of a two-sided test, with its
 * relative precision however small (1 − `studentCentral` would lose it). Abramowitz & Stegun (1964), 26.7.1.
 */
export function studentTail(t: number, dof: number): number {
  if (t === Number.POSITIVE_INFINITY) return 0;
  const square = t * t;
  // Each side is computed from its own small number: 1 − x would be rounded.
  return square < 1
    ? 1 - incompleteBeta(square / (dof + square), 1 / 2, dof / 2)
    : incompleteBeta(dof / (dof + square), dof / 2, 1 / 2);
}

/**
 * The t such that |T| ≤ t with probability `level` (0.95: the factor of a 95 % interval).
 * @throws MaillageError `internal` outside 0 < level < 1 or without a whole degree of freedom.
 */
export function studentFactor(level: number, dof: number): number {
  if (!(level > 0 && level < 1) || !Number.isInteger(dof) || dof < 1) {
    throw new MaillageError(
      'internal',
      `no Student factor for level ${level} and ${dof} degrees of freedom`,
      {
        exitCode: 1,
      },
    );
  }
  let high = 1;
  while (studentCentral(high, dof) < level) high += high;
  let low = 0;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (studentCentral(middle, dof) < level) low = middle;
    else high = middle;
  }
}
