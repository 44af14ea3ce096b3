/** What a run will use, and where each setting came from. */
import { availableParallelism } from 'node:os';
import { RUN } from '../../analysis/wording/run.js';
import { MaillageError } from '../../sim/base/errors.js';
import { RUN_BOUNDS, RUN_DEFAULTS } from '../../sim/engine/settings.js';
import type { Scenario } from '../../sim/scenario/types.js';
import { isKept } from '../../sim/world/geography/restrict.js';
import type { Geography } from '../../sim/world/territory.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import type { Terminal } from '../terminal/terminal.js';

const DEFAULTS = { ...RUN_DEFAULTS, replicates: 1 } as const;
export const BOUNDS = { ...RUN_BOUNDS, threads: [1, 256] } as const;

/**
 * Agents below which one run alone is slower on several threads than on one, since each compiles what it runs. Measured on
 * two cores, 2013–2022: at 1:300 (220,000 agents) two threads take 1.09 times as long and a quarter more of the
 * processors, at 1:100 (670,000) 0.87 times.
 */
const FEWEST_SHARED = 400_000;

type Origin = 'option' | 'scenario' | 'default' | 'cores' | 'small';
export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
}

export interface RunSettings {
  readonly seed: Setting<string>;
  readonly scale: Setting<number>;
  readonly threads: Setting<number>;
  readonly from: Setting<number>;
  readonly to: Setting<number>;
  readonly replicates: Setting<number>;
}

/**
 * Settings of the options, else of the scenario, else the usual ones.
 * @throws MaillageError `bad-option` for a number out of its bounds or years in the wrong order.
 */
export function runSettings(invocation: Invocation, scenario: Scenario): RunSettings {
  const number = (
    name: string,
    bounds: readonly [number, number],
    usual: Setting<number>,
  ): Setting<number> => {
    const value = wholeNumber(invocation, name, bounds);
    return value === undefined ? usual : { value, origin: 'option' };
  };
  const usual = (name: 'scale' | 'replicates'): Setting<number> => ({
    value: DEFAULTS[name],
    origin: 'default',
  });
  const year = (name: 'from' | 'to'): Setting<number> => {
    const own = scenario[name];
    return own === undefined
      ? { value: DEFAULTS[name], origin: 'default' }
      : { value: own, origin: 'scenario' };
  };
  const seed = invocation.text('seed');
  const settings: RunSettings = {
    seed:
      seed === undefined ? { value: DEFAULTS.seed, origin: 'default' } : { value: seed, origin: 'option' },
    scale: number('scale', BOUNDS.scale, usual('scale')),
    threads: number('threads', BOUNDS.threads, { value: availableParallelism(), origin: 'cores' }),
    from: number('from', BOUNDS.years, year('from')),
    to: number('to', BOUNDS.years, year('to')),
    replicates: number('replicates', BOUNDS.replicates, usual('replicates')),
  };
  if (settings.to.value < settings.from.value) {
    const values = { from: settings.from.value, to: settings.to.value };
    throw new MaillageError('bad-option', invocation.terminal.tell(RUN.backwards, values));
  }
  return settings;
}

/** The threads of a run of these settings over this geography: where nobody asked for a number, one for a small run. */
export function threadsFor(
  { threads, scale, replicates }: RunSettings,
  geography: Geography,
): Setting<number> {
  const people = geography.territories.reduce(
    (sum, { index, population }) => sum + (isKept(geography, index) ? population : 0),
    0,
  );
  const isSmall = replicates.value === 1 && people / scale.value < FEWEST_SHARED;
  return threads.origin === 'cores' && isSmall ? { value: 1, origin: 'small' } : threads;
}

/** The settings in words, one a line, for the start of a run. */
export function settingLines(scenario: Scenario, settings: RunSettings, terminal: Terminal): string[] {
  const { seed, scale, threads, from, to, replicates } = settings;
  const origin = ({ origin: from }: Setting<unknown>, name: string) =>
    terminal.tell(RUN.origins[from], { name });
  const years =
    from.origin === to.origin && from.origin !== 'option'
      ? origin(from, 'from')
      : `${origin(from, 'from')}, ${origin(to, 'to')}`;
  const meaning = terminal.tell(RUN.settings.scaleMeaning, { scale: scale.value });
  const lines: [keyof typeof RUN.settings, string, string][] = [
    ['scenario', scenario.name, scenario.title[terminal.language]],
    ['seed', seed.value, origin(seed, 'seed')],
    ['scale', String(scale.value), `${meaning}; ${origin(scale, 'scale')}`],
    ['threads', String(threads.value), origin(threads, 'threads')],
    ['years', `${from.value}–${to.value}`, years],
    ['replicates', String(replicates.value), origin(replicates, 'replicates')],
  ];
  const names = lines.map(([name]) => terminal.tell(RUN.settings[name]));
  const width = Math.max(...names.map((name) => name.length));
  return lines.map(([, value, note], i) => `${names[i].padEnd(width)}  ${value} (${note})`);
}
