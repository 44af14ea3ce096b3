import { expect, test } from 'vitest';
import { runningSums } from '../sim/base/cumulated.js';
import { runKey } from '../sim/base/draws.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { PROFESSIONS, professionsOf } from '../sim/world/teams/professions.js';

const catalogue = loadCatalogue();
const shares = resolveParameters(catalogue, loadScenario('baseline', catalogue)).list(
  'msp.professions',
  12 * 113,
);
const sums = runningSums(shares);
const of = professionsOf(runKey('professions', 0));

test('a member keeps the profession whoever joins or leaves later', () => {
  const five = Array.from({ length: 5 }, (_, rank) => of(sums, 77, rank));
  const nine = Array.from({ length: 9 }, (_, rank) => of(sums, 77, rank));
  expect(nine.slice(0, 5)).toEqual(five);
});

/** Largest gap between the counts of 20,000 members and shares, in standard deviations. */
function gap(expected: readonly number[]): number {
  const n = 20_000;
  const counts = new Float64Array(PROFESSIONS.length);
  for (let team = 0; team < n / 5; team++)
    for (let rank = 0; rank < 5; rank++) counts[of(sums, team, rank)]++;
  return Math.max(...expected.map((p, row) => Math.abs(counts[row] - n * p) / Math.sqrt(n * p * (1 - p))));
}

test('over many teams, professions come in the shares of the parameter', () => {
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  // Seven two-sided comparisons at one in a thousand together.
  expect(gap(shares)).toBeLessThan(3.8);
});

test('and shares that are half a tenth off would be seen', () => {
  const wrong = shares.map((share, row) => (row === 0 ? share * 1.05 : share));
  expect(gap(wrong)).toBeGreaterThan(3.8);
});
