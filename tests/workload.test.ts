/** What a batch says it will take, and what may be asked of it. */
import { expect, test } from 'vitest';
import { estimateOf } from '../bin/batch/workload.js';
import { BOUNDS as RUN } from '../bin/run/settings.js';
import { BOUNDS as PLAN } from '../sim/batch/plan/file.js';
import { DEFAULTS } from '../sim/batch/plan/settle.js';
import { HEADLINE } from '../sim/recorder/dictionary.js';
import { context, planFile, planIn, runsOf, studyOf } from './support/studies.js';

/** Bytes of a number, and of the line of a run in the table of runs. */
const [NUMBER, LINE] = [8, 4096];

test('the disk of a batch counts the territories that are simulated, and no others', async () => {
  const plan = await planIn(planFile());
  const study = studyOf(plan);
  const runs = runsOf(study);
  const corse = context().geography.territories.filter(({ region }) => region === '94').length;
  expect(corse).toBeGreaterThan(5);
  const workload = { threads: 1, atOnce: 1, each: 1 };
  const { diskBytes } = estimateOf(plan, study, runs, context(), workload);
  const { cells, indicators } = study.identity.keep;
  const numbers = cells.length * indicators.length + corse * HEADLINE.length;
  expect(diskBytes).toBe(runs.length * (numbers * NUMBER + LINE));
});

test('a run and a plan have the same bounds and the same seed and scale, from one source', async () => {
  for (const name of ['scale', 'replicates', 'years'] as const) expect(PLAN[name]).toBe(RUN[name]);
  expect(DEFAULTS).toMatchObject({ seed: 'maillage', scale: 100 });
});
