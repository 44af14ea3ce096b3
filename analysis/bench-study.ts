/**
 * Measures what a batch costs besides simulation, and what a second core brings. Ratios of one call, on the real thing:
 * whole runs of the baseline, kept, tabulated and documented as `maillage batch` does.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentTexts, writeRunsTable } from '../sim/batch/documents.js';
import type { Plan } from '../sim/batch/plan/types.js';
import { extendStudy, studyOfPlan } from '../sim/batch/study-of-plan.js';
import { studyRuns } from '../sim/batch/study-runs.js';
import type { Family } from '../sim/engine/many.js';
import { runSimulation } from '../sim/engine/simulate.js';
import type { Catalogue } from '../sim/parameters/catalogue.js';
import { frameOf } from '../sim/recorder/frame.js';
import { axesOf } from '../sim/results/study/axes.js';
import { blocksOf } from '../sim/results/study/blocks.js';
import { openStore } from '../sim/results/study/store.js';
import type { Geography } from '../sim/world/territory.js';
import { measureInProcess } from './measured-process.js';

export interface StudyBenchOptions {
  /** One scenario; its replicates make one block of tables. */
  readonly plan: Plan;
  readonly catalogue: Catalogue;
  readonly geography: Geography;
  readonly rounds: number;
  readonly signal?: AbortSignal;
}

export interface MachineryBench {
  /** Seconds of history of one run, and of everything else that a batch does for one run. */
  readonly simulationSeconds: number;
  readonly machinerySeconds: number;
  /** Machinery over simulation. */
  readonly share: number;
}

/** What keeping, tabulating and documenting a run costs, against its months of history. */
export async function benchMachinery(options: StudyBenchOptions): Promise<MachineryBench> {
  const { plan, catalogue, geography } = options;
  const counts = { points: 1, replicates: plan.replicates };
  const manifest = extendStudy(undefined, studyOfPlan(plan, { catalogue, geography }), counts, 'bench');
  const { identity } = manifest;
  const runs = studyRuns(manifest, catalogue);
  let started = 0;
  const { recording } = await runSimulation({
    parameters: runs.parameters(plan.baseline, 0).toJSON(),
    geography,
    seed: plan.seed,
    replicate: 0,
    scale: plan.scale,
    threads: 1,
    from: plan.from,
    to: plan.to,
    onHistory: () => {
      started = performance.now();
    },
  });
  const simulationSeconds = secondsSince(started);
  const dir = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
  try {
    const begun = performance.now();
    const store = openStore(dir, manifest, { axes: axesOf(manifest, geography), identityOf: runs.identity });
    const all = blocksOf(manifest.additions).flatMap((block) => block.runs);
    for (const run of all) {
      const frame = frameOf(recording, { ...identity, ...identity.keep, formulas: [] }, []);
      store.keep(run, { frame });
    }
    await store.settle();
    await writeRunsTable(join(dir, 'runs.parquet'), store.manifest(), 0, catalogue);
    documentTexts(store.manifest(), catalogue);
    const machinerySeconds = secondsSince(begun) / all.length;
    return { simulationSeconds, machinerySeconds, share: machinerySeconds / simulationSeconds };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

export interface CoresBench {
  /** Workers side by side. */
  readonly atOnce: number;
  readonly round: number;
  /** Seconds from one finished run to the next, once every worker has its world. */
  readonly secondsPerRun: number;
}

/** What the process of one measured batch is told. */
export interface CoresRequest {
  readonly atOnce: number;
  readonly families: readonly Family[];
}

/** Runs after each worker's first, which also sets up its world. */
const FURTHER = 4;

const PROGRAM = new URL('./bench-cores-process.js', import.meta.url);

/**
 * Batches of runs on one core and on `most`, one worker each, interleaved.
 * @param cores that can be held; with none, a lone worker's helpers (compiler, writers) use the other cores for nothing
 */
export async function benchCores(
  options: StudyBenchOptions,
  most: number,
  cores: readonly number[] | undefined,
): Promise<CoresBench[]> {
  const { plan, catalogue, geography, rounds, signal } = options;
  const manifest = studyOfPlan(plan, { catalogue, geography });
  const runs = studyRuns(manifest, catalogue);
  const parameters = runs.parameters(plan.baseline, 0).toJSON();
  const family = (replicate: number): Family => ({
    scenarios: [parameters],
    seed: plan.seed,
    replicate,
    scale: plan.scale,
    from: plan.from,
    to: plan.to,
    threads: 1,
    frame: { ...manifest.identity, ...manifest.identity.keep, formulas: [] },
  });
  const found: CoresBench[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const atOnce of most > 1 ? [1, most] : [1]) {
      const families = Array.from({ length: atOnce * (1 + FURTHER) }, (_, replicate) => family(replicate));
      const request: CoresRequest = { atOnce, families };
      const held = cores?.slice(0, atOnce);
      const secondsPerRun = await measureInProcess<number>(PROGRAM, request, signal, held);
      found.push({ atOnce, round, secondsPerRun });
    }
  }
  return found;
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}
