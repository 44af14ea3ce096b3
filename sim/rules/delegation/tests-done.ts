/**
 * Tests of diabetics, by GP, in December: the expected share of them who have had the tests of the year, the measure of the
 * IRDES study of Asalée (QES 264, 2021).
 *
 * A diabetic is due some follow-ups a year. The own GP does one with the chance announced to patients, and orders the test
 * in a share of those done. A nurse who follows the diabetic does most of them herself and orders the test each time, for
 * her protocol lets her (derogatory act, IRDES); she has no other advantage. What a GP announces holds what delegates add
 * to follow-up on time, which is taken off here. Follow-ups are independent trials: no person is drawn.
 */
import { ANNOUNCED_ONE, announcedFollowUp, GP_ANNOUNCED, GP_COUNTERS } from '../../world/tallies.js';
import type { World } from '../../world/world.js';
import type { Eligible } from './eligible.js';
import type { TestSettings } from './settings.js';

/** Fills `physicians.tested` for every practising GP, from the caseloads and announcements of last month. */
export function testsDone(world: World, { diabetes }: Eligible, settings: TestSettings): void {
  const { gpStart, gpOrder } = world;
  const [lane] = world.gpLanes;
  const { tested, covered, diabetics, list } = world.physicians.columns;
  const { followUps, withNurse, met, ordered, asked } = settings;
  const chance = chanceOfTests(followUps);
  const nurseVisits = Math.min(withNurse, followUps);
  for (let z = 0; z + 1 < gpStart.length; z++) {
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = gpOrder[i];
      const announced = announcedFollowUp(lane[row * GP_COUNTERS + GP_ANNOUNCED]) / ANNOUNCED_ONE;
      const orders = ownFollowUp(announced, covered[row], met) * ordered;
      const alone = chance(0, met, followUps, orders, asked);
      const ill = list[row] * diabetes[z];
      if (diabetics[row] <= 0 || ill <= 0) {
        tested[row] = alone;
        continue;
      }
      const both = chance(nurseVisits, met, followUps - nurseVisits, orders, asked);
      tested[row] = alone + Math.min(1, diabetics[row] / ill) * (both - alone);
    }
  }
}

/** Chance of a follow-up on time with the GP alone, from the one announced: `own + covered × (met − own)`. */
export function ownFollowUp(announced: number, covered: number, met: number): number {
  if (covered >= 1) return announced;
  return Math.min(1, Math.max(0, (announced - covered * met) / (1 - covered)));
}

/**
 * A function of the chance of at least `asked` successes in `first` trials of chance `p` and `then` trials of chance `q`,
 * for up to `most` trials in all; its scratch is its own.
 */
export function chanceOfTests(
  most: number,
): (first: number, p: number, then: number, q: number, asked: number) => number {
  /** Chance of each number of successes so far. */
  const successes = new Float64Array(most + 1);

  function trial(before: number, p: number): void {
    for (let k = before + 1; k > 0; k--) successes[k] += p * (successes[k - 1] - successes[k]);
    successes[0] *= 1 - p;
  }

  return (first, p, then, q, asked) => {
    successes.fill(0);
    successes[0] = 1;
    for (let n = 0; n < first; n++) trial(n, p);
    for (let n = first; n < first + then; n++) trial(n, q);
    let sum = 0;
    for (let k = asked; k <= first + then; k++) sum += successes[k];
    return Math.min(1, sum);
  };
}
