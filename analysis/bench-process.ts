/** The process of one measured run: takes a request, simulates, sends the measure or what went wrong, ends. */
import { runSimulation } from '../sim/engine/simulate.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { readSupply, withSupply } from '../sim/world/geography/supply-dataset.js';
import type { BenchMeasure, BenchRequest } from './bench.js';
import { serveMeasure } from './measured-process.js';

const MS_PER_SECOND = 1000;

async function measure({ parameters, seed, scale, to, threads, data }: BenchRequest): Promise<BenchMeasure> {
  const france = buildGeography();
  const geography = data === undefined ? france : withSupply(france, readSupply(data, france));
  let phases: Record<string, number> = {};
  const begun = performance.now();
  let started = begun;
  let mark = begun;
  let resident = 0;
  const lap = (name: string) => {
    const now = performance.now();
    phases[name] = (phases[name] ?? 0) + (now - mark) / MS_PER_SECOND;
    mark = now;
  };
  const { digest, patientMonths } = await runSimulation({
    parameters,
    seed,
    replicate: 0,
    scale,
    threads,
    from: to,
    to,
    geography,
    digest: true,
    onHistory: () => {
      started = performance.now();
      mark = started;
      phases = {};
    },
    onPhase: lap,
    onProgress: () => {
      lap('recorder');
      resident = process.memoryUsage.rss();
    },
  });
  // The digest of the last world comes after the last lap, and is no part of the months.
  const seconds = (mark - started) / MS_PER_SECOND;
  return {
    digest: digest as string,
    seconds,
    setUpSeconds: (started - begun) / MS_PER_SECOND,
    phases,
    patientMonths,
    patientMonthsPerSecond: patientMonths / seconds,
    residentGiB: resident / 1024 ** 3,
  };
}

serveMeasure(measure);
