/** How many threads one run takes when nobody says. */
import { describe, expect, test } from 'vitest';
import { type RunSettings, threadsFor } from '../bin/run/settings.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { restrictGeography } from '../sim/world/geography/restrict.js';

const FRANCE = buildGeography();
const CORSE = restrictGeography(FRANCE, ['Corse']);

function settings(scale: number, { replicates = 1, asked = false } = {}): RunSettings {
  const set = <T>(value: T) => ({ value, origin: 'default' }) as const;
  return {
    seed: set('maillage'),
    scale: set(scale),
    threads: { value: 8, origin: asked ? 'option' : 'cores' },
    from: set(2013),
    to: set(2035),
    replicates: set(replicates),
  };
}

describe('the threads of a run', () => {
  test('are all cores for France at 1:100, where two threads are faster than one', () => {
    expect(threadsFor(settings(100), FRANCE)).toEqual({ value: 8, origin: 'cores' });
  });

  test('are one where the run is small: France at 1:300, Corse at 1:10', () => {
    for (const [scale, geography] of [
      [300, FRANCE],
      [10, CORSE],
    ] as const)
      expect(threadsFor(settings(scale), geography)).toEqual({ value: 1, origin: 'small' });
  });

  test('are those asked for, small or not', () => {
    expect(threadsFor(settings(1000, { asked: true }), CORSE)).toEqual({ value: 8, origin: 'option' });
  });

  test('are all cores for replicates, which run side by side', () => {
    expect(threadsFor(settings(1000, { replicates: 4 }), CORSE)).toEqual({ value: 8, origin: 'cores' });
  });
});
