/** Runs stopped on the way: what was under way has not failed, and nothing begins afterwards. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type FamilyOutcome, runFamilies } from '../sim/engine/many.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { buildGeography } from '../sim/world/geography/build.js';

test('a run under way when a person stops the rest is not a failed run, and no other begins', async () => {
  const catalogue = loadCatalogue();
  const parameters = resolveParameters(catalogue, loadScenario('baseline', catalogue)).toJSON();
  const settings = { seed: 'interrupted', scale: 1000, from: 2013, to: 2050, threads: 1, places: ['94'] };
  const family = { ...settings, scenarios: [parameters] };
  const stop = new AbortController();
  const outcomes: FamilyOutcome[] = [];
  let given = 0;
  const working = runFamilies({
    atOnce: 2,
    geography: buildGeography(),
    signal: stop.signal,
    next: () => (given < 4 ? { id: given, family: { ...family, replicate: given++ } } : undefined),
    onOutcome: (_, outcome) => void outcomes.push(outcome),
    onProgress: () => stop.abort(),
  });
  await expect(working).rejects.toMatchObject({ code: 'interrupted' });
  await pause(200);
  expect(outcomes).toEqual([]);
  expect(given).toBe(2);
});
