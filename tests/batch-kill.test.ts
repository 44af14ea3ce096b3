/** A batch killed at ten seeded moments, each time gone on with by the same command, ends as if nobody had killed it. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openRuns } from '../sim/batch/inspect.js';
import { readProvenance } from '../sim/batch/provenance.js';
import { readStudy, runName, type StudyManifest } from '../sim/results/study/manifest.js';
import { logged, starting, until } from './support/running.js';
import { contents, newFolder, planFile, planIn, runsOf, storeOptions, studyOf } from './support/studies.js';

const RUNS = 4;
const SEED = 3;
const TAKEN_OVER = /process \d+ on \S+, which worked there since \S+, has ended; its lock is taken over/;
const file = planFile({ replicates: RUNS / 2 });
const words = (dir: string) => ['batch', file, '--out', dir, '--threads', '1'];
let asked: StudyManifest;
let whole: string;
beforeAll(async () => {
  asked = studyOf(await planIn(file));
  whole = newFolder();
  const { code, stderr } = await starting(words(whole)).ended;
  expect([code, stderr]).toEqual([0, expect.stringContaining(`${RUNS} runs simulated in`)]);
}, 240_000);

interface Moment {
  /** Once so many runs are done in all and this call has begun to simulate; or, for -1, once the study has begun. */
  readonly runs: number;
  /** Milliseconds after that. */
  readonly later: number;
}

/** Two rows of five moments, each after the one before it; drawn from a seed. */
const moment = (runs: number) =>
  fc.record({ runs: fc.constant(runs), later: fc.integer({ min: 0, max: 250 }) });
const ROWS = fc.sample(fc.tuple(moment(-1), moment(0), moment(1), moment(2), moment(RUNS - 1)), {
  numRuns: 2,
  seed: SEED,
});

/** Runs that a folder holds, in tables or in files of their own. */
function heldIn(dir: string): string[] {
  if (!existsSync(join(dir, 'study.json'))) return [];
  const manifest = readStudy(dir);
  const { axes, identityOf } = storeOptions(manifest);
  const lost = openRuns(dir, manifest, axes, identityOf).missing.map(runName);
  return namesIn(asked).filter((name) => !lost.includes(name));
}

const namesIn = (study: StudyManifest) => runsOf(study).map(runName);

/** Starts the command and kills it at a moment; the lock of the dead one stays. */
async function killedAt(dir: string, { runs, later }: Moment): Promise<{ pid: number; said: string }> {
  const { sessions } = logged(dir);
  const running = starting(words(dir));
  const hasCome = () => {
    if (runs < 0) return existsSync(join(dir, 'study.json'));
    const now = logged(dir);
    return now.sessions > sessions && now.runs >= runs;
  };
  await until(hasCome, running);
  await setTimeout(later);
  running.signal('SIGKILL');
  const { code, stderr } = await running.ended;
  if (code === null) expect(existsSync(join(dir, 'lock'))).toBe(true);
  return { pid: running.pid, said: stderr };
}

describe('killed', () => {
  test.concurrent.each(ROWS.map((row) => [row]))(
    'at %j, it loses at most the run in flight each time and ends identical',
    async (row) => {
      const dir = join(newFolder(), 'study');
      mkdirSync(dir);
      const sessions: { pid: number; before: string[]; after: string[] }[] = [];
      for (const at of row) {
        const before = heldIn(dir);
        const { pid, said } = await killedAt(dir, at);
        const after = heldIn(dir);
        expect(after).toEqual(expect.arrayContaining(before));
        expect(after.length).toBeGreaterThanOrEqual(at.runs);
        if (sessions.length > 0) expect(said).toMatch(TAKEN_OVER);
        expect(said).toContain(
          `${RUNS} runs: ${before.length} already there, ${RUNS - before.length} to simulate.`,
        );
        sessions.push({ pid, before, after });
      }
      const last = starting(words(dir));
      expect((await last.ended).code).toBe(0);
      expect(contents(dir)).toEqual(contents(whole));
      // A session that found nothing left to simulate, or was killed before it began, is not told of.
      const told = readProvenance(dir);
      const ranBy = (process: number) => (told.find((one) => one.pid === process)?.runs ?? []).toSorted();
      const missing = namesIn(asked).filter((name) => !sessions.at(-1)?.after.includes(name));
      expect(ranBy(last.pid)).toEqual(missing.toSorted());
      for (const { pid, before, after } of sessions) {
        // A run that was kept an instant before the kill may be missing from the log of the session killed.
        const made = after.filter((name) => !before.includes(name));
        expect(made).toEqual(expect.arrayContaining(ranBy(pid)));
        expect(made.length - ranBy(pid).length).toBeLessThanOrEqual(1);
      }
    },
    240_000,
  );

  test('ten times in all, at different moments', () => {
    const moments = new Set(ROWS.flat().map(({ runs, later }) => `${runs} ${later}`));
    expect(moments.size).toBe(10);
  });
});
