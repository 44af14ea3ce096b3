/** Answers of a batch for programs. */
import { countRuns } from '../../sim/results/study/blocks.js';
import { type RunId, runName, type StudyManifest } from '../../sim/results/study/manifest.js';
import type { PrecisionResult } from './precision.js';
import type { Estimate } from './workload.js';

/** What a batch did. */
export function batchJson(dir: string, { manifest, ran, failed, missing, reached }: PrecisionResult) {
  return {
    study: manifest.name,
    folder: dir,
    dryRun: false,
    runs: countRuns(manifest.additions),
    ran: ran.map(runName),
    failed: failed.map(({ code, message, ...run }) => ({ run: runName(run), code, message })),
    missing: missing.length,
    precision: reached.map(({ indicator, scenario, wanted, halfWidth, replicates, ...one }) => ({
      indicator,
      scenario,
      baseline: one.baseline ?? null,
      wanted,
      halfWidth: Number.isNaN(halfWidth) ? null : halfWidth,
      replicates,
      reached: one.reached,
    })),
  };
}

/** What a batch would do. */
export function dryRunJson(dir: string, manifest: StudyManifest, todo: readonly RunId[], estimate: Estimate) {
  return {
    study: manifest.name,
    folder: dir,
    dryRun: true,
    runs: countRuns(manifest.additions),
    ran: [],
    failed: [],
    missing: todo.length,
    precision: [],
    estimate,
  };
}
