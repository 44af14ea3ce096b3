/** Distributions by inversion: right in law, monotone, and checks that would see a wrong one. */
import { describe, expect, test } from 'vitest';
import {
  gammaClassMeans,
  gammaProbability,
  gammaQuantile,
  gompertz,
  logGamma,
  normalQuantile,
  POISSON_EXACT_BELOW,
  poisson,
  poissonAgents,
} from '../sim/base/distributions.js';

/** Evenly spread uniforms: an exact sum over the law, without sampling noise. */
const EVEN = Array.from({ length: 200_000 }, (_, i) => (i + 0.5) / 200_000);

function moments(count: (u: number) => number): { mean: number; variance: number; third: number } {
  const values = EVEN.map(count);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const central = (power: number) =>
    values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length;
  return { mean, variance: central(2), third: central(3) };
}

/** Largest relative error of mean, variance and third central moment, which all equal the mean of a Poisson law. */
function poissonError(mean: number, count: (u: number) => number): number {
  const found = moments(count);
  return Math.max(
    Math.abs(found.mean / mean - 1),
    Math.abs(found.variance / mean - 1),
    Math.abs(found.third / mean - 1),
  );
}

describe('Poisson counts', () => {
  test('have mean, variance and skewness of the law on both sides of the switch of method', () => {
    for (const mean of [0.02, 0.5, 3, 15.9, 16.1, 18, 20.1, 34, 100, 900]) {
      expect(poissonError(mean, (u) => poisson(mean, u))).toBeLessThan(0.02);
    }
  });

  test('twin: a rounded normal without its correction would be seen', () => {
    for (const mean of [20.1, 34, 100]) {
      const plain = (u: number) => Math.floor(mean + Math.sqrt(mean) * normalQuantile(u) + 0.5);
      expect(poissonError(mean, plain)).toBeGreaterThan(0.02);
    }
  });

  test('have the probability of each count to a hundredth of a point', () => {
    const error = (mean: number, law: number) => {
      const seen = new Map<number, number>();
      for (const u of EVEN) seen.set(poisson(mean, u), (seen.get(poisson(mean, u)) ?? 0) + 1 / EVEN.length);
      const expected = (k: number) => Math.exp(k * Math.log(law) - law - logGamma(k + 1));
      return Math.max(...Array.from({ length: 80 }, (_, k) => Math.abs((seen.get(k) ?? 0) - expected(k))));
    };
    for (const mean of [0.3, 4, 15, 17, 25, 40]) {
      expect(error(mean, mean)).toBeLessThan(1e-4);
      expect(error(mean, mean * 1.02), 'twin: a mean 2 % away').toBeGreaterThan(1e-4);
    }
  });

  test('never fall when the mean or the uniform rises, nor across the switch of method', () => {
    const falls = (count: (mean: number, u: number) => number) => {
      let found = 0;
      for (let i = 1; i < 400; i++) {
        // From the centre to the ends of a 32-bit draw.
        const u = i < 380 ? i / 380 : i % 2 ? 2 ** -(i - 370) : 1 - 2 ** -(i - 370);
        for (let mean = 0.05, before = 0; mean < 60; mean += 0.05) {
          const now = count(mean, u);
          if (now < before) found++;
          before = now;
        }
      }
      for (const mean of [0.3, 7, POISSON_EXACT_BELOW, 17, 300]) {
        for (let i = 1, before = 0; i < 5000; i++) {
          const now = count(mean, i / 5000);
          if (now < before) found++;
          before = now;
        }
      }
      return found;
    };
    expect(falls(poisson)).toBe(0);
    const shuffled = (mean: number, u: number) => poisson(mean, (u * 7919 * (1 + mean)) % 1 || 0.5);
    expect(falls(shuffled), 'twin: an unkeyed generator').toBeGreaterThan(1000);
  });

  test('are 0 at mean 0 and finite at the ends of a draw', () => {
    expect(poisson(0, 0.7)).toBe(0);
    expect(poisson(5, 1 - 2 ** -33)).toBeLessThan(40);
    expect(poisson(1e6, 2 ** -33)).toBeGreaterThan(9.9e5);
  });

  test('of agents have the mean at every scale and the spread of the people they stand for', () => {
    const mean = 2.4;
    for (const scale of [1, 10, 100]) {
      let sum = 0;
      let squares = 0;
      const side = 600;
      for (let i = 0; i < side; i++) {
        for (let j = 0; j < side; j++) {
          const count = poissonAgents(mean, scale, (i + 0.5) / side, (j + 0.5) / side);
          sum += count;
          squares += count * count;
        }
      }
      const average = sum / side ** 2;
      expect(Math.abs(average / mean - 1)).toBeLessThan(0.005);
      const variance = squares / side ** 2 - average ** 2;
      expect(variance).toBeGreaterThan(mean / scale - 0.01);
      expect(variance, 'rounding adds at most a quarter').toBeLessThan(mean / scale + 0.26);
    }
    expect(poissonAgents(mean, 1, 0.42, 0.999)).toBe(poisson(mean, 0.42));
  });
});

describe('quantiles', () => {
  test('of the normal law are those of the tables, symmetric, to twelve digits', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(1e-9)).toBeCloseTo(-5.997807015007687, 11);
    for (const p of [1e-7, 0.01, 0.3]) expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 8);
  });

  test('of the gamma law of mean 1 give back their probability, for every shape in use', () => {
    for (const shape of [0.3, 1, 1.6, 16, 160, 1600]) {
      for (const p of [0.001, 0.1, 0.5, 0.9, 0.999]) {
        expect(gammaProbability(shape, gammaQuantile(p, shape) * shape)).toBeCloseTo(p, 10);
        expect(
          Math.abs(gammaProbability(shape * 1.05, gammaQuantile(p, shape) * shape * 1.05) - p),
          'twin: another shape',
        ).toBeGreaterThan(1e-6);
      }
    }
    expect(gammaQuantile(0.5, 1)).toBeCloseTo(Math.log(2), 12);
    expect(gammaQuantile(0.999, 1.6)).toBeCloseTo(5.225634991747745, 10);
  });

  test('the classes of a gamma multiplier rise and have mean 1 and the variance of the law but for their width', () => {
    for (const shape of [1.6, 160]) {
      const means = gammaClassMeans(shape, 256);
      expect(means.every((mean, i) => i === 0 || mean > means[i - 1])).toBe(true);
      expect(means.reduce((sum, mean) => sum + mean, 0) / 256).toBeCloseTo(1, 12);
      const variance = means.reduce((sum, mean) => sum + (mean - 1) ** 2, 0) / 256;
      expect(Math.abs(variance * shape - 1)).toBeLessThan(0.02);
      expect(Math.abs(variance * shape * 1.05 - 1), 'twin: another shape').toBeGreaterThan(0.02);
    }
  });

  test('the hazard of Gompertz is its level at the pivot and grows by its slope', () => {
    expect(gompertz(0.008, 0.1, 60, 60)).toBe(0.008);
    expect(gompertz(0.008, 0.1, 70, 60) / 0.008).toBeCloseTo(Math.E, 12);
  });
});
