/** What a study lacks of what a plan asks, and the blocks in which its runs are stored. */
import { dirname } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { MaillageError } from '../sim/base/errors.js';
import type { Plan } from '../sim/batch/plan/types.js';
import { extendStudy, studyOfPlan } from '../sim/batch/study-of-plan.js';
import { studyRuns } from '../sim/batch/study-runs.js';
import { blocksOf, countRuns } from '../sim/results/study/blocks.js';
import {
  type Addition,
  manifestState,
  runName,
  type StudyManifest,
  writeStudyManifest,
} from '../sim/results/study/manifest.js';
import { context, KEEP, newFolder, planFile, planIn, studyOf, writeScenario } from './support/studies.js';

let file: string;
let plan: Plan;
let study: StudyManifest;
beforeAll(async () => {
  file = planFile({ replicates: 3 });
  plan = await planIn(file);
  study = studyOf(plan);
});

const namesOf = ({ additions }: StudyManifest) =>
  blocksOf(additions).flatMap(({ runs }) => runs.map(runName));

function refusal(work: () => unknown): MaillageError {
  try {
    work();
  } catch (error) {
    if (error instanceof MaillageError) return error;
  }
  throw new Error('it was not refused');
}

describe('a study that is asked for more', () => {
  test('has every scenario × replicate of a new plan, in one addition', () => {
    expect(study.additions).toEqual([{ scenarios: ['calm', 'longer'], points: [0, 1], replicates: [0, 3] }]);
    expect(countRuns(study.additions)).toBe(6);
  });

  test('gets an addition for more replicates and leaves the others as they are', async () => {
    const more = studyOf(await planIn(file, { replicates: 5 }), study);
    expect(more.additions).toEqual([
      study.additions[0],
      { scenarios: ['calm', 'longer'], points: [0, 1], replicates: [3, 5] },
    ]);
    expect(namesOf(more).slice(0, 6)).toEqual(namesOf(study));
  });

  test('gets an addition for a new scenario, which meets the replicates of the others', async () => {
    const third = await planIn(planFile({ scenarios: ['calm', 'longer', 'fewer'], replicates: 3 }));
    const more = studyOf(third, study);
    expect(more.additions.slice(1)).toEqual([{ scenarios: ['fewer'], points: [0, 1], replicates: [0, 3] }]);
    expect(more.scenarios.map(({ name }) => name)).toEqual(['calm', 'longer', 'fewer']);
  });

  test('has nothing to do when it holds more than is asked', async () => {
    const fewer = await planIn(planFile({ scenarios: ['longer'], replicates: 2 }));
    expect(studyOf(fewer, study)).toBe(study);
  });

  test('takes another baseline when one is asked, and keeps its runs as they are; a single scenario asks none', async () => {
    const other = studyOf(await planIn(planFile({ more: 'baseline: longer' })), study);
    expect(other).toEqual({ ...study, baseline: 'longer' });
    expect(study.baseline).toBe('calm');
    const more = studyOf(await planIn(planFile({ scenarios: ['longer'], replicates: 9 })), study);
    expect(more.additions.length).toBeGreaterThan(study.additions.length);
    expect(more.baseline).toBe('calm');
  });

  test('gets the points that a longer Sobol sequence adds, for every replicate', async () => {
    const vary = (points: number) =>
      `vary: { method: sobol, points: ${points}, over: [{ parameter: care.minutes }] }`;
    const short = studyOf(await planIn(planFile({ more: vary(2) })));
    const long = studyOf(await planIn(planFile({ more: vary(4), replicates: 3 })), short);
    expect(long.additions.slice(1)).toEqual([
      { scenarios: ['calm', 'longer'], points: [2, 4], replicates: [0, 3] },
      { scenarios: ['calm', 'longer'], points: [0, 2], replicates: [2, 3] },
    ]);
    const runs = (some: StudyManifest) => studyRuns(some, context().catalogue);
    expect(runs(long).parameters('calm', 1).toJSON()).toEqual(runs(short).parameters('calm', 1).toJSON());
  });

  test('names every run once, whatever is asked in whatever order', () => {
    const one = fc.record({ replicates: fc.integer({ min: 1, max: 6 }), pair: fc.boolean() });
    const both = studyOfPlan(plan, context());
    const alone = { ...both, scenarios: both.scenarios.slice(1), baseline: 'longer' };
    const property = fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (asked) => {
      let grown: StudyManifest | undefined;
      for (const { replicates, pair } of asked)
        grown = extendStudy(grown, pair ? both : alone, { points: 1, replicates }, 'here');
      const names = namesOf(grown as StudyManifest);
      expect(new Set(names).size).toBe(names.length);
      const most = (some: typeof asked) => Math.max(0, ...some.map(({ replicates }) => replicates));
      expect(names.filter((name) => name.startsWith('longer')).length).toBe(most(asked));
      expect(names.filter((name) => name.startsWith('calm')).length).toBe(
        most(asked.filter(({ pair }) => pair)),
      );
    });
    fc.assert(property, { seed: 3, numRuns: 60 });
  });

  test('is the same when its manifest was written and read in between', async () => {
    const formula =
      'indicators: [{ id: half, formula: gpsLiberal / 2, unit: GPs, label: { en: Half, fr: La moitié } }]';
    const lever = '{ parameter: training.places, operation: multiply, range: [0.9, 1.1], from: 2013-06 }';
    const vary = `vary: { method: latin-hypercube, points: 2, over: [{ parameter: care.minutes }, ${lever}] }`;
    const asked = await planIn(planFile({ more: `${formula}\n${vary}` }));
    const folder = newFolder();
    writeStudyManifest(folder, studyOf(asked));
    const found = manifestState(folder);
    if (found.state !== 'whole') throw new Error(found.state);
    expect(studyOf(asked, found.manifest)).toBe(found.manifest);
  });
});

