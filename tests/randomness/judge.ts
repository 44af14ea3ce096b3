/**
 * The p-values of many tests judged together, at their true level (lean.ts).
 *
 * Under chance alone levels are uniform: one in a hundred is far out (below 0.005 or above 0.995) and says nothing by
 * itself. What says something is a p-value that no number of tests explains (FAILED, 10⁻⁶ on either side), too many far
 * out, or levels that crowd anywhere.
 */
import { ONE_ROW, UNSOUND } from './catalogue.js';
import type { Row } from './dieharder.js';
import { levelOf } from './lean.js';

export interface Judgement {
  /** As dieharder marks them. */
  readonly failed: number;
  readonly weak: number;
  readonly rows: number;
  /** p-values pooled: independent tests that dieharder lists as good. */
  readonly pooled: number;
  /** Pooled p-values far out: level below 0.005 or above 0.995. */
  readonly far: number;
  /** Kolmogorov–Smirnov test of the pooled levels against the uniform. */
  readonly ks: number;
  /** Fisher's combination of the pooled levels: small when too many are small, near 1 when too many are large. */
  readonly fisher: number;
  /** Chance of as many far out or more. */
  readonly farChance: number;
  /** Pooled levels in each tenth of (0, 1). */
  readonly tenths: readonly number[];
  readonly sound: boolean;
}

const FAR = 0.005;
/** Below this a joint judgement fails: once in a thousand sound batteries for each of the three. */
const LEVEL = 0.001;
/** dieharder prints eight decimals. */
const LEAST = 5e-9;

export function judge(rows: readonly Row[]): Judgement {
  const failed = rows.filter((row) => row.assessment === 'FAILED').length;
  const weak = rows.filter((row) => row.assessment === 'WEAK').length;
  const pool = pooledRows(rows);
  const ps = pool.map((row) => Math.min(1 - LEAST, Math.max(LEAST, levelOf(row.p, row.psamples))));
  const far = ps.filter((p) => Math.min(p, 1 - p) < FAR).length;
  const ks = kolmogorovSmirnov(ps);
  const fisher = fisherCombination(ps);
  const farChance = binomialAtLeast(ps.length, 2 * FAR, far);
  const sound =
    failed === 0 && ks > LEVEL && fisher > LEVEL / 2 && fisher < 1 - LEVEL / 2 && farChance > LEVEL;
  return {
    failed,
    weak,
    rows: rows.length,
    pooled: ps.length,
    far,
    ks,
    fisher,
    farChance,
    tenths: tenthsOf(ps),
    sound,
  };
}

function tenthsOf(ps: readonly number[]): number[] {
  const tenths = new Array<number>(10).fill(0);
  for (const p of ps) tenths[Math.floor(p * 10)]++;
  return tenths;
}

function pooledRows(rows: readonly Row[]): Row[] {
  return rows.filter((row, n) => {
    const next = rows[n + 1];
    const last = next === undefined || next.ordering !== row.ordering || next.test !== row.test;
    return !UNSOUND.has(row.name) && (last || !ONE_ROW.has(row.name));
  });
}

/** Two-sided p-value that `ps` are uniform on (0, 1). */
export function kolmogorovSmirnov(ps: readonly number[]): number {
  const sorted = [...ps].sort((x, y) => x - y);
  const n = sorted.length;
  let distance = 0;
  sorted.forEach((p, i) => {
    distance = Math.max(distance, (i + 1) / n - p, p - i / n);
  });
  return kolmogorovTail(distance, n);
}

/** Chance that n uniform numbers lie this far from the uniform, or farther (asymptotic with Stephens' correction). */
export function kolmogorovTail(distance: number, n: number): number {
  const root = Math.sqrt(n);
  const lambda = (root + 0.12 + 0.11 / root) * distance;
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += 2 * (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, Math.max(0, sum));
}

/** p-value of −2 Σ ln p, χ² with two degrees of freedom per p-value: an even number, so a finite sum. */
export function fisherCombination(ps: readonly number[]): number {
  const half = -ps.reduce((sum, p) => sum + Math.log(p), 0);
  let term = -half;
  let tail = 0;
  for (let k = 0; k < ps.length; k++) {
    tail += Math.exp(term);
    term += Math.log(half / (k + 1));
  }
  return Math.min(1, tail);
}

/** Chance of `least` or more successes in `n` trials of chance `share`. */
export function binomialAtLeast(n: number, share: number, least: number): number {
  let term = n * Math.log1p(-share);
  let below = 0;
  for (let k = 0; k < least; k++) {
    below += Math.exp(term);
    term += Math.log(((n - k) / (k + 1)) * (share / (1 - share)));
  }
  return Math.max(0, 1 - below);
}
