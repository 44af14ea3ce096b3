/** The work of `maillage merge`: tables out of the runs of shards. */
import { resolve } from 'node:path';
import { MERGE } from '../../analysis/wording/batch.js';
import { displayPath } from '../../sim/base/paths.js';
import { inspectStudy, manifestIn } from '../../sim/batch/inspect.js';
import { runBatch } from '../../sim/batch/run-batch.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { runName } from '../../sim/results/study/manifest.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import type { Invocation } from '../command.js';
import { printJson } from '../json.js';
import { EXIT } from '../program.js';
import { onDisk } from './full-disk.js';
import { failureLines } from './lines.js';
import { damageLines, statusLines } from './status.js';
import { lockStudy, refuseBusyShards } from './study-folder.js';

/**
 * Puts the shards of a study together when no run is missing.
 * @returns 0, 3 when runs failed, or 1 when some are missing or a file is damaged: then nothing is changed
 */
export async function mergeShards(invocation: Invocation): Promise<number> {
  const { terminal } = invocation;
  const dir = resolve(invocation.text('dir') ?? '');
  const folder = displayPath(dir);
  // A wrong folder is told before the geography, which takes seconds, is read.
  manifestIn(dir);
  const context = { catalogue: loadCatalogue(), geography: buildGeography() };
  const look = () => inspectStudy(dir, context);
  look();
  const lock = lockStudy(dir, invocation.flag('steal'), terminal);
  try {
    refuseBusyShards(dir, terminal);
    const state = look();
    const answer = {
      study: state.manifest.name,
      folder: dir,
      runs: state.runs,
      missing: state.missing.map(runName),
    };
    const isJson = invocation.flag('json');
    if (state.missing.length > 0) {
      if (isJson) printJson(terminal, 'merge', { ...answer, merged: false });
      terminal.say(terminal.tell(MERGE.missing, { count: state.missing.length }));
      // The lock is this command's own.
      for (const line of statusLines(dir, { ...state, lock: undefined }, terminal)) terminal.say(line);
      return EXIT.failed;
    }
    if (state.damaged.length > 0) {
      if (isJson) printJson(terminal, 'merge', { ...answer, merged: false });
      for (const line of damageLines(dir, state, terminal)) terminal.say(line);
      return EXIT.failed;
    }
    const { failed } = await onDisk(dir, terminal, () =>
      runBatch(dir, state.manifest, { ...context, atOnce: 1, threads: 1 }),
    );
    for (const line of failureLines(failed, terminal)) terminal.say(line);
    if (isJson) printJson(terminal, 'merge', { ...answer, merged: true });
    else terminal.print(terminal.tell(MERGE.merged, { runs: state.runs, folder }));
    return failed.length > 0 ? EXIT.someFailed : EXIT.done;
  } finally {
    lock.release();
  }
}
