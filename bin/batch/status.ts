/** The work of `maillage status`. */
import { resolve } from 'node:path';
import { BATCH, STATUS } from '../../analysis/wording/batch.js';
import { LOCK } from '../../analysis/wording/lock.js';
import { displayPath } from '../../sim/base/paths.js';
import { inspectStudy, manifestIn, type StudyState } from '../../sim/batch/inspect.js';
import { lockParts } from '../../sim/batch/lock-refusal.js';
import { incompleteShards } from '../../sim/batch/shards.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { blocksOf } from '../../sim/results/study/blocks.js';
import { type RunId, runName } from '../../sim/results/study/manifest.js';
import { shardFolders } from '../../sim/results/study/store.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import type { Invocation } from '../command.js';
import { printJson } from '../json.js';
import { EXIT } from '../program.js';
import { tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

/** Runs named one by one. */
const NAMED = 12;

/**
 * Prints the state of a study.
 * @returns 0 when it is complete and sound, 3 when runs of it failed, else 1
 */
export function studyStatus(invocation: Invocation): number {
  const { terminal } = invocation;
  const dir = resolve(invocation.text('dir') ?? '');
  // A wrong folder is told before the geography, which takes seconds, is read.
  manifestIn(dir);
  const state = inspectStudy(dir, { catalogue: loadCatalogue(), geography: buildGeography() });
  if (invocation.flag('json')) printJson(terminal, 'status', statusJson(dir, state));
  else for (const line of statusLines(dir, state, terminal)) terminal.print(line);
  if (!state.complete) return EXIT.failed;
  return state.failed.length > 0 ? EXIT.someFailed : EXIT.done;
}

/** The state of a study as lines of at most 80 columns. */
export function statusLines(dir: string, state: StudyState, terminal: Terminal): string[] {
  const { manifest, runs, done, failed, missing, complete, lock, shardLocks } = state;
  const folder = displayPath(dir);
  const lines = [
    terminal.strong(terminal.tell(STATUS.title, { name: manifest.title[terminal.language], runs })),
    terminal.tell(STATUS.counts, { done, failed: failed.length, missing: missing.length }),
    '',
    ...scenarioTable(state, terminal),
    '',
  ];
  lines.push(...damageLines(dir, state, terminal));
  for (const failure of failed.slice(0, NAMED)) {
    lines.push(...wrap(terminal.tell(STATUS.failure, { run: runName(failure), message: failure.message })));
  }
  if (missing.length > 0) lines.push(...missingLines(dir, state, terminal));
  else if (shardFolders(dir).length > 0) lines.push(terminal.tell(STATUS.toMerge, { folder }));
  if (lock) lines.push(...wrap(terminal.tell(LOCK.held[lock.fate], lockParts(dir, lock.owner))));
  for (const { folder: shard, lock: held } of shardLocks) {
    lines.push(...wrap(terminal.tell(LOCK.held[held.fate], lockParts(`${dir}/${shard}`, held.owner))));
  }
  if (complete) lines.push(terminal.tell(STATUS.complete));
  return lines;
}

/** Each damaged file and what restores it; no line where all is sound. */
export function damageLines(dir: string, { damaged }: StudyState, terminal: Terminal): string[] {
  if (damaged.length === 0) return [];
  const files = damaged.map(({ file, what }) =>
    terminal.tell(STATUS.damagedFile, { file, what: terminal.tell(STATUS.what[what]) }),
  );
  return [...files, terminal.tell(STATUS.repair, { folder: displayPath(dir) })];
}

function scenarioTable({ manifest, failed, missing }: StudyState, terminal: Terminal): string[] {
  const all = blocksOf(manifest.additions).flatMap(({ runs }) => runs);
  const count = (list: readonly RunId[], name: string) =>
    list.filter(({ scenario }) => scenario === name).length;
  return tableLines(
    [
      { title: terminal.tell(STATUS.scenario), wraps: true },
      ...[STATUS.done, STATUS.failed, STATUS.missing].map((title) => ({
        title: terminal.tell(title),
        align: 'right' as const,
      })),
    ],
    manifest.scenarios.map(({ name }) => {
      const [lost, bad] = [count(missing, name), count(failed, name)];
      return [name, ...[count(all, name) - lost - bad, bad, lost].map(String)];
    }),
  );
}

function missingLines(dir: string, { manifest, missing }: StudyState, terminal: Terminal): string[] {
  const more = missing.length - NAMED;
  const named = missing.slice(0, NAMED).map(runName).join(', ');
  const rest = more > 0 ? ` ${terminal.tell(BATCH.andMore, { count: more })}` : '';
  const lines = wrap(terminal.tell(STATUS.missingRuns, { runs: named + rest }));
  const shards = incompleteShards(dir, manifest, missing);
  if (shards === undefined) return [...lines, terminal.tell(STATUS.goOn)];
  const { count, indices } = shards;
  const array = indices.map((index) => index - 1).join(',');
  return [...lines, ...wrap(terminal.tell(STATUS.shards, { count, list: indices.join(', '), array }))];
}

function statusJson(
  dir: string,
  { manifest, runs, done, failed, missing, damaged, complete, lock }: StudyState,
) {
  const shards = incompleteShards(dir, manifest, missing);
  return {
    study: manifest.name,
    folder: dir,
    complete,
    runs,
    done,
    failed: failed.map(({ code, message, ...run }) => ({ run: runName(run), code, message })),
    missing: missing.map(runName),
    incompleteShards: shards ? { count: shards.count, indices: shards.indices } : null,
    damaged,
    lock: lock ? { fate: lock.fate, host: lock.owner?.host ?? null, pid: lock.owner?.pid ?? null } : null,
  };
}
