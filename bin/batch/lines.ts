/** What a person reads of a batch: settings, amount of work, failures, and in the end the comparison. */
import { filterOf, selectCells } from '../../analysis/comparison/selection.js';
import { BATCH } from '../../analysis/wording/batch.js';
import { RUN } from '../../analysis/wording/run.js';
import { displayPath } from '../../sim/base/paths.js';
import type { Plan } from '../../sim/batch/plan/types.js';
import type { Shard } from '../../sim/batch/work.js';
import { countRuns } from '../../sim/results/study/blocks.js';
import { type Failure, type RunId, runName, type StudyManifest } from '../../sim/results/study/manifest.js';
import { comparisonLines } from '../compare/lines.js';
import { precisionLines } from '../compare/precision-lines.js';
import { openStudy } from '../compare/source.js';
import { wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import type { PrecisionResult } from './precision.js';
import { bytes, duration } from './progress.js';
import type { Estimate, Workload } from './workload.js';

const SECONDS_PER_MINUTE = 60;
/** Failures told one by one. */
const TOLD = 5;

/** The settings of a batch, one a line. */
export function planLines(plan: Plan, workload: Workload, dir: string, terminal: Terminal): string[] {
  const { settings } = BATCH;
  const { threads, atOnce } = workload;
  const use =
    atOnce > 1 ? terminal.tell(settings.sideBySide, { runs: atOnce }) : terminal.tell(settings.onAll);
  const { design, scale } = plan;
  const names = design.dimensions.map(({ name }) => name).join(', ');
  const rows: [string, string][] = [
    [terminal.tell(settings.study), plan.title?.[terminal.language] ?? plan.name],
    [
      terminal.tell(settings.scenarios),
      `${plan.scenarios.map(({ name }) => name).join(', ')} (${terminal.tell(settings.compared, { name: plan.baseline })})`,
    ],
    [terminal.tell(RUN.settings.seed), plan.seed],
    [terminal.tell(RUN.settings.scale), `${scale} (${terminal.tell(RUN.settings.scaleMeaning, { scale })})`],
    [terminal.tell(RUN.settings.years), `${plan.from}–${plan.to}`],
    [
      terminal.tell(RUN.settings.replicates),
      plan.precision.length > 0
        ? terminal.tell(settings.atMost, { replicates: plan.replicates })
        : String(plan.replicates),
    ],
  ];
  if (design.method !== 'none') {
    const what = terminal.tell(settings.pointsOf, { method: design.method, names });
    rows.push([terminal.tell(settings.points), `${design.points} (${what})`]);
  }
  rows.push([terminal.tell(settings.threads), `${threads} (${use})`]);
  rows.push([terminal.tell(settings.folder), displayPath(dir)]);
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.flatMap(([name, value]) => {
    const [first, ...rest] = wrap(value, 80 - width - 2);
    return [`${name.padEnd(width)}  ${first}`, ...rest.map((line) => `${' '.repeat(width + 2)}${line}`)];
  });
}

/** How many runs are to be made, and what that takes. */
export function workLines(
  { additions }: StudyManifest,
  todo: readonly RunId[],
  { minutes, diskBytes, memoryBytes }: Estimate,
  {
    workload,
    shard,
    terminal,
  }: { readonly workload: Workload; readonly shard?: Shard; readonly terminal: Terminal },
): string[] {
  const runs = countRuns(additions);
  const missing = todo.length;
  const planned =
    shard === undefined
      ? terminal.tell(BATCH.planned, { runs, known: runs - missing, missing })
      : terminal.tell(BATCH.shardPlanned, { shard: `${shard.index}/${shard.count}`, runs, missing });
  if (missing === 0) return [planned];
  const estimate = terminal.tell(BATCH.estimate, {
    time: duration(minutes * SECONDS_PER_MINUTE, terminal),
    threads: workload.threads,
    disk: bytes(diskBytes, terminal),
    memory: bytes(memoryBytes, terminal),
  });
  return [planned, estimate];
}

/** The failed runs of a study, the first of them one by one. */
export function failureLines(failed: readonly Failure[], terminal: Terminal): string[] {
  if (failed.length === 0) return [];
  const more = failed.length - TOLD;
  return [
    terminal.tell(BATCH.failedRuns, { count: failed.length }),
    ...failed.slice(0, TOLD).flatMap((failure) => wrap(`- ${runName(failure)}: ${failure.message}`)),
    ...(more > 0 ? [terminal.tell(BATCH.andMore, { count: more })] : []),
    terminal.tell(BATCH.retry),
  ];
}

/** The comparison of a study's scenarios, and how many replicates a precision took. */
export async function answerLines(
  dir: string,
  { reached }: PrecisionResult,
  terminal: Terminal,
): Promise<string[]> {
  const { facts, cells } = await openStudy(dir);
  const precision = reached.length > 0 ? ['', ...precisionLines(reached, terminal)] : [];
  if (facts.scenarios.length < 2) return precision;
  const selection = selectCells(facts, {}, terminal.language);
  const read = await cells(filterOf(selection));
  return ['', ...comparisonLines(read, { facts, selection }, terminal), ...precision];
}
