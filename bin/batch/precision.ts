/** Adds replicates in order, five by five, until the half-widths asked are reached. */
import { nextReplicates, type StudyPrecision, studyPrecision } from '../../analysis/comparison/precision.js';
import type { Plan } from '../../sim/batch/plan/types.js';
import type { BatchResult } from '../../sim/batch/run-batch.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import { readCells } from '../../sim/results/study/cells.js';
import type { StudyManifest } from '../../sim/results/study/manifest.js';
import { keepManifest, studyIn } from './study-folder.js';

/** What a batch did, with the precision it reached where one was asked. */
export interface PrecisionResult extends BatchResult {
  readonly reached: readonly StudyPrecision[];
}

interface Search {
  readonly dir: string;
  readonly plan: Plan;
  /** The study of the plan, without runs. */
  readonly asked: StudyManifest;
  /** The study with its first block of replicates. */
  readonly manifest: StudyManifest;
  readonly simulate: (manifest: StudyManifest) => Promise<BatchResult>;
}

/** Last year, France, everybody: what precision is asked of. */
export async function meetPrecision(search: Search): Promise<PrecisionResult> {
  const { dir, plan, asked, simulate } = search;
  const most = plan.replicates;
  const ran = [];
  let manifest = search.manifest;
  for (;;) {
    const result = await simulate(manifest);
    ran.push(...result.ran);
    const cells = await readCells(dir, {
      indicators: plan.precision.map(({ indicator }) => indicator),
      periods: [String(plan.to)],
      places: [FRANCE],
      groups: ['all'],
      scenarios: plan.scenarios.map(({ name }) => name),
    });
    const reached = studyPrecision(cells, plan.baseline, plan.precision);
    const replicates = Math.min(...plan.scenarios.map(({ name }) => replicatesOf(result.manifest, name)));
    if (replicates >= most || reached.every((one) => one.reached)) return { ...result, ran, reached };
    const counts = { points: plan.design.points, replicates: Math.min(most, nextReplicates(replicates)) };
    manifest = studyIn(dir, asked, counts);
    keepManifest(dir, manifest);
  }
}

/** Replicates that a study has of a scenario; it may have more of others. */
function replicatesOf({ additions }: StudyManifest, scenario: string): number {
  const own = additions.filter(({ scenarios }) => scenarios.includes(scenario));
  return Math.max(0, ...own.map(({ replicates }) => replicates[1]));
}
