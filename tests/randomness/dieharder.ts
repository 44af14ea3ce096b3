/** One test of dieharder on one ordering of draws, through a pipe. */
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BatteryTest, testName } from './catalogue.js';
import type { Ordering } from './orderings.js';

/** One p-value as dieharder prints it. */
export interface Row {
  readonly ordering: string;
  /** Options of the test, see `testName`. */
  readonly test: string;
  readonly name: string;
  readonly ntuple: number;
  readonly tsamples: number;
  readonly psamples: number;
  readonly p: number;
  /** PASSED, WEAK or FAILED. */
  readonly assessment: string;
}

const GENERATOR = join(dirname(fileURLToPath(import.meta.url)), 'generator.js');
/** Words from standard input. */
const STDIN_INPUT_RAW = '200';
/** Output flags: name, ntuple, tsamples, psamples, p-value, assessment. */
const COLUMNS = '504';

export function hasDieharder(): boolean {
  return spawnSync('dieharder', ['-l'], { stdio: 'ignore' }).status === 0;
}

/**
 * Runs a test on an ordering. Its words depend on the ordering, the test and `words` only, so p-values of different tests
 * are independent and the same every time.
 * @throws Error when dieharder prints no p-value.
 */
export async function runTest(
  ordering: Ordering,
  test: BatteryTest,
  { mix = 'draw', words = '' }: { mix?: 'draw' | 'weak'; words?: string } = {},
): Promise<Row[]> {
  const name = testName(test);
  const label = `randomness ${ordering} ${name}${words}`;
  const generator = [process.execPath, GENERATOR, ordering, label, mix].map(quoted).join(' ');
  const reader = [
    'dieharder',
    '-g',
    STDIN_INPUT_RAW,
    '-D',
    COLUMNS,
    '-d',
    `${test.number}`,
    ...test.options,
  ].join(' ');
  const printed = await output(`${generator} | ${reader}`);
  const rows = printed.split('\n').flatMap((line) => parseRow(ordering, name, line));
  if (rows.length === 0)
    throw new Error(`dieharder ${name} printed no p-value for the ordering ${ordering}:\n${printed}`);
  return rows;
}

/** A line of dieharder's table; nothing for a line that is none. */
export function parseRow(ordering: string, test: string, line: string): Row[] {
  const cells = line.split('|').map((cell) => cell.trim());
  if (cells.length !== 6) return [];
  const [name, ntuple, tsamples, psamples, p, assessment] = cells;
  return [
    {
      ordering,
      test,
      name,
      ntuple: Number(ntuple),
      tsamples: Number(tsamples),
      psamples: Number(psamples),
      p: Number(p),
      assessment,
    },
  ];
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function output(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    shell.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    shell.on('error', reject);
    shell.on('close', () => resolve(text));
  });
}
