/** The process of one measured batch: takes families, simulates them side by side, sends how long a run takes, ends. */
import { runFamilies } from '../sim/engine/many.js';
import { buildGeography } from '../sim/world/geography/build.js';
import type { CoresRequest } from './bench-study.js';
import { serveMeasure } from './measured-process.js';

const MS_PER_SECOND = 1000;

async function measure({ atOnce, families }: CoresRequest): Promise<number> {
  const ends: number[] = [];
  let given = 0;
  await runFamilies({
    atOnce,
    geography: buildGeography(),
    next: () => (given < families.length ? { id: given, family: families[given++] } : undefined),
    onOutcome: () => ends.push(performance.now()),
  });
  const last = families.length - 1;
  return (ends[last] - ends[atOnce - 1]) / MS_PER_SECOND / (families.length - atOnce);
}

serveMeasure(measure);