describe('a study of other runs is refused, and what differs is told:', () => {
  test.each([
    ['the seed', { seed: 'other' }, 'seed "tiny" there, "other" asked'],
    ['the scale', { scale: 500 }, 'scale 1000 there, 500 asked'],
    ['the years', { to: 2014 }, 'to 2013 there, 2014 asked'],
  ])('%s', async (_, overrides, says) => {
    const other = await planIn(file, overrides);
    const error = refusal(() => studyOf(other, study));
    expect([error.code, error.exitCode]).toEqual(['identity-clash', 2]);
    expect(error.message).toContain(`here holds another study of 6 runs (${says})`);
    expect(error.message).toContain('--out');
  });

  test.each([
    ['months', KEEP.replace('territories: true', 'months: true'), 'keep.months false there, true asked'],
    [
      'indicators',
      KEEP.replace('gpsLiberal', 'acts'),
      'keep.indicators: only there gpsLiberal, only asked acts',
    ],
    ['places', KEEP.replace(', "94"', ''), 'keep.places: only there 94, only asked none'],
    ['no territories', KEEP.replace('true', 'false'), 'keep.territories true there, false asked'],
  ])('what is kept (%s)', async (_, keep, says) => {
    const other = await planIn(planFile({ keep }));
    expect(refusal(() => studyOf(other, study)).message).toContain(`(${says})`);
  });

  test('the code', () => {
    const older = { ...study, identity: { ...study.identity, code: '0.0.9+0' } };
    expect(refusal(() => studyOf(plan, older)).message).toMatch(/\(code "0\.0\.9\+0" there, "\d.+" asked\)/);
  });

  test('the check of invariants', () => {
    const checked = studyOfPlan(plan, { ...context(), check: true });
    expect(refusal(() => studyOf(plan, { ...checked, additions: study.additions })).message).toContain(
      'check true there, false asked',
    );
  });

  test('the parameters of a scenario of the same name', async () => {
    writeScenario(
      dirname(file),
      'longer',
      '[{ parameter: care.minutes, from: 2013-08, value: 21, reason: A test. }]',
    );
    const other = await planIn(file);
    expect(refusal(() => studyOf(other, study)).message).toContain(
      'scenario "longer" has other parameters than the one of that name there',
    );
  });

  test('another way to the same values, once the values under it vary', async () => {
    const more = 'vary: { method: sobol, points: 2, over: [{ parameter: care.minutes }] }';
    const folder = newFolder();
    const own = planFile({ scenarios: ['calm', 'fewer'], more }, folder);
    const former = studyOf(await planIn(own));
    writeScenario(
      folder,
      'calm',
      '[{ parameter: care.minutes, from: 2013-08, multiply: 1, reason: A test. }]',
    );
    const other = await planIn(own);
    expect(other.design.points).toBe(2);
    expect(refusal(() => studyOf(other, former)).message).toContain('scenario "calm"');
    const plain = await planIn(planFile({ scenarios: ['calm', 'fewer'] }, folder));
    expect(studyOfPlan(plain, context()).scenarios[0].digest).toBe(former.scenarios[0].digest);
  });
});

describe('blocks', () => {
  /** Files of a study: two tables a block, a table of runs an addition, and the documents. */
  function filesOf(additions: StudyManifest['additions']): number {
    const DOCUMENTS = 5;
    return 2 * blocksOf(additions).length + additions.length + DOCUMENTS;
  }
  const scenarios = (count: number): string[] => Array.from({ length: count }, (_, s) => `s${s}`);
  const grid = (count: number, points: number, replicates: number): Addition[] => [
    { scenarios: scenarios(count), points: [0, points], replicates: [0, replicates] },
  ];

  test.each([
    [1, 1, 10_000],
    [4, 1, 2500],
    [4, 500, 5],
    [26, 385, 1],
    [49, 1, 204],
    [51, 4, 49],
    [100, 10, 10],
    [1000, 1, 10],
  ])('%i scenarios × %i points × %i replicates, some 10,000 runs, make at most 500 files', (s, p, r) => {
    const additions = grid(s, p, r);
    expect(Math.abs(countRuns(additions) - 10_000)).toBeLessThan(100);
    expect(filesOf(additions)).toBeLessThanOrEqual(500);
  });

  test('ten thousand runs added in twenty steps still make at most 500 files', () => {
    const additions = Array.from({ length: 20 }, (_, step) => ({
      scenarios: scenarios(4),
      points: [0, 1] as const,
      replicates: [step * 125, (step + 1) * 125] as const,
    }));
    expect(countRuns(additions)).toBe(10_000);
    expect(filesOf(additions)).toBeLessThanOrEqual(500);
  });

  test('hold whole families, each run once, in the order of scenario, replicate, point', () => {
    const additions = [
      ...grid(3, 5, 7),
      { scenarios: ['late'], points: [0, 5], replicates: [0, 2] } as Addition,
    ];
    const blocks = blocksOf(additions);
    const names = blocks.flatMap(({ runs }) => runs.map(runName));
    expect(new Set(names).size).toBe(countRuns(additions));
    for (const { addition, runs } of blocks) {
      const order = runs.map(({ scenario, replicate, point }) => [
        additions[addition].scenarios.indexOf(scenario),
        replicate,
        point,
      ]);
      expect(order).toEqual([...order].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]));
      const units = new Set(runs.map(({ point, replicate }) => `${point}/${replicate}`));
      expect(runs.length).toBe(units.size * additions[addition].scenarios.length);
    }
  });
});
