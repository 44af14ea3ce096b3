/** The work of `maillage bench --study` and `--store`: what a batch costs besides simulation, and how fast it is read. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spread } from '../../analysis/bench.js';
import { LARGE_STUDY, writeMadeStudy } from '../../analysis/bench-store.js';
import { benchCores, benchMachinery } from '../../analysis/bench-study.js';
import { coresToHold } from '../../analysis/measured-process.js';
import { BENCH } from '../../analysis/wording/bench.js';
import { decimal, percent } from '../../analysis/wording/numbers.js';
import { MaillageError } from '../../sim/base/errors.js';
import { planOfScenarios } from '../../sim/batch/plan/load.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import { bytes } from '../batch/progress.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import { printJson } from '../json.js';
import { BOUNDS } from '../run/settings.js';
import { wrap } from '../terminal/table.js';

const DEFAULTS = { scale: 100, to: 2015, rounds: 3 } as const;
const MOST_ROUNDS = 100;
const MOST_RUNS = 100_000;
/** Replicates of the study whose tables are written: one block. */
const REPLICATES = 50;
const BYTES_PER_GIB = 1073741824;

/** Machinery against simulation, and one core against all. */
export async function runStudyBench(invocation: Invocation): Promise<undefined> {
  const { terminal, signal } = invocation;
  const scale = wholeNumber(invocation, 'scale', BOUNDS.scale) ?? DEFAULTS.scale;
  const to = wholeNumber(invocation, 'to', BOUNDS.years) ?? DEFAULTS.to;
  const rounds = wholeNumber(invocation, 'rounds', [1, MOST_ROUNDS]) ?? DEFAULTS.rounds;
  const most = wholeNumber(invocation, 'threads', BOUNDS.threads) ?? availableParallelism();
  const catalogue = loadCatalogue();
  const geography = buildGeography();
  const plan = planOfScenarios(['baseline'], catalogue, geography, { scale, to, replicates: REPLICATES });
  const options = { plan, catalogue, geography, rounds, signal };
  terminal.say(terminal.tell(BENCH.studyStarts, { scale, to, rounds, threads: most }));
  const machinery = await benchMachinery(options);
  const held = coresToHold();
  const canHold = held !== undefined && held.length >= most;
  const cores = await benchCores(options, most, canHold ? held : undefined);
  const of = (atOnce: number) =>
    spread(cores.filter((one) => one.atOnce === atOnce).map(({ secondsPerRun }) => secondsPerRun));
  const [one, all] = [of(1), of(most)];
  const ratio = { median: one.median / all.median, best: one.least / all.least };
  if (invocation.flag('json')) {
    printJson(terminal, 'bench-study', {
      settings: { scale, to, rounds, threads: most, held: canHold },
      machinery,
      cores,
      ratio,
    });
    return;
  }
  const number = (value: number, digits: number) => decimal(value, terminal.language, digits);
  const told = terminal.tell(BENCH.machinery, {
    simulation: number(machinery.simulationSeconds, 2),
    machinery: number(machinery.machinerySeconds, 3),
    share: percent(machinery.share, terminal.language),
  });
  const scaling = terminal.tell(BENCH.cores, {
    one: number(one.median, 2),
    all: number(all.median, 2),
    threads: most,
    ratio: number(ratio.median, 2),
    best: number(ratio.best, 2),
  });
  const notHeld = canHold ? [] : wrap(terminal.tell(BENCH.notHeld));
  for (const line of [...wrap(told), ...wrap(scaling), ...notHeld]) terminal.print(line);
  return;
}

/** A made-up study of so many runs, written and compared, each comparison in a process of its own. */
export async function runStoreBench(invocation: Invocation): Promise<undefined> {
  const { terminal } = invocation;
  const runs = wholeNumber(invocation, 'store', [1, MOST_RUNS]) ?? LARGE_STUDY.runs;
  const dir = mkdtempSync(join(tmpdir(), 'maillage-store-'));
  try {
    const started = performance.now();
    const study = await writeMadeStudy(dir, { ...LARGE_STUDY, runs }, (done, total) => {
      if (done % 20 === 0) terminal.say(terminal.tell(BENCH.blocks, { done, total }));
    });
    const writeSeconds = (performance.now() - started) / 1000;
    const france = compareMeasured(dir, []);
    const everywhere = compareMeasured(dir, ['--by', 'place']);
    const settings = { ...LARGE_STUDY, runs: study.runs };
    if (invocation.flag('json')) {
      printJson(terminal, 'bench-store', { settings, ...study, writeSeconds, france, everywhere });
      return;
    }
    const number = (value: number, digits: number) => decimal(value, terminal.language, digits);
    const values = {
      runs: number(study.runs, 0),
      files: number(study.files, 0),
      size: bytes(study.bytes, terminal),
      seconds: number(writeSeconds, 0),
    };
    terminal.print(terminal.tell(BENCH.storeWritten, values));
    for (const [text, measure] of [
      [BENCH.storeFrance, france],
      [BENCH.storePlaces, everywhere],
    ] as const) {
      const told = { seconds: number(measure.seconds, 1), memory: number(measure.residentGiB, 2) };
      for (const line of wrap(terminal.tell(text, told))) terminal.print(line);
    }
    return;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

interface Measured {
  readonly seconds: number;
  /** Largest resident memory of the process. */
  readonly residentGiB: number;
}

/** Compares four scenarios on all indicators for one year, as a person would; measured from outside. */
function compareMeasured(dir: string, more: readonly string[]): Measured {
  const program = fileURLToPath(new URL('../maillage.js', import.meta.url));
  const script =
    'process.on("exit", () => process.stderr.write("\\nRSS " + process.resourceUsage().maxRSS + "\\n")); ' +
    `process.argv.splice(1, 0, ${JSON.stringify(program)}); await import(${JSON.stringify(`file://${program}`)})`;
  const words = ['compare', dir, '--indicators', 'all', '--years', String(LARGE_STUDY.to), '--json', ...more];
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, ...words], {
    encoding: 'utf8',
    maxBuffer: BYTES_PER_GIB,
  });
  const seconds = (performance.now() - started) / 1000;
  const kilobytes = Number(/RSS (\d+)/.exec(stderr)?.[1]);
  if (status !== 0 || !(kilobytes > 0)) throw new MaillageError('internal', stderr, { exitCode: 1 });
  return { seconds, residentGiB: (kilobytes * 1024) / BYTES_PER_GIB };
}
