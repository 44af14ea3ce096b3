/** `--precision`: replicates come five by five until the half-width asked holds, however often it is interrupted. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { meetPrecision, type PrecisionResult } from '../bin/batch/precision.js';
import { openRuns } from '../sim/batch/inspect.js';
import type { Plan } from '../sim/batch/plan/types.js';
import { extendStudy, studyOfPlan } from '../sim/batch/study-of-plan.js';
import { meanInterval } from '../sim/recorder/statistics.js';
import {
  type RunId,
  readStudy,
  type StudyManifest,
  writeStudyManifest,
} from '../sim/results/study/manifest.js';
import { writePending } from '../sim/results/study/pending.js';
import { contents, context, finish, newFolder, planFile, planIn, storeOptions } from './support/studies.js';

let plan: Plan;
let asked: StudyManifest;
beforeAll(async () => {
  plan = await planIn(planFile({ keep: '{ indicators: [population], places: [FR], territories: false }' }));
  asked = studyOfPlan(plan, context());
});

/** Made-up values: those of `calm` are all alike, so that a difference from it is the value of the other, less 100. */
function madeUp({ scenario, replicate }: RunId): number {
  return scenario === 'calm' ? 100 : 100 + ((replicate * 7919) % 31) - 15;
}

/** Half-width of the difference after 1, 2, 3 … replicates. */
const halfWidths = Array.from({ length: 60 }, (_, n) => {
  const values = Array.from({ length: n + 1 }, (_, replicate) =>
    madeUp({ scenario: 'longer', point: 0, replicate }),
  );
  return meanInterval(values).halfWidth;
});

/** Replicates after which `wanted` holds, and goes on holding for five more (Hoad, Robinson and Davies 2010). */
function needed(wanted: number): number {
  for (let n = 3; ; n++) if (halfWidths.slice(n - 1, n + 5).every((half) => half <= wanted)) return n;
}

/** Blocks of five that hold so many replicates and the five that follow them. */
function blocksFor(replicates: number): number[][] {
  return Array.from({ length: Math.ceil((replicates + 5) / 5) }, (_, b) => [5 * b, 5 * b + 5]);
}

interface Search {
  readonly wanted: number;
  readonly most?: number;
  /** It is killed at the end of so many simulations, before their tables are written. */
  readonly killedAfter?: number;
}

/** A search in `dir` whose runs are made up. */
function search(dir: string, { wanted, most = 60, killedAfter }: Search): Promise<PrecisionResult> {
  let simulations = 0;
  const existing = existsSync(join(dir, 'study.json')) ? readStudy(dir) : undefined;
  const start = { points: 1, replicates: Math.min(5, most) };
  const { axes, identityOf } = storeOptions(asked);
  return meetPrecision({
    dir,
    plan: { ...plan, replicates: most, precision: [{ indicator: 'population', halfWidth: wanted }] },
    asked,
    manifest: extendStudy(existing, asked, start, dir),
    simulate: async (study) => {
      writeStudyManifest(dir, study);
      const { missing } = openRuns(dir, study, axes, identityOf);
      for (const run of missing) {
        const values = new Float64Array(axes.cells.length).fill(madeUp(run));
        const frame = { values, territories: new Float64Array(0) };
        writePending(join(dir, 'pending'), run, identityOf(run.scenario) ?? '', { frame });
      }
      if (++simulations === killedAfter) throw new Error('killed');
      return { ...(await finish(dir, study)), ran: missing };
    },
  });
}

describe('a batch with a precision to reach', () => {
  test.each([12, 8, 6, 4])('of ±%d stops with the block that holds what the rule asks', async (wanted) => {
    const n = needed(wanted);
    const { reached, ran, manifest } = await search(newFolder(), { wanted });
    expect(reached).toMatchObject([
      { indicator: 'population', scenario: 'longer', baseline: 'calm', reached: true, replicates: n },
    ]);
    expect(reached[0].halfWidth).toBeCloseTo(halfWidths[n - 1], 12);
    expect(manifest.additions.map(({ replicates }) => replicates)).toEqual(blocksFor(n));
    expect(ran.length).toBe(2 * 5 * blocksFor(n).length);
  });

  test('needs more replicates the narrower it is', () => {
    expect(needed(4)).toBeGreaterThan(needed(6));
    expect(needed(6)).toBeGreaterThan(needed(12));
  });

  test('gives up at the most that is allowed, even within the first block', async () => {
    for (const most of [3, 12]) {
      const { reached, manifest } = await search(newFolder(), { wanted: 1e-6, most });
      expect(reached).toMatchObject([{ reached: false, replicates: most }]);
      expect(Math.max(...manifest.additions.map(({ replicates }) => replicates[1]))).toBe(most);
    }
  });

  test('ends the same when it was killed in its first, second or third block', async () => {
    const wanted = 6;
    const whole = newFolder();
    const { ran } = await search(whole, { wanted });
    expect(ran.length).toBeGreaterThanOrEqual(30);
    for (const killedAfter of [1, 2, 3]) {
      const dir = newFolder();
      await expect(search(dir, { wanted, killedAfter })).rejects.toThrow('killed');
      const { reached } = await search(dir, { wanted });
      expect(reached).toMatchObject([{ reached: true, replicates: needed(wanted) }]);
      expect(contents(dir)).toEqual(contents(whole));
    }
  });

  test('counts the replicates of its own scenarios, not those that the study has of others', async () => {
    const dir = newFolder();
    const three = await planIn(
      planFile({
        scenarios: ['fewer'],
        keep: '{ indicators: [population], places: [FR], territories: false }',
      }),
    );
    const other = extendStudy(undefined, studyOfPlan(three, context()), { points: 1, replicates: 30 }, dir);
    writeStudyManifest(dir, other);
    const { reached, manifest } = await search(dir, { wanted: 12 });
    expect(reached).toMatchObject([{ reached: true, replicates: needed(12) }]);
    const own = manifest.additions.filter(({ scenarios }) => scenarios.includes('longer'));
    expect(own.map(({ replicates }) => replicates)).toEqual(blocksFor(needed(12)));
  });
});
