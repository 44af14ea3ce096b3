/** The work of `maillage bench`: interleaved runs, medians, and a check that all gave the same bytes. */
import { availableParallelism } from 'node:os';
import { type BenchRun, bench, spread } from '../../analysis/bench.js';
import { BENCH } from '../../analysis/wording/bench.js';
import { decimal } from '../../analysis/wording/numbers.js';
import { MaillageError } from '../../sim/base/errors.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import { printJson } from '../json.js';
import { checkMemory, memoryNeeded } from '../run/resources.js';
import { BOUNDS } from '../run/settings.js';
import { scenarioOrRefusal } from '../scenario.js';
import { geographyAsked } from '../supply.js';
import { type Column, tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

const DEFAULTS = { seed: 'bench', scale: 100, to: 2014, rounds: 3 } as const;
const MOST_ROUNDS = 100;
const MILLION = 1e6;

/**
 * Measures and prints.
 * @throws MaillageError `internal` when two runs that should be equal are not.
 */
export async function runBench(invocation: Invocation): Promise<undefined> {
  const { terminal, signal } = invocation;
  const seed = invocation.text('seed') ?? DEFAULTS.seed;
  const scale = wholeNumber(invocation, 'scale', BOUNDS.scale) ?? DEFAULTS.scale;
  const to = wholeNumber(invocation, 'to', BOUNDS.years) ?? DEFAULTS.to;
  const rounds = wholeNumber(invocation, 'rounds', [1, MOST_ROUNDS]) ?? DEFAULTS.rounds;
  const most = wholeNumber(invocation, 'threads', BOUNDS.threads) ?? availableParallelism();
  const threads = most === 1 ? [1] : [1, most];
  checkMemory(memoryNeeded(scale, 1), process.availableMemory(), terminal);
  terminal.say(terminal.tell(BENCH.starts, { seed, scale, to, rounds, threads: threads.join(', ') }));
  const catalogue = loadCatalogue();
  // Each run reads the dataset in a process of its own.
  const data = invocation.text('data');
  if (data !== undefined) geographyAsked(invocation);
  const runs = await bench({
    scenario: scenarioOrRefusal('baseline', catalogue),
    catalogue,
    seed,
    scale,
    to,
    threads,
    rounds,
    data,
    signal,
    onRun: (count, round) => terminal.say(terminal.tell(BENCH.running, { threads: count, round })),
  });
  const digests = [...new Set(runs.map(({ digest }) => digest))];
  if (digests.length > 1) {
    const message = terminal.tell(BENCH.unequal, { digests: digests.join(', ') });
    throw new MaillageError('internal', message, { exitCode: 1 });
  }
  if (invocation.flag('json')) {
    printJson(terminal, 'bench', {
      settings: { seed, scale, to, rounds, threads },
      digest: digests[0],
      runs,
    });
    return;
  }
  for (const line of resultLines(runs, threads, terminal)) terminal.print(line);
  for (const line of wrap(terminal.tell(BENCH.digest, { digest: digests[0] }))) terminal.print(line);
  return;
}

function resultLines(runs: readonly BenchRun[], threads: readonly number[], terminal: Terminal): string[] {
  const { columns } = BENCH;
  const right = (title: string): Column => ({ title, align: 'right' });
  const of = (count: number) => runs.filter((run) => run.threads === count);
  const number = (value: number, digits: number) => decimal(value, terminal.language, digits);
  const text = (values: readonly number[], digits: number) => {
    const { least, median, greatest } = spread(values);
    return terminal.tell(BENCH.spread, {
      least: number(least, digits),
      median: number(median, digits),
      greatest: number(greatest, digits),
    });
  };
  const speeds = (count: number) => of(count).map((run) => run.patientMonthsPerSecond / MILLION);
  const summary = threads.map((count) => [
    String(count),
    text(speeds(count), 2),
    text(
      of(count).map(({ seconds }) => seconds),
      2,
    ),
    text(
      of(count).map(({ setUpSeconds }) => setUpSeconds),
      1,
    ),
    number(Math.max(...of(count).map(({ residentGiB }) => residentGiB)), 2),
  ]);
  const titles = [columns.threads, columns.speed, columns.seconds, columns.setUp, columns.memory];
  const phases = [...new Set(runs.flatMap((run) => Object.keys(run.phases)))].map((phase) => [
    phase,
    ...threads.map((count) => number(spread(of(count).map((run) => run.phases[phase] ?? 0)).median, 2)),
  ]);
  const phaseLayout = [
    { title: terminal.tell(columns.phase) },
    ...threads.map((count) => right(terminal.tell(columns.secondsOf, { threads: count }))),
  ];
  const most = threads[threads.length - 1];
  const ratio = number(spread(speeds(most)).median / spread(speeds(1)).median, 2);
  return [
    ...tableLines(
      titles.map((title) => right(terminal.tell(title))),
      summary,
    ),
    '',
    ...tableLines(phaseLayout, phases),
    '',
    ...(most === 1 ? [] : wrap(terminal.tell(BENCH.scaling, { threads: most, ratio }))),
    ...wrap(terminal.tell(BENCH.note)),
  ];
}
