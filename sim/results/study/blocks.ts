/**
 * Which runs lie in which file. An addition is cut into blocks of whole families (the runs of one point and replicate),
 * about fifty runs each, so that a study of ten thousand runs has some four hundred files, none of which is ever
 * written again when runs are added.
 */
import type { Addition, RunId } from './manifest.js';
import { PARQUET } from './names.js';

/** Runs of a block, at least; families are not cut. */
const BLOCK_RUNS = 50;
const DIGITS = 4;

export interface Block {
  readonly addition: number;
  readonly block: number;
  /** In the order of the file: scenario, replicate, point. */
  readonly runs: readonly RunId[];
}

/** Blocks of all additions, in order. */
export function blocksOf(additions: readonly Addition[]): Block[] {
  return additions.flatMap(({ scenarios, points, replicates }, addition) => {
    const units: { point: number; replicate: number }[] = [];
    for (let replicate = replicates[0]; replicate < replicates[1]; replicate++)
      for (let point = points[0]; point < points[1]; point++) units.push({ point, replicate });
    const size = Math.ceil(BLOCK_RUNS / scenarios.length);
    return Array.from({ length: Math.ceil(units.length / size) }, (_, block) => ({
      addition,
      block,
      runs: scenarios.flatMap((scenario) =>
        units.slice(block * size, (block + 1) * size).map((unit) => ({ scenario, ...unit })),
      ),
    }));
  });
}

/** Path of a block's file of a table, relative to the study. */
export function blockPath(
  table: 'results' | 'territories',
  { addition, block }: Pick<Block, 'addition' | 'block'>,
): string {
  return `${table}/${padded(addition)}-${padded(block)}${PARQUET}`;
}

/** Path of the table of runs of an addition. */
export function runsPath(addition: number): string {
  return `runs/${padded(addition)}${PARQUET}`;
}

function padded(number: number): string {
  return String(number).padStart(DIGITS, '0');
}

/** Number of runs of additions. */
export function countRuns(additions: readonly Addition[]): number {
  return additions.reduce(
    (sum, { scenarios, points, replicates }) =>
      sum + scenarios.length * (points[1] - points[0]) * (replicates[1] - replicates[0]),
    0,
  );
}
