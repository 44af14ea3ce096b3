/** The work of `maillage repair`. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { BATCH, REPAIR } from '../../analysis/wording/batch.js';
import { MaillageError } from '../../sim/base/errors.js';
import { displayPath } from '../../sim/base/paths.js';
import { repairStudy } from '../../sim/batch/repair.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { manifestState, runName } from '../../sim/results/study/manifest.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import { printJson } from '../json.js';
import { EXIT } from '../program.js';
import { BOUNDS } from '../run/settings.js';
import { batchProgress } from './progress.js';
import { lockStudy, refuseBusyShards } from './study-folder.js';

/** Restores a study and says what it restored. */
export async function repairCommand(invocation: Invocation): Promise<number> {
  const { terminal, signal } = invocation;
  const dir = resolve(invocation.text('dir') ?? '');
  const folder = displayPath(dir);
  if (manifestState(dir).state === 'absent') {
    throw new MaillageError('bad-data', terminal.tell(BATCH.notStudy, { folder }));
  }
  const atOnce = wholeNumber(invocation, 'threads', BOUNDS.threads) ?? availableParallelism();
  const lock = lockStudy(dir, invocation.flag('steal'), terminal);
  const bar = batchProgress(terminal);
  try {
    refuseBusyShards(dir, terminal);
    const options = { catalogue: loadCatalogue(), geography: buildGeography(), atOnce, threads: 1, signal };
    const { damaged, ran } = await repairStudy(dir, folder, { ...options, onProgress: bar.update });
    bar.stop();
    if (invocation.flag('json'))
      printJson(terminal, 'repair', { folder: dir, damaged, ran: ran.map(runName) });
    else if (damaged.length === 0) terminal.print(terminal.tell(REPAIR.nothing));
    else for (const { file } of damaged) terminal.print(terminal.tell(REPAIR.restored, { file }));
    return EXIT.done;
  } finally {
    bar.stop();
    lock.release();
  }
}
