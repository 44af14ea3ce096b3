/** A thread that simulates families one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { errorAsData } from '../base/errors.js';
import { frames } from '../recorder/frame.js';
import { readyFormulas } from '../recorder/ready-formulas.js';
import { restrictGeography } from '../world/geography/restrict.js';
import type { Geography } from '../world/territory.js';
import { type Outcome, runFamily } from './family.js';
import type { Family, FamilyOutcome, FamilyWorkerData, FromWorker, ToWorker } from './many.js';
import { keepStartingWorlds } from './starting-worlds.js';

const { geography: whole, folder } = workerData as FamilyWorkerData;
const port = parentPort as NonNullable<typeof parentPort>;
const starts = keepStartingWorlds(folder);
/** Months between two progress messages. */
const REPORT_EVERY = 6;

/** The last geography asked for: the next family most often asks for the same. */
const part: { places: string; geography: Geography } = { places: '', geography: whole };

function geographyOf(places: readonly string[]): Geography {
  const text = places.join(' ');
  if (part.places !== text) {
    part.places = text;
    part.geography = restrictGeography(whole, places);
  }
  return part.geography;
}

async function simulate({ scenarios, places, frame, ...options }: Family): Promise<void> {
  // Frames are copied, not handed over: once a thread has given a buffer away, V8 looks at every read of every typed array
  // whether its buffer is still there, and compiles all anew for it.
  const send = (message: FromWorker) => port.postMessage(message);
  const formulas = await readyFormulas(frame?.formulas ?? []);
  const toFrame = frame && frames(frame, formulas);
  const outcomeOf = (outcome: Outcome): FamilyOutcome => {
    const { member } = outcome;
    if ('error' in outcome) return { member, error: errorAsData(outcome.error) };
    if (toFrame === undefined) return { member, result: outcome.result };
    const { recording, patientMonths } = outcome.result;
    return { member, frame: toFrame(recording), patientMonths };
  };
  const family = {
    ...options,
    months: frame?.months,
    geography: geographyOf(places ?? []),
    folder,
    onProgress: (progress: { month: number; done: number; total: number; agents: number }) => {
      if (progress.done % REPORT_EVERY === 0 || progress.done === progress.total) send({ progress });
    },
  };
  await runFamily(starts, scenarios, family, (outcome) => {
    send({ outcome: outcomeOf(outcome) });
  });
  send({ finished: true });
}

port.on('message', ({ family }: ToWorker) => void simulate(family));
