/**
 * The golden run: a tiny run whose every number is known, so that a change that moves a number does so in the open,
 * and so that versions of Node can be compared.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../../sim/base/digest.js';
import { runSimulation } from '../../sim/engine/simulate.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { headlineRows, type TidyRow, tidyRows } from '../../sim/recorder/rows.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { loadScenario } from '../../sim/scenario/load.js';
import { PROJECT } from '../support/project.js';

const RUN = {
  scenario: 'baseline',
  seed: 'golden',
  replicate: 0,
  scale: 1000,
  from: 2013,
  to: 2014,
} as const;
const FILE = join(PROJECT, 'tests/golden/digest.json');

export interface Golden {
  readonly run: typeof RUN;
  /** SHA-256 of all tidy rows (doubles as the shortest text that gives them back), one a line. */
  readonly rows: string;
  /** SHA-256 of every column of the world after the last month. */
  readonly world: string;
  /** The headline values, to see what moved when a digest does. */
  readonly headlines: Readonly<Record<string, number>>;
}

/** Simulates the golden run (a few seconds). */
export async function goldenOfNow(): Promise<Golden> {
  const catalogue = loadCatalogue();
  const parameters = resolveParameters(catalogue, loadScenario(RUN.scenario, catalogue)).toJSON();
  const { seed, replicate, scale, from, to } = RUN;
  const result = await runSimulation({
    parameters,
    seed,
    replicate,
    scale,
    from,
    to,
    threads: 1,
    digest: true,
  });
  const rows = [...tidyRows(result.recording, 'headline')];
  return {
    run: RUN,
    rows: digestOf(rows.map((row) => `${nameOf(row)} ${row.value}\n`).join('')),
    world: result.digest ?? '',
    headlines: Object.fromEntries(headlineRows(result.recording).map((row) => [nameOf(row), row.value])),
  };
}

export function readGolden(): Golden {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Golden;
}

export function writeGolden(golden: Golden): void {
  writeFileSync(FILE, `${JSON.stringify(golden, undefined, 2)}\n`);
}

/** What differs, a line each: headline values first, then digests; nothing when all is equal. */
export function goldenDifferences(committed: Golden, now: Golden): string[] {
  const names = [...new Set([...Object.keys(committed.headlines), ...Object.keys(now.headlines)])];
  const moved = names
    .filter((name) => committed.headlines[name] !== now.headlines[name])
    .map((name) => `${name}: ${committed.headlines[name] ?? 'absent'} → ${now.headlines[name] ?? 'absent'}`);
  if (committed.rows !== now.rows) moved.push('the tidy rows differ');
  if (committed.world !== now.world) moved.push('the last world differs');
  return moved;
}

function nameOf({ period, place, group, indicator }: TidyRow): string {
  return [period, place, group, indicator].join(' ');
}
