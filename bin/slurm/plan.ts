/** What the jobs of a plan need to know of it. */
import { SLURM } from '../../analysis/wording/slurm.js';
import { MaillageError } from '../../sim/base/errors.js';
import { loadPlan } from '../../sim/batch/plan/load.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import type { Terminal } from '../terminal/terminal.js';

export interface PlanSize {
  readonly name: string;
  /** Draws × replicates: what can be dealt out among shards. */
  readonly units: number;
}

/**
 * Reads a plan to the end, so that its mistakes are met here and not on a node.
 * @throws MaillageError that lists every mistake; `bad-option` for a plan that finds its replicates as it goes.
 */
export async function sizeOfPlan(file: string, terminal: Terminal): Promise<PlanSize> {
  const { name, design, replicates, precision } = await loadPlan(file, loadCatalogue(), buildGeography());
  if (precision.length > 0) {
    throw new MaillageError('bad-option', terminal.tell(SLURM.precision, { file }));
  }
  return { name, units: design.points * replicates };
}
