/** The work of `maillage repair`. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { REPAIR } from '../../analysis/wording/batch.js';
import { SUPPLY } from '../../analysis/wording/supply.js';
import { MaillageError } from '../../sim/base/errors.js';
import { displayPath } from '../../sim/base/paths.js';
import { repairStudy } from '../../sim/batch/repair.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { manifestState, runName, unreadable } from '../../sim/results/study/manifest.js';
import { supplyOf } from '../../sim/world/geography/supply-dataset.js';
import type { Geography } from '../../sim/world/territory.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import { printJson } from '../json.js';
import { EXIT } from '../program.js';
import { BOUNDS } from '../run/settings.js';
import { geographyAsked } from '../supply.js';
import type { Terminal } from '../terminal/terminal.js';
import { onDisk } from './full-disk.js';
import { batchProgress } from './progress.js';
import { lockStudy, refuseBusyShards } from './study-folder.js';

/** Restores a study and says what it restored. */
export async function repairCommand(invocation: Invocation): Promise<number> {
  const { terminal, signal } = invocation;
  const dir = resolve(invocation.text('dir') ?? '');
  const folder = displayPath(dir);
  const found = manifestState(dir);
  if (found.state === 'absent') throw unreadable(dir, found);
  const atOnce = wholeNumber(invocation, 'threads', BOUNDS.threads) ?? availableParallelism();
  const geography = geographyAsked(invocation);
  refuseOtherMap(found, geography, folder, terminal);
  const lock = lockStudy(dir, invocation.flag('steal'), terminal);
  const bar = batchProgress(terminal);
  try {
    refuseBusyShards(dir, terminal);
    const options = { catalogue: loadCatalogue(), geography, atOnce, threads: 1, signal };
    const { damaged, ran } = await onDisk(dir, terminal, () =>
      repairStudy(dir, folder, { ...options, onProgress: bar.update }),
    );
    bar.stop();
    const isJson = invocation.flag('json');
    if (isJson) printJson(terminal, 'repair', { folder: dir, damaged, ran: ran.map(runName) });
    else if (ran.length > 0) terminal.print(terminal.tell(REPAIR.again, { runs: ran.length }));
    else if (damaged.length === 0) terminal.print(terminal.tell(REPAIR.nothing));
    for (const { file } of isJson ? [] : damaged) {
      // A damaged run is made again where runs are kept, and one of another study not at all.
      const isThere = existsSync(join(dir, file));
      terminal.print(terminal.tell(isThere ? REPAIR.restored : REPAIR.removed, { file }));
    }
    return EXIT.done;
  } finally {
    bar.stop();
    lock.release();
  }
}

/** A study from an imported supply is made again from that one only. */
function refuseOtherMap(
  found: ReturnType<typeof manifestState>,
  { digest }: Geography,
  folder: string,
  terminal: Terminal,
): void {
  if (found.state !== 'whole') return;
  if (supplyOf(found.manifest.identity.geography) === supplyOf(digest)) return;
  throw new MaillageError('identity-clash', terminal.tell(SUPPLY.otherMap, { folder }));
}
