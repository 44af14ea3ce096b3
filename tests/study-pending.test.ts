/** Runs kept one by one: a damaged or foreign file counts for nothing, and memory holds none of their values. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunId, runName, type StudyManifest } from '../sim/results/study/manifest.js';
import { openPending, pendingName, type RunOutcome, readPending } from '../sim/results/study/pending.js';
import { openStore } from '../sim/results/study/store.js';
import {
  keepMadeRuns,
  madeRun,
  newFolder,
  planFile,
  planIn,
  runsOf,
  storeOptions,
  studyAsked,
  studyOf,
} from './support/studies.js';

/** Numbers of a run in the test of memory. */
const VALUES = 75_000;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let manifest: StudyManifest;
let dir: string;
beforeAll(async () => {
  manifest = await studyAsked({ replicates: 3 });
  dir = newFolder();
  keepMadeRuns(dir, manifest, runsOf(manifest), { failed: ['longer/0/1'] });
});

const readIn = (folder: string) => readPending(folder, storeOptions(manifest).identityOf);

describe('a run that is kept', () => {
  test('is found again with its numbers, or with its error', () => {
    const { runs, damaged } = readIn(join(dir, 'pending'));
    expect(damaged).toEqual([]);
    expect(runs.map(({ run }) => runName(run)).sort()).toEqual(runsOf(manifest).map(runName).sort());
    expect(runs.filter(({ error }) => error).map(({ run }) => runName(run))).toEqual(['longer/0/1']);
    const one = runs[0];
    const made = madeRun(one.run, storeOptions(manifest));
    if (!('frame' in made)) throw new Error('it failed');
    const reader = openPending(one.file);
    const { values, territories } = made.frame;
    expect(reader.values(0, values.length)).toEqual(values);
    expect(reader.values(3, 2)).toEqual(values.slice(3, 5));
    expect(reader.territories(7, 20)).toEqual(territories.slice(7, 27));
    reader.close();
  });

  test('counts for nothing with any one of its bytes changed, or cut short anywhere', () => {
    const whole = readFileSync(join(dir, 'pending', pendingName(runsOf(manifest)[0])));
    const folder = newFolder();
    const file = join(folder, 'calm.p0.r0.run');
    const heard = (bytes: Uint8Array) => {
      writeFileSync(file, bytes);
      const { runs, damaged } = readIn(folder);
      return [runs.length, damaged];
    };
    expect(heard(whole)).toEqual([1, []]);
    for (let at = 0; at < whole.length; at += at < 40 ? 1 : Math.ceil(whole.length / 40)) {
      const flipped = Uint8Array.from(whole);
      flipped[at] ^= 1 << (at % 8);
      expect(heard(flipped)).toEqual([0, [file]]);
      expect(heard(whole.subarray(0, at))).toEqual([0, [file]]);
    }
  });

  test('counts for nothing in a study that keeps other values, or whose scenario is another', async () => {
    const folder = newFolder();
    cpSync(dir, folder, { recursive: true });
    const other = await studyAsked({ replicates: 3, keep: '{ indicators: [aplMean], places: [FR] }' });
    const missing = (study: StudyManifest) =>
      openStore(folder, study, storeOptions(study)).missing().map(runName);
    expect(missing(manifest)).toEqual([]);
    expect(missing(other)).toEqual(runsOf(manifest).map(runName));
    const [calm, longer] = manifest.scenarios;
    const renamed = { ...manifest, scenarios: [calm, { ...longer, digest: calm.digest }] };
    expect(missing(renamed)).toEqual(['longer/0/0', 'longer/0/1', 'longer/0/2']);
  });

  test('may go while its folder is being looked at', () => {
    const folder = newFolder();
    cpSync(dir, folder, { recursive: true });
    const options = storeOptions(manifest);
    const { runs, damaged } = readPending(join(folder, 'pending'), (scenario) => {
      // A batch that finishes its block meanwhile removes the files.
      for (const name of ['longer.p0.r0.run', 'longer.p0.r1.run', 'longer.p0.r2.run'])
        rmSync(join(folder, 'pending', name), { force: true });
      return options.identityOf(scenario);
    });
    expect([runs.map(({ run }) => run.scenario), damaged]).toEqual([['calm', 'calm', 'calm'], []]);
  });
});

test('a store keeps of a run only where it is: memory does not grow with the values', async () => {
  const large = studyOf(await planIn(planFile({ replicates: 25 })));
  const options = { ...storeOptions(large), folder: 'shards/0001-of-0001', writesTables: false };
  const store = openStore(newFolder(), large, options);
  const used = async () => {
    // What was freed is given back a little later, and counted then.
    for (let turn = 0; turn < 5; turn++) {
      collectGarbage();
      await setTimeout(20);
    }
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    return arrayBuffers + heapUsed;
  };
  const growth = async (keep: (run: RunId, outcome: RunOutcome) => void) => {
    const was = await used();
    for (const run of runsOf(large)) {
      const values = new Float64Array(VALUES).fill(1 / 3);
      keep(run, { frame: { values, territories: values.slice(0, 1) } });
    }
    return (await used()) - was;
  };
  const all = runsOf(large).length * VALUES * Float64Array.BYTES_PER_ELEMENT;
  expect(await growth((run, outcome) => store.keep(run, outcome))).toBeLessThan(all / 10);
  const hoard: RunOutcome[] = [];
  expect(await growth((_, outcome) => hoard.push(outcome))).toBeGreaterThan(all / 2);
});
