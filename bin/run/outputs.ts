/** The runs of one command, and the folders they are stored in: what is already there is not simulated again. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import { HEADLINE_GROUPS } from '../../analysis/headlines.js';
import { monthOf } from '../../sim/base/calendar.js';
import type { Json } from '../../sim/base/digest.js';
import type { RunResult } from '../../sim/engine/simulate.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import { HEADLINE } from '../../sim/recorder/dictionary.js';
import { headlineRows, type TidyRow } from '../../sim/recorder/rows.js';
import { type RunIdentity, runIdentity } from '../../sim/results/identity.js';
import { readRun } from '../../sim/results/read.js';
import { checkOutput, writeRun } from '../../sim/results/store.js';
import type { RunSettings } from './settings.js';

export interface PlannedRun {
  readonly replicate: number;
  readonly identity: RunIdentity;
  /** Where the results go; absent without `--out`. */
  readonly folder?: string;
  /** Headline rows of a run that its folder already holds. */
  readonly known?: readonly TidyRow[];
}

export interface RunInputs {
  readonly scenario: string;
  readonly parameters: Json;
  /** Digest of the geography. */
  readonly geography: string;
}

/**
 * The runs to make, replicate by replicate; several replicates are stored in one folder each.
 * @throws MaillageError before anything runs when a folder cannot be written or holds something else.
 */
export async function planRuns(
  inputs: RunInputs,
  settings: RunSettings,
  { out, force }: { readonly out: string | undefined; readonly force: boolean },
): Promise<PlannedRun[]> {
  const count = settings.replicates.value;
  const runs = Array.from({ length: count }, (_, replicate) => ({
    replicate,
    identity: runIdentity({
      ...inputs,
      data: {},
      seed: settings.seed.value,
      replicate,
      scale: settings.scale.value,
      from: monthOf(settings.from.value, 1),
      to: monthOf(settings.to.value, 12),
      detail: 'headline',
    }),
    ...(out === undefined ? {} : { folder: count === 1 ? out : join(out, `replicate-${replicate}`) }),
  }));
  // Every folder is checked before the first is read or written.
  const states = runs.map(({ folder, identity }) =>
    folder === undefined ? 'absent' : checkOutput(folder, identity, { force }),
  );
  return Promise.all(
    runs.map(async (run, i) =>
      states[i] === 'same' && run.folder !== undefined
        ? { ...run, known: await storedHeadlines(run.folder) }
        : run,
    ),
  );
}

async function storedHeadlines(folder: string): Promise<readonly TidyRow[]> {
  const { rows } = await readRun(folder, {
    indicators: HEADLINE.map(({ id }) => id),
    places: [FRANCE],
    groups: HEADLINE_GROUPS,
  });
  return rows.filter(({ period }) => period.length === 'YYYY'.length);
}

/** Stores the results of a run where its plan says, and returns its headline rows. */
export async function keepResult(
  run: PlannedRun,
  result: RunResult,
  { threads, started, force }: { readonly threads: number; readonly started: Date; readonly force: boolean },
): Promise<readonly TidyRow[]> {
  if (run.folder !== undefined) {
    const provenance = {
      threads,
      host: hostname(),
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      started: started.toISOString(),
      finished: new Date().toISOString(),
    };
    await writeRun(run.folder, result.recording, run.identity, provenance, { force });
  }
  return headlineRows(result.recording);
}
